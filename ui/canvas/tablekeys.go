package canvas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// at is the row of the cursor.
func (t *Table) at() *rowView {
	if t.row < 0 || t.row >= len(t.lines) {
		return nil
	}
	return t.lines[t.row]
}

func (t *Table) field() Field { return t.fields()[t.col] }

// mark draws the cursor. It is seen while the keyboard is here or an entry lies over the cell.
func (t *Table) mark() {
	for i, l := range t.lines {
		cursor := -1
		if i == t.row && t.focused {
			cursor = t.col
		}
		l.mark(i == t.row && l.record != nil, cursor)
	}
}

// to puts the cursor on a cell and brings it into sight.
func (t *Table) to(row, col int) {
	t.row = min(max(row, 0), len(t.lines)-1)
	t.col = min(max(col, 0), len(t.fields())-1)
	t.mark()
	t.lane.reveal(t.row)
	t.slideTo(t.col)
}

// next goes on by a cell, at the end of a row to the next one; false behind the last cell and before the first.
func (t *Table) next(by int) bool {
	n := len(t.fields())
	cell := t.row*n + t.col + by
	if l := t.at(); l != nil && l.record == nil && by > 0 {
		return false // nothing has been typed into the empty row
	}
	if cell < 0 || cell >= len(t.lines)*n {
		return false
	}
	t.to(cell/n, cell%n)
	return true
}

func (t *Table) columnAt(x float32) int {
	widths := t.widths(t.wide.Content.Size().Width)
	if at := t.pinned(); x >= at && x < at+widths[0] {
		return 0
	}
	for i, w := range widths {
		if x -= w; x < 0 {
			return i
		}
	}
	return len(t.fields()) - 1
}

func (t *Table) clicked(r *rowView, col int) {
	t.closeEditor(true)
	for i, l := range t.lines {
		if l == r {
			t.to(i, col)
		}
	}
	t.Focus()
}

// FocusGained is told by the canvas.
func (t *Table) FocusGained() {
	t.focused = true
	t.mark()
}

// FocusLost is told by the canvas.
func (t *Table) FocusLost() {
	t.focused, t.shift = false, false
	t.mark()
}

// AcceptsTab keeps Tab for the cells.
func (t *Table) AcceptsTab() bool { return true }

// KeyDown remembers Shift, because a Tab does not tell.
func (t *Table) KeyDown(ev *fyne.KeyEvent) { t.shifted(ev, true) }

// KeyUp forgets Shift.
func (t *Table) KeyUp(ev *fyne.KeyEvent) { t.shifted(ev, false) }

func (t *Table) shifted(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = down
	}
}

// TypedRune begins to edit the cell with the letter typed.
func (t *Table) TypedRune(r rune) {
	if r == ' ' {
		return // came as a key
	}
	t.edit(string(r))
}

// TypedShortcut takes what speaks of rows and hands on the rest.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	switch widgets.KeysOfShortcut(s) {
	case "Ctrl+Enter":
		if t.MakeAction() {
			return
		}
	case "Alt+Up":
		t.shiftRow(-1)
		return
	case "Alt+Down":
		t.shiftRow(1)
		return
	}
	widgets.HandShortcut(t, s)
}

// TypedKey is told by the canvas.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	if !t.Key(ev) {
		widgets.HandKey(t, ev)
	}
}

// Key takes the keys of rows and cells and says whether it did.
func (t *Table) Key(ev *fyne.KeyEvent) bool {
	page := max(1, int(t.lane.scroll.Size().Height/60))
	switch ev.Name {
	case fyne.KeyUp:
		t.to(t.row-1, t.col)
	case fyne.KeyDown:
		t.to(t.row+1, t.col)
	case fyne.KeyLeft:
		t.to(t.row, t.col-1)
	case fyne.KeyRight:
		t.to(t.row, t.col+1)
	case fyne.KeyPageUp:
		t.to(t.row-page, t.col)
	case fyne.KeyPageDown:
		t.to(t.row+page, t.col)
	case fyne.KeyHome:
		t.to(t.row, 0)
	case fyne.KeyEnd:
		t.to(t.row, len(t.fields())-1)
	case fyne.KeyTab:
		t.tab()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2, fyne.KeySpace:
		t.edit("")
	case fyne.KeyBackspace:
		t.clearCell()
	case fyne.KeyDelete:
		t.remove()
	default:
		return false
	}
	return true
}

func (t *Table) tab() {
	by := 1
	if t.shift {
		by = -1
	}
	if !t.next(by) {
		widgets.FocusBeside(t, t.shift)
	}
}

// clearCell empties the cell.
func (t *Table) clearCell() {
	l := t.at()
	if l == nil || l.record == nil || t.field().Fixed || t.rows.Value(l.record, t.field().ID) == nil {
		return
	}
	id, f := workshop.IDOf(l.record), t.field()
	if t.desk.do("Clear "+lower(f.Title), func(e *workshop.Edit) error { return t.rows.Set(e, id, f.ID, nil) }) {
		t.watch.Catch()
	}
}

// remove takes the row out; the notice brings it back.
func (t *Table) remove() {
	l := t.at()
	if l == nil || l.record == nil {
		return
	}
	id := workshop.IDOf(l.record)
	label := "Delete " + t.rows.One()
	if t.desk.do(label, func(e *workshop.Edit) error { return e.Delete(id) }) {
		t.watch.Catch()
		t.desk.undone(label, "Deleted: "+clip(l.shown[0]))
	}
}

// shiftRow moves a card up or down. Records have an order of their own.
func (t *Table) shiftRow(by int) {
	cards, ok := t.rows.(*cardRows)
	l := t.at()
	to := t.row + by
	if !ok || l == nil || l.record == nil || to < 0 || to >= len(t.lines)-1 {
		return
	}
	id := workshop.IDOf(l.record)
	if t.desk.do("Move "+t.rows.One(), func(e *workshop.Edit) error { return cards.position(e, id, "", to) }) {
		t.watch.Catch()
		t.to(to, t.col)
	}
}

// MakeAction makes the row of the cursor an action.
func (t *Table) MakeAction() bool {
	cards, ok := t.rows.(*cardRows)
	l := t.at()
	if !ok || l == nil || l.record == nil {
		return false
	}
	var made workshop.ID
	if t.desk.do("Make an action", func(e *workshop.Edit) (err error) {
		made, err = makeAction(e, cards, workshop.IDOf(l.record))
		return err
	}) {
		t.watch.Catch()
		t.desk.actionMade(made)
	}
	return true
}

func (t *Table) menu(r *rowView) {
	if r.record == nil {
		return
	}
	choices := []widgets.Choice{{Label: "Edit cell", Icon: "quote", Keys: "Enter", Run: func() { t.edit("") }}}
	if card, ok := r.record.(*workshop.Card); ok {
		if card.Action != "" && t.desk.OpenAction != nil {
			choices = append(choices, widgets.Choice{Label: "Open its action", Icon: "action", Run: func() { t.desk.OpenAction(card.Action) }})
		} else {
			choices = append(choices, widgets.Choice{Label: "Make an action", Icon: "action", Keys: "Ctrl+Enter", Run: func() { t.MakeAction() }})
		}
		if cards, ok := t.rows.(*cardRows); ok {
			choices = append(choices, t.desk.elsewhere(card.ID, cards.def, r)...)
		}
	}
	if f := t.field(); !f.Required && f.Type != template.TypeBool {
		choices = append(choices, widgets.Choice{Label: "Clear cell", Icon: "minus", Keys: "Backspace", Run: t.clearCell})
	}
	widgets.ShowMenu(r, append(choices, widgets.Choice{Label: "Delete row", Icon: "x", Keys: "Del", Run: t.remove}))
}
