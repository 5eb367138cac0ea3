package library

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// Backup writes a consistent copy of the library to path, reads all of it back,
// and only then gives it its name. It never replaces a file. Edits go on
// meanwhile; the copy holds everything that was done before.
func (l *Library) Backup(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(path, err)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return fault(MissingFolder, path, err, "The folder %s is not there. No backup was made; connect its disk or choose another place.", filepath.Dir(path))
	}
	taken, err := exists(path)
	if err != nil {
		return explain(path, err)
	}
	if taken {
		return fault(Exists, path, nil, "There is already a file %s. It was left as it is and no backup was made; choose another name.", filepath.Base(path))
	}
	if err := l.Flush(); err != nil {
		return err
	}
	if err := safely(func() error { return l.copyTo(path) }); err != nil {
		var e *Error
		switch {
		case errors.As(err, &e):
			return err
		case errors.Is(err, fs.ErrExist):
			return fault(Exists, path, err, "There is already a file %s. It was left as it is and no backup was made; choose another name.", filepath.Base(path))
		case damaging(err):
			return explain(l.path, err)
		}
		return fault(Failed, path, err, "The backup %s could not be made: %v. The library is as it was; choose another place.", filepath.Base(path), err)
	}
	return nil
}

// copyTo makes the copy beside its place, verifies it and names it.
func (l *Library) copyTo(path string) error {
	c, err := connect(l.source, l.sight, l.opt.vfs)
	if err != nil {
		return err
	}
	temp := path + ".part"
	err = pack(c, temp, l.opt.vfs)
	if e := c.close(); err == nil {
		err = e
	}
	if err != nil {
		if _, missing := os.Lstat(temp); missing == nil {
			err = errors.Join(err, remove(temp))
		}
		return err
	}
	return publish(temp, path)
}

// pack writes the library behind c into a new file and reads that back.
//
// It copies pages instead of using VACUUM INTO, which in this driver leaves
// pages without checksums: those that are written before the first page, whose
// header switches checksums on. For the same reason the new file begins as an
// empty database with checksums.
func pack(c *conn, temp, vfs string) error {
	if err := remove(temp); err != nil {
		return err
	}
	if err := newFile(temp); err != nil {
		return err
	}
	seed, err := sqlite3.OpenFlags(fileURI(temp), sqlite3.OPEN_READWRITE|sqlite3.OPEN_URI)
	if err != nil {
		return err
	}
	if err := errors.Join(seed.EnableChecksums("main"), seed.Close()); err != nil {
		return err
	}
	// Nothing of the copy counts before all of it is there, so it needs no journal.
	if err := c.Backup("main", fileURI(temp)+"?vfs="+cmp.Or(vfs, "os")+"&_pragma=journal_mode(off)&_pragma=synchronous(off)"); err != nil {
		return err
	}
	if err := unread(temp, vfs); err != nil {
		return err
	}
	return verify(temp)
}

// verify reads every page of a finished copy.
func verify(path string) error {
	c, err := connect(path, immutable, "")
	if err != nil {
		return err
	}
	said, err := c.text("PRAGMA quick_check(1)")
	if err == nil && said != "ok" {
		err = fault(Damaged, path, errors.New(said), "The copy %s cannot be read back whole. Nothing was changed; choose another backup, or another place for it.", filepath.Base(path))
	}
	return errors.Join(err, c.close())
}

// BackupFolder is where automatic backups of the library are.
func (l *Library) BackupFolder() string { return BackupsOf(l.path) }

// BackupsOf is where the automatic backups of the library at path are, for
// whoever cannot open it.
func BackupsOf(path string) string {
	if file, err := fileOf(path); err == nil {
		path = file
	}
	return strings.TrimSuffix(path, filepath.Ext(path)) + "-backups"
}

// DailyBackup makes today's backup unless there is one, and then deletes those
// that are no longer among the last seven days and four weeks.
func (l *Library) DailyBackup() (made bool, err error) {
	if l.ReadOnly() {
		return false, nil
	}
	folder := l.BackupFolder()
	if err := makeFolder(folder); err != nil {
		return false, fault(Failed, folder, err, "The folder for backups cannot be made: %v. The library is as it was; make room beside it.", err)
	}
	path := filepath.Join(folder, dailyName(l.opt.Now()))
	if taken, err := exists(path); err != nil || taken {
		return false, explain(path, err)
	}
	if err := l.Backup(path); err != nil {
		return false, err
	}
	return true, explain(folder, rotate(folder, l.opt.Now()))
}

// LastBackup is when the newest automatic backup was made, the zero time when
// there is none.
func (l *Library) LastBackup() (time.Time, error) {
	days, err := dailies(l.BackupFolder(), l.opt.Now())
	if err != nil || len(days) == 0 {
		return time.Time{}, explain(l.path, err)
	}
	info, err := os.Stat(filepath.Join(l.BackupFolder(), dailyName(days[0])))
	if err != nil {
		return time.Time{}, explain(l.path, err)
	}
	return info.ModTime(), nil
}

// NewestBackup is the newest whole backup that was made beside the library at path by
// itself, and when, for whoever cannot open the library; "" when there is none.
func NewestBackup(path string) (backup string, made time.Time) {
	folder := BackupsOf(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", time.Time{}
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || filepath.Ext(e.Name()) != extension || !info.ModTime().After(made) {
			continue
		}
		at := filepath.Join(folder, e.Name())
		if inspect(at) == nil && safely(func() error { return verify(at) }) == nil {
			backup, made = at, info.ModTime()
		}
	}
	return backup, made
}

// keepBefore makes a backup before something that cannot be taken back, and
// deletes those before the last five of its kind.
func (l *Library) keepBefore(what string) error {
	folder := l.BackupFolder()
	if err := makeFolder(folder); err != nil {
		return err
	}
	path := freeName(filepath.Join(folder, beforePrefix+what+"-"+l.opt.Now().Format(stampForm)))
	if err := l.copyTo(path); err != nil {
		return err
	}
	return rotateBefore(folder, what, path)
}

// BackupBefore makes a backup before something large is done: what names it in
// the file's name. The last five of its kind are kept.
func (l *Library) BackupBefore(what string) error {
	if err := l.Flush(); err != nil {
		return err
	}
	if err := l.keepBefore(what); err != nil {
		return fault(Failed, l.path, err, "No backup could be made: %v. The library is as it was; make room beside it.", plain(err))
	}
	return nil
}
