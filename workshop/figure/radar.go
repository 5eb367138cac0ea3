package figure

import (
	"math"
	"strconv"
)

// RadarAxis is one spoke, with its name and the values in words below it.
type RadarAxis struct {
	Name, Values string
}

// RadarLine is one closed line over the axes: a value from 0 to the top of the scale, nil where there is
// none. Each line has its own sign and stroke, so that it is known without its color.
type RadarLine struct {
	Name   string
	Values []*float64
	Color  Color
	Sign   RadarSign
	Dash   bool
}

// RadarSign is the mark of a line's points.
type RadarSign int

// The signs of points.
const (
	Dot RadarSign = iota
	Square
	Diamond
	Triangle
)

// Radar draws up to a handful of lines over at least three axes, from 0 in the middle to top at the rim.
func Radar(axes []RadarAxis, lines []RadarLine, top float64, alt string, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: alt}
	legend := f.Text * 2.2
	if len(lines) > 3 {
		legend = f.Text * 3.4
	}
	label := f.W * 0.2
	r := radar{fig: &fig, f: f, n: len(axes), top: top, x: f.W / 2, y: (f.H-legend)/2 + f.Text*0.3}
	r.r = max(min(f.W/2-label-f.Text, (f.H-legend)/2-f.Text*3.2), f.Text)
	if r.n < 3 {
		return fig
	}
	for level := 1; level <= int(top); level++ {
		rim := Rule
		if float64(level) == top {
			rim = Rule2
		}
		fig.add(Polygon{Points: r.ring(float64(level)), Stroke: rim, Width: 1})
	}
	for i := range axes {
		p := r.at(i, top)
		fig.add(Line{X1: r.x, Y1: r.y, X2: p.X, Y2: p.Y, Width: 1, Color: Rule})
	}
	for _, v := range []float64{1, top} {
		p := r.at(0, v)
		fig.add(Text{X: p.X - f.Text*0.9, Y: p.Y + f.Text*0.4, Size: f.Text, Text: strconv.Itoa(int(v)), Color: Ink3, Anchor: End, Max: f.Text * 1.5})
	}
	for i, a := range axes {
		r.label(i, a, label)
	}
	for _, l := range lines {
		r.line(l)
	}
	r.legend(lines)
	fig.within()
	return fig
}

type radar struct {
	fig     *Figure
	f       Frame
	n       int
	top     float64
	x, y, r float64
}

// at is a value's place on an axis; the first points up, the others follow clockwise.
func (r radar) at(axis int, v float64) Point {
	angle := 2*math.Pi*float64(axis)/float64(r.n) - math.Pi/2
	away := r.r * min(max(number(v), 0), r.top) / r.top
	return Point{r.x + away*math.Cos(angle), r.y + away*math.Sin(angle)}
}

func (r radar) ring(v float64) []Point {
	var out []Point
	for i := range r.n {
		out = append(out, r.at(i, v))
	}
	return out
}

// label writes an axis' name and values beyond its end.
func (r radar) label(i int, a RadarAxis, room float64) {
	p := r.at(i, r.top)
	anchor, x, y := Middle, p.X, p.Y
	switch {
	case p.X > r.x+1:
		anchor, x = Start, p.X+r.f.Text*0.7
	case p.X < r.x-1:
		anchor, x = End, p.X-r.f.Text*0.7
	case p.Y < r.y:
		y -= r.f.Text * 2.2
	default:
		y += r.f.Text * 1.2
	}
	switch anchor {
	case Middle:
		room = r.f.W * 0.5
	case Start:
		room = max(room, r.f.W-x)
	case End:
		room = max(room, x)
	}
	lines := r.f.wrap(a.Name, r.f.Text, true, room, 2)
	if anchor == Middle || len(lines) == 0 || room < r.f.Text*6 {
		lines = []string{a.Name} // there is room beside it, or none for words in any way
	}
	for i, line := range lines {
		r.fig.add(Text{X: x, Y: y + float64(i)*r.f.Text*1.3, Size: r.f.Text, Text: line, Color: Ink, Bold: true, Anchor: anchor, Max: room})
	}
	r.fig.add(Text{X: x, Y: y + float64(len(lines))*r.f.Text*1.3, Size: r.f.Text, Text: a.Values, Color: Ink2, Anchor: anchor, Max: room})
}

// line joins the values that are next to each other and marks each.
func (r radar) line(l RadarLine) {
	value := func(i int) (Point, bool) {
		if i = i % r.n; i >= len(l.Values) || l.Values[i] == nil {
			return Point{}, false
		}
		return r.at(i, *l.Values[i]), true
	}
	for i := range r.n {
		a, here := value(i)
		b, next := value(i + 1)
		if here && next {
			r.fig.add(Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Width: r.f.Text * 0.16, Color: l.Color, Dash: l.Dash})
		}
	}
	for i := range r.n {
		if p, ok := value(i); ok {
			r.sign(p.X, p.Y, l)
		}
	}
}

func (r radar) sign(x, y float64, l RadarLine) {
	s := r.f.Text * 0.36
	switch l.Sign {
	case Square:
		r.fig.add(Rect{X: x - s, Y: y - s, W: 2 * s, H: 2 * s, Fill: l.Color, Stroke: Surface, Width: 0.8})
	case Diamond:
		s *= 1.2
		r.fig.add(Polygon{Points: []Point{{x, y - s}, {x + s, y}, {x, y + s}, {x - s, y}}, Fill: Surface, Stroke: l.Color, Width: 1.2})
	case Triangle:
		s *= 1.2
		r.fig.add(Polygon{Points: []Point{{x, y - s}, {x + s, y + s*0.8}, {x - s, y + s*0.8}}, Fill: Surface, Stroke: l.Color, Width: 1.2})
	default:
		r.fig.add(Circle{X: x, Y: y, R: s, Fill: l.Color, Stroke: Surface, Width: 0.8})
	}
}

// legend names the lines below the radar.
func (r radar) legend(lines []RadarLine) {
	gap, mark := r.f.Text*1.6, r.f.Text*2.4
	all := -gap
	for _, l := range lines {
		all += gap + mark + wide(l.Name, r.f.Text)*1.1
	}
	if all > r.f.W && len(lines) > 2 { // two lines of names
		half := (len(lines) + 1) / 2
		r.names(lines[:half], r.f.H-r.f.Text*2.3)
		r.names(lines[half:], r.f.H-r.f.Text*0.8)
		return
	}
	r.names(lines, r.f.H-r.f.Text)
}

// names writes one line of the legend around the middle.
func (r radar) names(lines []RadarLine, y float64) {
	gap, mark := r.f.Text*1.6, r.f.Text*2.4
	all := -gap
	for _, l := range lines {
		all += gap + mark + wide(l.Name, r.f.Text)*1.1
	}
	x := max((r.f.W-all)/2, 0)
	for _, l := range lines {
		r.fig.add(Line{X1: x, Y1: y, X2: x + mark*0.8, Y2: y, Width: r.f.Text * 0.16, Color: l.Color, Dash: l.Dash})
		r.sign(x+mark*0.4, y, l)
		room := wide(l.Name, r.f.Text) * 1.1
		r.fig.add(Text{X: x + mark, Y: y, Size: r.f.Text, Text: l.Name, Color: Ink2, Anchor: Start, Max: room})
		x += mark + room + gap
	}
}
