// Package tour leads through the app in a few stops: each goes to a real
// screen, frames the part that it is about and says in two sentences what that
// part is for.
//
// It promises that one can work on in the window while a tour is on (the frame
// takes no clicks), that it can be gone through with Enter alone, and that it
// changes nothing. The wiring in ui knows the stops.
package tour

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// Stop is one place on the way.
type Stop struct {
	Title, Text string
	Go          func()                   // goes to the screen
	At          func() fyne.CanvasObject // the part that is framed; nil for none
}

// Options are what a tour needs of the window.
type Options struct {
	Stops  []Stop
	Window fyne.Window
	Layer  func(fyne.CanvasObject) // lays something over the page; nil takes it away
	Ended  func()
}

// Tour is a tour that is on.
type Tour struct {
	o     Options
	at    int
	frame *canvas.Rectangle
	card  *fyne.Container
	next  *widgets.Button
	over  *fyne.Container
	ended bool
}

// Start begins at the first stop.
func Start(o Options) *Tour {
	t := &Tour{o: o, frame: canvas.NewRectangle(nil), card: widgets.Over()}
	t.frame.StrokeWidth, t.frame.CornerRadius = 3, theme.RadiusCard
	t.over = container.New(&place{t}, t.frame, t.card)
	t.show()
	return t
}

// On says whether the tour has not ended.
func (t *Tour) On() bool { return t != nil && !t.ended }

// At is the number of the stop, from 0.
func (t *Tour) At() int { return t.at }

// Next goes to the next stop, from the last one it ends.
func (t *Tour) Next() {
	if t.at+1 == len(t.o.Stops) {
		t.End()
		return
	}
	t.at++
	t.show()
}

// Back goes to the stop before.
func (t *Tour) Back() {
	if t.at > 0 {
		t.at--
		t.show()
	}
}

// End takes the tour away; the screen stays where it is.
func (t *Tour) End() {
	if t.ended {
		return
	}
	t.ended = true
	t.o.Layer(nil)
	if t.o.Ended != nil {
		t.o.Ended()
	}
}

func (t *Tour) show() {
	s := t.o.Stops[t.at]
	s.Go()
	words, key := "Next", widgets.Keys("Alt+PgDn")
	if t.at+1 == len(t.o.Stops) {
		words = "Done"
	}
	t.next = widgets.NewPrimary(words, "", t.Next).WithTip("Also " + string(key))
	back := widgets.NewButton("Back", t.Back)
	back.SetEnabled(t.at > 0)
	content := widgets.VStack(theme.Gap,
		widgets.HTop(theme.Gap, widgets.Grow(widgets.NewText(s.Title, theme.SubHeading)), widgets.NewQuietIcon("x", "End the tour (Alt+End)", t.End)),
		widgets.NewText(s.Text, theme.Body).In(theme.Text2),
		widgets.HStack(theme.Gap, widgets.Caption(fmt.Sprintf("%d of %d", t.at+1, len(t.o.Stops))).Keep(), widgets.Spacer(), back, t.next))
	t.card.Objects = []fyne.CanvasObject{widgets.NewPanel(content, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Accent, Radius: theme.RadiusDialog, PadX: theme.PadPage, PadY: theme.PadPage, Shadow: true})}
	t.frame.StrokeColor = theme.Color(theme.Accent)
	t.o.Layer(t.over)
	t.over.Refresh()
	t.o.Window.Canvas().Focus(t.next)
}

// place lays the frame around what the stop is about and the card beside it.
type place struct{ t *Tour }

// MinSize is Fyne's.
func (*place) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// gap is between the frame and the card, and to the edge of the window.
const gap = 16

// Layout is Fyne's.
func (p *place) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t := p.t
	wide := min(theme.Width(340), size.Width-2*gap)
	t.card.Resize(fyne.NewSize(wide, t.card.MinSize().Height))
	high := t.card.MinSize().Height // wrapped text knows its height once it has a width
	t.card.Resize(fyne.NewSize(wide, high))
	at, area, found := p.target(size)
	show(t.frame, found)
	if !found {
		t.card.Move(fyne.NewPos((size.Width-wide)/2, (size.Height-high)/2))
		return
	}
	t.frame.Move(at)
	t.frame.Resize(area)
	x, y := at.X+area.Width+gap, at.Y+gap
	switch {
	case x+wide+gap <= size.Width: // right of it
	case at.X-wide-2*gap >= 0: // left of it
		x = at.X - wide - gap
	case at.Y+area.Height+high+2*gap <= size.Height: // below
		x, y = at.X+gap, at.Y+area.Height+gap
	case at.Y-high-2*gap >= 0: // above
		x, y = at.X+gap, at.Y-high-gap
	default: // inside, at its foot
		x, y = at.X+area.Width-wide-2*gap, at.Y+area.Height-high-2*gap
	}
	t.card.Move(fyne.NewPos(min(max(x, gap), size.Width-wide-gap), min(max(y, gap), size.Height-high-gap)))
}

// target is where the part stands that the stop is about.
func (p *place) target(size fyne.Size) (fyne.Position, fyne.Size, bool) {
	f := p.t.o.Stops[p.t.at].At
	if f == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	o := f()
	if o == nil || !o.Visible() || o.Size().IsZero() {
		return fyne.Position{}, fyne.Size{}, false
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	area := o.Size()
	at = fyne.NewPos(max(at.X, 2), max(at.Y, 2))
	return at, fyne.NewSize(min(area.Width, size.Width-at.X-2), min(area.Height, size.Height-at.Y-2)), true
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
