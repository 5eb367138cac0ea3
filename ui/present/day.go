package present

import (
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/figure"
)

// drawDay draws the day with the step that is shown, for steps without a canvas; of a break it says when it goes on.
func (w *Show) drawDay(s *sheet) {
	times := agenda.OfView(w.view, w.config.Now())
	if w.step == nil {
		return
	}
	if slot := times.Slot(w.step.ID); w.step.Break && slot != nil && !slot.Held.Zero() {
		s.write("We go on at", s.w/2, s.h/2-70, s.w, ink{size: 36, color: figure.Ink2, anchor: figure.Middle})
		s.write(slot.Held.To.Format("15:04"), s.w/2, s.h/2+40, s.w, ink{size: 150, color: figure.Ink, bold: true, anchor: figure.Middle})
		return
	}
	var steps []*workshop.Step
	here := 0
	for _, x := range w.view.Steps {
		if x.Day == w.step.Day {
			if x.ID == w.step.ID {
				here = len(steps)
			}
			steps = append(steps, x)
		}
	}
	const row = 50.0
	heights := make([]float64, len(steps))
	for i := range heights {
		heights[i] = row
	}
	begins := parts(heights, s.foot()-bodyTop)
	if w.opened {
		w.page = partOf(begins, here)
	}
	w.forward(len(begins))
	y := bodyTop
	for i := begins[w.page]; i < len(steps) && y+row <= s.foot()+1; i++ {
		x := steps[i]
		if i == here {
			s.tile(margin, y, s.right()-margin, row-6, true)
		}
		when, title := inkOf(theme.PresentBody, figure.Ink2), ink{size: 26, color: figure.Ink, bold: i == here}
		if slot := times.Slot(x.ID); slot != nil {
			span := slot.Held
			if span.Zero() {
				span = slot.Planned
			}
			s.write(span.From.Format("15:04"), margin+20, y+row/2-3, 90, when)
		}
		word := ""
		switch {
		case x.Status == workshop.StepRunning:
			word = "now"
		case x.Status == workshop.StepDone:
			word, title.color = "done", figure.Ink2
		case x.Status == workshop.StepSkipped:
			word, title.color = "left out", figure.Ink2
		case x.Break:
			title.color = figure.Ink2
		}
		s.write(x.Title, margin+120, y+row/2-3, s.right()-margin-290, title)
		s.write(word, s.right()-20, y+row/2-3, 140, when.to(figure.End))
		y += row
	}
}
