package readout

import (
	"nemawashi.app/export/page"
	"nemawashi.app/workshop/sustain"
)

// columnsAtMost is how many reviews stand beside each other on the paper, the newest.
const columnsAtMost = 4

// sustain is what all reviews found together.
func (r *report) sustain() sustain.Report {
	return sustain.Of(sustain.Input{Reviews: r.v.Reviews, Measures: r.v.Measures, Readings: r.v.Readings, Actions: r.v.Actions, Today: r.today})
}

// sustained shows every measure at every review that was held, against its target.
func (r *report) sustained(s sustain.Report) []page.Block {
	if s.Held == 0 {
		return nil
	}
	from := max(0, s.Held-columnsAtMost)
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.measure"), Weight: 3, Min: 90}, {Title: r.w.say("column.baseline"), Align: page.ToRight}, {Title: r.w.say("column.target"), Align: page.ToRight}}}
	for _, c := range s.Columns[from:s.Held] {
		t.Columns = append(t.Columns, page.Column{Title: r.reviewName(c.Review), Align: page.ToRight})
	}
	for _, row := range s.Rows {
		cells := []page.Cell{{Text: row.Measure.Name}, {Text: r.maybe(row.Measure.Baseline, "")}, {Text: r.maybe(row.Measure.Target, row.Measure.Unit)}}
		for _, v := range row.Values[from:s.Held] {
			cells = append(cells, r.atReview(v))
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
	}
	hold := map[sustain.Hold]page.Tone{sustain.Holds: page.Good, sustain.Slipping: page.Warn, sustain.NotYet: page.Info, sustain.Lost: page.Bad}
	words := page.Callout{Tone: hold[s.Hold], Text: r.w.say(holdKeys[s.Hold])}
	blocks := []page.Block{page.Heading{Level: 2, Text: r.w.say("head.sustain")}, words}
	if len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	return blocks
}

// holdKeys are the words for what can be said of the gain.
var holdKeys = map[sustain.Hold]string{sustain.Holds: "hold.holds", sustain.Slipping: "hold.slipping", sustain.NotYet: "hold.notyet", sustain.Lost: "hold.lost"}

// atReview is a measure at one review.
func (r *report) atReview(v sustain.Value) page.Cell {
	switch {
	case v.Reading == nil:
		return page.Cell{Text: "–"}
	case v.Stand.Reached:
		return page.Cell{Text: "✓ " + r.number(*v.Reading.Value), Tone: page.Good}
	case v.Stand.Worse, v.Slipped:
		return page.Cell{Text: "! " + r.number(*v.Reading.Value), Tone: page.Bad}
	}
	return page.Cell{Text: r.number(*v.Reading.Value)}
}
