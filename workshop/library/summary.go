package library

import (
	"time"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Summary is a workshop's line on Home.
type Summary struct {
	ID           workshop.ID
	Title        string
	Kind         string // kaikaku, kaizen, assessment, custom
	Template     string // id
	Version      int    // of the template
	Client       string
	Site         string
	Programme    string
	Status       string
	Start        workshop.Date
	Days         int
	Steps        int
	StepsDone    int
	Step         string // the step that runs, or else the next one
	Actions      int
	ActionsOpen  int
	Overdue      int           // open actions due before today
	Stakeholders int           // those not retired
	Stale        int           // ratings older than 30 days
	Review       workshop.Date // the next review that has not been held
	Changed      time.Time
	Opened       time.Time // zero when it never was on this device
}

// staleAfter is how many days a rating may stand before it should be given
// anew, as the resistance map counts.
const staleAfter = 30

// Workshops lists all workshops, the one last worked on first.
func (l *Library) Workshops() ([]Summary, error) {
	today := workshop.DateOf(l.opt.Now())
	var out []Summary
	err := l.look(func(c *conn) error {
		var err error
		if out, err = summaries(c, -1); err != nil {
			return err
		}
		overdue, err := perWorkshop(c, workshop.KindAction, today)
		if err != nil {
			return err
		}
		stale, err := perWorkshop(c, workshop.KindStakeholder, today.AddDays(1-staleAfter))
		if err != nil {
			return err
		}
		for i, s := range out {
			out[i].Overdue, out[i].Stale = overdue[s.ID], stale[s.ID]
		}
		return nil
	})
	return out, err
}

// Recent lists the workshops last worked on, at most limit of them. It counts
// only in these, so that the first page is there at once however many others
// the library has.
func (l *Library) Recent(limit int) ([]Summary, error) {
	today := workshop.DateOf(l.opt.Now())
	var out []Summary
	err := l.look(func(c *conn) error {
		var err error
		if out, err = summaries(c, limit); err != nil {
			return err
		}
		for i := range out {
			s := &out[i]
			if s.Overdue, err = within(c, s.ID, workshop.KindAction, today); err != nil {
				return err
			}
			if s.Stale, err = within(c, s.ID, workshop.KindStakeholder, today.AddDays(1-staleAfter)); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// within is perWorkshop for one workshop. The plus keeps SQLite from the index
// over all workshops: the rows of one stand together.
func within(c *conn, id workshop.ID, kind workshop.Kind, before workshop.Date) (int, error) {
	n, err := c.integer("SELECT count(*) FROM item WHERE workshop=? AND kind=? AND +open=1 AND date>'' AND date<?", id, kind, before)
	return int(n), err
}

// summaries reads workshops without the counts that depend on the day; a limit
// below 0 is none.
func summaries(c *conn, limit int) ([]Summary, error) {
	var out []Summary
	err := c.each(`SELECT s.workshop, title, kind, template, client, site, programme, status, start, days, steps, steps_done,
				step, actions, actions_open, stakeholders, review, changed, coalesce(v.at, 0), template_version
			FROM summary s LEFT JOIN visit v ON v.workshop = s.workshop
			ORDER BY max(changed, coalesce(v.at, 0)) DESC, s.workshop LIMIT ?`, []any{limit}, func(s *sqlite3.Stmt) error {
		id := workshop.ID(s.ColumnText(0))
		sum := Summary{ID: id, Title: s.ColumnText(1), Kind: s.ColumnText(2), Template: s.ColumnText(3),
			Client: s.ColumnText(4), Site: s.ColumnText(5), Programme: s.ColumnText(6), Status: s.ColumnText(7),
			Start: workshop.Date(s.ColumnText(8)), Days: s.ColumnInt(9), Steps: s.ColumnInt(10), StepsDone: s.ColumnInt(11),
			Step: s.ColumnText(12), Actions: s.ColumnInt(13), ActionsOpen: s.ColumnInt(14), Stakeholders: s.ColumnInt(15),
			Review: workshop.Date(s.ColumnText(16)), Changed: time.UnixMilli(s.ColumnInt64(17)),
			Version: s.ColumnInt(19)}
		if at := s.ColumnInt64(18); at > 0 {
			sum.Opened = time.UnixMilli(at)
		}
		out = append(out, sum)
		return nil
	})
	return out, err
}

// perWorkshop counts the open items of a kind with a date before the given one.
func perWorkshop(c *conn, kind workshop.Kind, before workshop.Date) (map[workshop.ID]int, error) {
	out := map[workshop.ID]int{}
	err := c.each("SELECT workshop, count(*) FROM item WHERE open=1 AND kind=? AND date>'' AND date<? GROUP BY workshop",
		[]any{kind, before}, func(s *sqlite3.Stmt) error {
			out[workshop.ID(s.ColumnText(0))] = s.ColumnInt(1)
			return nil
		})
	return out, err
}

// Digest is what today asks for, over all workshops.
type Digest struct {
	Workshops   int
	Open        int // actions that are open
	Overdue     int // of those, due before today
	DueWeek     int // of those, due today or in the six days after
	ReviewsDue  int // reviews planned up to a week from now and not held
	ReviewsLate int // of those, planned before today
	ChecksDue   int // recurring checks of actions due today or before
	Stale       int // ratings older than 30 days
	Contacts    int // next contacts with people on a map, today or before
}

// contactsDue are the rated entries of all maps whose next contact is due on a
// day, or was.
const contactsDue = `item WHERE open=1 AND kind='contact' AND date<=?`

// ContactDue is the workshop with the oldest next contact that is due, and the
// entry of its map; "" for none.
func (l *Library) ContactDue(today workshop.Date) (in, entry workshop.ID, err error) {
	err = l.look(func(c *conn) error {
		return c.each("SELECT workshop, id FROM "+contactsDue+" ORDER BY date, workshop, id LIMIT 1", []any{today}, func(s *sqlite3.Stmt) error {
			in, entry = workshop.ID(s.ColumnText(0)), workshop.ID(s.ColumnText(1))
			return nil
		})
	})
	return in, entry, err
}

// Digest counts what today asks for. Workshops that are closed count too: an
// action is done when it is done.
func (l *Library) Digest(today workshop.Date) (Digest, error) {
	var d Digest
	week := today.AddDays(7)
	err := l.look(func(c *conn) error {
		for _, q := range []struct {
			to   *int
			sql  string
			args []any
		}{
			{&d.Workshops, "SELECT count(*) FROM summary", nil},
			{&d.Open, "SELECT coalesce(sum(actions_open), 0) FROM summary", nil},
			{&d.Overdue, "SELECT count(*) FROM item WHERE open=1 AND kind='action' AND date>'' AND date<?", []any{today}},
			{&d.DueWeek, "SELECT count(*) FROM item WHERE open=1 AND kind='action' AND date>=? AND date<?", []any{today, week}},
			{&d.ReviewsDue, "SELECT count(*) FROM item WHERE open=1 AND kind='review' AND date>'' AND date<?", []any{week}},
			{&d.ReviewsLate, "SELECT count(*) FROM item WHERE open=1 AND kind='review' AND date>'' AND date<?", []any{today}},
			{&d.ChecksDue, "SELECT count(*) FROM item WHERE open=1 AND kind='check' AND date>'' AND date<=?", []any{today}},
			{&d.Stale, "SELECT count(*) FROM item WHERE open=1 AND kind='stakeholder' AND date>'' AND date<?", []any{today.AddDays(1 - staleAfter)}},
			{&d.Contacts, "SELECT count(*) FROM " + contactsDue, []any{today}},
		} {
			n, err := c.integer(q.sql, q.args...)
			if err != nil {
				return err
			}
			*q.to = int(n)
		}
		return nil
	})
	return d, err
}
