package library

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"nemawashi.app/workshop"
)

// Options are how a library is opened. The zero value is what the desktop app
// uses, but for Author and Confidential.
type Options struct {
	ReadOnly bool
	Now      func() time.Time   // time.Now by default
	NewID    func() workshop.ID // UUIDv7 by default
	Author   string             // who works here, as the log of changes names them
	// Confidential says which cells of a template's canvas are judgements.
	Confidential func(canvas, cell string) bool
}

// Library is an open library. Its methods may be called from several
// goroutines.
type Library struct {
	path   string
	opt    Options
	device string
	clock  *workshop.Clock
	seq    atomic.Int64
	notice string
	writer *writer // nil when reading only
	pen    *conn   // of the writer's goroutine
	place  int64   // of the newest text in the index
	acked  int64   // newest number of this device known to be on the disk

	eye  sync.Mutex // guards reader
	read *conn

	mu       sync.Mutex // guards sessions
	sessions map[workshop.ID]*workshop.Session
}

// Open opens the library at path, or makes a new one there. Where the library
// can be read but not written it is open for reading, and [Library.Notice]
// says why. All errors are an [*Error].
func Open(path string, o Options) (*Library, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = func() workshop.ID { return workshop.ID(uuid.Must(uuid.NewV7()).String()) }
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, explain(path, err)
	}
	l := &Library{path: path, opt: o, sessions: map[workshop.ID]*workshop.Session{}}
	if err := l.open(); err != nil {
		l.letGo()
		return nil, explain(path, err)
	}
	return l, nil
}

func (l *Library) open() error {
	if _, err := os.Stat(l.path); errors.Is(err, fs.ErrNotExist) {
		if err := create(l.path); err != nil {
			return err
		}
	}
	if !l.opt.ReadOnly {
		if err := l.openPen(); err != nil {
			return err
		}
	}
	if err := l.openEye(); err != nil {
		return err
	}
	last, err := l.position()
	if err != nil {
		return err
	}
	l.clock = workshop.NewClock(l.opt.Now, l.device, last)
	if l.pen != nil {
		l.writer = startWriter(l.store)
	}
	return nil
}

// position reads where this device had got to.
func (l *Library) position() (workshop.Stamp, error) {
	var last workshop.Stamp
	var err error
	if l.device, err = l.read.text("SELECT value FROM meta WHERE name='device'"); err != nil {
		return last, err
	}
	stamp, err := l.read.text("SELECT value FROM meta WHERE name='stamp'")
	if err != nil {
		return last, err
	}
	if stamp != "" {
		if err := last.UnmarshalText([]byte(stamp)); err != nil {
			return last, err
		}
	}
	seq, err := l.read.integer("SELECT coalesce(max(seq), 0) FROM change WHERE device=?", l.device)
	if err != nil {
		return last, err
	}
	l.seq.Store(seq)
	l.acked = seq
	l.place, err = l.read.integer("SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1")
	return last, err
}

// openPen opens the writing connection and makes sure that what it will write
// is found again after a power cut: the log of a library is a file of its own,
// which the first write makes, and its entry in the folder has to be synced.
func (l *Library) openPen() error {
	c, err := connect(l.path, writing)
	if err != nil {
		return err
	}
	if err := c.run("INSERT INTO meta(name, value) VALUES('opened', ?) ON CONFLICT DO UPDATE SET value=excluded.value", time.Now().UTC().Format(time.RFC3339Nano)); err != nil {
		c.close()
		return err
	}
	if err := syncFolder(filepath.Dir(l.path)); err != nil {
		c.close()
		return err
	}
	l.pen = c
	return nil
}

func (l *Library) openEye() error {
	c, err := connect(l.path, reading)
	if err != nil {
		return err
	}
	l.read = c
	return nil
}

// create makes an empty library beside path and then gives it its name, so
// that a file at path is always a whole library.
func create(path string) error {
	temp := path + ".new"
	if err := remove(temp); err != nil {
		return err
	}
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	f.Close()
	c, err := connect(temp, writing)
	if err != nil {
		return err
	}
	err = c.EnableChecksums("main")
	if err == nil {
		err = c.transact(func() error {
			if err := c.Exec(schema); err != nil {
				return err
			}
			if err := c.Exec(fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, version)); err != nil {
				return err
			}
			return c.run("INSERT INTO meta(name, value) VALUES('device', ?), ('stamp', ''), ('created', ?)",
				newDevice(), time.Now().UTC().Format(time.RFC3339))
		})
	}
	if e := c.close(); err == nil {
		err = e
	}
	if err != nil {
		return errors.Join(err, remove(temp))
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	if err := os.Link(temp, path); err != nil && !errors.Is(err, fs.ErrExist) {
		if err := os.Rename(temp, path); err != nil {
			return err
		}
	}
	return errors.Join(remove(temp), syncFolder(filepath.Dir(path)))
}

// newDevice is a random name for this library's log: 65 bits in base 32.
func newDevice() string { return rand.Text()[:13] }

// remove deletes a temporary database and its companions.
func remove(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// store commits a queue on the writer's goroutine. After an error the
// connection is not used again: what the system still holds of a failed write
// is not to be trusted.
func (l *Library) store(q *queue) error {
	if l.pen == nil {
		if err := l.reopen(); err != nil {
			return explain(l.path, err)
		}
	}
	place := l.place
	err := commit{conn: l.pen, confidential: l.opt.Confidential, nextPlace: &place}.write(q)
	if err != nil {
		l.pen.close()
		l.pen = nil
		return explain(l.path, err)
	}
	l.place = place
	for _, c := range q.changes {
		if c.Device == l.device {
			l.acked = max(l.acked, c.Seq)
		}
	}
	return nil
}

// reopen takes up writing after an error. The log is emptied into the library
// and begun anew, since parts of it may be in the system's memory only, and
// what was reported as saved is looked for.
func (l *Library) reopen() error {
	if err := l.openPen(); err != nil {
		return err
	}
	err := func() error {
		if _, _, err := l.pen.WALCheckpoint("main", checkpointTruncate); err != nil {
			return err
		}
		seq, err := l.pen.integer("SELECT coalesce(max(seq), 0) FROM change WHERE device=?", l.device)
		if err != nil {
			return err
		}
		if seq < l.acked {
			return fault(Damaged, l.path, nil, "The library %s has lost changes that were saved. It was left as it is; what is open here is still in memory: save a copy elsewhere.", filepath.Base(l.path))
		}
		l.place, err = l.pen.integer("SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1")
		return err
	}()
	if err != nil {
		l.pen.close()
		l.pen = nil
	}
	return err
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly says whether nothing can be changed here.
func (l *Library) ReadOnly() bool { return l.writer == nil }

// Notice is a sentence for the user on how the library was opened, "" when
// there is nothing to say.
func (l *Library) Notice() string { return l.notice }

// Status is the state of saving.
func (l *Library) Status() Status {
	if l.writer == nil {
		return Status{State: Static}
	}
	return l.writer.status()
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
func (l *Library) Close() error {
	if l.writer != nil {
		if err := l.writer.stop(); err != nil {
			return err
		}
	}
	return explain(l.path, l.letGo())
}

func (l *Library) letGo() error {
	l.eye.Lock()
	defer l.eye.Unlock()
	var err error
	if l.read != nil {
		err = l.read.close()
		l.read = nil
	}
	if l.pen != nil {
		err = errors.Join(err, l.pen.close())
		l.pen = nil
	}
	return err
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
	return explain(l.path, f(l.read))
}
