package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Move copies the library to another place, with all that is in it, and reads
// the copy back before it gets its name. The old file stays, as it is now. What
// is done in this library afterwards is not in the copy: close it.
func (l *Library) Move(to string) error {
	if err := l.Flush(); err != nil {
		return err
	}
	return move(l.path, to)
}

// Move does the same for a library that nobody has open, and that perhaps cannot
// be opened where it is.
func Move(from, to string) error {
	from, err := fileOf(from)
	if err != nil {
		return err
	}
	held, who, err := acquire(from, time.Now())
	switch {
	case errors.Is(err, errHeld):
		return fault(InUse, from, nil, "The library is open %s. Nothing was changed; close it there and move it again.", who)
	case err == nil:
		// What it was marked with by its last user still holds for the old file.
		defer func() { _ = held.release(held.left == mark{}) }()
	case !unwritable(err):
		return explain(from, err)
	}
	return move(from, to)
}

func move(from, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return explain(to, err)
	}
	if err := inspect(from); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return fault(NotFound, from, err, "There is no file %s. Nothing was changed; choose another library.", from)
		}
		return explain(from, err)
	}
	if err := folder(to); err != nil {
		return err
	}
	if err := suitable(to); err != nil {
		return err
	}
	taken, err := exists(to)
	if err != nil {
		return explain(to, err)
	}
	if taken {
		return fault(Exists, to, nil, "There is already a file %s. It was left as it is and nothing was moved; choose another name.", filepath.Base(to))
	}
	work, err := os.MkdirTemp(filepath.Dir(to), ".nemawashi-")
	if err != nil {
		return explain(to, err)
	}
	err = safely(func() error {
		whole, err := extract(from, work)
		if err != nil {
			return err
		}
		return publish(whole, to)
	})
	var said *Error
	if err != nil && !errors.As(err, &said) && errors.Is(explain(to, err), &Error{Code: NoSpace}) {
		err = fault(NoSpace, to, err, "The disk of %s has no room for the library. It was left where it is; make room or choose another place.", filepath.Dir(to))
	}
	return errors.Join(explain(from, err), os.RemoveAll(work))
}

// LocalPlace is a file on this computer to which the library at path can be
// moved: the app's own place, or one beside it where that is taken.
func LocalPlace(path string) (string, error) {
	folder, err := dataFolder()
	if err != nil {
		return "", fault(MissingFolder, "", err, "The folder for your data is not known. Nothing was changed; choose a file on a local disk.")
	}
	base := filepath.Join(folder, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	return freeName(base), nil
}
