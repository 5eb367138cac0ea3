package workshop_test

import (
	"fmt"
	"runtime"
	"testing"

	"nemawashi.app/workshop"
)

// joinMany brings n goals, and as many cards without a goal, into a workshop that plays catchball, as one edit. Half of the cards are about one of the goals.
func joinMany(tb testing.TB, n int) {
	s := open()
	if err := s.Do("step", func(e *workshop.Edit) error {
		e.Add(&workshop.Step{Title: "Hoshin catchball", TemplateStep: "catchball"})
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
	if err := s.Do("join", func(e *workshop.Edit) error {
		for i := range n {
			e.Add(&workshop.Goal{Title: fmt.Sprintf("Goal %d", i)})
			c := &workshop.Card{Canvas: workshop.CatchballCanvas, Position: i}
			c.Set("objective", fmt.Sprintf("GOAL %d", 2*i))
			e.Add(c)
		}
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
	goals, cards := game(s)
	if want := n + n/2; len(goals) != want || len(cards) != want {
		tb.Fatalf("%d goals, %d cards, want %d of each: half of the cards are about a goal that is there", len(goals), len(cards), want)
	}
	one := map[workshop.ID]bool{}
	for _, c := range cards {
		if c.Goal == "" || one[c.Goal] {
			tb.Fatalf("card %s has no goal of its own", c.ID)
		}
		one[c.Goal] = true
	}
}

// TestJoiningManyGoalsIsLinear counts the memory that is asked for, not the time: it is the same on every machine.
func TestJoiningManyGoalsIsLinear(t *testing.T) {
	each := func(n int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		joinMany(t, n)
		runtime.ReadMemStats(&after)
		return (after.TotalAlloc - before.TotalAlloc) / uint64(n)
	}
	each(100) // what is made once only
	few, many := each(100), each(1600)
	if many > 2*few {
		t.Errorf("a goal among 1600 costs %d bytes, among 100 %d", many, few)
	}
}

func BenchmarkJoiningGoals(b *testing.B) {
	for _, n := range []int{100, 400, 1600} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				joinMany(b, n)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/goal")
		})
	}
}
