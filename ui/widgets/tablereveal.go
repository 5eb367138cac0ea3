package widgets

// revealColumn scrolls sideways as little as is needed to show the cursor's column, where the table is wider than its place.
func (t *Table) revealColumn() {
	view := t.rows.scroll.Size().Width
	if view <= 0 || t.leastWidth() <= view {
		return
	}
	x, _, w := t.cellAt(0, t.col)
	at := t.rows.scroll.Offset
	switch {
	case x < 0:
		at.X = max(0, at.X+x-t.edge())
	case x+w > view:
		at.X += x + w - view
	default:
		return
	}
	t.rows.scroll.ScrollToOffset(at)
	t.scrolled()
}
