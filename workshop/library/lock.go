package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// holder is who has a library open for writing, as the lock file says, and how
// far they had got.
type holder struct {
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
	mark
	reach
}

func (h holder) String() string {
	if h.PID == 0 {
		return "by another instance"
	}
	return fmt.Sprintf("on %s, process %d, since %s", h.Host, h.PID, h.Since.Local().Format("2006-01-02 15:04"))
}

// lock is held as long as a library is open for writing. The system gives it
// back when the process ends, however it ends, so that a lock left behind by a
// dead process stops nobody; the text in the file only says who it is, and how
// much was on the disk.
type lock struct {
	file *os.File
	text holder
	left mark // what the text said before, zero after a normal end

	reached reach // of left
}

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
	held := lockFile(f)
	// Not to know who is, or was, no reason to fail: they may be just writing it.
	var was holder
	if err := json.NewDecoder(f).Decode(&was); err != nil {
		was = holder{}
	}
	if held != nil {
		return nil, was, errors.Join(held, f.Close())
	}
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	l := &lock{file: f, left: was.mark, reached: was.reach, text: holder{Host: host, PID: os.Getpid(), Since: now, mark: was.mark, reach: was.reach}}
	if err := l.write(); err != nil && !errors.Is(err, syscall.ENOSPC) { // the lock holds, whether or not there is room to say whose it is
		return nil, holder{}, errors.Join(err, f.Close())
	}
	return l, holder{}, nil
}

// lockText is how long the text is, with blanks at its end: one sector, which a
// disk writes whole or not at all.
const lockText = 512

func (l *lock) write() error {
	b, err := json.Marshal(l.text)
	if err != nil {
		return err
	}
	if len(b) > lockText {
		return fmt.Errorf("the lock's text has %d bytes, there is room for %d", len(b), lockText)
	}
	_, err = l.file.WriteAt(append(b, bytes.Repeat([]byte(" "), lockText-len(b))...), 0)
	return err
}

// note says how much is on the disk. It is not synced: it is written after what
// it speaks of, so it may lag behind that and never runs ahead.
func (l *lock) note(m mark, r reach) {
	l.text.mark, l.text.reach, l.left = m, r, mark{}
	// What cannot be noted is not looked for later; nothing else depends on it.
	_ = l.write()
}

// release gives the lock back. The file stays: to delete it would let two
// instances lock two files of one name. After an end that was not the normal
// one its mark stays too.
func (l *lock) release(normal bool) error {
	l.text.Host, l.text.PID = "", 0
	if normal {
		return errors.Join(l.file.Truncate(0), l.file.Close())
	}
	_ = l.write() // it says the same already, but for a process that is no more
	return l.file.Close()
}
