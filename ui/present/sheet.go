package present

import (
	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// The wall is laid out for 1280 by 800; on another one everything grows with it.
const (
	drawnWidth, drawnHeight = 1280, 800
	margin                  = 40.0
	bodyTop, bodyFoot       = 178.0, 728.0
	footLine                = 764.0
)

// sheet collects the shapes of one part of the wall. Sizes are those of the drawing; the unit brings them to the wall's.
type sheet struct {
	fig  figure.Figure
	unit float64
	w, h float64 // of the wall, in units
	pins []pin   // what is on it besides shapes
	memo *figure.Memo
}

func (w *Show) sheet() *sheet {
	width, height := w.laid.Width, w.laid.Height
	unit := max(0.1, min(float64(width)/drawnWidth, float64(height)/drawnHeight))
	return &sheet{memo: &w.memo, unit: unit, w: float64(width) / unit, h: float64(height) / unit,
		fig: figure.Figure{W: float64(width), H: float64(height)}}
}

// right and foot are the edges of what is written on; below the foot is one line more.
func (s *sheet) right() float64 { return s.w - margin }
func (s *sheet) foot() float64  { return bodyFoot + s.h - drawnHeight }

// box draws a rectangle.
func (s *sheet) box(r figure.Rect) {
	u := s.unit
	r.X, r.Y, r.W, r.H, r.Radius, r.Width = r.X*u, r.Y*u, r.W*u, r.H*u, r.Radius*u, r.Width*u
	s.fig.Shapes = append(s.fig.Shapes, r)
}

// tile draws a card of the wall.
func (s *sheet) tile(x, y, w, h float64, gold bool) {
	r := figure.Rect{X: x, Y: y, W: w, H: h, Radius: float64(theme.RadiusDialog), Fill: figure.Surface, Stroke: figure.Rule, Width: 1}
	if gold {
		r.Stroke, r.Width = figure.Warn, 3
	}
	s.box(r)
}

// ink is how a line is written.
type ink struct {
	size   float64
	color  figure.Color
	bold   bool
	anchor figure.Anchor
}

func inkOf(style theme.Style, c figure.Color) ink {
	return ink{size: float64(style.Size), color: c, bold: style.Bold}
}

func (i ink) to(a figure.Anchor) ink { i.anchor = a; return i }
func (i ink) in(c figure.Color) ink  { i.color = c; return i }

// line is how high a line of this ink is.
func (i ink) line() float64 { return i.size * 1.28 }

// write writes one line around y; room is the most that it may take in width.
func (s *sheet) write(text string, x, y, room float64, i ink) {
	u := s.unit
	s.fig.Shapes = append(s.fig.Shapes, figure.Text{X: x * u, Y: y * u, Size: i.size * u, Text: text, Color: i.color, Bold: i.bold, Anchor: i.anchor, Max: room * u})
}

// lines writes lines below each other and returns where the next would begin.
func (s *sheet) lines(lines []string, x, y, room float64, i ink) float64 {
	for _, l := range lines {
		s.write(l, x, y+i.line()/2, room, i)
		y += i.line()
	}
	return y
}

// wide is how wide a text is.
func (s *sheet) wide(text string, i ink) float64 {
	return drawing.Wide(text, i.size*s.unit, i.bold) / s.unit
}

// wrap breaks a text into lines; beyond most lines (0: any number) the last one ends with an ellipsis.
func (s *sheet) wrap(text string, i ink, room float64, most int) []string {
	return figure.Frame{Wide: drawing.Wide, Memo: s.memo}.Wrap(text, i.size*s.unit, i.bold, room*s.unit, most)
}

// fit breaks a text into at most so many lines, in the largest of the sizes in which it has room.
func (s *sheet) fit(text string, i ink, room float64, most int, sizes ...float64) ([]string, ink) {
	for n, size := range sizes {
		i.size = size
		if lines := s.wrap(text, i, room, 0); len(lines) <= most || n == len(sizes)-1 {
			break
		}
	}
	return s.wrap(text, i, room, most), i
}
