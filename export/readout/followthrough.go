package readout

import (
	"slices"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// What follows an action after it was agreed: the checks that come round again, which every reader needs to see whether a gain is
// looked after, and the log of updates, which is for those who work on it; the sponsor reads the latest one in the register.

// rechecked are the actions with a rule of recurring checks: those whose next check is nearest first, those without one last.
func (r *report) rechecked() []*actionlist.Row {
	var out []*actionlist.Row
	for _, row := range r.rows {
		if row.Action.CheckEvery != "" {
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, func(a, b *actionlist.Row) int {
		x, y := a.Action.NextCheck(), b.Action.NextCheck()
		switch {
		case x == y:
			return 0
		case y == "" || x != "" && x < y:
			return -1
		}
		return 1
	})
	return out
}

func (r *report) countChecks() int { return len(r.rechecked()) }

// checks lists what is checked again, how often, by whom, and when next.
func (r *report) checks() []page.Block {
	rows := r.rechecked()
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.action"), Weight: 4, Min: 120}, {Title: r.w.say("column.owner"), Weight: 1.5, Min: 62},
		{Title: r.w.say("column.every")}, {Title: r.w.say("column.checked")}, {Title: r.w.say("column.next")}}}
	late := 0
	for _, row := range rows {
		a := row.Action
		if next := a.NextCheck(); next != "" && next < r.today {
			late++
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: a.Label()}, {Text: a.Title}, r.answers(row),
			{Text: r.w.choice("every", a.CheckEvery), Note: r.checkSpan(a)}, {Text: r.orNone(r.shortDate(a.Checked))}, r.nextCheck(a)}})
	}
	note := r.w.count("rechecked", len(rows))
	if late > 0 {
		note += ", " + r.w.count("checkslate", late)
	}
	return []page.Block{r.head("checks", note, false), t}
}

// checkSpan is the first and the last day of a rule.
func (r *report) checkSpan(a *workshop.Action) string {
	switch {
	case a.CheckFrom == "":
		return ""
	case a.CheckUntil == "":
		return r.w.fill("checks.from", r.shortDate(a.CheckFrom))
	}
	return r.w.fill("period", r.shortDate(a.CheckFrom), r.shortDate(a.CheckUntil))
}

// nextCheck is the day of the next check, or why there is none.
func (r *report) nextCheck(a *workshop.Action) page.Cell {
	next := a.NextCheck()
	c := page.Cell{Text: r.shortDate(next)}
	switch {
	case a.Status == workshop.ActionDropped:
		c.Text = r.w.choice("status", a.Status)
	case next == "" && a.CheckFrom == "":
		c.Text, c.Tone = r.w.say("checks.nofirst"), page.Warn
	case next == "":
		c.Text, c.Tone = r.w.say("checks.over"), page.Good
	case next < r.today:
		c.Tone, c.Note = page.Bad, r.w.count("late", next.DaysUntil(r.today))
	}
	return c
}

// logged are the actions that somebody wrote an update of. The view has them for those who may read them.
func (r *report) logged() []*actionlist.Row {
	var out []*actionlist.Row
	for _, row := range r.rows {
		if len(r.v.Updates[row.Action.ID]) > 0 {
			out = append(out, row)
		}
	}
	return out
}

func (r *report) countUpdates() int {
	n := 0
	for _, row := range r.logged() {
		n += len(r.v.Updates[row.Action.ID])
	}
	return n
}

// updates is the log of every action, its newest note first.
func (r *report) updates() []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.date"), Min: 62}, {Title: r.w.say("column.by"), Weight: 1, Min: 80}, {Title: r.w.say("column.said"), Weight: 4, Min: 150}}}
	for _, row := range r.logged() {
		a := row.Action
		t.Rows = append(t.Rows, page.Row{Group: a.Label() + " " + a.Title})
		for _, u := range slices.Backward(r.v.Updates[a.ID]) {
			by := page.Cell{Text: r.orNone(u.By)}
			if u.Sheet {
				by.Note = r.w.say("updates.sheet")
			}
			day := workshop.DateOf(u.Stamp.Time().In(r.in.Now.Location()))
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: r.shortDate(day)}, by, {Text: u.Text}}})
		}
	}
	return []page.Block{r.head("updates", r.w.count("update", r.countUpdates()), false), t}
}
