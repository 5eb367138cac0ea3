package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// Figure paints a chart of workshop/figure in the room that it gets, in the colors of the theme. The readout paints the same shapes on paper.
type Figure struct {
	widget.BaseWidget
	draw    func(figure.Frame) figure.Figure
	least   fyne.Size // at 100 % text
	alt     string
	objects []fyne.CanvasObject
}

// NewFigure returns the chart that draw makes for a frame; it is at least as large as least.
func NewFigure(least fyne.Size, draw func(figure.Frame) figure.Figure) *Figure {
	f := &Figure{draw: draw, least: least}
	f.ExtendBaseWidget(f)
	return f
}

// SetLeast changes how large the chart is at least, at 100 % text: what it draws may have become more.
func (f *Figure) SetLeast(least fyne.Size) { f.least = least }

// inks are the tokens of the style that charts name.
var inks = map[figure.Color]theme.Token{
	figure.Ground: theme.Bg, figure.Surface: theme.Surface, figure.Sunken: theme.Sunken, figure.Rule: theme.Line, figure.Rule2: theme.Line2,
	figure.Outline: theme.Field, figure.Ink: theme.Text, figure.Ink2: theme.Text2, figure.Ink3: theme.Text3, figure.Fill: theme.Fill,
	figure.OnFill: theme.OnFill, figure.Accent: theme.Accent, figure.Tint: theme.Tint, figure.TintLine: theme.TintLine, figure.Danger: theme.Danger,
	figure.DangerTint: theme.DangerTint, figure.Warn: theme.Warn, figure.WarnTint: theme.WarnTint, figure.OK: theme.OK, figure.OKTint: theme.OKTint,
	figure.Wine: theme.Wine, figure.WineTint: theme.WineTint,
}

// CreateRenderer is Fyne's.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	return &view{size: f.Size, layout: func(fyne.Size) { f.make() }, dirty: func() []fyne.CanvasObject { return f.objects },
		min: func() fyne.Size { return fyne.NewSize(theme.Scaled(f.least.Width), theme.Scaled(f.least.Height)) }}
}

// make turns the shapes into objects.
func (f *Figure) make() {
	size := f.Size()
	f.objects = nil
	if size.Width < 40 || size.Height < 40 {
		return
	}
	drawn := f.draw(figure.Frame{W: float64(size.Width), H: float64(size.Height), Text: float64(theme.Scaled(theme.Caption.Size)), Wide: wide})
	f.alt = drawn.Alt
	for _, s := range drawn.Shapes {
		switch s := s.(type) {
		case figure.Line:
			f.line(s)
		case figure.Polygon:
			f.polygon(s)
		case figure.Circle:
			c := canvas.NewCircle(shade(s.Fill))
			c.StrokeColor, c.StrokeWidth = shade(s.Stroke), float32(s.Width)
			place(c, float32(s.X-s.R), float32(s.Y-s.R), float32(2*s.R), float32(2*s.R))
			f.objects = append(f.objects, c)
		case figure.Rect:
			r := canvas.NewRectangle(shade(s.Fill))
			r.StrokeColor, r.StrokeWidth, r.CornerRadius = shade(s.Stroke), float32(s.Width), float32(s.Radius)
			place(r, float32(s.X), float32(s.Y), float32(s.W), float32(s.H))
			f.objects = append(f.objects, r)
		case figure.Text:
			f.text(s)
		}
	}
}

// degrees are the colors of support, which have no token.
var degrees = map[figure.Color]int{figure.Against2: -2, figure.Against1: -1, figure.Neutral: 0, figure.For1: 1, figure.For2: 2}

func shade(c figure.Color) color.Color {
	if t, ok := inks[c]; ok {
		return theme.Color(t)
	}
	if d, ok := degrees[c]; ok {
		fill, _ := theme.Support(d)
		return fill
	}
	return color.Transparent
}

// wide measures a text as this widget sets it.
func wide(text string, size float64, bold bool) float64 {
	return float64(fyne.MeasureText(text, float32(size), fyne.TextStyle{Bold: bold}).Width)
}

// dash is the length of a stroke of a broken line, and of its gap.
const dash = 5

// line paints a stroke; Fyne knows no broken ones, so they are painted piece by piece.
func (f *Figure) line(s figure.Line) {
	stroke := func(x1, y1, x2, y2 float64) {
		l := canvas.NewLine(shade(s.Color))
		l.StrokeWidth = float32(s.Width)
		l.Position1, l.Position2 = fyne.NewPos(float32(x1), float32(y1)), fyne.NewPos(float32(x2), float32(y2))
		f.objects = append(f.objects, l)
	}
	long := math.Hypot(s.X2-s.X1, s.Y2-s.Y1)
	if !s.Dash || long == 0 {
		stroke(s.X1, s.Y1, s.X2, s.Y2)
		return
	}
	at := func(d float64) (x, y float64) {
		return s.X1 + (s.X2-s.X1)*d/long, s.Y1 + (s.Y2-s.Y1)*d/long
	}
	for d := 0.0; d < long; d += 2 * dash {
		x1, y1 := at(d)
		x2, y2 := at(min(d+dash, long))
		stroke(x1, y1, x2, y2)
	}
}

func (f *Figure) polygon(s figure.Polygon) {
	points := make([]fyne.Position, len(s.Points))
	for i, p := range s.Points {
		points[i] = fyne.NewPos(float32(p.X), float32(p.Y))
	}
	p := canvas.NewArbitraryPolygon(points, shade(s.Fill))
	p.StrokeColor, p.StrokeWidth = shade(s.Stroke), float32(s.Width)
	place(p, 0, 0, f.Size().Width, f.Size().Height)
	f.objects = append(f.objects, p)
}

// text sets a word in its room: what is too long ends with an ellipsis.
func (f *Figure) text(s figure.Text) {
	style := theme.Style{Size: theme.Caption.Size, Bold: s.Bold}
	if unit := theme.Scaled(1); unit > 0 {
		style.Size = float32(s.Size) / unit
	}
	words := s.Text
	if s.Max > 0 {
		words = ellipsis(words, float32(s.Max), style)
	}
	t := canvas.NewText(words, shade(s.Color))
	t.TextSize, t.TextStyle = float32(s.Size), fyne.TextStyle{Bold: s.Bold}
	m := t.MinSize()
	x := float32(s.X)
	switch s.Anchor {
	case figure.Middle:
		x -= m.Width / 2
	case figure.End:
		x -= m.Width
	}
	place(t, x, float32(s.Y)-m.Height/2, m.Width, m.Height)
	f.objects = append(f.objects, t)
}

// Refresh draws the chart anew.
func (f *Figure) Refresh() {
	f.make()
	f.BaseWidget.Refresh()
}

// AccessibilityLabel says what the chart shows.
func (f *Figure) AccessibilityLabel() string { return f.alt }
