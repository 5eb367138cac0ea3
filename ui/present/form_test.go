package present

import (
	"fmt"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// TestTitlesStandWithTheirText: a column of the wall never ends with a title.
func TestTitlesStandWithTheirText(t *testing.T) {
	var lines []formLine
	for i := range 12 {
		lines = append(lines, formLine{text: fmt.Sprint("title ", i), ink: ink{size: 20}, air: 16, keep: true}, formLine{text: fmt.Sprint("text ", i), ink: ink{size: 30}})
	}
	for room := 120.0; room < 900; room += 7 {
		for _, b := range broken(lines, room) {
			if b > 0 && lines[b-1].keep {
				t.Fatalf("in %.0f a column begins with %q and the one before it ends with %q", room, lines[b].text, lines[b-1].text)
			}
		}
	}
}

// TestTheWallNamesOpenFieldsOnce: a form with one answer shows it, and no dashes for the others.
func TestTheWallNamesOpenFieldsOnce(t *testing.T) {
	for _, id := range []string{"charter-agreement", "sponsor-commitment"} {
		def := builtin(t, id)
		s, _ := crowded(t, def, 0)
		if err := s.Do("fill", func(e *workshop.Edit) error {
			c := &workshop.Card{Canvas: def.ID}
			c.Set(def.Cells[0].ID, "Lead time")
			e.Add(c)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		words := hang(t, s, func() Place { return Place{Canvas: &def} }).words()
		if !strings.Contains(words, "Lead time") || strings.Contains(words, "–") {
			t.Errorf("the wall says %q", words)
		}
		if !strings.Contains(words, "Still open: "+def.Cells[1].Title) {
			t.Errorf("nobody reads that %q is open: %q", def.Cells[1].Title, words)
		}
	}
}
