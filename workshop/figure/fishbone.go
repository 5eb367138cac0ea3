package figure

import "fmt"

// Bone is a family of causes on a fishbone.
type Bone struct {
	Title  string
	Hint   string // where nobody has found anything yet
	Causes []Cause
}

// Fishbone is a laid out Ishikawa diagram: the effect at the right, bones above and below the spine,
// causes on the bones and, indented, what hangs from them. Boxes count through all bones in order.
type Fishbone struct {
	W, H   float64
	Boxes  []Box
	Titles []Box // of the bones, by their index

	frame Frame
	words CauseWords
	bones []Bone
	head  []string
	laid  []twig
	spine float64
	headX float64
	tilt  float64 // how far a bone leans
	width float64 // of the room of one bone
}

// twig is a cause on its bone.
type twig struct {
	bone, depth int
	text, note  []string
}

// LayFishbone lays causes out in the width of the frame; the height follows from the longest bones.
func LayFishbone(effect string, bones []Bone, w CauseWords, f Frame) Fishbone {
	b := Fishbone{W: f.W, frame: f, words: w, bones: bones, tilt: f.Text * 1.6}
	pairs := max(1, (len(bones)+1)/2)
	head := min(f.W*0.2, f.Text*14)
	b.headX = f.W - head
	b.width = max(1, (b.headX-f.Text)/float64(pairs))
	b.head = f.wrap(effect, f.Text, true, max(1, head-f.Text*1.8), 12)
	halves := [2]float64{b.title() * 2, b.title() * 2}
	heights := make([][]float64, len(bones))
	for i, bone := range bones {
		total := b.title() * 2
		heights[i] = b.twigs(i, bone)
		for _, h := range heights[i] {
			total += h
		}
		half := b.half(i)
		halves[half] = max(halves[half], total)
	}
	least := float64(len(b.head))*f.Text*lineHeight/2 + f.Text*1.2
	halves[0], halves[1] = max(halves[0], least), max(halves[1], least+f.Text*6)
	b.spine = halves[0]
	b.H = halves[0] + halves[1]
	b.settle(heights)
	return b
}

// half is 0 of a bone above the spine and 1 of one below it.
func (b Fishbone) half(bone int) int {
	if bone < (len(b.bones)+1)/2 {
		return 0
	}
	return 1
}

func (b Fishbone) title() float64 { return b.frame.Text * 1.7 }

// left is where the room of a bone begins.
func (b Fishbone) left(bone int) float64 {
	return float64(bone%max(1, (len(b.bones)+1)/2)) * b.width
}

func (t twig) indent(text float64) float64 { return float64(min(t.depth, 3)) * text }

// twigs measures the causes of a bone and returns their heights.
func (b *Fishbone) twigs(i int, bone Bone) []float64 {
	size, small := b.frame.Text, b.frame.Text*0.9
	var heights []float64
	first := len(b.laid)
	for j, c := range bone.Causes {
		t := twig{bone: i}
		if c.Parent >= 0 && c.Parent < j {
			t.depth = b.laid[first+c.Parent].depth + 1
		}
		room := max(1, b.room(t))
		t.text = b.frame.wrap(c.Text, size, c.Strong, room, 0)
		t.note = b.frame.wrap(joined(c.Note, c.Mark), small, false, room, 0)
		b.laid = append(b.laid, t)
		heights = append(heights, (float64(len(t.text))*size+float64(len(t.note))*small)*lineHeight+size*0.55)
	}
	return heights
}

// room is the width of a cause's text.
func (b Fishbone) room(t twig) float64 {
	return b.width - b.tilt - b.frame.Text*2.3 - t.indent(b.frame.Text)
}

// settle places the causes of each bone, the first nearest to its title.
func (b *Fishbone) settle(heights [][]float64) {
	n := 0
	for i := range b.bones {
		x, y := b.left(i), b.title()
		title := Box{Index: i, X: x, Y: 0, W: b.width - b.tilt, H: b.title()}
		if b.half(i) == 1 {
			total := 0.0
			for _, h := range heights[i] {
				total += h
			}
			y = b.H - b.title() - total
			title.Y = b.H - b.title()
		}
		b.Titles = append(b.Titles, title)
		for _, h := range heights[i] {
			in := b.laid[n].indent(b.frame.Text)
			b.Boxes = append(b.Boxes, Box{Index: n, X: x + in, Y: y, W: max(1, b.width-b.tilt-in-b.frame.Text*0.4), H: h})
			y += h
			n++
		}
	}
}

// Figure draws the fishbone.
func (b Fishbone) Figure() Figure {
	f := Figure{W: b.W, H: b.H, Alt: fmt.Sprintf(b.words.Alt, len(b.laid))}
	b.skeleton(&f)
	n := 0
	for i, bone := range b.bones {
		if len(bone.Causes) == 0 && bone.Hint != "" {
			y := b.Titles[i].Y + b.title()*1.4
			if b.half(i) == 1 {
				y = b.Titles[i].Y - b.title()*0.4
			}
			f.add(Text{X: b.left(i), Y: y, Size: b.frame.Text * 0.9, Text: bone.Hint, Color: Ink3, Max: max(1, b.width-b.tilt)})
		}
		for _, c := range bone.Causes {
			b.twig(&f, c, n)
			n++
		}
	}
	b.legend(&f)
	f.within()
	return f
}

// legend says what the signs mean, in the corner below the effect.
func (b Fishbone) legend(f *Figure) {
	size := b.frame.Text * 0.9
	y := b.H - size*5
	for _, v := range []Verdict{Verified, Refuted, Unchecked} {
		f.sign(v, b.headX+size*1.5, y, size)
		f.add(Text{X: b.headX + size*2.5, Y: y, Size: size, Text: b.words.of(v), Color: Ink2, Max: max(1, b.W-b.headX-size*2.5)})
		y += size * 1.7
	}
}

// at is where a bone is at this height.
func (b Fishbone) at(bone int, y float64) float64 {
	end := b.left(bone) + b.width
	if b.half(bone) == 0 {
		return end - b.tilt*(b.spine-y)/max(1, b.spine)
	}
	return end - b.tilt*(y-b.spine)/max(1, b.H-b.spine)
}

func (b Fishbone) skeleton(f *Figure) {
	size := b.frame.Text
	f.add(Line{X1: 0, Y1: b.spine, X2: b.headX, Y2: b.spine, Width: size * 0.22, Color: Outline})
	for i, bone := range b.bones {
		from, title := b.Titles[i].Y, b.Titles[i]
		if b.half(i) == 1 {
			from += title.H
		}
		f.add(Line{X1: b.at(i, from), Y1: from, X2: b.at(i, b.spine), Y2: b.spine, Width: size * 0.13, Color: Outline},
			Text{X: title.X, Y: title.Y + title.H/2, Size: size, Text: bone.Title, Color: Ink, Bold: true, Max: max(1, title.W)})
	}
	high := float64(len(b.head))*size*lineHeight + size*1.4
	w := b.W - b.headX
	f.add(Rect{X: b.headX, Y: b.spine - high/2, W: w, H: high, Radius: size * 0.6, Fill: Tint, Stroke: Accent, Width: size * 0.12})
	f.block(b.head, b.headX+size*0.9, b.spine-high/2+size*0.7, Text{Size: size, Color: Ink, Bold: true, Max: max(1, w-size*1.8)})
}

func (b Fishbone) twig(f *Figure, c Cause, n int) {
	t, box := b.laid[n], b.Boxes[n]
	size, small := b.frame.Text, b.frame.Text*0.9
	ink := Ink
	if c.Verdict == Refuted {
		ink = Ink3
	}
	foot := box.Y + box.H - size*0.2
	f.add(Line{X1: box.X, Y1: foot, X2: b.at(t.bone, foot), Y2: foot, Width: size * 0.07, Color: Rule2})
	f.sign(c.Verdict, box.X+size*0.45, box.Y+size*lineHeight/2, size)
	room := max(1, b.room(t))
	y := f.block(t.text, box.X+size*1.3, box.Y, Text{Size: size, Color: ink, Bold: c.Strong, Max: room})
	f.block(t.note, box.X+size*1.3, y, Text{Size: small, Color: Ink2, Max: room})
}

// At is the cause at a point, -1 for none; TitleAt the bone whose title is there.
func (b Fishbone) At(x, y float64) int { return boxAt(b.Boxes, x, y) }

// TitleAt is the bone whose title is at a point, -1 for none.
func (b Fishbone) TitleAt(x, y float64) int { return boxAt(b.Titles, x, y) }
