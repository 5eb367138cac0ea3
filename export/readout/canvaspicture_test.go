package readout

import (
	"fmt"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// TestPicturesShowEveryCard makes sure that no card is missing on paper, however many there are.
func TestPicturesShowEveryCard(t *testing.T) {
	for _, n := range []int{1, 12, 200} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			d := newDesk(t)
			d.do(t, func(e *workshop.Edit) error {
				e.Add(&workshop.Charter{Title: "Line 3", Template: "kaizen-workshop-3"})
				var last workshop.ID
				for i := range n {
					word := fmt.Sprintf("w%03d", i)
					why := &workshop.Card{Canvas: "five-whys", Position: i, Cells: map[string]any{"text": "Why " + word, "evidence": "seen" + word, "verified": i%2 == 0}}
					if i%5 > 0 {
						why.Parent = last
					}
					last = e.Add(why)
					e.Add(&workshop.Card{Canvas: "fishbone", Column: []string{"people", "method", "gone"}[i%3], Position: i, Cells: map[string]any{"text": "Bone " + word}})
					e.Add(&workshop.Card{Canvas: "force-field", Column: []string{"driving", "restraining"}[min(i%3, 1)], Position: i, Cells: map[string]any{"text": "Force " + word, "move": "Move " + word, "score": float64(i % 6)}})
					e.Add(&workshop.Card{Canvas: "pick", Position: i, Cells: map[string]any{"text": "Idea " + word, "effort": 1 + i%5, "impact": float64(1 + i%4)}})
				}
				return nil
			})
			text := printed(t, input(d, workshop.Team, "a4"))
			for i := range n {
				for _, want := range []string{"Why w%03d", "seenw%03d", "Bone w%03d", "Idea w%03d", "Force w%03d", "Move w%03d"} {
					if want = fmt.Sprintf(want, i); !strings.Contains(text, squeezed(want)) {
						t.Fatalf("%q is not on paper", want)
					}
				}
			}
		})
	}
}
