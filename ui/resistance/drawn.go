package resistance

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// drawn is the renderer of the widgets here that paint themselves.
type drawn struct {
	objects func() []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	paint   func()
	size    func() fyne.Size
}

func (d *drawn) Destroy()                     {}
func (d *drawn) Objects() []fyne.CanvasObject { return d.objects() }
func (d *drawn) MinSize() fyne.Size           { return d.min() }
func (d *drawn) Layout(s fyne.Size)           { d.layout(s) }

// Refresh takes up another theme or other data.
func (d *drawn) Refresh() {
	d.paint()
	d.layout(d.size())
	for _, o := range d.objects() {
		o.Refresh()
	}
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// disc puts a circle around a center. Fyne centers a stroke on the edge; half of it comes in here, so that r is the outer radius.
func disc(c *canvas.Circle, x, y, r float32) {
	r -= c.StrokeWidth / 2
	put(c, x-r, y-r, 2*r, 2*r)
}

// stroke puts a line between two points.
func stroke(l *canvas.Line, x1, y1, x2, y2 float32) {
	l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
	l.Refresh()
}

func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// write sets the words of a text. Size is in points at the text size in use.
func write(t *canvas.Text, words string, size float32, bold bool, token theme.Token) {
	t.Text, t.TextSize, t.TextStyle, t.Color = words, size, fyne.TextStyle{Bold: bold}, theme.Color(token)
}

// middleAt centers a text on a point.
func middleAt(t *canvas.Text, x, y float32) {
	m := t.MinSize()
	put(t, x-m.Width/2, y-m.Height/2, m.Width, m.Height)
}

// startAt puts a text to the right of a point, on its height, and says where it ends.
func startAt(t *canvas.Text, x, y float32) float32 {
	m := t.MinSize()
	put(t, x, y-m.Height/2, m.Width, m.Height)
	return x + m.Width
}

// endAt puts a text to the left of a point, on its height, and says where it begins.
func endAt(t *canvas.Text, x, y float32) float32 {
	m := t.MinSize()
	put(t, x-m.Width, y-m.Height/2, m.Width, m.Height)
	return x - m.Width
}

// say changes the words of a text that is on the screen.
func say(t *canvas.Text, words string) {
	if t.Text != words {
		t.Text = words
		t.Refresh()
	}
}

// letter changes the size of a text that is on the screen.
func letter(t *canvas.Text, size float32) {
	if t.TextSize != size {
		t.TextSize = size
		t.Refresh()
	}
}
