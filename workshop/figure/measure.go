package figure

import (
	"cmp"
	"slices"
	"time"
)

// Reading is a value at a date.
type Reading struct {
	Date  time.Time
	Value float64
}

// MeasureInput is a measure with its readings.
type MeasureInput struct {
	Readings   []Reading
	Baseline   *float64
	Target     *float64
	TargetDate time.Time   // zero: the target has no day, and no diamond
	Days       []time.Time // further days that the axis holds
	BaseName   string      // as it stands at the line: "Baseline 94 min"
	TargetName string
	Alt        string
	Value      func(float64) string
	Date       func(time.Time) string
}

// MeasureLine draws readings as a line with their values, and the baseline and the target as dashed
// lines with their names.
func MeasureLine(in MeasureInput, f Frame) Figure {
	readings := slices.Clone(in.Readings)
	slices.SortStableFunc(readings, func(a, b Reading) int { return a.Date.Compare(b.Date) })
	if in.Value == nil {
		in.Value = plainNumber
	}
	values, dates := []float64{}, append([]time.Time{in.TargetDate}, in.Days...)
	for i := range readings {
		readings[i].Value = number(readings[i].Value)
		values = append(values, readings[i].Value)
		dates = append(dates, readings[i].Date)
	}
	right := f.Text * 2
	for _, l := range []struct {
		v    *float64
		name string
	}{{in.Baseline, in.BaseName}, {in.Target, in.TargetName}} {
		if l.v != nil {
			values = append(values, number(*l.v))
			right = max(right, wide(l.name, f.Text)+f.Text*1.5)
		}
	}
	if len(values) == 0 {
		values = []float64{0, 1}
	}
	low, high := slices.Min(values), slices.Max(values)
	if low > 0 && low < high*0.6 {
		low = 0 // near enough to zero to show it, which is more honest
	}
	p := newPlot(plotInput{dates: dates, low: low, high: high, label: in.Value, date: in.Date,
		right: min(right, f.W*0.3), top: f.Text}, in.Alt, f)
	p.levels(in)
	p.line(readings, Accent)
	p.points(readings, in.Value)
	p.fig.within()
	return *p.fig
}

// levels draws baseline and target, with their names kept apart when the lines are close.
func (p plot) levels(in MeasureInput) {
	type named struct {
		v     *float64
		name  string
		color Color
	}
	var lines []named
	var ys []float64
	for _, l := range []named{{in.Baseline, in.BaseName, Ink3}, {in.Target, in.TargetName, OK}} {
		if l.v != nil {
			lines = append(lines, l)
			ys = append(ys, p.y.at(number(*l.v)))
		}
	}
	for i, y := range spread(ys, p.frame.Text*1.3, p.frame.Text, p.frame.H-p.frame.Text*2.4) {
		at := ys[i]
		p.fig.add(Line{X1: p.x.from, Y1: at, X2: p.x.to, Y2: at, Width: 1, Color: lines[i].color, Dash: true})
		p.name(y, lines[i].name, lines[i].color)
	}
	if !in.TargetDate.IsZero() && in.Target != nil {
		p.diamondAt(p.x.at(day(in.TargetDate)), p.y.at(number(*in.Target)), OK)
	}
}

func (p plot) diamondAt(x, y float64, color Color) {
	r := p.frame.Text * 0.42
	p.fig.add(Polygon{Points: []Point{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, Fill: Surface, Stroke: color, Width: 1.2})
}

func (p plot) line(readings []Reading, color Color) {
	for i := 1; i < len(readings); i++ {
		a, b := readings[i-1], readings[i]
		p.fig.add(Line{X1: p.x.at(day(a.Date)), Y1: p.y.at(a.Value), X2: p.x.at(day(b.Date)), Y2: p.y.at(b.Value), Width: 1.6, Color: color})
	}
}

// points marks the readings, and writes values where there is room: the first, the last, and
// every one that is far enough from the one written before.
func (p plot) points(readings []Reading, value func(float64) string) {
	r, written := p.frame.Text*0.3, -1e9
	for i, rd := range readings {
		x, y := p.x.at(day(rd.Date)), p.y.at(rd.Value)
		p.fig.add(Circle{X: x, Y: y, R: r, Fill: Accent, Stroke: Surface, Width: 0.8})
		words := value(rd.Value)
		room := max(wide(words, p.frame.Text), p.frame.Text*2)
		last := i == len(readings)-1
		if x-written < room || !last && p.x.at(day(readings[len(readings)-1].Date))-x < room {
			continue
		}
		written = x
		above := readings[min(i+1, len(readings)-1)].Value <= rd.Value || i == 0 && cmp.Compare(rd.Value, 0) > 0
		if last && i > 0 {
			above = readings[i-1].Value <= rd.Value // away from the line that comes to it
		}
		dy := -p.frame.Text * 0.95
		if !above && y < p.y.from-p.frame.Text*1.5 {
			dy = -dy
		}
		p.fig.add(Text{X: x, Y: y + dy, Size: p.frame.Text, Text: words, Color: Ink, Bold: last, Anchor: Middle, Max: room * 1.4})
	}
}
