package workshop

import "slices"

// Undo takes the newest step back and returns its label, "" when there is
// none. It is itself a change, so history and other devices see it.
func (s *Session) Undo() (string, error) { return s.turn(&s.undo, &s.redo) }

// Redo does again what Undo took back, until something else is done.
func (s *Session) Redo() (string, error) { return s.turn(&s.redo, &s.undo) }

// Retract takes the newest step back for good, without a redo: it was part of something that was refused as a whole.
func (s *Session) Retract() error {
	if _, err := s.Undo(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.redo); n > 0 {
		s.redo = s.redo[:n-1]
	}
	return nil
}

// CanUndo is the label of the step that Undo would take back, "" for none.
func (s *Session) CanUndo() string { return s.newest(&s.undo) }

// CanRedo is the label of the step that Redo would do again, "" for none.
func (s *Session) CanRedo() string { return s.newest(&s.redo) }

// UndoRef and RedoRef name the steps that Undo and Redo would turn round, so that
// somebody who did one thing in several workshops can tell whether it is still
// the newest in each. They are zero when there is no step.
func (s *Session) UndoRef() Ref { return s.newestRef(&s.undo) }

// RedoRef is UndoRef for Redo.
func (s *Session) RedoRef() Ref { return s.newestRef(&s.redo) }

func (s *Session) newestRef(stack *[]step) Ref {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(*stack) == 0 {
		return Ref{}
	}
	return (*stack)[len(*stack)-1].changes[0].Ref
}

func (s *Session) newest(stack *[]step) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(*stack) == 0 {
		return ""
	}
	return (*stack)[len(*stack)-1].label
}

func (s *Session) turn(from, to *[]step) (string, error) {
	subs, event, err := s.turnRound(from, to)
	if err != nil {
		return "", err
	}
	tell(subs, event)
	return event.Label, nil
}

func (s *Session) turnRound(from, to *[]step) ([]func(Event), Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.journal == nil {
		return nil, Event{}, ErrReadOnly
	}
	s.typing = false
	if len(*from) == 0 {
		return nil, Event{}, nil
	}
	st := (*from)[len(*from)-1]
	changes := inverse(st.changes)
	if err := s.prepare(changes); err != nil {
		return nil, Event{}, err
	}
	event, err := s.commit(st.label, changes)
	if err != nil {
		return nil, Event{}, err
	}
	*from = (*from)[:len(*from)-1]
	*to = append(*to, step{label: st.label, changes: changes})
	return s.subscribers(), event, nil
}

// inverse turns changes round, the last first.
func inverse(changes []Change) []Change {
	out := make([]Change, 0, len(changes))
	for _, c := range slices.Backward(changes) {
		n := Change{Workshop: c.Workshop, Record: c.Record, Kind: c.Kind, Field: c.Field, Verb: VerbSet}
		switch {
		case c.Field != "":
			n.Old, n.New = c.New, c.Old
		case c.Verb == VerbSet:
			n.Verb = VerbDelete
		}
		out = append(out, n)
	}
	return out
}
