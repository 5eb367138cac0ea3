package figure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// PlaneCard is a card on a field of two axes. A card without a value on one of them has no place yet.
type PlaneCard struct {
	Number     int // how the card is called where its words have no room; lists beside the field use it too
	Text       string
	Note       string // what else is to be said: its verdict where that is another, its votes, its action
	Across, Up int
	Placed     bool
}

// PlaneAxis is a side of a field.
type PlaneAxis struct {
	Title, Low, High string
	Min, Max         int
}

// PlaneCorner names a quadrant.
type PlaneCorner struct{ Title, Hint string }

// PlaneInput is a field with its cards.
type PlaneInput struct {
	Across, Up PlaneAxis
	Corners    []PlaneCorner // upper left, upper right, lower left, lower right; or none
	Cards      []PlaneCard
	Alt        string // with %d for the number of cards that have a place
}

// Plane is a laid out field: a grid of the whole values of both axes, in which no card lies on another.
type Plane struct {
	Plot  Rect // the grid without its labels
	Spots []Spot
	More  []Heap

	in      PlaneInput
	frame   Frame
	columns int
	rows    int
}

// Spot is a placed card: its words where the grid has room for them, or else a disc with its number.
type Spot struct {
	Box
	Disc  bool
	pad   float64
	lines []string
	note  string
}

// Heap stands for the cards that even as discs have no room in their place of the grid.
type Heap struct {
	Box
	Cards []int
}

// mostSteps is the greatest number of places along an axis: each value has one of its own up to there, and on a longer axis neighbors share
// them.
const mostSteps = 25

// LayPlane places the cards. Each place of the grid shows as much of its cards as it has room for, so that one
// crowded place does not silence the others.
func LayPlane(in PlaneInput, f Frame) Plane {
	p := Plane{in: in, frame: f, columns: steps(in.Across), rows: steps(in.Up)}
	label := f.Text * 0.9
	left := 0.0
	for _, s := range []string{in.Up.Title, in.Up.Low, in.Up.High} {
		left = max(left, f.wide(s, label, true)+f.Text*0.9)
	}
	left = min(left, f.W*0.2)
	top, bottom := f.Text*0.4, f.Text*2
	if len(in.Corners) == 4 {
		top, bottom = f.Text*2, f.Text*3.8
	}
	p.Plot = Rect{X: left, Y: top, W: max(f.W-left-1, 1), H: max(f.H-top-bottom, 1)}
	heaps := map[[2]int][]int{}
	for i, c := range in.Cards {
		if c.Placed {
			at := [2]int{step(c.Across, in.Across, p.columns), step(c.Up, in.Up, p.rows)}
			heaps[at] = append(heaps[at], i)
		}
	}
	for column := range p.columns {
		for row := range p.rows {
			if cards := heaps[[2]int{column, row}]; len(cards) > 0 {
				p.fill(cards, p.cell(column, row))
			}
		}
	}
	return p
}

func steps(a PlaneAxis) int { return min(max(a.Max-a.Min+1, 1), mostSteps) }

// step is the place of a value along an axis, from 0.
func step(v int, a PlaneAxis, n int) int {
	if a.Max <= a.Min {
		return 0
	}
	return clamp((clamp(v, a.Min, a.Max)-a.Min)*n/(a.Max-a.Min+1), 0, n-1)
}

// cell is a place of the grid; row 0 is at the foot.
func (p Plane) cell(column, row int) Rect {
	w, h := p.Plot.W/float64(p.columns), p.Plot.H/float64(p.rows)
	return Rect{X: p.Plot.X + float64(column)*w, Y: p.Plot.Y + p.Plot.H - float64(row+1)*h, W: w, H: h}
}

// Values are the values of the place at a point, and whether there is one.
func (p Plane) Values(x, y float64) (across, up int, ok bool) {
	if x < p.Plot.X || x >= p.Plot.X+p.Plot.W || y < p.Plot.Y || y >= p.Plot.Y+p.Plot.H {
		return 0, 0, false
	}
	column := int((x - p.Plot.X) / p.Plot.W * float64(p.columns))
	row := int((p.Plot.Y + p.Plot.H - y) / p.Plot.H * float64(p.rows))
	value := func(i int, a PlaneAxis, n int) int { return a.Min + (i*(a.Max-a.Min+1)+n-1)/n }
	return value(column, p.in.Across, p.columns), value(clamp(row, 0, p.rows-1), p.in.Up, p.rows), true
}

// fill puts cards into their place of the grid: with as many lines of their words as fit, or as discs.
func (p *Plane) fill(cards []int, cell Rect) {
	gap := p.frame.Text * 0.3
	inner := inset(cell, gap)
	if inner.W > p.frame.Text*5 {
		for most := 4; most > 0; most-- {
			if p.words(cards, inner, most, gap, p.frame.Text*0.35, true) {
				return
			}
		}
		tight := p.frame.Text * 0.12 // a low window: a line of words still says more than a number
		if p.words(cards, inner, 1, gap, p.frame.Text*0.35, false) || p.words(cards, inset(cell, tight), 1, tight, tight, false) {
			return
		}
	}
	p.discs(cards, inner, gap)
}

func inset(r Rect, by float64) Rect {
	return Rect{X: r.X + by, Y: r.Y + by, W: r.W - 2*by, H: r.H - 2*by}
}

// words tries to show every card with its words, in so many lines at most, and with its note.
func (p *Plane) words(cards []int, cell Rect, most int, gap, pad float64, notes bool) bool {
	size := p.frame.Text * 0.92
	room := cell.W - 2*pad - p.number()
	spots, total := make([]Spot, 0, len(cards)), -gap
	for _, i := range cards {
		c := p.in.Cards[i]
		s := Spot{pad: pad, lines: p.frame.wrap(c.Text, size, false, room, most), note: c.Note}
		if !notes {
			s.note = ""
		}
		n := float64(max(len(s.lines), 1))
		h := n*size*lineHeight + 2*pad
		if s.note != "" {
			h += size * 0.9 * lineHeight
		}
		s.Box = Box{Index: i, X: cell.X, W: cell.W, H: h}
		total += h + gap
		if total > cell.H {
			return false
		}
		spots = append(spots, s)
	}
	y := cell.Y + (cell.H-total)/2
	for i := range spots {
		spots[i].Y = y
		y += spots[i].H + gap
	}
	p.Spots = append(p.Spots, spots...)
	return true
}

// number is the room for the number in front of the words.
func (p *Plane) number() float64 {
	most := 10
	for i := range p.in.Cards {
		most = max(most, p.in.Cards[i].Number)
	}
	return p.frame.wide(strconv.Itoa(most), p.frame.Text*0.85, true) + p.frame.Text*0.35
}

// discs shows cards by their numbers. They get smaller until they fit; when they would be too small to read,
// the last one says how many more there are.
func (p *Plane) discs(cards []int, cell Rect, gap float64) {
	text := p.frame.Text
	least := max(p.number()*1.15, text*1.5)
	side := max(text*2.2, least)
	fits := func(side float64) (across, down int) {
		return max(1, int((cell.W+gap)/(side+gap))), max(1, int((cell.H+gap)/(side+gap)))
	}
	across, down := fits(side)
	for across*down < len(cards) && side > least {
		side = max(least, side*0.94)
		across, down = fits(side)
	}
	side = max(0, min(side, cell.W, cell.H))
	shown := min(len(cards), across*down)
	if shown < len(cards) {
		shown--
	}
	items := min(len(cards), across*down)
	n := min(across, items)
	lines := (items + n - 1) / n
	x0 := cell.X + (cell.W-float64(n)*(side+gap)+gap)/2
	y0 := cell.Y + (cell.H-float64(lines)*(side+gap)+gap)/2
	box := func(k, index int) Box {
		return Box{Index: index, X: x0 + float64(k%n)*(side+gap), Y: y0 + float64(k/n)*(side+gap), W: side, H: side}
	}
	for k, i := range cards[:shown] {
		p.Spots = append(p.Spots, Spot{Box: box(k, i), Disc: true})
	}
	if rest := cards[shown:]; len(rest) > 0 {
		p.More = append(p.More, Heap{Box: box(shown, rest[0]), Cards: rest})
	}
}

// Whole says that the field has all there is to say of every card: each has its place, its words and its note.
func (p Plane) Whole() bool {
	if len(p.More) > 0 || len(p.Spots) < len(p.in.Cards) {
		return false
	}
	for _, s := range p.Spots {
		if n := len(s.lines); s.Disc || s.note != p.in.Cards[s.Index].Note || n > 0 && strings.HasSuffix(s.lines[n-1], "…") {
			return false
		}
	}
	return true
}

// HeapAt are the cards behind the sign at a point that says how many more there are; none where there is no such sign.
func (p Plane) HeapAt(x, y float64) []int {
	for _, h := range p.More {
		if boxAt([]Box{h.Box}, x, y) >= 0 {
			return h.Cards
		}
	}
	return nil
}

// At is the card at a point, -1 for none. A heap answers with its first.
func (p Plane) At(x, y float64) int {
	for _, s := range p.Spots {
		if i := boxAt([]Box{s.Box}, x, y); i >= 0 {
			return i
		}
	}
	for _, h := range p.More {
		if i := boxAt([]Box{h.Box}, x, y); i >= 0 {
			return i
		}
	}
	return -1
}

// BoxOf is where a card stands, or the sign that it is behind; false for one without a place.
func (p Plane) BoxOf(card int) (Box, bool) {
	for _, s := range p.Spots {
		if s.Index == card {
			return s.Box, true
		}
	}
	for _, h := range p.More {
		if slices.Contains(h.Cards, card) {
			return h.Box, true
		}
	}
	return Box{}, false
}

// Figure draws the field.
func (p Plane) Figure() Figure {
	f := Figure{W: p.frame.W, H: p.frame.H, Alt: fmt.Sprintf(p.in.Alt, p.placed())}
	p.ground(&f)
	p.labels(&f)
	for _, s := range p.Spots {
		p.spot(&f, s)
	}
	for _, h := range p.More {
		f.add(Circle{X: h.X + h.W/2, Y: h.Y + h.H/2, R: h.W / 2, Fill: Tint, Stroke: TintLine, Width: 0.8},
			Text{X: h.X + h.W/2, Y: h.Y + h.H/2, Size: p.frame.Text * 0.85, Text: "+" + strconv.Itoa(len(h.Cards)), Color: Accent, Bold: true, Anchor: Middle, Max: h.W})
	}
	f.within()
	return f
}

func (p Plane) placed() int {
	n := len(p.Spots)
	for _, h := range p.More {
		n += len(h.Cards)
	}
	return n
}

// middle is where the halves of an axis meet, in places of the grid: the middle belongs to the lower half
// across and to the upper half up.
func middle(a PlaneAxis, n int, upper bool) float64 {
	half := float64(n) / 2
	if upper {
		return math.Floor(half)
	}
	return math.Ceil(half)
}

func (p Plane) ground(f *Figure) {
	w, h := p.Plot.W/float64(p.columns), p.Plot.H/float64(p.rows)
	x := p.Plot.X + middle(p.in.Across, p.columns, false)*w
	y := p.Plot.Y + p.Plot.H - middle(p.in.Up, p.rows, true)*h
	right, foot := p.Plot.X+p.Plot.W, p.Plot.Y+p.Plot.H
	f.add(Rect{X: p.Plot.X, Y: p.Plot.Y, W: p.Plot.W, H: p.Plot.H, Fill: Surface})
	if len(p.in.Corners) == 4 {
		f.add(Rect{X: p.Plot.X, Y: p.Plot.Y, W: x - p.Plot.X, H: y - p.Plot.Y, Fill: OKTint},
			Rect{X: x, Y: y, W: right - x, H: foot - y, Fill: Sunken})
	}
	for i := 1; i < p.columns; i++ {
		at := p.Plot.X + float64(i)*w
		f.add(Line{X1: at, Y1: p.Plot.Y, X2: at, Y2: foot, Width: 0.6, Color: Rule})
	}
	for i := 1; i < p.rows; i++ {
		at := p.Plot.Y + float64(i)*h
		f.add(Line{X1: p.Plot.X, Y1: at, X2: right, Y2: at, Width: 0.6, Color: Rule})
	}
	f.add(Line{X1: x, Y1: p.Plot.Y, X2: x, Y2: foot, Width: 1.2, Color: Outline}, Line{X1: p.Plot.X, Y1: y, X2: right, Y2: y, Width: 1.2, Color: Outline},
		Rect{X: p.Plot.X, Y: p.Plot.Y, W: p.Plot.W, H: p.Plot.H, Radius: p.frame.Text * 0.4, Stroke: Rule2, Width: 0.8})
}

func (p Plane) labels(f *Figure) {
	size, text := p.frame.Text*0.9, p.frame.Text
	left, right, foot := p.Plot.X-text*0.5, p.Plot.X+p.Plot.W, p.Plot.Y+p.Plot.H
	side := func(y float64, words string, bold bool, ink Color) {
		f.add(Text{X: left, Y: y, Size: size, Text: words, Color: ink, Bold: bold, Anchor: End, Max: left})
	}
	side(p.Plot.Y+text*0.7, p.in.Up.High, false, Ink3)
	side(p.Plot.Y+p.Plot.H/2, p.in.Up.Title, true, Ink2)
	side(foot-text*0.7, p.in.Up.Low, false, Ink3)
	y := foot + text
	if len(p.in.Corners) == 4 {
		p.corner(f, 0, p.Plot.X, p.Plot.Y-text, Start, OK)
		p.corner(f, 1, right, p.Plot.Y-text, End, Ink2)
		p.corner(f, 2, p.Plot.X, foot+text, Start, Ink2)
		p.corner(f, 3, right, foot+text, End, Ink2)
		y = foot + text*2.8
	}
	third := p.Plot.W / 3
	f.add(Text{X: p.Plot.X, Y: y, Size: size, Text: p.in.Across.Low, Color: Ink3, Max: third},
		Text{X: p.Plot.X + p.Plot.W/2, Y: y, Size: size, Text: p.in.Across.Title, Color: Ink2, Bold: true, Anchor: Middle, Max: third},
		Text{X: right, Y: y, Size: size, Text: p.in.Across.High, Color: Ink3, Anchor: End, Max: third})
}

// corner writes a quadrant's name and what to do with what stands there.
func (p Plane) corner(f *Figure, i int, x, y float64, anchor Anchor, ink Color) {
	c, size := p.in.Corners[i], p.frame.Text
	half := p.Plot.W/2 - size
	name := min(p.frame.wide(c.Title, size, true), half/2)
	note := min(p.frame.wide(c.Hint, size*0.9, false), max(0, half-name-size*0.6))
	first, second := x, x+name+size*0.6
	if anchor == End {
		first, second = x-note-size*0.6, x
		if c.Hint == "" {
			first = x
		}
	}
	f.add(Text{X: first, Y: y, Size: size, Text: c.Title, Color: ink, Bold: true, Anchor: anchor, Max: name},
		Text{X: second, Y: y, Size: size * 0.9, Text: c.Hint, Color: Ink2, Anchor: anchor, Max: note})
}

func (p Plane) spot(f *Figure, s Spot) {
	c, text := p.in.Cards[s.Index], p.frame.Text
	number := strconv.Itoa(c.Number)
	if s.Disc {
		f.add(Circle{X: s.X + s.W/2, Y: s.Y + s.H/2, R: s.W / 2, Fill: Fill},
			Text{X: s.X + s.W/2, Y: s.Y + s.H/2, Size: text * 0.85, Text: number, Color: OnFill, Bold: true, Anchor: Middle, Max: s.W})
		return
	}
	size, pad := text*0.92, s.pad
	f.add(Rect{X: s.X, Y: s.Y, W: s.W, H: s.H, Radius: text * 0.35, Fill: Surface, Stroke: Rule2, Width: 0.9},
		Text{X: s.X + pad, Y: s.Y + pad + size*lineHeight/2, Size: text * 0.85, Text: number, Color: Accent, Bold: true, Max: p.number()})
	x, room := s.X+pad+p.number(), max(1, s.W-2*pad-p.number())
	y := f.block(s.lines, x, s.Y+pad, Text{Size: size, Color: Ink, Max: room})
	if s.note != "" {
		f.block([]string{s.note}, x, y, Text{Size: size * 0.9, Color: Ink2, Max: room})
	}
}
