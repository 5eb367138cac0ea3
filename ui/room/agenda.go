package room

import (
	"fmt"
	"time"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/template"
)

// agenda is the workshop's steps with the template that they follow. It is read anew whenever a step has changed.
type agenda struct {
	set      *template.Set
	template *template.Template // nil when the workshop follows none that is known here
	charter  *workshop.Charter
	phases   []phase
	steps    []*workshop.Step                 // in order
	groups   map[workshop.ID][]*workshop.Step // of each step that is split
}

// phase is a part of the agenda with its steps.
type phase struct {
	id, title string
	day       int
	steps     []*workshop.Step
}

func readAgenda(s *workshop.Session, set *template.Set) *agenda {
	a := &agenda{set: set, charter: &workshop.Charter{}, groups: map[workshop.ID][]*workshop.Step{}}
	s.Read(func(w *workshop.Workshop) {
		if c := w.Charter(); c != nil {
			a.charter = c
		}
		for _, s := range workshop.All[workshop.Step](w) {
			if s.Within != "" {
				a.groups[s.Within] = append(a.groups[s.Within], s)
			} else {
				a.steps = append(a.steps, s)
			}
		}
	})
	a.template, _ = set.At(a.charter.Template, a.charter.TemplateVersion)
	for _, s := range a.steps {
		if n := len(a.phases); n > 0 && a.phases[n-1].id == s.Phase && a.phases[n-1].day == s.Day {
			a.phases[n-1].steps = append(a.phases[n-1].steps, s)
			continue
		}
		a.phases = append(a.phases, phase{id: s.Phase, title: a.phaseTitle(s), day: s.Day, steps: []*workshop.Step{s}})
	}
	return a
}

func (a *agenda) phaseTitle(s *workshop.Step) string {
	if a.template != nil {
		if p, ok := a.template.Phase(s.Phase); ok {
			return p.Title
		}
	}
	switch {
	case s.Day == template.DayPrepare:
		return "Prepare"
	case s.Day == template.DaySustain:
		return "Sustain"
	}
	return fmt.Sprintf("Day %d", s.Day)
}

// find is the step of an id, nil when it is gone.
func (a *agenda) find(id workshop.ID) *workshop.Step {
	for _, s := range a.steps {
		if s.ID == id {
			return s
		}
	}
	return nil
}

func (a *agenda) index(id workshop.ID) int {
	for i, s := range a.steps {
		if s.ID == id {
			return i
		}
	}
	return -1
}

// schedule times the steps at a moment.
func (a *agenda) schedule(now time.Time) *plan.Schedule { return plan.Of(a.charter, a.steps, now) }

// group finds a group within a step, nil when it is gone.
func (a *agenda) group(step, id workshop.ID) *workshop.Step {
	for _, g := range a.groups[step] {
		if g.ID == id {
			return g
		}
	}
	return nil
}

// beside is the step so many places further, nil beyond the ends.
func (a *agenda) beside(id workshop.ID, by int) *workshop.Step {
	if i := a.index(id) + by; i >= 0 && i < len(a.steps) {
		return a.steps[i]
	}
	return nil
}

// running is the step whose clock runs, nil for none.
func (a *agenda) running() *workshop.Step {
	for _, s := range a.steps {
		if s.Status == workshop.StepRunning {
			return s
		}
	}
	return nil
}

// first is the step to open the room with: the running one, else the first that is not done.
func (a *agenda) first() *workshop.Step {
	if s := a.running(); s != nil {
		return s
	}
	for _, s := range a.steps {
		if s.Status != workshop.StepDone && s.Status != workshop.StepSkipped {
			return s
		}
	}
	if len(a.steps) > 0 {
		return a.steps[len(a.steps)-1]
	}
	return nil
}

func (a *agenda) phaseOf(id workshop.ID) *phase {
	for i := range a.phases {
		for _, s := range a.phases[i].steps {
			if s.ID == id {
				return &a.phases[i]
			}
		}
	}
	return nil
}

// done counts the steps that need nothing more.
func (p *phase) done() int {
	n := 0
	for _, s := range p.steps {
		if !s.Break && (s.Status == workshop.StepDone || s.Status == workshop.StepSkipped) {
			n++
		}
	}
	return n
}

// count counts the steps without the breaks between them.
func (p *phase) count() int {
	n := 0
	for _, s := range p.steps {
		if !s.Break {
			n++
		}
	}
	return n
}

// words are the phase's progress and, where it is timed, its length: "3 of 7, 5 h 00".
func (p *phase) words() string {
	minutes := 0
	for _, s := range p.steps {
		minutes += s.Minutes
	}
	words := fmt.Sprintf("%d of %d", p.done(), p.count())
	if p.day > 0 && minutes > 0 {
		return words + ", " + canvas.Duration(minutes)
	}
	return words + " done"
}

// source is the template's own step, nil for a step that was added by hand.
func (a *agenda) source(s *workshop.Step) *template.Step {
	if a.template != nil {
		if t, ok := a.template.Step(s.TemplateStep); ok {
			return t
		}
	}
	for _, t := range a.set.All() {
		if found, ok := t.Step(s.TemplateStep); ok && s.TemplateStep != "" {
			return found
		}
	}
	return nil
}

// canvas finds a canvas by its id, first in the workshop's own template.
func (a *agenda) canvas(id string) (template.Canvas, bool) {
	if a.template != nil {
		if c, ok := a.template.Canvas(id); ok {
			return *c, true
		}
	}
	for _, t := range a.set.All() {
		if c, ok := t.Canvas(id); ok {
			return *c, true
		}
	}
	return template.Canvas{}, false
}

// canvases are those of the workshop's own template.
func (a *agenda) canvases() []template.Canvas {
	if a.template == nil {
		return nil
	}
	return a.template.Canvases
}

// guide is what the guide says about a step: its own words where it has some, else those of the template.
type guide struct {
	question, purpose string
	say, do, outputs  []string
}

func (a *agenda) guide(s *workshop.Step) guide {
	g := guide{purpose: s.Purpose, say: s.Say, do: s.Do, outputs: s.Outputs}
	t := a.source(s)
	if t == nil {
		return g
	}
	g.question = t.Question
	if g.purpose == "" {
		g.purpose = t.Purpose
	}
	if g.say == nil {
		g.say = t.Say
	}
	if g.do == nil {
		g.do = t.Do
	}
	if g.outputs == nil {
		g.outputs = t.Outputs
	}
	return g
}
