package templates

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop/template"
)

// coverage says what the template covers of its method, how long its days are,
// and what is missing before it can be saved. It stands at the right of the
// form where there is room, and is a page of its own in the outline.
type coverage struct {
	editor     *Editor
	side, page *fyne.Container
	shown      string
}

func newCoverage(e *Editor) *coverage {
	return &coverage{editor: e, side: widgets.VStack(theme.PadPage), page: widgets.VStack(theme.PadPage)}
}

// refresh draws what has changed: most strokes of a key change nothing here.
func (c *coverage) refresh() {
	t := c.editor.draft.now
	now := fmt.Sprint(t.KotterServed(), t.PDCACovered(), t.Kind, t.Days)
	for _, p := range t.Phases {
		now += fmt.Sprint(p.Title, p.Day, p.Minutes())
	}
	for _, p := range c.editor.problems {
		now += p.Reason
	}
	if now == c.shown {
		return
	}
	c.shown = now
	c.side.Objects = c.parts()
	c.page.Objects = append([]fyne.CanvasObject{widgets.NewText("Covered and missing", theme.PageTitle)}, c.parts()...)
	c.side.Refresh()
	c.page.Refresh()
}

func (c *coverage) parts() []fyne.CanvasObject {
	t := c.editor.draft.now
	method := []fyne.CanvasObject{c.cycle(t), c.kotter(t)}
	if t.Kind == "kaikaku" {
		method[0], method[1] = method[1], method[0]
	}
	return append([]fyne.CanvasObject{c.missing(), c.days(t)}, method...)
}

// missing lists what keeps the template from being saved; each leads to its
// place.
func (c *coverage) missing() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.SectionHeading("Before it can be saved")}
	if len(c.editor.problems) == 0 {
		rows = append(rows, sign("check", theme.OK, "Nothing is missing", ""))
	}
	for _, p := range c.editor.problems {
		at := whereOf(p)
		link := widgets.NewLink(c.name(at), func() { c.editor.open(at) })
		rows = append(rows, widgets.VStack(0, widgets.HStack(0, link, widgets.Spacer()), widgets.NewText(sentence(p.What), theme.Caption).In(theme.Text2)))
	}
	return widgets.VStack(6, rows...)
}

// whereOf is the part that a problem is in.
func whereOf(p *template.Problem) part {
	switch {
	case p.Step != "":
		return part{partStep, p.Step}
	case p.Canvas != "":
		return part{partCanvas, p.Canvas}
	}
	return part{kind: partAbout}
}

func (c *coverage) name(at part) string {
	t := c.editor.draft.now
	if s, ok := t.Step(at.id); ok && at.kind == partStep && s.Title != "" {
		return s.Title
	}
	if canvas, ok := t.Canvas(at.id); ok && at.kind == partCanvas && canvas.Title != "" {
		return canvas.Title
	}
	return map[string]string{partStep: "A step without a title", partCanvas: "A canvas without a title", partAbout: "About the template"}[at.kind]
}

func sentence(what string) string { return strings.ToUpper(what[:1]) + what[1:] }

// longDay is where people stop listening, in minutes of steps.
const longDay = 480

func (c *coverage) days(t *template.Template) fyne.CanvasObject {
	minutes := map[int]int{}
	for i := range t.Phases {
		minutes[t.Phases[i].Day] += t.Phases[i].Minutes()
	}
	rows := []fyne.CanvasObject{widgets.SectionHeading("Time")}
	for day := 1; day <= t.Days; day++ {
		name := fmt.Sprintf("Day %d", day)
		switch m := minutes[day]; {
		case m == 0:
			rows = append(rows, sign("alert", theme.Warn, name, "no steps"))
		case m > longDay:
			rows = append(rows, sign("alert", theme.Warn, name, duration(m)+", long"))
		default:
			rows = append(rows, sign("clock", theme.Text3, name, duration(m)))
		}
	}
	return widgets.VStack(6, rows...)
}

func (c *coverage) kotter(t *template.Template) fyne.CanvasObject {
	served := t.KotterServed()
	rows := []fyne.CanvasObject{widgets.SectionHeading("Kotter's eight steps", widgets.Caption(fmt.Sprintf("%d of %d", len(served), template.KotterSteps)).Keep())}
	for n := 1; n <= template.KotterSteps; n++ {
		rows = append(rows, covered(fmt.Sprintf("%d %s", n, template.KotterTitle(n)), len(served[n])))
	}
	return widgets.VStack(6, rows...)
}

// cycleWords are the phases of the PDCA cycle, as they are written.
var cycleWords = []string{"Plan", "Do", "Check", "Act"}

func (c *coverage) cycle(t *template.Template) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.SectionHeading("Plan, do, check, act")}
	for i, n := range t.PDCACovered() {
		rows = append(rows, covered(cycleWords[i], n))
	}
	return widgets.VStack(6, rows...)
}

func covered(words string, steps int) fyne.CanvasObject {
	if steps == 0 {
		return sign("minus", theme.Text3, words, "no step")
	}
	return sign("check", theme.OK, words, workshops.Count(steps, "step", "steps"))
}

func sign(icon string, token theme.Token, words, end string) fyne.CanvasObject {
	return widgets.HStack(theme.Gap, widgets.NewIconSized(icon, token, 14), widgets.Grow(widgets.NewLabel(words, theme.Body)), widgets.Caption(end).Keep())
}
