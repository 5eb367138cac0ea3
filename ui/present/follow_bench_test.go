package present

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// journal keeps nothing.
type journal struct{ seq int64 }

func (j *journal) Next() int64          { j.seq++; return j.seq }
func (j *journal) Write(workshop.Batch) {}

// frame is one of 60 in a second, in milliseconds.
const frame = 1000.0 / 60

// BenchmarkWallFollows measures what the wall does after a card was changed on a canvas of 500 beside people on the map: its own work
// until the next frame can be drawn, in processor time.
func BenchmarkWallFollows(b *testing.B) {
	set, err := template.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range []string{"wastes", "control-plan", "pick", "five-whys", "fishbone", "force-field", "charter"} {
		def := template.Canvas{}
		for _, t := range set.All() {
			if c, ok := t.Canvas(id); ok {
				def = *c
			}
		}
		if def.ID == "" {
			continue
		}
		b.Run(id, func(b *testing.B) {
			b.Cleanup(run.Inline())
			w := snap.Window(snap.Look{Width: 1280, Height: 800})
			b.Cleanup(w.Close)
			s, last := crowded(b, def, 500)
			show := New(Config{View: func(p workshop.Part) *workshop.View { return s.Glance(workshop.Projector, p) },
				Place: func() Place { return Place{Canvas: &def} }, Now: time.Now, Step: func(int) {}, End: func() {}})
			w.SetContent(show)
			w.Resize(fyne.NewSize(1280, 800))
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				if err := s.Do("type", func(e *workshop.Edit) error {
					c, err := workshop.Modify[workshop.Card](e, last)
					if err == nil {
						c.Set(def.Cells[0].ID, fmt.Sprintf("typed %d", i))
					}
					return err
				}); err != nil {
					b.Fatal(err)
				}
				start := snap.Spent()
				show.Follow()
				took = append(took, snap.Spent()-start)
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "frame-ms")
			b.ReportMetric(frame, "frame-ms-limit")
		})
	}
}

// crowded is a canvas of so many cards.
func crowded(t testing.TB, def template.Canvas, n int) (s *workshop.Session, last workshop.ID) {
	t.Helper()
	id := 0
	s = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{Clock: workshop.NewClock(time.Now, "a", workshop.Stamp{}), Author: "a",
		NewID: func() workshop.ID { id++; return workshop.ID(fmt.Sprintf("id-%06d", id)) }}, &journal{})
	if err := s.Do("fill", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Line 3"})
		for i := range 60 {
			e.Add(&workshop.Stakeholder{Person: e.Add(&workshop.Person{Name: fmt.Sprintf("First%c Last%c", 'a'+i%26, 'a'+i/26)}), Influence: 3})
		}
		parent := workshop.ID("")
		for i := range n {
			c := &workshop.Card{Canvas: def.ID, Position: i, Cells: map[string]any{def.Cells[0].ID: fmt.Sprintf("Fitter walks %d m for the torque tool", i)}}
			if len(def.Columns) > 0 {
				c.Column = def.Columns[i%len(def.Columns)].ID
			} else if def.Shape == template.ShapeTree && i%5 > 0 {
				c.Parent = parent
			}
			for _, a := range def.Axes {
				c.Set(a.Cell, a.Min+i%(a.Max-a.Min+1))
			}
			last = e.Add(c)
			parent = last
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return s, last
}
