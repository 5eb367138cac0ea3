package actionlist

import "nemawashi.app/workshop"

// Week groups by the week of the due date; it is no column of the register.
const Week Column = "week"

// Groupings are what rows can be put together by.
func Groupings() []Column { return []Column{Owner, Status, Week, Origin} }

// Line is a row of a grouped list, or the heading above the rows of a group.
type Line struct {
	Row *Row // nil: a heading
	// Of a heading: what its rows have in common, as it is kept (a name, a status, the Monday of a week, a source), "" for none; and how many they are.
	Group string
	Count int
}

// SetGroup puts rows together that have something in common, "" for none. Within a group the order is as before.
func (l *List) SetGroup(c Column) {
	l.group = c
	l.SetOrder(l.order)
}

// Group is what the rows are put together by, "" for nothing.
func (l *List) Group() Column { return l.group }

// Lines are the shown rows with a heading above each group; without groups, nil. The slice must not be changed.
func (l *List) Lines() []Line {
	if l.group == "" {
		return nil
	}
	if l.lines == nil {
		l.lines = make([]Line, 0, len(l.shown)+16)
		heading := -1
		for i, r := range l.shown {
			if i == 0 || r.group != l.shown[i-1].group {
				heading = len(l.lines)
				l.lines = append(l.lines, Line{Group: r.group})
			}
			l.lines[heading].Count++
			l.lines = append(l.lines, Line{Row: r})
		}
	}
	return l.lines
}

// sorting is the whole order: by group first.
func (l *List) sorting() Order {
	if l.group == "" {
		return l.order
	}
	return append(Order{{Column: l.group}}, l.order...)
}

// groupOf is what a row has in common with others. Rows that are held keep the group that they stand in until they are put where they belong.
func (l *List) groupOf(r *Row) string {
	switch l.group {
	case Owner:
		return r.Owner
	case Status:
		return r.Action.Status
	case Week:
		return string(Monday(r.Action.Due))
	case Origin:
		return r.Source.Label
	case Place:
		return r.Place
	}
	return ""
}

// Monday is the first day of a date's week, "" of none.
func Monday(d workshop.Date) workshop.Date {
	if d == "" {
		return ""
	}
	return d.AddDays(-((int(d.Time().Weekday()) + 6) % 7))
}
