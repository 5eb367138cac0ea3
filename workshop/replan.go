package workshop

import "strconv"

// replan moves reviews with the event: one that has not been held stays as
// many days after the first day as it was, and one without a date gets it, 30,
// 60 or 90 days after the last day. Reviews that the edit itself names are left
// as it says. It is part of the same undo step.
func (e *Edit) replan() error {
	d := e.drafts[e.w.ID]
	if d == nil || d.before == nil || d.after == nil {
		return nil
	}
	was, now := d.before.(*Charter), d.after.(*Charter)
	if _, err := ParseDate(string(now.Start)); err != nil || was.Start == now.Start {
		return nil // none, or one that is refused with its reason
	}
	for _, r := range All[Review](e.w) {
		planned := now.planned(was, r)
		if r.Held != "" || planned == r.Planned || e.drafts[r.ID] != nil {
			continue
		}
		own, err := Modify[Review](e, r.ID)
		if err != nil {
			return err
		}
		own.Planned = planned
	}
	return nil
}

// planned is when a review is due once the event has moved.
func (c *Charter) planned(was *Charter, r *Review) Date {
	after, err := strconv.Atoi(r.ReviewKind)
	switch {
	case r.Planned != "" && was.Start != "":
		return r.Planned.AddDays(was.Start.DaysUntil(c.Start))
	case r.Planned == "" && err == nil:
		return c.Start.AddDays(max(c.Days, 1) - 1 + after)
	}
	return r.Planned
}
