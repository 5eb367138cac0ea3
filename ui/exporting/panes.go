package exporting

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/export/readout"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// promise is what an audience gets, and what it does not.
type promise struct {
	audience workshop.Audience
	title    string
	gets     []string
	not      string
}

var promises = []promise{
	{workshop.Sponsor, "Sponsor", []string{"One page first: result, decisions, top actions", "Charter, register, measures, resources"}, "No map, no single answers, no names from it"},
	{workshop.Team, "Team", []string{"All canvases, findings and actions", "Agenda, measures, 30/60/90 plan"}, "Of the map themes only"},
	{workshop.Facilitator, "Facilitator", []string{"Everything, with code names", "Evidence and ratings"}, "Real names of people on the map"},
}

func (d *Dialog) whoPane() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewLabel("1. Who is it for?", theme.CardTitle)}
	for _, p := range promises {
		head := []fyne.CanvasObject{widgets.NewRadio(p.title, d.audience == p.audience, func() { d.choose(p.audience) }), widgets.Spacer()}
		if p.audience == workshop.Facilitator {
			pill := widgets.NewPill("Confidential", widgets.Secret)
			pill.Icon = "lock"
			head = append(head, pill)
		}
		lines := []fyne.CanvasObject{widgets.HStack(theme.Gap, head...)}
		for _, g := range p.gets {
			lines = append(lines, fact("check", theme.OK, g, theme.Text))
		}
		lines = append(lines, fact("eyeoff", theme.Text2, p.not, theme.Text2))
		card := widgets.NewCard(widgets.VStack(6, lines...), func() { d.choose(p.audience) })
		card.Tinted = true
		card.Select(d.audience == p.audience)
		rows = append(rows, card)
	}
	rows = append(rows, fact("shield", theme.OK, "What an audience may not see is left out of the file, not only covered.", theme.Text2))
	return widgets.VStack(12, rows...)
}

// fact is one line with a sign.
func fact(icon string, token theme.Token, text string, ink theme.Token) fyne.CanvasObject {
	return widgets.HTop(theme.Gap, widgets.PadSides(widgets.NewIcon(icon, token), 1, 0, 0, 0), widgets.Grow(widgets.NewText(text, theme.Caption).In(ink)))
}

func (d *Dialog) whatPane(view *workshop.View) fyne.CanvasObject {
	file := func(icon, name, note string, want *bool) fyne.CanvasObject {
		return widgets.HStack(theme.Gap, widgets.NewCheck(name, *want, func(on bool) { *want = on; d.refresh() }), widgets.Spacer(), widgets.Caption(note).Keep())
	}
	rows := []fyne.CanvasObject{
		widgets.NewLabel("2. What and how?", theme.CardTitle),
		widgets.SectionHeading("Files"),
		file("file", "PDF readout", "", &d.wantPDF),
		file("sheet", "Excel register", fmt.Sprintf("%d actions", len(view.Actions)), &d.wantXLS),
		widgets.SectionHeading("Paper"),
		widgets.HStack(0, widgets.NewSegmented([]string{papers[0].name, papers[1].name, papers[2].name}, d.paper, func(i int) { d.paper = i }), widgets.Spacer()),
		widgets.SectionHeading("Sections of the readout"),
	}
	for _, s := range readout.Sections(d.input(view)) {
		c := widgets.NewCheck(s.Title, s.Has && !d.leave[s.ID], func(on bool) { d.leave[s.ID] = !on; d.build() })
		note := s.Note
		if !s.Has {
			c.Disable()
			if note == "" {
				note = "nothing yet"
			}
		}
		rows = append(rows, widgets.HStack(theme.Gap, widgets.Grow(c), widgets.Caption(note).Keep()))
	}
	return widgets.VStack(8, rows...)
}

// checkPane says what will be in the files and what is missing, before they
// are written.
func (d *Dialog) checkPane(view *workshop.View) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewText("Checked before export", theme.CardTitle)}
	if d.audience == workshop.Facilitator {
		rows = append(rows, fact("lock", theme.Wine, "Holds judgements about people. Keep it to yourself.", theme.Text))
	} else {
		rows = append(rows, fact("check", theme.OK, "No name from the resistance map", theme.Text))
	}
	if n := owners(view); n > 0 {
		rows = append(rows, fact("check", theme.OK, fmt.Sprintf("Action owners by name: %d people", n), theme.Text))
	}
	for _, line := range withheld(view) {
		rows = append(rows, fact("eyeoff", theme.Text2, line, theme.Text))
	}
	for _, gap := range readout.Gaps(d.input(view)) {
		rows = append(rows, fact("alert", theme.Warn, gap, theme.Text))
	}
	for _, sign := range readout.Missing(d.input(view)) {
		rows = append(rows, fact("alert", theme.Warn, "No font can show "+sign+"; a named placeholder stands for it", theme.Text))
	}
	return widgets.VStack(0, widgets.NewPanel(widgets.VStack(8, rows...),
		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadPage, PadY: theme.PadPage, Shadow: true}))
}

func owners(v *workshop.View) int {
	seen := map[workshop.ID]bool{}
	for _, a := range v.Actions {
		if a.Owner != "" {
			seen[a.Owner] = true
		}
	}
	return len(seen)
}

// withheld sums up what redaction took out; actions are named, since their
// readers may ask.
func withheld(v *workshop.View) []string {
	if v.Audience == workshop.Facilitator {
		return nil
	}
	labels := map[workshop.ID]string{}
	for _, a := range v.Actions {
		labels[a.ID] = a.Label()
	}
	var out []string
	names, values := 0, 0
	for _, w := range v.Withheld {
		switch {
		case labels[w.ID] != "":
			out = append(out, labels[w.ID]+": "+w.Reason+" left out")
		case w.Reason == "confidential":
			values++
		default:
			names++
		}
	}
	if names > 0 {
		out = append(out, fmt.Sprintf("A name is withheld in %d texts of canvases and notes", names))
	}
	if values > 0 {
		out = append(out, fmt.Sprintf("%d confidential entries left out", values))
	}
	return out
}
