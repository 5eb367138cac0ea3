package present

import (
	"time"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/figure"
)

// A page has so many charts beside and below each other.
const (
	chartsAcross = 2
	chartsDown   = 2
)

// drawMeasures draws a chart for each measure, from its baseline to its target.
func (w *Show) drawMeasures(s *sheet) string {
	all := w.view.Measures
	across, down := min(chartsAcross, max(1, len(all))), chartsDown
	if len(all) <= chartsAcross {
		down = 1
	}
	page := across * down
	w.forward((len(all) + page - 1) / page)
	if len(all) == 0 {
		w.say(s, "No measures yet")
	}
	wide := (s.right() - margin - gap*float64(across-1)) / float64(across)
	high := (s.foot() - bodyTop - gap*float64(down-1)) / float64(down)
	for i, m := range all[w.page*page : min(len(all), (w.page+1)*page)] {
		at := figure.Rect{X: margin + float64(i%across)*(wide+gap), Y: bodyTop + float64(i/across)*(high+gap), W: wide, H: high}
		w.drawMeasure(s, m, at)
	}
	return counted(len(all), "measure")
}

// say writes a sentence where there is nothing else.
func (w *Show) say(s *sheet, text string) {
	s.tile(margin, bodyTop, s.right()-margin, 60, false)
	s.write(text, margin+2*cellPad, bodyTop+30, s.right()-margin-4*cellPad, inkOf(theme.PresentBody, figure.Ink2))
}

func (w *Show) drawMeasure(s *sheet, m *workshop.Measure, at figure.Rect) {
	const pad = 20.0
	s.tile(at.X, at.Y, at.W, at.H, false)
	name := inkOf(theme.PresentBodyBold, figure.Ink)
	s.lines(s.wrap(m.Name, name, at.W-2*pad, 1), at.X+pad, at.Y+14, at.W-2*pad, name)
	with := func(v float64) string {
		if m.Unit == "" {
			return amount.Number(v)
		}
		return amount.Number(v) + " " + m.Unit
	}
	in := figure.MeasureInput{Baseline: m.Baseline, Target: m.Target, Alt: m.Name, Value: amount.Number, Date: figure.DayMonth}
	if m.Baseline != nil {
		in.BaseName = "from " + with(*m.Baseline)
	}
	if m.Target != nil {
		in.TargetName = "to " + with(*m.Target)
	}
	in.TargetDate = moment(m.TargetDate)
	for _, r := range w.view.Readings {
		if day := moment(r.Date); r.Measure == m.ID && r.Value != nil && !day.IsZero() {
			in.Readings = append(in.Readings, figure.Reading{Date: day, Value: *r.Value})
		}
	}
	head := 14 + name.line() + 8
	frame := figure.Frame{W: (at.W - 2*pad) * s.unit, H: (at.H - head - pad) * s.unit, Text: 20 * s.unit, Wide: drawing.Wide}
	s.place(figure.MeasureLine(in, frame), at.X+pad, at.Y+head)
}

// moment is the day of a date, the zero time for none.
func moment(d workshop.Date) time.Time {
	if d == "" {
		return time.Time{}
	}
	return d.Time()
}
