package library

import (
	"errors"
	"fmt"
	"path/filepath"
)

// migration brings a library from the version before to the next one, in one
// transaction.
type migration func(*conn) error

// migrations are the steps from version 1 on: the first makes version 2.
var migrations = []migration{
	func(c *conn) error { return c.Exec(templates) },
}

// migrate takes the steps that are missing, and makes anew what is made of the
// records, after a backup beside the library.
func (l *Library) migrate(from int) error {
	name := filepath.Base(l.path)
	if l.lock == nil {
		return fault(ReadOnly, l.path, nil, "The library %s was written by an older version and has to be brought up to date, which cannot be done while it may only be read. Nothing was changed; open it where it can be written.", name)
	}
	if err := l.keepBefore(fmt.Sprintf("version-%d", from)); err != nil {
		return err
	}
	c, err := connect(l.path, writing, l.opt.vfs)
	if err != nil {
		return err
	}
	err = step(c, migrations, from)
	if err == nil {
		err = remake(c, l.opt)
	}
	return errors.Join(err, c.close())
}

// step runs the migrations that a library of the given version lacks. Each is
// whole or not there at all.
func step(c *conn, all []migration, from int) error {
	for v := from; v-1 < len(all); v++ {
		err := c.transact(func() error {
			if err := all[v-1](c); err != nil {
				return err
			}
			return c.Exec(fmt.Sprintf("PRAGMA user_version=%d", v+1))
		})
		if err != nil {
			return fmt.Errorf("version %d: %w", v+1, err)
		}
	}
	return nil
}
