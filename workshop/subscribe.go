package workshop

// Subscribe calls f after every change, in the order of subscribing, until the
// returned function is called.
func (s *Session) Subscribe(f func(Event)) (cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.nextSub++
	id := s.nextSub
	s.subs[id] = f
	s.subOrder = append(s.subOrder, id)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.subs, id)
	}
}

// subscribers is a snapshot, so that one may unsubscribe while being told.
func (s *Session) subscribers() []func(Event) {
	out := make([]func(Event), 0, len(s.subs))
	kept := s.subOrder[:0]
	for _, id := range s.subOrder {
		if f, ok := s.subs[id]; ok {
			out = append(out, f)
			kept = append(kept, id)
		}
	}
	s.subOrder = kept
	return out
}

func tell(subs []func(Event), e Event) {
	for _, f := range subs {
		f(e)
	}
}
