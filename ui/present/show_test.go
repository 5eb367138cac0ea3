package present

import (
	"fmt"
	"image/color"
	"maps"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/template"
)

// TestEveryWordIsOnSomePage turns the pages of canvases with many cards, some of them as long as a card can be.
func TestEveryWordIsOnSomePage(t *testing.T) {
	for _, id := range []string{"wastes", "control-plan", "pick", "five-whys", "fishbone", "force-field"} {
		t.Run(id, func(t *testing.T) {
			def := builtin(t, id)
			s, _ := crowded(t, def, 0)
			text := func(i int) string {
				middle := ""
				if i%3 == 0 {
					middle = strings.Repeat("waits for the tool ", 20)
				}
				return fmt.Sprintf("begin%d %send%d", i, middle, i)
			}
			const n = 40
			if err := s.Do("fill", func(e *workshop.Edit) error {
				parent := workshop.ID("")
				for i := range n {
					c := &workshop.Card{Canvas: def.ID, Position: i, Parent: parent}
					c.Set(def.Cells[0].ID, text(i))
					if len(def.Columns) > 0 {
						c.Column = def.Columns[i%len(def.Columns)].ID
					}
					for k, a := range def.Axes {
						if i%10 != 9 { // some wait for a place
							c.Set(a.Cell, a.Min+(i*(k+1))%(a.Max-a.Min+1))
						}
					}
					if id := e.Add(c); def.Shape == template.ShapeTree && len(def.Columns) == 0 && i%8 < 7 {
						parent = id
					} else {
						parent = ""
					}
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			h := hang(t, s, func() Place { return Place{Canvas: &def} })
			words := h.words()
			for range 400 {
				before, on := h.page, fyne.KeyUp
				if h.onward {
					on = fyne.KeyDown
				}
				h.Key(&fyne.KeyEvent{Name: on})
				words += " " + h.words()
				if h.page == before {
					break
				}
			}
			for i := range n {
				for _, want := range []string{fmt.Sprintf("begin%d", i), fmt.Sprintf("end%d", i)} {
					if !strings.Contains(words+" ", want+" ") {
						t.Errorf("%s is on no page", want)
					}
				}
			}
		})
	}
}

// TestTheWallGrowsWhileTheScribeTypes shows a line that is not entered yet, on every shape.
func TestTheWallGrowsWhileTheScribeTypes(t *testing.T) {
	for _, id := range []string{"wastes", "control-plan", "pick", "five-whys", "fishbone", "force-field"} {
		def := builtin(t, id)
		s, last := crowded(t, def, 90)
		front := Place{Canvas: &def}
		h := hang(t, s, func() Place { return front })
		card := &workshop.Card{Base: workshop.Base{ID: workshop.DraftID}, Canvas: id, Position: 1_000_000}
		if len(def.Columns) > 0 {
			card.Column = def.Columns[1].ID
		}
		if def.Shape == template.ShapeTree && len(def.Columns) == 0 {
			card.Parent = last
		}
		card.Set(def.Cells[0].ID, "Zebra crossing blo")
		front.Draft = workshop.DraftOf(card, def.Cells[0].ID)
		h.Follow()
		if words := h.words(); !strings.Contains(words, "Zebra crossing …") || strings.Contains(words, "blo") {
			t.Errorf("%s: the wall does not show what is being typed: %s", id, words)
		}
		front.Draft = nil
		h.Follow()
		if strings.Contains(h.words(), "Zebra") {
			t.Errorf("%s: what was not entered is on the wall still", id)
		}
	}
}

// TestTheClockOfTheWallDrawsItselfAlone counts what is painted when a minute has gone by.
func TestTheClockOfTheWallDrawsItselfAlone(t *testing.T) {
	def := builtin(t, "wastes")
	s, _ := crowded(t, def, 20)
	h := hang(t, s, func() Place { return Place{Canvas: &def} })
	now := time.Date(2026, 11, 17, 9, 0, 10, 0, time.UTC)
	h.config.Now = func() time.Time { return now }
	h.Tick()
	painted := map[*drawing.Figure]int{}
	for _, f := range []*drawing.Figure{h.head, h.body, h.clock} {
		f.Paint = func(c figure.Color) color.Color {
			painted[f]++
			return paint(c)
		}
	}
	now = now.Add(20 * time.Second)
	h.Tick()
	if len(painted) > 0 {
		t.Errorf("a second that changes nothing paints %v", painted)
	}
	now = now.Add(time.Minute)
	h.Tick()
	if painted[h.clock] == 0 || painted[h.head]+painted[h.body] > 0 {
		t.Errorf("a minute paints the clock %d times, the head %d, the body %d", painted[h.clock], painted[h.head], painted[h.body])
	}
}

// TestTheWallTurnsToTheCardThatIsEdited edits an old card of a full canvas of every shape: its page comes into sight, stays once it is entered, and
// the next new card brings the newest back.
func TestTheWallTurnsToTheCardThatIsEdited(t *testing.T) {
	for _, id := range []string{"wastes", "control-plan", "pick", "five-whys", "fishbone", "force-field"} {
		def := builtin(t, id)
		s, _ := crowded(t, def, 120)
		front := Place{Canvas: &def}
		h := hang(t, s, func() Place { return front })
		var card workshop.Card
		s.Read(func(w *workshop.Workshop) { card = *workshop.All[workshop.Card](w)[1] })
		card.Cells = maps.Clone(card.Cells)
		card.Set(def.Cells[0].ID, "Zebra crossing blo")
		front.Draft = workshop.DraftOf(&card, def.Cells[0].ID)
		h.Follow()
		if words := h.words(); !strings.Contains(words, "Zebra crossing …") {
			t.Errorf("%s: the wall does not show the card that is being edited: %s", id, words)
		}
		page := h.page
		front.Draft = nil
		h.Follow()
		if h.page != page {
			t.Errorf("%s: page %d after the edit, %d while it was edited", id, h.page, page)
		}
		if err := s.Do("add", func(e *workshop.Edit) error {
			c := &workshop.Card{Canvas: id, Column: card.Column, Parent: card.Parent, Position: 1000}
			c.Set(def.Cells[0].ID, "Newest of all")
			for _, a := range def.Axes {
				c.Set(a.Cell, a.Max)
			}
			e.Add(c)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		h.Follow()
		if words := h.words(); !strings.Contains(words, "Newest of all") {
			t.Errorf("%s: the newest card is not in sight: %s", id, words)
		}
	}
}
