package readout

import (
	"time"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sustain"
)

func (r *report) countMeasures() int { return len(r.v.Measures) }

// measures shows every measure with its readings against baseline and target.
func (r *report) measures() []page.Block {
	blocks := []page.Block{r.head("measures", r.w.count("measure", len(r.v.Measures)), false)}
	for _, m := range r.v.Measures {
		facts := page.Facts{Columns: 4, Items: []page.Fact{
			{Name: r.w.say("column.baseline"), Value: r.orNone(r.maybe(m.Baseline, m.Unit))},
			{Name: r.w.say("column.target"), Value: r.orNone(joined(r.maybe(m.Target, m.Unit), r.by(m.TargetDate)))},
			{Name: r.w.say("column.latest"), Value: r.orNone(r.latest(m)), Strong: true},
			{Name: r.w.say("column.result"), Value: r.verdict(m).Text}}}
		blocks = append(blocks, page.Heading{Level: 2, Text: m.Name})
		if len(r.readings[m.ID]) == 0 {
			blocks = append(blocks, facts)
			continue
		}
		facts.Columns = 2
		table := r.readingTable(m)
		if fewReadings(table) { // beside the chart, so that the three stay on one page
			blocks = append(blocks, page.Beside{Share: 0.6, Left: []page.Block{r.measureChart(m)}, Right: []page.Block{facts, table}})
			continue
		}
		blocks = append(blocks, page.Beside{Share: 0.6, Left: []page.Block{r.measureChart(m)}, Right: []page.Block{facts}}, table)
	}
	return blocks
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

func (r *report) orNone(text string) string {
	if text == "" {
		return r.w.say("none")
	}
	return text
}

func (r *report) measureChart(m *workshop.Measure) page.Block {
	in := figure.MeasureInput{Baseline: m.Baseline, Target: m.Target, TargetDate: m.TargetDate.Time(), Value: r.number,
		Alt: r.w.fill("alt.measure", m.Name)}
	dates := []time.Time{in.TargetDate}
	for _, rd := range r.readings[m.ID] {
		if t := rd.Date.Time(); !t.IsZero() {
			in.Readings = append(in.Readings, figure.Reading{Date: t, Value: *rd.Value})
			dates = append(dates, t)
		}
	}
	in.Date = r.axisDate(dates...)
	if m.Baseline != nil {
		in.BaseName = r.w.fill("line.baseline", r.number(*m.Baseline))
	}
	if m.Target != nil {
		in.TargetName = r.w.fill("line.target", r.number(*m.Target))
	}
	return page.Chart{Height: 150, Draw: func(f figure.Frame) figure.Figure { return figure.MeasureLine(in, f) }}
}

// How many readings, and how much of notes on them in characters, have room beside the chart.
const (
	besideReadings = 7
	besideNotes    = 400
)

// fewReadings says that a table of readings has room beside the chart.
func fewReadings(t page.Table) bool {
	notes := 0
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			notes += len([]rune(c.Text))
		}
	}
	return len(t.Rows) <= besideReadings && notes <= besideNotes
}

// readingTable lists the readings, those without a value with their note.
func (r *report) readingTable(m *workshop.Measure) page.Table {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.date"), Min: 58}, {Title: r.valueTitle(m), Align: page.ToRight}, {Title: r.w.say("column.note"), Weight: 1}}}
	for _, rd := range r.v.Readings {
		if rd.Measure == m.ID {
			t.Rows = append(t.Rows, page.TextRow(r.shortDate(rd.Date), r.maybe(rd.Value, ""), rd.Note))
		}
	}
	return t
}

func (r *report) valueTitle(m *workshop.Measure) string {
	if m.Unit != "" {
		return m.Unit
	}
	return r.w.say("column.value")
}

// mainMeasure is the one that the summary shows large: the first that has been read, or else the first.
func (r *report) mainMeasure() *workshop.Measure {
	for _, m := range r.v.Measures {
		if len(r.readings[m.ID]) > 0 {
			return m
		}
	}
	if len(r.v.Measures) > 0 {
		return r.v.Measures[0]
	}
	return nil
}

// course is where a measure came from and where it is: "94 → 41 min".
func (r *report) course(m *workshop.Measure) string {
	now, ok := r.last(m)
	switch {
	case ok && m.Baseline != nil:
		return r.number(*m.Baseline) + " → " + r.with(now, m.Unit)
	case ok:
		return r.with(now, m.Unit)
	}
	return r.orNone(r.maybe(m.Baseline, m.Unit))
}

// aim is the target in words.
func (r *report) aim(m *workshop.Measure) string {
	if m.Target == nil {
		return r.w.say("no.target")
	}
	return r.w.fill("line.target", r.with(*m.Target, m.Unit))
}

func (r *report) by(d workshop.Date) string {
	if d == "" {
		return ""
	}
	return r.w.fill("by", r.shortDate(d))
}

func (r *report) maybe(v *float64, unit string) string {
	if v == nil {
		return ""
	}
	return r.with(*v, unit)
}

// last is the newest reading that has a value.
func (r *report) last(m *workshop.Measure) (float64, bool) {
	list := r.readings[m.ID]
	if len(list) == 0 {
		return 0, false
	}
	return *list[len(list)-1].Value, true
}

func (r *report) latest(m *workshop.Measure) string {
	if v, ok := r.last(m); ok {
		return r.with(v, m.Unit)
	}
	return ""
}

// standOf is how a measure stands to its target by its newest reading.
func (r *report) standOf(m *workshop.Measure) sustain.Stand {
	now, ok := r.last(m)
	if !ok {
		return sustain.Stand{}
	}
	return sustain.StandOf(m, &now)
}

// verdict says in words and color how a measure stands.
func (r *report) verdict(m *workshop.Measure) page.Cell {
	s := r.standOf(m)
	c := page.Cell{Pill: true}
	switch {
	case s.Reached:
		c.Text, c.Tone = r.w.say("verdict.reached"), page.Good
	case s.Worse:
		c.Text, c.Tone = r.w.say("verdict.worse"), page.Bad
	case s.OnWay:
		c.Text, c.Tone = r.w.fill("verdict.way", s.Percent()), page.Info
	case s.Known:
		c.Text, c.Tone = r.w.say("verdict.not"), page.Warn
	case m.Target == nil:
		c.Text = r.w.say("no.target")
	default:
		c.Text = r.w.say("no.reading")
	}
	return c
}
