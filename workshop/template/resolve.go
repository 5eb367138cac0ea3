package template

import (
	"reflect"
	"slices"
)

// loadTemplate reads one template and puts in what it uses, so that the result
// needs no library. The file's name is the template's id: nobody has to open
// files to find one.
func (l *loader) loadTemplate(p place, name string) *Template {
	var file templateFile
	decode(p, reflect.ValueOf(&file).Elem())
	t := &Template{
		ID: file.ID, Version: file.Version, Title: file.Title, Family: file.Family, Kind: file.Kind, Days: file.Days,
		Summary: file.Summary, Description: file.Description, Icon: file.Icon, Language: file.Language,
	}
	l.checkTemplate(p, t, name)
	phases, steps := map[string]bool{}, map[string]bool{}
	for i, source := range file.Phases {
		at := p.item("phases", i, "phase", source.ID)
		phase := Phase{ID: source.ID, Title: source.Title, Day: source.Day}
		at.checkPhase(phase, t.Days, phases)
		for j, s := range source.Steps {
			place := at.item("steps", j, "step", at.node.fields["steps"].items[j].label())
			step := l.resolve(place, s, steps)
			place.checkDue(step, phase)
			phase.Steps = append(phase.Steps, step)
		}
		t.Phases = append(t.Phases, phase)
	}
	l.gather(p, t, file.Canvases)
	return t
}

func (l *loader) checkTemplate(p place, t *Template, name string) {
	if t.ID != name {
		p.problem("id", "id %q must be the name of the file", t.ID)
	}
	p.needText("title", t.Title)
	l.needGuide(p, "summary", t.Summary)
	l.needGuide(p, "description", t.Description)
	p.needText("language", t.Language)
	p.needOne("kind", t.Kind, kinds)
	l.checkIcon(p, t.Icon)
	if t.Version < 1 {
		p.problem("version", "version must be 1 or more, not %d", t.Version)
	}
	if t.Days < 1 || t.Days > maxDays {
		p.problem("days", "days must be 1 to %d, not %d", maxDays, t.Days)
	}
	if len(p.node.fields["phases"].list()) == 0 {
		p.problem("phases", "has no phases")
	}
}

func (p place) checkPhase(phase Phase, days int, seen map[string]bool) {
	p.needID(phase.ID, seen)
	p.needText("title", phase.Title)
	if phase.Day < DaySustain || phase.Day > days {
		p.problem("day", "day must be %d to %d, not %d", DaySustain, days, phase.Day)
	}
}

func (p place) checkDue(s Step, phase Phase) {
	if s.After > 0 && phase.Day != DaySustain {
		p.problem("after", "only a follow-up, on day %d, is due some days after", DaySustain)
	}
}

// list is the items of a list, none for a missing node.
func (n *node) list() []*node {
	if n == nil {
		return nil
	}
	return n.items
}

// resolve is the step as the template means it.
func (l *loader) resolve(p place, s stepSource, seen map[string]bool) Step {
	if s.Use == "" {
		p.needID(s.ID, seen)
		l.checkStep(p, &s.Step, false)
		return s.Step
	}
	step, ok := l.steps[s.Use]
	if !ok {
		p.problem("use", "there is no step %q", s.Use)
	}
	from, to := reflect.ValueOf(s.Step), reflect.ValueOf(&step).Elem()
	for key, index := range l.keys.of(from.Type()) {
		if p.node.has(key) {
			to.FieldByIndex(index).Set(from.FieldByIndex(index))
		}
	}
	if ok || p.node.has("id") {
		p.needID(step.ID, seen)
	}
	l.checkStep(p, &step, true)
	return step
}

// gather puts the canvases in that the steps name, in that order, and then the
// others that the template offers.
func (l *loader) gather(p place, t *Template, more []string) {
	add := func(id string) {
		if _, there := t.Canvas(id); there {
			return
		}
		if c, ok := l.canvases[id]; ok {
			t.Canvases = append(t.Canvases, c)
		}
	}
	for _, phase := range t.Phases {
		for _, s := range phase.Steps {
			for _, id := range s.Canvases {
				add(id)
			}
		}
	}
	for i, id := range more {
		l.needCanvas(p, i, id, slices.Contains(more[:i], id))
		add(id)
	}
}
