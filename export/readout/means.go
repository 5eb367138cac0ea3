package readout

import (
	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// mean is a resource: what was promised, what came of it, what the actions ask for.
type mean struct{ promised, delivered, asked int64 }

// means are the three resources that leaders can release.
type means struct {
	hours, people, budget mean
	uncounted             int // commitments in units that cannot be added up
}

// means adds the commitments up. What has been delivered is added up by the same rules as what was promised.
func (r *report) means() means {
	promised := actionlist.Sum(r.v.Commitments, r.counts.Asked, r.v.Charter.Currency)
	came := make([]*workshop.Commitment, len(r.v.Commitments))
	for i, c := range r.v.Commitments {
		copied := *c
		copied.Promised = c.Delivered
		came[i] = &copied
	}
	delivered := actionlist.Sum(came, actionlist.Asked{}, r.v.Charter.Currency)
	of := func(p, d actionlist.Promise) mean {
		return mean{promised: p.Promised, delivered: d.Promised, asked: p.Requested}
	}
	return means{hours: of(promised.Hours, delivered.Hours), people: of(promised.People, delivered.People),
		budget: of(promised.Budget, delivered.Budget), uncounted: promised.Uncounted}
}

// resources shows what was promised beside what has been delivered.
func (r *report) resources() []page.Block {
	m := r.means()
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.resource"), Weight: 2}, {Title: r.w.say("column.promised"), Weight: 1, Align: page.ToRight},
		{Title: r.w.say("column.delivered"), Weight: 1, Align: page.ToRight}, {Title: r.w.say("column.asked"), Weight: 1, Align: page.ToRight}}}
	add := func(key string, m mean, show func(int64) string) {
		if m == (mean{}) {
			return
		}
		came := page.Cell{Text: show(m.delivered)}
		if m.promised > 0 && m.delivered >= m.promised {
			came.Text, came.Tone = "✓ "+came.Text, page.Good
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: r.w.say("resource." + key)}, {Text: show(m.promised)}, came, {Text: show(m.asked)}}})
	}
	whole := func(n int64) string { return r.number(float64(n)) }
	add("hours", m.hours, whole)
	add("days", m.people, whole)
	add("budget", m.budget, func(n int64) string { return r.purse.text(workshop.Money(n)) })
	if len(t.Rows) == 0 {
		return nil
	}
	blocks := []page.Block{page.Heading{Level: 3, Text: r.w.say("head.resources")}, t}
	if m.uncounted > 0 {
		blocks = append(blocks, page.Paragraph{Text: r.w.count("uncounted", m.uncounted), Small: true, Quiet: true})
	}
	return blocks
}

// benefit is what the actions are worth.
type benefit struct{ expected, actual workshop.Money }

func (r *report) expected() benefit {
	var b benefit
	for _, row := range r.rows {
		if row.Action.Status != workshop.ActionDropped {
			b.expected += row.Action.BenefitExpected
			b.actual += row.Action.BenefitActual
		}
	}
	return b
}
