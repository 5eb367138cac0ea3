// Package drawing paints figures of workshop/figure on the screen: the same shapes that go on paper.
//
// It promises that a figure looks as it was laid out at any text size and in both themes, that only what is in sight is
// drawn, and that drawing another state of a figure reuses the objects that are there. Everything that shows a figure calls
// it; it returns no errors.
package drawing

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// Paint turns a color of a figure into one of the screen; the presentation has its own.
type Paint func(figure.Color) color.Color

// tokens are the tokens of the theme by their names in figures.
var tokens = map[figure.Color]theme.Token{
	figure.Ground: theme.Bg, figure.Surface: theme.Surface, figure.Sunken: theme.Sunken, figure.Rule: theme.Line, figure.Rule2: theme.Line2,
	figure.Outline: theme.Field, figure.Ink: theme.Text, figure.Ink2: theme.Text2, figure.Ink3: theme.Text3, figure.Fill: theme.Fill,
	figure.OnFill: theme.OnFill, figure.Accent: theme.Accent, figure.Tint: theme.Tint, figure.TintLine: theme.TintLine,
	figure.Danger: theme.Danger, figure.DangerTint: theme.DangerTint, figure.Warn: theme.Warn, figure.WarnTint: theme.WarnTint,
	figure.OK: theme.OK, figure.OKTint: theme.OKTint, figure.Wine: theme.Wine, figure.WineTint: theme.WineTint,
}

var degrees = map[figure.Color]int{figure.Against2: -2, figure.Against1: -1, figure.Neutral: 0, figure.For1: 1, figure.For2: 2}

var inks = map[figure.Color]int{figure.OnAgainst2: -2, figure.OnFor2: 2, figure.OnOtherInk: 0}

// Themed paints with the colors of the theme in use.
func Themed(c figure.Color) color.Color {
	if token, ok := tokens[c]; ok {
		return theme.Color(token)
	}
	if degree, ok := degrees[c]; ok {
		fill, _ := theme.Support(degree)
		return fill
	}
	if degree, ok := inks[c]; ok {
		_, ink := theme.Support(degree)
		return ink
	}
	return color.Transparent
}

// Frame is the room of a figure on the screen, with texts measured as they will be set.
func Frame(width, height, text float32) figure.Frame {
	return figure.Frame{W: float64(width), H: float64(height), Text: float64(text), Wide: Wide}
}

// Wide measures a text as this package sets it.
func Wide(text string, size float64, bold bool) float64 {
	return float64(fyne.MeasureText(text, float32(size), fyne.TextStyle{Bold: bold}).Width)
}

// Figure is a figure on the screen. It is as large as the figure.
type Figure struct {
	widget.BaseWidget
	Paint Paint // nil: Themed

	figure   figure.Figure
	from, to float32 // the height in sight; all of it while to is 0
	made     pools
	shown    []fyne.CanvasObject
}

// New returns an empty figure.
func New() *Figure {
	f := &Figure{}
	f.ExtendBaseWidget(f)
	return f
}

// Set shows another figure, or another state of it.
func (f *Figure) Set(fig figure.Figure) {
	f.figure = fig
	f.Refresh()
}

// InSight says which part of the height can be seen; the rest is not drawn.
func (f *Figure) InSight(from, to float32) {
	if f.from != from || f.to != to {
		f.from, f.to = from, to
		f.Refresh()
	}
}

// MinSize is that of the figure.
func (f *Figure) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(float32(f.figure.W), float32(f.figure.H))
}

// AccessibilityLabel says what the figure shows.
func (f *Figure) AccessibilityLabel() string { return f.figure.Alt }

// CreateRenderer is Fyne's.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	f.paint()
	return &renderer{f}
}

type renderer struct{ f *Figure }

func (r *renderer) Destroy()                     {}
func (r *renderer) Layout(fyne.Size)             {}
func (r *renderer) MinSize() fyne.Size           { return r.f.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.f.shown }
func (r *renderer) Refresh() {
	r.f.paint()
	canvas.Refresh(r.f)
}

// paint makes the objects of what is in sight.
func (f *Figure) paint() {
	f.made.again()
	f.shown = f.shown[:0]
	for _, shape := range f.figure.Shapes {
		if top, foot := span(shape); f.to > 0 && (foot < float64(f.from) || top > float64(f.to)) {
			continue
		}
		f.shape(shape)
	}
}

func (f *Figure) color(c figure.Color) color.Color {
	if f.Paint != nil {
		return f.Paint(c)
	}
	return Themed(c)
}
