package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/figure"
)

// surface shows a figure that is worked on: its cards are tapped, carried, and marked. It can hold the keyboard.
type surface struct {
	widget.BaseWidget
	at     func(fyne.Position) int // the card at a point, -1 for none
	tap    func(card int, again bool)
	ground func(fyne.Position) // tapped where no card is; nil: nothing is meant by that
	menu   func(card int)
	drop   func(card int, to fyne.Position)
	lay    func(fyne.Size) // the room has changed
	key    func(*fyne.KeyEvent)
	letter func(rune)
	words  func(card int) string // on the card that is carried

	picture *drawing.Figure
	frame   *widgets.Panel // around the selected card
	ghost   *widgets.Panel // the card on its way
	label   *widgets.Label
	carried int
	target  fyne.Position // where it would be dropped
	tapped  time.Time
	focused bool
	shift   bool
}

func newSurface() *surface {
	s := &surface{}
	s.begin()
	s.ExtendBaseWidget(s)
	return s
}

func (s *surface) begin() {
	s.picture, s.carried, s.label = drawing.New(), -1, widgets.NewLabel("", theme.CardText)
	s.frame = widgets.NewPanel(nil, widgets.PanelStyle{Stroke: theme.Accent, Width: theme.StrokeFocus, Radius: theme.RadiusCap})
	s.ghost = widgets.NewPanel(s.label, widgets.PanelStyle{Fill: theme.Raised, Stroke: theme.Accent, Width: theme.StrokeFocus, Radius: theme.RadiusCard, PadX: 9, PadY: 7, Shadow: true})
	s.frame.Hide()
	s.ghost.Hide()
}

// rim is left free around the figure, for the frame of a card at its edge.
const rim = 3

// inside is a point of the surface as a point of the figure.
func inside(p fyne.Position) fyne.Position { return p.SubtractXY(rim, rim) }

// mark frames a card; an empty box frames none.
func (s *surface) mark(b figure.Box) {
	if b.W <= 0 {
		s.frame.Hide()
		return
	}
	put(s.frame, float32(b.X)+rim-2, float32(b.Y)+rim-2, float32(b.W)+4, float32(b.H)+4)
	s.frame.Show()
	s.frame.Refresh()
}

// MinSize is what the figure needs; where it follows the room, nothing.
func (s *surface) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(0, s.picture.MinSize().Height+2*rim)
}

// CreateRenderer is Fyne's.
func (s *surface) CreateRenderer() fyne.WidgetRenderer { return &surfaceRenderer{s} }

type surfaceRenderer struct{ s *surface }

func (r *surfaceRenderer) Destroy() {}

func (r *surfaceRenderer) MinSize() fyne.Size { return r.s.MinSize() }

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.picture, r.s.frame, r.s.ghost}
}

func (r *surfaceRenderer) Layout(size fyne.Size) {
	put(r.s.picture, rim, rim, size.Width-2*rim, size.Height-2*rim)
	r.s.room()
}

func (r *surfaceRenderer) Refresh() {
	r.s.room()
	r.s.picture.Refresh()
}

// room lays the figure out in what is left of the surface.
func (s *surface) room() { s.lay(s.Size().SubtractWidthHeight(2*rim, 2*rim)) }

// Tapped selects, and edits the second time.
func (s *surface) Tapped(ev *fyne.PointEvent) {
	again := time.Since(s.tapped) < doubleTap
	s.tapped = time.Now()
	card := s.at(inside(ev.Position))
	s.tap(card, again)
	if card < 0 && s.ground != nil {
		s.ground(inside(ev.Position))
	}
}

// TappedSecondary opens what can be done with a card.
func (s *surface) TappedSecondary(ev *fyne.PointEvent) {
	if card := s.at(inside(ev.Position)); card >= 0 {
		s.tap(card, false)
		s.menu(card)
	}
}

// Dragged carries a card.
func (s *surface) Dragged(ev *fyne.DragEvent) {
	if s.carried < 0 {
		start := ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY)
		if s.carried = s.at(inside(start)); s.carried < 0 {
			return
		}
		s.carry(s.carried)
	}
	s.ghost.Move(ev.Position.AddXY(8, 8))
	s.target = inside(ev.Position)
}

var nowhere = fyne.NewPos(-1, -1)

// carry shows a card under the pointer.
func (s *surface) carry(card int) {
	s.label.SetText(clip(s.words(card)))
	s.ghost.Resize(fyne.NewSize(theme.Width(180), s.ghost.MinSize().Height))
	s.ghost.Show()
	s.ghost.Refresh()
}

// DragEnd drops it.
func (s *surface) DragEnd() {
	card, to := s.carried, s.target
	s.carried, s.target = -1, nowhere
	s.ghost.Hide()
	if card >= 0 {
		s.drop(card, to)
	}
}

// FocusGained is part of fyne.Focusable.
func (s *surface) FocusGained() { s.focused = true }

// FocusLost is part of fyne.Focusable.
func (s *surface) FocusLost() { s.focused = false }

// TypedRune is part of fyne.Focusable.
func (s *surface) TypedRune(r rune) { s.letter(r) }

// TypedKey is part of fyne.Focusable.
func (s *surface) TypedKey(ev *fyne.KeyEvent) { s.key(ev) }

// AcceptsTab keeps Tab here: it goes from card to card.
func (s *surface) AcceptsTab() bool { return true }

// KeyDown is part of desktop.Keyable.
func (s *surface) KeyDown(ev *fyne.KeyEvent) { s.shifted(ev, true) }

// KeyUp is part of desktop.Keyable.
func (s *surface) KeyUp(ev *fyne.KeyEvent) { s.shifted(ev, false) }

func (s *surface) shifted(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		s.shift = down
	}
}
