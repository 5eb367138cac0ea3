package readout

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

// rowsPerChart is how many bars of a timeline a page holds with its heading.
var rowsPerChart = map[page.Paper]int{page.A4: 34, page.Letter: 31, page.A3: 29}

// dated are the actions that have a place on an axis of dates, the earliest
// first. What was dropped is not waited for.
func (r *report) dated() []*workshop.Action {
	var out []*workshop.Action
	for _, row := range r.rows {
		if a := row.Action; a.Status != workshop.ActionDropped && (!a.Due.Time().IsZero() || !a.Start.Time().IsZero()) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b *workshop.Action) int {
		return cmp.Or(cmp.Compare(begin(a), begin(b)), cmp.Compare(a.Due, b.Due))
	})
	return out
}

// begin is where an action's bar starts.
func begin(a *workshop.Action) workshop.Date {
	if a.Start != "" {
		return a.Start
	}
	return a.Due
}

func (r *report) countDated() int { return len(r.dated()) }

// timeline shows the actions as bars over dates, and how many are done by when.
func (r *report) timeline() []page.Block {
	all := r.dated()
	blocks := []page.Block{r.head("timeline", r.w.count("dated", len(all)), false)}
	most := rowsPerChart[r.paper]
	var charts []page.Block
	for len(all) > 0 {
		n := min(most, len(all))
		if len(all) > most && len(all) < 2*most {
			n = (len(all) + 1) / 2 // two halves rather than a full page and a rest
		}
		charts = append(charts, r.gantt(all[:n]))
		all = all[n:]
	}
	for len(charts) > 1 && r.wide() {
		blocks = append(blocks, page.Beside{Left: charts[:1], Right: charts[1:2]})
		charts = charts[2:]
	}
	blocks = append(blocks, charts...)
	if points := r.burnup(); len(points) > 1 {
		blocks = append(blocks, page.Heading{Level: 3, Text: r.w.say("head.burnup")}, page.Chart{Height: 120, Caption: r.w.say("burnup.caption"),
			Draw: func(f figure.Frame) figure.Figure { return figure.Burnup(points, r.w.burnWords(r, points), f) }})
	}
	return blocks
}

func (r *report) gantt(actions []*workshop.Action) page.Block {
	rows := make([]figure.TimelineRow, len(actions))
	for i, a := range actions {
		rows[i] = figure.TimelineRow{Label: a.Label() + " " + a.Title, Start: a.Start.Time(), Due: a.Due.Time(), Progress: a.Progress, Note: strconv.Itoa(a.Progress) + " %"}
		row := &rows[i]
		switch {
		case a.Ended():
			row.Color, row.Progress, row.Note = figure.OK, 100, r.w.say("bar.done")
		case a.Overdue(r.today):
			row.Color, row.Note = figure.Danger, r.w.count("late", a.Due.DaysUntil(r.today))
		case a.Status == workshop.ActionBlocked:
			row.Color, row.Note = figure.Danger, r.w.choice("status", a.Status)
		}
	}
	today := r.today.Time()
	return page.Chart{Height: figure.TimelineHeight(len(rows), 8), Draw: func(f figure.Frame) figure.Figure {
		return figure.Timeline(rows, today, r.w.timelineWords(r, rows), f)
	}}
}

// burnup counts how many actions were due and how many done by each day up to
// today. An action that is done without a date counts today.
func (r *report) burnup() []figure.BurnPoint {
	due, done := map[workshop.Date]int{}, map[workshop.Date]int{}
	total := 0
	days := []workshop.Date{r.today}
	note := func(on map[workshop.Date]int, d workshop.Date) {
		if !d.Time().IsZero() && d <= r.today {
			on[d]++
			days = append(days, d)
		}
	}
	for _, row := range r.rows {
		a := row.Action
		if a.Status == workshop.ActionDropped {
			continue
		}
		total++
		note(due, a.Due)
		if a.Ended() {
			note(done, cmp.Or(a.Closed, r.today))
		}
	}
	if s := r.v.Charter.Start; !s.Time().IsZero() && s < r.today {
		days = append(days, s)
	}
	slices.Sort(days)
	var out []figure.BurnPoint
	planned, finished := 0, 0
	for _, d := range slices.Compact(days) {
		planned, finished = planned+due[d], finished+done[d]
		out = append(out, figure.BurnPoint{Date: d.Time(), Total: total, Done: finished, Planned: planned})
	}
	return out
}

// axisDate writes the dates below a chart of these dates. Where they lie more
// than a year apart, a day without its year would stand there twice.
func (r *report) axisDate(dates ...time.Time) func(time.Time) string {
	first, last := time.Time{}, time.Time{}
	for _, d := range dates {
		if d.IsZero() {
			continue
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if d.After(last) {
			last = d
		}
	}
	year := last.After(first.AddDate(1, 0, 0))
	return func(t time.Time) string {
		if year {
			return r.shortDate(workshop.DateOf(t))
		}
		return strconv.Itoa(t.Day()) + " " + r.w.say("month."+strconv.Itoa(int(t.Month())))
	}
}
