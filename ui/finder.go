package ui

import (
	"context"
	"slices"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
)

// finder finds workshops, actions, people and cards for the palette.
type finder struct{ app *App }

// groups are the headings under which kinds of record are found.
var groups = map[workshop.Kind]struct{ title, icon string }{
	workshop.KindCharter: {"Workshops", "board"}, workshop.KindAction: {"Actions", "action"}, workshop.KindPerson: {"People", "user"},
	workshop.KindCard: {"Canvases", "file"}, workshop.KindStep: {"Steps", "list"}, workshop.KindGoal: {"Goals", "target"},
	workshop.KindMeasure: {"Measures", "measure"}, workshop.KindCommitment: {"Commitments", "hand"}, workshop.KindReview: {"Reviews", "cal"},
	workshop.KindStakeholder: {"Resistance map", "map"},
}

// Find implements shell.Source. While names are hidden, people are not found:
// a list of names is what the shield is for.
func (f finder) Find(ctx context.Context, query string, limit int) []shell.Item {
	hits, err := f.app.lib.Search(query, 5*limit)
	if err != nil || ctx.Err() != nil {
		return nil
	}
	byGroup := map[workshop.Kind][]shell.Item{}
	order := []workshop.Kind{workshop.KindCharter, workshop.KindAction, workshop.KindPerson, workshop.KindCard, workshop.KindGoal,
		workshop.KindMeasure, workshop.KindCommitment, workshop.KindReview, workshop.KindStep}
	for _, h := range hits {
		g, known := groups[h.Kind]
		if !known || h.Kind == workshop.KindStakeholder || h.Kind == workshop.KindPerson && f.app.shield.hidden() {
			continue
		}
		title := h.Title
		if title == "" {
			title = strings.TrimSpace(h.Snippet)
		}
		detail := h.WorkshopTitle
		if h.Kind == workshop.KindCharter {
			detail = ""
		}
		byGroup[h.Kind] = append(byGroup[h.Kind], shell.Item{Title: title, Detail: detail, Icon: g.icon, Group: g.title, Open: func() { f.app.open(h.Workshop, h.ID, h.Kind) }})
	}
	var out []shell.Item
	for _, k := range order {
		out = append(out, byGroup[k][:min(len(byGroup[k]), limit)]...)
	}
	return out
}

// open goes to a record in its workshop.
func (a *App) open(in, id workshop.ID, k workshop.Kind) {
	a.OpenWorkshop(in)
	o := a.rooms[in]
	if o == nil {
		return
	}
	a.show(o, id, k)
}

// show goes to a record of the room in front.
func (a *App) show(o *opened, id workshop.ID, k workshop.Kind) {
	switch k {
	case workshop.KindAction:
		if o.page.GoToBoard("actions") && o.actions != nil {
			o.actions.Select(id)
		}
	case workshop.KindPerson:
		if o.page.GoToBoard("people") && o.people != nil {
			o.people.Select(id)
		}
	case workshop.KindStep:
		o.page.GoToStep(id)
	case workshop.KindCard:
		if step := a.stepOf(o, id); step != "" {
			o.page.GoToStep(step)
			o.page.GoToCard(id)
		}
	case workshop.KindGoal, workshop.KindMeasure, workshop.KindCommitment, workshop.KindReview:
		o.page.GoToPart(string(k)+"s", string(id))
	}
}

// stepOf is the first step that works on the canvas of a card, "" when none
// does.
func (a *App) stepOf(o *opened, card workshop.ID) workshop.ID {
	var found workshop.ID
	o.session.Read(func(w *workshop.Workshop) {
		c := workshop.Find[workshop.Card](w, card)
		t, ok := a.config.Templates.At(w.Charter().Template, w.Charter().TemplateVersion)
		if c == nil || !ok {
			return
		}
		for _, s := range workshop.All[workshop.Step](w) {
			if step, ok := t.Step(s.TemplateStep); ok && found == "" && slices.Contains(step.Canvases, c.Canvas) {
				found = s.ID
			}
		}
	})
	return found
}
