package home

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// recentGrid shows the workshops worked on last, two beside each other.
func (p *Page) recentGrid() fyne.CanvasObject {
	p.cards = nil
	var objects []fyne.CanvasObject
	for i, s := range p.read.list[:min(recent, len(p.read.list))] {
		card := widgets.NewCard(summaryView(s, workshop.DateOf(p.desk.Now())), func() {
			p.choose(i)
			p.desk.Open(s.ID)
		}).PadBy(theme.PadPage, theme.PadPage)
		p.cards = append(p.cards, card)
		objects = append(objects, card)
	}
	p.choose(min(p.selected, len(p.cards)-1))
	return widgets.Grid(300, theme.PadPage, objects...)
}

func all(n int) string { return "All " + workshops.Count(n, "workshop", "workshops") }

// summaryView is one workshop on its card.
func summaryView(s library.Summary, today workshop.Date) fyne.CanvasObject {
	kind, kindTone := kindWord(s)
	status, statusTone := statusWord(s, today)
	statusPill := widgets.NewPill(status, statusTone)
	statusPill.Bold = s.Status == workshop.StatusRunning
	share := 0.0
	if s.Steps > 0 {
		share = float64(s.StepsDone) / float64(s.Steps)
	}
	below := s.Client
	if below == "" {
		below = s.Site
	}
	foot := []fyne.CanvasObject{
		widgets.NewIcon("cal", theme.Text2), widgets.Caption(span(s.Start, s.Days)), widgets.Spacer(),
		widgets.NewIcon("action", theme.Text2), widgets.Caption(fmt.Sprintf("%d open", s.ActionsOpen)).Keep(),
	}
	if s.Overdue > 0 {
		foot = append(foot, widgets.NewLabel(fmt.Sprintf("%d overdue", s.Overdue), theme.CaptionHd).In(theme.Danger).Keep())
	}
	return widgets.VStack(6,
		widgets.HStack(theme.Gap, widgets.NewPill(kind, kindTone), widgets.Spacer(), statusPill),
		widgets.HStack(theme.Gap,
			widgets.Grow(widgets.VStack(0, widgets.NewLabel(s.Title, theme.CardTitle), widgets.Caption(below))),
			widgets.NewRing(share)),
		nextView(s),
		widgets.HStack(6, foot...))
}

// nextView says what comes next in the workshop.
func nextView(s library.Summary) fyne.CanvasObject {
	icon, text := "next", "Next: "+s.Step
	switch {
	case s.Steps > 0 && s.StepsDone == s.Steps, s.Status == workshop.StatusClosed:
		icon, text = "check", "Every step is done"
	case s.Status == workshop.StatusRunning:
		icon, text = "play", fmt.Sprintf("Step %d of %d: %s", s.StepsDone+1, s.Steps, s.Step)
	case s.Step == "":
		icon, text = "plus", "No steps yet"
	}
	return widgets.HStack(6, widgets.NewIcon(icon, theme.Text2), widgets.Grow(widgets.Caption(text)))
}

func kindWord(s library.Summary) (string, widgets.Tone) {
	word, tone := workshops.Kind(s)
	if s.Days > 0 && s.Kind != "assessment" {
		word += ", " + workshops.Count(s.Days, "day", "days")
	}
	return word, tone
}

func statusWord(s library.Summary, today workshop.Date) (string, widgets.Tone) {
	if s.Status == workshop.StatusFollowingUp {
		if s.Review != "" {
			return "Review " + dayOf(s.Review, today), widgets.Careful
		}
		return "Following up", widgets.Neutral
	}
	return workshops.Status(s)
}

// dayOf is a day without its weekday, with its year where that is another than today's.
func dayOf(d, today workshop.Date) string {
	if d.Time().Year() != today.Time().Year() {
		return d.Time().Format("2 Jan 2006")
	}
	return d.Time().Format("2 Jan")
}

// span writes the days of an event: "17–19 Nov 2026".
func span(start workshop.Date, days int) string {
	if start == "" {
		return "No date yet"
	}
	from, to := start.Time(), start.AddDays(max(days, 1)-1).Time()
	switch {
	case from.Equal(to):
		return to.Format("2 Jan 2006")
	case from.Month() == to.Month():
		return from.Format("2") + "–" + to.Format("2 Jan 2006")
	}
	return from.Format("2 Jan") + "–" + to.Format("2 Jan 2006")
}
