package readout

import (
	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/resist"
)

// countResistance counts what this audience may know of the map.
func (r *report) countResistance() int {
	if r.facilitator() {
		n := 0
		for _, s := range r.v.Stakeholders {
			if !s.Retired {
				n++
			}
		}
		return n
	}
	if n := r.v.Resistance.Coalition.Rated; r.sponsor() && r.v.Resistance.Known && n > 0 {
		return n
	}
	n := 0
	for _, t := range r.named() {
		n += t.Count
	}
	return n
}

// resistance tells each audience what it may know: the team the themes, the
// sponsor also the index and the counts, the facilitator everything, under code names.
func (r *report) resistance() []page.Block {
	if r.facilitator() {
		return r.wholeMap()
	}
	_, known := r.index()
	themes := r.themes()
	note := "resistance." + r.audience() // announces only what follows
	switch {
	case known && len(themes) == 0:
		note = "resistance.sponsor.index"
	case !known:
		note = "resistance.team"
	}
	blocks := []page.Block{r.head("resistance", r.w.say(note), false)}
	if known {
		blocks = append(blocks, r.coalition(r.v.Resistance.Coalition, nil)...)
	}
	return append(blocks, themes...)
}

// index is the coalition index, for those who may know it.
func (r *report) index() (string, bool) {
	c := r.v.Resistance.Coalition
	if !r.v.Resistance.Known || c.Rated == 0 || !r.facilitator() && !r.sponsor() {
		return "", false
	}
	return figure.SignedPercent(c.Index * 100), true
}

// coalition shows how the influence in the room leans.
func (r *report) coalition(c workshop.Coalition, needed *float64) []page.Block {
	alt := r.w.fill("alt.index", figure.SignedPercent(c.Index*100))
	return []page.Block{page.Together{
		page.Tiles{
			{Value: figure.SignedPercent(c.Index * 100), Label: r.w.say("tile.index"), Note: r.w.say("tile.index.note")},
			{Value: r.number(float64(c.Positive)), Label: r.w.say("tile.for"), Note: r.w.say("tile.sum")},
			{Value: r.number(float64(c.Negative)), Label: r.w.say("tile.against"), Note: r.w.say("tile.sum")},
			{Value: r.number(float64(c.Rated)), Label: r.w.say("tile.rated"), Note: r.w.say("tile.rated.note")},
		},
		page.Chart{Height: 34, Draw: func(f figure.Frame) figure.Figure {
			return figure.IndexGauge(c.Index*100, needed, r.w.say("needed"), alt, f)
		}},
	}}
}

// named are the themes, unless all that may be told of them is that they are different.
func (r *report) named() []workshop.Theme {
	all := r.v.Resistance.Themes
	if len(all) == 1 && all[0].Cause == "other" {
		return nil
	}
	return all
}

// themes shows what resistance is about, without saying whose.
func (r *report) themes() []page.Block {
	var bars []figure.BarItem
	for _, t := range r.named() {
		bars = append(bars, figure.BarItem{Label: r.w.choice("cause", t.Cause), Value: float64(t.Count), Text: r.number(float64(t.Count))})
	}
	if len(bars) == 0 {
		return nil
	}
	return append([]page.Block{page.Heading{Level: 3, Text: r.w.say("head.themes")}}, r.bars(bars, r.w.say("themes.caption."+r.audience()))...)
}

// neededIndex is the index if everybody stood where they are needed; who has
// no such rating stays where they are.
func (r *report) neededIndex() *float64 {
	var there []*workshop.Stakeholder
	any := false
	for _, s := range r.v.Stakeholders {
		then := *s
		if then.SupportNeeded != nil {
			then.SupportNow, any = then.SupportNeeded, true
		}
		there = append(there, &then)
	}
	if !any {
		return nil
	}
	index := workshop.CoalitionOf(there).Index * 100
	return &index
}

// assessment shows what the rounds add up to; the facilitator also reads who has answered so far.
func (r *report) assessment() []page.Block {
	blocks := []page.Block{r.head("assessment", r.w.count("response", r.countAssessed()), false)}
	if len(r.v.Responses) > 0 {
		blocks = append(blocks, r.answered())
	}
	for _, res := range r.in.Assessments {
		blocks = append(blocks, r.roundResults(res)...)
	}
	return blocks
}

// answered counts who has answered so far.
func (r *report) answered() page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.round"), Weight: 2}, {Title: r.w.say("column.date"), Weight: 1}, {Title: r.w.say("column.closes"), Weight: 1},
		{Title: r.w.say("by.self"), Align: page.ToRight}, {Title: r.w.say("by.report"), Align: page.ToRight}, {Title: r.w.say("by.peer"), Align: page.ToRight},
		{Title: r.w.say("by.facilitator"), Align: page.ToRight}, {Title: r.w.say("column.all"), Align: page.ToRight}}}
	for _, round := range r.v.Rounds {
		by, all := map[string]int{}, 0
		for _, a := range r.v.Responses {
			if a.Round == round.ID {
				by[a.By]++
				all++
			}
		}
		row := page.TextRow(round.Title, r.shortDate(round.Date), r.shortDate(round.Closes))
		for _, n := range []int{by["self"], by["report"], by["peer"], by["facilitator"], all} {
			row.Cells = append(row.Cells, page.Cell{Text: r.number(float64(n))})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// key tells the facilitator, on a page of its own, who is behind the code names.
func (r *report) key() []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.code"), Weight: 1}, {Title: r.w.say("column.name"), Weight: 2}, {Title: r.w.say("column.unit"), Weight: 2}}}
	for _, e := range resist.OfView(r.v, r.today).Stakeholders {
		if name := r.in.Names[e.ID]; name != "" {
			t.Rows = append(t.Rows, page.TextRow(e.Code, name, r.stake(e.ID).Unit))
		}
	}
	return []page.Block{r.head("key", "", true), page.Callout{Tone: page.Secret, Title: r.w.say("key.title"), Text: r.w.say("key.text")}, t}
}

func (r *report) countKey() int {
	n := 0
	for _, s := range r.v.Stakeholders {
		if !s.Retired && r.in.Names[s.ID] != "" {
			n++
		}
	}
	return n
}

// stake is a stakeholder of the view, an empty one when it is not there.
func (r *report) stake(id workshop.ID) *workshop.Stakeholder {
	for _, s := range r.v.Stakeholders {
		if s.ID == id {
			return s
		}
	}
	return &workshop.Stakeholder{}
}
