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
)

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
	ranks [most]uint64
	row   *Row
}

// sort puts rows in order.
func (o Order) sort(rows []*Row) {
	o = o[:min(len(o), most)]
	keyed := make([]sortable, len(rows))
	for i, r := range rows {
		keyed[i].row = r
		for j, k := range o {
			keyed[i].ranks[j] = k.rank(r)
		}
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
	for _, k := range o[:min(len(o), most)] {
		if c := cmp.Or(cmp.Compare(k.rank(a), k.rank(b)), k.texts(a, b)); c != 0 {
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

// rank is a number that sorts as the column does; of a text it is its
// beginning.
func (k Key) rank(r *Row) uint64 {
	a := r.Action
	n := uint64(0)
	switch k.Column {
	case Number:
		n = uint64(a.Number)
	case Due:
		if a.Due == "" {
			return empty
		}
		n = day(a.Due)
	case Status:
		n = uint64(slices.Index(statuses, a.Status) + 1)
	case Progress:
		n = uint64(a.Progress)
	case Priority:
		i := slices.Index(priorities, a.Priority)
		if i < 0 {
			return empty
		}
		n = uint64(i)
	case Effort:
		if a.Effort == 0 || a.Impact == 0 {
			return empty
		}
		n = uint64(5-a.Impact)*8 + uint64(a.Effort)
	default:
		s := r.text(k.Column)
		if s == "" {
			return empty
		}
		n = begin(s)
	}
	if k.Descending {
		n = empty - 1 - n
	}
	return n
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

func (c Column) isText() bool { return c == Title || c == Owner || c == Origin || c == Place }

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
