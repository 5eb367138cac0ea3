package library

import (
	"errors"
	"os"
	"runtime"

	"github.com/ncruces/go-sqlite3"
)

const checkpointTruncate = sqlite3.CHECKPOINT_TRUNCATE

// syncFolder makes the names in a folder durable. Windows keeps them in its
// own journal and has no such call.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// syncFile makes a finished file durable.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// integer is the first column of the first row, 0 when there is none.
func (c *conn) integer(sql string, args ...any) (int64, error) {
	s, err := c.statement(sql, args)
	if err != nil {
		return 0, err
	}
	var out int64
	if s.Step() {
		out = s.ColumnInt64(0)
	}
	err = s.Err()
	if r := s.Reset(); err == nil {
		err = r
	}
	return out, err
}
