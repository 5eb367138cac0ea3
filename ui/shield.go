package ui

// shield hides the names of people. There is one for all pages; it is closed
// when the app starts and whenever a workshop opens.
type shield struct {
	open    bool
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
