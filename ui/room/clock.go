package room

import (
	"fmt"
	"time"

	"nemawashi.app/workshop"
)

// A step that is running began at Started. While it is paused, Ended holds when the pause began; going on moves Started by the length
// of the pause, so that what is measured is the time that was worked.

// timing is how a step stands against its plan.
type timing struct {
	running, paused bool
	planned         time.Duration
	elapsed         time.Duration
	ends            time.Time // when it will be over, at this pace
}

func (t timing) left() time.Duration { return t.planned - t.elapsed }

// share is how much of the planned time is left, 0 to 1.
func (t timing) share() float64 {
	if t.planned <= 0 {
		return 0
	}
	return min(max(float64(t.left())/float64(t.planned), 0), 1)
}

func timingOf(s *workshop.Step, now time.Time) timing {
	if s == nil {
		return timing{}
	}
	t := timing{planned: time.Duration(s.Minutes) * time.Minute, running: s.Status == workshop.StepRunning}
	from, err := time.Parse(time.RFC3339, s.Started)
	if err != nil {
		return t
	}
	until := now
	if end, err := time.Parse(time.RFC3339, s.Ended); err == nil {
		until = end
		t.paused = t.running
	}
	t.elapsed = max(0, until.Sub(from))
	t.ends = now.Add(t.left())
	return t
}

// late is how far a day is behind the plan of the template, negative when it is ahead: every step that has begun counts with the time that it
// took or will take, every one that was skipped with the time that it spared.
func (a *agenda) late(day int, now time.Time) time.Duration {
	late := time.Duration(0)
	for _, s := range a.steps {
		if s.Day != day {
			continue
		}
		planned := a.planned(s)
		t := timingOf(s, now)
		switch s.Status {
		case workshop.StepSkipped:
			late -= planned
		case workshop.StepDone:
			if s.Started != "" && s.Ended != "" {
				late += t.elapsed - planned
			}
		case workshop.StepRunning:
			late += max(t.elapsed, t.planned) - planned
		}
	}
	return late
}

// planned is the length that the template gives a step: five minutes more are five minutes behind.
func (a *agenda) planned(s *workshop.Step) time.Duration {
	if t := a.source(s); t != nil {
		return time.Duration(t.Minutes) * time.Minute
	}
	return time.Duration(s.Minutes) * time.Minute
}

// leftWords says what is left: "38 min left", "4 min over", "paused".
func (t timing) leftWords() string {
	left := t.left()
	minutes := int((left + 30*time.Second) / time.Minute)
	switch {
	case !t.running:
		return ""
	case left < 0:
		return fmt.Sprintf("%d min over", int(-left/time.Minute))
	}
	return fmt.Sprintf("%d min left", minutes)
}

// planWords says against which plan: "of 90, ends 11:14".
func (t timing) planWords(now time.Time) string {
	words := fmt.Sprintf("of %d", int(t.planned/time.Minute))
	switch {
	case t.paused:
		return words + ", paused"
	case t.left() < 0:
		return words + " planned"
	}
	return words + ", ends " + t.ends.In(now.Location()).Format("15:04")
}

// lateWords says how the day goes; "" while it is on time.
func lateWords(late time.Duration) string {
	switch minutes := int(late / time.Minute); {
	case minutes > 0:
		return fmt.Sprintf("%d min behind", minutes)
	case minutes < 0:
		return fmt.Sprintf("%d min ahead", -minutes)
	}
	return "On time"
}
