package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/ncruces/go-sqlite3"
)

// Code says what kind of trouble an [Error] is, so that a window can offer the
// remedy that fits.
type Code string

// The codes of an Error.
const (
	NotALibrary   Code = "not a library"  // another kind of file
	Damaged       Code = "damaged"        // truncated, or bits have changed
	Newer         Code = "newer version"  // written by a newer version of the app
	ReadOnly      Code = "read only"      // the medium, or the way it was opened, allows no writing
	MissingFolder Code = "missing folder" // the chosen folder is not there
	InUse         Code = "in use"         // another instance has it
	Synced        Code = "synced folder"  // a cloud client would copy it while it is written
	Network       Code = "network folder"
	Removable     Code = "removable medium"
	Exists        Code = "exists"  // the target of a copy is there already
	Unsaved       Code = "unsaved" // changes are still only in memory
	NoSpace       Code = "no space"
	Moved         Code = "moved" // the file was taken away while it was open
	NotFound      Code = "not found"
	Failed        Code = "failed" // anything else that the system refused
)

// Error is what this package returns where a user has to be told. Its text is
// one sentence or two: what happened, what was kept, what to do.
type Error struct {
	Code Code
	Path string
	text string
	err  error
}

func (e *Error) Error() string { return e.text }

// Unwrap is the cause, for logs.
func (e *Error) Unwrap() error { return e.err }

// Is lets errors.Is(err, &Error{Code: Damaged}) ask for a code.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && t.Path == "" && t.text == ""
}

func fault(code Code, path string, cause error, format string, args ...any) *Error {
	return &Error{Code: code, Path: path, err: cause, text: fmt.Sprintf(format, args...)}
}

// explain turns what SQLite or the system said about the library at path into
// an Error. It leaves an Error as it is.
func explain(path string, err error) error {
	var already *Error
	if err == nil || errors.As(err, &already) {
		return err
	}
	name := filepath.Base(path)
	switch {
	case errors.Is(err, sqlite3.NOTADB):
		return fault(NotALibrary, path, err, "%s is not a Nemawashi library. It was left as it is; choose another file.", name)
	case damaging(err):
		return fault(Damaged, path, err, "The library %s is damaged. It was left as it is; restore the last backup and keep the damaged file.", name)
	case errors.Is(err, sqlite3.FULL), errors.Is(err, syscall.ENOSPC), errors.Is(err, sqlite3.IOERR) && full(filepath.Dir(path)):
		return fault(NoSpace, path, err, "The disk with the library %s is full. Nothing that was saved is lost; make room and saving goes on.", name)
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return fault(ReadOnly, path, err, "The library %s cannot be written. Nothing was changed; allow writing to its folder or choose another place.", name)
	case errors.Is(err, sqlite3.BUSY):
		return fault(InUse, path, err, "The library %s is in use by another program. Nothing was changed; close that program and try again.", name)
	}
	if errors.Is(err, sqlite3.IOERR) || errors.Is(err, syscall.EIO) {
		return fault(Failed, path, err, "The disk with the library %s does not read or write as it should. Nothing that was saved is lost by this; check the disk, and make a backup in another place.", name)
	}
	return fault(Failed, path, err, "The library %s could not be used: %v. Nothing that was saved is lost by this; try again.", name, plain(err))
}

// plain is what the system said, without the name of the database engine.
func plain(err error) string { return strings.ReplaceAll(err.Error(), "sqlite3: ", "") }

// full says whether there is too little room in a folder to begin a new log,
// which takes about 4 MB. SQLite often reports that as a failed write only.
func full(folder string) bool {
	free, known := freeBytes(folder)
	return known && free < 8<<20
}

// damaging says whether SQLite found the file itself wrong.
func damaging(err error) bool {
	return errors.Is(err, sqlite3.CORRUPT) || errors.Is(err, sqlite3.IOERR_DATA) ||
		errors.Is(err, sqlite3.IOERR_CORRUPTFS) || errors.Is(err, sqlite3.IOERR_SHORT_READ)
}
