package library

import (
	"errors"

	"github.com/ncruces/go-sqlite3"
)

// settle carries the log over into the file and empties it. Pages in the log
// still hold what was erased; the file's own are overwritten (secure_delete). A
// log that somebody is reading is emptied the next time.
func (c *conn) settle() error {
	_, _, err := c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
	if errors.Is(err, sqlite3.BUSY) || errors.Is(err, sqlite3.LOCKED) {
		return nil
	}
	return err
}

// gathering are the answers of direct reports and peers in rounds that are not
// closed.
const gathering = `SELECT a.workshop, a.id FROM record a JOIN record r ON r.workshop=a.workshop AND r.id=a.doc->>'round'
	WHERE a.kind='response' AND a.doc IS NOT NULL AND coalesce(a.doc->>'by', '') NOT IN ('self', 'facilitator')
	AND r.kind='round' AND coalesce(r.doc->>'status', '') <> 'closed'`

// unread takes out of a copy what is being gathered: of two copies made on
// different days the difference would be the answers that came between. They
// are in every copy that is made once their round is closed; until then the
// files that the respondents returned are their copy.
func unread(path, vfs string) (err error) {
	c, err := connect(path, writing, vfs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	n, err := c.integer("SELECT count(*) FROM (" + gathering + ")")
	if err != nil || n == 0 {
		return err
	}
	err = c.transact(func() error {
		return errors.Join(
			c.noteAbsent("SELECT device, seq FROM change WHERE (workshop, record) IN ("+gathering+")"),
			c.run("DELETE FROM change WHERE (workshop, record) IN ("+gathering+")"),
			c.run("DELETE FROM record WHERE (workshop, id) IN ("+gathering+")"))
	})
	if err != nil {
		return err
	}
	_, _, err = c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
	return err
}
