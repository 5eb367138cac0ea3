package canvas

import (
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

func TestACardGoesToAnotherCanvasAndBack(t *testing.T) {
	b, c := causes(t, "five-whys")
	b.line("Line 3 stands | Timed")
	problem := c.selected
	c.deepen()
	b.line("Nobody prepares")
	ideas, whys := builtin(t, "ideas"), builtin(t, "five-whys")
	b.desk.Canvases = func() []template.Canvas {
		return []template.Canvas{whys, ideas, builtin(t, "wastes"), builtin(t, "attendance"), builtin(t, "readout")}
	}
	if got := b.desk.targets(whys); len(got) != 2 || got[0].ID != "ideas" || got[1].ID != "wastes" {
		t.Fatalf("a card can go to %v", got)
	}
	if menu := b.desk.elsewhere(problem, builtin(t, "readout"), c); len(menu) != 1 || menu[0].Run == nil {
		t.Errorf("the menu of a card says %v of other canvases", menu)
	}
	b.desk.moveCard(problem, whys, ideas)
	find := func() *workshop.Card {
		for _, card := range b.cards() {
			if card.ID == problem {
				return card
			}
		}
		t.Fatal("the card is gone")
		return nil
	}
	if card := find(); card.Canvas != "ideas" || card.Text("idea") != "Line 3 stands" || card.Text("evidence") != "Timed" {
		t.Errorf("on the ideas it is %+v", card)
	}
	c.watch.Catch()
	if len(c.cards) != 1 || c.cards[0].Parent != "" {
		t.Errorf("what hung from it: %+v", c.cards)
	}
	b.desk.moveCard(problem, ideas, whys)
	if card := find(); card.Canvas != "five-whys" || card.Text("text") != "Line 3 stands" || card.Text("evidence") != "Timed" || card.Text("idea") != "" {
		t.Errorf("back again it is %+v", card)
	}
	if len(b.told) != 2 || b.told[1].Button != "Undo" {
		t.Fatalf("told %v", b.told)
	}
	b.told[1].Run()
	if find().Canvas != "ideas" {
		t.Error("the way back cannot be undone")
	}
}
