package assess

import (
	"cmp"
	"fmt"
	"slices"

	"nemawashi.app/workshop/figure"
)

// PictureWords are the words on the charts of a round.
type PictureWords struct {
	Self, Others, Needed string // names of lines
	Before               string // of the line of the round before
	Gap                  string // before a number
	Hidden               string
	Spread               string // before a number
	Words                map[Agreement]string
	Number               func(float64) string
	RadarAlt, HeatAlt    string
	DotsAlt              string
}

// EnglishPictures are the words in English.
func EnglishPictures() PictureWords {
	return PictureWords{Self: "Self, now", Others: "Others, now", Needed: "Needed in 12 months", Before: "Last round", Gap: "gap", Hidden: "hidden", Spread: "spread",
		Words:    map[Agreement]string{Agree: "agree", Mixed: "mixed", Split: "split"},
		Number:   func(v float64) string { return fmt.Sprintf("%.1f", v) },
		RadarAlt: "Means by role, on a scale from 1 to 5.", HeatAlt: "Value, gap and agreement of each statement, by aspect and role.",
		DotsAlt: "How many gave each level, statement by statement."}
}

// Lens is how results are looked at.
type Lens struct {
	Others  bool   // the answers of others first, not the leaders' own
	Unit    string // of the others, those of one unit; "" for all
	Aspects bool   // the radar over aspects, not over roles
	Before  bool   // with the round before
}

// Theirs are the others' answers as far as the lens lets them be seen: all, or
// those of a unit, which may be hidden.
func (r *Result) Theirs(l Lens) *Block {
	if l.Unit == "" {
		return &r.Others
	}
	for i := range r.Groups {
		if g := &r.Groups[i]; g.By == ByUnit && g.Name == l.Unit {
			return &g.Block
		}
	}
	return &Block{}
}

// Units are the units of the others, in the order of their names, and how many
// of each have answered.
func (r *Result) Units() []*Group {
	var out []*Group
	for i := range r.Groups {
		if r.Groups[i].By == ByUnit {
			out = append(out, &r.Groups[i])
		}
	}
	slices.SortFunc(out, func(a, b *Group) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// Front is the block that the lens puts first.
func (r *Result) Front(l Lens) *Block {
	if l.Others || r.Self.N == 0 {
		return r.Theirs(l)
	}
	return &r.Self
}

// Radar draws the roles, or aspects: leaders' own view now and needed, that of others, and the round before, as far as each is shown.
func (r *Result) Radar(l Lens, t *Trend, w PictureWords, f figure.Frame) figure.Figure {
	front, theirs := r.Front(l), r.Theirs(l)
	type axis struct {
		title               string
		front, self, others *Cell
		before              *float64
	}
	var all []axis
	if l.Aspects {
		for _, a := range r.Questionnaire.Aspects {
			all = append(all, axis{a.Title, front.Aspect(a.ID), r.Self.Aspect(a.ID), theirs.Aspect(a.ID), before(t.aspects(), a.ID)})
		}
	} else {
		for _, a := range r.Questionnaire.Roles {
			all = append(all, axis{a.Title, front.Role(a.ID), r.Self.Role(a.ID), theirs.Role(a.ID), before(t.roles(), a.ID)})
		}
	}
	var axes []figure.RadarAxis
	self := figure.RadarLine{Name: w.Self, Color: figure.Accent}
	others := figure.RadarLine{Name: w.Others, Color: figure.Against2, Sign: figure.Square}
	last := figure.RadarLine{Name: w.Before, Color: figure.Ink3, Sign: figure.Triangle, Dash: true}
	needed := figure.RadarLine{Name: w.Needed, Color: figure.Ink, Sign: figure.Diamond, Dash: true}
	if l.Unit != "" {
		others.Name += ": " + l.Unit
	}
	for _, a := range all {
		axes = append(axes, figure.RadarAxis{Name: a.title, Values: w.values(a.front)})
		self.Values = append(self.Values, nowOf(a.self))
		others.Values = append(others.Values, nowOf(a.others))
		last.Values = append(last.Values, a.before)
		var need *float64
		if a.front != nil {
			need = meanOf(a.front.Needed)
		}
		needed.Values = append(needed.Values, need)
	}
	candidates := []figure.RadarLine{others, self}
	if l.Before {
		candidates = []figure.RadarLine{last, others, self}
	}
	var lines []figure.RadarLine
	for _, l := range append([]figure.RadarLine{needed}, candidates...) {
		for _, v := range l.Values {
			if v != nil {
				lines = append(lines, l)
				break
			}
		}
	}
	return figure.Radar(axes, lines, Levels, w.RadarAlt, f)
}

func (t *Trend) aspects() []Step {
	if t == nil {
		return nil
	}
	return t.Aspects
}

func (t *Trend) roles() []Step {
	if t == nil {
		return nil
	}
	return t.Roles
}

func before(steps []Step, id string) *float64 {
	for i := range steps {
		if steps[i].ID == id {
			return &steps[i].Before
		}
	}
	return nil
}

func nowOf(c *Cell) *float64 {
	if c == nil {
		return nil
	}
	return meanOf(c.Now)
}

func meanOf(s *Spread) *float64 {
	if s == nil {
		return nil
	}
	return &s.Mean
}

func (w PictureWords) values(c *Cell) string {
	switch {
	case c != nil && c.Now == nil && c.N > 0:
		return w.Hidden
	case c == nil || c.Now == nil:
		return "–"
	case c.Needed == nil:
		return w.Number(c.Now.Mean)
	}
	return w.Number(c.Now.Mean) + " → " + w.Number(c.Needed.Mean)
}

// Heat draws all statements of the block that the lens puts first, by aspect and role.
func (r *Result) Heat(l Lens, t *Trend, w PictureWords, f figure.Frame) figure.Figure {
	var rows, columns []string
	var cells [][]figure.HeatCell
	for _, role := range r.Questionnaire.Roles {
		columns = append(columns, role.Title)
	}
	for _, a := range r.Questionnaire.Aspects {
		rows = append(rows, a.Title)
		var row []figure.HeatCell
		for _, it := range r.Questionnaire.Of(a.ID) {
			cell := w.cell(r.Front(l).Item(it.ID))
			if step := t.Item(it.ID); l.Before && step != nil && cell.Big != "" {
				cell.Lines[2] = w.Change(step.Change)
			}
			row = append(row, cell)
		}
		cells = append(cells, row)
	}
	return figure.HeatMap(rows, columns, cells, w.HeatAlt, f)
}

// strong are the gaps from which a cell is one shade darker.
var strong = [...]float64{0.95, 1.25, 1.55}

func (w PictureWords) cell(c *Cell) figure.HeatCell {
	switch {
	case c != nil && c.Now == nil && c.N > 0:
		return figure.HeatCell{Lines: [3]string{w.Hidden}}
	case c == nil || c.Now == nil:
		return figure.HeatCell{Big: "–"}
	}
	out := figure.HeatCell{Big: w.Number(c.Now.Mean)}
	if c.Gap != nil {
		out.Lines[0] = w.Gap + " " + w.Number(*c.Gap)
		for _, from := range strong {
			if *c.Gap >= from {
				out.Level++
			}
		}
	}
	out.Lines[1] = w.Words[c.Word]
	return out
}

// Change is a difference with its sign, and an arrow that says it too.
func (w PictureWords) Change(v float64) string {
	switch {
	case v >= 0.05:
		return "↑" + w.Number(v)
	case v <= -0.05:
		return "↓" + w.Number(-v)
	}
	return "="
}

// Dots draws how the answers to some statements lie, one row for each.
func (r *Result) Dots(l Lens, items []Item, w PictureWords, f figure.Frame) figure.Figure {
	var rows []figure.DotRow
	for _, it := range items {
		color, sign := figure.Accent, figure.Dot
		if r.Front(l) != &r.Self {
			color, sign = figure.Against2, figure.Square
		}
		rows = append(rows, w.dots(it.ID+" "+it.Title, r.Front(l).Item(it.ID), color, sign))
	}
	return figure.Dots(rows, scale(r.Questionnaire), w.DotsAlt, f)
}

// Statement draws one statement as everybody sees it: the leaders now and as needed, others now, and the round before.
func (r *Result) Statement(l Lens, t *Trend, id string, w PictureWords, f figure.Frame) figure.Figure {
	return figure.Dots(r.rows(l, t, id, w), scale(r.Questionnaire), w.DotsAlt, f)
}

func (r *Result) rows(l Lens, t *Trend, id string, w PictureWords) []figure.DotRow {
	var out []figure.DotRow
	add := func(name string, b *Block, color figure.Color, sign figure.RadarSign) {
		c := b.Item(id)
		if b.N == 0 || c == nil {
			return
		}
		out = append(out, w.dots(name, c, color, sign))
		need := figure.DotRow{Name: w.Needed, Color: figure.Ink3, Sign: figure.Diamond, Quiet: true}
		if c.Needed != nil {
			need.Counts, need.Mean, need.Note = c.Needed.Dots[:], &c.Needed.Mean, w.Number(c.Needed.Mean)
			out = append(out, need)
		}
	}
	add(w.Self, &r.Self, figure.Accent, figure.Dot)
	others := w.Others
	if l.Unit != "" {
		others += ": " + l.Unit
	}
	add(others, r.Theirs(l), figure.Against2, figure.Square)
	if step := t.Item(id); l.Before && step != nil {
		out = append(out, figure.DotRow{Name: w.Before, Quiet: true, Color: figure.Ink3, Sign: figure.Triangle, Mean: &step.Before, Note: w.Number(step.Before) + " " + w.Change(step.Change)})
	}
	return out
}

func (w PictureWords) dots(name string, c *Cell, color figure.Color, sign figure.RadarSign) figure.DotRow {
	row := figure.DotRow{Name: name, Color: color, Sign: sign}
	switch {
	case c.Now != nil:
		row.Counts, row.Mean, row.Note = c.Now.Dots[:], &c.Now.Mean, w.Number(c.Now.Mean)
		if c.Word != "" {
			row.Note += ", " + w.Words[c.Word]
		}
		if c.Now.HasSD() {
			row.Note += ", " + w.Spread + " " + w.Number(c.Now.SD)
		}
	case c.N > 0:
		row.Note = w.Hidden
	default:
		row.Note = "–"
	}
	return row
}

func scale(q *Questionnaire) []string {
	out := make([]string, Levels)
	for i, name := range q.Levels {
		out[i] = fmt.Sprintf("%d %s", i+1, name)
	}
	return out
}
