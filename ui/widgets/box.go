package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// box is a filled shape with a border. The border is a shape of its own below the filled one: Fyne's two painters disagree on where a stroke lies, on the
// edge or inside it, and one of them blurs it over two pixels; a filled shape is sharp in both.
type box struct {
	outer, inner *canvas.Rectangle
	width        float32
}

func newBox() *box { return &box{outer: canvas.NewRectangle(nil), inner: canvas.NewRectangle(nil)} }

// objects adds the shapes to a renderer's list, in order.
func (b *box) objects(more ...fyne.CanvasObject) []fyne.CanvasObject {
	return append([]fyne.CanvasObject{b.outer, b.inner}, more...)
}

// paint colors the box; place follows it whenever the width of the border has changed.
func (b *box) paint(fill, stroke theme.Token, width, radius float32) {
	if width == 0 {
		width = theme.Stroke
	}
	b.width = 0
	bordered := stroke != "" && stroke != theme.None
	if solid := fill != "" && fill != theme.None && fill != theme.Hover; bordered && solid {
		b.width = width
		paintBox(b.outer, stroke, theme.None, 0, radius)
		paintBox(b.inner, fill, theme.None, 0, max(0, radius-width))
		b.inner.Show()
		return
	}
	// One shape is enough: nothing inside, or no border.
	paintBox(b.outer, fill, stroke, width, radius)
	b.inner.Hide()
}

// hover lays the hover color over the fill.
func (b *box) hover(fill theme.Token) {
	film := over(theme.Color(fill), theme.Color(theme.Hover))
	if b.inner.Visible() {
		b.inner.FillColor = film
	} else {
		b.outer.FillColor = film
	}
}

func (b *box) place(x, y, w, h float32) {
	place(b.outer, x, y, w, h)
	place(b.inner, x+b.width, y+b.width, w-2*b.width, h-2*b.width)
}

func (b *box) setVisible(on bool) {
	show(b.outer, on)
	if !on {
		b.inner.Hide()
	}
}
