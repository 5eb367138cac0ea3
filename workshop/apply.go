package workshop

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Apply takes in changes that were made elsewhere. They are checked first; if
// one cannot be taken, none is, and the error says which and why. They are not
// part of this session's undo.
func (s *Session) Apply(label string, changes []Change) error {
	subs, event, err := s.apply(label, changes)
	if err != nil {
		return err
	}
	tell(subs, event)
	return nil
}

func (s *Session) apply(label string, changes []Change) ([]func(Event), Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.journal == nil {
		return nil, Event{}, ErrReadOnly
	}
	kinds := map[ID]Kind{} // of the records that these changes begin or name
	for i, c := range changes {
		if err := s.w.acceptable(c, kinds); err != nil {
			return nil, Event{}, fmt.Errorf("change %d of %d: %w", i+1, len(changes), err)
		}
		kinds[c.Record] = c.Kind
	}
	if err := s.w.foreignRounds(changes); err != nil {
		return nil, Event{}, err
	}
	s.typing = false
	for _, c := range changes {
		s.host.Clock.Saw(c.Stamp)
	}
	event, err := s.commit(label, changes)
	if err != nil {
		return nil, Event{}, err
	}
	s.forget(changes)
	return s.subscribers(), event, nil
}

// acceptable says why a foreign change cannot be taken in, or nil.
func (w *Workshop) acceptable(c Change, kinds map[ID]Kind) error {
	known := kinds[c.Record]
	if e := w.entries[c.Record]; e != nil {
		known = e.kind
	}
	r, err := New(c.Kind)
	switch {
	case c.Workshop != w.ID:
		return errors.New("it belongs to another workshop")
	case c.Device == "" || c.Seq <= 0 || c.Record == "":
		return errors.New("it has no number")
	case !c.Stamp.readable():
		return errors.New("it was made at a time that cannot be")
	case err != nil:
		return err
	case known != "" && known != c.Kind:
		return fmt.Errorf("record %s is a %s, the change says %s", c.Record, known, c.Kind)
	case (c.Kind == KindCharter) != (c.Record == w.ID):
		return fmt.Errorf("record %s cannot be a %s: the charter has the workshop's id", c.Record, c.Kind)
	case c.Old != nil && !json.Valid(c.Old):
		return &Invalid{Kind: c.Kind, ID: c.Record, Field: c.Field, Reason: "the value before is not JSON"}
	}
	switch c.Verb {
	case VerbSet:
		return acceptableValue(c, r)
	case VerbDelete, VerbErase:
		if c.Kind == KindCharter {
			return &Invalid{Kind: c.Kind, ID: c.Record, Reason: "a workshop cannot be without its charter"}
		}
		if c.Field != "" || !isNull(c.New) {
			return &Invalid{Kind: c.Kind, ID: c.Record, Field: c.Field, Reason: "a record goes as a whole"}
		}
		return nil
	}
	return fmt.Errorf("unknown verb %q", c.Verb)
}

// acceptableValue checks a foreign value's type and limits, but neither
// references, which may arrive later, nor required fields, which the change
// does not speak of. The empty record r is written to.
func acceptableValue(c Change, r Record) error {
	if c.Field != "" {
		if err := setRaw(r, c.Field, c.New); err != nil {
			return &Invalid{Kind: c.Kind, ID: c.Record, Field: c.Field, Reason: plainType(c.Kind, c.Field, err)}
		}
	} else if !isNull(c.New) {
		if err := json.Unmarshal(c.New, r); err != nil {
			return &Invalid{Kind: c.Kind, ID: c.Record, Reason: err.Error()}
		}
	}
	return checkValues(nil, r, false, func(ID) Kind { return "" })
}

// blanked is the changes without the values of erased records: what was erased
// must not come back by the log, from an undo or a late hand-over.
func (w *Workshop) blanked(changes []Change) []Change {
	erased := func(c Change) bool { return w.entries[c.Record].causes.Erased }
	if !slices.ContainsFunc(changes, erased) {
		return changes
	}
	out := slices.Clone(changes)
	for i := range out {
		if erased(out[i]) {
			out[i].Old, out[i].New = nil, nil
		}
	}
	return out
}

// forget takes the changes of erased records out of what can be undone.
func (s *Session) forget(changes []Change) {
	for _, c := range changes {
		if c.Verb != VerbErase {
			continue
		}
		gone := func(other Change) bool { return other.Record == c.Record }
		for _, stack := range []*[]step{&s.undo, &s.redo} {
			for i := range *stack {
				(*stack)[i].changes = slices.DeleteFunc((*stack)[i].changes, gone)
			}
			*stack = slices.DeleteFunc(*stack, func(st step) bool { return len(st.changes) == 0 })
		}
	}
}
