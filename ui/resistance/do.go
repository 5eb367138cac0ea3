package resistance

import (
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// edit changes a stakeholder in one step; a refusal is told.
func (p *Page) edit(label string, id workshop.ID, change func(*workshop.Stakeholder)) bool {
	return p.told(p.options.Session.Do(label, modify(id, change)))
}

// typed is edit for a keystroke; the refusal is for the entry to show.
func (p *Page) typed(label string, id workshop.ID, change func(*workshop.Stakeholder)) error {
	err := p.options.Session.Type(label, modify(id, change))
	p.follow.catch()
	return err
}

func modify(id workshop.ID, change func(*workshop.Stakeholder)) func(*workshop.Edit) error {
	return func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Stakeholder](e, id)
		if err != nil {
			return err
		}
		change(s)
		return nil
	}
}

// told shows what was done at once, or why it was not.
func (p *Page) told(err error) bool {
	p.follow.catch()
	p.report(err)
	return err == nil
}

func (p *Page) report(err error) {
	if err == nil {
		return
	}
	p.options.Shell.ShowError(shell.Trouble{Title: "Nothing was changed", What: sentence(err.Error()) + ".",
		Kept: "Everything is as it was before.", Do: "Change the value and try again."})
	p.refresh()
}

// rate changes a rating and then asks what it rests on.
func (p *Page) rate(label string, id workshop.ID, change func(*workshop.Stakeholder)) {
	before := p.model.stakes[id]
	if before == nil || p.model.asOf != "" {
		return
	}
	if p.model.trial != nil {
		p.try(before, change)
		return
	}
	was := before.now
	if !p.edit(label, id, change) {
		return
	}
	if now := p.model.stakes[id]; now != nil && now.now != was {
		p.ask.start(now)
	}
}

// place says where somebody stands; an influence of 0 leaves that as it is.
func (p *Page) place(id workshop.ID, support, influence int) {
	p.rate("Support now", id, func(s *workshop.Stakeholder) {
		s.SupportNow = &support
		if influence > 0 {
			s.Influence = influence
		}
	})
}

// need says where somebody is needed.
func (p *Page) need(id workshop.ID, support int) {
	p.rate("Support needed", id, func(s *workshop.Stakeholder) { s.SupportNeeded = &support })
}

func (p *Page) influence(id workshop.ID, level int) {
	p.rate("Influence", id, func(s *workshop.Stakeholder) { s.Influence = level })
}

// confide says how sure the rating is; 0 is not said.
func (p *Page) confide(id workshop.ID, level int) {
	p.edit("Confidence", id, func(s *workshop.Stakeholder) { s.Confidence = level })
}

// nudge moves the selected one's support now, or the support needed, by a step. The first step for somebody not rated is to neutral.
func (p *Page) nudge(by int, needed bool) {
	s := p.model.stakes[p.selected]
	if s == nil {
		return
	}
	at, set := s.seen.SupportNow, func(v int) { p.place(p.selected, v, 0) }
	if needed {
		at, set = s.seen.SupportNeeded, func(v int) { p.need(p.selected, v) }
	}
	switch {
	case at == nil && needed && s.seen.SupportNow != nil:
		set(min(max(*s.seen.SupportNow+by, -2), 2))
	case at == nil:
		set(0)
	case *at+by >= -2 && *at+by <= 2:
		set(*at + by)
	}
}

// evidence opens the panel that asks, with the keyboard in it.
func (p *Page) evidence() {
	s := p.model.stakes[p.selected]
	if s == nil {
		return
	}
	p.ask.start(s)
	p.ask.words.Focus()
}

// suggestion is the first fitting response that is no action yet.
func (p *Page) suggestion(s *stake) resist.Response {
	for _, r := range resist.Responses(s.now.Cause) {
		if taken(p.model.actions[s.now.ID], r.Title) == nil {
			return r
		}
	}
	return resist.Response{Title: "Listen, one to one", How: "Ask what worries them and what they would need, and write it down in their words."}
}

// actNext makes an action of the first fitting response.
func (p *Page) actNext() {
	if s := p.model.stakes[p.selected]; s != nil {
		r := p.suggestion(s)
		p.act(r.Title, r.How)
	}
}

// act puts a response into the register. Its title names nobody: the action may be seen by people who may not see the map.
func (p *Page) act(title, how string) {
	s := p.model.stakes[p.selected]
	if s == nil {
		return
	}
	a := &workshop.Action{Title: title, Detail: how, Category: "response", Source: s.now.ID, Owner: s.now.RelationshipOwner}
	if next := s.now.NextContact; next >= p.model.today() {
		a.Due = next
	}
	if s.entry.Band == resist.Act || s.entry.ActNow {
		a.Priority = "high"
	}
	if p.told(p.options.Session.Do("Action from the map", func(e *workshop.Edit) error {
		e.Add(a)
		return modify(s.now.ID, func(s *workshop.Stakeholder) {
			if !strings.Contains(s.Response, title) {
				s.Response = strings.TrimSpace(s.Response + "\n" + title)
			}
		})(e)
	})) {
		p.undoable(a.Label()+" is in the register: "+title, "Action from the map")
	}
}

// unact takes an action that nobody has begun out of the register again; others are opened instead.
func (p *Page) unact(a *workshop.Action) {
	if a.Status != workshop.ActionOpen || a.Progress > 0 {
		p.openAction(a.ID)
		return
	}
	if p.told(p.options.Session.Do("Take back an action", func(e *workshop.Edit) error {
		if err := e.Delete(a.ID); err != nil {
			return err
		}
		return modify(a.Source, func(s *workshop.Stakeholder) {
			var kept []string
			for _, l := range strings.Split(s.Response, "\n") {
				if l != a.Title {
					kept = append(kept, l)
				}
			}
			s.Response = strings.Join(kept, "\n")
		})(e)
	})) {
		p.undoable(a.Label()+" is out of the register.", "Take back an action")
	}
}

func (p *Page) openAction(id workshop.ID) {
	if p.options.Open != nil {
		p.options.Open(id)
	}
}

// retire takes the selected one off the map, or brings them back.
func (p *Page) retire() {
	s := p.model.stakes[p.selected]
	if s == nil {
		return
	}
	name, back := p.model.label(s), s.now.Retired
	if !p.edit("Retire a stakeholder", s.now.ID, func(s *workshop.Stakeholder) { s.Retired = !back }) {
		return
	}
	text := name + " is retired: off the map and out of the index, with the history kept."
	if back {
		text = name + " is back on the map."
	}
	p.undoable(text, "Retire a stakeholder")
}

// remove takes the selected one out.
func (p *Page) remove() {
	s := p.model.stakes[p.selected]
	if s == nil {
		return
	}
	name, id := p.model.label(s), s.now.ID
	next := p.neighbor(id)
	if p.told(p.options.Session.Do("Remove a stakeholder", func(e *workshop.Edit) error { return e.Delete(id) })) {
		p.choose(next)
		p.undoable(name+" is removed.", "Remove a stakeholder")
	}
}

// neighbor is who follows in the list, or comes before.
func (p *Page) neighbor(id workshop.ID) workshop.ID {
	var before workshop.ID
	found := false
	for _, r := range p.list.rows {
		switch {
		case r.id == id:
			found = true
		case r.id != "" && found:
			return r.id
		case r.id != "":
			before = r.id
		}
	}
	return before
}

// undoable says what was done and offers the way back, as long as nothing else was done since.
func (p *Page) undoable(text, label string) {
	p.options.Shell.Notify(widgets.Notice{Text: text, Icon: "check", Button: "Undo", Key: "Ctrl+Z", OnTap: func() {
		if p.options.Session.CanUndo() != label {
			p.options.Shell.Notify(widgets.Notice{Text: "Other things were done since; Ctrl+Z takes them back one by one.", Icon: "info"})
			return
		}
		p.undo()
	}})
}

func (p *Page) undo() {
	_, err := p.options.Session.Undo()
	p.told(err)
}
