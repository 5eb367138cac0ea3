package readout

import (
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
)

func (r *report) countCommitments() int { return len(r.promises()) }

// promises are the commitments in which something is written: a row that was begun and left empty is none.
func (r *report) promises() []*workshop.Commitment {
	var out []*workshop.Commitment
	for _, c := range r.v.Commitments {
		if c.Who != "" || c.Resource != "" || c.Unit != "" || c.Promised != 0 || c.Delivered != 0 || c.FromWhat != "" || c.Evidence != "" || c.ReleasedBy != "" || c.CheckDate != "" {
			out = append(out, c)
		}
	}
	return out
}

// promised is how much of something is promised; where nobody has said it, that is said.
func (r *report) promised(c *workshop.Commitment) page.Cell {
	if c.Promised == 0 {
		return page.Cell{Text: r.w.say("promised.missing"), Tone: page.Warn, Note: c.Unit}
	}
	return page.Cell{Text: r.amount(c, c.Promised)}
}

// delivered is what has come of it; nothing of nothing is a dash.
func (r *report) delivered(c *workshop.Commitment) page.Cell {
	switch {
	case c.Promised == 0 && c.Delivered == 0:
		return page.Cell{Text: "–"}
	case c.Promised > 0 && c.Delivered >= c.Promised:
		return page.Cell{Text: "✓ " + r.amount(c, c.Delivered), Tone: page.Good}
	}
	return page.Cell{Text: r.amount(c, c.Delivered)}
}

// commitments lists who has promised what, and what has come of it: resources
// first, then what leaders said that they will do.
func (r *report) commitments() []page.Block {
	blocks := []page.Block{r.head("commitments", r.w.count("commitment", r.countCommitments()), false)}
	blocks = append(blocks, r.resources()...)
	means := page.Table{Columns: []page.Column{{Title: r.w.say("column.who"), Weight: 2, Min: 60}, {Title: r.w.say("column.promise"), Weight: 3, Min: 90},
		{Title: r.w.say("column.promised"), Align: page.ToRight}, {Title: r.w.say("column.delivered"), Align: page.ToRight},
		{Title: r.w.say("column.released_by")}, {Title: r.w.say("column.evidence"), Weight: 3, Min: 80}}}
	own := page.Table{Columns: []page.Column{{Title: r.w.say("column.who"), Weight: 2, Min: 60}, {Title: r.w.say("column.promise"), Weight: 4, Min: 90},
		{Title: r.w.say("column.check_date")}, {Title: r.w.say("column.evidence"), Weight: 4, Min: 80}}}
	for _, c := range r.promises() {
		if c.Personal {
			promise := page.Cell{Text: c.FromWhat}
			if c.Promised > 0 {
				promise.Note = strings.Join(nonEmpty(r.w.choice("resource", c.Resource), r.amount(c, c.Promised)), ", ")
			} else {
				promise.Note = strings.Join(nonEmpty(r.w.choice("resource", c.Resource), c.Unit), ", ")
			}
			own.Rows = append(own.Rows, page.Row{Cells: []page.Cell{{Text: r.v.Name(c.Who)}, promise, {Text: r.shortDate(c.CheckDate)}, {Text: c.Evidence}}})
			continue
		}
		what := page.Cell{Text: r.w.choice("resource", c.Resource)}
		if c.FromWhat != "" {
			what.Note = r.w.fill("from", c.FromWhat)
		}
		when := page.Cell{Text: r.shortDate(c.ReleasedBy)}
		if c.CheckDate != "" {
			when.Note = r.w.fill("checked", r.shortDate(c.CheckDate))
		}
		means.Rows = append(means.Rows, page.Row{Cells: []page.Cell{{Text: r.v.Name(c.Who)}, what, r.promised(c), r.delivered(c), when, {Text: c.Evidence}}})
	}
	if len(means.Rows) > 0 {
		blocks = append(blocks, page.Heading{Level: 2, Text: r.w.say("head.promises")}, means)
		blocks = append(blocks, r.sponsors()...)
	}
	if len(own.Rows) > 0 {
		blocks = append(blocks, page.Heading{Level: 2, Text: r.w.say("head.personal")}, own)
	}
	return blocks
}

// amount is a number of a commitment with its unit.
func (r *report) amount(c *workshop.Commitment, n int) string {
	if c.Resource == "budget" && (c.Unit == "" || strings.EqualFold(c.Unit, r.purse.code)) {
		return r.purse.whole(n)
	}
	unit := c.Unit
	if unit == "" && c.Resource != "" {
		unit = r.w.say("unit." + c.Resource)
	}
	return r.with(float64(n), unit)
}
