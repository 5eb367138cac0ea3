package library

import (
	"slices"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	"golang.org/x/text/cases"

	"nemawashi.app/workshop"
)

// Filter chooses actions across workshops; its zero value is all of them.
type Filter struct {
	Workshop  workshop.ID   // of this workshop only
	Open      bool          // not done, verified or dropped
	Overdue   bool          // open and due before today
	DueBefore workshop.Date // due before this date
	Owner     string        // the owner's name contains it, in any case
	CheckDue  bool          // a recurring check is due today or before
	Whole     bool          // give each whole action, and when it was changed last, which takes a look at each record
}

// ActionLine is an action in a list across workshops.
type ActionLine struct {
	Workshop      workshop.ID
	WorkshopTitle string
	Client        string // of the workshop
	ID            workshop.ID
	Number        int
	Title         string
	Owner         workshop.ID
	OwnerName     string
	Due           workshop.Date
	Status        string
	NextCheck     workshop.Date // the next recurring check, "" for none
	// Where the filter asks for them: the whole action, when it was changed last, and the currency of its workshop.
	Action   *workshop.Action
	Changed  time.Time
	Currency string
}

// Actions lists actions of all workshops by due date, those without one last.
func (l *Library) Actions(f Filter) ([]ActionLine, error) {
	today := workshop.DateOf(l.opt.Now())
	where, args := []string{"i.kind='action'"}, []any{}
	if f.Open || f.Overdue {
		where = append(where, "i.open=1")
	}
	if f.Workshop != "" {
		where, args = append(where, "i.workshop=?"), append(args, f.Workshop)
	}
	before := f.DueBefore
	if f.Overdue && (before == "" || today < before) {
		before = today
	}
	if before != "" {
		where, args = append(where, "i.date>'' AND i.date<?"), append(args, before)
	}
	if f.CheckDue {
		where, args = append(where, "k.date<=?"), append(args, today)
	}
	whole, records := "", ""
	if f.Whole {
		whole, records = ", r.heads, r.doc", " LEFT JOIN record r ON r.workshop=i.workshop AND r.id=i.id"
	}
	sql := `SELECT i.workshop, coalesce(s.title, ''), i.id, i.number, i.title, i.owner, coalesce(p.title, ''), i.date, i.state, coalesce(s.client, ''), coalesce(k.date, '')` + whole + `
		FROM item i LEFT JOIN summary s ON s.workshop=i.workshop
		LEFT JOIN item p ON p.workshop=i.workshop AND p.kind='person' AND p.id=i.owner
		LEFT JOIN item k ON k.workshop=i.workshop AND k.kind='check' AND k.id=i.id` + records + `
		WHERE ` + strings.Join(where, " AND ") + ` ORDER BY i.date='', i.date, i.workshop, i.number`
	fold := cases.Fold()
	owner := fold.String(strings.TrimSpace(f.Owner))
	var out []ActionLine
	currencies := map[workshop.ID]string{}
	err := l.look(func(c *conn) error {
		if f.Whole {
			var err error
			if currencies, err = currenciesOf(c); err != nil {
				return err
			}
		}
		return c.each(sql, args, func(s *sqlite3.Stmt) error {
			name := s.ColumnText(6)
			if owner != "" && !strings.Contains(fold.String(name), owner) {
				return nil
			}
			line := ActionLine{Workshop: workshop.ID(s.ColumnText(0)), WorkshopTitle: s.ColumnText(1),
				ID: workshop.ID(s.ColumnText(2)), Number: s.ColumnInt(3), Title: s.ColumnText(4),
				Owner: workshop.ID(s.ColumnText(5)), OwnerName: name, Due: workshop.Date(s.ColumnText(7)), Status: s.ColumnText(8), Client: s.ColumnText(9), NextCheck: workshop.Date(s.ColumnText(10))}
			if f.Whole {
				rec, err := workshop.ReadRecord(workshop.KindAction, line.ID, s.ColumnText(12))
				if err != nil {
					return err
				}
				line.Action, _ = rec.(*workshop.Action)
				line.Changed, line.Currency = workshop.NewestStamp(s.ColumnText(11)).Time(), currencies[line.Workshop]
			}
			out = append(out, line)
			return nil
		})
	})
	return out, err
}

// Whose are the workshops that some actions belong to, those of most of them
// first. An action that is not here belongs to none.
func (l *Library) Whose(actions []workshop.ID) ([]workshop.ID, error) {
	asked := map[workshop.ID]bool{}
	for _, id := range actions {
		asked[id] = true
	}
	count := map[workshop.ID]int{}
	var out []workshop.ID
	err := l.look(func(c *conn) error {
		clear(count)
		out = nil
		return c.each("SELECT workshop, id FROM item WHERE kind='action' ORDER BY workshop, id", nil, func(s *sqlite3.Stmt) error {
			if w := workshop.ID(s.ColumnText(0)); asked[workshop.ID(s.ColumnText(1))] {
				if count[w]++; count[w] == 1 {
					out = append(out, w)
				}
			}
			return nil
		})
	})
	slices.SortStableFunc(out, func(a, b workshop.ID) int { return count[b] - count[a] })
	return out, err
}

// PersonLine is somebody in a list across workshops.
type PersonLine struct {
	Workshop      workshop.ID
	WorkshopTitle string
	ID            workshop.ID
	Name          string
	Code          string
}

// People lists the people of all workshops by name.
func (l *Library) People() ([]PersonLine, error) {
	var out []PersonLine
	err := l.look(func(c *conn) error {
		return c.each(`SELECT i.workshop, coalesce(s.title, ''), i.id, i.title, i.state
			FROM item i LEFT JOIN summary s ON s.workshop=i.workshop
			WHERE i.kind='person' AND i.open=1 ORDER BY i.title, i.workshop`, nil, func(s *sqlite3.Stmt) error {
			out = append(out, PersonLine{Workshop: workshop.ID(s.ColumnText(0)), WorkshopTitle: s.ColumnText(1),
				ID: workshop.ID(s.ColumnText(2)), Name: s.ColumnText(3), Code: s.ColumnText(4)})
			return nil
		})
	})
	return out, err
}

// currenciesOf are the currencies in which the workshops count.
func currenciesOf(c *conn) (map[workshop.ID]string, error) {
	out := map[workshop.ID]string{}
	err := c.each(`SELECT s.workshop, coalesce(json_extract(r.doc, '$.currency'), '') FROM summary s JOIN record r ON r.workshop=s.workshop AND r.id=s.workshop`, nil,
		func(s *sqlite3.Stmt) error {
			out[workshop.ID(s.ColumnText(0))] = s.ColumnText(1)
			return nil
		})
	return out, err
}

// PromiseLine is a commitment in a list across workshops.
type PromiseLine struct {
	Workshop      workshop.ID
	WorkshopTitle string
	Currency      string
	WhoName       string
	Commitment    *workshop.Commitment
}

// Promises lists what leaders have promised in all workshops. It looks at every workshop, so it is not for the first page.
func (l *Library) Promises() ([]PromiseLine, error) {
	var out []PromiseLine
	err := l.look(func(c *conn) error {
		currencies, err := currenciesOf(c)
		if err != nil {
			return err
		}
		return c.each(`SELECT s.workshop, s.title, r.id, r.doc, coalesce(p.title, '') FROM summary s
			JOIN record r ON r.workshop=s.workshop AND r.kind='commitment' AND r.alive=1
			LEFT JOIN item p ON p.workshop=s.workshop AND p.kind='person' AND p.id=json_extract(r.doc, '$.who')
			ORDER BY s.workshop, r.id`, nil, func(s *sqlite3.Stmt) error {
			rec, err := workshop.ReadRecord(workshop.KindCommitment, workshop.ID(s.ColumnText(2)), s.ColumnText(3))
			if err != nil {
				return err
			}
			line := PromiseLine{Workshop: workshop.ID(s.ColumnText(0)), WorkshopTitle: s.ColumnText(1), WhoName: s.ColumnText(4)}
			line.Commitment, _ = rec.(*workshop.Commitment)
			line.Currency = currencies[line.Workshop]
			out = append(out, line)
			return nil
		})
	})
	return out, err
}
