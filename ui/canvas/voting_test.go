package canvas

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

func TestDotsAreHiddenUntilTheVotingIsClosed(t *testing.T) {
	for _, id := range []string{"wastes", "pick", "five-whys", "ideas"} {
		t.Run(id, func(t *testing.T) {
			b := newBench(t)
			def := builtin(t, id)
			var card workshop.ID
			b.do(func(e *workshop.Edit) error {
				c := &workshop.Card{Canvas: id}
				if len(def.Columns) > 0 {
					c.Column = def.Columns[0].ID
				}
				c.Set(def.Cells[0].ID, "Fitter walks")
				card = e.Add(c)
				return nil
			})
			c := New(def, b.desk)
			b.show(c, room)
			v := c.(*voted)
			if !c.Reveal(card) || c.Selected() != card || c.Reveal("nobody") {
				t.Fatal("the card cannot be gone to")
			}
			v.Dot(1)
			if v.Voting() || len(b.told) != 1 {
				t.Error("a dot without a voting")
			}
			v.Vote()
			if v.Voting() {
				t.Fatal("a voting is open before anybody said how many dots there are")
			}
			b.typed("7")
			b.key(fyne.KeyReturn)
			if v.open == nil || v.open.Dots != 7 {
				t.Fatalf("asked for 7 dots, got %+v", v.open)
			}
			v.Vote()
			v.begin(3)
			b.told = nil
			if !v.Voting() || !v.strip.Visible() {
				t.Fatal("no voting was opened")
			}
			v.pick(1)
			for range 4 {
				v.Dot(1)
			}
			if !strings.Contains(v.left.Text, "0 of 3 dots left") || len(b.failed) != 1 {
				t.Errorf("%q after four dots of three, refused %v", v.left.Text, b.failed)
			}
			v.Dot(-1)
			v.pick(0)
			v.Dot(1)
			dots := func() map[workshop.ID]int { return b.View(workshop.Facilitator).Dots }
			if len(dots()) != 0 {
				t.Errorf("an open voting tells %v", dots())
			}
			v.Vote()
			if dots()[card] != 3 || v.Voting() || v.strip.Visible() {
				t.Errorf("tally %v", dots())
			}
		})
	}
}
