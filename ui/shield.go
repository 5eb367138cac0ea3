package ui

import (
	"time"

	"nemawashi.app/ui/run"
)

// shownFor is how long names are shown: they are forgotten on the screen sooner
// than they are hidden again by hand.
const shownFor = time.Minute

// shield hides the names of people. There is one for all pages; it is closed
// when the app starts, whenever a workshop opens, and a minute after it was opened.
type shield struct {
	open    bool
	closing func() // takes the minute back
	next    int
	watched map[int]func()
}

// Shown says whether names are shown.
func (s *shield) Shown() bool { return s.open }

// Show opens or closes the shield.
func (s *shield) Show(on bool) {
	if s.open == on {
		return
	}
	s.open = on
	if s.closing != nil {
		s.closing()
		s.closing = nil
	}
	if on {
		s.closing = run.After(shownFor, func() { s.Show(false) })
	}
	for _, f := range s.watched {
		f()
	}
}

// Watch calls changed after each change until stop is called.
func (s *shield) Watch(changed func()) (stop func()) {
	if s.watched == nil {
		s.watched = map[int]func(){}
	}
	s.next++
	id := s.next
	s.watched[id] = changed
	return func() { delete(s.watched, id) }
}

// hidden says whether people go by their code names.
func (s *shield) hidden() bool { return !s.open }
