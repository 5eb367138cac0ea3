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
