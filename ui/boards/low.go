package boards

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// lowest is how high a board must be, at 100 % text, to show everything above its face. A lower one, on a small screen or with large text,
// has numbers beside their words, its views beside the numbers, and no words on what the face is for (F1 says it): the room goes to the records.
const lowest = 440

// boardLayout puts the numbers above the choice of views, or both into one row, and gives the face the rest.
type boardLayout struct {
	board      *Board
	head, tabs fyne.CanvasObject // nil for none
	body       fyne.CanvasObject
}

// beside says whether head and tabs stand in one row.
func (l *boardLayout) beside(width float32) bool {
	return l.board.low && len(l.board.facts) > 0 && l.head != nil && l.tabs != nil && l.head.MinSize().Width+theme.Gap+l.tabs.MinSize().Width <= width
}

// Layout is Fyne's.
func (l *boardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.board.lower(size.Height < theme.Scaled(lowest))
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	y := float32(0)
	switch {
	case l.beside(size.Width):
		tabs := l.tabs.MinSize()
		w := size.Width - tabs.Width - theme.Gap
		l.head.Resize(fyne.NewSize(w, l.head.Size().Height))
		tall := max(l.head.MinSize().Height, tabs.Height)
		put(l.head, tabs.Width+theme.Gap, 0, w, tall)
		put(l.tabs, 0, (tall-tabs.Height)/2, tabs.Width, tabs.Height)
		y = tall + theme.Gap
	default:
		if l.head != nil && l.head.Visible() {
			l.head.Resize(fyne.NewSize(size.Width, l.head.Size().Height)) // its height depends on its width
			put(l.head, 0, y, size.Width, l.head.MinSize().Height)
			y += l.head.MinSize().Height + theme.Gap
		}
		if l.tabs != nil {
			m := l.tabs.MinSize()
			if len(l.board.tools) > 0 { // they go on in a second row where one is too short
				l.tabs.Resize(fyne.NewSize(size.Width, l.tabs.Size().Height))
				m = fyne.NewSize(size.Width, l.tabs.MinSize().Height)
			}
			put(l.tabs, 0, y, m.Width, m.Height)
			y += m.Height + theme.Gap
		}
	}
	put(l.body, 0, y, size.Width, max(size.Height-y, l.body.MinSize().Height))
}

// MinSize is Fyne's.
func (l *boardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	m := l.body.MinSize()
	above := float32(0)
	for _, o := range []fyne.CanvasObject{l.head, l.tabs} {
		if o == nil || !o.Visible() {
			continue
		}
		h := o.MinSize().Height + theme.Gap
		if l.beside(l.board.width()) {
			above = max(above, h)
		} else {
			above += h
		}
	}
	return fyne.NewSize(m.Width, m.Height+above)
}

func (b *Board) width() float32 {
	if b.content == nil {
		return 0
	}
	return b.content.Size().Width
}

// lower shows the board with less above its face, or all of it.
func (b *Board) lower(low bool) {
	if b.low == low {
		return
	}
	b.low = low
	for _, f := range b.facts {
		f.shape.low = low
	}
	for _, f := range b.faces {
		if f.hint != nil {
			show(f.hint, !low)
		}
	}
	if b.lowered != nil {
		b.lowered(low)
	}
}

// strip is a strip of facts that become lower with the board.
func (b *Board) strip(facts []*fact, right ...fyne.CanvasObject) fyne.CanvasObject {
	b.facts = facts
	return strip(facts, right...)
}

// factLayout puts a number above its word, or beside it where the board is low.
type factLayout struct{ low bool }

const besideWord = 6

// Layout is Fyne's.
func (l *factLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	number, word := objects[0], objects[1]
	n, w := number.MinSize(), word.MinSize()
	number.Resize(n)
	word.Resize(w)
	if l.low {
		number.Move(fyne.NewPos(0, (size.Height-n.Height)/2))
		word.Move(fyne.NewPos(n.Width+besideWord, (size.Height-w.Height)/2+2)) // on one line with the larger figures
		return
	}
	number.Move(fyne.Position{})
	word.Move(fyne.NewPos(0, n.Height))
}

// MinSize is Fyne's.
func (l *factLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	n, w := objects[0].MinSize(), objects[1].MinSize()
	if l.low {
		return fyne.NewSize(n.Width+besideWord+w.Width, max(n.Height, w.Height))
	}
	return fyne.NewSize(max(n.Width, w.Width), n.Height+w.Height)
}
