package library

import (
	"errors"
	"strings"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Create makes a workshop by running the edit, which has to add its charter.
func (l *Library) Create(f func(*workshop.Edit) error) (workshop.ID, error) {
	s, err := l.begin(f)
	if err != nil {
		return "", err
	}
	l.mu.Lock()
	l.sessions[s.ID()] = s
	l.mu.Unlock()
	l.visit(s.ID())
	return s.ID(), nil
}

// begin makes a workshop and returns a session that cannot undo that: Ctrl+Z in
// a new workshop must not take the workshop away.
func (l *Library) begin(f func(*workshop.Edit) error) (*workshop.Session, error) {
	if l.writer == nil {
		return nil, workshop.ErrReadOnly
	}
	id := l.opt.NewID()
	w := workshop.NewWorkshop(id)
	err := workshop.NewSession(w, l.host(), journal{l}).Do("New workshop", func(e *workshop.Edit) error {
		if err := f(e); err != nil {
			return err
		}
		if e.Find(id) == nil {
			return errors.New("a workshop needs a charter")
		}
		return nil
	})
	return workshop.NewSession(w, l.host(), journal{l}), err
}

// Session opens a workshop. The same id gives the same session as long as the
// library is open. An unknown id is an [*Error] with NotFound.
func (l *Library) Session(id workshop.ID) (*workshop.Session, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s, err := l.session(id)
	if err == nil {
		l.visit(id)
	}
	return s, err
}

// session is the session of a workshop, opened where it is not. Whoever calls it
// holds the lock of sessions.
func (l *Library) session(id workshop.ID) (*workshop.Session, error) {
	if s := l.sessions[id]; s != nil {
		return s, nil
	}
	var w *workshop.Workshop
	err := l.look(func(c *conn) error {
		var err error
		w, err = load(c, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	if w.Charter() == nil {
		return nil, fault(NotFound, l.path, nil, "There is no workshop %q in this library.", id)
	}
	var j workshop.Journal
	if l.writer != nil {
		j = journal{l}
	}
	s := workshop.NewSession(w, l.host(), j)
	l.sessions[id] = s
	return s, nil
}

func (l *Library) host() workshop.Host {
	return workshop.Host{Clock: l.clock, NewID: l.opt.NewID, RandomID: randomID, Author: l.opt.Author, Confidential: l.opt.Confidential}
}

// randomID is a UUIDv4, which holds no time.
func randomID() workshop.ID { return workshop.ID(uuid.NewString()) }

// visit remembers when a workshop was last opened, for Home.
func (l *Library) visit(id workshop.ID) {
	if l.writer != nil {
		now := l.opt.Now()
		l.writer.put(func(q *queue) { q.visits[id] = now })
	}
}

// load reads a workshop by one range scan.
func load(c *conn, id workshop.ID) (*workshop.Workshop, error) {
	rows := make([]workshop.Row, 0, 256)
	var room shelf
	err := c.each("SELECT kind, id, alive, doc, heads FROM record WHERE workshop=?", []any{id}, func(s *sqlite3.Stmt) error {
		rows = append(rows, workshop.Row{Kind: kindOf(s.ColumnRawText(0)), ID: workshop.ID(room.keep(s.ColumnRawText(1))),
			Alive: s.ColumnBool(2), Doc: room.keep(s.ColumnRawText(3)), Causes: room.keep(s.ColumnRawText(4))})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return workshop.Restore(id, rows)
}

// shelf keeps many small texts in a few large pieces of memory: a piece for
// each would take longer to make, and to collect, than the reading itself.
type shelf struct{ room *strings.Builder }

func (s *shelf) keep(b []byte) string {
	if s.room == nil || s.room.Cap()-s.room.Len() < len(b) {
		s.room = &strings.Builder{}
		s.room.Grow(max(32<<10, len(b)))
	}
	start := s.room.Len()
	s.room.Write(b)
	return s.room.String()[start:]
}

// kindOf is the kind of that name, without a copy of the name for every row.
func kindOf(name []byte) workshop.Kind {
	for _, k := range workshop.Kinds {
		if string(name) == string(k) {
			return k
		}
	}
	return workshop.Kind(name)
}
