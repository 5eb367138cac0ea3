package readout

import (
	"slices"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/means"
)

// How much of each list the summary takes at most, so that it stays one page.
// What is left out is counted, and stands in its own chapter.
const (
	summaryText    = 480 // characters of a note
	summaryTiles   = 4   // on upright paper
	summaryResults = 5
	summaryAsks    = 6
	summaryActions = 12
)

// The canvas on which the team prepares its readout, and its cells.
const (
	readoutCanvas   = "readout"
	readoutHeadline = "headline"
	readoutAsks     = "asks"
)

// summary is the page for those who read one page. It takes as many of the
// next actions as there is room for; where even few are too many, the other lists give way.
func (r *report) summary() []page.Block {
	return []page.Block{page.Fit{Most: summaryActions, Least: 1, Make: r.summaryWith}}
}

func (r *report) summaryWith(actions int) []page.Block {
	tiles := r.tiles()
	if !r.wide() {
		tiles = tiles[:min(summaryTiles, len(tiles))]
	}
	blocks := []page.Block{r.head("summary", r.w.fill("summary.note", r.date(r.today)), true), tiles}
	var first, second []page.Block
	if text := r.fromCanvas(readoutCanvas, readoutHeadline); text != "" {
		first = append(first, page.Callout{Tone: page.Good, Title: r.w.say("summary.result"), Text: r.digest(text, "canvases")})
	}
	if text := r.v.Charter.Objective; strings.TrimSpace(text) != "" {
		first = append(first, page.Paragraph{Spans: []page.Span{
			{Text: r.w.say("fact.objective") + ": ", Style: page.Style{Bold: true}}, {Text: r.digest(text, "charter")}}})
	}
	first = append(first, r.results(min(summaryResults, actions))...)
	if asks := r.asks(min(summaryAsks, max(actions, 4))); len(asks) > 0 {
		second = append(second, page.Callout{Tone: page.Warn, Title: r.w.say("summary.asks"), Body: []page.Block{page.Bullets{Items: asks}}})
	}
	second = append(second, r.topActions(actions)...)
	second = append(second, r.resources()...)
	if len(tiles) == 0 && len(first) == 0 && len(second) == 0 {
		first = append(first, page.Paragraph{Text: r.w.say("summary.nothing"), Quiet: true})
	}
	return append(blocks, r.pair(first, second)...)
}

// digest is the beginning of a long note, with the chapter in which all of it stands.
func (r *report) digest(text, chapter string) string {
	if len([]rune(text)) <= summaryText {
		return text
	}
	return shortened(text, summaryText) + " " + r.w.fill("continued", r.w.say("chapter."+chapter))
}

func (r *report) tiles() page.Tiles {
	var t page.Tiles
	if m := r.mainMeasure(); m != nil {
		tile := page.Tile{Value: r.course(m), Label: m.Name, Note: r.aim(m)}
		switch s := r.standOf(m); {
		case s.Reached:
			tile.Tone = page.Good
		case s.Worse:
			tile.Tone = page.Bad
		}
		t = append(t, tile)
	}
	c := r.counts
	if c.All > 0 {
		done := page.Tile{Value: r.w.fill("of", c.Done, c.All-c.Dropped), Label: r.w.say("tile.done")}
		if c.Done > 0 && c.Done == c.All-c.Dropped {
			done.Tone = page.Good
		}
		if c.Dropped > 0 {
			done.Note = r.w.count("dropped", c.Dropped)
		}
		late := page.Tile{Value: r.number(float64(c.Overdue)), Label: r.w.say("tile.overdue"), Note: r.w.count("week", c.Week)}
		if c.Overdue > 0 {
			late.Tone = page.Bad
		}
		t = append(t, done, late)
	}
	if e := r.expected(); e != (benefit{}) {
		tile := page.Tile{Value: r.purse.text(e.actual), Label: r.w.say("tile.benefit"), Note: r.w.fill("tile.expected", r.purse.text(e.expected))}
		if e.actual == 0 {
			tile = page.Tile{Value: r.purse.text(e.expected), Label: r.w.say("tile.hoped")}
		}
		t = append(t, tile)
	}
	if p := r.means().Total[means.Hours]; p.Promised > 0 {
		t = append(t, page.Tile{Value: r.w.fill("hours", r.number(float64(p.Delivered))), Label: r.w.say("tile.hours"), Note: r.w.fill("tile.promised", r.number(float64(p.Promised)))})
	}
	if i, known := r.index(); known && len(t) < 5 {
		t = append(t, page.Tile{Value: i, Label: r.w.say("tile.index"), Note: r.w.say("tile.index.note")})
	}
	return t
}

// results are the measures against their targets.
func (r *report) results(most int) []page.Block {
	if len(r.v.Measures) == 0 {
		return nil
	}
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.measure"), Weight: 3}, {Title: r.w.say("column.baseline"), Align: page.ToRight},
		{Title: r.w.say("column.latest"), Align: page.ToRight}, {Title: r.w.say("column.target"), Align: page.ToRight}, {Title: r.w.say("column.result")}}}
	for _, m := range r.v.Measures[:min(most, len(r.v.Measures))] {
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: m.Name}, {Text: r.maybe(m.Baseline, m.Unit)}, {Text: r.latest(m), Bold: true},
			{Text: joined(r.maybe(m.Target, m.Unit), r.by(m.TargetDate))}, r.verdict(m)}})
	}
	return []page.Block{page.Heading{Level: 3, Text: r.partOf("head.results", len(t.Rows), len(r.v.Measures))}, t}
}

// partOf is a heading that says how much of a list stands below it, unless that is all.
func (r *report) partOf(key string, shown, all int) string {
	if shown == all {
		return r.w.say(key)
	}
	return r.w.fill("part", r.w.say(key), shown, all)
}

// asks are the decisions that the sponsor is asked for: what the team wrote for
// the readout, what a review escalates, and what is blocked.
func (r *report) asks(most int) []string {
	all := lines(r.fromCanvas(readoutCanvas, readoutAsks))
	for _, rv := range r.v.Reviews {
		if rv.Decision == "escalate" {
			all = append(all, r.w.fill("ask.escalated", r.reviewName(rv)))
		}
	}
	var blocked []string
	for _, row := range r.rows {
		if row.Action.Status == workshop.ActionBlocked {
			blocked = append(blocked, row.Action.Label())
		}
	}
	if n := len(blocked); n > 0 {
		all = append(all, r.w.fill("ask.blocked", r.w.count("action", n), strings.Join(blocked[:min(n, 12)], ", ")))
	}
	if n := len(all) - most + 1; n > 1 {
		all = append(all[:most-1:most-1], r.w.fill("ask.more", n))
	}
	for i := range all {
		all[i] = shortened(all[i], summaryText)
	}
	return all
}

// topActions are what matters next: what is overdue, the oldest first, then the others by priority and due date.
func (r *report) topActions(most int) []page.Block {
	list := actionlist.NewList(r.rows, r.today)
	list.SetFilter(actionlist.Filter{State: actionlist.NotDone})
	list.SetOrder(actionlist.Order{{Column: actionlist.Priority}, {Column: actionlist.Due}})
	open := list.Shown()
	slices.SortStableFunc(open, func(a, b *actionlist.Row) int {
		la, lb := a.Action.Overdue(r.today), b.Action.Overdue(r.today)
		switch {
		case la && lb:
			return strings.Compare(string(a.Action.Due), string(b.Action.Due))
		case la:
			return -1
		case lb:
			return 1
		}
		return 0
	})
	if len(open) == 0 {
		return nil
	}
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.action"), Weight: 4, Min: 120}, {Title: r.w.say("column.owner"), Weight: 1.4, Min: 60},
		{Title: r.w.say("column.due")}, {Title: r.w.say("column.status")}}}
	n := min(most, len(open))
	for _, row := range open[:n] {
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: row.Action.Label()}, {Text: row.Action.Title}, r.answers(row), {Text: r.shortDate(row.Action.Due)}, r.status(row.Action)}})
	}
	return []page.Block{page.Heading{Level: 3, Text: r.partOf("head.top", n, len(open))}, t}
}
