package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// Rows of a list that can be dragged are widgets of the owner's that implement fyne.Draggable; the list says between which rows the pointer
// is, and marks the place.

// gapMark is the line between two rows where something would be dropped.
type gapMark struct{ line *canvas.Rectangle }

func newGapMark() *gapMark {
	m := &gapMark{line: canvas.NewRectangle(nil)}
	m.line.Hide()
	return m
}

// GapAt is the gap between rows nearest to a height in the window: 0 is above the first row.
func (l *List) GapAt(y float32) int {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.rows.scroll).Y - l.rows.scroll.Offset.Y
	h := l.o.Height()
	return min(max(int((y-top+h/2)/h), 0), l.o.Length())
}

// ShowGap draws a line in a gap and brings the rows at both sides of it into sight; -1 takes the line away.
func (l *List) ShowGap(i int) {
	if i < 0 {
		l.gap.line.Hide()
		l.gap.line.Refresh()
		return
	}
	l.rows.reveal(min(i, l.o.Length()-1))
	l.rows.reveal(i - 1)
	l.gap.line.FillColor = theme.Color(theme.Accent)
	l.gap.line.Move(fyne.NewPos(0, max(0, float32(i)*l.o.Height()-l.rows.scroll.Offset.Y-1)))
	l.gap.line.Resize(fyne.NewSize(l.Size().Width, 2))
	l.gap.line.Show()
	l.gap.line.Refresh()
}
