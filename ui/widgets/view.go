package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// view is the renderer of every widget here: a list of objects, and functions of the widget that size and paint them.
type view struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	paint   func()
	dirty   func() []fyne.CanvasObject // for widgets whose objects change
	size    func() fyne.Size
	shallow bool // paint refreshes what has changed inside
}

func (v *view) Destroy() {}

func (v *view) Layout(s fyne.Size) {
	if v.layout != nil {
		v.layout(s)
	}
}

func (v *view) MinSize() fyne.Size { return v.min() }

func (v *view) Objects() []fyne.CanvasObject {
	if v.dirty != nil {
		return v.dirty()
	}
	return v.objects
}

// Refresh paints and lays out: in most widgets a new text or state moves things.
func (v *view) Refresh() {
	if v.paint != nil {
		v.paint()
	}
	if v.layout != nil && v.size != nil {
		v.layout(v.size())
	}
	if v.shallow {
		return
	}
	for _, o := range v.Objects() {
		if _, icon := o.(*canvas.Image); !icon { // drawn anew by paintIcon alone, and only if it is another
			o.Refresh()
		}
	}
}

// place moves and resizes in one line. Fyne centers the stroke of a ring on its edge; half of it comes in here, so that nothing is drawn
// outside the room.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	in := float32(0)
	if ring, ok := o.(*canvas.Circle); ok {
		in = ring.StrokeWidth
	}
	o.Move(fyne.NewPos(x+in/2, y+in/2))
	o.Resize(fyne.NewSize(max(0, w-in), max(0, h-in)))
}

// middle centers a height within another, on a whole pixel.
func middle(outer, inner float32) float32 { return float32(int((outer-inner)/2 + 0.5)) }

// show hides or shows.
func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}
