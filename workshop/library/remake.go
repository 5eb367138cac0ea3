package library

import (
	"fmt"
	"strconv"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// derived counts how often it has changed what is made of the log of changes
// and the records: the causes beside a record, what lists and search know of it,
// the workshop's line on Home. It goes up with every such change, so that a
// library in which it was made in an earlier way is brought up to date when it
// is opened. It is noted in meta; libraries of the first builds have no note.
const derived = 2

// stale says whether what is made of the records was made in another way.
func (c *conn) stale() (bool, error) {
	has, err := c.text("SELECT value FROM meta WHERE name='derived'")
	return err == nil && has != strconv.Itoa(derived), err
}

// remake makes anew, workshop by workshop, what an earlier build made of the
// log and the records. The log and what the records say are not touched: a
// record that differs from its changes stays as it is, for a check to find.
func remake(c *conn, o Options) error {
	narrow, err := c.narrow()
	if err == nil && narrow {
		err = c.Exec("ALTER TABLE summary ADD COLUMN template_version INTEGER NOT NULL DEFAULT 0")
	}
	if err != nil {
		return err
	}
	k := &checker{conn: c}
	ids, err := k.column("SELECT DISTINCT workshop FROM record")
	if err != nil {
		return err
	}
	place, err := c.integer(newestPlace)
	if err != nil {
		return err
	}
	w := commit{conn: c, confidential: o.Confidential, nextPlace: &place}
	for _, id := range ids {
		if err := c.transact(func() error { return w.remake(workshop.ID(id)) }); err != nil {
			return fmt.Errorf("workshop %s: %w", id, err)
		}
	}
	return c.set("derived", strconv.Itoa(derived))
}

// narrow says whether the column is missing that the very first builds had not.
func (c *conn) narrow() (bool, error) {
	n, err := c.integer("SELECT count(*) FROM pragma_table_info('summary') WHERE name='template_version'")
	return n == 0, err
}

func (c commit) remake(id workshop.ID) error {
	made, err := madeOf(c.conn, id)
	if err != nil {
		if damaging(err) {
			return err
		}
		made = nil // a check says why
	}
	var rows []workshop.Row
	err = c.each("SELECT kind, id, alive, doc, heads FROM record WHERE workshop=?", []any{id}, func(s *sqlite3.Stmt) error {
		rows = append(rows, workshop.Row{Kind: workshop.Kind(s.ColumnText(0)), ID: workshop.ID(s.ColumnText(1)), Alive: s.ColumnBool(2),
			Doc: s.ColumnText(3), Causes: s.ColumnText(4)})
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := c.renew(id, r, made[r.ID]); err != nil {
			return err
		}
	}
	return c.summarize(id, true, 0)
}

// renew brings up to date what is made of one record. Which words of a card are
// judgements is known only once the user's own templates are read, so what
// search knows of cards stays.
func (c commit) renew(id workshop.ID, r, made workshop.Row) error {
	if made.Kind == r.Kind && made.Alive == r.Alive && made.Doc == r.Doc && made.Causes != r.Causes {
		r.Causes = made.Causes
		if err := c.run("UPDATE record SET heads=? WHERE workshop=? AND id=?", r.Causes, id, r.ID); err != nil {
			return err
		}
	}
	if r.Kind == workshop.KindCard {
		return nil
	}
	if r.Alive {
		if _, err := recordOf(r); err != nil {
			return nil // a check says so
		}
	}
	_, err := c.row(key{id, r.ID}, r)
	return err
}
