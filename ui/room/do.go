package room

import (
	"time"

	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/sustain"
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

// start lets the clock of a step or of a group run. The step that was running before a step is done with that.
func (r *Room) start(id workshop.ID) {
	now := r.now()
	r.change("Start step", id, func(e *workshop.Edit, s *workshop.Step) error {
		if s.Within != "" {
			plan.Start(s, now)
			return r.begun(e, s)
		}
		if before := r.agenda.running(); before != nil && before.ID != id {
			if err := r.finish(e, before.ID, now); err != nil {
				return err
			}
		}
		plan.Start(s, now)
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

// stopGroups ends the clocks of a step's groups.
func (r *Room) stopGroups(e *workshop.Edit, id workshop.ID, now time.Time) error {
	for _, g := range r.agenda.groups[id] {
		if g.Status != workshop.StepRunning {
			continue
		}
		own, err := workshop.Modify[workshop.Step](e, g.ID)
		if err != nil {
			return err
		}
		plan.Finish(own, now)
	}
	return nil
}

// finish ends a step, and with it the clocks of its groups.
func (r *Room) finish(e *workshop.Edit, id workshop.ID, now time.Time) error {
	if err := r.stopGroups(e, id, now); err != nil {
		return err
	}
	s, err := workshop.Modify[workshop.Step](e, id)
	if err != nil {
		return err
	}
	plan.Finish(s, now)
	return nil
}

// done ends what is in hand; after a step it goes on to the next.
func (r *Room) done() {
	s := r.hand()
	if s == nil {
		return
	}
	now := r.now()
	if r.change("Finish step", s.ID, func(e *workshop.Edit, own *workshop.Step) error { return r.finish(e, own.ID, now) }) && s.Within == "" {
		r.NextStep(1)
	}
}

// skip leaves the step in hand out, ends the clocks of its groups, and goes on.
func (r *Room) skip() {
	now := r.now()
	if r.change("Skip step", r.step, func(e *workshop.Edit, s *workshop.Step) error {
		plan.Skip(s)
		return r.stopGroups(e, s.ID, now)
	}) {
		r.NextStep(1)
	}
}

// reopen takes up again what was done or skipped.
func (r *Room) reopen(id workshop.ID) {
	r.change("Reopen step", id, func(_ *workshop.Edit, s *workshop.Step) error {
		plan.Reopen(s)
		return nil
	})
}

// main is what the one primary button does with the step, or the group, in hand: start, finish or reopen.
func (r *Room) main() {
	s := r.hand()
	switch {
	case s == nil:
	case s.Status == workshop.StepRunning:
		r.done()
	case s.Status == workshop.StepDone || s.Status == workshop.StepSkipped:
		r.reopen(s.ID)
	default:
		r.start(s.ID)
	}
}

// longer gives what is timed more minutes, else the step in hand.
func (r *Room) longer(minutes int) {
	s := r.timed()
	if s == nil {
		s = r.current()
	}
	if s == nil {
		return
	}
	label := "Add minutes"
	if minutes < 0 {
		label = "Take minutes"
	}
	r.change(label, s.ID, func(e *workshop.Edit, s *workshop.Step) error { return plan.Longer(e, s.ID, minutes) })
}

// pause stops the clock that is shown, and lets it run on.
func (r *Room) pause() {
	s := r.timed()
	if s == nil || s.Status != workshop.StepRunning {
		return
	}
	now := r.now()
	r.change("Pause", s.ID, func(_ *workshop.Edit, s *workshop.Step) error {
		plan.Pause(s, now)
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

// closes says whether the event can be closed: it is not followed up yet.
func (r *Room) closes() bool { return sustain.Open(r.agenda.charter) }

// closeEvent ends the event, plans the reviews at 30, 60 and 90 days and shows them.
func (r *Room) closeEvent() {
	boards.Close(r.desk())
	r.watch.Catch()
	r.GoToBoard("reviews")
}

// undo and redo are the session's, and those of all workshops in which
// something was done at once. What they did is told, in the place of the notice
// that offered it.
func (r *Room) undo() { r.turn(false, r.config.Session.Undo, "Undone: ") }

func (r *Room) redo() { r.turn(true, r.config.Session.Redo, "Done again: ") }

func (r *Room) turn(redo bool, turn func() (string, error), words string) {
	defer r.watch.Catch()
	if r.config.Joint != nil && r.config.Joint(redo) {
		return
	}
	label, err := turn()
	switch {
	case err != nil:
		r.refused(err)
	case label != "":
		r.config.Frame.Notify(widgets.Notice{Icon: "undo", Text: words + label})
	}
}
