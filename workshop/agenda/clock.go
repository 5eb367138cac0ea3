package agenda

import (
	"time"

	"nemawashi.app/workshop"
)

// Clock is how a step, or a group within one, stands against the time that it
// was given: its minutes and what was given or taken on the day.
type Clock struct {
	Running, Paused bool
	Given           time.Duration
	Elapsed         time.Duration // worked, without pauses
	Ends            time.Time     // when the given time is used up, if it is not paused any more; zero when no clock runs
}

// ClockOf reads the clock of a step at a moment; nil has none.
func ClockOf(s *workshop.Step, now time.Time) Clock {
	if s == nil {
		return Clock{}
	}
	c := Clock{Given: Given(s), Running: s.Status == workshop.StepRunning}
	from, ok := moment(s.Started)
	if !ok {
		return c
	}
	until := now
	if end, ok := moment(s.Ended); ok {
		until = end
		c.Paused = c.Running
	}
	c.Elapsed = max(0, until.Sub(from)-paused(s))
	if c.Running {
		c.Ends = now.Add(c.Left())
	}
	return c
}

// Left is what is left of the given time, negative when it is used up.
func (c Clock) Left() time.Duration { return c.Given - c.Elapsed }

// Share is how much of the given time is left, 0 to 1.
func (c Clock) Share() float64 {
	if c.Given <= 0 {
		return 0
	}
	return min(max(float64(c.Left())/float64(c.Given), 0), 1)
}

// Given is the time that a step has: its minutes and what was given or taken on
// the day.
func Given(s *workshop.Step) time.Duration {
	return max(0, time.Duration(s.Minutes+s.Extra)*time.Minute)
}

func planned(s *workshop.Step) time.Duration { return time.Duration(s.Minutes) * time.Minute }

func paused(s *workshop.Step) time.Duration { return time.Duration(s.Paused) * time.Second }

// moment reads a time of a record; false when there is none.
func moment(stamp string) (time.Time, bool) {
	if stamp == "" {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339, stamp)
	return t, err == nil
}
