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
		res, err := assess.Of(w, r.ID, q, assess.Options{ProtectSelf: a != workshop.Facilitator})
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

// roundResults shows what a round adds up to: the pictures, the largest gaps, and where leaders see themselves otherwise than others do.
func (r *report) roundResults(res *assess.Result) []page.Block {
	w := r.pictureWords()
	main := res.Main()
	blocks := []page.Block{page.Heading{Level: 2, Text: res.Title, Note: r.w.fill("assess.n", res.Self.N, res.Others.N)}}
	if res.Withheld != "" {
		blocks = append(blocks, page.Callout{Tone: page.Info, Text: r.w.fill("assess.withheld", res.Others.N, res.Least)})
	}
	if !shownAny(main) {
		return append(blocks, page.Paragraph{Text: r.w.fill("assess.few", res.Least), Quiet: true})
	}
	blocks = append(blocks,
		page.Chart{Height: 230, Draw: func(f figure.Frame) figure.Figure { return res.Radar(w, f) }},
		page.Chart{Height: figure.HeatMapHeight(len(res.Questionnaire.Aspects), 8), Caption: r.w.say("assess.heat"), Draw: func(f figure.Frame) figure.Figure { return res.Heat(w, f) }})
	return append(append(blocks, r.gapTable(res)...), r.pairTable(res)...)
}

func shownAny(b *assess.Block) bool {
	for _, c := range b.Items {
		if !c.Hidden {
			return true
		}
	}
	return false
}

// gapsAtMost is how many of the largest gaps are listed.
const gapsAtMost = 8

func (r *report) gapTable(res *assess.Result) []page.Block {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.number")}, {Title: r.w.say("column.statement"), Weight: 3, Min: 120}, {Title: r.w.say("column.now"), Align: page.ToRight},
		{Title: r.w.say("column.needed"), Align: page.ToRight}, {Title: r.w.say("column.gap"), Align: page.ToRight}, {Title: r.w.say("column.spread"), Align: page.ToRight}, {Title: r.w.say("column.agreement")}}}
	ranked := assess.Rank(res.Main().Items)
	for i, g := range ranked[:min(len(ranked), gapsAtMost)] {
		it, _ := res.Questionnaire.Item(g.ID)
		sd := page.Cell{Text: "–"}
		if g.Now.HasSD() {
			sd.Text = r.oneDigit(g.Now.SD)
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: strconv.Itoa(i + 1)}, {Text: g.ID + " " + it.Title, Note: r.w.fill("assess.try", it.Experiment)}, {Text: r.oneDigit(g.Now.Mean)},
			{Text: r.oneDigit(g.Needed.Mean)}, {Text: r.oneDigit(*g.Gap), Bold: true}, sd, {Text: r.agreement(g.Word), Pill: g.Word != "", Tone: agreementTones[g.Word]}}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []page.Block{page.Heading{Level: 3, Text: r.w.say("head.gaps")}, t, page.Paragraph{Text: r.w.say("assess.rank"), Small: true, Quiet: true}}
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
	return assess.PictureWords{Self: r.w.say("assess.self.now"), Others: r.w.say("assess.others.now"), Needed: r.w.say("assess.needed"), Gap: r.w.say("assess.gap"), Hidden: r.w.say("assess.hidden"),
		Words:  map[assess.Agreement]string{assess.Agree: r.agreement(assess.Agree), assess.Mixed: r.agreement(assess.Mixed), assess.Split: r.agreement(assess.Split)},
		Number: r.oneDigit, RadarAlt: r.w.say("assess.radar.alt"), HeatAlt: r.w.say("assess.heat")}
}
