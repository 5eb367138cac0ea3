package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// holder is who has a library open for writing, as the lock file says.
type holder struct {
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func (h holder) String() string {
	if h.PID == 0 {
		return "by another instance"
	}
	return fmt.Sprintf("on %s, process %d, since %s", h.Host, h.PID, h.Since.Local().Format("2006-01-02 15:04"))
}

// lock is held as long as a library is open for writing. The system gives it
// back when the process ends, however it ends, so that a lock left behind by a
// dead process stops nobody; the text in the file only says who it is.
type lock struct{ file *os.File }

// errHeld says that another instance has the lock.
var errHeld = errors.New("held by another instance")

// grace is how long a lock is waited for: a command that only reads has the
// library for a moment, and should not make the window open it for reading.
const grace = 400 * time.Millisecond

// acquire takes the lock file beside the library. With errHeld it says who has it.
func acquire(path string, now time.Time) (*lock, holder, error) {
	for end := time.Now().Add(grace); ; time.Sleep(20 * time.Millisecond) {
		l, who, err := try(path, now)
		if !errors.Is(err, errHeld) || time.Now().After(end) {
			return l, who, err
		}
	}
}

func try(path string, now time.Time) (*lock, holder, error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, holder{}, err
	}
	if err := lockFile(f); err != nil {
		var h holder
		if errors.Is(err, errHeld) {
			// Not to know who is no reason to fail: they may be just writing it.
			_ = json.NewDecoder(f).Decode(&h)
		}
		return nil, h, errors.Join(err, f.Close())
	}
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	b, err := json.Marshal(holder{Host: host, PID: os.Getpid(), Since: now})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(b, 0)
	}
	if err != nil && !errors.Is(err, syscall.ENOSPC) { // the lock holds, whether or not there is room to say whose it is
		return nil, holder{}, errors.Join(err, f.Close())
	}
	return &lock{f}, holder{}, nil
}

// release gives the lock back. The file stays: to delete it would let two
// instances lock two files of one name.
func (l *lock) release() error {
	return errors.Join(l.file.Truncate(0), l.file.Close())
}
