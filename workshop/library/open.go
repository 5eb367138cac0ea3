package library

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Options are how a library is opened. The zero value is what the desktop app
// uses, but for Author and Confidential.
type Options struct {
	ReadOnly bool
	AnyPlace bool               // also in folders that are synced, remote or removable
	Now      func() time.Time   // time.Now by default
	NewID    func() workshop.ID // UUIDv7 by default
	Author   string             // who works here, as the log of changes names them
	// Confidential says which cells of a template's canvas are judgements.
	Confidential func(canvas, cell string) bool

	// What a test puts between the library and the system, to let it fail.
	vfs        string             // SQLite's way to files, "" for the driver's own
	syncFolder func(string) error // nil for the system's
}

// Open opens the library at path, or makes a new one there. Where the library
// can be read but not written (another instance has it, the medium allows no
// writing, a newer version wrote it) it is open for reading, and
// [Library.Notice] says why. All errors are an [*Error]; whatever the error,
// the file is as it was.
func Open(path string, o Options) (*Library, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = func() workshop.ID { return workshop.ID(uuid.Must(uuid.NewV7()).String()) }
	}
	if o.syncFolder == nil {
		o.syncFolder = syncFolder
	}
	path, err := fileOf(path)
	if err != nil {
		return nil, err
	}
	l := &Library{path: path, opt: o, sessions: map[workshop.ID]*workshop.Session{}}
	if err := safely(l.open); err != nil {
		return nil, errors.Join(explain(path, err), l.letGo())
	}
	return l, nil
}

func (l *Library) open() error {
	if err := l.prepare(); err != nil {
		return err
	}
	found, err := exists(l.path)
	if err != nil {
		return err
	}
	switch {
	case found:
		if err := inspect(l.path); err != nil {
			return err
		}
	case l.lock == nil:
		return l.cannotMake()
	default:
		if err := create(l.path); err != nil {
			return err
		}
	}
	l.unclean = logged(l.path) && l.lock != nil
	var doubted error // what the log itself says
	begunAnew := false
	if l.unclean {
		begunAnew, doubted = inspectLog(l.path)
	}
	if err := l.openEye(); err != nil {
		return cmp.Or(doubted, err)
	}
	if l.unclean {
		if err := l.ownLog(); err != nil {
			return err
		}
	}
	if sure, err := l.allThere(doubted != nil); err != nil || doubted != nil && !(sure && begunAnew) {
		return cmp.Or(err, doubted)
	}
	if err := l.fitVersion(); err != nil {
		return err
	}
	if l.lock != nil {
		if err := l.takePen(); err != nil {
			return err
		}
	}
	last, err := l.position()
	if err != nil {
		return err
	}
	l.clock = workshop.NewClock(l.opt.Now, l.device, last)
	if l.pen != nil {
		l.lock.note(mark{l.device, l.saves}, reach{l.acked.Load(), l.opt.Now()})
		l.writer = startWriter(l.store)
	}
	return nil
}

// prepare checks the place and takes the lock, or notes why there is none.
func (l *Library) prepare() error {
	if err := folder(l.path); err != nil {
		return err
	}
	if err := inspect(l.path); errors.Is(err, &Error{Code: NotALibrary}) {
		return err // without a lock file beside what is none of ours
	}
	if l.opt.ReadOnly {
		return nil
	}
	if !l.opt.AnyPlace {
		if err := suitable(l.path); err != nil {
			return err
		}
	}
	lock, who, err := acquire(l.path, l.opt.Now())
	switch {
	case err == nil:
		l.lock = lock
	case errors.Is(err, errHeld):
		l.notice = fmt.Sprintf("The library is already open %s. Nothing was changed; here it is open for reading only. Close that one and start again to work on it here.", who)
	case unwritable(err):
		l.fixed = true
		l.notice = mediumNotice
	default:
		return err
	}
	return nil
}

// Why a library is open for reading only.
const (
	mediumNotice = "The library is in a place that allows no writing. Nothing was changed; it is open for reading only: copy it to a folder on this computer to work on it."
	fullNotice   = "The disk with the library is full. Nothing was changed; it is open for reading only: make room and open it again."
)

// cannotMake says why there is no library and none is made.
func (l *Library) cannotMake() error {
	name := filepath.Base(l.path)
	switch {
	case l.fixed:
		return fault(NotFound, l.path, nil, "There is no library %s, and its folder allows no writing. Nothing was changed; choose a folder on this computer.", name)
	case l.opt.ReadOnly:
		return fault(NotFound, l.path, nil, "There is no library %s to read. Nothing was changed; choose another file.", name)
	}
	return fault(InUse, l.path, nil, "The library %s is just being made by another instance. Nothing was changed; try again in a moment.", name)
}

func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// openEye opens the connection that lists, searches and loads. Where SQLite
// may not put its shared files beside the library, nobody else can be writing:
// the file is then read as it is, or, with a log that has not been carried
// over, as a copy.
func (l *Library) openEye() error {
	c, err := connect(l.path, reading, l.opt.vfs)
	if err != nil && l.lock != nil && errors.Is(explain(l.path, err), &Error{Code: NoSpace}) {
		if err := l.giveUpWriting(fullNotice); err != nil {
			return err
		}
	}
	if err != nil && l.lock == nil && !damaging(err) {
		l.fixed = true
	}
	l.source, l.sight = l.path, reading
	if !l.fixed {
		l.read = c
		return err
	}
	if err == nil {
		if err := c.close(); err != nil {
			return err
		}
	}
	l.sight = immutable
	if logged(l.path) {
		if l.temp, err = os.MkdirTemp("", "nemawashi-"); err != nil {
			return err
		}
		if l.source, err = snapshot(l.path, l.temp); err != nil {
			return err
		}
		l.sight = reading
	}
	l.read, err = connect(l.source, l.sight, l.opt.vfs)
	return err
}

// takePen opens the writing connection. That the system protects the file from
// writing, or has no room for a log, is found out only now.
func (l *Library) takePen() error {
	err := l.openPen(false)
	switch said := explain(l.path, err); {
	case errors.Is(said, &Error{Code: ReadOnly}):
		return l.giveUpWriting(mediumNotice)
	case errors.Is(said, &Error{Code: NoSpace}):
		return l.giveUpWriting(fullNotice)
	}
	return err
}

// giveUpWriting goes on for reading only, and says why.
func (l *Library) giveUpWriting(notice string) error {
	l.notice = notice
	return l.unlock()
}

// fitVersion brings an older library up to date after a backup of it, and
// leaves a newer one for reading.
func (l *Library) fitVersion() error {
	has, err := l.read.integer("PRAGMA user_version")
	if err != nil {
		return err
	}
	name := filepath.Base(l.path)
	switch {
	case has == version:
		return l.fitDerived()
	case has < 1:
		return fault(Damaged, l.path, nil, "The library %s is damaged: it has no version. It was left as it is; restore the last backup.", name)
	case has < version:
		return l.migrate(int(has))
	}
	reads, err := l.read.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name='reads'")
	if err != nil || reads == 0 || reads > version {
		return fault(Newer, l.path, err, "The library %s was written by a newer version of Nemawashi. It was left as it is; install the newer version to open it.", name)
	}
	return l.giveUpWriting("The library was written by a newer version of Nemawashi. Nothing was changed; it is open for reading only: install the newer version to work on it.")
}

// fitDerived brings up to date what an earlier build of this version made of the
// records. Who may only read sees it as that build left it.
func (l *Library) fitDerived() error {
	stale, err := l.read.stale()
	if err != nil || !stale {
		return err
	}
	narrow, err := l.read.narrow()
	if err != nil || l.lock == nil && !narrow {
		return err
	}
	err = l.migrate(version)
	switch said := explain(l.path, err); {
	case narrow:
	case errors.Is(said, &Error{Code: ReadOnly}):
		return l.giveUpWriting(mediumNotice)
	case errors.Is(said, &Error{Code: NoSpace}):
		return l.giveUpWriting(fullNotice)
	}
	return err
}

func (l *Library) unlock() error {
	if l.lock == nil {
		return nil
	}
	// A log that is left is one that the next user has to find.
	err := l.lock.release(l.noted() && !logged(l.path))
	l.lock = nil
	return err
}

// noted says whether the mark in the lock file is of this use of the library.
func (l *Library) noted() bool { return l.lock.left == mark{} }

// position reads where this device had got to.
func (l *Library) position() (workshop.Stamp, error) {
	var last workshop.Stamp
	has, err := markOf(l.read)
	if err != nil {
		return last, err
	}
	l.device, l.saves = has.Device, has.Saves
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
	l.acked.Store(seq)
	l.place, err = l.read.integer(newestPlace)
	return last, err
}

// newestPlace is where the newest text stands in the index.
const newestPlace = "SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1"

// openPen opens the writing connection and makes sure that what it will write
// is found again after a power cut: the log of a library is a file of its own,
// which the first write makes, and its entry in the folder has to be synced.
//
// A library that has been copied, or moved to another computer, gets a new
// device id: two copies that number their changes alike could never be merged.
//
// With anew the log is carried over and begun anew before anything is written
// to it: where a write or a sync has failed, a transaction that does not count
// may stand at its end.
func (l *Library) openPen(anew bool) error {
	left := logged(l.path)
	c, err := connect(l.path, writing, l.opt.vfs)
	if err != nil {
		return err
	}
	if anew {
		if _, _, err := c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE); err != nil {
			return errors.Join(err, c.close())
		}
	}
	opened, known := "", ""
	err = c.transact(func() error {
		home, err := identity(l.path)
		if err != nil {
			return err
		}
		was, err := c.text("SELECT value FROM meta WHERE name='home'")
		if err != nil {
			return err
		}
		if was != home {
			if err := c.set("home", home); err != nil {
				return err
			}
			if was != "" {
				if err := c.set("device", newDevice()); err != nil {
					return err
				}
			}
		}
		base, err := c.text("SELECT value FROM meta WHERE name='opened'")
		if err != nil {
			return err
		}
		if left {
			if base, err = openedAlone(l.path); err != nil {
				base = "" // nothing is known of it
			}
		}
		if err := c.set("base", base); err != nil {
			return err
		}
		opened = time.Now().UTC().Format(time.RFC3339Nano)
		known = base
		return c.set("opened", opened)
	})
	if err == nil {
		err = l.opt.syncFolder(filepath.Dir(l.path))
	}
	if err == nil {
		l.file, err = os.Stat(l.path)
	}
	if err != nil {
		return errors.Join(err, c.close())
	}
	l.pen, l.opened, l.base = c, opened, known
	return nil
}

// set writes one value of the library's own.
func (c *conn) set(name, value string) error {
	return c.run("INSERT INTO meta(name, value) VALUES(?, ?) ON CONFLICT DO UPDATE SET value=excluded.value", name, value)
}

// identity tells this file on this computer from every copy of it.
func identity(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	return host + " " + fileNumber(info) + " " + path, nil
}
