package canvas

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// crowded is a canvas of 500 cards.
func crowded(b *testing.B, def template.Canvas) *workshop.Session {
	n := 0
	host := workshop.Host{Clock: workshop.NewClock(time.Now, "a", workshop.Stamp{}), Author: "a",
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%06d", n)) }}
	s := workshop.NewSession(workshop.NewWorkshop("w"), host, &journal{})
	if err := s.Do("fill", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Line 3"})
		var last workshop.ID
		for i := range 500 {
			c := &workshop.Card{Canvas: def.ID, Position: i, Cells: map[string]any{"text": fmt.Sprintf("Fitter walks %d m for the torque tool", i)}}
			if len(def.Columns) > 0 {
				c.Column = def.Columns[i%len(def.Columns)].ID
			}
			if def.Shape == template.ShapeTree && i%5 > 0 && len(def.Columns) == 0 {
				c.Parent = last
			}
			for _, a := range def.Axes {
				c.Set(a.Cell, a.Min+i%(a.Max-a.Min+1))
			}
			last = e.Add(c)
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkTypingBeside500Cards measures a letter typed into a canvas of 500 cards against one typed into a bare entry of Fyne's that stands in
// the same window, each until it is drawn: what is drawn is the same for both, so the ratio is what ours does besides.
func BenchmarkTypingBeside500Cards(b *testing.B) {
	set, err := template.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range []string{"wastes", "pick", "five-whys", "fishbone"} {
		def := template.Canvas{}
		for _, t := range set.All() {
			if c, ok := t.Canvas(id); ok {
				def = *c
			}
		}
		b.Run(id, func(b *testing.B) {
			b.Cleanup(run.Inline())
			w := snap.Window(snap.Look{Width: 744, Height: 680})
			b.Cleanup(w.Close)
			c, bare := New(def, &Desk{Session: crowded(b, def)}), widget.NewEntry()
			w.SetContent(container.NewBorder(nil, bare, nil, nil, c))
			w.Resize(fyne.NewSize(744, 680))
			c.Shown()
			w.Canvas().Capture()
			var mine, theirs, undrawn, undrawnBare time.Duration
			letter := func() (whole, before time.Duration) {
				start := time.Now()
				w.Canvas().Focused().TypedRune('x')
				before = time.Since(start)
				w.Canvas().Capture()
				return time.Since(start), before
			}
			for i := 0; b.Loop(); i++ {
				c.Focus()
				whole, before := letter()
				mine, undrawn = mine+whole, undrawn+before
				w.Canvas().Focus(bare)
				whole, before = letter()
				theirs, undrawnBare = theirs+whole, undrawnBare+before
			}
			b.ReportMetric(float64(mine)/float64(theirs), "ratio")
			b.ReportMetric(1.2, "limit")
			b.ReportMetric(float64(undrawn.Microseconds())/float64(b.N)/1000, "undrawn-ms")
			b.ReportMetric(float64(undrawnBare.Microseconds())/float64(b.N)/1000, "bare-undrawn-ms")
		})
	}
}
