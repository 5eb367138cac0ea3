package canvas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/template"
)

// tall is a picture that is as high as its cards need, and scrolls.
type tall struct {
	pictured
	scroll *container.Scroll
}

// barWide is left free at the right for the bar of the scroll.
const barWide = 8

func (t *tall) begin(def template.Canvas, desk *Desk, s shape) {
	t.surface = newSurface()
	t.scroll = container.NewVScroll(t.surface)
	t.pictured.begin(def, desk, s, t.scroll)
	t.surface.lay = func(size fyne.Size) { t.lay(fyne.NewSize(size.Width, 0)) }
	t.surface.key = func(*fyne.KeyEvent) {}
	t.scroll.OnScrolled = func(fyne.Position) { t.sight() }
	if words := syntax(t.rows.fields); words != "" {
		t.entry.SetPlaceholder("Add " + t.rows.One() + ", in any order with  " + words)
	}
}

// set shows a figure.
func (t *tall) set(fig figure.Figure) {
	t.surface.picture.Set(fig)
	t.scroll.Refresh()
	t.sight()
}

// sight draws what can be seen, and a little beyond.
func (t *tall) sight() {
	if high := t.scroll.Size().Height; high > 0 {
		t.surface.picture.InSight(max(0, t.scroll.Offset.Y-20), t.scroll.Offset.Y+high+20)
	}
}

// reveal scrolls as little as is needed to show a card.
func (t *tall) reveal(b figure.Box) {
	high := t.scroll.Size().Height
	switch y := float32(b.Y); {
	case y < t.scroll.Offset.Y:
		t.scroll.ScrollToOffset(fyne.NewPos(0, y))
	case y+float32(b.H) > t.scroll.Offset.Y+high:
		t.scroll.ScrollToOffset(fyne.NewPos(0, y+float32(b.H)-high))
	}
	t.sight()
}
