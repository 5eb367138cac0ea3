package library

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// snapshot copies a library and its log, which may be in use by somebody whom
// no lock can stop, into folder and returns the copy's name.
//
// The copy is consistent: the library's own pages change only when the log is
// carried over into them, and everything carried over stays in the log until
// the log begins anew with another salt in its header. So the pages are copied
// first and the log after them; as long as the log's header is the same before
// and after, every page that changed in between is in the log as well, whole.
func snapshot(path, folder string) (string, error) {
	return snapshotWhile(path, folder, func() {})
}

// snapshotWhile lets a test write the library between the copy of it and the
// copy of its log.
func snapshotWhile(path, folder string, between func()) (string, error) {
	target := filepath.Join(folder, filepath.Base(path))
	for range 20 {
		before, err := logHeader(path)
		if err != nil {
			return "", err
		}
		if err := copyFile(path, target); err != nil {
			return "", err
		}
		between()
		if err := copyFile(path+"-wal", target+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		after, err := logHeader(path)
		if err != nil {
			return "", err
		}
		if bytes.Equal(before, after) {
			return target, nil
		}
		if err := remove(target); err != nil {
			return "", err
		}
	}
	return "", fault(InUse, path, nil, "The library %s changes too quickly to be copied. Nothing was changed; try again in a moment.", filepath.Base(path))
}

// logHeader is the first 32 bytes of the log, salts included; nil without one.
func logHeader(path string) ([]byte, error) {
	f, err := os.Open(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := make([]byte, 32)
	n, err := io.ReadFull(f, b)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return b[:n], nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
