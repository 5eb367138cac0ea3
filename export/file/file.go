// Package file puts an export where the user wants it, or leaves what was
// there as it was.
//
// [Replace] writes to a new file beside the target, waits until the disk has
// it, and only then gives it the target's name: nobody ever finds half an
// export, and an export that fails costs nothing. All exports that write a
// file call it. A failure of the disk is an [*Error], whose text is one
// sentence for the user; an error of the exporter itself is passed on as it is.
package file

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Error says in one sentence what happened to a file, what was kept and what
// to do. It wraps the cause.
type Error struct {
	Path     string
	Sentence string
	Err      error
}

func (e *Error) Error() string { return e.Sentence }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// ReadUpTo reads a file, but no more of it than so many bytes: what somebody
// sent may have any size.
func ReadUpTo(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// Replace writes the file with what write produces. Until write has returned
// without an error and everything is on the disk, what stands under the path
// is untouched; afterwards it is replaced in one step. Devices and pipes are
// written to directly.
func Replace(path string, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the file behind a link is replaced, not the link
	}
	mode := fs.FileMode(0)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return failed(path, err)
	case info.IsDir():
		return &Error{Path: path, Err: syscall.EISDIR, Sentence: fmt.Sprintf("%q is a folder, so nothing was written; choose a file name in it", path)}
	case !info.Mode().IsRegular():
		return through(path, write)
	case info.Mode().Perm()&0o200 == 0:
		// Renaming over it would work on many systems, against the owner's wish.
		return &Error{Path: path, Err: fs.ErrPermission, Sentence: fmt.Sprintf("%q is read-only and was left as it was; choose another name, or allow writing to it", path)}
	default:
		mode = info.Mode().Perm()
	}
	temp := filepath.Join(filepath.Dir(path), ".nemawashi-"+rand.Text()+".tmp")
	out, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return failed(path, err)
	}
	err = fill(path, out, write, mode)
	if err == nil {
		if err = os.Rename(temp, path); err != nil {
			err = &Error{Path: path, Err: err, Sentence: fmt.Sprintf("%q could not be replaced, perhaps because another program has it open; it was left as it was; close it there and try again", path)}
		}
	}
	if err != nil {
		// Nothing can be done where even this fails, and the first error tells more.
		_ = os.Remove(temp)
	}
	return err
}

// fill writes, syncs and closes the new file.
func fill(path string, out *os.File, write func(io.Writer) error, mode fs.FileMode) error {
	w := &watched{w: out}
	err := buffered(path, w, write)
	if err == nil && mode != 0 && runtime.GOOS != "windows" {
		err = wrapped(path, out.Chmod(mode))
	}
	if err == nil {
		err = wrapped(path, out.Sync())
	}
	if closed := out.Close(); err == nil {
		err = wrapped(path, closed)
	}
	return err
}

// through writes to something that is not a regular file and cannot be replaced.
func through(path string, write func(io.Writer) error) error {
	out, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return failed(path, err)
	}
	err = buffered(path, &watched{w: out}, write)
	if closed := out.Close(); err == nil {
		err = wrapped(path, closed)
	}
	return err
}

// buffered runs write and tells an error of the disk from one of the exporter.
func buffered(path string, w *watched, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 64<<10)
	err := write(b)
	if err == nil {
		err = b.Flush()
	}
	if w.err != nil {
		return failed(path, w.err)
	}
	return err
}

// watched remembers the first error of the disk.
type watched struct {
	w   io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	if err != nil && w.err == nil {
		w.err = err
	}
	return n, err
}

func wrapped(path string, err error) error {
	if err == nil {
		return nil
	}
	return failed(path, err)
}

// failed says an error of the operating system in the user's words.
func failed(path string, err error) error {
	folder := filepath.Dir(path)
	say := func(format string, args ...any) error {
		return &Error{Path: path, Err: err, Sentence: fmt.Sprintf(format, args...)}
	}
	switch {
	case isFull(err):
		return say("the disk is full, so %q could not be written and what was there is unchanged; free some space or choose another disk", path)
	case errors.Is(err, fs.ErrNotExist):
		return say("the folder %q does not exist, so nothing was written; create it or choose another", folder)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return say("writing is not allowed in the folder %q, so nothing was written; choose another folder", folder)
	case errors.Is(err, syscall.ENOTDIR):
		return say("%q is not a folder, so nothing was written; choose another", folder)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return say("the name %q is too long for this disk, so nothing was written; choose a shorter one", filepath.Base(path))
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // without the name of the temporary file
	}
	return say("%q could not be written (%v) and what was there is unchanged; try again or choose another place", path, err)
}

// isFull recognizes a full disk and a used-up quota. Windows has numbers of
// its own for it, which the syscall package does not map.
func isFull(err error) bool {
	if runtime.GOOS == "windows" {
		const handleDiskFull, diskFull = syscall.Errno(39), syscall.Errno(112)
		return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
