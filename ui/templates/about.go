package templates

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nemawashi.app/assets"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// aboutForm is the form of the template as a whole and of its phases.
func (e *Editor) aboutForm() []fyne.CanvasObject {
	t := e.draft.now
	e.first = nil
	whole := func(at func(*template.Template) *string) func(*template.Template) *string { return at }
	rows := []fyne.CanvasObject{
		widgets.NewText("About the template", theme.PageTitle),
		e.text("Title", "Kaizen workshop for offices", "title", t.Title, whole(func(t *template.Template) *string { return &t.Title })),
		e.text("In one line", "What it is for, in five words", "summary", t.Summary, whole(func(t *template.Template) *string { return &t.Summary })),
		e.paragraph("When to choose it", "For which question, with whom, and what stands at the end", "description", t.Description, whole(func(t *template.Template) *string { return &t.Description })),
		widgets.Grid(160, 12,
			widgets.Labeled("Kind", e.pick("Kind", template.Kinds(), []string{"Kaikaku", "Kaizen", "Assessment", "Custom"}, t.Kind, func(t *template.Template, s string) { t.Kind = s })),
			widgets.Labeled("Days", e.number("Days", "days", t.Days, func(t *template.Template) *int { return &t.Days })),
			widgets.Labeled("Icon", e.icons(t.Icon, func(t *template.Template, s string) { t.Icon = s })),
			e.text("Language", "en", "language", t.Language, whole(func(t *template.Template) *string { return &t.Language })),
		),
		widgets.Space(0, 4),
		widgets.SubHeading("Phases"),
		widgets.NewText("A phase is what comes before the event, one of its days, or the follow-up.", theme.Caption).In(theme.Text2),
	}
	for i := range t.Phases {
		rows = append(rows, e.phaseRow(i))
	}
	add := widgets.NewButtonKind(widgets.Secondary, "Add a phase", "plus", func() {
		e.did("Add a phase", func(t *template.Template) {
			n := len(t.Phases) + 1
			for taken(t, fmt.Sprintf("phase-%d", n)) {
				n++
			}
			day := 1
			for _, p := range t.Phases {
				day = max(day, min(p.Day+1, t.Days))
			}
			t.Phases = append(t.Phases, template.Phase{ID: fmt.Sprintf("phase-%d", n), Title: fmt.Sprintf("Day %d", day), Day: day})
		})
	})
	return append(rows, widgets.HStack(0, add, widgets.Spacer()))
}

func taken(t *template.Template, phase string) bool {
	_, ok := t.Phase(phase)
	return ok
}

// phaseRow is one phase: its title, when it is, and how to move or remove it.
func (e *Editor) phaseRow(i int) fyne.CanvasObject {
	p := e.draft.now.Phases[i]
	days, words := []string{strconv.Itoa(template.DayPrepare)}, []string{"Before the event"}
	for d := 1; d <= max(1, min(e.draft.now.Days, 30)); d++ {
		days, words = append(days, strconv.Itoa(d)), append(words, fmt.Sprintf("Day %d", d))
	}
	days, words = append(days, strconv.Itoa(template.DaySustain)), append(words, "Follow-up")
	title := e.entry(field{label: "Title of a phase", hint: "Day 1", key: "phase-" + p.ID, value: p.Title, set: func(t *template.Template, s string) { t.Phases[i].Title = s }})
	day := e.pick("Day", days, words, strconv.Itoa(p.Day), func(t *template.Template, s string) {
		t.Phases[i].Day, _ = strconv.Atoi(s)
		if t.Phases[i].Day != template.DaySustain {
			for j := range t.Phases[i].Steps {
				t.Phases[i].Steps[j].After = 0
			}
		}
	})
	return widgets.HStack(theme.Gap, widgets.Grow(title), widgets.Wide(day, 150), e.mover("phase", i, len(e.draft.now.Phases),
		func(t *template.Template, a, b int) { t.Phases[a], t.Phases[b] = t.Phases[b], t.Phases[a] },
		func(t *template.Template) { t.Phases = slices.Delete(t.Phases, i, i+1) }))
}

// mover are the buttons that move one of several things and take it away.
func (e *Editor) mover(what string, i, n int, swap func(t *template.Template, a, b int), remove func(*template.Template)) fyne.CanvasObject {
	up := widgets.NewQuietIcon("up", "Move the "+what+" up", func() { e.did("Move a "+what, func(t *template.Template) { swap(t, i, i-1) }) })
	down := widgets.NewQuietIcon("down", "Move the "+what+" down", func() { e.did("Move a "+what, func(t *template.Template) { swap(t, i, i+1) }) })
	up.SetEnabled(i > 0)
	down.SetEnabled(i+1 < n)
	return widgets.HStack(0, up, down, widgets.NewQuietIcon("x", "Remove the "+what, func() { e.did("Remove a "+what, remove) }))
}

// icons offers every icon, and none.
func (e *Editor) icons(now string, set func(*template.Template, string)) *widgets.Select {
	names := append([]string{""}, assets.IconNames()...)
	choices := make([]widgets.Choice, len(names))
	for i, n := range names {
		choices[i] = widgets.Choice{Label: n, Icon: n}
		if n == "" {
			choices[i] = widgets.Choice{Label: "No icon", Icon: "minus"}
		}
	}
	return widgets.NewSelectOf(choices, slices.Index(names, now), func(i int) {
		e.did("Change of the icon", func(t *template.Template) { set(t, names[i]) })
	})
}
