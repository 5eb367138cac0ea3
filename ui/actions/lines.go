package actions

import (
	"fmt"
	"slices"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// rows is how many rows the table has, the headings of groups among them.
func (b *Board) rows() int {
	if b.list.Group() != "" {
		return len(b.list.Lines())
	}
	return len(b.list.Shown())
}

// at is the action in a row of the table, nil where a heading stands.
func (b *Board) at(row int) *actionlist.Row {
	if b.list.Group() != "" {
		return b.list.Lines()[row].Row
	}
	return b.list.Shown()[row]
}

// indexOf is the row of the table that an action stands in, -1 for none.
func (b *Board) indexOf(id workshop.ID) int {
	if b.list.Group() == "" {
		return b.list.IndexOf(id)
	}
	r := b.list.Find(id)
	return slices.IndexFunc(b.list.Lines(), func(l actionlist.Line) bool { return l.Row != nil && l.Row == r })
}

// near is the row closest to one that has gone: itself, or the next that is no heading.
func (b *Board) near(row int) int {
	n := b.rows()
	for i := min(row, n-1); i >= 0 && i < n; i++ {
		if b.at(i) != nil {
			return i
		}
	}
	for i := min(row, n-1); i >= 0; i-- {
		if b.at(i) != nil {
			return i
		}
	}
	return -1
}

// heading is the title of a group.
func (b *Board) heading(row int) (string, bool) {
	if b.list.Group() == "" {
		return "", false
	}
	l := b.list.Lines()[row]
	if l.Row != nil {
		return "", false
	}
	return fmt.Sprintf("%s, %s", b.groupWord(l.Group), plural(l.Count, "action")), true
}

func (b *Board) groupWord(group string) string {
	switch b.list.Group() {
	case actionlist.Owner:
		if group == "" {
			return "Nobody"
		}
	case actionlist.Status:
		return statusWords[group]
	case actionlist.Week:
		if group == "" {
			return "No due date"
		}
		monday, this := workshop.Date(group), actionlist.Monday(b.list.Today())
		_, week := monday.Time().ISOWeek()
		switch monday {
		case this:
			return fmt.Sprintf("This week, %d", week)
		case this.AddDays(7):
			return fmt.Sprintf("Next week, %d", week)
		}
		return fmt.Sprintf("Week %d from %s", week, dayText(monday, b.list.Today()))
	case actionlist.Origin:
		if group == "" {
			return "No source"
		}
	}
	return group
}

// groupBy puts the rows together by a column, "" for none. The cursor stays on its action.
func (b *Board) groupBy(c actionlist.Column) {
	b.list.SetGroup(c)
	b.rearranged()
}

// nextGrouping goes from one grouping to the next, and from the last to none.
func (b *Board) nextGrouping() {
	groups := b.groups()
	b.groupBy(groups[(slices.Index(groups, b.list.Group())+1)%len(groups)])
}
