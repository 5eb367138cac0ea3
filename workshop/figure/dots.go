package figure

import (
	"strconv"
	"strings"
)

// DotRow is how answers lie on a scale: how many gave each level, lowest first. A row without a mean has
// no answers, or they may not be shown; its note says which.
type DotRow struct {
	Name, Note string
	Counts     []int
	Mean       *float64
	Color      Color
	Sign       RadarSign // of the mean
	Quiet      bool      // a row that goes with the one above: its name is not bold
}

// DotsHeight is how high so many rows have to be for text of a size.
func DotsHeight(rows int, text float64) float64 { return text*3 + float64(rows)*text*3.4 }

// Dots draws distributions below each other on a scale from 1 up. Each answer is a dot; where there are
// too many for that, the level has a bar. The number stands below either, so that nobody has to count,
// and a sign with a line marks the mean.
func Dots(rows []DotRow, levels []string, alt string, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: alt}
	if len(rows) == 0 || len(levels) == 0 {
		return fig
	}
	d := dots{fig: &fig, f: f, left: f.W * 0.24, top: f.Text * 3}
	d.w = (f.W - d.left - f.W*0.17) / float64(len(levels))
	d.h = (f.H - d.top) / float64(len(rows))
	size := f.Text * 0.9
	for _, name := range levels { // smaller, down to two thirds, before a word is cut
		for word := range strings.FieldsSeq(name) {
			if wide := f.wide(word, f.Text*0.9, false); wide > d.w*0.94 {
				size = max(f.Text*0.66, min(size, f.Text*0.9*d.w*0.94/wide))
			}
		}
	}
	for i, name := range levels {
		lines := f.wrap(name, size, false, d.w*0.98, 2)
		for k, line := range lines {
			at := d.top/2 + (float64(k)-float64(len(lines)-1)/2)*f.Text*lineHeight
			fig.add(Text{X: d.left + d.w*(float64(i)+0.5), Y: at, Size: size, Text: line, Color: Ink2, Anchor: Middle, Max: d.w})
		}
	}
	for i, r := range rows {
		d.row(r, d.top+float64(i)*d.h, len(levels))
	}
	fig.within()
	return fig
}

type dots struct {
	fig             *Figure
	f               Frame
	left, top, w, h float64 // w of a level, h of a row
}

func (d dots) row(r DotRow, y float64, levels int) {
	text, middle := d.f.Text, y+d.h/2
	lines := d.f.wrap(r.Name, text, !r.Quiet, d.left-text, 2)
	for i, line := range lines {
		at := middle + (float64(i)-float64(len(lines)-1)/2)*text*lineHeight
		d.fig.add(Text{X: 0, Y: at, Size: text, Text: line, Color: Ink, Bold: !r.Quiet, Anchor: Start, Max: d.left - text})
	}
	right := d.left + d.w*float64(levels) + text*0.6
	noted := d.f.wrap(r.Note, text, false, d.f.W-right, 2)
	for i, line := range noted {
		at := middle + (float64(i)-float64(len(noted)-1)/2)*text*lineHeight
		d.fig.add(Text{X: right, Y: at, Size: text, Text: line, Color: Ink2, Anchor: Start, Max: d.f.W - right})
	}
	base := y + d.h - text*1.25
	d.fig.add(Line{X1: d.left, Y1: base, X2: d.left + d.w*float64(levels), Y2: base, Width: 1, Color: Rule2})
	if r.Mean == nil {
		return
	}
	most := 0
	for _, n := range r.Counts {
		most = max(most, n)
	}
	for i, n := range r.Counts {
		if n > 0 && i < levels {
			d.level(r, d.left+d.w*float64(i), base, base-y-text*0.4, n, most)
		}
	}
	at := d.left + d.w*(number(*r.Mean)-0.5)
	head := y + text*0.5 // at the top: below it would stand on the number
	d.fig.add(Line{X1: at, Y1: head, X2: at, Y2: base, Width: text * 0.12, Color: Ink})
	radar{fig: d.fig, f: d.f}.sign(at, head, RadarLine{Color: Ink, Sign: r.Sign})
}

// level draws how many gave one level: dots as far as they have room, else a bar.
func (d dots) level(r DotRow, x, base, high float64, n, most int) {
	text := d.f.Text
	d.fig.add(Text{X: x + d.w/2, Y: base + text*0.65, Size: text * 0.9, Text: strconv.Itoa(n), Color: Ink2, Anchor: Middle, Max: d.w * 0.5})
	size, across := d.dot(high, most)
	if size == 0 {
		tall := high * float64(n) / float64(most)
		d.fig.add(Rect{X: x + d.w*0.2, Y: base - tall, W: d.w * 0.6, H: tall, Fill: r.Color})
		return
	}
	for i := range n {
		column, line := i%across, i/across
		wide := float64(min(n-line*across, across)) * size
		d.fig.add(Circle{X: x + (d.w-wide)/2 + (float64(column)+0.5)*size, Y: base - (float64(line)+0.55)*size, R: size * 0.42, Fill: r.Color})
	}
}

// dot is how large a dot is with its gap, and how many stand beside each other, so that the fullest level has
// room; size 0 where none is large enough to be seen.
func (d dots) dot(high float64, most int) (size float64, across int) {
	for size = d.f.Text * 1.1; size >= d.f.Text*0.5; size -= d.f.Text * 0.1 {
		across = int(d.w * 0.8 / size)
		if up := int(high / size); across*up >= most {
			return size, across
		}
	}
	return 0, 0
}
