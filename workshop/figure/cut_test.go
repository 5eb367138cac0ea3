package figure

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func textsOf(f Figure) []string {
	var out []string
	for _, s := range f.Shapes {
		if t, ok := s.(Text); ok {
			out = append(out, t.Text)
		}
	}
	return out
}

// TestPartsOfAFigureShowEveryTextOnce cuts trees and force fields wherever there is room and adds up what the parts show.
func TestPartsOfAFigureShowEveryTextOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(rt, "causes")
		var causes []Cause
		var forces []Force
		for i := range n {
			words := strings.Repeat("word ", rapid.IntRange(1, 300).Draw(rt, "words"))
			causes = append(causes, Cause{Text: words, Note: "seen", Parent: rapid.IntRange(-1, i-1).Draw(rt, "parent")})
			forces = append(forces, Force{Text: words, Score: float64(i), Scored: i%2 == 0})
		}
		frame := Frame{W: 300, H: 400, Text: 8}
		for _, whole := range []Figure{LayTree(causes, EnglishCauses(), frame).Figure(), LayOutline(causes, EnglishCauses(), frame).Figure(),
			LayForces(ForcesInput{Left: forces, Right: forces[:n/2], Titles: [2]string{"For", "Against"}, Most: 5, Alt: "%s %s %s %s"}, frame).Figure()} {
			var got []string
			rest := whole
			for range 200 {
				room := rapid.Float64Range(60, 400).Draw(rt, "room")
				if rest.H <= room {
					break
				}
				at := rest.Break(room)
				if at <= 0 || at > room {
					rt.Fatalf("a room of %.1f in a figure of %.1f is broken at %.1f", room, rest.H, at)
				}
				above := rest.Cut(0, at)
				for _, s := range above.Shapes {
					if x, ok := s.(Text); ok && (x.Y-x.Size*lineHeight/2 < -0.5 || x.Y+x.Size*lineHeight/2 > at+0.5) {
						rt.Fatalf("the text %q at %.1f is cut at %.1f", x.Text, x.Y, at)
					}
				}
				got = append(got, textsOf(above)...)
				rest = rest.Cut(at, rest.H)
			}
			got = append(got, textsOf(rest)...)
			want := textsOf(whole)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				rt.Fatalf("%d texts in the parts, %d in the whole", len(got), len(want))
			}
		}
	})
}

func TestALineIsCutWhereItCrosses(t *testing.T) {
	f := Figure{W: 10, H: 100}
	f.add(Line{X1: 0, Y1: 0, X2: 10, Y2: 100, Width: 1}, Rect{X: 1, Y: 10, W: 5, H: 80, Radius: 2})
	below := f.Cut(60, 100)
	if l := below.Shapes[0].(Line); l.X1 != 6 || l.Y1 != 0 || l.X2 != 10 || l.Y2 != 40 {
		t.Errorf("%+v", l)
	}
	if r := below.Shapes[1].(Rect); r.Y != 0 || r.H != 30 {
		t.Errorf("%+v", r)
	}
	if got := f.Cut(92, 100).Shapes; len(got) != 1 {
		t.Errorf("a box that ends above is there: %+v", got)
	}
}
