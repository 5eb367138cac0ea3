package widgets

// Fyne (2.8.1) takes a space that falls on the end of a wrapped line out of the line and then puts the caret before it: the next letters would stand in
// front of the space. The caret is put right again before the next stroke.

// stroke is the text after a typed letter, and where the caret belongs in it.
type stroke struct {
	text  string
	caret int
}

// TypedRune types a letter where the caret belongs.
func (c *entryCore) TypedRune(r rune) {
	if !c.MultiLine {
		c.Entry.TypedRune(r)
		return
	}
	c.mendCaret()
	c.stroke = stroke{}
	caret := -1
	if c.SelectedText() == "" {
		caret = c.CursorTextOffset() + 1
	}
	c.Entry.TypedRune(r)
	if r == ' ' && caret > 0 {
		c.stroke = stroke{c.Text, caret}
	}
}

// mendCaret puts the caret behind a space that wrapping has swallowed.
func (c *entryCore) mendCaret() {
	if c.stroke.caret > 0 && c.Text == c.stroke.text {
		if short := c.stroke.caret - c.CursorTextOffset(); short > 0 && short <= 2 {
			c.CursorColumn += short
		}
	}
}
