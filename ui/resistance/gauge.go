package resistance

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// gauge is the coalition index on a line from -100 to +100 %: a dot where it is, a ring where it is needed.
type gauge struct {
	widget.BaseWidget
	now, needed float64 // -1 to +1
	on          bool    // somebody is rated

	track, zero             *canvas.Rectangle
	dot, ring, core         *canvas.Circle
	least, middle, neededAt *canvas.Text
}

func newGauge() *gauge {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	circle := func() *canvas.Circle { return canvas.NewCircle(color.Transparent) }
	rectangle := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	g := &gauge{track: rectangle(), zero: rectangle(), dot: circle(), ring: circle(), core: circle(), least: text(), middle: text(), neededAt: text()}
	g.ExtendBaseWidget(g)
	return g
}

func (g *gauge) set(now, needed float64, on bool) {
	g.now, g.needed, g.on = now, needed, on
	g.Refresh()
}

// CreateRenderer is Fyne's.
func (g *gauge) CreateRenderer() fyne.WidgetRenderer {
	all := []fyne.CanvasObject{g.track, g.zero, g.ring, g.core, g.dot, g.least, g.middle, g.neededAt}
	d := &drawn{objects: func() []fyne.CanvasObject { return all }, size: g.Size, paint: g.paint, layout: g.lay,
		min: func() fyne.Size { return fyne.NewSize(theme.Scaled(196), theme.Scaled(40)) }}
	g.paint()
	return d
}

// leaning is the degree of support whose color an index takes.
func leaning(index float64) int {
	switch {
	case index <= -0.5:
		return -2
	case index <= -0.05:
		return -1
	case index >= 0.5:
		return 2
	case index >= 0.05:
		return 1
	}
	return 0
}

func (g *gauge) paint() {
	g.track.FillColor, g.track.CornerRadius = theme.Color(theme.Line2), 1.5
	g.zero.FillColor = theme.Color(theme.Field)
	g.dot.FillColor, _ = theme.Support(leaning(g.now))
	g.dot.StrokeColor, g.dot.StrokeWidth = theme.Color(theme.Text), 1.5
	g.ring.FillColor, g.ring.StrokeColor, g.ring.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.Accent), 1.5
	g.core.FillColor = theme.Color(theme.Accent)
	write(g.least, "−100", theme.Scaled(12), false, theme.Text2)
	write(g.middle, "0", theme.Scaled(12), false, theme.Text2)
	write(g.neededAt, "needed "+figure.SignedPercent(rounded(g.needed)), theme.Scaled(12), false, theme.Accent)
	for _, o := range []fyne.CanvasObject{g.dot, g.ring, g.core, g.neededAt} {
		show(o, g.on)
	}
}

func (g *gauge) lay(s fyne.Size) {
	u := theme.Scaled(1)
	pad, y := 16*u, s.Height/2-8*u
	at := func(index float64) float32 { return pad + (s.Width-2*pad)*float32(index+1)/2 }
	put(g.track, at(-1), y-1.5, at(1)-at(-1), 3)
	put(g.zero, at(0), y-6*u, 1, 12*u)
	disc(g.ring, at(g.needed), y, 6*u)
	disc(g.core, at(g.needed), y, 2*u)
	disc(g.dot, at(g.now), y, 6.5*u)
	below := y + 18*u
	half := g.neededAt.MinSize().Width / 2
	middle := min(max(at(g.needed), half), s.Width-half)
	middleAt(g.neededAt, middle, below)
	middleAt(g.least, max(at(-1), g.least.MinSize().Width/2), below)
	middleAt(g.middle, at(0), below)
	left := middle - half - 6*u
	show(g.least, !g.on || at(-1)+g.least.MinSize().Width/2 < left)
	show(g.middle, !g.on || at(0)+6*u < left || at(0)-6*u > middle+half)
}
