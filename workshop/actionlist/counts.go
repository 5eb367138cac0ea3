package actionlist

import "nemawashi.app/workshop"

// Counts are what the strip above a list says of all its actions.
type Counts struct {
	All     int
	Open    int // not ended
	Overdue int
	Week    int // not ended, due today or in the six days after
	Done    int // done or verified
	Dropped int
}

// DoneShare is the part of the actions that is done, 0 to 1; dropped ones do
// not count.
func (c Counts) DoneShare() float64 {
	if c.All == c.Dropped {
		return 0
	}
	return float64(c.Done) / float64(c.All-c.Dropped)
}

// Asked is what the actions that are not dropped ask for.
type Asked struct {
	Hours, People int64
	Cost          int64 // in minor units
}

// Totals are what is counted of a whole list.
type Totals struct {
	Counts
	Asked
}

// Count counts rows as of today.
func Count(rows []*Row, today workshop.Date) Totals {
	var t Totals
	last := today.AddDays(6)
	for _, r := range rows {
		t.add(r.Action, 1, today, last)
	}
	return t
}

// add counts one action in (1) or out (-1).
func (t *Totals) add(a *workshop.Action, n int, today, last workshop.Date) {
	t.All += n
	if a.Status == workshop.ActionDropped {
		t.Dropped += n
		return
	}
	t.Hours += int64(n) * int64(a.Hours)
	t.People += int64(n) * int64(a.People)
	t.Cost += int64(n) * int64(a.Cost)
	switch {
	case a.Status == workshop.ActionDone || a.Status == workshop.ActionVerified:
		t.Done += n
		return
	case a.Due == "" || a.Due > last:
	case a.Due < today:
		t.Overdue += n
	default:
		t.Week += n
	}
	t.Open += n
}
