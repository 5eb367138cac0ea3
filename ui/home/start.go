package home

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop/template"
)

// startPanel offers the templates, the variants of one method side by side.
func (p *Page) startPanel() fyne.CanvasObject {
	fresh := widgets.NewPrimary("New", "plus", func() { p.desk.New(nil) }).WithKey("N")
	fresh.SetEnabled(!p.desk.ReadOnly)
	rows := []fyne.CanvasObject{
		widgets.Pad(widgets.HStack(theme.Gap, widgets.NewLabel("New workshop", theme.SubHeading), widgets.Spacer(), fresh), theme.PadPage, theme.PadPage),
	}
	for _, family := range families(p.desk.Templates) {
		rows = append(rows, widgets.NewDivider(), p.familyRow(family))
	}
	return panel(widgets.VStack(0, rows...))
}

func panel(content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPanel(content, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, Shadow: true})
}

// families groups the templates that are one method in several lengths.
func families(set *template.Set) [][]*template.Template {
	var out [][]*template.Template
	place := map[string]int{}
	for _, t := range set.All() {
		i, known := place[t.Family]
		if !known || t.Family == "" {
			i = len(out)
			place[t.Family] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], t)
	}
	return out
}

func (p *Page) familyRow(family []*template.Template) fyne.CanvasObject {
	first := family[0]
	title := first.Family
	if title == "" || len(family) == 1 {
		title = first.Title
	}
	words := []fyne.CanvasObject{widgets.NewLabel(title, theme.BodyBold), widgets.NewText(first.Summary, theme.Caption).In(theme.Text2)}
	tone := widgets.Neutral
	switch first.Kind {
	case "kaikaku":
		tone = widgets.Accented
	case "kaizen":
		tone = widgets.Good
	}
	buttons := make([]fyne.CanvasObject, 0, len(family))
	for _, t := range family {
		label := workshops.Count(t.Days, "day", "days")
		if len(family) == 1 {
			label = "Begin"
		}
		b := widgets.NewButton(label, func() { p.desk.New(t) })
		b.SetEnabled(!p.desk.ReadOnly)
		buttons = append(buttons, b)
	}
	if len(family) == 1 {
		return widgets.Pad(widgets.HTop(12, widgets.NewTile(first.Icon, tone), widgets.Grow(widgets.VStack(2, words...)), buttons[0]), theme.PadPage, theme.PadPage)
	}
	words = append(words, widgets.Space(0, 4), widgets.Flow(theme.Gap, buttons...))
	return widgets.Pad(widgets.HTop(12, widgets.NewTile(first.Icon, tone), widgets.Grow(widgets.VStack(2, words...))), theme.PadPage, theme.PadPage)
}

// welcome is Home before there is any workshop.
func (p *Page) welcome() fyne.CanvasObject {
	var methods []fyne.CanvasObject
	for _, family := range families(p.desk.Templates) {
		methods = append(methods, p.familyRow(family))
	}
	return widgets.NewScroll(widgets.Pad(widgets.VStack(theme.PadDialog,
		widgets.VStack(4, widgets.NewLabel("Welcome to Nemawashi", theme.HomeTitle),
			widgets.NewText("Prepare the ground before the change: guide the workshop, see the resistance, keep the promises. Everything stays on this computer.", theme.Body).In(theme.Text2)),
		widgets.Grid(260, theme.PadPage,
			p.way("book", "Try the sample", "A kaikaku kickoff and the kaizen workshop that came out of it, with people, ratings and forty actions. It is made up; change what you like.", "Add the sample", true, !p.desk.ReadOnly, p.desk.Sample),
			p.way("template", "New workshop", "Begin from a template for one to five days, with what to say and do in every step.", "Choose a template", false, !p.desk.ReadOnly, func() { p.desk.New(nil) }),
			p.way("drive", "Open a library", "You have worked with Nemawashi on another computer, or have a backup: go on with that file.", "Choose a file", false, true, p.desk.Library)),
		widgets.VStack(12, widgets.NewLabel("Or begin right away", theme.SubHeading), panel(ruled(widgets.Grid(360, 0, methods...))))),
		theme.PadHome, theme.PadHome))
}

// way is one of the ways to begin; the buttons of all stand on one line.
func (p *Page) way(icon, title, text, button string, primary, on bool, tap func()) fyne.CanvasObject {
	b := widgets.NewButton(button, tap)
	if primary {
		b = widgets.NewPrimary(button, "", tap)
	}
	b.SetEnabled(on)
	return widgets.NewPanel(widgets.VStack(12,
		widgets.HStack(0, widgets.NewTile(icon, widgets.Accented), widgets.Spacer()),
		widgets.NewLabel(title, theme.SubHeading), widgets.Grow(widgets.NewText(text, theme.Body).In(theme.Text2)),
		widgets.HStack(0, b.Sized(theme.ButtonTall), widgets.Spacer())),
		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadDialog, PadY: theme.PadDialog, Shadow: true})
}
