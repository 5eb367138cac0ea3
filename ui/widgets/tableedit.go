package widgets

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// cellEdit is the one entry that lies over a cell while it is edited. It is not in the row: rows are recycled when they are scrolled.
type cellEdit struct {
	table    *Table
	row, col int
	entry    *Entry
	frame    *Panel
	done     bool
	from     int // the column that the cursor was in before: editing that began from the whole row ends there
}

// Editing says whether a cell is being edited.
func (t *Table) Editing() bool { return t.edit != nil }

// Editor returns the entry over the cell, nil while none is edited.
func (t *Table) Editor() *Entry {
	if t.edit == nil {
		return nil
	}
	return t.edit.entry
}

// Edit begins to edit a cell: in an entry over it, or from a list of choices below it.
func (t *Table) Edit(row, col int) {
	if row < 0 || row >= t.o.Rows() || !t.editable(col) {
		return
	}
	if _, is := t.heading(row); is {
		return
	}
	if !t.StopEditing() {
		return
	}
	from := t.col
	t.moveTo(row, col)
	column := t.o.Columns[col]
	if column.Choices != nil {
		if t.o.Sheet != nil && from == 0 {
			t.SetCursor(row, 0)
		}
		t.pick(row, col, "")
		return
	}
	e := &cellEdit{table: t, row: row, col: col, from: from, entry: NewEntry(column.Placeholder)}
	e.frame = NewPanel(e.entry, PanelStyle{})
	e.entry.SetText(column.Text(row))
	e.entry.OnSubmit = func(string) { e.finish(true, 0, 0); t.afterEnter(e) }
	e.entry.OnEscape = func() bool { e.finish(false, 0, 0); t.afterEscape(e); return true }
	e.entry.OnTab = func() { e.finish(true, 0, 1) }
	e.entry.OnShiftTab = func() { e.finish(true, 0, -1) }
	e.entry.OnUp = func() { e.finish(true, -1, 0) }
	e.entry.OnDown = func() { e.finish(true, 1, 0) }
	e.entry.OnFocus = func(focused bool) {
		if !focused {
			e.leave()
		}
	}
	e.entry.OnChanged = func(text string) {
		e.entry.SetProblem("")
		if column.Understood != nil {
			e.entry.SetHint(column.Understood(row, text))
		}
		e.place()
	}
	t.edit = e
	t.BaseWidget.Refresh()
	e.place()
	e.entry.Focus()
	e.entry.SelectAll()
}

// StopEditing takes the text of the open entry, if there is one. If the text is refused the entry stays open, gets the keyboard back, and
// StopEditing says false.
func (t *Table) StopEditing() bool {
	if t.edit == nil {
		return true
	}
	t.edit.leave()
	if t.edit != nil {
		t.edit.entry.Focus()
		return false
	}
	return true
}

func (t *Table) pick(row, col int, typed string) {
	column := t.o.Columns[col]
	choices, selected := column.Choices(row)
	_, _, w := t.cellAt(row, col)
	o := PickerOptions{Choices: choices, Selected: selected, Typed: typed, MinWidth: max(w, theme.Width(140)),
		Spot: func() (fyne.Position, fyne.Size) {
			x, y, w := t.cellAt(row, col)
			return fyne.NewPos(x, y), fyne.NewSize(w, t.rowHeight()-4)
		},
		OnPick: func(i int) {
			if t.o.OnPick != nil {
				t.o.OnPick(row, col, i)
			}
		},
		OnTab: func(back bool) {
			by := 1
			if back {
				by = -1
			}
			t.goOn(col, by)
			t.shift = back
		},
		OnClosed: t.Focus}
	if column.OnNew != nil {
		o.NewLabel = column.NewLabel
		o.OnNew = func(text string) { column.OnNew(row, text) }
	}
	ShowPicker(t, o)
}

// goOn leaves a cell whose choice was picked, for the one beside it.
func (t *Table) goOn(col, by int) {
	t.SetCursor(t.row, col)
	t.stepColumn(by)
	switch {
	case t.col == col:
		FocusBeside(t, by < 0)
	case t.o.Sheet == nil:
		t.Edit(t.row, t.col)
	}
}

// cellAt returns where a cell is in the table, and its width.
func (t *Table) cellAt(row, col int) (x, y, w float32) {
	x = t.checkWidth() + t.edge() - t.rows.scroll.Offset.X
	for i, width := range t.widths() {
		if i == col {
			w = width
			break
		}
		x += width
	}
	y = theme.Height(theme.Row) + float32(row)*t.rowHeight() - t.rows.scroll.Offset.Y
	return x, y, w
}

// place lays the entry over its cell; what is understood goes above it, a problem below.
func (e *cellEdit) place() {
	t := e.table
	x, y, w := t.cellAt(e.row, e.col)
	w = max(w, theme.Scaled(120))
	x = max(0, min(x, t.Size().Width-w))
	above := e.entry.hintHeight()
	h := e.entry.MinSize().Height
	e.frame.Style = PanelStyle{}
	if above > 0 || e.entry.Problem != "" {
		e.frame.Style = PanelStyle{Fill: theme.Surface, Radius: theme.RadiusEntry}
	}
	place(e.frame, x, y+middle(t.rowHeight(), theme.Height(e.entry.Height))-above, w, h)
	show(e.frame, y > 0 && y < t.Size().Height)
	e.frame.Refresh()
}

// leave takes the text when the keyboard goes elsewhere. Text that is refused stays open with the reason: nothing is lost silently.
func (e *cellEdit) leave() {
	if e.done || !e.take() {
		return
	}
	e.done = true
	e.close()
}

// take hands over the text, if it is another; false: it was refused.
func (e *cellEdit) take() bool {
	t := e.table
	text := e.entry.Text()
	if text == t.o.Columns[e.col].Text(e.row) || t.o.OnEdit == nil {
		return true
	}
	if err := t.o.OnEdit(e.row, e.col, text); err != nil {
		e.entry.SetProblem(err.Error())
		e.place()
		return false
	}
	return true
}

// finish takes the text or not, and goes on to another cell.
func (e *cellEdit) finish(take bool, rows, cols int) {
	if e.done {
		return
	}
	t := e.table
	if take && !e.take() {
		return
	}
	e.done = true
	e.close()
	t.Focus()
	switch {
	case rows != 0:
		before := t.row
		t.Step(rows)
		if t.row != before && t.o.Sheet == nil {
			t.Edit(t.row, e.col)
		}
	case cols != 0:
		before := t.col
		t.stepColumn(cols)
		if t.col != before && t.o.Sheet == nil {
			t.Edit(t.row, t.col)
		}
	}
}

func (e *cellEdit) close() {
	e.table.edit = nil
	e.table.rows.refreshRow(e.row)
	e.table.BaseWidget.Refresh()
}
