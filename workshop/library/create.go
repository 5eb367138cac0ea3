package library

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// create makes an empty library beside path and then gives it its name, so
// that a file at path is always a whole library.
func create(path string) error {
	temp := path + ".new"
	if err := remove(temp); err != nil {
		return err
	}
	if err := build(temp); err != nil {
		return errors.Join(err, remove(temp))
	}
	return publish(temp, path)
}

// build writes an empty library into a new file.
func build(temp string) error {
	if err := newFile(temp); err != nil {
		return err
	}
	c, err := connect(temp, blank, "")
	if err != nil {
		return err
	}
	err = c.EnableChecksums("main")
	if err == nil {
		err = c.transact(func() error {
			if err := c.Exec(schema + fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d;", applicationID, version)); err != nil {
				return err
			}
			begun := time.Now().UTC()
			now := begun.Format(time.RFC3339Nano)
			for _, m := range [][2]string{{"device", newDevice()}, {"stamp", ""}, {"created", now}, {"opened", begun.Format(time.RFC3339Nano)}, {"reads", "1"}, {"derived", strconv.Itoa(derived)}} {
				if err := c.set(m[0], m[1]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return errors.Join(err, c.finish())
}

// finish carries the log over into the file and closes it. SQLite does that by
// itself when it closes a file, but says nothing where the disk refuses it.
func (c *conn) finish() error {
	_, _, err := c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
	return errors.Join(err, c.close())
}

// newFile makes an empty file that nobody else may read: what goes in is about people.
func newFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// publish gives a finished file its name, which must not be taken, and makes
// both durable.
func publish(temp, path string) error {
	err := syncFile(temp)
	if err == nil && logged(temp) {
		err = fmt.Errorf("the log of %s was not carried over", filepath.Base(temp))
	}
	if err == nil {
		err = settle(temp, path)
	}
	if err != nil {
		return errors.Join(err, remove(temp))
	}
	return syncFolder(filepath.Dir(path))
}

// settle is a rename that does not replace. Where there are no hard links it
// looks first; nobody but this app uses these names.
func settle(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil {
		return os.Remove(temp)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	found, e := exists(path)
	if e != nil {
		return e
	}
	if found {
		return fs.ErrExist
	}
	return os.Rename(temp, path)
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
