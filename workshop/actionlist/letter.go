package actionlist

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// Letter is what is to be said to one owner: a text to copy into a mail.
type Letter struct {
	Who   string // as in [Row.Who]
	Owner string
	Text  string
	Open  int
	Late  int // of Open, overdue
}

// Letters writes a text for each owner of open actions: what is overdue, what is due within a week, what comes later, and what is asked. Those with
// the most overdue actions come first. What blocks an action is said; where an action came from is not. Day writes a date for reading.
func Letters(rows []*Row, today workshop.Date, day func(workshop.Date) string) []Letter {
	byOwner := map[string][]*Row{}
	for _, r := range rows {
		if !r.Action.Ended() && r.Who != "" {
			byOwner[r.Who] = append(byOwner[r.Who], r)
		}
	}
	letters := make([]Letter, 0, len(byOwner))
	for who, own := range byOwner {
		letters = append(letters, letter(who, own, today, day))
	}
	slices.SortFunc(letters, func(a, b Letter) int {
		return cmp.Or(cmp.Compare(b.Late, a.Late), strings.Compare(fold(a.Owner), fold(b.Owner)), strings.Compare(a.Who, b.Who))
	})
	return letters
}

func letter(who string, rows []*Row, today workshop.Date, day func(workshop.Date) string) Letter {
	Order{{Column: Due}, {Column: Priority}}.sort(rows)
	l := Letter{Who: who, Owner: rows[0].Owner, Open: len(rows)}
	several := slices.ContainsFunc(rows, func(r *Row) bool { return r.Workshop != rows[0].Workshop })
	var late, soon, later, undated []string
	week := today.AddDays(6)
	for _, r := range rows {
		a := r.Action
		line := "- " + a.Label() + " " + a.Title
		if a.Due != "" {
			line += ", due " + day(a.Due)
		}
		if several && r.Place != "" {
			line += " (" + r.Place + ")"
		}
		if a.Status == workshop.ActionBlocked {
			line += ". Blocked"
			if a.Blocker != "" {
				line += ": " + strings.Join(strings.Fields(a.Blocker), " ")
			}
		}
		switch {
		case a.Due == "":
			undated = append(undated, line)
		case a.Due < today:
			late = append(late, line)
		case a.Due <= week:
			soon = append(soon, line)
		default:
			later = append(later, line)
		}
	}
	l.Late = len(late)
	var s strings.Builder
	fmt.Fprintf(&s, "Hello %s,\n\nthese are your open actions as of %s", l.Owner, day(today))
	if !several && rows[0].Place != "" {
		s.WriteString(" from " + rows[0].Place)
	}
	s.WriteString(".\n")
	for _, part := range []struct {
		title, ask string
		lines      []string
	}{
		{"Overdue", "Please finish these, or answer with the day on which they will be done.", late},
		{"Due within a week", "Please say now if one of them will not be done in time, and what would help.", soon},
		{"Later", "", later},
		{"Without a date", "Please answer with a day for each.", undated},
	} {
		if len(part.lines) == 0 {
			continue
		}
		fmt.Fprintf(&s, "\n%s\n%s\n", part.title, strings.Join(part.lines, "\n"))
		if part.ask != "" {
			s.WriteString(part.ask + "\n")
		}
	}
	l.Text = s.String()
	return l
}
