package register

import "nemawashi.app/workshop"

// tally counts actions.
type tally struct {
	name                                               string
	total, open, overdue, soon, blocked, done, dropped int
	next                                               workshop.Date // earliest due date of an open action
	expected, actual                                   workshop.Money
}

func (t *tally) add(a *workshop.Action, today workshop.Date) {
	t.total++
	t.expected += a.BenefitExpected
	t.actual += a.BenefitActual
	switch a.Status {
	case workshop.ActionDone, workshop.ActionVerified:
		t.done++
		return
	case workshop.ActionDropped:
		t.dropped++
		return
	case workshop.ActionBlocked:
		t.blocked++
	}
	t.open++
	if a.Overdue(today) {
		t.overdue++
	}
	if a.Due == "" {
		return
	}
	if a.Due >= today && a.Due < today.AddDays(7) {
		t.soon++
	}
	if t.next == "" || a.Due < t.next {
		t.next = a.Due
	}
}

// share is the part done of all that is still wanted.
func (t *tally) share() float64 {
	if t.total == t.dropped {
		return 0
	}
	return float64(t.done) / float64(t.total-t.dropped)
}

func tallyOf(all []*item, today workshop.Date) *tally {
	t := &tally{}
	for _, i := range all {
		t.add(i.Action, today)
	}
	return t
}
