package figure

import (
	"fmt"
	"slices"
)

// Tree is a laid out tree of causes: one column for each depth, from left to right. A cause stands beside
// its first answer; every other answer begins a row, so that a tree can be cut between two rows. A tree that is deeper
// than its width has columns for is an outline: a row for each cause, further in the deeper it is.
type Tree struct {
	W, H  float64
	Boxes []Box
	Rows  []float64 // top edges, and the foot of the last

	frame  Frame
	words  CauseWords
	causes []Cause
	laid   []laidCause
	gap    float64

	outlined bool
	step     float64 // of an outline: how much further in the next depth is
}

type laidCause struct {
	column, row int
	text, note  []string
	status      []string
}

// The narrowest and the widest box of a tree, in sizes of its text.
const (
	narrowBox = 9
	wideBox   = 24
)

// LayOutline lays causes out as an outline, which has the most room for long texts.
func LayOutline(causes []Cause, w CauseWords, f Frame) Tree {
	t, depth, most := newTree(causes, w, f)
	t.outline(depth, max(most, 1))
	return t
}

func newTree(causes []Cause, w CauseWords, f Frame) (t Tree, depth []int, most int) {
	depth = make([]int, len(causes))
	for i, c := range causes {
		if c.Parent >= 0 && c.Parent < i {
			depth[i] = depth[c.Parent] + 1
		}
		most = max(most, depth[i])
	}
	return Tree{frame: f, words: w, causes: causes, gap: f.Text * 2, W: f.W}, depth, most
}

// LayTree lays causes out in the width of the frame; the height follows from them.
func LayTree(causes []Cause, w CauseWords, f Frame) Tree {
	t, depth, most := newTree(causes, w, f)
	columns := max(1, min(max(most+1, 3), int((f.W+t.gap)/(f.Text*narrowBox+t.gap))))
	if most+1 > columns {
		t.outline(depth, most)
		return t
	}
	width := max(1, min((f.W+t.gap)/float64(columns)-t.gap, f.Text*wideBox))
	t.place(depth)
	t.measure(func(column int) (x, w float64) { return float64(column) * (width + t.gap), width }, f.Text*0.8)
	return t
}

// outline gives each cause a row of its own, as wide as there is room for.
func (t *Tree) outline(depth []int, most int) {
	text := t.frame.Text
	t.outlined = true
	t.step = max(0, min(text*1.8, (t.W-text*narrowBox*2)/float64(most)))
	t.laid = make([]laidCause, len(t.causes))
	for i := range t.laid {
		t.laid[i].column, t.laid[i].row = depth[i], i
	}
	t.measure(func(column int) (x, w float64) {
		x = float64(column) * t.step
		return x, max(1, min(t.W-x, text*wideBox*2))
	}, text*0.4)
}

// place gives each cause its column and row.
func (t *Tree) place(depth []int) {
	t.laid = make([]laidCause, len(t.causes))
	row, last := -1, -1
	for i := range t.causes {
		l := &t.laid[i]
		l.column = depth[i]
		beside := last >= 0 && t.causes[i].Parent == i-1
		if !beside {
			row++
		}
		l.row, last = row, i
	}
}

// measure breaks the words into lines and gives each row the height that it needs. An outline says verdict and evidence on one line.
func (t *Tree) measure(room func(column int) (x, w float64), gap float64) {
	size, small := t.frame.Text, t.frame.Text*0.9
	pad := size * 0.6
	var heights []float64
	for i, c := range t.causes {
		l := &t.laid[i]
		x, width := room(l.column)
		words := max(1, width-2*pad-size*0.25)
		status := joined(t.words.of(c.Verdict), c.Mark)
		if t.outlined && !c.Family {
			status = joined(status, c.Note)
		} else {
			l.note = t.frame.wrap(c.Note, small, false, words, 0)
		}
		l.text = t.frame.wrap(c.Text, size, i == 0 || c.Parent < 0 || c.Strong, words, 0)
		if !c.Family {
			l.status = t.frame.wrap(status, small, false, max(1, words-small*1.2), 0)
		}
		h := pad*1.6 + (float64(len(l.text))*size+float64(len(l.note)+len(l.status))*small)*lineHeight
		for len(heights) <= l.row {
			heights = append(heights, 0)
		}
		heights[l.row] = max(heights[l.row], h)
		t.Boxes = append(t.Boxes, Box{Index: i, X: x, W: width, H: h})
	}
	y := 0.0
	for _, h := range heights {
		t.Rows = append(t.Rows, y)
		y += h + gap
	}
	t.Rows, t.H = append(t.Rows, y), max(y, 1)
	for i := range t.Boxes {
		t.Boxes[i].Y = t.Rows[t.laid[i].row]
	}
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// Figure draws the whole tree.
func (t Tree) Figure() Figure { return t.Part(0, len(t.Rows)-1) }

// Part draws the rows from one to the one before another, with the lines that run on through them, so that
// parts below each other on paper show the same picture as the whole.
func (t Tree) Part(from, to int) Figure {
	f := Figure{W: t.W, Alt: fmt.Sprintf(t.words.Alt, len(t.causes)), H: 1}
	if from < 0 || to <= from || to >= len(t.Rows) {
		return f
	}
	top := t.Rows[from]
	f.H = max(1, t.Rows[to]-top)
	for i := range t.causes {
		t.branch(&f, i, top)
	}
	for i := range t.causes {
		if r := t.laid[i].row; r >= from && r < to {
			t.box(&f, i, top)
		}
	}
	f.within()
	return f
}

// branch is the line from a cause to its parent: out of the parent, down the gap, into the cause.
func (t Tree) branch(f *Figure, i int, top float64) {
	p := t.causes[i].Parent
	if p < 0 || p >= i {
		return
	}
	box, from := t.Boxes[i], t.Boxes[p]
	in := t.frame.Text * 1.2 // where lines meet a box, below its edge
	width := t.frame.Text * 0.09
	y := box.Y + in - top
	trunk := from.X + from.W + t.gap*0.5
	start := from.Y + in - top
	if t.outlined { // out of the foot of the parent
		trunk, start = from.X+t.step*0.5, from.Y+from.H-top
	}
	line := func(x1, y1, x2, y2 float64) {
		if max(y1, y2) < 0 || min(y1, y2) > f.H {
			return // in another part
		}
		f.add(Line{X1: x1, Y1: min(max(y1, 0), f.H), X2: x2, Y2: min(max(y2, 0), f.H), Width: width, Color: Outline})
	}
	if y-start > 0 {
		line(trunk, start, trunk, y)
	}
	if !t.outlined {
		line(from.X+from.W, start, trunk, start)
	}
	line(trunk, y, box.X, y)
}

func (t Tree) box(f *Figure, i int, top float64) {
	c, l, b := t.causes[i], t.laid[i], t.Boxes[i]
	size, small := t.frame.Text, t.frame.Text*0.9
	pad := size * 0.6
	fill, stroke, width := Surface, Rule2, size*0.08
	if c.Strong {
		fill, stroke, width = Tint, TintLine, size*0.1
	}
	ink := Ink
	if c.Verdict == Refuted {
		ink = Ink3
	}
	y := b.Y - top
	f.add(Rect{X: b.X, Y: y, W: b.W, H: b.H, Radius: size * 0.45, Fill: fill, Stroke: stroke, Width: width})
	if !c.Family {
		f.add(Rect{X: b.X + size*0.28, Y: y + size*0.45, W: size * 0.22, H: max(0, b.H-size*0.9), Radius: size * 0.11, Fill: c.Verdict.color()})
	}
	x, room := b.X+pad+size*0.25, max(1, b.W-2*pad-size*0.25)
	y += pad * 0.8
	y = f.block(l.text, x, y, Text{Size: size, Color: ink, Bold: c.Parent < 0 || c.Strong, Max: room})
	y = f.block(l.note, x, y, Text{Size: small, Color: Ink2, Max: room})
	if c.Family {
		return
	}
	f.sign(c.Verdict, x+small*0.4, y+small*lineHeight/2, small)
	f.block(l.status, x+small*1.2, y, Text{Size: small, Color: Ink2, Max: max(1, room-small*1.2)})
}

// At is the cause at a point of the whole tree, -1 for none.
func (t Tree) At(x, y float64) int { return boxAt(t.Boxes, x, y) }

func boxAt(boxes []Box, x, y float64) int {
	i := slices.IndexFunc(boxes, func(b Box) bool { return x >= b.X && x <= b.X+b.W && y >= b.Y && y <= b.Y+b.H })
	if i < 0 {
		return -1
	}
	return boxes[i].Index
}
