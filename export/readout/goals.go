package readout

import (
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
)

func (r *report) countGoals() int { return len(r.v.Goals) }

// goals shows each goal below the one that it serves, with the actions that serve it.
func (r *report) goals() []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.goal"), Weight: 4, Min: 120}, {Title: r.w.say("column.measure"), Weight: 2, Min: 60},
		{Title: r.w.say("column.owner"), Weight: 1.5, Min: 60}, {Title: r.w.say("column.agreed")}, {Title: r.w.say("column.actions"), Weight: 2, Min: 60}}}
	for _, g := range r.goalTree() {
		agreed := page.Cell{Text: r.w.say("not.agreed"), Pill: true, Tone: page.Warn}
		if g.Agreed {
			agreed = page.Cell{Text: r.w.say("agreed"), Pill: true, Tone: page.Good}
		}
		note := r.w.choice("level", g.Level)
		if g.Conditions != "" {
			note = strings.Join(nonEmpty(note, r.w.fill("conditions", g.Conditions)), "\n")
		}
		title := page.Cell{Text: g.Title, Note: note, Bold: g.depth == 0}
		if g.depth > 0 {
			title.Text = strings.Repeat("\u00A0\u00A0\u00A0", min(g.depth, 4)-1) + "↳ " + g.Title
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{title, {Text: g.Measure}, {Text: r.v.Name(g.Owner)}, agreed, r.serving(g.Goal)}})
	}
	return []page.Block{r.head("goals", r.w.count("goal", len(r.v.Goals)), false), t}
}

// serving are the actions of a goal: how many are done, and which there are.
func (r *report) serving(g *workshop.Goal) page.Cell {
	var numbers []string
	done := 0
	for _, row := range r.rows {
		if a := row.Action; a.Goal == g.ID && a.Status != workshop.ActionDropped {
			numbers = append(numbers, a.Label())
			if a.Ended() {
				done++
			}
		}
	}
	if len(numbers) == 0 {
		return page.Cell{Text: r.w.say("no.actions"), Tone: page.Warn}
	}
	return page.Cell{Text: strings.Join(numbers, ", "), Note: r.w.fill("done.of", done, len(numbers))}
}

// leveled is a goal in its place below others.
type leveled struct {
	*workshop.Goal
	depth int
}

// goalTree lists goals depth first. Goals that serve each other in a circle stand on the first level.
func (r *report) goalTree() []leveled {
	below := map[workshop.ID][]*workshop.Goal{}
	known := map[workshop.ID]bool{}
	for _, g := range r.v.Goals {
		known[g.ID] = true
	}
	for _, g := range r.v.Goals {
		parent := g.Parent
		if !known[parent] || parent == g.ID {
			parent = ""
		}
		below[parent] = append(below[parent], g)
	}
	var out []leveled
	seen := map[workshop.ID]bool{}
	var walk func(list []*workshop.Goal, depth int)
	walk = func(list []*workshop.Goal, depth int) {
		for _, g := range list {
			if !seen[g.ID] {
				seen[g.ID] = true
				out = append(out, leveled{g, depth})
				walk(below[g.ID], depth+1)
			}
		}
	}
	walk(below[""], 0)
	walk(r.v.Goals, 0)
	return out
}
