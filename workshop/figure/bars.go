package figure

import "math"

// BarItem is one bar: what it counts, how much, and how that is written.
type BarItem struct {
	Label string
	Value float64
	Text  string // "42 min a day"
	Color Color  // accent when empty
}

// BarsHeight is the height at which bars stand comfortably.
func BarsHeight(items int, text float64) float64 { return float64(items) * text * 2.2 }

// Bars compares values by horizontal bars from one zero line, each with its label and its value.
func Bars(items []BarItem, alt string, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: alt}
	label, text, most := 0.0, 0.0, 0.0
	for _, it := range items {
		label = max(label, wide(it.Label, f.Text)*1.05)
		text = max(text, wide(it.Text, f.Text)*1.05)
		most = max(most, number(it.Value))
	}
	label, text = min(label, f.W*0.4), min(text, f.W*0.25)
	x := axis{low: 0, high: math.Max(most, 1e-9), from: label + f.Text, to: f.W - text - f.Text*1.2}
	pitch := f.H / float64(max(len(items), 1))
	size := min(f.Text, pitch*0.7)
	for i, it := range items {
		color := it.Color
		if color == None {
			color = Accent
		}
		y, h := (float64(i)+0.5)*pitch, min(pitch*0.56, f.Text*1.3)
		end := x.at(number(it.Value))
		fig.add(Text{X: label, Y: y, Size: size, Text: it.Label, Color: Ink, Anchor: End, Max: label})
		if end > x.from {
			fig.add(Rect{X: x.from, Y: y - h/2, W: end - x.from, H: h, Radius: min(2, h/4), Fill: color})
		}
		fig.add(Text{X: end + f.Text*0.5, Y: y, Size: size, Text: it.Text, Color: Ink2, Bold: true, Max: f.W - end - f.Text*0.5})
	}
	fig.add(Line{X1: x.from, Y1: 0, X2: x.from, Y2: f.H, Width: 0.8, Color: Rule2})
	fig.within()
	return fig
}
