package drawing

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/workshop/figure"
)

// pools keep the objects of a figure from one state to the next.
type pools struct {
	lines  pool[canvas.Line]
	rects  pool[canvas.Rectangle]
	discs  pool[canvas.Circle]
	texts  pool[canvas.Text]
	shapes pool[canvas.ArbitraryPolygon]
}

type pool[T any] struct {
	made []*T
	used int
}

func (p *pool[T]) take() *T {
	if p.used == len(p.made) {
		p.made = append(p.made, new(T))
	}
	p.used++
	return p.made[p.used-1]
}

func (p *pools) again() {
	p.lines.used, p.rects.used, p.discs.used, p.texts.used, p.shapes.used = 0, 0, 0, 0, 0
}

// span is the top and the foot of a shape.
func span(shape figure.Shape) (top, foot float64) {
	switch s := shape.(type) {
	case figure.Line:
		return min(s.Y1, s.Y2) - s.Width, max(s.Y1, s.Y2) + s.Width
	case figure.Rect:
		return s.Y, s.Y + s.H
	case figure.Circle:
		return s.Y - s.R, s.Y + s.R
	case figure.Text:
		return s.Y - s.Size, s.Y + s.Size
	case figure.Polygon:
		top, foot = math.Inf(1), math.Inf(-1)
		for _, p := range s.Points {
			top, foot = min(top, p.Y), max(foot, p.Y)
		}
	}
	return top, foot
}

func (f *Figure) shape(shape figure.Shape) {
	switch s := shape.(type) {
	case figure.Line:
		f.line(s)
	case figure.Rect:
		r := f.made.rects.take()
		r.FillColor, r.StrokeColor, r.StrokeWidth = f.color(s.Fill), f.color(s.Stroke), 0
		if s.Stroke != figure.None {
			r.StrokeWidth = float32(s.Width)
		}
		r.CornerRadius = float32(min(s.Radius, s.W/2, s.H/2))
		f.put(r, s.X, s.Y, s.W, s.H)
	case figure.Circle:
		c := f.made.discs.take()
		c.FillColor, c.StrokeColor, c.StrokeWidth = f.color(s.Fill), f.color(s.Stroke), 0
		if s.Stroke != figure.None {
			c.StrokeWidth = float32(s.Width)
		}
		f.put(c, s.X-s.R, s.Y-s.R, 2*s.R, 2*s.R)
	case figure.Polygon:
		f.polygon(s)
	case figure.Text:
		f.text(s)
	}
}

func (f *Figure) put(o fyne.CanvasObject, x, y, w, h float64) {
	o.Move(fyne.NewPos(float32(x), float32(y)))
	o.Resize(fyne.NewSize(float32(w), float32(h)))
	f.shown = append(f.shown, o)
}

// line draws a stroke; a broken one as short strokes, because Fyne has no dashes.
func (f *Figure) line(s figure.Line) {
	length := math.Hypot(s.X2-s.X1, s.Y2-s.Y1)
	pieces := 1
	if s.Dash && length > 0 {
		pieces = max(1, int(length/7))
	}
	for i := range pieces {
		from, to := float64(i)/float64(pieces), float64(i+1)/float64(pieces)
		if s.Dash {
			to = from + (to-from)*0.57
		}
		l := f.made.lines.take()
		l.StrokeColor, l.StrokeWidth = f.color(s.Color), float32(max(s.Width, 0.5))
		at := func(share float64) fyne.Position {
			return fyne.NewPos(float32(s.X1+(s.X2-s.X1)*share), float32(s.Y1+(s.Y2-s.Y1)*share))
		}
		l.Position1, l.Position2 = at(from), at(to)
		f.shown = append(f.shown, l)
	}
}

func (f *Figure) polygon(s figure.Polygon) {
	if len(s.Points) < 3 {
		return
	}
	left, right := s.Points[0].X, s.Points[0].X
	top, foot := span(s)
	for _, p := range s.Points {
		left, right = min(left, p.X), max(right, p.X)
	}
	if s.Fill != figure.None && right > left && foot > top {
		o := f.made.shapes.take()
		o.Points = o.Points[:0]
		for _, p := range s.Points {
			o.Points = append(o.Points, fyne.NewPos(float32(p.X-left), float32(p.Y-top)))
		}
		o.FillColor = f.color(s.Fill)
		f.put(o, left, top, right-left, foot-top)
	}
	if s.Stroke != figure.None {
		for i, p := range s.Points {
			q := s.Points[(i+1)%len(s.Points)]
			f.line(figure.Line{X1: p.X, Y1: p.Y, X2: q.X, Y2: q.Y, Width: s.Width, Color: s.Stroke})
		}
	}
}

// text sets a line within its room: a little smaller where that is enough, or else with an ellipsis.
func (f *Figure) text(s figure.Text) {
	if s.Text == "" || s.Size <= 0 {
		return
	}
	words, size := strings.Join(strings.Fields(s.Text), " "), s.Size
	wide := Wide(words, size, s.Bold)
	if s.Max > 0 && wide > s.Max && s.Max/wide >= 0.85 {
		size *= s.Max / wide
		for wide = Wide(words, size, s.Bold); wide > s.Max && size > s.Size*0.8; wide = Wide(words, size, s.Bold) {
			size -= s.Size * 0.01 // letters do not become narrower as evenly as their size
		}
	}
	if s.Max > 0 && wide > s.Max+0.5 {
		runes := []rune(words)
		for len(runes) > 1 && wide > s.Max {
			runes = runes[:len(runes)-1]
			words = strings.TrimRight(string(runes), " ") + "…"
			wide = Wide(words, size, s.Bold)
		}
	}
	t := f.made.texts.take()
	t.Text, t.TextSize, t.TextStyle, t.Color = words, float32(size), fyne.TextStyle{Bold: s.Bold}, f.color(s.Color)
	x := s.X
	switch s.Anchor {
	case figure.Middle:
		x -= wide / 2
	case figure.End:
		x -= wide
	}
	high := float64(t.MinSize().Height)
	f.put(t, x, s.Y-high/2, wide, high)
}
