package canvas

import (
	"strings"
	"testing"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
)

// TestAllTogetherSaysWhoseACardIs looks at what two groups wrote on every shape of canvas that shows their cards together.
func TestAllTogetherSaysWhoseACardIs(t *testing.T) {
	for _, id := range []string{"wastes", "pick", "five-whys", "fishbone", "force-field", "ideas"} {
		t.Run(id, func(t *testing.T) {
			b := newBench(t)
			def := builtin(t, id)
			var group workshop.ID
			b.do(func(e *workshop.Edit) error {
				step := e.Add(&workshop.Step{Title: "Walk", Day: 1})
				group = e.Add(&workshop.Step{Title: "Team Anvil", Within: step})
				for _, of := range []workshop.ID{group, ""} {
					c := &workshop.Card{Canvas: id, Group: of}
					if len(def.Columns) > 0 {
						c.Column = def.Columns[0].ID
					}
					c.Set(def.Cells[0].ID, "Seen")
					for _, a := range def.Axes {
						c.Set(a.Cell, a.Max)
					}
					e.Add(c)
				}
				return nil
			})
			shown := func(desk *Desk) int {
				c := New(def, desk)
				b.show(c, snap.Look{Width: 1280, Height: 800})
				defer c.Hidden()
				return strings.Count(snap.Words(b.window), "Team Anvil")
			}
			if shown(b.desk) == 0 {
				t.Error("nothing says whose the card is")
			}
			own := *b.desk
			own.Group = group
			if n := shown(&own); n != 0 {
				t.Errorf("the group is named %d times on its own copy", n)
			}
			b.show(New(def, b.desk), room)
			b.do(func(e *workshop.Edit) error {
				g, err := workshop.Modify[workshop.Step](e, group)
				g.Title = "Team Bellows"
				return err
			})
			if words := snap.Words(b.window); strings.Contains(words, "Team Anvil") || !strings.Contains(words, "Team Bellows") {
				t.Error("the new name of the group is not shown")
			}
		})
	}
}
