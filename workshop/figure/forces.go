package figure

import (
	"fmt"
	"slices"
)

// Force is a card of a force field (Lewin): what pushes a change or holds it back, and how strongly. Without a score nobody has
// judged it yet.
type Force struct {
	Text   string
	Note   string // what else is to be said: what would move it, its dots, its action
	Score  float64
	Scored bool
}

// ForcesInput is a force field: two sides that push against each other.
type ForcesInput struct {
	Left, Right   []Force
	Titles, Hints [2]string
	Most          float64 // the greatest score there can be: an arrow of full length
	Alt           string  // with %s, total, %s, total of both sides
	Value         func(float64) string
}

// Forces is a laid out force field: arrows from both sides to the line between them, as long as the forces are strong. A row has one
// force of each side, so that the field can be cut between two rows.
type Forces struct {
	W, H  float64
	Boxes []Box     // of the left side, then of the right one
	Rows  []float64 // top edges, and the foot of the last; the first row are the titles with their totals

	in    ForcesInput
	frame Frame
	text  float64 // the width of the words of a side
	arrow float64 // the length of an arrow of full strength
	tail  float64 // the room for the score at its tail
	laid  [2][]laidForce
}

// longestArrow is the greatest length of an arrow, in sizes of the text: what is left of a wide paper is for the words.
const longestArrow = 17

type laidForce struct{ text, note []string }

// LayForces lays a force field out in the width of the frame; the height follows from the words.
func LayForces(in ForcesInput, f Frame) Forces {
	if in.Value == nil {
		in.Value = plainNumber
	}
	in.Most = max(in.Most, 1)
	p := Forces{W: f.W, in: in, frame: f}
	half := max(1, f.W/2)
	p.arrow, p.tail = min(half*0.4, f.Text*longestArrow), p.tailRoom()
	p.text = max(1, half-p.arrow-p.tail-f.Text*0.8)
	p.Rows = []float64{0, f.Text * 2.6}
	heights := make([]float64, max(len(in.Left), len(in.Right)))
	size, small := f.Text, f.Text*0.9
	for side, forces := range [][]Force{in.Left, in.Right} {
		for i, force := range forces {
			l := laidForce{text: f.wrap(force.Text, size, false, p.text, 0), note: f.wrap(force.Note, small, false, p.text, 0)}
			p.laid[side] = append(p.laid[side], l)
			h := max(float64(max(len(l.text), 1))*size*lineHeight+float64(len(l.note))*small*lineHeight, size*1.6)
			heights[i] = max(heights[i], h+size*0.8)
		}
	}
	for _, h := range heights {
		p.Rows = append(p.Rows, p.Rows[len(p.Rows)-1]+h)
	}
	if len(heights) == 0 { // the hints of both sides have a row
		p.Rows = append(p.Rows, p.Rows[1]+size*2.4)
	}
	p.H = p.Rows[len(p.Rows)-1]
	for side := range p.laid {
		for i := range p.laid[side] {
			x := 0.0
			if side == 1 {
				x = f.W / 2
			}
			p.Boxes = append(p.Boxes, Box{Index: len(p.Boxes), X: x, Y: p.Rows[i+1], W: f.W / 2, H: p.Rows[i+2] - p.Rows[i+1]})
		}
	}
	return p
}

// tailRoom is the room for the score at the tail of an arrow.
func (p Forces) tailRoom() float64 {
	widest := p.frame.wide(p.in.Value(p.in.Most), p.frame.Text, true)
	for _, force := range slices.Concat(p.in.Left, p.in.Right) {
		widest = max(widest, p.frame.wide(p.in.Value(force.Score), p.frame.Text, true))
	}
	return min(widest+p.frame.Text*0.7, p.frame.W/8)
}

// Figure draws the whole field.
func (p Forces) Figure() Figure { return p.Part(0, len(p.Rows)-1) }

// Part draws the rows from one to the one before another, with the line between the sides running on.
func (p Forces) Part(from, to int) Figure {
	left, right := total(p.in.Left), total(p.in.Right)
	f := Figure{W: p.W, H: 1, Alt: fmt.Sprintf(p.in.Alt, p.in.Titles[0], p.in.Value(left), p.in.Titles[1], p.in.Value(right))}
	if from < 0 || to <= from || to >= len(p.Rows) {
		return f
	}
	top := p.Rows[from]
	f.H = max(1, p.Rows[to]-top)
	for row := from; row < to; row++ {
		y, high := p.Rows[row]-top, p.Rows[row+1]-p.Rows[row]
		if row == 0 {
			p.head(&f, 0, y+high/2, left)
			p.head(&f, 1, y+high/2, right)
			continue
		}
		f.add(Line{X1: p.W / 2, Y1: y, X2: p.W / 2, Y2: y + high, Width: p.frame.Text * 0.2, Color: Outline})
		for side := range p.laid {
			if i := row - 1; i < len(p.laid[side]) {
				p.force(&f, side, i, y, high)
			} else if len(p.laid[side]) == 0 && row == 1 {
				p.words(&f, side, []string{p.in.Hints[side]}, y+p.frame.Text*0.4, Text{Size: p.frame.Text * 0.9, Color: Ink3})
			}
		}
	}
	f.within()
	return f
}

func total(forces []Force) float64 {
	sum := 0.0
	for _, force := range forces {
		sum += number(force.Score)
	}
	return sum
}

// At is the force at a point, by its box; -1 for none.
func (p Forces) At(x, y float64) int { return boxAt(p.Boxes, x, y) }

// head is the title of a side with its total at the line between the sides, where the two totals are compared.
func (p Forces) head(f *Figure, side int, y, sum float64) {
	size := p.frame.Text
	p.words(f, side, []string{p.in.Titles[side]}, y-size*lineHeight/2, Text{Size: size, Color: p.ink(side), Bold: true})
	t := Text{X: p.W/2 - size*0.8, Y: y, Size: size * 1.25, Text: p.in.Value(sum), Color: Ink, Bold: true, Anchor: End, Max: p.arrow}
	if side == 1 {
		t.X, t.Anchor = p.W/2+size*0.8, Start
	}
	f.add(t)
}

func (p Forces) ink(side int) Color { return [...]Color{OK, Wine}[side] }

// force is one arrow: its words at the outside, its score at its tail, its head at the line. Without a score it is a broken stroke with a
// question mark.
func (p Forces) force(f *Figure, side, i int, y, high float64) {
	force, l := [][]Force{p.in.Left, p.in.Right}[side][i], p.laid[side][i]
	size := p.frame.Text
	in := -1.0 // from the line to the outside
	if side == 1 {
		in = 1
	}
	y0 := p.words(f, side, l.text, y+size*0.4, Text{Size: size, Color: Ink})
	p.words(f, side, l.note, y0, Text{Size: size * 0.9, Color: Ink2})
	at := y + size*0.4 + size*lineHeight/2
	point, tip := p.W/2+in*size*0.25, size*0.9
	anchor := End
	if side == 1 {
		anchor = Start
	}
	mark := func(x float64, text string, ink Color) {
		f.add(Text{X: x + in*size*0.35, Y: at, Size: size, Text: text, Color: ink, Bold: true, Anchor: anchor, Max: p.tail})
	}
	if !force.Scored {
		end := point + in*p.arrow*0.3
		f.add(Line{X1: point, Y1: at, X2: end, Y2: at, Width: size * 0.12, Color: Outline, Dash: true})
		mark(end, "?", Ink3)
		return
	}
	long := p.arrow * min(max(number(force.Score)/p.in.Most, 0), 1)
	long = max(long, tip*1.2) - size*0.25
	back, thick := point+in*long, size*0.34
	neck := point + in*min(tip, long)
	f.add(Polygon{Fill: p.ink(side), Points: []Point{{point, at}, {neck, at - size*0.62}, {neck, at - thick}, {back, at - thick},
		{back, at + thick}, {neck, at + thick}, {neck, at + size*0.62}}})
	mark(back, p.in.Value(force.Score), Ink)
}

// words sets lines at the outside of a side and returns where the next line would begin.
func (p Forces) words(f *Figure, side int, lines []string, y float64, t Text) float64 {
	t.Max = p.text
	x := 0.0
	if side == 1 {
		x = p.W - p.text
	}
	return f.block(lines, x, y, t)
}
