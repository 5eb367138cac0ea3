package figure

import (
	"math"
	"strconv"
	"time"
)

// plot is a chart of values over dates: its frame, its two axes and their labels.
type plot struct {
	fig   *Figure
	frame Frame
	x, y  axis
	date  func(time.Time) string
}

// plotInput is what a plot is laid out for.
type plotInput struct {
	dates     []time.Time
	low, high float64
	steps     []float64 // values with a line across the plot; round ones when nil
	label     func(float64) string
	date      func(time.Time) string
	right     float64 // room for words at the right end of the lines
	top       float64 // room for words above
}

func newPlot(in plotInput, alt string, f Frame) plot {
	fig := &Figure{W: f.W, H: f.H, Alt: alt}
	steps := in.steps
	if steps == nil {
		steps = ticks(in.low, in.high, max(2, int(f.H/(f.Text*4))))
	}
	if in.label == nil {
		in.label = plainNumber
	}
	if in.date == nil {
		in.date = DayMonth
	}
	left := 0.0
	for _, v := range steps {
		left = max(left, wide(in.label(v), f.Text))
	}
	left = min(left+f.Text, f.W*0.25)
	first, last := span(in.dates...)
	undated := first.IsZero()
	if undated {
		first = time.Unix(0, 0).UTC()
		last = first
	}
	p := plot{fig: fig, frame: f, date: in.date}
	p.x = axis{low: day(first), high: day(last), from: left + f.Text*2, to: max(f.W-in.right-f.Text, left+f.Text)}
	p.y = axis{low: steps[0], high: steps[len(steps)-1], from: f.H - f.Text*2.4, to: min(f.Text+in.top, f.H/2)}
	for _, v := range steps {
		y := p.y.at(v)
		fig.add(Line{X1: left, Y1: y, X2: f.W - in.right, Y2: y, Width: 0.5, Color: Rule},
			Text{X: left - f.Text*0.5, Y: y, Size: f.Text, Text: in.label(v), Color: Ink3, Anchor: End, Max: left})
	}
	if !undated {
		p.dates(first, last)
	}
	return p
}

// dates labels the first and the last day, and round dates between them that keep their distance.
func (p plot) dates(first, last time.Time) {
	y := p.frame.H - p.frame.Text*0.9
	room := max(p.frame.Text*5.5, wide(p.date(first), p.frame.Text)+p.frame.Text*1.8, wide(p.date(last), p.frame.Text)+p.frame.Text*1.8) // labels with a year are long
	mark := func(d time.Time) {
		p.fig.add(Text{X: p.x.at(day(d)), Y: y, Size: p.frame.Text, Text: p.date(d), Color: Ink3, Anchor: Middle, Max: room})
	}
	mark(first)
	if day(last) == day(first) {
		return
	}
	mark(last)
	at := p.x.at(day(first))
	for _, d := range dateTicks(first, last, int((p.x.to-p.x.from)/room)) {
		if x := p.x.at(day(d)); x-at >= room && p.x.to-x >= room {
			mark(d)
			at = x
		}
	}
}

func plainNumber(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
}

// level draws a line across the plot with its name above its right end.
func (p plot) level(v float64, name string, color Color) {
	y := p.y.at(number(v))
	p.fig.add(Line{X1: p.x.from, Y1: y, X2: p.x.to, Y2: y, Width: 1, Color: color, Dash: true})
	p.name(y, name, color)
}

// name writes the name of a line beyond its right end.
func (p plot) name(y float64, name string, color Color) {
	x := p.x.to + p.frame.Text*0.8
	p.fig.add(Text{X: x, Y: y, Size: p.frame.Text, Text: name, Color: color, Bold: true, Max: p.frame.W - x})
}

// spread moves heights apart so that the names at the ends of lines do not overlap, keeping their order.
func spread(ys []float64, distance, low, high float64) []float64 {
	moved := append([]float64{}, ys...)
	order := make([]int, len(ys))
	for i := range order {
		order[i] = i
	}
	for i := 1; i < len(order); i++ { // few lines: insertion keeps equal ones in the order given
		for j := i; j > 0 && moved[order[j]] < moved[order[j-1]]; j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	at := low
	for _, i := range order {
		moved[i] = max(moved[i], at)
		at = moved[i] + distance
	}
	at = high
	for k := len(order) - 1; k >= 0; k-- {
		moved[order[k]] = min(moved[order[k]], at)
		at = moved[order[k]] - distance
	}
	return moved
}
