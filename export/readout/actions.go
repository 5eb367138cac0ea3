package readout

import (
	"strconv"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

func (r *report) countActions() int { return len(r.rows) }

// register is the table of all actions, by number.
func (r *report) register() []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.action"), Weight: 4, Min: 150}, {Title: r.w.say("column.owner"), Weight: 1.3, Min: 62},
		{Title: r.w.say("column.due")}, {Title: r.w.say("column.status")}, {Title: r.w.say("column.progress"), Align: page.ToRight}}}
	if r.wide() {
		t.Columns = append(t.Columns, page.Column{Title: r.w.say("column.update"), Weight: 3, Min: 120})
	}
	for _, row := range r.rows {
		a := row.Action
		cells := []page.Cell{{Text: a.Label()}, {Text: a.Title, Bold: true, Note: strings.Join(r.particulars(a), "\n")}, r.owner(row),
			r.due(a), r.status(a), {Text: strconv.Itoa(a.Progress) + " %"}}
		if r.wide() {
			cells = append(cells, page.Cell{Text: strings.Join(r.news(a), "\n")})
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
	}
	return []page.Block{r.head("actions", r.countsInWords(), true), t}
}

func (r *report) countsInWords() string {
	c := r.counts
	parts := []string{r.w.count("action", c.All), r.w.fill("counts.done", c.Done)}
	if c.Overdue > 0 {
		parts = append(parts, r.w.fill("counts.overdue", c.Overdue))
	}
	if c.Dropped > 0 {
		parts = append(parts, r.w.count("dropped", c.Dropped))
	}
	return strings.Join(parts, ", ")
}

// particulars are the quiet lines below an action's title.
func (r *report) particulars(a *workshop.Action) []string {
	kind := r.w.choice("category", a.Category)
	if from := r.source(a.Source); from != "" {
		kind = strings.Join(nonEmpty(kind, r.w.fill("from", from)), ", ")
	}
	if a.Priority == "high" {
		kind = strings.Join(nonEmpty(r.w.say("priority.high"), kind), ", ")
	}
	out := nonEmpty(kind)
	if !r.sponsor() {
		out = nonEmpty(strings.Join(nonEmpty(kind, r.costs(a)), ", "), a.Detail)
	}
	if a.BenefitExpected != 0 || a.BenefitActual != 0 {
		out = append(out, r.worth(a))
	}
	if !r.wide() {
		out = append(out, r.news(a)...)
	}
	return out
}

// news are what blocks an action and its latest update.
func (r *report) news(a *workshop.Action) []string {
	var out []string
	if a.Blocker != "" {
		out = append(out, r.w.fill("blocked.by", a.Blocker))
	}
	if a.Update != "" {
		out = append(out, r.w.fill("update", a.Update))
	}
	if name := r.v.Name(a.VerifiedBy); name != "" {
		out = append(out, r.w.fill("verified.by", name))
	}
	return out
}

func (r *report) costs(a *workshop.Action) string {
	var out []string
	if a.Effort > 0 || a.Impact > 0 {
		out = append(out, r.w.fill("effort", a.Effort, a.Impact))
	}
	if a.Hours > 0 {
		out = append(out, r.w.fill("hours", r.number(float64(a.Hours))))
	}
	if a.People > 0 {
		out = append(out, r.w.count("personday", a.People))
	}
	if a.Cost != 0 {
		out = append(out, r.w.fill("cost", r.purse.text(a.Cost)))
	}
	return strings.Join(out, ", ")
}

func (r *report) worth(a *workshop.Action) string {
	words := r.w.fill("benefit.expected", r.purse.text(a.BenefitExpected))
	if a.BenefitActual != 0 {
		words = r.w.fill("benefit.actual", r.purse.text(a.BenefitActual), r.purse.text(a.BenefitExpected))
	}
	if name := r.v.Name(a.BenefitConfirmedBy); name != "" {
		words += ", " + r.w.fill("confirmed.by", name)
	}
	return words
}

// owner is who answers for an action, and who helps.
func (r *report) owner(row *actionlist.Row) page.Cell {
	c := r.answers(row)
	c.Note = r.helpers(row.Action)
	return c
}

// answers is who answers for an action. That nobody does is said as long as it matters.
func (r *report) answers(row *actionlist.Row) page.Cell {
	c := page.Cell{Text: row.Owner}
	if c.Text == "" {
		c.Text = r.w.say("none")
		if !row.Action.Ended() {
			c.Text, c.Tone = r.w.say("no.owner"), page.Warn
		}
	}
	return c
}

func (r *report) helpers(a *workshop.Action) string {
	if names := r.names(a.Helpers); names != "" {
		return r.w.fill("with", names)
	}
	return ""
}

// source is where an action came from. Where that is an entry of the map, it
// says no more than that, to the facilitator too: an owner's name beside a
// code name could tell whose it is.
func (r *report) source(id workshop.ID) string {
	return r.sources[id]
}

// findSources names everything that an action can come from.
func (r *report) findSources() map[workshop.ID]string {
	out := map[workshop.ID]string{}
	for _, s := range r.v.Steps {
		out[s.ID] = s.Title
	}
	for _, b := range r.boards {
		for _, c := range b.cards {
			out[c.ID] = b.canvas.Title
		}
	}
	for _, rv := range r.v.Reviews {
		out[rv.ID] = r.w.fill("source.review", r.reviewName(rv))
	}
	for _, s := range r.v.Stakeholders {
		out[s.ID] = r.w.say("source.secret")
	}
	return out
}

func (r *report) due(a *workshop.Action) page.Cell {
	c := page.Cell{Text: r.orNone(r.shortDate(a.Due))}
	switch {
	case a.Overdue(r.today):
		c.Note = r.w.count("late", a.Due.DaysUntil(r.today))
	case a.Closed != "":
		c.Note = r.w.fill("closed", r.shortDate(a.Closed))
	}
	return c
}

// status is the action's state as a pill. That it is overdue is more urgent than that it is open.
func (r *report) status(a *workshop.Action) page.Cell {
	c := page.Cell{Text: r.w.choice("status", a.Status), Pill: true}
	switch a.Status {
	case workshop.ActionDone, workshop.ActionVerified:
		c.Text, c.Tone = "✓ "+c.Text, page.Good
	case workshop.ActionBlocked:
		c.Tone = page.Bad
	case workshop.ActionStarted:
		c.Tone = page.Info
	case "":
		c.Text = r.w.choice("status", workshop.ActionOpen)
	}
	if a.Overdue(r.today) && a.Status != workshop.ActionBlocked {
		c.Text, c.Tone = r.w.say("overdue"), page.Bad
	}
	return c
}

func (r *report) countOwners() int { return len(r.byOwner()) }

// duty is what one owner has to do.
type duty struct {
	name string
	rows []*actionlist.Row
}

// byOwner groups the actions by their owners, in the order of their names.
// Those that nobody owns come last.
func (r *report) byOwner() []duty {
	list := actionlist.NewList(r.rows, r.today)
	list.SetOrder(actionlist.Order{{Column: actionlist.Owner}, {Column: actionlist.Due}})
	var out []duty
	place := map[string]int{} // two owners can have one name
	for _, row := range list.Shown() {
		i, known := place[row.Who]
		if !known {
			i = len(out)
			place[row.Who] = i
			out = append(out, duty{name: row.Owner})
		}
		out[i].rows = append(out[i].rows, row)
	}
	return out
}

// owners lists every owner's actions by due date.
func (r *report) owners() []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.action"), Weight: 1, Min: 150},
		{Title: r.w.say("column.due")}, {Title: r.w.say("column.status")}}}
	for _, d := range r.byOwner() {
		c := actionlist.Count(d.rows, r.today)
		name := d.name
		if name == "" {
			name = r.w.say("owner.none")
		}
		words := r.w.fill("owner.line", name, c.Open, c.Done)
		if c.Overdue > 0 {
			words += ", " + r.w.fill("counts.overdue", c.Overdue)
		}
		t.Rows = append(t.Rows, page.Row{Group: words})
		for _, row := range d.rows {
			a := row.Action
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: a.Label()}, {Text: a.Title}, {Text: r.shortDate(a.Due)}, r.status(a)}})
		}
	}
	return []page.Block{r.head("owners", "", false), t}
}
