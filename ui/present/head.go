package present

import (
	"fmt"
	"time"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/figure"
)

// clockRoom is what the clock takes of the width.
const clockRoom = 340

// drawHead draws the title and the question.
func (w *Show) drawHead(s *sheet) {
	title := w.view.Charter.Title
	if w.step != nil {
		title = w.step.Title
	}
	if w.place.Title != "" {
		title = w.place.Title
	} else if w.group != nil {
		title += " – " + w.group.Title
	}
	room, top := s.right()-clockRoom-margin, 30.0
	lines, i := s.fit(title, inkOf(theme.PresentTitle, figure.Ink), room, 1, 44, 38, 34)
	if s.wide(title, i) > room {
		lines, i = s.fit(title, i, room, 2, 32, 28, 24)
		top = 20
	}
	y := s.lines(lines, margin, top, room, i)
	lines, i = s.fit(w.place.Question, inkOf(theme.PresentQuestion, figure.Warn), room, 2, 30, 26, 22)
	s.lines(lines, margin, y+6, room, i)
}

// clockFace is what the clock says; only another face is drawn.
type clockFace struct {
	big, small, line, next string
	gold                   bool
	share                  float64 // of the time that is used up, in hundredths
}

// face reads the clock: that of the group in front, else that of the step that runs. While none does it is the time of day.
func (w *Show) face() clockFace {
	now := w.config.Now()
	f := clockFace{big: now.Format("15:04"), next: w.next()}
	timed := w.group
	for _, s := range w.view.Steps {
		if timed == nil && s.Status == workshop.StepRunning {
			timed = s
		}
	}
	c := agenda.ClockOf(timed, now)
	if !c.Running {
		if slot := agenda.OfView(w.view, now).Slot(w.place.Step); slot != nil && !slot.Held.Zero() {
			f.line = fmt.Sprintf("%s to %s", slot.Held.From.Format("15:04"), slot.Held.To.Format("15:04"))
		}
		return f
	}
	left := c.Left()
	f.big, f.small = fmt.Sprint(int((left+30*time.Second)/time.Minute)), "min left"
	if left < 0 {
		f.big, f.small, f.gold = fmt.Sprint(int(-left/time.Minute)), "min over", true
	}
	f.share = float64(int((1-c.Share())*100)) / 100
	switch {
	case c.Paused:
		f.line = "It is " + now.Format("15:04") + ", the clock stands still"
	case left < 0:
		f.line = "It is " + now.Format("15:04") + ", planned to " + c.Ends.In(now.Location()).Format("15:04")
	default:
		f.line = "It is " + now.Format("15:04") + ", we end at " + c.Ends.In(now.Location()).Format("15:04")
	}
	return f
}

// next is the step after the one that is shown.
func (w *Show) next() string {
	for i, s := range w.view.Steps {
		if s.ID == w.place.Step && i+1 < len(w.view.Steps) {
			return w.view.Steps[i+1].Title
		}
	}
	return ""
}

// drawClock draws the time, the bar at the foot that fills with it, and what comes next.
func (w *Show) drawClock(s *sheet, f clockFace) {
	big, small := inkOf(theme.PresentTimer, figure.Ink).to(figure.End), ink{size: 36, color: figure.Ink2, anchor: figure.End}
	if f.gold {
		big.color = figure.Warn
	}
	x := s.right()
	if f.small != "" {
		s.write(f.small, x, 82, clockRoom, small)
		x -= s.wide(f.small, small) + 14
	}
	s.write(f.big, x, 70, clockRoom, big)
	s.write(f.line, s.right(), 138, clockRoom, inkOf(theme.PresentBody, figure.Ink2).to(figure.End))
	y := footLine + s.h - drawnHeight
	if f.next != "" {
		lead, name := inkOf(theme.PresentBody, figure.Ink2).to(figure.End), inkOf(theme.PresentBodyBold, figure.Ink).to(figure.End)
		room := s.w/2 - margin
		words := s.wrap(f.next, name, room-80, 1)
		s.write(words[0], s.right(), y, room, name)
		s.write("Next:", s.right()-s.wide(words[0], name)-8, y, 80, lead)
	}
	if f.share > 0 {
		s.box(figure.Rect{Y: s.h - 8, W: s.w, H: 8, Fill: figure.Rule})
		s.box(figure.Rect{Y: s.h - 8, W: s.w * f.share, H: 8, Fill: figure.Accent})
	}
}
