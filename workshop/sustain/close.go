package sustain

import (
	"strconv"

	"nemawashi.app/workshop"
)

// Days are how long after the event its reviews are held.
var Days = []int{30, 60, 90}

// Open says whether an event can still be closed: it is neither followed up nor closed.
func Open(c *workshop.Charter) bool {
	return c != nil && c.Status != workshop.StatusFollowingUp && c.Status != workshop.StatusClosed
}

// LastDay is the last day of the event, or today where it has no date.
func LastDay(c *workshop.Charter, today workshop.Date) workshop.Date {
	if c.Start == "" {
		return today
	}
	return c.Start.AddDays(max(c.Days, 1) - 1)
}

// Close ends the event: the follow-up begins, and the reviews at 30, 60 and 90
// days that are not there yet are planned, counted from the last day of the
// event. A review that is there without a date gets its date; where another one
// is planned within ten days of the day (a program's day 100, say), none is made.
// It says how many reviews it made, and returns the error of the edit.
func Close(e *workshop.Edit, today workshop.Date) (made int, err error) {
	w := e.Workshop()
	c, err := workshop.Modify[workshop.Charter](e, w.ID)
	if err != nil {
		return 0, err
	}
	c.Status = workshop.StatusFollowingUp
	last := LastDay(c, today)
	there := map[string]*workshop.Review{}
	all := workshop.All[workshop.Review](w)
	for _, r := range all {
		there[r.ReviewKind] = r
	}
	for _, n := range Days {
		kind := strconv.Itoa(n)
		switch r := there[kind]; {
		case r == nil && near(all, last.AddDays(n)):
		case r == nil:
			e.Add(&workshop.Review{ReviewKind: kind, Planned: last.AddDays(n)})
			made++
		case r.Planned == "" && r.Held == "":
			own, err := workshop.Modify[workshop.Review](e, r.ID)
			if err != nil {
				return made, err
			}
			own.Planned = last.AddDays(n)
		}
	}
	return made, nil
}

// nearDays is how near to a review another one need not be planned.
const nearDays = 10

func near(all []*workshop.Review, day workshop.Date) bool {
	for _, r := range all {
		if n := r.Planned.DaysUntil(day); r.Planned != "" && n >= -nearDays && n <= nearDays {
			return true
		}
	}
	return false
}
