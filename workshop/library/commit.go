package library

import (
	"encoding/json"
	"strconv"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// commit writes a queue in one transaction: the changes, the records they made,
// what lists and search know of them. It may be given the same queue again
// after an error that left open whether the first time had succeeded.
type commit struct {
	*conn
	confidential func(canvas, cell string) bool
	nextPlace    *int64            // where the next text goes in the search table
	saves        int64             // which time of saving this is, 0 where nobody counts
	held         func(string) bool // pictures that may not go
}

func (c commit) write(q *queue) error {
	return c.transact(func() error {
		for i := range q.changes {
			if err := c.change(&q.changes[i]); err != nil {
				return err
			}
		}
		for _, s := range q.scrubs {
			if err := c.scrub(s); err != nil {
				return err
			}
		}
		stale := map[workshop.ID]bool{}
		for _, k := range q.order {
			counts, err := c.row(k, q.rows[k])
			if err != nil {
				return err
			}
			stale[k.workshop] = stale[k.workshop] || counts
		}
		for sum, b := range q.blobs {
			if err := c.run("INSERT INTO blob(sha256, bytes) VALUES(?,?) ON CONFLICT DO NOTHING", sum, b); err != nil {
				return err
			}
		}
		for sum := range q.idle {
			if c.held(sum) {
				continue // it was put again, or undo has come to need it
			}
			if err := c.run("DELETE FROM blob WHERE sha256=?", sum); err != nil {
				return err
			}
		}
		if err := c.drop(q.drops); err != nil {
			return err
		}
		if err := c.lists(q); err != nil {
			return err
		}
		if err := c.exports(q); err != nil {
			return err
		}
		if err := c.templates(q); err != nil {
			return err
		}
		at := q.newest()
		for id, counts := range stale {
			if err := c.summarize(id, counts, at.Wall); err != nil {
				return err
			}
		}
		for id, t := range q.visits {
			if err := c.run("INSERT INTO visit(workshop, at) VALUES(?,?) ON CONFLICT DO UPDATE SET at=excluded.at", id, t.UnixMilli()); err != nil {
				return err
			}
		}
		if c.saves > 0 {
			if err := c.set("saves", strconv.FormatInt(c.saves, 10)); err != nil {
				return err
			}
		}
		if at.Wall == 0 {
			return nil
		}
		return c.run("UPDATE meta SET value=max(value,?) WHERE name='stamp'", at.String())
	})
}

func (c commit) change(ch *workshop.Change) error {
	if ch.Verb == workshop.VerbErase {
		// Gone from everywhere means from the log too.
		if err := c.run("UPDATE change SET value=NULL, author='' WHERE workshop=? AND record=?", ch.Workshop, ch.Record); err != nil {
			return err
		}
	}
	var parents any
	if len(ch.Parents) > 0 {
		b, err := json.Marshal(ch.Parents)
		if err != nil {
			return err
		}
		parents = json.RawMessage(b)
	}
	return c.run(`INSERT INTO change(device, seq, workshop, record, kind, field, value, parents, stamp, author, verb)
		VALUES(?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT DO UPDATE SET value=excluded.value, stamp=excluded.stamp WHERE excluded.stamp > change.stamp`,
		ch.Device, ch.Seq, ch.Workshop, ch.Record, ch.Kind, ch.Field, ch.New, parents, ch.Stamp.String(), ch.Author, string(ch.Verb))
}

// row writes one record and what is known of it elsewhere. It says whether
// the workshop's line on Home has to be made anew.
func (c commit) row(k key, r workshop.Row) (bool, error) {
	place := int64(0)
	err := c.each("SELECT place FROM record WHERE workshop=? AND id=?", []any{k.workshop, k.id}, func(s *sqlite3.Stmt) error {
		place = s.ColumnInt64(0)
		return nil
	})
	if err != nil {
		return false, err
	}
	var rec workshop.Record
	var words text
	if r.Alive {
		if rec, err = recordOf(r); err != nil {
			return false, err
		}
		words = textOf(rec, c.confidential)
	}
	if place, err = c.index(place, k, r.Kind, words); err != nil {
		return false, err
	}
	err = c.run(`INSERT INTO record(workshop, id, kind, alive, place, doc, heads) VALUES(?,?,?,?,?,?,?)
		ON CONFLICT DO UPDATE SET alive=excluded.alive, place=excluded.place, doc=excluded.doc, heads=excluded.heads`,
		k.workshop, k.id, r.Kind, r.Alive, place, docOf(r), r.Causes)
	if err != nil {
		return false, err
	}
	counts, err := c.item(k, rec, r)
	return counts || r.Kind == workshop.KindCharter, err
}

// docOf is NULL for a record that has none: its beginning has not arrived, or
// it was erased.
func docOf(r workshop.Row) any {
	if r.Doc == "" {
		return nil
	}
	return r.Doc
}

// index brings the full text up to date and returns its place. A text that
// has changed moves to the end: search shows the newest first.
func (c commit) index(place int64, k key, kind workshop.Kind, t text) (int64, error) {
	title, body := segmented(t.title), segmented(t.body)
	if place > 0 {
		same := false
		err := c.each("SELECT title, body FROM search WHERE rowid=?", []any{place}, func(s *sqlite3.Stmt) error {
			same = string(s.ColumnRawText(0)) == title && string(s.ColumnRawText(1)) == body
			return nil
		})
		if err != nil || same {
			return place, err
		}
		if err := c.run("DELETE FROM search WHERE rowid=?", place); err != nil {
			return 0, err
		}
	}
	if title == "" && body == "" {
		return 0, nil
	}
	*c.nextPlace++
	return *c.nextPlace, c.run("INSERT INTO search(rowid, title, body, workshop, record, kind) VALUES(?,?,?,?,?,?)",
		*c.nextPlace, title, body, k.workshop, k.id, kind)
}

// item brings what lists know of a record up to date.
func (c commit) item(k key, rec workshop.Record, r workshop.Row) (bool, error) {
	var after item
	var err error
	has := false
	if rec != nil {
		if after, has, err = itemOf(rec, r); err != nil {
			return false, err
		}
	}
	if second := secondKind(r.Kind); second != "" {
		more, due := secondOf(rec)
		if _, err := c.line(k, second, more, due); err != nil {
			return false, err
		}
	}
	return c.line(k, r.Kind, after, has)
}

// line writes one line of a list, or takes it away.
func (c commit) line(k key, kind workshop.Kind, after item, has bool) (bool, error) {
	before, had, err := c.itemAt(k, kind)
	if err != nil {
		return false, err
	}
	switch {
	case had == has && before == after:
		return false, nil
	case has:
		err = c.run(`INSERT INTO item(workshop, kind, id, open, date, state, number, owner, title) VALUES(?,?,?,?,?,?,?,?,?)
			ON CONFLICT DO UPDATE SET open=excluded.open, date=excluded.date, state=excluded.state,
			number=excluded.number, owner=excluded.owner, title=excluded.title`,
			k.workshop, kind, k.id, after.open, after.date, after.state, after.number, after.owner, after.title)
	default:
		err = c.run("DELETE FROM item WHERE workshop=? AND kind=? AND id=?", k.workshop, kind, k.id)
	}
	return counts(kind, had, before, has, after), err
}

// itemAt is what lists know of a record, and whether they know it.
func (c *conn) itemAt(k key, kind workshop.Kind) (item, bool, error) {
	var i item
	found := false
	err := c.each("SELECT open, date, state, number, owner, title FROM item WHERE workshop=? AND kind=? AND id=?",
		[]any{k.workshop, kind, k.id}, func(s *sqlite3.Stmt) error {
			found = true
			i = item{open: s.ColumnBool(0), date: workshop.Date(s.ColumnText(1)), state: s.ColumnText(2),
				number: s.ColumnInt(3), owner: workshop.ID(s.ColumnText(4)), title: s.ColumnText(5)}
			return nil
		})
	return i, found, err
}

// summarize makes the workshop's line on Home, or takes it away where there is
// no charter. When nothing that is counted changed, only the time does.
func (c commit) summarize(id workshop.ID, counts bool, wall int64) error {
	if !counts {
		return c.run("UPDATE summary SET changed=max(changed,?) WHERE workshop=?", wall, id)
	}
	var charter *workshop.Charter
	err := c.each("SELECT doc FROM record WHERE workshop=? AND id=? AND alive=1", []any{id, id}, func(s *sqlite3.Stmt) error {
		rec, err := recordOf(workshop.Row{Kind: workshop.KindCharter, ID: id, Doc: s.ColumnText(0)})
		charter, _ = rec.(*workshop.Charter)
		return err
	})
	if err != nil {
		return err
	}
	if charter == nil {
		return c.run("DELETE FROM summary WHERE workshop=?", id)
	}
	type tally struct{ all, open int }
	var steps, actions, stakeholders tally
	step, review, running := "", "", false
	err = c.each("SELECT kind, open, state, title, date FROM item WHERE workshop=? AND kind<>'person' ORDER BY kind, number", []any{id}, func(s *sqlite3.Stmt) error {
		open, state := s.ColumnBool(1), s.ColumnText(2)
		count := func(t *tally) {
			t.all++
			if open {
				t.open++
			}
		}
		switch workshop.Kind(s.ColumnText(0)) {
		case workshop.KindAction:
			count(&actions)
		case workshop.KindStakeholder:
			if state != "retired" {
				count(&stakeholders)
			}
		case workshop.KindStep:
			count(&steps)
			if open && (step == "" || !running && state == workshop.StepRunning) {
				step, running = s.ColumnText(3), state == workshop.StepRunning
			}
		case workshop.KindReview:
			if date := s.ColumnText(4); open && date != "" && (review == "" || date < review) {
				review = date
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.run(`INSERT INTO summary(workshop, title, kind, template, template_version, client, site, programme, status, start, days,
			steps, steps_done, step, actions, actions_open, stakeholders, review, changed)
		VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT DO UPDATE SET title=excluded.title, kind=excluded.kind, template=excluded.template,
			template_version=excluded.template_version, client=excluded.client,
			site=excluded.site, programme=excluded.programme, status=excluded.status, start=excluded.start, days=excluded.days,
			steps=excluded.steps, steps_done=excluded.steps_done, step=excluded.step, actions=excluded.actions,
			actions_open=excluded.actions_open, stakeholders=excluded.stakeholders, review=excluded.review,
			changed=max(changed, excluded.changed)`,
		id, charter.Title, charter.WorkshopKind, charter.Template, charter.TemplateVersion, charter.Client, charter.Site, charter.Programme,
		charter.Status, charter.Start, charter.Days, steps.all, steps.all-steps.open, step,
		actions.all, actions.open, stakeholders.all, review, wall)
}
