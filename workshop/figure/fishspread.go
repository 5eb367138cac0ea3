package figure

// The least widths of a bone without causes, and of a rib, in sizes of the text.
const (
	bareBone = 8
	leastRib = 12
)

// spread shares the width among the pairs of bones by what hangs on them, and gives a bone as many ribs as its room has space for; false
// where the frame is too narrow for that. Heights are estimated: the words are broken into lines once, at the end.
func (b *Fishbone) spread() bool {
	text := b.frame.Text
	all := b.headX - text
	loads := make([][]load, len(b.bones))
	widths, free := make([]float64, b.pairs()), all
	for i, bone := range b.bones {
		loads[i] = b.loads(bone)
		least := text * bareBone
		if len(bone.Causes) > 0 {
			least = text * leastRib
		}
		if at := i % b.pairs(); least > widths[at] {
			free -= least - widths[at]
			widths[at] = least
		}
	}
	const steps = 24
	step := free / steps
	if step <= 0 {
		return false
	}
	for range steps {
		most, tallest := 0, -1.0
		for at := range widths {
			if h := b.guess(loads, at, widths[at]); h > tallest {
				most, tallest = at, h
			}
		}
		widths[most] += step
	}
	b.rooms, b.ribs = nil, make([]int, len(b.bones))
	x := 0.0
	for _, w := range widths {
		b.rooms = append(b.rooms, stretch{x, w})
		x += w
	}
	for i := range b.bones {
		b.ribs[i] = ribsIn(loads[i], b.stretch(i).w, text)
	}
	return true
}

// load is a cause before its words are broken into lines.
type load struct {
	text, note float64 // the widths of its words
	depth      int
}

func (b *Fishbone) loads(bone Bone) []load {
	var out []load
	for j, c := range bone.Causes {
		l := load{text: b.frame.wide(c.Text, b.frame.Text, c.Strong), note: b.frame.wide(joined(c.Note, c.Mark), b.frame.Text*0.9, false)}
		if c.Parent >= 0 && c.Parent < j {
			l.depth = out[c.Parent].depth + 1
		}
		out = append(out, l)
	}
	return out
}

// ribsIn is how many ribs a bone of this width has: no more than it has causes that hang from none.
func ribsIn(loads []load, width, text float64) int {
	roots := 0
	for _, l := range loads {
		if l.depth == 0 {
			roots++
		}
	}
	return max(1, min(roots, int(width/(text*leastRib)+1e-9)))
}

// guess is about how high the higher bone of a pair would be in this width.
func (b *Fishbone) guess(loads [][]load, pair int, width float64) float64 {
	text, most := b.frame.Text, 0.0
	for i := pair; i < len(loads); i += b.pairs() {
		ribs := float64(ribsIn(loads[i], width, text))
		sum := 0.0
		for _, l := range loads[i] {
			room := max(text, (width/ribs-b.tilt-text*2.3-float64(min(l.depth, 3))*text)*0.92) // lines are not full
			sum += (float64(int(l.text/room)+1)*text+float64(int(l.note/room))*text*0.9)*lineHeight + text*0.55
			if l.note > 0 {
				sum += text * 0.9 * lineHeight
			}
		}
		most = max(most, sum/ribs)
	}
	return most
}

// onRibs shares the causes of a bone among its ribs, in order and each about as high as target, and returns the height of the highest. A cause
// stays with what it hangs from as long as that does not make its rib much longer.
func onRibs(twigs []twig, ribs int, target float64) float64 {
	rib, used, most := 0, 0.0, 0.0
	for i := range twigs {
		over := used + twigs[i].high/2 - target
		if used > 0 && rib < ribs-1 && over > 0 && (twigs[i].depth == 0 || over > target/4) {
			rib, used = rib+1, 0
		}
		twigs[i].rib = rib
		used += twigs[i].high
		most = max(most, used)
	}
	return most
}

func ribHeight(twigs []twig, rib int) float64 {
	sum := 0.0
	for _, t := range twigs {
		if t.rib == rib {
			sum += t.high
		}
	}
	return sum
}
