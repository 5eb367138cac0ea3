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

// Count counts rows as of today.
func Count(rows []*Row, today workshop.Date) Counts {
	last := today.AddDays(6)
	c := Counts{All: len(rows)}
	for _, r := range rows {
		a := r.Action
		switch a.Status {
		case workshop.ActionDone, workshop.ActionVerified:
			c.Done++
		case workshop.ActionDropped:
			c.Dropped++
		default:
			c.Open++
			if a.Due != "" && a.Due < today {
				c.Overdue++
			} else if a.Due != "" && a.Due <= last {
				c.Week++
			}
		}
	}
	return c
}
