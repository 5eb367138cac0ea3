package readout

import (
	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/means"
)

// means is what was promised, what has come of it and what the actions ask for.
func (r *report) means() means.Report {
	return means.Of(means.Input{Commitments: r.v.Commitments, Actions: r.v.Actions, Goals: r.v.Goals, Currency: r.v.Charter.Currency, Today: r.today})
}

// resourceKeys are the words of the resources.
var resourceKeys = map[means.Resource]string{means.Hours: "hours", means.People: "days", means.Budget: "budget"}

// much is an amount of a resource in words.
func (r *report) much(of means.Resource, n int64) string {
	if of == means.Budget {
		return r.purse.text(workshop.Money(n))
	}
	return r.number(float64(n))
}

// resources shows what was promised beside what has been delivered and what the actions ask for.
func (r *report) resources() []page.Block {
	m := r.means()
	t := page.Table{Small: true, Columns: r.amountColumns(page.Column{Title: r.w.say("column.resource"), Weight: 2})}
	for _, of := range means.Resources {
		a := m.Total[of]
		if a == (means.Amount{}) {
			continue
		}
		t.Rows = append(t.Rows, page.Row{Cells: append([]page.Cell{{Text: r.w.say("resource." + resourceKeys[of])}}, r.amounts(of, a)...)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	blocks := []page.Block{page.Heading{Level: 3, Text: r.w.say("head.resources")}, t}
	if m.Uncounted > 0 {
		blocks = append(blocks, page.Paragraph{Text: r.w.count("uncounted", m.Uncounted), Small: true, Quiet: true})
	}
	return blocks
}

func (r *report) amountColumns(first ...page.Column) []page.Column {
	for _, key := range []string{"promised", "delivered", "asked", "short"} {
		first = append(first, page.Column{Title: r.w.say("column." + key), Weight: 1, Align: page.ToRight})
	}
	return first
}

// amounts are the cells of one resource: what is short stands in the tone of what needs somebody.
func (r *report) amounts(of means.Resource, a means.Amount) []page.Cell {
	came := page.Cell{Text: r.much(of, a.Delivered)}
	switch {
	case a.Late > 0:
		came.Note, came.Tone = r.w.fill("late", r.much(of, a.Late)), page.Bad
	case a.Promised > 0 && a.Open == 0:
		came.Text, came.Tone = "✓ "+came.Text, page.Good
	}
	short := page.Cell{Text: "–"}
	if n := a.Short(); n > 0 {
		short = page.Cell{Text: r.much(of, n), Tone: page.Warn, Bold: true}
	}
	return []page.Cell{{Text: r.much(of, a.Promised)}, came, {Text: r.much(of, a.Asked)}, short}
}

// sponsors shows the same for each leader who promised something, or whose goals ask for something.
func (r *report) sponsors() []page.Block {
	t := page.Table{Small: true, Columns: r.amountColumns(page.Column{Title: r.w.say("column.who"), Weight: 2, Min: 60}, page.Column{Title: r.w.say("column.resource"), Weight: 1.6})}
	for _, s := range r.means().Worst() {
		for _, of := range means.Resources {
			if a := s.Line[of]; a != (means.Amount{}) {
				t.Rows = append(t.Rows, page.Row{Cells: append([]page.Cell{{Text: r.v.Name(s.Who)}, {Text: r.w.say("resource." + resourceKeys[of])}}, r.amounts(of, a)...)})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []page.Block{page.Heading{Level: 2, Text: r.w.say("head.sponsors")}, t, page.Paragraph{Text: r.w.say("sponsors.note"), Small: true, Quiet: true}}
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
