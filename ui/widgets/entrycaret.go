package widgets

import "fyne.io/fyne/v2/driver/desktop"

// Fyne scrolls an entry to its caret, whether it has the keyboard or not. An entry that nobody types into should show how its text begins, so the
// caret waits there and comes back to its place with the keyboard.

// caretPlace is where the caret was, in which text.
type caretPlace struct {
	text     string
	row, col int
}

// leaveCaret remembers the caret and shows the beginning.
func (c *entryCore) leaveCaret() {
	c.caret = caretPlace{c.Text, c.CursorRow, c.CursorColumn}
	c.stroke = stroke{}
	c.CursorRow, c.CursorColumn = 0, 0
	c.Refresh()
}

// takeCaret puts the caret back, or behind a text that is new. A click says by itself where it belongs.
func (c *entryCore) takeCaret() {
	switch {
	case c.clicked:
	case c.caret.text == c.Text && c.Text != "":
		c.CursorRow, c.CursorColumn = c.caret.row, c.caret.col
		c.Refresh()
	default:
		c.outer.CaretToEnd()
	}
}

// MouseDown puts the caret where the pointer is.
func (c *entryCore) MouseDown(ev *desktop.MouseEvent) {
	c.clicked = true
	c.Entry.MouseDown(ev)
	c.clicked = false
}
