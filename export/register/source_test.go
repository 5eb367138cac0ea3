package register

import (
	"testing"

	"nemawashi.app/workshop"
)

func TestASourceIsToldByItsSubject(t *testing.T) {
	canvases := knownCanvases(nil)
	const person = "01a203e4-9c05-7504-b6b4-ae167ed57095"
	for _, c := range []struct {
		want string
		card workshop.Card
	}{
		{"Setup kit on a cart", workshop.Card{Canvas: "countermeasures", Cells: map[string]any{"idea": "Setup kit on a cart", "basis": "guess", "cause": "Nobody prepares"}}},
		{"Countermeasures", workshop.Card{Canvas: "countermeasures", Cells: map[string]any{"basis": "guess"}}},
		{"Changeover line 3", workshop.Card{Canvas: "training", Cells: map[string]any{"standard": "Changeover line 3", "date": "2026-11-18", "person": person}}},
		{"Sustain check", workshop.Card{Canvas: "sustain-check", Cells: map[string]any{"resistance": "Said that nights will not follow", "when": "week-1"}}},
		{"Readout", workshop.Card{Canvas: "readout", Cells: map[string]any{"asks": "Two setters on nights until the end of the year"}}},
		{"Fitter walks", workshop.Card{Canvas: "pick", Cells: map[string]any{"text": "Fitter walks", "verdict": "kill"}}},
		{"of a canvas that is gone", workshop.Card{Canvas: "gone", Cells: map[string]any{"b": 3.0, "what": "of a canvas that is gone"}}},
	} {
		if c.card.Canvas != "gone" && canvases[c.card.Canvas] == nil {
			t.Errorf("there is no canvas %q", c.card.Canvas)
		}
		if got := cardText(&c.card, canvases[c.card.Canvas]); got != c.want {
			t.Errorf("%s is told as %q, want %q", c.card.Canvas, got, c.want)
		}
	}
}
