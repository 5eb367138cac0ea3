package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// Restore puts the library in the file from in the place of the library to. It
// reads all of from first; the library that was at to, if any, stays beside it
// under a dated name, which is returned. The restored library is a new device,
// since its numbers may have been used again after it was backed up.
func Restore(from, to string) (kept string, err error) {
	now := time.Now()
	if from, err = fileOf(from); err != nil {
		return "", err
	}
	if to, err = fileOf(to); err != nil {
		return "", err
	}
	if err := inspect(from); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return "", fault(NotFound, from, err, "There is no file %s. Nothing was changed; choose another backup.", from)
		}
		return "", explain(from, err)
	}
	if err := folder(to); err != nil {
		return "", err
	}
	if err := suitable(to); err != nil {
		return "", err
	}
	held, who, err := acquire(to, now)
	if errors.Is(err, errHeld) {
		return "", fault(InUse, to, err, "The library is open %s. Nothing was changed; close it and restore again.", who)
	}
	if err != nil {
		return "", explain(to, err)
	}
	defer func() { err = errors.Join(err, held.release(true)) }()
	work, err := os.MkdirTemp(filepath.Dir(to), ".nemawashi-")
	if err != nil {
		return "", explain(to, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	var whole string
	err = safely(func() error {
		var err error
		whole, err = extract(from, work)
		return err
	})
	if err != nil {
		return "", explain(from, err)
	}
	if kept, err = setAside(to, now); err != nil {
		return "", explain(to, err)
	}
	if err := os.Rename(whole, to); err != nil {
		return kept, explain(to, err)
	}
	return kept, explain(to, syncFolder(filepath.Dir(to)))
}

// extract makes a verified copy of the library in from, which may be a backup
// or a library that is in use, in the folder work, as a new device.
func extract(from, work string) (string, error) {
	copied, err := snapshot(from, work)
	if err != nil {
		return "", err
	}
	c, err := connect(copied, writing, "")
	if err != nil {
		return "", err
	}
	has, err := c.integer("PRAGMA user_version")
	if err == nil && has > version {
		err = fault(Newer, from, nil, "The backup %s was written by a newer version of Nemawashi. Nothing was changed; install the newer version to restore it.", filepath.Base(from))
	}
	if err == nil {
		err = c.transact(func() error {
			return errors.Join(c.set("device", newDevice()), c.run("DELETE FROM meta WHERE name='home'"))
		})
	}
	if err == nil {
		_, _, err = c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
	}
	if err = errors.Join(err, c.close()); err != nil {
		return "", err
	}
	return copied, errors.Join(verify(copied), syncFile(copied))
}

// setAside gives the library at path, damaged or not, a second, dated name
// together with its log, and takes the log away from the first: the log of one
// library beside another would ruin that.
func setAside(path string, now time.Time) (string, error) {
	found, err := exists(path)
	if err != nil || !found {
		return "", err
	}
	kept := freeName(strings.TrimSuffix(path, filepath.Ext(path)) + "-before-restore-" + now.Format(stampForm))
	for _, suffix := range []string{"-wal", ""} {
		err := os.Link(path+suffix, kept+suffix)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			err = copyFile(path+suffix, kept+suffix)
			if err == nil {
				err = syncFile(kept + suffix)
			}
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", errors.Join(err, remove(kept))
		}
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return "", err
	}
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return kept, syncFolder(filepath.Dir(path))
}
