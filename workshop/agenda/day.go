package agenda

import (
	"time"

	"nemawashi.app/workshop"
)

// usual is when a day begins of which nothing else is known.
const usual = 9 * time.Hour

// work goes through the days in order and carries over what one leaves to the
// next.
type work struct {
	charter *workshop.Charter
	now     time.Time
	more    bool // another day follows,
	next    bool // and it has begun
	carried []*Slot
	busy    time.Time     // until when people are busy with what was before
	before  workshop.Date // the day before, and its number
	number  int
}

// day times one day.
func (w *work) day(number int, steps []*workshop.Step) *Day {
	d := &Day{Number: number}
	first := w.first(steps)
	d.Begun = !first.IsZero()
	d.Date = w.date(number, first)
	w.before, w.number = d.Date, number
	hours, given := w.charter.HoursOf(number)
	if !given {
		hours.From = usual
	}
	begins := w.at(d.Date, hours.From)
	if hours.Until > 0 {
		d.Closes = w.at(d.Date, hours.Until)
	}
	if !given && d.Begun {
		begins = first.Add(-unmeasured(w.until(steps, first)))
	}
	slots := w.plan(d, begins, steps)

	today := workshop.DateOf(w.now) == d.Date
	earliest := w.busy
	if today && (given || d.Begun) {
		earliest = later(earliest, w.now)
	}
	past := d.Begun && w.more && (w.next || workshop.DateOf(w.now) > d.Date)
	w.future(d, slots, w.held(d, begins, slots), earliest, past)
	return d
}

// first is when the first step of a day really began, zero when none has.
func (w *work) first(steps []*workshop.Step) time.Time {
	var first time.Time
	for _, s := range steps {
		if r := real(s, w.now); !r.Zero() && (first.IsZero() || r.From.Before(first)) {
			first = r.From
		}
	}
	return first
}

// until are the steps before the one that began first.
func (w *work) until(steps []*workshop.Step, first time.Time) []*workshop.Step {
	for i, s := range steps {
		if r := real(s, w.now); !r.Zero() && r.From.Equal(first) {
			return steps[:i]
		}
	}
	return nil
}

// date is the calendar day on which a day is held: when it really began, else as
// the charter says, but after the day before.
func (w *work) date(number int, first time.Time) workshop.Date {
	if !first.IsZero() {
		return workshop.DateOf(first)
	}
	date := workshop.Date("")
	if _, err := workshop.ParseDate(string(w.charter.Start)); err == nil {
		date = w.charter.Start.AddDays(number - 1)
	}
	if w.before != "" && date <= w.before {
		date = w.before.AddDays(number - w.number)
	}
	if date == "" {
		date = workshop.DateOf(w.now)
	}
	return date
}

// at is a time of day, by the clock on the wall.
func (w *work) at(date workshop.Date, clock time.Duration) time.Time {
	y, m, d := date.Time().Date()
	return time.Date(y, m, d, 0, int(clock/time.Minute), 0, 0, w.now.Location())
}

// pinned is when a step may begin at the earliest.
func (w *work) pinned(s *workshop.Step, date workshop.Date, at time.Time) time.Time {
	clock, err := workshop.ParseClock(s.At)
	if s.At == "" || err != nil {
		return at
	}
	return later(at, w.at(date, clock))
}

// unmeasured is the planned time of steps that were done without a clock.
func unmeasured(steps []*workshop.Step) time.Duration {
	sum := time.Duration(0)
	for _, s := range steps {
		if s.Status == workshop.StepDone && s.Started == "" {
			sum += planned(s)
		}
	}
	return sum
}

// plan gives every step of the day its planned time.
func (w *work) plan(d *Day, begins time.Time, steps []*workshop.Step) []*Slot {
	slots := make([]*Slot, len(steps))
	at := begins
	for i, s := range steps {
		from := w.pinned(s, d.Date, at)
		at = from.Add(planned(s))
		slots[i] = &Slot{Step: s, Day: d.Number, Planned: Span{from, at}}
	}
	d.Planned = Span{slots[0].Planned.From, at}
	return slots
}

// held gives what has been held its real times and returns until when that was,
// or looks to be.
func (w *work) held(d *Day, begins time.Time, slots []*Slot) time.Time {
	var end time.Time
	var steps []*workshop.Step
	for _, slot := range slots {
		steps = append(steps, slot.Step)
		slot.Held = real(slot.Step, w.now)
		if slot.Held.Zero() {
			continue
		}
		slot.Real = true
		end = later(end, slot.Held.To)
		d.Held = widened(d.Held, slot.Held)
	}
	if end.IsZero() {
		return begins.Add(unmeasured(steps))
	}
	return end
}

// future times what is still to come, after the cursor and not before the
// earliest moment: on this day, or, when the day is past or its hours are over,
// on the next.
func (w *work) future(d *Day, slots []*Slot, cursor, earliest time.Time, past bool) {
	came := w.carried
	w.carried = nil
	d.Slots = append(d.Slots, came...)
	d.Slots = append(d.Slots, slots...)
	end := cursor // of the day, were everything held on it
	over := past
	used := d.Begun
	var kept []*Slot
	for _, slot := range d.Slots {
		s := slot.Step
		if slot.Real || s.Status == workshop.StepDone || s.Status == workshop.StepSkipped {
			kept = append(kept, slot)
			continue
		}
		cursor, end = later(cursor, earliest), later(end, earliest)
		end = w.pinned(s, d.Date, end).Add(Given(s))
		from := w.pinned(s, d.Date, cursor)
		to := from.Add(Given(s))
		if !over && !s.Break && w.more && used && !d.Closes.IsZero() && to.After(d.Closes) {
			over = true
		}
		switch {
		case over && !s.Break:
			w.carried = append(w.carried, slot)
			continue
		case over:
			kept = append(kept, slot) // a break: nothing is left to pause from
			continue
		}
		slot.Day, slot.Held = d.Number, Span{from, to}
		d.Held = widened(d.Held, slot.Held)
		cursor, used = to, true
		kept = append(kept, slot)
	}
	d.Slots = kept
	d.Late = end.Sub(d.Planned.To)
	if !d.Held.Zero() {
		w.busy = later(w.busy, d.Held.To)
	}
}

func widened(s, by Span) Span {
	if s.Zero() {
		return by
	}
	if by.From.Before(s.From) {
		s.From = by.From
	}
	s.To = later(s.To, by.To)
	return s
}
