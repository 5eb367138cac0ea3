package readout

import (
	"fmt"
	"strings"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// crowded is a canvas of each shape with the cell that says what a card is about.
var crowded = []struct{ canvas, cell string }{
	{"wastes", "text"}, {"control-plan", "check"}, {"pick", "text"}, {"five-whys", "text"}, {"fishbone", "text"}, {"force-field", "text"}, {"charter-agreement", "indicator"}, {"standard-work", "step"},
}

// knot is a letter that only words without an end are made of, so that they can be counted.
const knot = "ж"

// tale is what a card says between its marks: short, long, in other scripts, with signs that no typeface has, and, on every fiftieth card, a
// word of 5,000 characters.
func tale(i int) string {
	switch i % 6 {
	case 0:
		return "Fitter walks 140 m for the torque tool"
	case 1:
		return strings.Repeat("夜勤では金型交換の手順が人によって違い、三十分から七十分かかる。", 4)
	case 2:
		return "👩\u200d🔧 waits 😀 \u200fשלום עולם\u200e e\u0301"
	case 3:
		return strings.Repeat(knot, map[bool]int{true: 5000, false: 90}[i%50 == 3])
	case 4:
		return strings.Repeat("What everybody knows and nobody has written down: ", 9)
	}
	return "First line\nsecond line\n\nfourth line"
}

// crowdOf fills the canvases with so many cards each and says how many knots were tied on each of them.
func crowdOf(t testing.TB, n int) (*desk, map[string]int) {
	d := newDesk(t)
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	method, _ := set.ByID("kaizen-workshop-3")
	knots := map[string]int{}
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: fmt.Sprintf("%d cards", n), Template: method.ID, TemplateVersion: method.Version})
		for k, c := range crowded {
			var def *template.Canvas
			for i := range method.Canvases {
				if method.Canvases[i].ID == c.canvas {
					def = &method.Canvases[i]
				}
			}
			if def == nil {
				t.Fatalf("there is no canvas %q", c.canvas)
			}
			parents := []workshop.ID{""}
			for i := range n {
				text := tale(i)
				knots[c.canvas] += strings.Count(text, knot)
				card := &workshop.Card{Canvas: c.canvas, Position: i, Cells: map[string]any{c.cell: opening(k, i) + " " + text + " " + closing(k, i)}}
				if len(def.Columns) > 0 {
					card.Column = def.Columns[i%len(def.Columns)].ID
				}
				for _, a := range def.Axes {
					card.Cells[a.Cell] = float64(a.Min + i*3%(a.Max-a.Min+1))
				}
				if def.Shape == template.ShapeTree {
					if def.Columns != nil {
						parents = parents[:1] // a fishbone without twigs
					}
					card.Parent = parents[min(i%6, len(parents)-1)]
					if i%6 == 0 {
						parents = parents[:1]
					}
				}
				parents = append(parents, e.Add(card))
			}
		}
		return nil
	})
	return d, knots
}

func opening(canvas, card int) string { return fmt.Sprintf("q%dw%03do", canvas, card) }
func closing(canvas, card int) string { return fmt.Sprintf("q%dw%03dz", canvas, card) }

// checkCrowd finds every card of the text once: from its first word to its last, with all of its longest ones. On a field a card may stand
// twice, in the picture and in the list below it.
func checkCrowd(t *testing.T, text string, a workshop.Audience, n int, knots map[string]int) {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	method, _ := set.ByID("kaizen-workshop-3")
	key, field := map[string]bool{}, map[string]bool{}
	for _, c := range method.Canvases {
		key[c.ID], field[c.ID] = c.Key, c.Shape == template.ShapeField
	}
	tied := 0
	for k, c := range crowded {
		want, most := 1, 1
		if a == workshop.Sponsor && !key[c.canvas] {
			want, most = 0, 0
		}
		if field[c.canvas] && want == 1 {
			most = 2
		} else if want == 1 {
			tied += knots[c.canvas]
		}
		for i := range n {
			for _, mark := range []string{opening(k, i), closing(k, i)} {
				if got := strings.Count(text, mark); got < want || got > most {
					t.Errorf("%s, card %d: %s is there %d times, want %d", c.canvas, i, mark, got, want)
				}
			}
		}
	}
	if got := strings.Count(text, knot); a == workshop.Sponsor && got != tied || a != workshop.Sponsor && got < tied+knots["pick"] {
		t.Errorf("of %d letters of endless words %d are there", tied, got)
	}
}
