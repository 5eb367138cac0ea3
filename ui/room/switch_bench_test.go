package room

import (
	"slices"
	"testing"
	"time"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// frame is one of 60 in a second.
const frame = time.Second / 60

// within reports a time in frames, with the most that it may take.
func within(b *testing.B, took []time.Duration, most float64) {
	slices.Sort(took)
	middle := took[len(took)/2] // a machine that does something else now and then is not what is measured
	b.ReportMetric(float64(middle)/float64(frame), "ratio")
	b.ReportMetric(most, "limit")
	b.ReportMetric(float64(middle.Microseconds())/1000, "ms")
}

// BenchmarkSwitchStep measures our own work from the key that goes to a step with a full canvas until the window can be drawn: one and a
// half frames at most.
func BenchmarkSwitchStep(b *testing.B) {
	for _, to := range []struct{ step, canvas string }{{"Gemba walk", "wastes"}, {"Root cause", "five-whys"}, {"Impact and effort", "pick"}, {"Force field", "force-field"}, {"Control plan", "control-plan"}} {
		b.Run(to.canvas, func(b *testing.B) {
			d := newDesk(b, "kaizen-workshop-3", laptop)
			def, ok := d.room.agenda.canvas(to.canvas)
			if !ok {
				b.Fatalf("there is no canvas %s", to.canvas)
			}
			d.fill(def, 200)
			there, primer := d.step(to.step).ID, d.step("Waste primer").ID
			var took []time.Duration
			for b.Loop() {
				start := snap.Spent()
				d.room.GoToStep(there)
				took = append(took, snap.Spent()-start)
				d.room.GoToStep(primer)
			}
			within(b, took, 1.5)
		})
	}
}

// fill puts so many cards on a canvas.
func (d *desk) fill(def template.Canvas, n int) {
	d.do(func(e *workshop.Edit) error {
		for i := range n {
			c := &workshop.Card{Canvas: def.ID, Position: i}
			c.Set(def.Cells[0].ID, "Spanner fetched from the crib, six times for each setup")
			if len(def.Columns) > 0 {
				c.Column = def.Columns[i%len(def.Columns)].ID
			}
			for _, a := range def.Axes {
				c.Set(a.Cell, a.Min+i%(a.Max-a.Min+1))
			}
			e.Add(c)
		}
		return nil
	})
}

// BenchmarkSecond measures what a second of the clock costs while a step runs: a hundredth of a frame.
func BenchmarkSecond(b *testing.B) {
	d := newDesk(b, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.room.main()
	var took []time.Duration
	for b.Loop() {
		start := snap.Spent()
		d.room.second()
		took = append(took, snap.Spent()-start)
	}
	within(b, took, 0.1)
}
