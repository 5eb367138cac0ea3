package library

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"nemawashi.app/workshop"
)

// oldest is the first SQLite that is trusted: earlier ones could lose a
// write-ahead log that was reset at the wrong moment.
const oldest = 3_051_003

// conn is one connection with its prepared statements. It is for one
// goroutine at a time.
type conn struct {
	*sqlite3.Conn
	prepared map[string]*sqlite3.Stmt
}

// access is how a connection may use the file.
type access int

const (
	writing   access = iota
	reading          // beside a writer, here or in another process
	immutable        // a file that nobody can be writing: a read-only medium, a backup
	blank            // a file that is to become a library
)

// connect opens the file, sets every pragma and reads it back.
func connect(path string, how access, vfs string) (*conn, error) {
	flags := sqlite3.OPEN_URI | sqlite3.OPEN_READWRITE
	query := "?vfs=" + cmp.Or(vfs, "os")
	switch how {
	case writing:
		// The log is for nobody else's eyes either.
		// SQLite does not take a plus for a blank.
		query += "&modeof=" + strings.ReplaceAll(url.QueryEscape(path), "+", "%20")
	case reading:
		flags = sqlite3.OPEN_URI | sqlite3.OPEN_READONLY
	case immutable:
		flags = sqlite3.OPEN_URI | sqlite3.OPEN_READONLY
		query += "&immutable=1"
	}
	db, err := sqlite3.OpenFlags(fileURI(path)+query, flags)
	if err != nil {
		return nil, err
	}
	c := &conn{Conn: db, prepared: map[string]*sqlite3.Stmt{}}
	if err := c.settings(how); err != nil {
		return nil, errors.Join(err, c.close())
	}
	return c, nil
}

// fileURI keeps names with ?, # and % from being read as a URI's parts.
func fileURI(path string) string {
	p := filepath.ToSlash(path)
	if runtime.GOOS == "windows" && len(p) > 1 && p[1] == ':' {
		p = "/" + p
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath()
}

// settings brings the connection into a known state. A setting that does not
// hold is an error: a library is not written on trust.
//
// The file is not locked for one connection alone (locking_mode EXCLUSIVE):
// lists, backups and checks have connections of their own and never wait for
// the writer, nor the writer for them, and a second instance reads what the
// first one saves. That there is one writer is the lock file's business.
func (c *conn) settings(how access) error {
	if err := fts5.Register(c.Conn); err != nil {
		return err
	}
	version, err := number(c, "SELECT sqlite_version()")
	if err != nil {
		return err
	}
	if version < oldest {
		return fmt.Errorf("this build has SQLite %d, at least %d is needed", version, oldest)
	}
	type setting struct{ name, value, want string }
	list := []setting{
		{"trusted_schema", "OFF", "0"},
		{"secure_delete", "ON", "1"},
		{"temp_store", "MEMORY", "2"},
		{"busy_timeout", "500", "500"},
		{"foreign_keys", "OFF", "0"},
		{"mmap_size", "0", "0"},
		{"cell_size_check", "ON", "1"},
	}
	if how == writing || how == blank {
		list = append(list, setting{"journal_mode", "WAL", "wal"}, setting{"synchronous", "FULL", "2"},
			setting{"locking_mode", "NORMAL", "normal"})
		if runtime.GOOS == "darwin" {
			list = append(list, setting{"fullfsync", "ON", "1"}, setting{"checkpoint_fullfsync", "ON", "1"})
		}
	} else {
		list = append(list, setting{"query_only", "ON", "1"})
	}
	for _, s := range list {
		if err := c.Exec("PRAGMA " + s.name + "=" + s.value); err != nil {
			return err
		}
		got, err := c.text("PRAGMA " + s.name)
		if err != nil {
			return err
		}
		if got != s.want && !(s.name == "mmap_size" && got == "") {
			return fmt.Errorf("the setting %s is %q, it should be %q", s.name, got, s.want)
		}
	}
	if how == blank {
		return nil
	}
	// Reading the first page tells the driver that pages carry checksums.
	if _, err := c.integer("SELECT count(*) FROM sqlite_schema"); err != nil {
		return err
	}
	if on, err := c.text("PRAGMA checksum_verification"); err != nil || on != "1" {
		return errors.Join(errors.New("its pages carry no checksums"), err)
	}
	return nil
}

// number reads a version like 3.53.4 as 3053004, or a plain number.
func number(c *conn, sql string) (int, error) {
	s, err := c.text(sql)
	if err != nil {
		return 0, err
	}
	out := 0
	for _, part := range strings.Split(s, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return 0, fmt.Errorf("%s gave %q", sql, s)
		}
		out = out*1000 + n
	}
	return out, nil
}

// close lets go of the file; what was not committed is rolled back.
func (c *conn) close() error {
	for _, s := range c.prepared {
		s.Close()
	}
	return c.Conn.Close()
}

// statement is the prepared form of sql, with its parameters bound.
func (c *conn) statement(sql string, args []any) (*sqlite3.Stmt, error) {
	s := c.prepared[sql]
	if s == nil {
		var err error
		s, _, err = c.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT)
		if err != nil {
			return nil, err
		}
		c.prepared[sql] = s
	}
	for i, a := range args {
		if err := bind(s, i+1, a); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func bind(s *sqlite3.Stmt, i int, a any) error {
	switch v := a.(type) {
	case nil:
		return s.BindNull(i)
	case string:
		return s.BindText(i, v)
	case workshop.ID:
		return s.BindText(i, string(v))
	case workshop.Kind:
		return s.BindText(i, string(v))
	case workshop.Date:
		return s.BindText(i, string(v))
	case int:
		return s.BindInt(i, v)
	case int64:
		return s.BindInt64(i, v)
	case bool:
		return s.BindBool(i, v)
	case json.RawMessage:
		if v == nil {
			return s.BindNull(i)
		}
		return s.BindRawText(i, v)
	case []byte:
		return s.BindBlob(i, v)
	}
	return fmt.Errorf("a %T cannot be stored", a)
}

// run executes a statement that returns nothing.
func (c *conn) run(sql string, args ...any) error {
	s, err := c.statement(sql, args)
	if err != nil {
		return err
	}
	return s.Exec()
}

// each calls f for every row. What f takes from the row by the Raw accessors
// is gone after it returns.
func (c *conn) each(sql string, args []any, f func(*sqlite3.Stmt) error) error {
	s, err := c.statement(sql, args)
	if err != nil {
		return err
	}
	for s.Step() {
		if err := f(s); err != nil {
			s.Reset()
			return err
		}
	}
	err = s.Err()
	if r := s.Reset(); err == nil {
		err = r
	}
	return err
}

// text is the first column of the first row, "" when there is none.
func (c *conn) text(sql string, args ...any) (string, error) {
	out := ""
	s, err := c.statement(sql, args)
	if err != nil {
		return "", err
	}
	if s.Step() {
		out = s.ColumnText(0)
	}
	err = s.Err()
	if r := s.Reset(); err == nil {
		err = r
	}
	return out, err
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

// transact runs f in one transaction. On an error nothing of it is kept.
func (c *conn) transact(f func() error) error {
	if err := c.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := f()
	if err == nil {
		err = c.Exec("COMMIT")
	}
	if err != nil && !c.GetAutocommit() {
		// SQLite has often rolled back by itself; where it has not, a failed
		// rollback leaves a handle that the writer closes anyway.
		_ = c.Exec("ROLLBACK")
	}
	return err
}
