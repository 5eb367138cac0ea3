package room

import (
	"fmt"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/template"
)

// usualMinutes are what a new step and a new break are planned with.
const (
	usualMinutes = 30
	breakMinutes = 15
)

// insert puts a step into the agenda after the one in hand and opens the agenda where it can be named.
func (r *Room) insert(s *workshop.Step) {
	what := "Insert step"
	if s.Break {
		what = "Insert break"
	}
	after := r.step
	if r.planning() {
		after = r.planner.selected()
	}
	var id workshop.ID
	if !r.do(what, func(e *workshop.Edit) error {
		var err error
		id, err = plan.Insert(e, s, after)
		return err
	}) {
		return
	}
	if !r.planning() {
		r.GoToBoard(agendaID)
	}
	r.planner.edit(id)
}

func (r *Room) insertStep() { r.insert(&workshop.Step{Title: "New step", Minutes: usualMinutes}) }

func (r *Room) insertBreak() {
	r.insert(&workshop.Step{Title: "Break", Minutes: breakMinutes, Break: true})
}

// insertFrom offers the steps of all templates; what is chosen comes with its guide and canvases.
func (r *Room) insertFrom() {
	steps, choices := r.offered()
	widgets.ShowPicker(r.center.title, widgets.PickerOptions{Choices: choices, Selected: -1, Rows: 12, MinWidth: 420, OnPick: func(i int) {
		if s := steps[i]; s != nil {
			r.insert(&workshop.Step{TemplateStep: s.ID, Title: s.Title, Minutes: s.Minutes})
		}
	}})
}

// offered are the steps of all templates under the template that has them first, with nil for headings.
func (r *Room) offered() ([]*template.Step, []widgets.Choice) {
	var steps []*template.Step
	var choices []widgets.Choice
	seen := map[string]bool{}
	for _, t := range r.config.Templates.All() {
		headed := false
		for p := range t.Phases {
			for i := range t.Phases[p].Steps {
				s := &t.Phases[p].Steps[i]
				if seen[s.ID] {
					continue
				}
				seen[s.ID] = true
				if !headed {
					headed = true
					steps, choices = append(steps, nil), append(choices, widgets.Choice{Label: t.Title, Heading: true})
				}
				detail := ""
				if s.Minutes > 0 {
					detail = fmt.Sprintf("%d min", s.Minutes)
				}
				steps, choices = append(steps, s), append(choices, widgets.Choice{Label: s.Title, Detail: detail})
			}
		}
	}
	return steps, choices
}

// move takes a step a place up or down in the agenda.
func (r *Room) move(id workshop.ID, by int) {
	if r.agenda.find(id) == nil {
		return
	}
	label := "Move step down"
	if by < 0 {
		label = "Move step up"
	}
	r.do(label, func(e *workshop.Edit) error { return plan.Move(e, id, by) })
}

// put takes a step to before or after another one.
func (r *Room) put(id, beside workshop.ID, after bool) {
	r.do("Move step", func(e *workshop.Edit) error { return plan.Put(e, id, beside, after) })
}

// remove takes a step out of the agenda, with its groups. Cards and what was noted elsewhere stay.
func (r *Room) remove(id workshop.ID) {
	s := r.agenda.find(id)
	if s == nil {
		return
	}
	if r.do("Remove step", func(e *workshop.Edit) error { return e.Delete(id) }) {
		r.config.Frame.Notify(widgets.Notice{Text: s.Title + " was taken out of the agenda", Icon: "check", Tone: widgets.Good, Button: "Undo", Key: "Ctrl+Z", OnTap: r.undo})
	}
}

// movable is the step that Alt+Up and Alt+Down move: the one whose line has the keyboard, in the agenda or in the list. Elsewhere these keys
// belong to cards.
func (r *Room) movable() workshop.ID {
	if r.planning() {
		return r.planner.selected()
	}
	return r.list.focused()
}
