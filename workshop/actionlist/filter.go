package actionlist

import (
	"strings"

	"nemawashi.app/workshop"
)

// State is which statuses a filter lets through: one of the constants below or
// a status itself.
type State string

// The states beside the single statuses.
const (
	Any     State = ""
	NotDone State = "not done"
	Quiet   State = "stale" // not done, and nobody has touched it for a while
	Check   State = "check" // a recurring check is due, whether it is done or not
)

// Filter says which rows are shown. The zero value shows all.
type Filter struct {
	Who      string // owner, as in [Row.Who]
	Nobody   bool   // only actions without an owner
	State    State
	Overdue  bool // only overdue ones
	Workshop workshop.ID
	Text     string // every word of it must be somewhere in the row
}

// match prepares the filter for going through many rows.
func (f Filter) match(today workshop.Date) func(*Row) bool {
	words := strings.Fields(fold(f.Text))
	return func(r *Row) bool {
		if f.State == Quiet && !r.Stale(today) {
			return false
		}
		if f.State == Check {
			if next := r.Action.NextCheck(); next == "" || next > today {
				return false
			}
		}
		if f.State == NotDone && r.ended {
			return false
		}
		a := r.Action
		switch {
		case f.Workshop != "" && r.Workshop != f.Workshop,
			f.Who != "" && r.Who != f.Who,
			f.Nobody && a.Owner != "",
			f.Overdue && !a.Overdue(today),
			f.State != Any && f.State != NotDone && f.State != Quiet && f.State != Check && string(f.State) != a.Status:
			return false
		}
		for _, w := range words {
			if !strings.Contains(r.haystack(), w) {
				return false
			}
		}
		return true
	}
}

// haystack is what the text filter looks in, made when it is first asked for.
func (r *Row) haystack() string {
	if r.hay == "" {
		a := r.Action
		r.hay = fold(strings.Join([]string{a.Label(), a.Title, r.Owner, r.Source.Label, r.Place, r.Client, a.Status, a.Priority, a.Category,
			string(a.Due), a.Detail, a.Blocker, a.Update}, "\n"))
	}
	return r.hay
}
