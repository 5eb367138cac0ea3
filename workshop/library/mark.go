package library

import (
	"path/filepath"

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

// allThere makes sure that the library holds all that its last user was told
// was saved, and says whether it can be sure of that. A copy, or a backup that
// was brought back, is another device, and knows nothing of it.
func (l *Library) allThere() (sure bool, err error) {
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
	return false, fault(Damaged, l.path, nil, "The library %s lacks what was saved last: its log, the file that ends in -wal, is missing or was cut off. It was left as it is; put the log back, restore the last backup, or save what can be read.", filepath.Base(l.path))
}
