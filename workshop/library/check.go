package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Problem is something that a check found, where, and what to do about it. None
// of them holds what anybody wrote, so all may be shown and sent.
type Problem struct {
	What  string // a sentence without its dot
	Where string
	Do    string // a sentence
}

// What is to be done about a problem.
const (
	// of the file itself, or of the log of changes: the source of all else
	doRestore = "Keep a copy of this file, then bring the last backup back; what was written since can be saved from this one with Save what can be read (salvage)."
	// of what is made from the records
	doSalvage = "Nothing that was written is lost: Save what can be read (salvage) makes a new library, in which this agrees again."
	// of what a workshop refers to
	doMend = "Nothing is lost: open the record named here and choose again what it refers to, or correct the value."
	// of a picture
	doPicture = "Take the picture from the last backup, or add the photo again and delete this one."
	// of the clock
	doClock = "Set the clock of this computer right. Nothing is lost: the order of changes is kept."
)

// Check reads everything there is: every page with its checksum, the structure
// of the file and of the full text, the log of changes for gaps and for causes,
// each record against what that log says, lists and search against the records,
// references, and pictures against their names. No problems and no error mean that all of it agrees. It works on
// a connection of its own and disturbs nobody.
func (l *Library) Check() ([]Problem, error) {
	if err := l.Flush(); err != nil {
		return nil, err
	}
	c, err := connect(l.source, l.sight, l.opt.vfs)
	if err == nil {
		k := &checker{conn: c, confidential: l.opt.Confidential}
		err = errors.Join(safely(k.all), safely(c.close))
		if err == nil {
			return k.found, nil
		}
		if damaging(err) {
			k.problem("A page cannot be read: "+plain(err), "the file", doRestore)
			return k.found, nil
		}
	} else if damaging(err) {
		return []Problem{{What: "The first page cannot be read: " + plain(err), Where: "the file", Do: doRestore}}, nil
	}
	return nil, explain(l.path, err)
}

// checker gathers problems. An error it returns means that reading failed.
type checker struct {
	*conn
	confidential func(canvas, cell string) bool
	stale        bool // lists and search are those of another build, and say nothing of damage
	found        []Problem
}

func (k *checker) problem(what, where, do string) {
	k.found = append(k.found, Problem{what, where, do})
}

func (k *checker) all() error {
	if err := k.Exec("BEGIN"); err != nil {
		return err
	}
	defer k.Exec("ROLLBACK") // of a transaction that only reads
	if err := k.structure(); err != nil || len(k.found) > 0 {
		return err // what stands in broken pages need not be compared
	}
	var err error
	if k.stale, err = k.conn.stale(); err != nil {
		return err
	}
	if err := k.log(); err != nil {
		return err
	}
	ids, err := k.column("SELECT DISTINCT workshop FROM change UNION SELECT DISTINCT workshop FROM record")
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := k.workshop(workshop.ID(id)); err != nil {
			return err
		}
	}
	if !k.stale {
		if err := k.leftovers(); err != nil {
			return err
		}
	}
	if err := k.templates(); err != nil {
		return err
	}
	return k.blobs()
}

func (k *checker) structure() error {
	return k.each("PRAGMA integrity_check(50)", nil, func(s *sqlite3.Stmt) error {
		if said := s.ColumnText(0); said != "ok" {
			k.problem(structureSays(said), "the file", doRestore)
		}
		return nil
	})
}

// structureSays makes a sentence of what SQLite says of a file.
func structureSays(said string) string {
	_, what, titled := strings.Cut(said, "***\n") // the name that SQLite has for the file
	if !titled {
		what = said
	}
	return "The structure of the file is not right: " + strings.Join(strings.Split(strings.TrimSpace(what), "\n"), "; ")
}

func (k *checker) column(sql string) ([]string, error) {
	var out []string
	err := k.each(sql, nil, func(s *sqlite3.Stmt) error {
		out = append(out, s.ColumnText(0))
		return nil
	})
	return out, err
}

// gather is a journal that keeps the records that changes make.
type gather struct{ rows map[workshop.ID]workshop.Row }

// Next implements [workshop.Journal]; only edits number their changes.
func (gather) Next() int64 { return 0 }

// Write implements [workshop.Journal].
func (g gather) Write(b workshop.Batch) {
	for _, r := range b.Rows {
		g.rows[r.ID] = r
	}
}

// madeOf makes the records of a workshop anew from its changes.
func madeOf(c *conn, id workshop.ID) (map[workshop.ID]workshop.Row, error) {
	changes, err := changesOf(c, id)
	if err != nil {
		return nil, err
	}
	made := gather{rows: map[workshop.ID]workshop.Row{}}
	clock := workshop.NewClock(nil, "check", workshop.Stamp{})
	s := workshop.NewSession(workshop.NewWorkshop(id), workshop.Host{Clock: clock}, made)
	if err := s.Apply("check", changes); err != nil {
		return nil, fmt.Errorf("%w: %w", errIncoherent, err)
	}
	return made.rows, nil
}

// errIncoherent says that changes can be read and make no workshop.
var errIncoherent = errors.New("the log of changes does not hold together")

// workshop compares a workshop with what its changes make.
func (k *checker) workshop(id workshop.ID) error {
	where := "workshop " + string(id)
	made, err := madeOf(k.conn, id)
	switch {
	case err == nil:
	case errors.Is(err, errIncoherent):
		k.problem("T"+err.Error()[1:], where, doRestore)
		return nil
	case damaging(err):
		return err
	default:
		k.problem("A change cannot be read: "+err.Error(), where, doRestore)
		return nil
	}
	var rows []workshop.Row
	err = k.each("SELECT kind, id, alive, doc, heads, place FROM record WHERE workshop=?", []any{id}, func(s *sqlite3.Stmt) error {
		r := workshop.Row{Kind: workshop.Kind(s.ColumnText(0)), ID: workshop.ID(s.ColumnText(1)), Alive: s.ColumnBool(2),
			Doc: s.ColumnText(3), Causes: s.ColumnText(4)}
		at := fmt.Sprintf("%s, %s %s", where, r.Kind, r.ID)
		want, ok := made[r.ID]
		delete(made, r.ID)
		switch {
		case !ok:
			k.problem("The record has no change in the log", at, doRestore)
		case want.Kind != r.Kind || want.Alive != r.Alive || want.Doc != r.Doc:
			k.problem("The record differs from what the log of changes makes", at, doRestore)
		case want.Causes != r.Causes && !k.stale:
			k.problem("The record's history differs from the log of changes", at, doRestore)
		}
		rows = append(rows, r)
		if k.stale {
			return nil
		}
		return k.known(id, r, s.ColumnInt64(5), at)
	})
	if err != nil {
		return err
	}
	for _, r := range made {
		k.problem("The log of changes makes a record that is not there", fmt.Sprintf("%s, %s %s", where, r.Kind, r.ID), doRestore)
	}
	kept, err := workshop.Restore(id, rows)
	if err != nil {
		k.problem("The workshop cannot be opened", where, doRestore)
		return nil
	}
	for _, bad := range kept.Broken() {
		k.problem(bad.Error(), fmt.Sprintf("%s, %s %s", where, bad.Kind, bad.ID), doMend)
	}
	return k.photos(kept, where)
}

// known compares what lists and search know of a record with the record.
func (k *checker) known(id workshop.ID, r workshop.Row, place int64, at string) error {
	var want text
	var line item
	var rec workshop.Record
	listed := false
	if r.Alive {
		var err error
		rec, err = recordOf(r)
		if err == nil {
			want = textOf(rec, k.confidential)
			line, listed, err = itemOf(rec, r)
		}
		if err != nil {
			k.problem("The record cannot be read", at, doRestore)
			return nil
		}
	}
	var has text
	found := false
	err := k.each("SELECT title, body, workshop, record FROM search WHERE rowid=?", []any{place}, func(s *sqlite3.Stmt) error {
		has, found = text{s.ColumnText(0), s.ColumnText(1)}, s.ColumnText(2) == string(id) && s.ColumnText(3) == string(r.ID)
		return nil
	})
	if err != nil {
		return err
	}
	if place > 0 && !found || has != (text{segmented(want.title), segmented(want.body)}) {
		k.problem("Search does not know the record as it is", at, doSalvage)
	}
	before, was, err := k.itemAt(key{id, r.ID}, r.Kind)
	if err != nil {
		return err
	}
	wrong := was != listed || before != line
	if second := secondKind(r.Kind); second != "" && !wrong {
		more, due := item{}, false
		if r.Alive {
			more, due = secondOf(rec)
		}
		before, was, err := k.itemAt(key{id, r.ID}, second)
		if err != nil {
			return err
		}
		wrong = was != due || before != more
	}
	if wrong {
		k.problem("Lists do not know the record as it is", at, doSalvage)
	}
	return nil
}

func (k *checker) photos(w *workshop.Workshop, where string) error {
	for _, p := range workshop.All[workshop.Photo](w) {
		n, err := k.integer("SELECT count(*) FROM blob WHERE sha256=?", p.Blob)
		if err != nil {
			return err
		}
		if n == 0 {
			k.problem("The picture is not there", fmt.Sprintf("%s, photo %s", where, p.ID), doPicture)
		}
	}
	return nil
}

// leftovers finds what lists and search know of records that are not there,
// and lines on Home that count wrongly.
func (k *checker) leftovers() error {
	for _, q := range []struct{ what, sql, do string }{
		{"Search knows a record that is not there", `SELECT f.workshop || ' ' || f.record FROM search f
			LEFT JOIN record r ON r.workshop=f.workshop AND r.id=f.record WHERE r.place IS NOT f.rowid`, doSalvage},
		{"Lists know a record that is not there", `SELECT i.workshop || ' ' || i.id FROM item i
			LEFT JOIN record r ON r.workshop=i.workshop AND r.id=i.id WHERE r.alive IS NOT 1`, doSalvage},
		{"Home does not show the workshop", `SELECT r.workshop FROM record r LEFT JOIN summary s ON s.workshop=r.workshop
			WHERE r.kind='workshop' AND r.alive=1 AND s.workshop IS NULL`, doSalvage},
		{"Home counts wrongly", `SELECT s.workshop FROM summary s WHERE
			(actions, actions_open) IS NOT (SELECT count(*), coalesce(sum(open), 0) FROM item i WHERE i.workshop=s.workshop AND i.kind='action')
			OR (steps, steps_done) IS NOT (SELECT count(*), coalesce(sum(1-open), 0) FROM item i WHERE i.workshop=s.workshop AND i.kind='step')
			OR stakeholders IS NOT (SELECT count(*) FROM item i WHERE i.workshop=s.workshop AND i.kind='stakeholder' AND i.state<>'retired')`, doSalvage},
		{"A change is newer than the library's clock", `SELECT DISTINCT device FROM change, meta WHERE meta.name='stamp' AND change.stamp > meta.value`, doClock},
	} {
		found, err := k.column(q.sql)
		if err != nil {
			return err
		}
		for _, where := range found {
			k.problem(q.what, where, q.do)
		}
	}
	return nil
}

func (k *checker) blobs() error {
	return k.each("SELECT sha256, bytes FROM blob", nil, func(s *sqlite3.Stmt) error {
		if sum := s.ColumnText(0); hashOf(s.ColumnRawBlob(1)) != sum {
			k.problem("The picture's bytes have changed", "picture "+sum, doPicture)
		}
		return nil
	})
}

// changesOf reads the log of one workshop, each device's in its order.
func changesOf(c *conn, id workshop.ID) ([]workshop.Change, error) {
	var out []workshop.Change
	err := c.each(`SELECT device, seq, record, kind, field, value, parents, stamp, author, verb
		FROM change WHERE workshop=? ORDER BY record, device, seq`, []any{id}, func(s *sqlite3.Stmt) error {
		ch := workshop.Change{Ref: workshop.Ref{Device: s.ColumnText(0), Seq: s.ColumnInt64(1)}, Workshop: id,
			Record: workshop.ID(s.ColumnText(2)), Kind: workshop.Kind(s.ColumnText(3)), Field: s.ColumnText(4),
			New: bytes.Clone(s.ColumnRawText(5)), Author: s.ColumnText(8), Verb: workshop.Verb(s.ColumnText(9))}
		if parents := s.ColumnRawText(6); parents != nil {
			if err := json.Unmarshal(parents, &ch.Parents); err != nil {
				return fmt.Errorf("parents of %s %d: %w", ch.Device, ch.Seq, err)
			}
		}
		if err := ch.Stamp.UnmarshalText(s.ColumnRawText(7)); err != nil {
			return fmt.Errorf("stamp of %s %d: %w", ch.Device, ch.Seq, err)
		}
		out = append(out, ch)
		return nil
	})
	return out, err
}
