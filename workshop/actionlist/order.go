package actionlist

import (
	"cmp"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// Column is what rows can be sorted by.
type Column string

// The columns.
const (
	Number   Column = "number"
	Title    Column = "title"
	Owner    Column = "owner"
	Due      Column = "due"
	Status   Column = "status"
	Progress Column = "progress"
	Priority Column = "priority"
	Effort   Column = "effort" // with impact: the most impact for the least effort first
	Origin   Column = "source"
	Place    Column = "workshop"
	Client   Column = "client"
)

// columns is how many there are.
const columns = 12

// index is the column's place in the cache of a row.
func (c Column) index() int {
	return slices.Index([]Column{Number, Title, Owner, Due, Status, Progress, Priority, Effort, Origin, Place, Week, Client}, c)
}

// Key is one level of an order.
type Key struct {
	Column     Column
	Descending bool
}

// Order is the levels of sorting, the first one first. What is equal in all of
// them stands by workshop and number.
type Order []Key

// most is how many levels an order keeps: more cannot be said in a line.
const most = 3

// levels is how many are sorted by at once: those of an order, and the group before them.
const levels = most + 1

// By makes the column the first level. The levels before stay below it, so
// that clicking one heading after another sorts by several; the column that
// was already first turns round.
func (o Order) By(c Column) Order {
	first := Key{Column: c}
	if len(o) > 0 && o[0].Column == c {
		first.Descending = !o[0].Descending
	}
	out := Order{first}
	for _, k := range o {
		if k.Column != c && len(out) < most {
			out = append(out, k)
		}
	}
	return out
}

// empty is the rank of a row without a value: last, whichever way round.
const empty = ^uint64(0)

// sortable is a row with the ranks of its levels, worked out once.
type sortable struct {
	ranks [levels]uint64
	row   *Row
}

// sort puts rows in order.
func (o Order) sort(rows []*Row) {
	o = o[:min(len(o), levels)]
	keyed := make([]sortable, len(rows))
	for j, k := range o {
		at := k.Column.index()
		for i, r := range rows {
			keyed[i].ranks[j] = k.turned(r.rank(k.Column, at))
		}
	}
	for i, r := range rows {
		keyed[i].row = r
	}
	slices.SortFunc(keyed, func(a, b sortable) int {
		for j := range o {
			if x, y := a.ranks[j], b.ranks[j]; x < y {
				return -1
			} else if x > y {
				return 1
			}
			if o[j].Column.isText() {
				if c := o[j].texts(a.row, b.row); c != 0 {
					return c
				}
			}
		}
		return tie(a.row, b.row)
	})
	for i, k := range keyed {
		rows[i] = k.row
	}
}

// compare orders two rows by all levels.
func (o Order) compare(a, b *Row) int {
	for _, k := range o[:min(len(o), levels)] {
		at := k.Column.index()
		if c := cmp.Or(cmp.Compare(k.turned(a.rank(k.Column, at)), k.turned(b.rank(k.Column, at))), k.texts(a, b)); c != 0 {
			return c
		}
	}
	return tie(a, b)
}

func tie(a, b *Row) int {
	if a.Workshop != b.Workshop {
		return strings.Compare(string(a.Workshop), string(b.Workshop))
	}
	if a.Action.Number != b.Action.Number {
		return cmp.Compare(a.Action.Number, b.Action.Number)
	}
	return strings.Compare(string(a.Action.ID), string(b.Action.ID))
}

// turned is the rank for the key's direction; what is empty stays last.
func (k Key) turned(rank uint64) uint64 {
	if k.Descending && rank != empty {
		return empty - 1 - rank
	}
	return rank
}

// rank is a number that sorts as the column does, worked out once for each row; of a
// text it is its beginning.
func (r *Row) rank(c Column, at int) uint64 {
	if bit := uint16(1) << at; r.ranked&bit == 0 {
		r.ranks[at] = r.rankBy(c)
		r.ranked |= bit
	}
	return r.ranks[at]
}

func (r *Row) rankBy(c Column) uint64 {
	a := r.Action
	switch c {
	case Number:
		return uint64(a.Number)
	case Due:
		if a.Due == "" {
			return empty
		}
		return day(a.Due)
	case Week:
		if a.Due == "" {
			return empty
		}
		return day(Monday(a.Due))
	case Status:
		return uint64(slices.Index(statuses, a.Status) + 1)
	case Progress:
		return uint64(a.Progress)
	case Priority:
		if i := slices.Index(priorities, a.Priority); i >= 0 {
			return uint64(i)
		}
		return empty
	case Effort:
		if a.Effort == 0 || a.Impact == 0 {
			return empty
		}
		return uint64(5-a.Impact)*8 + uint64(a.Effort)
	}
	if s := r.text(c); s != "" {
		return begin(s)
	}
	return empty
}

// texts orders by the whole text of the column, where there is one and ranks
// are equal.
func (k Key) texts(a, b *Row) int {
	c := strings.Compare(a.text(k.Column), b.text(k.Column))
	if k.Descending {
		return -c
	}
	return c
}

func (c Column) isText() bool {
	return c == Title || c == Owner || c == Origin || c == Place || c == Client
}

// text is the column's text as it is compared, "" for a column of other values.
func (r *Row) text(c Column) string {
	switch c {
	case Title:
		return folded(&r.title, r.Action.Title)
	case Owner:
		return folded(&r.owner, r.Owner)
	case Origin:
		return folded(&r.source, r.Source.Label)
	case Place:
		return folded(&r.place, r.Place)
	case Client:
		return folded(&r.client, r.Client)
	}
	return ""
}

// day packs a date so that it compares like the calendar.
func day(d workshop.Date) uint64 {
	n := uint64(0)
	for i := range len(d) {
		if c := d[i]; c >= '0' && c <= '9' {
			n = n*10 + uint64(c-'0')
		}
	}
	return n
}

func folded(into *string, s string) string {
	if *into == "" && s != "" {
		*into = fold(s)
	}
	return *into
}

// begin packs up to eight bytes so that they compare like the text. It is
// never the rank of an empty value.
func begin(s string) uint64 {
	n := uint64(0)
	for i := range 8 {
		n <<= 8
		if i < len(s) {
			n |= uint64(s[i])
		}
	}
	return min(n, empty-2)
}

// statuses in the order of work.
var statuses = []string{workshop.ActionBlocked, workshop.ActionOpen, workshop.ActionStarted, workshop.ActionDone, workshop.ActionVerified, workshop.ActionDropped}

// Statuses are the statuses of an action in the order in which they are sorted and offered.
func Statuses() []string { return slices.Clone(statuses) }

var priorities = []string{"high", "medium", "low"}

// Priorities are the priorities of an action, the most urgent first.
func Priorities() []string { return slices.Clone(priorities) }
