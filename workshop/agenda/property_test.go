package agenda

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

// draw makes an agenda that runs: what has been held so far follows the clock.
func draw(t *rapid.T, base time.Time) (*workshop.Charter, []*workshop.Step, time.Time) {
	c := &workshop.Charter{Start: workshop.DateOf(base)}
	if rapid.Bool().Draw(t, "hours") {
		c.Hours = []string{rapid.SampledFrom([]string{"09:00", "08:30-12:00", "09:00-17:00"}).Draw(t, "line")}
	}
	var steps []*workshop.Step
	for i := range rapid.IntRange(1, 14).Draw(t, "steps") {
		s := &workshop.Step{Day: 1 + i/5, Minutes: rapid.IntRange(0, 200).Draw(t, "minutes"), Status: workshop.StepTodo,
			Break: rapid.IntRange(0, 4).Draw(t, "break") == 0, Extra: rapid.SampledFrom([]int{0, 0, 5, -5}).Draw(t, "extra")}
		s.ID = workshop.ID(fmt.Sprint("s", i))
		if rapid.IntRange(0, 6).Draw(t, "pin") == 0 {
			s.At = rapid.SampledFrom([]string{"09:00", "12:00", "15:30"}).Draw(t, "at")
		}
		steps = append(steps, s)
	}
	now := base.Add(9 * time.Hour)
	for _, s := range steps[:rapid.IntRange(0, len(steps)).Draw(t, "held")] {
		took := time.Duration(rapid.IntRange(0, 240).Draw(t, "took")) * time.Minute
		switch rapid.IntRange(0, 3).Draw(t, "how") {
		case 0:
			Skip(s)
		case 1:
			Finish(s, now)
		default:
			Start(s, now)
			now = now.Add(took)
			if rapid.IntRange(0, 3).Draw(t, "runs") == 0 {
				return c, steps, now
			}
			Finish(s, now)
		}
	}
	return c, steps, now
}

func TestWhatHoldsForEverySchedule(t *testing.T) {
	base := time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(rt *rapid.T) {
		c, steps, now := draw(rt, base)
		s := Of(c, steps, now)
		seen := map[workshop.ID]bool{}
		var last time.Time
		for _, d := range s.Days {
			for _, slot := range d.Slots {
				if seen[slot.Step.ID] {
					rt.Fatalf("%s stands twice", slot.Step.ID)
				}
				seen[slot.Step.ID] = true
				open := slot.Step.Status == workshop.StepTodo
				switch {
				case slot.Step.Status == workshop.StepSkipped && !slot.Held.Zero():
					rt.Fatalf("%s was skipped and held", slot.Step.ID)
				case open && !slot.Step.Break && slot.Held.Zero():
					rt.Fatalf("%s is to come and has no time", slot.Step.ID)
				case !slot.Held.Zero() && slot.Held.To.Before(slot.Held.From):
					rt.Fatalf("%s ends before it begins", slot.Step.ID)
				case slot.Planned.To.Sub(slot.Planned.From) != planned(slot.Step):
					rt.Fatalf("%s is not planned with its minutes", slot.Step.ID)
				case open && !slot.Held.Zero() && slot.Held.To.Sub(slot.Held.From) != Given(slot.Step):
					rt.Fatalf("%s does not get its time", slot.Step.ID)
				}
				if !open || slot.Held.Zero() {
					continue
				}
				if slot.Held.From.Before(last) {
					rt.Fatalf("%s begins before what comes before it is over", slot.Step.ID)
				}
				last = slot.Held.To
				if clock, err := workshop.ParseClock(slot.Step.At); err == nil {
					if day := slot.Held.From.Truncate(24 * time.Hour); slot.Held.From.Before(day.Add(clock)) && workshop.DateOf(slot.Held.From) == d.Date {
						rt.Fatalf("%s begins before its own time", slot.Step.ID)
					}
				}
				if d.Begun && workshop.DateOf(now) == d.Date && slot.Held.From.Before(now) {
					rt.Fatalf("%s is said to begin in the past", slot.Step.ID)
				}
			}
		}
		if len(seen) != len(steps) {
			rt.Fatalf("%d of %d steps are in the schedule", len(seen), len(steps))
		}
		if again := shown(Of(c, steps, now)); again != shown(s) {
			rt.Fatalf("asked again it says\n%s", again)
		}
	})
}

// A minute more for a step that is to come never makes anything earlier.
func TestMoreTimeMakesNothingEarlier(t *testing.T) {
	base := time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(rt *rapid.T) {
		c, steps, now := draw(rt, base)
		before := Of(c, steps, now)
		i := rapid.IntRange(0, len(steps)-1).Draw(rt, "which")
		if steps[i].Status != workshop.StepTodo {
			return
		}
		held := map[workshop.ID]time.Time{}
		for _, d := range before.Days {
			for _, slot := range d.Slots {
				held[slot.Step.ID] = slot.Held.From
			}
		}
		steps[i].Extra += rapid.IntRange(1, 90).Draw(rt, "more")
		for _, d := range Of(c, steps, now).Days {
			for _, slot := range d.Slots {
				if !slot.Held.Zero() && slot.Held.From.Before(held[slot.Step.ID]) {
					rt.Fatalf("%s begins earlier", slot.Step.ID)
				}
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	steps := make([]*workshop.Step, 60)
	base := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	for i := range steps {
		steps[i] = &workshop.Step{Day: 1 + i/12, Minutes: 30, Status: workshop.StepTodo}
		steps[i].ID = workshop.ID(fmt.Sprint(i))
	}
	Start(steps[0], base)
	c := &workshop.Charter{Start: "2026-11-17", Hours: []string{"09:00-17:00"}}
	b.ReportAllocs()
	for b.Loop() {
		Of(c, steps, base.Add(40*time.Minute))
	}
}
