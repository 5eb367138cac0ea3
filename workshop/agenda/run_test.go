package agenda

import (
	"testing"
	"time"

	"nemawashi.app/workshop"
)

func TestTheClockOfAStep(t *testing.T) {
	s := &workshop.Step{Minutes: 60, Status: workshop.StepTodo}
	nine := at(t, "17 09:00")
	after := func(minutes int) time.Time { return nine.Add(time.Duration(minutes) * time.Minute) }
	check := func(what string, minute int, running, paused bool, elapsed, left int, ends string) {
		t.Helper()
		c := ClockOf(s, after(minute))
		end := ""
		if !c.Ends.IsZero() {
			end = c.Ends.Format("15:04")
		}
		if c.Running != running || c.Paused != paused || c.Elapsed != time.Duration(elapsed)*time.Minute || c.Left() != time.Duration(left)*time.Minute || end != ends {
			t.Errorf("%s: %+v, left %v, ends %s", what, c, c.Left(), end)
		}
	}
	check("before", 0, false, false, 0, 60, "")
	Start(s, nine)
	check("at once", 0, true, false, 0, 60, "10:00")
	check("after 25", 25, true, false, 25, 35, "10:00")
	Pause(s, after(25))
	check("in the pause", 45, true, true, 25, 35, "10:20")
	Pause(s, after(45))
	s.Extra = 5
	check("5 more, after the pause", 50, true, false, 30, 35, "10:25")
	Finish(s, after(90))
	check("done", 200, false, false, 70, -5, "")
	if s.Started != stamp(nine) || s.Ended != stamp(after(90)) || s.Paused != 1200 {
		t.Errorf("what really happened was written over: %+v", s)
	}
	Reopen(s)
	if s.Status != workshop.StepTodo || s.Started+s.Ended != "" || s.Paused != 0 || s.Extra != 5 {
		t.Errorf("reopened: %+v", s)
	}
}

func TestEndingInAPause(t *testing.T) {
	s := &workshop.Step{Minutes: 60}
	Start(s, at(t, "17 09:00"))
	Pause(s, at(t, "17 09:20"))
	Finish(s, at(t, "17 09:50"))
	if c := ClockOf(s, at(t, "17 12:00")); c.Elapsed != 20*time.Minute || s.Ended != stamp(at(t, "17 09:20")) {
		t.Errorf("%+v %+v", c, s)
	}
}

func TestDoneWithoutAClock(t *testing.T) {
	s := &workshop.Step{Minutes: 60, Status: workshop.StepTodo}
	Finish(s, at(t, "17 09:00"))
	if s.Status != workshop.StepDone || s.Started+s.Ended != "" {
		t.Errorf("a time that nobody measured: %+v", s)
	}
	if c := ClockOf(nil, at(t, "17 09:00")); c != (Clock{}) {
		t.Errorf("no step: %+v", c)
	}
}
