package boards

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/quickadd"
	"nemawashi.app/workshop/sustain"
)

func (b *measures) makeLog() {
	b.log = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{
			{ID: "date", Title: "Date", Width: 108, Tight: 78, NoSort: true, Text: func(row int) string { return string(b.readings[row].Date) }},
			{ID: "value", Title: "Value", Width: 96, Tight: 48, Fit: true, Right: true, NoSort: true, Text: func(row int) string { return written(b.readings[row].Value) }},
			{ID: "note", Title: "Note", Width: 110, Tight: 60, Grow: 1, NoSort: true, Text: func(row int) string { return b.readings[row].Note }}},
		Rows: func() int { return len(b.readings) },
		Cell: func(row, col int) widgets.Cell {
			r := b.readings[row]
			switch col {
			case 0:
				return dateCell(r.Date, b.today())
			case 1:
				return widgets.Cell{Text: shown(r.Value), Right: true}
			}
			return widgets.Cell{Text: strings.ReplaceAll(r.Note, "\n", " "), Token: theme.Text2}
		},
		OnEdit: b.correct, OnKey: del(b.forget), OnRune: b.letter,
	})
}

// correct takes the text of an edited cell of a reading.
func (b *measures) correct(row, col int, text string) error {
	text = strings.TrimSpace(text)
	var err error
	var value *float64
	var day workshop.Date
	switch col {
	case 0:
		day, err = past(text, b.today())
	case 1:
		value, err = maybe(text)
	}
	if err != nil {
		return err
	}
	id := b.readings[row].ID
	return plain(b.do("Edit reading", func(e *workshop.Edit) error {
		r, err := workshop.Modify[workshop.Reading](e, id)
		if err != nil {
			return err
		}
		switch col {
		case 0:
			r.Date = day
		case 1:
			r.Value = value
		default:
			r.Note = text
		}
		return nil
	}))
}

// read makes a reading of the line.
func (b *measures) read() {
	m := b.measure()
	if m == nil {
		b.reading.SetProblem("Add a measure first.")
		return
	}
	r, ok := taken(b.reading.Text(), b.today())
	if !ok {
		b.reading.SetProblem("A reading begins with its value, such as 61 or 3.5.")
		return
	}
	r.Measure = m.ID
	if err := b.do("Add reading", func(e *workshop.Edit) error { e.Add(&r); return nil }); err != nil {
		b.reading.SetProblem("Not added: " + plain(err).Error() + ". The line is as you typed it.")
		return
	}
	b.reading.SetText("")
}

// forget takes the reading of the cursor out.
func (b *measures) forget() {
	at := b.log.Row()
	if at < 0 || at >= len(b.readings) {
		return
	}
	id := b.readings[at].ID
	if b.told(b.do("Delete reading", func(e *workshop.Edit) error { return e.Delete(id) })) {
		b.undone("Delete reading", "The reading was deleted")
	}
}

// heard says above the line what Enter will add.
func (b *measures) heard(text string) string {
	r, ok := taken(text, b.today())
	if !ok {
		return ""
	}
	words := shown(r.Value)
	if m := b.measure(); m != nil && m.Unit != "" {
		words += " " + m.Unit
	}
	words += " · " + canvas.ShowDate(r.Date, b.today())
	if r.Note != "" {
		words += " · " + r.Note
	}
	return words
}

// taken reads a line "61 fri first week": a value, then perhaps a date, then a note. Without a date it was taken today.
func taken(text string, today workshop.Date) (workshop.Reading, bool) {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return workshop.Reading{}, false
	}
	v, err := maybe(fields[0])
	if err != nil || v == nil {
		return workshop.Reading{}, false
	}
	r := workshop.Reading{Value: v, Date: today}
	rest := fields[1:]
	for n := min(3, len(rest)); n > 0; n-- { // the longest beginning that is a date
		if d, ok := quickadd.Past(strings.Join(rest[:n], " "), quickadd.Context{Today: today}); ok {
			r.Date, rest = d, rest[n:]
			break
		}
	}
	r.Note = strings.Join(rest, " ")
	return r, true
}

// draw draws the chart of the current measure.
func (b *measures) draw(f figure.Frame) figure.Figure {
	m := b.measure()
	if m == nil {
		return figure.Figure{W: f.W, H: f.H}
	}
	in := figure.MeasureInput{Baseline: m.Baseline, Target: m.Target, TargetDate: m.TargetDate.Time(), Value: amount.Number,
		Alt: fmt.Sprintf("Readings of %s over time, with baseline and target.", m.Name)}
	days := []workshop.Date{m.TargetDate}
	for _, r := range sustain.Readings(b.all, m.ID) {
		if r.Date != "" {
			in.Readings = append(in.Readings, figure.Reading{Date: r.Date.Time(), Value: *r.Value})
			days = append(days, r.Date)
		}
	}
	if len(in.Readings) == 0 && m.TargetDate == "" {
		days = append(days, b.today())
		in.Days = []time.Time{b.today().Time()}
	}
	in.Date = axis(days)
	if m.Baseline != nil {
		in.BaseName = "baseline " + shown(m.Baseline)
	}
	if m.Target != nil {
		in.TargetName = "target " + shown(m.Target)
	}
	return figure.MeasureLine(in, f)
}

// axis writes the dates of a chart, with their year where more than one lies between the first and the last.
func axis(days []workshop.Date) func(time.Time) string {
	first, last := workshop.Date("9999-12-31"), workshop.Date("")
	for _, d := range days {
		if d != "" {
			first, last = min(first, d), max(last, d)
		}
	}
	if last <= first.AddDays(365) {
		return figure.DayMonth
	}
	return func(t time.Time) string { return t.Format("2 Jan 06") }
}

// del calls a function on the Delete key.
func del(f func()) func(*fyne.KeyEvent) bool {
	return func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDelete {
			f()
		}
		return ev.Name == fyne.KeyDelete
	}
}

// understand reads a line "Changeover, median, 94 > 54 min by 30 jun" as a measure: what stands around the two numbers is its name and its unit.
func understand(line string, today workshop.Date) workshop.Measure {
	var m workshop.Measure
	if at := strings.LastIndex(line, " by "); at >= 0 {
		if d, ok := quickadd.Date(strings.TrimSpace(line[at+4:]), quickadd.Context{Today: today}); ok {
			m.TargetDate, line = d, line[:at]
		}
	}
	fields := strings.Fields(strings.NewReplacer("→", " > ", "->", " > ", ">", " > ").Replace(line))
	at := slices.Index(fields, ">")
	if at > 0 && at+1 < len(fields) {
		from, err1 := maybe(fields[at-1])
		to, err2 := maybe(fields[at+1])
		if err1 == nil && err2 == nil && from != nil && to != nil {
			m.Baseline, m.Target = from, to
			m.Better = "higher"
			if *to < *from {
				m.Better = "lower"
			}
			m.Unit = strings.Trim(strings.Join(fields[at+2:], " "), ",; ")
			m.Name = strings.Trim(strings.Join(fields[:at-1], " "), ",;: ")
			return m
		}
	}
	m.Name = strings.Join(strings.Fields(line), " ")
	return m
}

// understood says what was read of the line.
func understood(m workshop.Measure) string {
	if m.Name == "" || m.Target == nil && m.TargetDate == "" {
		return ""
	}
	parts := []string{m.Name}
	if m.Target != nil {
		parts = append(parts, strings.TrimSpace("from "+shown(m.Baseline)+" to "+shown(m.Target)+" "+m.Unit))
	}
	if m.TargetDate != "" {
		parts = append(parts, "by "+m.TargetDate.Time().Format("2 Jan 2006"))
	}
	return strings.Join(parts, " · ")
}
