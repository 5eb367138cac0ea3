package readout

import (
	"testing"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/ideas"
)

func TestIdeasThatWaitAreCounted(t *testing.T) {
	r := &report{w: english, today: "2022-03-04"}
	// The id was made on 22 February 2022, ten days before.
	idea := &workshop.Card{Base: workshop.Base{ID: "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"}, Canvas: ideas.Canvas}
	blocks := r.waiting(board{cards: []*workshop.Card{idea}})
	if len(blocks) != 1 || blocks[0].(page.Callout).Text != "1 idea waits for an answer. The longest has waited for 10 days." {
		t.Errorf("%+v", blocks)
	}
	idea.Set("answer", "adopted")
	if blocks = r.waiting(board{cards: []*workshop.Card{idea}}); blocks != nil {
		t.Errorf("it has its answer: %+v", blocks)
	}
}
