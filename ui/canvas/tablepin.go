package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// Where a table is wider than its place, its first column stays at the left while the others are scrolled: one sees which row a cell belongs to.

// newPin is the ground of a first column that stays.
func newPin(fill theme.Token) *widgets.Panel {
	return widgets.NewPanel(nil, widgets.PanelStyle{Fill: fill, LineBottom: true, LineRight: true})
}

// pinned is how far the first column has been moved to stay in sight, 0 while nothing is scrolled.
func (t *Table) pinned() float32 {
	if t.wide == nil {
		return 0
	}
	return min(t.wide.Offset.X, max(0, t.wide.Content.Size().Width-t.wide.Size().Width))
}

// slid moves what stays in sight along with the scrolling.
func (t *Table) slid(fyne.Position) {
	t.head.pin()
	for _, l := range t.lines {
		l.pin()
	}
	t.placeEditor()
}

// left is where a column begins, seen from the row.
func (t *Table) left(col int) float32 {
	if col == 0 {
		return t.pinned()
	}
	x := float32(0)
	for _, w := range t.widths(t.wide.Content.Size().Width)[:col] {
		x += w
	}
	return x
}

// slideTo scrolls sideways as little as is needed to show a column beside the first.
func (t *Table) slideTo(col int) {
	if col == 0 {
		return // it stays in sight
	}
	widths := t.widths(t.wide.Content.Size().Width)
	x, view, stays := t.left(col), t.wide.Size().Width, widths[0]
	at := t.pinned()
	switch {
	case x < at+stays:
		at = max(0, x-stays)
	case x+widths[col] > at+view:
		at = min(x-stays, x+widths[col]-view)
	default:
		return
	}
	t.wide.ScrollToOffset(fyne.NewPos(at, 0))
	t.slid(fyne.Position{})
}

// pin puts the title of the first column where the column is.
func (h *tableHead) pin() {
	at := h.table.pinned()
	w := h.table.widths(h.Size().Width)[0]
	h.stays.Hidden = at == 0
	put(h.stays, at, 0, w, h.Size().Height)
	h.titles[0].Move(fyne.NewPos(at+cellPadX, h.titles[0].Position().Y))
}

// pin puts the first cell, and the cursor on it, where the column is.
func (r *rowView) pin() {
	at := r.table.pinned()
	w := r.table.widths(r.Size().Width)[0]
	r.stays.Hidden = at == 0
	put(r.stays, at, 0, w, r.Size().Height)
	for _, o := range []fyne.CanvasObject{r.cells[0], r.action, r.wait} {
		o.Move(fyne.NewPos(at+cellPadX, o.Position().Y))
	}
	if r.cursor == 0 {
		r.frame.Move(fyne.NewPos(at+3, r.frame.Position().Y))
	}
}
