package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is told by the canvas.
func (t *Table) FocusGained() {
	t.focused = true
	if t.row < 0 {
		t.Step(1)
	}
	t.rows.refreshRow(t.row)
}

// FocusLost is told by the canvas.
func (t *Table) FocusLost() {
	t.focused, t.shift = false, false
	t.rows.refreshRow(t.row)
}

// KeyDown remembers Shift.
func (t *Table) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = true
	}
}

// KeyUp forgets Shift.
func (t *Table) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = false
	}
}

// TypedKey moves, edits and opens.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	if t.gridKey(ev) || t.o.OnKey != nil && t.o.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyUp:
		t.walk(-1)
	case fyne.KeyDown:
		t.walk(1)
	case fyne.KeyPageUp:
		t.Step(-t.rows.page())
	case fyne.KeyPageDown:
		t.Step(t.rows.page())
	case fyne.KeyHome:
		t.Step(-t.o.Rows())
	case fyne.KeyEnd:
		t.Step(t.o.Rows())
	case fyne.KeyLeft:
		t.stepColumn(-1)
	case fyne.KeyRight:
		t.stepColumn(1)
	case fyne.KeyF2:
		t.editHere()
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case t.row < 0:
			forwardKey(t, ev)
		case t.o.OnOpen != nil:
			t.o.OnOpen(t.row)
		default:
			t.editHere()
		}
	default:
		forwardKey(t, ev)
	}
}

// editHere edits the cell of the cursor; from the whole row, the first that can be.
func (t *Table) editHere() {
	if t.WholeRow() {
		t.Edit(t.row, t.firstEditable())
		return
	}
	t.Edit(t.row, t.col)
}

// walk moves by a row; with Shift it checks the rows it passes.
func (t *Table) walk(by int) {
	from := t.row
	t.Step(by)
	if t.shift && t.o.Multi && from >= 0 {
		t.selected[from] = true
		t.check(t.row, true)
	}
}

// TypedRune gives letters to the page.
func (t *Table) TypedRune(r rune) {
	if t.o.OnRune != nil && t.o.OnRune(r) || t.typeOver(r) {
		return
	}
	forwardRune(t, r)
}

// TypedShortcut checks all rows on Ctrl+A and hands on the rest.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	if s.ShortcutName() == "SelectAll" && t.o.Multi {
		t.SelectAll(true)
		return
	}
	if !t.gridShortcut(s) {
		forwardShortcut(t, s)
	}
}

// tapped puts the cursor where the click was; a second click opens, one at the check box checks.
func (t *Table) tapped(row int, at fyne.Position, again bool) {
	if _, is := t.heading(row); is {
		return
	}
	if !t.StopEditing() {
		return
	}
	t.Focus()
	if at.X < t.checkWidth() {
		t.check(row, !t.selected[row])
		return
	}
	col, _ := t.head.column(at.X)
	if t.o.Sheet != nil {
		col = max(col, 0)
	} else if !t.editable(col) {
		col = t.col
	}
	if t.o.Multi {
		switch mod := modifiers(); {
		case mod&fyne.KeyModifierShortcutDefault != 0:
			t.check(row, !t.selected[row])
		case mod&fyne.KeyModifierShift != 0 && t.row >= 0:
			for i := min(t.row, row); i <= max(t.row, row); i++ {
				if _, is := t.heading(i); !is {
					t.selected[i] = true
				}
			}
			t.selectionChanged()
		}
	}
	same := t.row == row
	t.moveTo(row, col)
	if !again || !same {
		return
	}
	if clicked, _ := t.head.column(at.X); t.editable(clicked) {
		t.Edit(row, clicked)
	} else if t.o.OnOpen != nil {
		t.o.OnOpen(row)
	}
}

func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
