package room

import (
	"time"

	"nemawashi.app/workshop"
)

// change edits one step as one undo step.
func (r *Room) change(label string, id workshop.ID, f func(*workshop.Edit, *workshop.Step) error) bool {
	err := r.config.Session.Do(label, func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Step](e, id)
		if err != nil {
			return err
		}
		return f(e, s)
	})
	if err != nil {
		r.refused(err)
		return false
	}
	r.watch.Catch()
	return true
}

func (r *Room) stamp() string { return r.now().Format(time.RFC3339) }

// start lets the clock of a step run. The step that was running before is done with that.
func (r *Room) start(id workshop.ID) {
	now := r.stamp()
	before := r.agenda.running()
	r.change("Start step", id, func(e *workshop.Edit, s *workshop.Step) error {
		if before != nil && before.ID != id {
			old, err := workshop.Modify[workshop.Step](e, before.ID)
			if err != nil {
				return err
			}
			finish(old, now)
		}
		s.Status, s.Started, s.Ended = workshop.StepRunning, now, ""
		return r.begun(e, s)
	})
}

// begun makes a planned workshop a running one with the first step of its days.
func (r *Room) begun(e *workshop.Edit, s *workshop.Step) error {
	if s.Day < 1 || r.agenda.charter.Status != workshop.StatusPlanned {
		return nil
	}
	c, err := workshop.Modify[workshop.Charter](e, r.config.Session.ID())
	if err != nil {
		return err
	}
	c.Status = workshop.StatusRunning
	return nil
}

// finish ends a step. A pause that goes on ends it where the pause began.
func finish(s *workshop.Step, now string) {
	s.Status = workshop.StepDone
	if s.Ended == "" {
		s.Ended = now
	}
	if s.Started == "" {
		s.Started = s.Ended
	}
}

// done ends the step in hand and goes on to the next.
func (r *Room) done() {
	id := r.step
	now := r.stamp()
	if r.change("Finish step", id, func(_ *workshop.Edit, s *workshop.Step) error {
		untimed := s.Started == ""
		finish(s, now)
		if untimed {
			s.Started, s.Ended = "", "" // nobody measured it
		}
		return nil
	}) {
		r.nextStep(1)
	}
}

// skip leaves the step in hand out and goes on.
func (r *Room) skip() {
	if r.change("Skip step", r.step, func(_ *workshop.Edit, s *workshop.Step) error {
		s.Status, s.Started, s.Ended = workshop.StepSkipped, "", ""
		return nil
	}) {
		r.nextStep(1)
	}
}

// reopen takes a step up again that was done or skipped.
func (r *Room) reopen() {
	r.change("Reopen step", r.step, func(_ *workshop.Edit, s *workshop.Step) error {
		s.Status, s.Started, s.Ended = workshop.StepTodo, "", ""
		return nil
	})
}

// main is what the one primary button does: start, finish or reopen.
func (r *Room) main() {
	s := r.current()
	switch {
	case s == nil:
	case s.Status == workshop.StepRunning:
		r.done()
	case s.Status == workshop.StepDone || s.Status == workshop.StepSkipped:
		r.reopen()
	default:
		r.start(s.ID)
	}
}

// longer gives the running step more minutes, else the step in hand.
func (r *Room) longer(minutes int) {
	s := r.agenda.running()
	if s == nil {
		s = r.current()
	}
	if s == nil {
		return
	}
	r.change("Add minutes", s.ID, func(_ *workshop.Edit, s *workshop.Step) error {
		s.Minutes = max(0, s.Minutes+minutes)
		return nil
	})
}

// pause stops the clock of the running step, and lets it run on.
func (r *Room) pause() {
	s := r.agenda.running()
	if s == nil {
		return
	}
	now := r.now()
	r.change("Pause", s.ID, func(_ *workshop.Edit, s *workshop.Step) error {
		since, err := time.Parse(time.RFC3339, s.Ended)
		if err != nil {
			s.Ended = now.Format(time.RFC3339)
			return nil
		}
		from, err := time.Parse(time.RFC3339, s.Started)
		if err != nil {
			from = since
		}
		s.Started, s.Ended = from.Add(now.Sub(since)).Format(time.RFC3339), ""
		return nil
	})
}

// tick checks or unchecks an output of the step in hand.
func (r *Room) tick(output string, on bool) {
	r.change("Tick output", r.step, func(_ *workshop.Edit, s *workshop.Step) error {
		var kept []string
		for _, o := range s.OutputsDone {
			if o != output {
				kept = append(kept, o)
			}
		}
		if on {
			kept = append(kept, output)
		}
		s.OutputsDone = kept
		return nil
	})
}

// undo and redo are the session's.
func (r *Room) undo() {
	if _, err := r.config.Session.Undo(); err != nil {
		r.refused(err)
	}
	r.watch.Catch()
}

func (r *Room) redo() {
	if _, err := r.config.Session.Redo(); err != nil {
		r.refused(err)
	}
	r.watch.Catch()
}
