package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/workshop/figure"
)

// Hands are what somebody does to a figure that is worked on. Things in it are called by numbers of the caller's own.
type Hands struct {
	At     func(fyne.Position) int // the thing at a point of the figure, -1 for none
	Tap    func(thing int, again bool)
	Menu   func(thing int)
	Drop   func(thing int, from, to fyne.Position)
	Words  func(thing int) string                         // on what is carried
	Over   func(thing int, from, to fyne.Position) string // the same while it is on its way; nil: as when it was taken
	Lay    func(fyne.Size)                                // the room has changed
	Key    func(ev *fyne.KeyEvent, shift bool)
	Letter func(rune)
}

// Surface shows a figure that is worked on, for boards outside this package: the same carrying, marking and keys as on the canvases.
type Surface struct {
	surface
	hands Hands
	from  fyne.Position // where what is carried was taken
}

// NewSurface returns an empty surface.
func NewSurface(h Hands) *Surface {
	s := &Surface{hands: h}
	s.begin()
	s.at, s.tap, s.menu, s.lay, s.words, s.letter = h.At, h.Tap, h.Menu, h.Lay, h.Words, h.Letter
	s.drop = func(thing int, to fyne.Position) { h.Drop(thing, s.from, to) }
	s.key = func(ev *fyne.KeyEvent) { h.Key(ev, s.shift) }
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a figure, or another state of it.
func (s *Surface) Set(fig figure.Figure) { s.picture.Set(fig) }

// Mark frames a thing; an empty box frames none.
func (s *Surface) Mark(b figure.Box) { s.mark(b) }

// Again lays the figure out anew.
func (s *Surface) Again() { s.room() }

// Dragged carries a thing, and says what would become of it where it is.
func (s *Surface) Dragged(ev *fyne.DragEvent) {
	if s.carried < 0 {
		s.from = inside(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY))
	}
	s.surface.Dragged(ev)
	if s.carried >= 0 && s.hands.Over != nil {
		s.label.SetText(s.hands.Over(s.carried, s.from, s.target))
	}
}
