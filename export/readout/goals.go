package readout

import (
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/align"
)

func (r *report) countGoals() int { return len(r.v.Goals) }

// goals shows each goal below the one that it serves, with its three rounds and the actions that serve it, and then what does not fit
// together: goals that nothing works for, and actions that serve no goal.
func (r *report) goals() []page.Block {
	fit := align.Of(r.v.Goals, r.v.Actions, r.today)
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.goal"), Weight: 4, Min: 120}, {Title: r.w.say("column.measure"), Weight: 2, Min: 60},
		{Title: r.w.say("column.owner"), Weight: 1.5, Min: 60}, {Title: r.w.say("column.agreed")}, {Title: r.w.say("column.actions"), Weight: 2, Min: 60}}}
	for _, l := range fit.Lines {
		title := page.Cell{Text: l.Goal.Title, Note: r.rounds(l.Goal), Bold: l.Depth == 0}
		if l.Depth > 0 {
			title.Text = strings.Repeat("\u00A0\u00A0\u00A0", min(l.Depth, 4)-1) + "↳ " + l.Goal.Title
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{title, {Text: l.Goal.Measure}, {Text: r.v.Name(l.Goal.Owner)}, r.goalState(l.Goal), r.serving(l)}})
	}
	blocks := []page.Block{r.head("goals", r.w.fill("agreed.of", fit.Agreed, fit.Goals), false), t}
	return append(blocks, r.loose(fit)...)
}

// rounds is what was said of a goal in the catchball.
func (r *report) rounds(g *workshop.Goal) string {
	said := []string{r.w.choice("level", g.Level)}
	for _, round := range []struct{ key, text string }{{"proposed", g.Proposed}, {"answered", g.Answered}, {"conditions", g.Conditions}} {
		if round.text != "" {
			said = append(said, r.w.fill(round.key, round.text))
		}
	}
	return strings.Join(nonEmpty(said...), "\n")
}

func (r *report) goalState(g *workshop.Goal) page.Cell {
	tone := map[string]page.Tone{workshop.GoalAgreed: page.Good, workshop.GoalAnswered: page.Info, workshop.GoalProposed: page.Warn}
	return page.Cell{Text: r.w.say("goal." + g.State()), Pill: true, Tone: tone[g.State()]}
}

// serving are the actions of a goal: how many are done, and which there are.
func (r *report) serving(l align.Line) page.Cell {
	var numbers []string
	for _, a := range l.Actions {
		numbers = append(numbers, a.Label())
	}
	switch {
	case len(numbers) > 0:
		return page.Cell{Text: strings.Join(numbers, ", "), Note: r.w.fill("done.of", l.Done, len(numbers))}
	case l.Goal.Dropped:
		return page.Cell{}
	case l.Served:
		return page.Cell{Text: r.w.say("served.below")}
	}
	return page.Cell{Text: r.w.say("no.actions"), Tone: page.Warn}
}

// loose says which actions serve no goal.
func (r *report) loose(fit align.Report) []page.Block {
	if len(fit.Loose) == 0 || fit.Goals == 0 {
		return nil
	}
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.action"), Weight: 4, Min: 120},
		{Title: r.w.say("column.owner"), Weight: 1.4, Min: 60}, {Title: r.w.say("column.status")}}}
	for _, a := range fit.Loose {
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: a.Label()}, {Text: a.Title}, {Text: r.v.Name(a.Owner)}, r.status(a)}})
	}
	return []page.Block{page.Heading{Level: 2, Text: r.w.say("head.loose"), Note: r.w.fill("loose.of", len(fit.Loose), fit.Live)}, t}
}
