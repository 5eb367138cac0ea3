package workshop

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// Host brings what the domain does not have of its own.
type Host struct {
	Clock *Clock
	NewID func() ID
	// RandomID makes an id that says nothing of when it was made (UUIDv4), for
	// answers that must not tell whose they are. Without it none are taken in.
	RandomID func() ID
	Author   string
	// Confidential says which cells of a template's canvas are judgements
	// about people; nil when no canvas has any.
	Confidential func(canvas, cell string) bool
}

// Journal keeps what a session did. The library implements it.
type Journal interface {
	// Next is the next number of this device; it is never given twice.
	Next() int64
	// Write takes a batch to be made durable and returns at once. A change
	// with a number that was already written replaces that change.
	Write(Batch)
}

// Batch is what one step of a session did to one workshop.
type Batch struct {
	Workshop ID
	Changes  []Change
	Rows     []Row
	Scrub    *Scrub   // of an erase: what it takes out of the changes that were written before
	Drop     []string // of an erase: pictures whose bytes go
}

// Event tells a subscriber what has changed, after it has.
type Event struct {
	Label   string
	Touched []Touched
}

// Touched is one record of an event. Fields is nil for a record that was
// added, deleted or brought back.
type Touched struct {
	Kind   Kind
	ID     ID
	Fields []string
}

// burst is how long a pause in typing may be before a new undo step begins.
const burst = 2 * time.Second

// Session is one open workshop. Its methods may be called from several
// goroutines. Subscribers are called on the one that made the change, after the
// session is unlocked, so they may call it. An event says where to look, not
// what is there: by the time it arrives, more may have changed.
type Session struct {
	mu       sync.Mutex
	w        *Workshop
	host     Host
	journal  Journal
	undo     []step
	redo     []step
	typing   bool // the newest undo step may still grow
	typed    time.Time
	nextSub  int
	subs     map[int]func(Event)
	subOrder []int
}

// step is what one undo takes back.
type step struct {
	label   string
	changes []Change
}

// NewSession opens a workshop. A nil journal makes it read-only.
func NewSession(w *Workshop, h Host, j Journal) *Session {
	return &Session{w: w, host: h, journal: j, subs: map[int]func(Event){}}
}

// Do runs one edit, which is one undo step, but for the edit that begins the
// workshop: that stays. When f returns an error, or leaves something that breaks a
// limit or a reference, nothing has happened and the error says why. Otherwise
// the changes are in place, queued for the library and told to subscribers.
//
// The session is locked while f runs: f works on the [Edit] alone, and a call
// of Read, View or Do from it would wait for ever.
func (s *Session) Do(label string, f func(*Edit) error) error {
	return s.do(label, "", false, f)
}

// DoFrom is Do for an edit whose values came from a file: source, such as the
// file's hash, stands beside the author of every change, for the history.
func (s *Session) DoFrom(source, label string, f func(*Edit) error) error {
	return s.do(label, source, false, f)
}

// Type is Do for a keystroke: as long as the same fields are typed into
// without a pause, it is one undo step and one change in the log.
func (s *Session) Type(label string, f func(*Edit) error) error {
	return s.do(label, "", true, f)
}

// EndTyping closes a burst of typing: on leaving a field, and before the log
// is handed to anybody.
func (s *Session) EndTyping() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.typing = false
}

func (s *Session) do(label, source string, typing bool, f func(*Edit) error) error {
	subs, event, err := s.edit(label, source, typing, f)
	if err != nil {
		return err
	}
	tell(subs, event)
	return nil
}

// edit is do but for telling subscribers. It returns none when nothing changed.
func (s *Session) edit(label, source string, typing bool, f func(*Edit) error) ([]func(Event), Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock() // also when f panics and somebody recovers
	if s.journal == nil {
		return nil, Event{}, ErrReadOnly
	}
	e := newEdit(s.w, s.host)
	if err := f(e); err != nil {
		return nil, Event{}, err
	}
	if err := e.check(); err != nil {
		return nil, Event{}, err
	}
	seal, err := e.seal(s.host.RandomID)
	if err != nil {
		return nil, Event{}, err
	}
	changes := e.changes()
	if len(changes) == 0 {
		return nil, Event{}, nil
	}
	now := s.host.Clock.Now()
	grows := typing && s.typing && now.Sub(s.typed) < burst && len(s.undo) > 0 && sameFields(s.undo[len(s.undo)-1].changes, changes)
	if grows {
		s.rewrite(changes)
	} else if err := s.prepare(changes); err != nil {
		return nil, Event{}, err
	}
	if source != "" {
		for i := range changes {
			changes[i].Author = strings.TrimSpace(changes[i].Author + " " + source)
		}
	}
	for i := range changes {
		if seal.fresh[changes[i].Record] {
			changes[i].Author = ""
		}
	}
	event, err := s.commit(label, changes)
	if err != nil {
		return nil, Event{}, err
	}
	switch {
	case grows:
		last := s.undo[len(s.undo)-1].changes
		for i := range last {
			last[i].New, last[i].Stamp = changes[i].New, changes[i].Stamp
		}
	case !slices.ContainsFunc(changes, func(c Change) bool { return c.Kind == KindCharter && c.Field == "" }):
		s.undo = append(s.undo, step{label: label, changes: changes})
	}
	s.redo = nil
	if seal.final {
		s.settleRounds()
	}
	s.typing, s.typed = typing && !seal.final, now
	return s.subscribers(), event, nil
}

// sameFields says whether two lists of changes set the same fields of the same
// records.
func sameFields(a, b []Change) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Record != b[i].Record || a[i].Field != b[i].Field || a[i].Field == "" || b[i].Verb != a[i].Verb {
			return false
		}
	}
	return true
}

// rewrite lets changes take the place of those of the burst they belong to.
func (s *Session) rewrite(changes []Change) {
	stamp := s.host.Clock.Next()
	for i, old := range s.undo[len(s.undo)-1].changes {
		changes[i].Ref, changes[i].Parents, changes[i].Old = old.Ref, old.Parents, old.Old
		changes[i].Author, changes[i].Stamp = old.Author, stamp
	}
}

// prepare numbers and stamps new changes. All changes of one step have one
// stamp: that is how a rating's value, confidence and date stay together.
func (s *Session) prepare(changes []Change) error {
	stamp := s.host.Clock.Next()
	for i := range changes {
		c := &changes[i]
		c.Ref = Ref{Device: stamp.Device, Seq: s.journal.Next()}
		c.Stamp, c.Author = stamp, s.host.Author
		e := s.w.entries[c.Record]
		if e == nil {
			continue
		}
		if err := e.load(); err != nil {
			return err
		}
		switch {
		case c.Verb == VerbDelete:
			c.Parents = e.allHeads()
		case c.Field == "":
			for _, h := range e.causes.Exist.Heads {
				c.Parents = append(c.Parents, h.Ref)
			}
		default:
			for _, h := range e.heads(c.Field) {
				c.Parents = append(c.Parents, h.Ref)
			}
		}
	}
	return nil
}

// commit takes the changes in, queues them and says what they touched.
func (s *Session) commit(label string, changes []Change) (Event, error) {
	event := Event{Label: label}
	var rows []ID
	seen := map[ID]int{}
	for _, c := range changes {
		if err := s.w.take(c); err != nil {
			return event, fmt.Errorf("%s: %w", label, err)
		}
		i, ok := seen[c.Record]
		if !ok {
			i = len(event.Touched)
			seen[c.Record] = i
			event.Touched = append(event.Touched, Touched{Kind: c.Kind, ID: c.Record, Fields: []string{}})
			rows = append(rows, c.Record)
		}
		if t := &event.Touched[i]; c.Field == "" {
			t.Fields = nil
		} else if t.Fields != nil {
			t.Fields = append(t.Fields, c.Field)
		}
	}
	batch := Batch{Workshop: s.w.ID, Changes: s.w.blanked(changes)}
	for _, id := range rows {
		batch.Rows = append(batch.Rows, s.w.row(id))
	}
	s.journal.Write(batch)
	return event, nil
}

// Read gives f the workshop while nobody changes it. What f keeps are records,
// which are never written to; the Workshop itself it must not keep. Like the
// function given to Do, f must not call the session, which waits for it.
func (s *Session) Read(f func(*Workshop)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(s.w)
}

// ReadOnly says whether the session refuses changes.
func (s *Session) ReadOnly() bool { return s.journal == nil }

// ID is the workshop's id.
func (s *Session) ID() ID { return s.w.ID }

// View is the workshop as an audience may see it.
func (s *Session) View(a Audience) *View {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.View(a, s.host.Confidential)
}

// Glance is what of the workshop an audience may see that the part names: what a
// screen needs that follows every keystroke.
func (s *Session) Glance(a Audience, p Part) *View {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Glance(a, p, s.host.Confidential)
}
