package library

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// pageSize is that of every library.
const pageSize = 4096

// inspect looks at the file itself before SQLite does: SQLite takes an empty
// file for a new database, and finds many kinds of damage only when it comes
// across them. It changes nothing. A missing file is fs.ErrNotExist.
func inspect(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	switch {
	case info.IsDir():
		return fault(NotALibrary, path, nil, "%s is a folder, not a library. Nothing was changed; choose a file.", name)
	case !info.Mode().IsRegular(): // to open a pipe would wait for ever
		return fault(NotALibrary, path, nil, "%s is a device or a pipe, not a library. Nothing was changed; choose a file.", name)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if info.Size() == 0 {
		return fault(Damaged, path, nil, "The library %s is empty: it was cut off. It was left as it is; restore the last backup.", name)
	}
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	magic := bytes.HasPrefix(head, []byte("SQLite format 3\x00"))
	ours := binary.BigEndian.Uint32(head[68:]) == applicationID
	blank := len(bytes.Trim(head, "\x00")) == 0
	if !magic && !ours && !blank {
		return fault(NotALibrary, path, nil, "%s is not a Nemawashi library. It was left as it is; choose another file.", name)
	}
	if magic && n == len(head) && !ours && head[20] != 8 {
		return fault(NotALibrary, path, nil, "%s is a database of another program. It was left as it is; choose another file.", name)
	}
	damaged := func(how string) error {
		return fault(Damaged, path, nil, "The library %s is damaged: %s. It was left as it is; restore the last backup and keep the damaged file.", name, how)
	}
	switch {
	case n < len(head):
		return damaged("it was cut off")
	case blank, !magic, !ours, head[20] != 8, head[18] != 2 || head[19] != 2,
		binary.BigEndian.Uint16(head[16:]) != pageSize:
		return damaged("its first page has changed")
	}
	if beside, err := os.Stat(path + "-journal"); err == nil && beside.Size() > 0 {
		return fault(Failed, path, nil, "Beside the library %s is the file %s-journal, which Nemawashi never makes: another program has worked with it. Nothing was changed; move that file to another folder and open the library again.", name, name)
	}
	if logged(path) {
		return nil // pages that are missing here may be in the log
	}
	if pages := int64(binary.BigEndian.Uint32(head[28:])); info.Size() < pages*pageSize {
		return damaged("it was cut off")
	}
	return nil
}

// logged says whether the library has a log that is not empty: it is open
// somewhere, or its last use did not end in the normal way.
func logged(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

func exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
