package library

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// The log's own layout: a header, and frames of a head and a page each.
const (
	logHead   = 32
	frameHead = 24
)

// inspectLog looks at the log of a library that did not end in the normal way.
// SQLite reads a log up to the first frame that is not right and takes the rest
// for a write that a power cut stopped. There can be only one such: each
// transaction is synced before the next one begins. Where whole transactions
// stand behind the frame, the log has changed since, and changes that were
// saved would be dropped without a word. Where the log's header is wrong, it may
// be that a log was just being begun anew, with nothing in the old one that was
// not in the library by then.
func inspectLog(path string) (begunAnew bool, err error) {
	log, err := os.ReadFile(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if len(log) < logHead+frameHead+pageSize {
		return false, nil
	}
	order := logOrder(log)
	sum := logSum{}.add(order, log[:24])
	right := sum == sumAt(log[24:])
	begunAnew = !right
	behind := 0
	for at := logHead; at+frameHead+pageSize <= len(log); at += frameHead + pageSize {
		f := log[at : at+frameHead+pageSize]
		if !bytes.Equal(f[8:16], log[16:24]) {
			right = false // of an earlier log, or changed
			continue
		}
		if right {
			sum = sum.add(order, f[:8]).add(order, f[frameHead:])
			right = sum == sumAt(f[16:])
		}
		if !right && binary.BigEndian.Uint32(f[4:]) != 0 {
			behind++
		}
	}
	if behind > 1 {
		return begunAnew, fault(Damaged, path, nil, "The log of the library %s is damaged, in which the last changes are. It was left as it is, with its log; restore the last backup, or save what can be read.", filepath.Base(path))
	}
	return false, nil
}

// logOrder is the order of bytes in which a log's sums are made.
func logOrder(log []byte) binary.ByteOrder {
	if binary.BigEndian.Uint32(log)&1 == 1 {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

func sumAt(b []byte) logSum {
	return logSum{binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])}
}

// ownLog makes sure that a log belongs to the file beside it. Each opening notes
// when it was, and which opening the file itself knew of then: the file alone
// must know one of the two.
func (l *Library) ownLog() error {
	known, err := openedAlone(l.path)
	if err != nil || known == "" {
		return nil // the file without its log need not be readable
	}
	opened, err := l.read.text("SELECT value FROM meta WHERE name='opened'")
	if err != nil {
		return err
	}
	base, err := l.read.text("SELECT value FROM meta WHERE name='base'")
	if err != nil || base == "" || known == opened || known == base {
		return err
	}
	return fault(Damaged, l.path, nil, "The log beside the library %s belongs to another library or another copy of it. It was left as it is, with its log; restore the last backup, or take the file that ends in -wal away from it.", filepath.Base(l.path))
}

// openedAlone is when the library was last opened as far as its file knows,
// without the log.
func openedAlone(path string) (string, error) {
	var out string
	err := safely(func() error {
		c, err := connect(path, immutable, "")
		if err != nil {
			return err
		}
		out, err = c.text("SELECT value FROM meta WHERE name='opened'")
		return errors.Join(err, c.close())
	})
	return out, err
}
