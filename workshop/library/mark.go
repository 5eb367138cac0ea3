package library

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// mark is how much of a library is on the disk: how often this device has
// saved. The library counts that itself, and the lock file beside it repeats it
// as long as the library is open. A library without its log, or with an end of
// it gone, is as sound as one that was never written further; only from the
// mark it can be told that it had been.
type mark struct {
	Device string `json:"device,omitempty"`
	Saves  int64  `json:"saves,omitempty"`
}

// markOf is the library's own count.
func markOf(c *conn) (mark, error) {
	var m mark
	err := c.each("SELECT name, value FROM meta WHERE name IN ('device', 'saves')", nil, func(s *sqlite3.Stmt) error {
		if s.ColumnText(0) == "device" {
			m.Device = s.ColumnText(1)
		} else {
			m.Saves = s.ColumnInt64(1)
		}
		return nil
	})
	return m, err
}

// reach is how far the log of changes went at a mark: the number of this
// device's newest change, and when it was saved. It says how much is missing
// where the library has less; whether it has less is the mark's business.
type reach struct {
	Change int64     `json:"change,omitempty"`
	At     time.Time `json:"at,omitzero"`
}

// allThere makes sure that the library holds all that its last user was told
// was saved, and says whether it can be sure of that. A copy, or a backup that
// was brought back, is another device, and knows nothing of it. The log beside
// the library is known to be damaged or not.
func (l *Library) allThere(damaged bool) (sure bool, err error) {
	if l.lock == nil || l.lock.left.Device == "" {
		return false, nil
	}
	has, err := markOf(l.read)
	if err != nil || has.Device != l.lock.left.Device {
		return false, err
	}
	if has.Saves >= l.lock.left.Saves {
		return true, nil
	}
	seq, err := l.read.integer("SELECT coalesce(max(seq), 0) FROM change WHERE device=?", has.Device)
	if err != nil {
		return false, err
	}
	how := "is missing or was cut off"
	if damaged {
		how = "is damaged"
	}
	return false, fault(Damaged, l.path, nil, "The library %s lacks %s: its log, the file that ends in -wal, %s. It was left as it is; put the log back, restore the last backup, or save what can be read.",
		filepath.Base(l.path), l.lock.reached.lacking(l.lock.left.Saves-has.Saves, seq), how)
}

// lacking says what a library lacks that has been saved some times less, and
// has changes up to seq.
func (r reach) lacking(saves, seq int64) string {
	out := counted(saves, "its last save", "its last %d saves")
	if n := r.Change - seq; n > 0 {
		out = counted(n, "its last change", "its last %d changes")
	}
	if !r.At.IsZero() {
		out += ", made up to " + r.At.Local().Format("2006-01-02 15:04")
	}
	return out
}

func counted(n int64, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}
