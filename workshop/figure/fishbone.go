package figure

import "fmt"

// Bone is a family of causes on a fishbone.
type Bone struct {
	Title  string
	Hint   string // where nobody has found anything yet
	Causes []Cause
}

// Fishbone is a laid out Ishikawa diagram: the effect at the right, bones above and below the spine,
// causes on the bones and, indented, what hangs from them. Boxes count through all bones in order. Where the causes of one bone would make
// the picture higher than its frame, the others give way to it, and it has several ribs beside each other.
type Fishbone struct {
	W, H   float64
	Boxes  []Box
	Titles []Box // of the bones, by their index

	frame Frame
	words CauseWords
	bones []Bone
	head  []string
	laid  []twig
	rooms []stretch // of the pairs of an upper and a lower bone
	ribs  []int     // of each bone
	spine float64
	headX float64
	tilt  float64 // how far a bone leans
}

// stretch is a part of the width.
type stretch struct{ x, w float64 }

// twig is a cause on its bone.
type twig struct {
	bone, rib, depth int
	text, note       []string
	high             float64
}

// LayFishbone lays causes out in the width of the frame; the height follows from the longest bones. Where the frame has a height, the
// causes are spread so as to come near to it.
func LayFishbone(effect string, bones []Bone, w CauseWords, f Frame) Fishbone {
	b := Fishbone{W: f.W, frame: f, words: w, bones: bones, tilt: f.Text * 1.6}
	head := min(f.W*0.2, f.Text*14)
	b.headX = f.W - head
	b.head = f.wrap(effect, f.Text, true, max(1, head-f.Text*1.8), 12)
	b.evenly()
	b.measure()
	if even := b; f.H > 0 && b.H > f.H && b.spread() {
		if b.measure(); b.H > even.H {
			b = even
		}
	}
	b.settle()
	return b
}

func (b Fishbone) pairs() int { return max(1, (len(b.bones)+1)/2) }

// evenly gives all pairs of bones the same room.
func (b *Fishbone) evenly() {
	w := max(1, (b.headX-b.frame.Text)/float64(b.pairs()))
	b.rooms, b.ribs = nil, make([]int, len(b.bones))
	for i := range b.pairs() {
		b.rooms = append(b.rooms, stretch{float64(i) * w, w})
	}
	for i := range b.ribs {
		b.ribs[i] = 1
	}
}

// measure breaks the words of all causes into lines and finds the spine and the height.
func (b *Fishbone) measure() {
	b.laid = nil
	halves := [2]float64{b.title() * 2, b.title() * 2}
	for i, bone := range b.bones {
		half := b.half(i)
		halves[half] = max(halves[half], b.title()*2+b.twigs(i, bone), b.title()*2+b.hintHeight(i))
	}
	least := float64(len(b.head))*b.frame.Text*lineHeight/2 + b.frame.Text*1.2
	halves[0], halves[1] = max(halves[0], least), max(halves[1], least+b.frame.Text*6)
	b.spine = halves[0]
	b.H = halves[0] + halves[1]
}

// half is 0 of a bone above the spine and 1 of one below it.
func (b Fishbone) half(bone int) int {
	if bone < (len(b.bones)+1)/2 {
		return 0
	}
	return 1
}

func (b Fishbone) title() float64 { return b.frame.Text * 1.7 }

// stretch is the room of a bone.
func (b Fishbone) stretch(bone int) stretch { return b.rooms[bone%b.pairs()] }

// rib is the width of one rib of a bone.
func (b Fishbone) rib(bone int) float64 { return b.stretch(bone).w / float64(b.ribs[bone]) }

func (t twig) indent(text float64) float64 { return float64(min(t.depth, 3)) * text }

// twigs measures the causes of a bone, shares them among its ribs and returns the height of the longest.
func (b *Fishbone) twigs(i int, bone Bone) float64 {
	size, small := b.frame.Text, b.frame.Text*0.9
	first, total := len(b.laid), 0.0
	for j, c := range bone.Causes {
		t := twig{bone: i}
		if c.Parent >= 0 && c.Parent < j {
			t.depth = b.laid[first+c.Parent].depth + 1
		}
		room := max(1, b.room(t))
		t.text = b.frame.wrap(c.Text, size, c.Strong, room, 0)
		t.note = b.frame.wrap(joined(c.Note, c.Mark), small, false, room, 0)
		t.high = (float64(len(t.text))*size+float64(len(t.note))*small)*lineHeight + size*0.55
		b.laid = append(b.laid, t)
		total += t.high
	}
	return onRibs(b.laid[first:], b.ribs[i], total/float64(b.ribs[i]))
}

// room is the width of a cause's text.
func (b Fishbone) room(t twig) float64 {
	return b.rib(t.bone) - b.tilt - b.frame.Text*2.3 - t.indent(b.frame.Text)
}

// hint are the lines of what an empty bone says.
func (b Fishbone) hint(bone int) []string {
	if len(b.bones[bone].Causes) > 0 || b.bones[bone].Hint == "" {
		return nil
	}
	return b.frame.wrap(b.bones[bone].Hint, b.frame.Text*0.9, false, max(1, b.stretch(bone).w-b.tilt-b.frame.Text*0.6), 4)
}

func (b Fishbone) hintHeight(bone int) float64 {
	return float64(len(b.hint(bone))) * b.frame.Text * 0.9 * lineHeight
}

// settle places the causes of each bone, the first nearest to its title; below the spine the last is.
func (b *Fishbone) settle() {
	n := 0
	for i, bone := range b.bones {
		at, wide := b.stretch(i), b.rib(i)
		title := Box{Index: i, X: at.x, Y: 0, W: max(1, at.w-b.tilt), H: b.title()}
		if b.half(i) == 1 {
			title.Y = b.H - b.title()
		}
		b.Titles = append(b.Titles, title)
		causes := b.laid[n : n+len(bone.Causes)]
		y := make([]float64, b.ribs[i])
		for rib := range y {
			y[rib] = b.title()
			if b.half(i) == 1 {
				y[rib] = b.H - b.title() - ribHeight(causes, rib)
			}
		}
		for _, t := range causes {
			in := t.indent(b.frame.Text)
			b.Boxes = append(b.Boxes, Box{Index: n, X: at.x + float64(t.rib)*wide + in, Y: y[t.rib], W: max(1, wide-b.tilt-in-b.frame.Text*0.4), H: t.high})
			y[t.rib] += t.high
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
		y := b.Titles[i].Y + b.title()
		if b.half(i) == 1 {
			y = b.Titles[i].Y - b.hintHeight(i)
		}
		f.block(b.hint(i), b.stretch(i).x, y, Text{Size: b.frame.Text * 0.9, Color: Ink3, Max: max(1, b.stretch(i).w-b.tilt)})
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

// at is where a rib of a bone is at this height.
func (b Fishbone) at(bone, rib int, y float64) float64 {
	end := b.stretch(bone).x + float64(rib+1)*b.rib(bone)
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
		last := b.ribs[i] - 1
		for rib := range b.ribs[i] {
			f.add(Line{X1: b.at(i, rib, from), Y1: from, X2: b.at(i, rib, b.spine), Y2: b.spine, Width: size * 0.13, Color: Outline})
		}
		if last > 0 { // one bone
			f.add(Line{X1: b.at(i, 0, from), Y1: from, X2: b.at(i, last, from), Y2: from, Width: size * 0.13, Color: Outline})
		}
		f.add(Text{X: title.X, Y: title.Y + title.H/2, Size: size, Text: bone.Title, Color: Ink, Bold: true, Max: max(1, title.W)})
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
	f.add(Line{X1: box.X, Y1: foot, X2: b.at(t.bone, t.rib, foot), Y2: foot, Width: size * 0.07, Color: Rule2})
	f.sign(c.Verdict, box.X+size*0.45, box.Y+size*lineHeight/2, size)
	room := max(1, b.room(t))
	y := f.block(t.text, box.X+size*1.3, box.Y, Text{Size: size, Color: ink, Bold: c.Strong, Max: room})
	f.block(t.note, box.X+size*1.3, y, Text{Size: small, Color: Ink2, Max: room})
}

// At is the cause at a point, -1 for none; TitleAt the bone whose title is there.
func (b Fishbone) At(x, y float64) int { return boxAt(b.Boxes, x, y) }

// TitleAt is the bone whose title is at a point, -1 for none.
func (b Fishbone) TitleAt(x, y float64) int { return boxAt(b.Titles, x, y) }
