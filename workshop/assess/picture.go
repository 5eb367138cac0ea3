package assess

import (
	"fmt"

	"nemawashi.app/workshop/figure"
)

// PictureWords are the words on the charts of a round.
type PictureWords struct {
	Self, Others, Needed string // names of lines
	Gap                  string // before a number
	Hidden               string
	Words                map[Agreement]string
	Number               func(float64) string
	RadarAlt, HeatAlt    string
}

// EnglishPictures are the words in English.
func EnglishPictures() PictureWords {
	return PictureWords{Self: "Self, now", Others: "Others, now", Needed: "Needed in 12 months", Gap: "gap", Hidden: "hidden",
		Words:    map[Agreement]string{Agree: "agree", Mixed: "mixed", Split: "split"},
		Number:   func(v float64) string { return fmt.Sprintf("%.1f", v) },
		RadarAlt: "Means by role, on a scale from 1 to 5.", HeatAlt: "Value, gap and agreement of each statement, by aspect and role."}
}

// Radar draws the roles: leaders' own view now and needed, and the view of others, as far as each is shown.
func (r *Result) Radar(w PictureWords, f figure.Frame) figure.Figure {
	main := r.Main()
	var axes []figure.RadarAxis
	self := figure.RadarLine{Name: w.Self, Color: figure.Accent}
	others := figure.RadarLine{Name: w.Others, Color: figure.Against2, Sign: figure.Square}
	needed := figure.RadarLine{Name: w.Needed, Color: figure.Ink, Sign: figure.Diamond, Dash: true}
	for _, role := range r.Questionnaire.Roles {
		c := main.Role(role.ID)
		axes = append(axes, figure.RadarAxis{Name: role.Title, Values: w.values(c)})
		self.Values = append(self.Values, meanOf(r.Self.Role(role.ID).Now))
		others.Values = append(others.Values, meanOf(r.Others.Role(role.ID).Now))
		needed.Values = append(needed.Values, meanOf(c.Needed))
	}
	lines := []figure.RadarLine{needed}
	for _, l := range []figure.RadarLine{others, self} {
		for _, v := range l.Values {
			if v != nil {
				lines = append(lines, l)
				break
			}
		}
	}
	return figure.Radar(axes, lines, Levels, w.RadarAlt, f)
}

func meanOf(s *Spread) *float64 {
	if s == nil {
		return nil
	}
	return &s.Mean
}

func (w PictureWords) values(c *Cell) string {
	switch {
	case c.Now == nil && c.N > 0:
		return w.Hidden
	case c.Now == nil:
		return "–"
	case c.Needed == nil:
		return w.Number(c.Now.Mean)
	}
	return w.Number(c.Now.Mean) + " → " + w.Number(c.Needed.Mean)
}

// Heat draws all statements of the block that results begin with, by aspect and role.
func (r *Result) Heat(w PictureWords, f figure.Frame) figure.Figure {
	var rows, columns []string
	var cells [][]figure.HeatCell
	for _, role := range r.Questionnaire.Roles {
		columns = append(columns, role.Title)
	}
	for _, a := range r.Questionnaire.Aspects {
		rows = append(rows, a.Title)
		var row []figure.HeatCell
		for _, it := range r.Questionnaire.Of(a.ID) {
			row = append(row, w.cell(r.Main().Item(it.ID)))
		}
		cells = append(cells, row)
	}
	return figure.HeatMap(rows, columns, cells, w.HeatAlt, f)
}

// strong are the gaps from which a cell is one shade darker.
var strong = [...]float64{0.95, 1.25, 1.55}

func (w PictureWords) cell(c *Cell) figure.HeatCell {
	switch {
	case c.Now == nil && c.N > 0:
		return figure.HeatCell{Lines: [2]string{w.Hidden}}
	case c.Now == nil:
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
