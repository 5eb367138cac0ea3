package figure

// Verdict says whether a cause was verified.
type Verdict int

// The verdicts on a cause.
const (
	Unchecked Verdict = iota
	Verified
	Refuted
)

// Cause is a card of a tree or of a fishbone. The parent is an earlier cause of the list, -1 for none.
type Cause struct {
	Text    string
	Note    string // its evidence
	Mark    string // what else is to be said: "Root cause", "A-012", "3 dots"
	Parent  int
	Verdict Verdict
	Strong  bool // a root cause
	Family  bool // no cause, but what causes are sorted by: it has no verdict
}

// CauseWords are the words on a tree and a fishbone.
type CauseWords struct {
	Verified, Refuted, Unchecked string
	Alt                          string // with %d for the number of causes
}

// EnglishCauses are the words in English.
func EnglishCauses() CauseWords {
	return CauseWords{Verified: "Verified", Refuted: "Not so", Unchecked: "Not checked", Alt: "%d causes and what they hang from."}
}

func (w CauseWords) of(v Verdict) string {
	return [...]string{w.Unchecked, w.Verified, w.Refuted}[clamp(int(v), 0, 2)]
}

// Box is where a cause stands. Screens use it to find what was clicked.
type Box struct {
	Index      int
	X, Y, W, H float64
}

func (v Verdict) color() Color { return [...]Color{Warn, OK, Ink3}[clamp(int(v), 0, 2)] }

// sign draws a verdict in a square of this side around the point: a tick, a cross, or a ring for what is
// still to be checked. It is drawn and not written, because not every typeface has these signs.
func (f *Figure) sign(v Verdict, x, y, side float64) {
	r, width, color := side*0.36, side*0.13, v.color()
	switch v {
	case Verified:
		f.add(Line{X1: x - r, Y1: y, X2: x - r*0.25, Y2: y + r*0.8, Width: width, Color: color},
			Line{X1: x - r*0.25, Y1: y + r*0.8, X2: x + r, Y2: y - r*0.8, Width: width, Color: color})
	case Refuted:
		f.add(Line{X1: x - r*0.8, Y1: y - r*0.8, X2: x + r*0.8, Y2: y + r*0.8, Width: width, Color: color},
			Line{X1: x - r*0.8, Y1: y + r*0.8, X2: x + r*0.8, Y2: y - r*0.8, Width: width, Color: color})
	default:
		f.add(Circle{X: x, Y: y, R: r, Stroke: color, Width: width})
	}
}

// OnBones makes a tree of a fishbone: its bones are the first column.
func OnBones(bones []Bone) []Cause {
	var out []Cause
	for _, bone := range bones {
		root := len(out)
		out = append(out, Cause{Text: bone.Title, Parent: -1, Family: true})
		for _, c := range bone.Causes {
			if c.Parent < 0 {
				c.Parent = root
			} else {
				c.Parent += root + 1
			}
			out = append(out, c)
		}
	}
	return out
}
