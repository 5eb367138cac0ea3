package register

import "nemawashi.app/workshop"

// gauge is one measure with its workshop and its latest reading.
type gauge struct {
	*workshop.Measure
	shop   *shop
	latest *workshop.Reading
}

// writeMeasures writes the measures, and under them all readings.
func (b *book) writeMeasures() error {
	var rows []gauge
	var readings [][]any
	for _, s := range b.shops {
		latest := map[workshop.ID]*workshop.Reading{}
		for _, r := range s.view.Readings {
			if old := latest[r.Measure]; r.Value != nil && (old == nil || r.Date >= old.Date) {
				latest[r.Measure] = r
			}
		}
		of := map[workshop.ID][]*workshop.Reading{}
		for _, r := range s.view.Readings {
			of[r.Measure] = append(of[r.Measure], r)
		}
		for _, m := range s.view.Measures {
			rows = append(rows, gauge{Measure: m, shop: s, latest: latest[m.ID]})
			for _, r := range of[m.ID] {
				readings = append(readings, []any{
					b.styled(lookNote, m.Name), b.styled(lookDate, day(r.Date)),
					b.styled(lookNumber, number(r.Value)), b.styled(lookNote, text(r.Note)),
				})
			}
		}
	}
	columns := []column[gauge]{
		{field: "name", min: 30, max: 44, look: lookNote, value: func(g gauge) any { return g.Name }},
		{field: "unit", min: 12, max: 16, look: lookLine, value: func(g gauge) any { return text(g.Unit) }},
		{field: "baseline", min: 11, max: 16, look: lookNumber, value: func(g gauge) any { return number(g.Baseline) }},
		{field: "target", min: 24, max: 24, look: lookNumber, value: func(g gauge) any { return number(g.Target) }},
		{field: "target_date", min: 12, max: 12, look: lookDate, value: func(g gauge) any { return day(g.TargetDate) }},
		{field: "latest", min: 12, max: 16, look: lookNumber, value: func(g gauge) any {
			if g.latest == nil {
				return nil
			}
			return number(g.latest.Value)
		}},
		{field: "latest_date", min: 12, max: 12, look: lookDate, value: func(g gauge) any {
			if g.latest == nil {
				return nil
			}
			return day(g.latest.Date)
		}},
		{field: "way", min: 11, max: 11, look: lookShare, value: gauge.way},
		{field: "better", min: 14, max: 18, look: lookLine, value: func(g gauge) any { return text(b.words.choice("better", g.Better)) }},
	}
	if b.several() {
		columns = append(columns, column[gauge]{field: "workshop", min: 14, max: 24, look: lookLine, value: func(g gauge) any { return g.shop.label }})
	}
	columns = append(columns, column[gauge]{field: "id", min: 38, max: 38, look: lookLine, hidden: true, value: func(g gauge) any { return string(g.ID) }})
	for i := range columns {
		columns[i].read = true
	}
	var below [][]any
	if len(readings) > 0 {
		below = append([][]any{
			{b.styled(lookSection, b.words.say("title.readings"))},
			{b.styled(lookReading, b.words.say("column.name")), b.styled(lookReading, b.words.say("column.date")),
				b.styled(lookReading, b.words.say("column.value")), b.styled(lookReading, b.words.say("column.note"))},
		}, readings...)
	}
	t := table[gauge]{
		sheet: "measures", name: "Measures", columns: columns, rows: rows, freeze: 1, below: below,
		label: func(g gauge) string { return g.Name },
	}
	_, err := t.write(b)
	return err
}

// way is how much of the way from the baseline to the target is done; it works
// for measures that fall and for those that rise.
func (g gauge) way() any {
	if g.latest == nil || g.Baseline == nil || g.Target == nil || *g.Target == *g.Baseline {
		return nil
	}
	return (*g.latest.Value - *g.Baseline) / (*g.Target - *g.Baseline)
}

// number is a number for a cell, nil when it is not known.
func number(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}
