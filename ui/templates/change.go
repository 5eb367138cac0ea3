package templates

import (
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// hasPhases says whether there is a place for a step.
func (e *Editor) hasPhases() bool { return len(e.draft.now.Phases) > 0 }

// find is where a step stands, false for one that is not there.
func find(t *template.Template, id string) (phase, at int, ok bool) {
	for i, p := range t.Phases {
		if j := slices.IndexFunc(p.Steps, func(s template.Step) bool { return s.ID == id }); j >= 0 {
			return i, j, true
		}
	}
	return 0, 0, false
}

// place is where a new step goes: after the one in hand, else at the end of the
// first day of the event, else of the first phase.
func (e *Editor) place() (phase, at int) {
	t := e.draft.now
	if i, j, ok := find(t, e.at.id); ok && e.at.kind == partStep {
		return i, j + 1
	}
	i := max(0, slices.IndexFunc(t.Phases, func(p template.Phase) bool { return p.Day > 0 }))
	return i, len(t.Phases[i].Steps)
}

// insert puts a step in and opens it.
func (e *Editor) insert(label string, s template.Step, from *template.Template) {
	phase, at := e.place()
	id := ""
	e.draft.do(label, "", func(t *template.Template) { id = t.InsertStep(phase, at, s, from) })
	e.at = part{partStep, id}
	e.show()
	if e.first != nil {
		e.desk.Shell.Window().Canvas().Focus(e.first)
	}
}

func (e *Editor) addStep() {
	e.insert("New step", template.Step{ID: "step", Title: "New step", Minutes: 30}, e.draft.now)
}

func (e *Editor) addBreak() {
	e.insert("New break", template.Step{ID: "break", Title: "Break", Minutes: 15, Break: true}, e.draft.now)
}

// insertStep offers the steps of all other templates, by template.
func (e *Editor) insertStep(anchor fyne.CanvasObject) {
	type source struct {
		step template.Step
		from *template.Template
	}
	var choices []widgets.Choice
	var sources []source
	for _, t := range e.desk.Set.All() {
		if t.ID == e.draft.now.ID {
			continue
		}
		choices, sources = append(choices, widgets.Choice{Label: named(t), Heading: true}), append(sources, source{})
		for _, p := range t.Phases {
			for _, s := range p.Steps {
				choices = append(choices, widgets.Choice{Label: s.Title, Detail: duration(s.Minutes), Icon: "list"})
				sources = append(sources, source{s, t})
			}
		}
	}
	widgets.ShowPicker(anchor, widgets.PickerOptions{Choices: choices, Selected: -1, Rows: 14, MinWidth: 380, OnPick: func(i int) {
		e.insert("Insert "+sources[i].step.Title, sources[i].step, sources[i].from)
	}})
}

// duplicate copies the step or canvas in hand.
func (e *Editor) duplicate() {
	t := e.draft.now
	if s, ok := t.Step(e.at.id); ok && e.at.kind == partStep {
		e.insert("Duplicate "+s.Title, *s, t)
		return
	}
	if c, ok := t.Canvas(e.at.id); ok && e.at.kind == partCanvas {
		copied := c.Clone()
		copied.Title = "Copy of " + c.Title
		e.putCanvas("Duplicate "+c.Title, copied)
	}
}

func (e *Editor) putCanvas(label string, c template.Canvas) {
	id := ""
	e.draft.do(label, "", func(t *template.Template) { id = t.AddCanvas(c) })
	e.at = part{partCanvas, id}
	e.show()
}

// addCanvas adds a canvas of columns; its shape is chosen in its form.
func (e *Editor) addCanvas() {
	c := template.Canvas{ID: e.draft.now.ID + "-canvas", Title: "New canvas", Question: "What do we see?", Shape: template.ShapeColumns,
		Cells: []template.Cell{{ID: template.TextCell, Title: "Text", Type: template.TypeText, Required: true}}}
	c.Columns = []template.Column{{ID: "column-1", Title: "First"}, {ID: "column-2", Title: "Second"}}
	e.putCanvas("New canvas", c)
}

// remove takes the step or canvas in hand away.
func (e *Editor) remove() {
	at, title := e.at, ""
	switch at.kind {
	case partStep:
		s, ok := e.draft.now.Step(at.id)
		if !ok {
			return
		}
		title = s.Title
		i, j, _ := find(e.draft.now, at.id)
		e.at = e.neighbor(i, j)
		e.did("Remove "+title, func(t *template.Template) { t.Phases[i].Steps = slices.Delete(t.Phases[i].Steps, j, j+1) })
	case partCanvas:
		c, ok := e.draft.now.Canvas(at.id)
		if !ok {
			return
		}
		title = c.Title
		e.at = part{kind: partAbout}
		e.did("Remove "+title, func(t *template.Template) { t.RemoveCanvas(at.id) })
	default:
		return
	}
	e.desk.Shell.Notify(widgets.Notice{Icon: "template", Text: "Removed: " + title, Button: "Undo", Key: "Ctrl+Z", OnTap: e.undo})
}

// neighbor is the step that is in hand once another one is gone.
func (e *Editor) neighbor(phase, at int) part {
	steps := e.draft.now.Phases[phase].Steps
	switch {
	case at+1 < len(steps):
		return part{partStep, steps[at+1].ID}
	case at > 0:
		return part{partStep, steps[at-1].ID}
	}
	return part{kind: partAbout}
}
