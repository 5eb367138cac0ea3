package readout

import (
	"errors"
	"strconv"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/figure"
)

// Assessments works out the rounds of a workshop for an audience: only the facilitator, to whom leaders gave
// their own answers by name, sees those of fewer than the smallest group. Rounds with a questionnaire that is
// not known here are left out.
func Assessments(w *workshop.Workshop, a workshop.Audience) ([]*assess.Result, error) {
	var out []*assess.Result
	for _, r := range workshop.All[workshop.Round](w) {
		q, err := assess.Held(r)
		if errors.Is(err, assess.ErrNoQuestionnaire) {
			continue
		}
		if err != nil {
			return nil, err
		}
		res, err := assess.WithTrend(w, r.ID, q, assess.Options{ProtectSelf: a != workshop.Facilitator})
		if err != nil {
			return nil, err
		}
		if res.Self.N+res.Others.N > 0 {
			out = append(out, res)
		}
	}
	return out, nil
}

// countAssessed counts the answers behind the results, or, without results, those in the view.
func (r *report) countAssessed() int {
	n := 0
	for _, res := range r.in.Assessments {
		n += res.Self.N + res.Others.N
	}
	return max(n, len(r.v.Responses))
}

// roundResults shows what a round adds up to: the pictures, the largest gaps, where leaders see themselves otherwise than others do, and, for
// all but the sponsor, units and how the answers to each statement lie.
func (r *report) roundResults(res *assess.Result) []page.Block {
	w := r.pictureWords()
	blocks := []page.Block{page.Heading{Level: 2, Text: res.Title, Note: r.w.fill("assess.n", res.Self.N, res.Others.N)}}
	if res.Withheld != "" {
		why := "assess.withheld"
		if !res.Closed {
			why = "assess.notyet"
		}
		blocks = append(blocks, page.Callout{Tone: page.Info, Text: r.w.fill(why, res.Others.N, res.Least)})
	}
	front := assess.Lens{Others: !res.Self.Shows()}
	if !res.Front(front).Shows() {
		return append(blocks, page.Paragraph{Text: r.w.fill("assess.few", res.Least), Quiet: true})
	}
	lens := front
	lens.Before = res.Trend != nil && len(res.Trend.Items) > 0
	blocks = append(blocks,
		page.Chart{Height: 230, Draw: func(f figure.Frame) figure.Figure { return res.Radar(lens, res.Trend, w, f) }},
		page.Chart{Height: figure.HeatMapHeight(len(res.Questionnaire.Aspects), 8), Caption: r.w.say("assess.heat"), Draw: func(f figure.Frame) figure.Figure { return res.Heat(front, nil, w, f) }})
	blocks = append(append(blocks, r.gapTable(res, lens)...), r.pairTable(res)...)
	if r.audience() == string(workshop.Sponsor) {
		return blocks
	}
	return append(append(blocks, r.unitTable(res)...), r.dots(res, front)...)
}

// unitTable shows the units of the others, each where it may be shown.
func (r *report) unitTable(res *assess.Result) []page.Block {
	units := res.Units()
	if len(units) < 2 || !res.Others.Shows() {
		return nil
	}
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.unit"), Weight: 2, Min: 80}, {Title: r.w.say("column.answers"), Align: page.ToRight}}}
	for _, a := range res.Questionnaire.Aspects {
		t.Columns = append(t.Columns, page.Column{Title: a.Title, Weight: 1, Align: page.ToRight})
	}
	for _, u := range units {
		row := page.Row{Cells: []page.Cell{{Text: u.Name}, {Text: strconv.Itoa(u.N)}}}
		for _, a := range res.Questionnaire.Aspects {
			c := page.Cell{Text: r.w.say("assess.hidden")}
			if s := u.Aspect(a.ID); s != nil && s.Now != nil {
				c.Text = r.oneDigit(s.Now.Mean)
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
	}
	return []page.Block{page.Heading{Level: 3, Text: r.w.say("head.units")}, t, page.Paragraph{Text: r.w.fill("assess.units", res.Least), Small: true, Quiet: true}}
}

// dots shows how the answers to each statement lie, aspect by aspect.
func (r *report) dots(res *assess.Result, l assess.Lens) []page.Block {
	blocks := []page.Block{page.Heading{Level: 3, Text: r.w.say("head.dots")}}
	for _, a := range res.Questionnaire.Aspects {
		items := res.Questionnaire.Of(a.ID)
		blocks = append(blocks, page.Chart{Height: figure.DotsHeight(len(items), 8), Caption: a.Title,
			Draw: func(f figure.Frame) figure.Figure { return res.Dots(l, items, r.pictureWords(), f) }})
	}
	return blocks
}

// gapsAtMost is how many of the largest gaps are listed.
const gapsAtMost = 8

func (r *report) gapTable(res *assess.Result, l assess.Lens) []page.Block {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.statement"), Weight: 3, Min: 120}, {Title: r.w.say("column.now"), Align: page.ToRight},
		{Title: r.w.say("column.needed"), Align: page.ToRight}, {Title: r.w.say("column.gap"), Align: page.ToRight}, {Title: r.w.say("column.spread"), Align: page.ToRight}, {Title: r.w.say("column.agreement")}}}
	if l.Before {
		t.Columns = append(t.Columns, page.Column{Title: r.w.say("column.change"), Align: page.ToRight})
	}
	ranked := assess.Rank(res.Front(l).Items)
	for i, g := range ranked[:min(len(ranked), gapsAtMost)] {
		it, _ := res.Questionnaire.Item(g.ID)
		sd := page.Cell{Text: "–"}
		if g.Now.HasSD() {
			sd.Text = r.oneDigit(g.Now.SD)
		}
		row := page.Row{Cells: []page.Cell{{Text: strconv.Itoa(i + 1)}, {Text: g.ID + " " + it.Title, Note: r.w.fill("assess.try", it.Experiment)}, {Text: r.oneDigit(g.Now.Mean)},
			{Text: r.oneDigit(g.Needed.Mean)}, {Text: r.oneDigit(*g.Gap), Bold: true}, sd, {Text: r.agreement(g.Word), Pill: g.Word != "", Tone: agreementTones[g.Word]}}}
		if l.Before {
			change := page.Cell{Text: "–"}
			if step := res.Trend.Item(g.ID); step != nil {
				change.Text = r.pictureWords().Change(step.Change)
			}
			row.Cells = append(row.Cells, change)
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	words := r.w.say("assess.rank")
	switch {
	case !l.Before:
	case res.Trend.SamePeople > 0:
		words += " " + r.w.fill("assess.same", res.Trend.Title, res.Trend.SamePeople)
	default:
		words += " " + r.w.fill("assess.since", res.Trend.Title)
	}
	return []page.Block{page.Heading{Level: 3, Text: r.w.say("head.gaps")}, t, page.Paragraph{Text: words, Small: true, Quiet: true}}
}

var agreementTones = map[assess.Agreement]page.Tone{assess.Agree: page.Good, assess.Mixed: page.Info, assess.Split: page.Warn}

func (r *report) agreement(a assess.Agreement) string {
	if a == "" {
		return ""
	}
	return r.w.say("agreement." + string(a))
}

func (r *report) pairTable(res *assess.Result) []page.Block {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.statement"), Weight: 3, Min: 120}, {Title: r.w.say("by.self"), Align: page.ToRight}, {Title: r.w.say("assess.others"), Align: page.ToRight}, {Title: r.w.say("column.means")}}}
	for _, p := range assess.Pairs(res.Self.Items, res.Others.Items) {
		if p.Kind == "" {
			continue
		}
		it, _ := res.Questionnaire.Item(p.ID)
		key, tone := "assess.blind", page.Warn
		if p.Kind == assess.HiddenStrength {
			key, tone = "assess.strength", page.Good
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: p.ID + " " + it.Title}, {Text: r.oneDigit(p.Self)}, {Text: r.oneDigit(p.Others)}, {Text: r.w.say(key), Pill: true, Tone: tone}}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []page.Block{page.Heading{Level: 3, Text: r.w.say("head.pairs")}, t}
}

func (r *report) oneDigit(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

func (r *report) pictureWords() assess.PictureWords {
	return assess.PictureWords{Self: r.w.say("assess.self.now"), Others: r.w.say("assess.others.now"), Needed: r.w.say("assess.needed"), Gap: r.w.say("assess.gap"), Hidden: r.w.say("assess.hidden"), Before: r.w.say("assess.before"), Spread: r.w.say("assess.spread"), DotsAlt: r.w.say("assess.dots.alt"),
		Words:  map[assess.Agreement]string{assess.Agree: r.agreement(assess.Agree), assess.Mixed: r.agreement(assess.Mixed), assess.Split: r.w.say("agreement.short")},
		Number: r.oneDigit, RadarAlt: r.w.say("assess.radar.alt"), HeatAlt: r.w.say("assess.heat")}
}
