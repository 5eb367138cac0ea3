package sample

import (
	"fmt"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

type noJournal struct{ seq int64 }

func (j *noJournal) Next() int64          { j.seq++; return j.seq }
func (j *noJournal) Write(workshop.Batch) {}

func TestBoardsTakeAnyNumber(t *testing.T) {
	for _, n := range []int{0, 1, 12, 200} {
		id := 0
		s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
			Clock: workshop.NewClock(func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }, "a", workshop.Stamp{}),
			NewID: func() workshop.ID { id++; return workshop.ID(fmt.Sprintf("id-%06d", id)) },
		}, &noJournal{})
		if err := s.Do("fill", func(e *workshop.Edit) error {
			e.Add(&workshop.Charter{Title: "Many", Currency: "EUR"})
			return Boards(e, n, "2026-11-22")
		}); err != nil {
			t.Fatalf("%d: %v", n, err)
		}
		s.Read(func(w *workshop.Workshop) {
			for kind, want := range map[workshop.Kind]int{workshop.KindGoal: n, workshop.KindMeasure: n, workshop.KindReview: n, workshop.KindCommitment: 2 * n, workshop.KindCard: 3 * n, workshop.KindAction: n, workshop.KindReading: 3 * n} {
				if got := len(w.Records(kind)); got != want {
					t.Errorf("%d: %d of %s, want %d", n, got, kind, want)
				}
			}
		})
	}
}
