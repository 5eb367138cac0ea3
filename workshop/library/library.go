package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"nemawashi.app/workshop"
)

// Library is an open library. Its methods may be called from several
// goroutines.
type Library struct {
	path    string
	opt     Options
	device  string
	clock   *workshop.Clock
	seq     atomic.Int64
	acked   atomic.Int64 // newest number of this device known to be on the disk
	saves   int64        // how often was saved, the writer's
	notice  string
	unclean bool        // the last use did not end in the normal way
	fixed   bool        // nobody can write to the file
	temp    string      // folder of a copy that is read instead, "" for none
	lock    *lock       // nil when reading only
	writer  *writer     // nil when reading only
	pen     *conn       // the writer's, used on its goroutine
	file    os.FileInfo // of the file that pen writes
	opened  string      // what the file knows of its last openings, see ownLog
	base    string
	place   int64 // of the newest text in the index, the writer's

	source string     // what is read: path, or a copy of it
	sight  access     // how
	eye    sync.Mutex // guards read
	read   *conn

	held held // pictures of this run

	mu       sync.Mutex // guards sessions
	sessions map[workshop.ID]*workshop.Session
}

// store commits a queue on the writer's goroutine. After an error the
// connection is not used again: what the system still holds of a failed write
// is not to be trusted.
func (l *Library) store(q *queue) error {
	err := safely(func() error {
		if l.pen == nil {
			if err := l.reopen(); err != nil {
				return err
			}
		}
		place := l.place
		if err := (commit{conn: l.pen, confidential: l.opt.Confidential, nextPlace: &place, saves: l.saves + 1, held: l.held.has}).write(q); err != nil {
			return err
		}
		l.place = place
		if len(q.scrubs) > 0 {
			if err := l.wipe(); err != nil {
				return err
			}
		} else if q.erases() {
			if err := l.pen.settle(); err != nil {
				return err
			}
		}
		return l.inPlace()
	})
	if err != nil {
		if l.pen != nil {
			// The first error says what happened; closing may fail for the same reason.
			_ = safely(l.pen.close)
			l.pen = nil
		}
		return explain(l.path, err)
	}
	l.saves++
	for _, c := range q.changes {
		if c.Device == l.device {
			l.acked.Store(max(l.acked.Load(), c.Seq))
		}
	}
	l.lock.note(mark{l.device, l.saves}, reach{l.acked.Load(), l.opt.Now()})
	return nil
}

// inPlace says whether the file that is open for writing still has its name:
// what is written to a file that was moved or deleted would not be found again.
func (l *Library) inPlace() error {
	now, err := os.Stat(l.path)
	if err == nil && os.SameFile(now, l.file) {
		return nil
	}
	return fault(Moved, l.path, err, "The library %s has been moved or deleted while it was open. What is open here is kept in memory; put the library back.", filepath.Base(l.path))
}

// sameLibrary makes sure that no other library has taken the place of this one
// before anything is written there. The log that lies beside it is still this
// one's, and SQLite would carry it over into the other.
func (l *Library) sameLibrary() error {
	if now, err := os.Stat(l.path); err == nil && os.SameFile(now, l.file) {
		return nil
	}
	known, err := openedAlone(l.path)
	if err == nil && known != "" && (known == l.opened || known == l.base) {
		return nil // brought back as a copy, or on a disk that was connected again
	}
	return fault(Moved, l.path, err, "In the place of the library %s is another one now, which was left as it is. What is open here is kept in memory; put the library back.", filepath.Base(l.path))
}

// reopen takes up writing after an error. The log is carried over into the
// library and begun anew, since parts of it may be in the system's memory only,
// and what was reported as saved is looked for.
func (l *Library) reopen() error {
	if err := inspect(l.path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return l.inPlace()
		}
		return err
	}
	if err := l.sameLibrary(); err != nil {
		return err
	}
	if err := l.openPen(true); err != nil {
		return err
	}
	err := func() error {
		seq, err := l.pen.integer("SELECT coalesce(max(seq), 0) FROM change WHERE device=?", l.device)
		if err != nil {
			return err
		}
		has, err := markOf(l.pen)
		if err != nil {
			return err
		}
		if seq < l.acked.Load() || has.Saves < l.saves {
			return fault(Damaged, l.path, nil, "The library %s has lost changes that were saved. It was left as it is; what is open here is still in memory: make a backup in another place.", filepath.Base(l.path))
		}
		l.place, err = l.pen.integer(newestPlace)
		return err
	}()
	if err != nil {
		err = errors.Join(err, l.pen.close())
		l.pen = nil
	}
	return err
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly says whether nothing can be changed here; [Library.Notice] says why.
func (l *Library) ReadOnly() bool { return l.writer == nil }

// Notice is a sentence for the user on how the library was opened, "" when
// there is nothing to say.
func (l *Library) Notice() string { return l.notice }

// Unclean says that the last use did not end in the normal way. Nothing that
// was reported as saved is lost by that; a [Library.Check] in the background
// makes sure.
func (l *Library) Unclean() bool { return l.unclean }

// Status is the state of saving.
func (l *Library) Status() Status {
	if l.writer == nil {
		return Status{State: Static, Through: l.acked.Load()}
	}
	through := l.acked.Load() // before the state, so that it never says more than that
	s := l.writer.status()
	s.Through = through
	return s
}

// OnStatus calls f whenever the state of saving has changed, on the writer's
// goroutine, until cancel is called.
func (l *Library) OnStatus(f func(Status)) (cancel func()) {
	if l.writer == nil {
		return func() {}
	}
	return l.writer.onStatus(f)
}

// Flush brings everything to the disk now. When it returns nil, all changes
// made before are durable; otherwise the error says why they are not, and they
// stay in memory and are tried again.
func (l *Library) Flush() error {
	if l.writer == nil {
		return nil
	}
	return l.writer.flush()
}

// Close saves what is left and lets go of the file. When saving fails the
// library stays open, so that nothing is lost, and the error is an [*Error].
// Sessions must not be used after it; closing twice does nothing.
func (l *Library) Close() error {
	if l.writer != nil {
		if err := l.writer.stop(); err != nil {
			return fault(Unsaved, l.path, err, "Not everything could be saved, so the library stays open. %s", err)
		}
	}
	return explain(l.path, l.letGo())
}

func (l *Library) letGo() error {
	l.eye.Lock()
	defer l.eye.Unlock()
	var errs []error
	if l.read != nil {
		errs = append(errs, safely(l.read.close))
		l.read = nil
	}
	if l.pen != nil {
		errs = append(errs, safely(l.pen.close))
		l.pen = nil
	}
	if l.temp != "" {
		errs = append(errs, os.RemoveAll(l.temp))
		l.temp = ""
	}
	return errors.Join(append(errs, l.unlock())...)
}

// look runs a query on the reading connection. It sees everything that was
// done before, unless the disk refuses to take it.
func (l *Library) look(f func(*conn) error) error {
	if l.writer != nil && !l.writer.idle() {
		// An error is in the status already; what is on the disk can be read.
		_ = l.writer.flush()
	}
	l.eye.Lock()
	defer l.eye.Unlock()
	if l.read == nil {
		return fault(Failed, l.path, nil, "The library %s is closed.", filepath.Base(l.path))
	}
	return explain(l.path, safely(func() error { return f(l.read) }))
}
