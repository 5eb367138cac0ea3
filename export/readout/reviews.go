package readout

import (
	"fmt"
	"strconv"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
)

func (r *report) countReviews() int { return len(r.v.Reviews) }

// reviews shows what was found 30, 60 and 90 days on, and which reviews are still to come.
func (r *report) reviews() []page.Block {
	held := r.sustain()
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.review")}, {Title: r.w.say("column.held")}, {Title: r.w.say("column.followed"), Align: page.ToRight},
		{Title: r.w.say("column.closed"), Align: page.ToRight}, {Title: r.w.say("column.benefit"), Align: page.ToRight}, {Title: r.w.say("column.decision")}, {Title: r.w.say("column.note"), Weight: 1, Min: 120}}}
	for _, rv := range r.v.Reviews {
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: r.reviewName(rv), Note: r.shortDate(rv.Planned)}, r.heldOn(rv),
			{Text: outOf(rv.StandardFollowed, 4)}, {Text: closedOf(rv)}, r.confirmed(rv), r.decision(rv), {Text: r.reviewNotes(rv)}}})
	}
	blocks := []page.Block{r.head("reviews", r.w.fill("held.of", held.Held, len(r.v.Reviews)), false), t}
	return append(blocks, r.sustained(held)...)
}

// reviewName is "30 days", or the kind of a review at another time.
func (r *report) reviewName(rv *workshop.Review) string {
	if n, err := strconv.Atoi(rv.ReviewKind); err == nil {
		return r.w.count("day", n)
	}
	return r.w.say("review.custom")
}

func (r *report) heldOn(rv *workshop.Review) page.Cell {
	switch {
	case rv.Held != "":
		return page.Cell{Text: r.shortDate(rv.Held)}
	case rv.Planned != "" && rv.Planned < r.today:
		return page.Cell{Text: r.w.say("overdue"), Pill: true, Tone: page.Bad}
	}
	return page.Cell{Text: r.w.say("tocome"), Pill: true}
}

func (r *report) decision(rv *workshop.Review) page.Cell {
	tone := map[string]page.Tone{"hold": page.Good, "adjust": page.Info, "escalate": page.Bad, "close": page.Good}
	return page.Cell{Text: r.w.choice("decision", rv.Decision), Pill: rv.Decision != "", Tone: tone[rv.Decision]}
}

func (r *report) reviewNotes(rv *workshop.Review) string {
	notes := rv.Notes
	if r.facilitator() && rv.NewResistance != "" {
		notes = strings.Join(nonEmpty(notes, r.w.fill("new.resistance", rv.NewResistance)), "\n")
	}
	return notes
}

func outOf(n *int, most int) string {
	if n == nil {
		return ""
	}
	return fmt.Sprintf("%d / %d", *n, most)
}

// closedOf is how many actions were closed when the review was held.
func closedOf(rv *workshop.Review) string {
	switch {
	case rv.ActionsClosed == nil:
		return ""
	case rv.ActionsTotal == nil:
		return strconv.Itoa(*rv.ActionsClosed)
	}
	return outOf(rv.ActionsClosed, *rv.ActionsTotal)
}

// confirmed is the benefit with who confirmed it.
func (r *report) confirmed(rv *workshop.Review) page.Cell {
	c := page.Cell{Text: r.money(rv.BenefitConfirmed)}
	if name := r.v.Name(rv.BenefitConfirmedBy); name != "" {
		c.Note = r.w.fill("confirmed.by", name)
	}
	return c
}

// money is an amount, nothing where there is none.
func (r *report) money(m workshop.Money) string {
	if m == 0 {
		return ""
	}
	return r.purse.text(m)
}
