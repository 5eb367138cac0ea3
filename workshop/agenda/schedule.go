package agenda

import (
	"slices"
	"time"

	"nemawashi.app/workshop"
)

// Span is from when to when; the zero Span is none.
type Span struct{ From, To time.Time }

// Zero says that there is no such time.
func (s Span) Zero() bool { return s.From.IsZero() }

// Slot is one step of the agenda with its times.
type Slot struct {
	Step    *workshop.Step
	Day     int  // on which it was, or will be, held
	Planned Span // as the plan has it, on its own day
	// Held is when it was held or, for what is to come, when it will be. None
	// for a step that was skipped, was done without a clock, or falls away.
	Held Span
	Real bool // it has begun: Held.From is what happened, and of a step that is done Held.To too
}

// Late is how much later than planned the step begins, or began.
func (s *Slot) Late() time.Duration {
	if s.Held.Zero() {
		return 0
	}
	return s.Held.From.Sub(s.Planned.From)
}

// Day is one day of the event.
type Day struct {
	Number  int
	Date    workshop.Date
	Begun   bool
	Planned Span      // from its first step to its last, as planned
	Held    Span      // the same as it was or will be; none when nothing is held
	Closes  time.Time // when it must be over, zero for no such time
	Late    time.Duration
	Slots   []*Slot // in the order of the agenda; what comes over from the day before is first
}

// Over is by how much the day is planned or looks to go beyond its hours.
func (d *Day) Over() time.Duration {
	last := d.Planned.To
	if !d.Held.Zero() {
		last = d.Held.To
	}
	if d.Closes.IsZero() || !last.After(d.Closes) {
		return 0
	}
	return last.Sub(d.Closes)
}

// Schedule is the timed agenda of the event: its days without preparation and
// follow-up, which have no times.
type Schedule struct {
	Days []*Day
	byID map[workshop.ID]*Slot
}

// Slot finds a step; nil for one that has no times.
func (s *Schedule) Slot(id workshop.ID) *Slot { return s.byID[id] }

// Day finds a day by its number; nil when it has no steps.
func (s *Schedule) Day(number int) *Day {
	for _, d := range s.Days {
		if d.Number == number {
			return d
		}
	}
	return nil
}

// OfView times the agenda of a view.
func OfView(v *workshop.View, now time.Time) *Schedule { return Of(&v.Charter, v.Steps, now) }

// Of times an agenda at a moment, in the moment's time zone. Steps come in the
// order of the agenda; groups within steps and steps before and after the event
// are left out.
func Of(c *workshop.Charter, steps []*workshop.Step, now time.Time) *Schedule {
	s := &Schedule{byID: make(map[workshop.ID]*Slot, len(steps))}
	all := map[int][]*workshop.Step{}
	var numbers []int
	for _, step := range steps {
		if step.Day < 1 || step.Within != "" {
			continue
		}
		if all[step.Day] == nil {
			numbers = append(numbers, step.Day)
		}
		all[step.Day] = append(all[step.Day], step)
	}
	slices.Sort(numbers)
	w := work{charter: c, now: now}
	for i, n := range numbers {
		w.more = i < len(numbers)-1
		w.next = w.more && begun(all[numbers[i+1]])
		s.Days = append(s.Days, w.day(n, all[n]))
	}
	for _, d := range s.Days {
		for _, slot := range d.Slots {
			s.byID[slot.Step.ID] = slot
		}
	}
	return s
}

func begun(steps []*workshop.Step) bool {
	return slices.ContainsFunc(steps, func(s *workshop.Step) bool { return !real(s, time.Time{}).Zero() })
}

// real is when a step was held so far: a running one until its given time is
// used up, at least until now.
func real(s *workshop.Step, now time.Time) Span {
	from, ok := moment(s.Started)
	if !ok || s.Status != workshop.StepRunning && s.Status != workshop.StepDone {
		return Span{}
	}
	from = from.In(now.Location())
	if s.Status == workshop.StepRunning {
		return Span{from, later(now, ClockOf(s, now).Ends)}
	}
	to, ok := moment(s.Ended)
	if !ok || to.Before(from) {
		to = from
	}
	return Span{from, to.In(now.Location())}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
