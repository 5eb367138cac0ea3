package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func drawSentence(t *rapid.T, label string) string {
	return rapid.OneOf(rapid.StringN(0, 90, -1), rapid.SampledFrom([]string{
		"The first piece waits 13 minutes for the inspector", "最初の部品は検査員を13分待っている。段取り替えの前に準備をする人がいない",
		"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", "",
	})).Draw(t, label)
}

func drawCauses(t *rapid.T, most int) []Cause {
	n := rapid.IntRange(0, most).Draw(t, "causes")
	var out []Cause
	for i := range n {
		out = append(out, Cause{Text: drawSentence(t, "text"), Note: drawSentence(t, "note"), Mark: rapid.SampledFrom([]string{"", "A-012"}).Draw(t, "mark"),
			Parent: rapid.IntRange(-1, max(-1, i-1)).Draw(t, "parent"), Verdict: Verdict(rapid.IntRange(0, 2).Draw(t, "verdict")), Strong: rapid.Bool().Draw(t, "strong")})
	}
	return out
}

// apart fails when two boxes lie on each other.
func apart(t *rapid.T, boxes []Box) {
	for i, a := range boxes {
		for _, b := range boxes[:i] {
			const slack = 1e-6
			if a.X < b.X+b.W-slack && b.X < a.X+a.W-slack && a.Y < b.Y+b.H-slack && b.Y < a.Y+a.H-slack {
				t.Fatalf("%+v lies on %+v", a, b)
			}
		}
	}
}

// inReadingOrder makes parents come right before what hangs from them, as a tree is read.
func inReadingOrder(causes []Cause) []Cause {
	var out []Cause
	var hang func(parent, at int)
	hang = func(parent, at int) {
		for i, c := range causes {
			if c.Parent == parent {
				c.Parent = at
				out = append(out, c)
				hang(i, len(out)-1)
			}
		}
	}
	hang(-1, -1)
	return out
}

func TestTreeKeepsItsBoxesApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		causes := inReadingOrder(drawCauses(t, 30))
		tree := LayTree(causes, EnglishCauses(), drawFrame(t))
		if len(tree.Boxes) != len(causes) {
			t.Fatalf("%d boxes of %d causes", len(tree.Boxes), len(causes))
		}
		apart(t, tree.Boxes)
		checkBounds(t, tree.Figure())
		for i := range len(tree.Rows) - 1 {
			part := tree.Part(i, i+1)
			if math.Abs(part.H-(tree.Rows[i+1]-tree.Rows[i])) > 1e-6 {
				t.Fatalf("row %d is %v high", i, part.H)
			}
			checkBounds(t, part)
		}
		for _, b := range tree.Boxes {
			if got := tree.At(b.X+b.W/2, b.Y+b.H/2); got != b.Index {
				t.Fatalf("in the middle of %d is %d", b.Index, got)
			}
		}
	})
}

func TestADeepTreeKeepsItsIndent(t *testing.T) {
	var chain []Cause
	for i := range 200 {
		chain = append(chain, Cause{Text: "Why", Parent: i - 1})
	}
	tree := LayTree(chain, EnglishCauses(), Frame{W: 495, Text: 8})
	for i := 1; i < len(tree.Boxes); i++ {
		if a, b := tree.Boxes[i-1], tree.Boxes[i]; b.X <= a.X || b.X+b.W > 495+1e-9 || b.W < 8*narrowBox {
			t.Fatalf("cause %d stands at %v, %v wide, below one at %v", i, b.X, b.W, a.X)
		}
	}
}

func TestForcesKeepTheirPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := func() (out []Force) {
			for range rapid.IntRange(0, 12).Draw(t, "forces") {
				out = append(out, Force{Text: drawSentence(t, "text"), Note: drawSentence(t, "note"),
					Score: rapid.SampledFrom([]float64{0, 1, 3, 5, 99, -4}).Draw(t, "score"), Scored: rapid.Bool().Draw(t, "scored")})
			}
			return out
		}
		in := ForcesInput{Left: side(), Right: side(), Titles: [2]string{"Driving", "Restraining"}, Hints: [2]string{"Pushes", "Holds"}, Most: 5, Alt: "%s %s, %s %s"}
		field := LayForces(in, drawFrame(t))
		if len(field.Boxes) != len(in.Left)+len(in.Right) {
			t.Fatalf("%d boxes of %d and %d forces", len(field.Boxes), len(in.Left), len(in.Right))
		}
		apart(t, field.Boxes)
		checkBounds(t, field.Figure())
		for i := range len(field.Rows) - 1 {
			checkBounds(t, field.Part(i, i+1))
		}
	})
}

func TestAStrongerForceHasALongerArrow(t *testing.T) {
	long := func(score float64) float64 {
		field := LayForces(ForcesInput{Left: []Force{{Text: "Orders wait", Score: score, Scored: true}}, Most: 5, Alt: "%s %s, %s %s"}, Frame{W: 600, Text: 10})
		for _, s := range field.Figure().Shapes {
			if p, ok := s.(Polygon); ok {
				return p.Points[0].X - p.Points[3].X
			}
		}
		t.Fatal("there is no arrow")
		return 0
	}
	if one, five := long(1), long(5); one <= 0 || five < 2.5*one || math.Abs(long(5)-long(9)) > 1e-9 {
		t.Errorf("arrows of 1, 5 and 9 are %v, %v and %v long", one, five, long(9))
	}
}

func TestFishboneKeepsItsCausesApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var bones []Bone
		n := 0
		for i := range rapid.IntRange(1, 8).Draw(t, "bones") {
			b := Bone{Title: fmt.Sprint("Bone ", i), Hint: "Where to look", Causes: inReadingOrder(drawCauses(t, 8))}
			n += len(b.Causes)
			bones = append(bones, b)
		}
		frame := drawFrame(t)
		frame.W += 40 * frame.Text // less than that is no room for bones
		fish := LayFishbone(drawSentence(t, "effect"), bones, EnglishCauses(), frame)
		if len(fish.Boxes) != n || len(fish.Titles) != len(bones) {
			t.Fatalf("%d boxes of %d causes", len(fish.Boxes), n)
		}
		apart(t, append(append([]Box{}, fish.Boxes...), fish.Titles...))
		checkBounds(t, fish.Figure())
	})
}

// TestACrowdedBoneTakesTheRoomOfEmptyOnes hangs 200 causes on one of six bones.
func TestACrowdedBoneTakesTheRoomOfEmptyOnes(t *testing.T) {
	for _, frame := range []Frame{{W: 740, H: 520, Text: 13}, {W: 499, H: 560, Text: 8}, {W: 1063, H: 620, Text: 9.2}} {
		bones := make([]Bone, 6)
		for i := range bones {
			bones[i] = Bone{Title: fmt.Sprint("Bone ", i), Hint: "Where to look for causes"}
		}
		for i := range 200 {
			bones[1].Causes = append(bones[1].Causes, Cause{Text: fmt.Sprintf("The fitter walks %d m for the torque tool", i), Parent: -1})
		}
		fish := LayFishbone("A changeover takes 96 minutes", bones, EnglishCauses(), frame)
		frame.H = 0
		even := LayFishbone("A changeover takes 96 minutes", bones, EnglishCauses(), frame)
		if fish.ribs[1] < 2 || fish.ribs[0] != 1 || fish.H > even.H*0.6 {
			t.Errorf("%v: %d ribs, %.0f high instead of %.0f", frame.W, fish.ribs[1], fish.H, even.H)
		}
		for i := 1; i < len(fish.Boxes); i++ {
			a, b := fish.Boxes[i-1], fish.Boxes[i]
			if b.X < a.X || b.X == a.X && b.Y <= a.Y {
				t.Fatalf("cause %d at %+v comes before %+v", i, b, a)
			}
		}
		checkSpread(t, fish)
	}
}

// checkSpread wants ribs of about the same height.
func checkSpread(t *testing.T, fish Fishbone) {
	t.Helper()
	low, high := math.Inf(1), 0.0
	for rib := range fish.ribs[1] {
		h := ribHeight(fish.laid, rib)
		low, high = min(low, h), max(high, h)
	}
	if low < high*0.8 {
		t.Errorf("ribs are between %.0f and %.0f high", low, high)
	}
}

func TestPlaneKeepsItsCardsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		axis := func(name string) PlaneAxis {
			low := rapid.IntRange(-3, 3).Draw(t, "low")
			return PlaneAxis{Title: name, Low: "Little", High: "Much", Min: low, Max: low + rapid.IntRange(1, 12).Draw(t, "span")}
		}
		in := PlaneInput{Across: axis("Effort"), Up: axis("Impact"), Alt: "%d cards"}
		if rapid.Bool().Draw(t, "named") {
			in.Corners = []PlaneCorner{{"Implement", "Begin"}, {"Challenge", ""}, {"Possible", "Later"}, {"Kill", "Say why"}}
		}
		placed := 0
		for i := range rapid.IntRange(0, 60).Draw(t, "cards") {
			c := PlaneCard{Number: i + 1, Text: drawSentence(t, "text"), Note: "Kill", Across: rapid.IntRange(-5, 18).Draw(t, "across"), Up: rapid.IntRange(-5, 18).Draw(t, "up"), Placed: rapid.Bool().Draw(t, "placed")}
			if c.Placed {
				placed++
			}
			in.Cards = append(in.Cards, c)
		}
		frame := drawFrame(t)
		frame.W, frame.H = frame.W+400, frame.H+300
		p := LayPlane(in, frame)
		if p.placed() != placed {
			t.Fatalf("shows %d cards of %d", p.placed(), placed)
		}
		var boxes []Box
		for _, s := range p.Spots {
			boxes = append(boxes, s.Box)
		}
		for _, h := range p.More {
			boxes = append(boxes, h.Box)
		}
		apart(t, boxes)
		for _, b := range boxes {
			across, up, ok := p.Values(b.X+b.W/2, b.Y+b.H/2)
			c := in.Cards[b.Index]
			if !ok || step(across, in.Across, p.columns) != step(c.Across, in.Across, p.columns) || step(up, in.Up, p.rows) != step(c.Up, in.Up, p.rows) {
				t.Fatalf("%+v stands at %d, %d", c, across, up)
			}
		}
		checkBounds(t, p.Figure())
	})
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawSentence(t, "text")
		f := Frame{}
		room := rapid.Float64Range(8, 300).Draw(t, "room")
		lines := f.wrap(text, 10, false, room, 0)
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Fatalf("%q came out as %q", text, lines)
		}
		for _, line := range lines {
			if f.wide(line, 10, false) > room+1e-6 && len([]rune(line)) > 1 {
				t.Fatalf("%q is wider than %v", line, room)
			}
		}
		if short := f.wrap(text, 10, false, room, 2); len(short) > 2 {
			t.Fatalf("%d lines where 2 were asked for", len(short))
		}
	})
}
