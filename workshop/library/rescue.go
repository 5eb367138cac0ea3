package library

import (
	"encoding/json"
	"errors"
	"path/filepath"

	"nemawashi.app/workshop"
)

// Rescue writes a library with everything in it, also what the disk of this one
// refuses to take, to path on another disk, where there must be nothing yet. It
// is read back whole before it gets its name. Where this library's own file
// cannot be read any more, the workshops that are open are written as they stand,
// without their history. Nothing here is changed: saving is tried on.
func (l *Library) Rescue(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(path, err)
	}
	if err := folder(path); err != nil {
		return err
	}
	if taken, err := exists(path); err != nil {
		return explain(path, err)
	} else if taken {
		return fault(Exists, path, nil, "There is already a file %s. It was left as it is and nothing was saved there; choose another name.", filepath.Base(path))
	}
	temp := path + ".part"
	if err := l.copyWithQueue(temp); err != nil {
		if err := errors.Join(remove(temp), l.copyOpen(temp)); err != nil {
			return errors.Join(explain(path, err), remove(temp))
		}
	}
	return explain(path, publish(temp, path))
}

// copyWithQueue copies the file and writes into the copy what waits in memory.
func (l *Library) copyWithQueue(temp string) error {
	l.eye.Lock()
	defer l.eye.Unlock()
	if l.read == nil {
		return fault(Failed, l.path, nil, "The library %s is closed.", filepath.Base(l.path))
	}
	return safely(func() error {
		if err := pack(l.read, temp, ""); err != nil {
			return err
		}
		if l.writer == nil {
			return nil
		}
		c, err := connect(temp, writing, "")
		if err != nil {
			return err
		}
		place, err := c.integer(newestPlace)
		if err == nil {
			err = (commit{conn: c, confidential: l.opt.Confidential, nextPlace: &place, held: l.held.has}).write(l.writer.unsaved())
		}
		if err = errors.Join(err, c.finish()); err != nil {
			return err
		}
		return verify(temp)
	})
}

// copyOpen writes the open workshops into a new library.
func (l *Library) copyOpen(temp string) error {
	s := &salvage{rows: map[key]workshop.Row{}, blobs: map[string][]byte{}}
	if l.writer != nil {
		s.blobs = l.writer.unsaved().blobs
	}
	l.mu.Lock()
	open := make([]*workshop.Session, 0, len(l.sessions))
	for _, session := range l.sessions {
		open = append(open, session)
	}
	l.mu.Unlock()
	for _, session := range open {
		var err error
		session.Read(func(w *workshop.Workshop) { err = s.takeAll(w) })
		if err != nil {
			return err
		}
	}
	if len(s.rows) == 0 {
		return fault(Failed, l.path, nil, "No workshop is open, and the library %s cannot be read. Nothing was changed; connect its disk again.", filepath.Base(l.path))
	}
	_, err := s.build(temp, Options{AnyPlace: true, Author: l.opt.Author, Confidential: l.opt.Confidential})
	return err
}

func (s *salvage) takeAll(w *workshop.Workshop) error {
	for _, kind := range workshop.Kinds {
		for _, r := range w.Records(kind) {
			doc, err := json.Marshal(r)
			if err != nil {
				return err
			}
			id := workshop.IDOf(r)
			s.rows[key{w.ID, id}] = workshop.Row{Kind: kind, ID: id, Alive: true, Doc: string(doc)}
		}
	}
	return nil
}
