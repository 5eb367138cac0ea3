package readout

import (
	"fmt"
	"strings"
	"unicode"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/resist"
)

// wholeMap is the resistance map for the facilitator's eyes.
func (r *report) wholeMap() []page.Block {
	rep := resist.OfView(r.v, r.today)
	blocks := []page.Block{r.head("resistance", r.w.say("resistance.facilitator"), true)}
	if c := r.v.Resistance.Coalition; c.Rated > 0 {
		blocks = append(blocks, r.coalition(c, r.neededIndex())...)
	}
	if stakes := r.stakes(rep.Stakeholders); len(stakes) > 0 {
		height := 360.0
		if r.wide() {
			height = 380
		}
		blocks = append(blocks, page.Chart{Height: height, Caption: r.w.say("map.caption"),
			Draw: func(f figure.Frame) figure.Figure { return figure.LayMap(stakes, f).Figure(r.w.mapWords()) }})
	}
	blocks = append(blocks, page.Heading{Level: 2, Text: r.w.say("head.ranking"), Note: r.w.say("ranking.note")}, r.ranking(rep.Stakeholders),
		page.Heading{Level: 2, Text: r.w.say("head.responses")}, r.responses(rep.Stakeholders))
	if len(rep.Trend) > 1 {
		blocks = append(blocks, page.Heading{Level: 2, Text: r.w.say("head.trend")}, r.trend(rep.Trend))
	}
	if t := r.courses(rep.Stakeholders); len(t.Rows) > 0 {
		blocks = append(blocks, page.Heading{Level: 2, Text: r.w.say("head.courses")}, t)
	}
	return append(blocks, r.themes()...)
}

// stakes are the rated entries as bubbles of the map.
func (r *report) stakes(entries []resist.Entry) []figure.Stake {
	var out []figure.Stake
	for _, e := range entries {
		if !e.Rated {
			continue
		}
		s := figure.Stake{Short: short(e.Code), People: r.stake(e.ID).Size, Now: *e.Now, Needed: *e.Now, Influence: e.Influence, Priority: e.Priority}
		if e.Needed != nil {
			s.Needed = *e.Needed
		}
		out = append(out, s)
	}
	return out
}

// short is what stands in a bubble: two letters of a code name, three where it is a letter and a number.
func short(code string) string {
	runes := []rune(code)
	if len(runes) > 1 && unicode.IsDigit(runes[1]) {
		return string(runes[:min(3, len(runes))])
	}
	return string(runes[:min(2, len(runes))])
}

// ranking lists the entries by priority, with the parts that it is made of.
func (r *report) ranking(entries []resist.Entry) page.Table {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.code"), Weight: 2, Min: 70}, {Title: r.w.say("column.now"), Align: page.Centered}, {Title: r.w.say("column.needed"), Align: page.Centered},
		{Title: r.w.say("column.parts")}, {Title: r.w.say("column.priority")}, {Title: r.w.say("column.confidence")}, {Title: r.w.say("column.rated")}, {Title: r.w.say("column.flags"), Weight: 2, Min: 80}}}
	for _, e := range entries {
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: e.Code, Bold: true, Note: r.about(r.stake(e.ID))}, {Text: r.degree(e.Now)}, {Text: r.degree(e.Needed)},
			{Text: r.parts(e)}, r.band(e), {Text: r.confidence(e.Confidence)}, {Text: r.shortDate(e.LastRated)}, {Text: r.flags(e)}}})
	}
	return t
}

// about says what else is known of an entry: unit and size, never a name of a person.
func (r *report) about(s *workshop.Stakeholder) string {
	size := ""
	if s.Size > 1 {
		size = r.w.count("person", s.Size)
	}
	return strings.Join(nonEmpty(s.Name, s.Unit, size), ", ")
}

func (r *report) degree(n *int) string {
	if n == nil {
		return r.w.say("unknown")
	}
	return figure.Sign(*n)
}

// parts is the sum behind a priority: "5 × 3 = 15".
func (r *report) parts(e resist.Entry) string {
	if !e.Rated || e.Needed == nil {
		return r.w.say("not.rated")
	}
	return fmt.Sprintf("%d × %d = %d", e.Influence, e.Gap, e.Priority)
}

func (r *report) band(e resist.Entry) page.Cell {
	tone := map[resist.Band]page.Tone{resist.Act: page.Secret, resist.Plan: page.Info}
	c := page.Cell{Text: r.w.choice("band", string(e.Band)), Pill: true, Tone: tone[e.Band]}
	switch {
	case e.ListenFirst:
		c.Note = r.w.say("listen.first")
	case e.ActNow && e.Band != resist.Act:
		c.Text, c.Tone = r.w.say("act.now"), page.Secret
	}
	return c
}

func (r *report) confidence(n int) string {
	if n == 0 {
		return ""
	}
	return r.w.choice("confidence", fmt.Sprint(n))
}

func (r *report) flags(e resist.Entry) string {
	var out []string
	for _, f := range e.Flags {
		out = append(out, r.w.choice("flag", string(f)))
	}
	return strings.Join(out, ", ")
}

// responses lists what is known of each entry and what is being done.
func (r *report) responses(entries []resist.Entry) page.Table {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.code"), Min: 56}, {Title: r.w.say("column.evidence"), Weight: 3, Min: 110}, {Title: r.w.say("column.cause"), Weight: 2, Min: 80},
		{Title: r.w.say("column.response"), Weight: 3, Min: 110}, {Title: r.w.say("column.tends"), Weight: 1.6, Min: 76}}}
	for _, e := range entries {
		s := r.stake(e.ID)
		kind := strings.Join(nonEmpty(r.w.choice("level", s.Level), r.w.choice("nature", s.Nature), r.barrier(s)), ", ")
		weigh := ""
		if s.Impact > 0 || s.Interest > 0 {
			weigh = r.w.fill("impact.interest", s.Impact, s.Interest)
		}
		sign := ""
		if s.SuccessSign != "" {
			sign = r.w.fill("success.sign", s.SuccessSign)
		}
		next := ""
		if s.NextContact != "" {
			next = r.w.fill("next.contact", r.shortDate(s.NextContact))
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: e.Code, Bold: true}, {Text: s.Evidence, Note: r.shortDate(s.EvidenceDate)},
			{Text: r.w.choice("cause", s.Cause), Note: strings.Join(nonEmpty(kind, weigh), "\n")},
			{Text: s.Response, Note: sign}, {Text: r.v.Name(s.RelationshipOwner), Note: next}}})
	}
	return t
}

func (r *report) barrier(s *workshop.Stakeholder) string {
	if s.Barrier == "" {
		return ""
	}
	return r.w.fill("barrier", s.Barrier)
}

func (r *report) trend(points []resist.Point) page.Block {
	readings := make([]figure.Reading, len(points))
	for i, p := range points {
		readings[i] = figure.Reading{Date: p.Date.Time(), Value: p.Index * 100}
	}
	needed := r.neededIndex()
	name := ""
	if needed != nil {
		name = r.w.say("needed") + " " + figure.SignedPercent(*needed)
	}
	return page.Chart{Height: 130, Draw: func(f figure.Frame) figure.Figure {
		return figure.IndexTrend(readings, needed, name, r.w.say("head.trend"), f)
	}}
}

// courses lists how judgements have changed, of those that did.
func (r *report) courses(entries []resist.Entry) page.Table {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.code"), Min: 56}, {Title: r.w.say("column.course"), Weight: 1}}}
	for _, e := range entries {
		var steps []string
		for _, rating := range r.v.Ratings[e.ID] {
			if rating.Now != nil {
				steps = append(steps, fmt.Sprintf("%s (%s)", figure.Sign(*rating.Now), r.shortDate(rating.Date)))
			}
		}
		if len(steps) > 1 {
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: e.Code, Bold: true}, {Text: strings.Join(steps, " → ")}}})
		}
	}
	return t
}
