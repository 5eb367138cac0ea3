package workshop

import "slices"

// Together makes changes of several workshops one step: all of them are made or none, and one undo takes all of them
// back. Each workshop keeps its part in its own undo, where it can be taken back alone. It is for the lists over all
// workshops, and for one goroutine.
type Together struct {
	done   []joint
	undone []joint
}

// Piece is what is done to one workshop.
type Piece struct {
	Session *Session
	Edit    func(*Edit) error
}

// joint is a step of several workshops: how many steps each had to undo after it.
type joint struct {
	label string
	parts []jointPart
}

type jointPart struct {
	session *Session
	depth   int
}

// Do runs all parts. When one is refused, those before it are taken back, and its error is returned with the session
// that it belongs to.
func (t *Together) Do(label string, parts []Piece) (*Session, error) {
	j := joint{label: label}
	for _, p := range parts {
		before := p.Session.depth()
		if err := p.Session.Do(label, p.Edit); err != nil {
			for _, done := range slices.Backward(j.parts) {
				if err := done.session.back(); err != nil {
					return done.session, err
				}
			}
			return p.Session, err
		}
		if now := p.Session.depth(); now > before {
			j.parts = append(j.parts, jointPart{p.Session, now})
		}
	}
	if len(j.parts) > 1 {
		t.done, t.undone = append(t.done, j), nil
	}
	return nil, nil
}

// Undo takes the newest step of several workshops back, if it is also the newest of each of them and the last that was
// done was in one of them. It returns the step's label and the workshops, or "" when there is no such step.
func (t *Together) Undo(last *Session) (string, []*Session, error) {
	return t.turn(&t.done, &t.undone, last, func(p jointPart) bool { return p.session.depth() == p.depth }, (*Session).Undo)
}

// Redo does again what Undo took back.
func (t *Together) Redo(last *Session) (string, []*Session, error) {
	return t.turn(&t.undone, &t.done, last, func(p jointPart) bool { return p.session.depth() == p.depth-1 && p.session.CanRedo() != "" }, (*Session).Redo)
}

func (t *Together) turn(from, to *[]joint, last *Session, next func(jointPart) bool, turn func(*Session) (string, error)) (string, []*Session, error) {
	if len(*from) == 0 {
		return "", nil, nil
	}
	j := (*from)[len(*from)-1]
	in := slices.ContainsFunc(j.parts, func(p jointPart) bool { return p.session == last })
	if !in || slices.ContainsFunc(j.parts, func(p jointPart) bool { return !next(p) }) {
		return "", nil, nil
	}
	var sessions []*Session
	for _, p := range j.parts {
		if _, err := turn(p.session); err != nil {
			return "", sessions, err
		}
		sessions = append(sessions, p.session)
	}
	*from, *to = (*from)[:len(*from)-1], append(*to, j)
	return j.label, sessions, nil
}

// back takes the newest step back for good: there is no redo of what was never done as a whole.
func (s *Session) back() error {
	_, err := s.Undo()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil && len(s.redo) > 0 {
		s.redo = s.redo[:len(s.redo)-1]
	}
	return err
}

// depth is how many steps there are to undo.
func (s *Session) depth() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.undo)
}
