package resistance

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
)

// What the map promises with 300 stakeholders: a drag costs at most 2 ms of our own work a frame, and a day of the history is shown within a
// frame of a screen that shows sixty a second.
const (
	many      = 300
	dragMost  = 2.0
	frameMost = 1000.0 / 60
)

// rated is a map of 300 with a rating of each in every week of a year.
func rated(b *testing.B) *room {
	r := newRoom(b)
	r.at("2025-11-17")
	ids := make([]workshop.ID, many)
	r.do(func(e *workshop.Edit) error {
		for i := range ids {
			ids[i] = e.Add(&workshop.Stakeholder{Name: fmt.Sprintf("Crew %d", i), Size: 1 + i%60, Unit: "Line " + string(rune('A'+i%4))})
		}
		return nil
	})
	day := workshop.Date("2025-11-17")
	for week := range 52 {
		r.at(day.AddDays(7 * week))
		r.do(func(e *workshop.Edit) error {
			for i, id := range ids {
				s, err := workshop.Modify[workshop.Stakeholder](e, id)
				if err != nil {
					return err
				}
				s.SupportNow, s.SupportNeeded, s.Influence, s.Confidence = num((i+week/(1+i%9))%5-2), num(1), 1+i%5, 2
				s.EvidenceDate = workshop.DateOf(r.day)
			}
			return nil
		})
	}
	r.at(day.AddDays(7*51 + 1))
	r.open(plain)
	return r
}

// timed reports what a frame costs of the processor, in milliseconds, on the average: what else the machine does does not count.
func timed(b *testing.B, spent time.Duration, frames int, limit float64) {
	b.ReportMetric(float64(spent.Nanoseconds())/1e6/float64(frames), "ms")
	b.ReportMetric(limit, "ms-limit")
}

// BenchmarkDrag moves one of 300 by a pixel a frame. Nothing is made anew for it: the objects of the field are the same afterwards.
func BenchmarkDrag(b *testing.B) {
	r := rated(b)
	f := r.page.field
	n := f.order[0]
	r.pressAt(fyne.NewPos(n.x, n.y), 0)
	f.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1, 0)})
	before, at := slices.Clone(f.drawn), f.drag.node.body.Position()
	frames, begun := 0, snap.Spent()
	for b.Loop() {
		f.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(float32(1-2*(frames/100%2)), 0)})
		frames++
	}
	spent := snap.Spent() - begun
	if !slices.Equal(before, f.drawn) {
		b.Error("a drag has made the map anew")
	}
	if frames%200 != 0 && f.drag.node.body.Position() == at {
		b.Error("nothing was dragged")
	}
	timed(b, spent, frames, dragMost)
}

// BenchmarkReplay shows a year of weekly ratings of 300, a day after the other.
func BenchmarkReplay(b *testing.B) {
	r := rated(b)
	if n := len(r.page.model.trend); n != 52 {
		b.Fatalf("%d days of ratings", n)
	}
	r.page.look(0)
	frames, begun := 0, snap.Spent()
	for b.Loop() {
		frames++
		if h := r.page.history; h.at == len(h.points)-1 {
			h.look(0)
		} else {
			h.look(h.at + 1)
		}
	}
	timed(b, snap.Spent()-begun, frames, frameMost)
}

func BenchmarkRate(b *testing.B) {
	r := newRoom(b)
	r.crowd(300)
	r.open(plain)
	id := r.page.list.rows[0].id
	for i := 0; b.Loop(); i++ {
		r.page.place(id, i%5-2, 1+i%5)
	}
}
