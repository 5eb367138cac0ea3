package workshop

import "fmt"

// freeze notes in a review that is held by this edit how many actions are
// closed, out of how many, so that a later change does not rewrite what was
// decided on. A review that is not held after all forgets it. Counts that the
// edit itself gives stay as they are. A review cannot be held on a day that has
// not come yet: that is an [*Invalid].
func (e *Edit) freeze() error {
	for _, id := range e.order {
		d := e.drafts[id]
		now, ok := d.after.(*Review)
		if !ok {
			continue
		}
		was, known := d.before.(*Review)
		held := known && was.Held != ""
		if _, err := ParseDate(string(now.Held)); err == nil && now.Held > e.today && (!known || was.Held != now.Held) {
			return &Invalid{Kind: KindReview, ID: id, Field: "held", Reason: fmt.Sprintf("%s has not come yet, today is %s: a day to come is the one it is planned for", now.Held, e.today)}
		}
		switch {
		case now.Held == "" && held:
			now.ActionsClosed, now.ActionsTotal = nil, nil
		case now.Held != "" && !held && now.ActionsClosed == nil:
			closed, total := e.closed()
			now.ActionsClosed, now.ActionsTotal = &closed, &total
		}
	}
	return nil
}

// closed counts the actions that are done or verified, and all that are not dropped.
func (e *Edit) closed() (closed, total int) {
	count := func(r Record) {
		if a, ok := r.(*Action); ok && a.Status != ActionDropped {
			total++
			if a.Ended() {
				closed++
			}
		}
	}
	for _, a := range All[Action](e.w) {
		if e.drafts[a.ID] == nil {
			count(a)
		}
	}
	for _, d := range e.drafts {
		count(d.after)
	}
	return closed, total
}
