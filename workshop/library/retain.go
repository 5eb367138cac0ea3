package library

import (
	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Retained is a workshop whose retention date has come: what is judged of people
// there was to be kept until then.
type Retained struct {
	Workshop workshop.ID
	Title    string
	Until    workshop.Date
	Mapped   int // entries of the resistance map that are still there
}

// Retained lists the workshops whose retention date is today or before and in
// which there are still entries of the resistance map, the oldest date first.
func (l *Library) Retained(today workshop.Date) ([]Retained, error) {
	var out []Retained
	err := l.look(func(c *conn) error {
		out = nil
		return c.each(`SELECT i.workshop, s.title, i.date,
				(SELECT count(*) FROM item m WHERE m.workshop=i.workshop AND m.kind='stakeholder') AS mapped
			FROM item i JOIN summary s ON s.workshop=i.workshop
			WHERE i.open=1 AND i.kind='retention' AND i.date<=? AND mapped > 0 ORDER BY i.date, s.title`, []any{today}, func(s *sqlite3.Stmt) error {
			out = append(out, Retained{Workshop: workshop.ID(s.ColumnText(0)), Title: s.ColumnText(1), Until: workshop.Date(s.ColumnText(2)), Mapped: s.ColumnInt(3)})
			return nil
		})
	})
	return out, err
}

// EraseMap erases every entry of a workshop's resistance map with its history,
// and everybody who is on it and takes part in nothing else, as [Library.Erase]
// does for one person: what remains are the actions, without a source. On a map
// that is empty it does nothing. It is not undone.
func (l *Library) EraseMap(id workshop.ID) (workshop.Erased, error) {
	if l.writer == nil {
		return workshop.Erased{}, workshop.ErrReadOnly
	}
	s, err := l.quietly(id)
	if err != nil {
		return workshop.Erased{}, err
	}
	var who *workshop.Subject
	s.Read(func(w *workshop.Workshop) { who = w.Mapped() })
	if who == nil {
		return workshop.Erased{}, nil
	}
	what, err := s.Erase(who, "", false)
	if err != nil {
		return what, err
	}
	return what, l.Flush()
}
