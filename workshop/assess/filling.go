package assess

import (
	"slices"

	"nemawashi.app/workshop"
)

// State is how far the answer to one statement is.
type State int

// The states.
const (
	Unanswered  State = iota
	HalfDone          // now or needed is missing
	Done              // both are there
	NotObserved       // answered on purpose with nothing
)

// State says how far a statement is.
func (s *Sheet) State(item string) State {
	a := s.Answers[item]
	switch {
	case slices.Contains(s.Unseen, item):
		return NotObserved
	case a.Now > 0 && a.Needed > 0:
		return Done
	case a.Now > 0 || a.Needed > 0:
		return HalfDone
	}
	return Unanswered
}

// Dealt counts the statements that are done or not observed.
func (s *Sheet) Dealt() int {
	n := 0
	for _, it := range s.Questionnaire.Items {
		if st := s.State(it.ID); st == Done || st == NotObserved {
			n++
		}
	}
	return n
}

// Open is the place of the first statement, from one place on and then round,
// that is neither done nor not observed; -1 for none.
func (s *Sheet) Open(from int) int {
	n := len(s.Questionnaire.Items)
	for i := range n {
		at := (from + i) % n
		if st := s.State(s.Questionnaire.Items[at].ID); st == Unanswered || st == HalfDone {
			return at
		}
	}
	return -1
}

// Answer sets the answer to a statement. A level makes it observed.
func (s *Sheet) Answer(item string, a workshop.Answer) {
	if s.Answers == nil {
		s.Answers = map[string]workshop.Answer{}
	}
	if a.Now > 0 || a.Needed > 0 {
		s.Unseen = slices.DeleteFunc(s.Unseen, func(id string) bool { return id == item })
	}
	if a == (workshop.Answer{}) {
		delete(s.Answers, item)
	} else {
		s.Answers[item] = a
	}
}

// Unobserve says that a statement was not observed, or takes that back. The
// levels go; the line of evidence stays, for it may say why.
func (s *Sheet) Unobserve(item string, on bool) {
	s.Unseen = slices.DeleteFunc(s.Unseen, func(id string) bool { return id == item })
	if !on {
		return
	}
	s.Unseen = append(s.Unseen, item)
	slices.Sort(s.Unseen)
	s.Answer(item, workshop.Answer{Evidence: s.Answers[item].Evidence})
}

// Clone is a copy that may be changed without the original noticing.
func (s *Sheet) Clone() *Sheet {
	out := *s
	out.Answers = map[string]workshop.Answer{}
	for k, v := range s.Answers {
		out.Answers[k] = v
	}
	out.Unseen = slices.Clone(s.Unseen)
	return &out
}

// Returned is the sheet as a form that came back.
func (s *Sheet) Returned(name string) *Returned {
	return &Returned{Name: name, Workshop: s.Workshop, Round: s.Round, Questionnaire: s.Questionnaire.ID, Version: s.Questionnaire.Version,
		By: s.By, About: s.About, Unit: s.Unit, Answers: s.Answers, Copy: s.Copy, Unfinished: !s.Finished}
}
