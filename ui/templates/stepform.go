package templates

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// boardWords are the boards of a room as they are called there; a board that is
// not among them goes by its id.
var boardWords = map[string]string{"": "None", "resistance": "Resistance map", "actions": "Actions", "charter": "Charter", "measures": "Measures", "commitments": "Commitments", "assessment": "Assessment"}

// stepForm is the form of a step; of a break, its title and minutes.
func (e *Editor) stepForm(id string) []fyne.CanvasObject {
	s, _ := e.draft.now.Step(id)
	e.first = nil
	at := func(f func(*template.Step) *string) func(*template.Template) *string {
		return func(t *template.Template) *string {
			if s, ok := t.Step(id); ok {
				return f(s)
			}
			return nil
		}
	}
	list := func(f func(*template.Step) *[]string) func(*template.Template) *[]string {
		return func(t *template.Template) *[]string {
			if s, ok := t.Step(id); ok {
				return f(s)
			}
			return nil
		}
	}
	number := func(f func(*template.Step) *int) func(*template.Template) *int {
		return func(t *template.Template) *int {
			if s, ok := t.Step(id); ok {
				return f(s)
			}
			return nil
		}
	}
	word := "Step"
	if s.Break {
		word = "Break"
	}
	phase, _, _ := find(e.draft.now, id)
	head := widgets.HStack(theme.Gap, widgets.Grow(widgets.NewText(word+" of "+e.draft.now.Phases[phase].Title, theme.PageTitle)),
		widgets.NewQuietIcon("up", "Move up (Alt+Up)", func() { e.move(-1) }), widgets.NewQuietIcon("down", "Move down (Alt+Down)", func() { e.move(1) }),
		widgets.NewQuietIcon("stack", "Duplicate (Ctrl+D)", e.duplicate), widgets.NewQuietIcon("x", "Remove (Del)", e.remove))
	title := e.text("Title", "Gemba walk", "title", s.Title, at(func(s *template.Step) *string { return &s.Title }))
	minutes := widgets.Labeled("Minutes", e.number("Minutes", "minutes", s.Minutes, number(func(s *template.Step) *int { return &s.Minutes })))
	top := []fyne.CanvasObject{widgets.Grow(title), widgets.Wide(minutes, 96)}
	if e.draft.now.Phases[phase].Day == template.DaySustain {
		top = append(top, widgets.Wide(widgets.Labeled("Days after the event", e.number("Days after the event", "after", s.After, number(func(s *template.Step) *int { return &s.After }))), 150))
	}
	rows := []fyne.CanvasObject{head, widgets.HTop(12, top...)}
	if s.Break {
		return rows
	}
	rows = append(rows,
		e.text("Question on the screen", "What did you see, not think?", "question", s.Question, at(func(s *template.Step) *string { return &s.Question })),
		e.paragraph("Purpose", "Why the group does this now", "purpose", s.Purpose, at(func(s *template.Step) *string { return &s.Purpose })),
		e.lines("Say", "What the facilitator says, one sentence a line", "say", s.Say, list(func(s *template.Step) *[]string { return &s.Say })),
		e.lines("Do", "What the group does, one thing a line", "do", s.Do, list(func(s *template.Step) *[]string { return &s.Do })),
		e.lines("Outputs", "What is there at the end, one thing a line", "outputs", s.Outputs, list(func(s *template.Step) *[]string { return &s.Outputs })),
		widgets.SubHeading("Works on"), e.canvasChecks(s),
		widgets.Limit(widgets.Labeled("Board", e.boards(s)), theme.Width(280)),
		widgets.SubHeading("Method"),
		widgets.Labeled("Phase of plan, do, check, act", e.cycle(s)),
		widgets.Labeled("Kotter's steps", e.kotter(s)),
		widgets.Limit(e.labeled(field{label: "Aspects and roles, such as L1, T5", hint: "L1, E3", key: "tags", value: strings.Join(s.Tags, ", "), set: func(t *template.Template, text string) {
			if s, ok := t.Step(id); ok {
				s.Tags = slices.DeleteFunc(strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' }), func(s string) bool { return s == "" })
			}
		}}), theme.Width(280)))
	return rows
}

// canvasChecks are the canvases of the template, those of the step ticked.
func (e *Editor) canvasChecks(s *template.Step) fyne.CanvasObject {
	id := s.ID
	var checks []fyne.CanvasObject
	for _, c := range e.draft.now.Canvases {
		check := widgets.NewCheck(c.Title, slices.Contains(s.Canvases, c.ID), func(on bool) {
			e.typed("Change of canvases", "", func(t *template.Template) {
				if s, ok := t.Step(id); ok {
					s.Canvases = toggled(s.Canvases, c.ID, on)
				}
			})
		})
		check.Icon = shapeIcons[c.Shape]
		checks = append(checks, check)
	}
	if len(checks) == 0 {
		return widgets.NewText("The template has no canvas yet. Add one with Ctrl+Shift+C.", theme.Caption).In(theme.Text2)
	}
	return widgets.Grid(220, theme.Gap, checks...)
}

// toggled is a list with or without an entry.
func toggled[T comparable](list []T, v T, on bool) []T {
	list = slices.DeleteFunc(slices.Clone(list), func(o T) bool { return o == v })
	if on {
		list = append(list, v)
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func (e *Editor) boards(s *template.Step) fyne.CanvasObject {
	id := s.ID
	ids := append([]string{""}, template.Boards...)
	words := make([]string, len(ids))
	for i, b := range ids {
		if words[i] = boardWords[b]; words[i] == "" {
			words[i] = sentence(b)
		}
	}
	return e.pick("Board", ids, words, s.Board, func(t *template.Template, b string) {
		if s, ok := t.Step(id); ok {
			s.Board = b
		}
	})
}

func (e *Editor) cycle(s *template.Step) fyne.CanvasObject {
	id := s.ID
	phases := append([]string{""}, template.PDCA()...)
	return widgets.HStack(0, widgets.NewSegmented(append([]string{"None"}, cycleWords...), slices.Index(phases, s.PDCA), func(i int) {
		e.typed("Change of the phase", "", func(t *template.Template) {
			if s, ok := t.Step(id); ok {
				s.PDCA = phases[i]
			}
		})
	}), widgets.Spacer())
}

func (e *Editor) kotter(s *template.Step) fyne.CanvasObject {
	id := s.ID
	var checks []fyne.CanvasObject
	for n := 1; n <= template.KotterSteps; n++ {
		checks = append(checks, widgets.NewCheck(fmt.Sprintf("%d %s", n, template.KotterTitle(n)), slices.Contains(s.Kotter, n), func(on bool) {
			e.typed("Change of Kotter's steps", "", func(t *template.Template) {
				if s, ok := t.Step(id); ok {
					s.Kotter = toggled(s.Kotter, n, on)
					slices.Sort(s.Kotter)
				}
			})
		}))
	}
	return widgets.Grid(200, theme.Gap, checks...)
}
