package actionlist

import (
	"slices"

	"nemawashi.app/workshop"
)

// List is the rows of a page in the order in which they are shown.
type List struct {
	today  workshop.Date
	order  Order
	group  Column // "" for none
	lines  []Line // of the groups; nil until asked for
	filter Filter
	all    []*Row // in order, so that filtering does not sort
	byID   map[workshop.ID]*Row
	shown  []*Row
	held   bool // some rows are not where they belong
	totals Totals
}

// NewList returns a list of rows, shown by due date.
func NewList(rows []*Row, today workshop.Date) *List {
	l := &List{today: today, order: Order{{Column: Due}, {Column: Priority}}}
	l.Reset(rows)
	return l
}

// Reset exchanges all rows.
func (l *List) Reset(rows []*Row) {
	l.all = slices.Clone(rows)
	l.byID = make(map[workshop.ID]*Row, len(rows))
	for _, r := range rows {
		l.byID[r.ID()] = r
		r.ended = r.Action.Ended()
	}
	l.held = false
	l.sort()
	l.choose()
	l.totals = Count(l.all, l.today)
}

// Totals counts all rows, shown or not.
func (l *List) Totals() Totals { return l.totals }

// count keeps the totals true when a row comes, goes or is exchanged.
func (l *List) count(old, r *Row) {
	last := l.today.AddDays(6)
	if old != nil {
		l.totals.add(old.Action, -1, l.today, last)
	}
	if r != nil {
		r.ended = r.Action.Ended()
		l.totals.add(r.Action, 1, l.today, last)
	}
}

// SetToday goes on to another day: what is overdue may have changed.
func (l *List) SetToday(today workshop.Date) {
	if l.today != today {
		l.today = today
		l.Settle()
		l.choose()
		l.totals = Count(l.all, today)
	}
}

// Today is the day from which overdue is counted.
func (l *List) Today() workshop.Date { return l.today }

// Order is how the rows are sorted; the slice must not be changed.
func (l *List) Order() Order { return l.order }

// Filter is which rows are shown.
func (l *List) Filter() Filter { return l.filter }

// SetOrder sorts the rows.
func (l *List) SetOrder(o Order) {
	l.order, l.held = o, true
	l.Settle()
}

// SetFilter shows other rows.
func (l *List) SetFilter(f Filter) {
	if l.filter != f {
		l.filter = f
		l.Settle()
		l.choose()
	}
}

// sort puts all rows in order.
func (l *List) sort() {
	if l.group != "" {
		for _, r := range l.all {
			r.group = l.groupOf(r)
		}
	}
	l.sorting().sort(l.all)
}

// choose filters anew.
func (l *List) choose() {
	l.lines = nil
	l.shown = make([]*Row, 0, len(l.all))
	match := l.filter.match(l.today)
	for _, r := range l.all {
		if match(r) {
			l.shown = append(l.shown, r)
		}
	}
}

// All are all rows in order, shown or not; the slice must not be changed.
func (l *List) All() []*Row { return l.all }

// Shown are the rows that pass the filter, in order; the slice must not be changed.
func (l *List) Shown() []*Row { return l.shown }

// Find is the row of an action, nil when there is none.
func (l *List) Find(id workshop.ID) *Row { return l.byID[id] }

// IndexOf is where the action is shown, -1 when it is not.
func (l *List) IndexOf(id workshop.ID) int {
	r := l.byID[id]
	if r == nil {
		return -1
	}
	return slices.Index(l.shown, r)
}

// Put takes in a row that is new or has changed. It says whether rows have
// moved: otherwise it is enough to show the one row anew.
func (l *List) Put(r *Row) (moved bool) {
	l.Settle()
	l.lines = nil
	r.group = l.groupOf(r)
	old := l.byID[r.ID()]
	l.byID[r.ID()] = r
	l.count(old, r)
	var wasShown bool
	if old == nil {
		l.all = l.insert(l.all, r)
	} else {
		l.all, _, _ = l.exchange(l.all, old, r)
		l.shown, wasShown, moved = l.exchange(l.shown, old, r)
	}
	passes := l.filter.match(l.today)(r)
	switch {
	case wasShown && !passes:
		i := slices.Index(l.shown, r)
		l.shown = slices.Delete(l.shown, i, i+1)
		return true
	case !wasShown && passes:
		l.shown = l.insert(l.shown, r)
		return true
	}
	return moved
}

// Hold takes in a changed row and leaves it where it is, so that it does not
// run away from under the cursor. [List.Settle] and a new order or filter put
// it where it belongs. A row that is not in the list is left out.
func (l *List) Hold(r *Row) {
	old := l.byID[r.ID()]
	if old == nil {
		return
	}
	l.lines = nil
	r.group = old.group
	l.byID[r.ID()] = r
	l.count(old, r)
	l.all[slices.Index(l.all, old)] = r
	if i := slices.Index(l.shown, old); i >= 0 {
		l.shown[i] = r
	}
	l.held = true
}

// Settle puts held rows where they belong.
func (l *List) Settle() {
	if l.held {
		l.held = false
		l.sort()
		l.choose()
	}
}

// insert puts a row in its place.
func (l *List) insert(rows []*Row, r *Row) []*Row {
	at, _ := slices.BinarySearchFunc(rows, r, l.sorting().compare)
	return slices.Insert(rows, at, r)
}

// exchange puts a row where an old one was or, when it does not fit there any
// more, where it belongs.
func (l *List) exchange(rows []*Row, old, r *Row) (now []*Row, found, moved bool) {
	i := slices.Index(rows, old)
	if i < 0 {
		return rows, false, false
	}
	compare := l.sorting().compare
	after := i == 0 || compare(rows[i-1], r) <= 0
	before := i == len(rows)-1 || compare(r, rows[i+1]) <= 0
	if after && before {
		rows[i] = r
		return rows, true, false
	}
	return l.insert(slices.Delete(rows, i, i+1), r), true, true
}

// Remove takes an action out and says whether it was shown.
func (l *List) Remove(id workshop.ID) bool {
	old := l.byID[id]
	if old == nil {
		return false
	}
	l.lines = nil
	delete(l.byID, id)
	l.count(old, nil)
	i := slices.Index(l.all, old)
	l.all = slices.Delete(l.all, i, i+1)
	was := slices.Index(l.shown, old)
	if was >= 0 {
		l.shown = slices.Delete(l.shown, was, was+1)
	}
	return was >= 0
}
