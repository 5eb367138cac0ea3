package exporting

import (
	"fmt"
	"path/filepath"

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

// namesSection is the readout's page of names behind code names.
const namesSection = "key"

var promises = []promise{
	{workshop.Sponsor, "Sponsor", []string{"One page first: result, decisions, top actions", "Charter, register, measures, resources"}, "No map, no single answers, no names from it"},
	{workshop.Team, "Team", []string{"All canvases, findings and actions", "Agenda, measures, 30/60/90 plan"}, "Of the map themes only"},
	{workshop.Facilitator, "Facilitator", []string{"Everything, with code names", "Evidence and ratings"}, "Real names, unless you ask for them"},
}

// choice is an audience as it stands in the dialog.
type choice struct {
	audience workshop.Audience
	radio    *widgets.Check
	card     *widgets.Card
}

func (d *Dialog) whoPane() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewLabel("1. Who is it for?", theme.CardTitle)}
	for _, p := range promises {
		c := choice{audience: p.audience, radio: widgets.NewRadio(p.title, d.audience == p.audience, func() { d.choose(p.audience) })}
		c.radio.Style = theme.BodyBold
		head := []fyne.CanvasObject{c.radio, widgets.Spacer()}
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
		c.card = widgets.NewCard(widgets.VStack(6, lines...), func() { d.choose(p.audience) })
		c.card.Tinted = true
		c.card.Select(d.audience == p.audience)
		d.choices = append(d.choices, c)
		rows = append(rows, c.card)
	}
	rows = append(rows, fact("shield", theme.OK, "What an audience may not see is left out of the file, not only covered.", theme.Text2))
	return widgets.VStack(12, rows...)
}

// fact is one line with a sign.
func fact(icon string, token theme.Token, text string, ink theme.Token) fyne.CanvasObject {
	return widgets.HTop(theme.Gap, widgets.PadSides(widgets.NewIcon(icon, token), 1, 0, 0, 0), widgets.Grow(widgets.NewText(text, theme.Caption).In(ink)))
}

func (d *Dialog) whatPane(view *workshop.View) fyne.CanvasObject {
	file := func(icon, name string, want *bool) fyne.CanvasObject {
		c := widgets.NewCheck(name, *want, func(on bool) { *want = on; d.refresh(); d.check() })
		c.Icon = icon
		return widgets.HStack(0, c, widgets.Spacer())
	}
	rows := []fyne.CanvasObject{
		widgets.NewLabel("2. What and how?", theme.CardTitle),
		widgets.SectionHeading("Files"),
		file("file", "PDF readout", &d.wantPDF),
		file("sheet", "Excel register", &d.wantXLS),
		widgets.PadSides(d.ownersCheck(view), 0, 0, 0, theme.Scaled(16)+theme.Gap),
		widgets.SectionHeading("Paper"),
		widgets.HStack(0, widgets.NewSegmented([]string{papers[0].name, papers[1].name, papers[2].name}, d.paper, func(i int) { d.paper = i }), widgets.Spacer()),
		widgets.SectionHeading("Sections of the readout"),
	}
	for _, s := range readout.Sections(d.input(view)) {
		if s.ID == namesSection {
			continue // asked for below, in words that say what it is
		}
		c := widgets.NewCheck(s.Title, s.Has && !d.leave[s.ID], func(on bool) { d.leave[s.ID] = !on; d.check() })
		note := s.Note
		if !s.Has {
			c.Disable()
			if note == "" {
				note = "nothing yet"
			}
		}
		rows = append(rows, widgets.HStack(theme.Gap, widgets.Grow(c), widgets.Caption(note).Keep()))
	}
	if d.audience == workshop.Facilitator && len(view.Stakeholders) > 0 {
		rows = append(rows, widgets.NewCheck("Real names, on a page of their own", d.names, func(on bool) { d.names = on; d.check() }))
	}
	return widgets.VStack(8, rows...)
}

// checkPane says what will be in the files and what is missing, before they
// are written.
func (d *Dialog) checkPane(view *workshop.View) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewText("Checked before export", theme.CardTitle)}
	if d.audience == workshop.Facilitator {
		rows = append(rows, fact("lock", theme.Wine, "Holds judgements about people. Keep it to yourself.", theme.Text))
		if d.names {
			rows = append(rows, fact("alert", theme.Warn, "The last page says who is behind the code names. Take it out before the file leaves your hands.", theme.Text))
		}
	} else {
		rows = append(rows, fact("check", theme.OK, "No name from the resistance map", theme.Text))
	}
	if n := owners(view); n > 0 {
		rows = append(rows, fact("check", theme.OK, "Action owners by name: "+count(n, "person", "people"), theme.Text))
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
	return widgets.VStack(12, card(rows), card(d.targets(view)))
}

func card(rows []fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPanel(widgets.VStack(8, rows...),
		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadPage, PadY: theme.PadPage, Shadow: true})
}

// targets names the files before they are there.
func (d *Dialog) targets(view *workshop.View) []fyne.CanvasObject {
	j := d.paths(view)
	there := j.there()
	rows := []fyne.CanvasObject{widgets.NewText("What will be written", theme.CardTitle)}
	files := j.files()
	for _, path := range files[:min(len(files), listed)] {
		icon := "file"
		if path != j.pdf {
			icon = "sheet"
		}
		rows = append(rows, fact(icon, theme.Text2, filepath.Base(path), theme.Text))
	}
	if n := len(files) - listed; n > 0 {
		rows = append(rows, fact("sheet", theme.Text2, "and "+count(n, "file more", "files more"), theme.Text))
	}
	if len(j.parts) > 0 {
		rows = append(rows, fact("info", theme.Text2, "Names of files name nobody; you are told whose each is, once they are written", theme.Text2))
	}
	if len(there) > 0 {
		rows = append(rows, fact("info", theme.Warn, "A file of that name is there already; you will be asked", theme.Text2))
	}
	return rows
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
		out = append(out, "A name is withheld in "+count(names, "text", "texts")+" of canvases and notes")
	}
	if values > 0 {
		out = append(out, count(values, "confidential entry", "confidential entries")+" left out")
	}
	return out
}

// count writes a number with the word that fits it.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
