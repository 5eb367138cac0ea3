package widgets

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Sheet makes a table a sheet with a cursor on one cell, as spreadsheets have it. Its first column stands for the whole row: there letters go to the
// page, which knows what they do to a row. In all other cells typing edits: text in the entry over the cell, choices in their list, narrowed by what is typed.
type Sheet struct {
	Copy  func() string     // Ctrl+C
	Paste func(text string) // Ctrl+V
	Down  func()            // Ctrl+D
	Moved func()            // to another column, where keys do other things
}

// WholeRow says that the cursor stands for the row and not for one of its cells.
func (t *Table) WholeRow() bool { return t.o.Sheet != nil && t.col == 0 }

// InCell says that the cursor is in a cell where typing edits.
func (t *Table) InCell() bool { return t.o.Sheet != nil && t.row >= 0 && t.col > 0 }

// AcceptsTab keeps Tab for the cells, up to the last one: from there, and from the whole row, the keyboard goes on to the next widget.
func (t *Table) AcceptsTab() bool {
	return t.InCell() && (t.shift || t.col < len(t.o.Columns)-1)
}

// firstEditable is where editing begins from the whole row.
func (t *Table) firstEditable() int {
	for i := range t.o.Columns {
		if t.editable(i) {
			return i
		}
	}
	return t.col
}

// typeOver begins to edit the cell with a letter that was typed on it.
func (t *Table) typeOver(r rune) bool {
	if !t.InCell() || !t.editable(t.col) || unicode.IsSpace(r) {
		return false
	}
	if t.o.Columns[t.col].Choices != nil {
		if t.StopEditing() {
			t.pick(t.row, t.col, string(r))
		}
		return true
	}
	t.Edit(t.row, t.col)
	if t.edit != nil {
		t.edit.entry.SetText(string(r))
		t.edit.entry.CaretToEnd()
	}
	return true
}

// gridKey takes the keys that only a grid has.
func (t *Table) gridKey(ev *fyne.KeyEvent) bool {
	if !t.InCell() {
		return false
	}
	switch ev.Name {
	case fyne.KeyTab:
		by := 1
		if t.shift {
			by = -1
		}
		t.stepColumn(by)
	case fyne.KeyEscape:
		t.SetCursor(t.row, 0)
	default:
		return false
	}
	return true
}

// gridShortcut takes the combinations that only a grid has.
func (t *Table) gridShortcut(s fyne.Shortcut) bool {
	if t.o.Sheet == nil || t.row < 0 {
		return false
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(t.o.Sheet.Copy())
	case *fyne.ShortcutPaste:
		t.o.Sheet.Paste(s.Clipboard.Content())
	case *desktop.CustomShortcut:
		if !t.InCell() || KeysOfShortcut(s) != "Ctrl+D" {
			return false
		}
		t.o.Sheet.Down()
	default:
		return false
	}
	return true
}

// afterEnter goes a row down once the text is taken, or back to the whole row where editing began there.
func (t *Table) afterEnter(e *cellEdit) {
	switch {
	case t.o.Sheet == nil || t.edit != nil:
	case e.from == 0:
		t.SetCursor(t.row, 0)
	default:
		t.Step(1)
	}
}

// afterEscape leaves the cursor where it was before.
func (t *Table) afterEscape(e *cellEdit) {
	if t.o.Sheet != nil && t.edit == nil && e.from == 0 {
		t.SetCursor(t.row, 0)
	}
}
