package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The two generations of the copy that is kept on another disk.
const (
	newestCopy = " copy"
	copyBefore = " copy before"
)

// BackupTo brings the copy of the library in a folder on another disk, a stick
// for example, up to date, and returns its name. It is written beside the copies
// that are there, synced, read back from the disk and only then given its name;
// the one before is kept. At any moment one whole copy is there, under one of
// the two names. Copies of other libraries are left alone.
func (l *Library) BackupTo(folder string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", explain(folder, err)
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", fault(MissingFolder, folder, err, "The folder %s is not there. No copy was made; connect its disk or choose another folder.", folder)
	}
	if same, err := filepath.EvalSymlinks(folder); err == nil {
		if own, err := filepath.EvalSymlinks(filepath.Dir(l.path)); err == nil && own == same {
			return "", fault(Failed, folder, nil, "The folder %s is the library's own. No copy was made; choose a folder on another disk.", folder)
		}
	}
	if err := l.Flush(); err != nil {
		return "", err
	}
	var newest string
	err = safely(func() (err error) {
		newest, err = l.copyOver(folder)
		return err
	})
	if err == nil {
		return newest, nil
	}
	var e *Error
	switch {
	case errors.As(err, &e):
		return "", err
	case damaging(err):
		return "", explain(l.path, err)
	case errors.Is(explain(folder, err), &Error{Code: NoSpace}):
		return "", fault(NoSpace, folder, err, "The disk of %s has no room for another copy of the library. The copies that were there are as they were; make room there.", folder)
	}
	return "", fault(Failed, folder, err, "The copy in %s could not be made: %v. The copies that were there are as they were; choose another folder.", folder, plain(err))
}

func (l *Library) copyOver(folder string) (newest string, err error) {
	c, err := connect(l.source, l.sight, l.opt.vfs)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	origin, err := originOf(c)
	if err != nil {
		return "", err
	}
	base := l.copyName(folder, origin)
	newest, before := base+newestCopy+extension, base+copyBefore+extension
	temp := newest + ".part"
	defer func() {
		if err != nil {
			err = errors.Join(err, remove(temp))
		}
	}()
	if err := pack(c, temp, l.opt.vfs); err != nil {
		return "", err
	}
	if err := syncFile(temp); err != nil {
		return "", err
	}
	if err := forget(temp); err != nil {
		return "", err
	}
	if err := verify(temp); err != nil {
		return "", err
	}
	// A newest copy that is damaged must not push a whole one out.
	if taken, err := exists(newest); err != nil {
		return "", err
	} else if taken && (inspect(newest) == nil && verify(newest) == nil) {
		if err := os.Rename(newest, before); err != nil {
			return "", err
		}
		if err := syncFolder(folder); err != nil {
			return "", err
		}
	}
	if err := os.Rename(temp, newest); err != nil {
		return "", err
	}
	return newest, syncFolder(folder)
}

// copyName is the beginning of the copies' names: that of the library, with a
// number where another library of that name has its copies there.
func (l *Library) copyName(folder, origin string) string {
	first := filepath.Join(folder, strings.TrimSuffix(filepath.Base(l.path), filepath.Ext(l.path)))
	for i := 1; ; i++ {
		base := first
		if i > 1 {
			base = fmt.Sprintf("%s %d", first, i)
		}
		theirs := false
		for _, name := range []string{newestCopy, copyBefore} {
			path := base + name + extension
			if taken, err := exists(path); err != nil || !taken {
				continue
			}
			is := ""
			err := safely(func() error {
				c, err := connect(path, immutable, "")
				if err != nil {
					return err
				}
				is, err = originOf(c)
				return errors.Join(err, c.close())
			})
			// One that cannot be read says nothing.
			theirs = theirs || err == nil && is != origin
		}
		if !theirs {
			return base
		}
	}
}

// originOf is what a library has in common with its copies, and with nothing else:
// when it was made.
func originOf(c *conn) (string, error) {
	return c.text("SELECT value FROM meta WHERE name='created'")
}
