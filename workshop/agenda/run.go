package agenda

import (
	"time"

	"nemawashi.app/workshop"
)

// What can happen to a step. Each changes the record in place, for use within
// an edit; times are kept to the second.

// Start lets the clock of a step run from now.
func Start(s *workshop.Step, now time.Time) {
	s.Status, s.Started, s.Ended, s.Paused = workshop.StepRunning, stamp(now), "", 0
}

// Pause stops the clock of a running step, or lets it run on.
func Pause(s *workshop.Step, now time.Time) {
	if s.Status != workshop.StepRunning {
		return
	}
	since, ok := moment(s.Ended)
	if !ok {
		s.Ended = stamp(now)
		return
	}
	s.Paused += int(max(0, now.Sub(since)) / time.Second)
	s.Ended = ""
}

// Finish ends a step. A pause that goes on ends it where the pause began. A step
// that never ran is done without times: nobody measured it.
func Finish(s *workshop.Step, now time.Time) {
	if s.Started != "" && s.Ended == "" {
		s.Ended = stamp(now)
	}
	s.Status = workshop.StepDone
}

// Skip leaves a step out.
func Skip(s *workshop.Step) { reset(s, workshop.StepSkipped) }

// Reopen takes a step up again that was done or skipped.
func Reopen(s *workshop.Step) { reset(s, workshop.StepTodo) }

func reset(s *workshop.Step, status string) {
	s.Status, s.Started, s.Ended, s.Paused = status, "", "", 0
}

func stamp(t time.Time) string { return t.Format(time.RFC3339) }
