package exchange

import (
	"bytes"
	"fmt"
	"slices"

	"nemawashi.app/workshop"
)

// place is a field of an action, and said what a copy has there.
type place struct {
	action workshop.ID
	field  string
}

type said struct {
	copy *Copy
	row  Row
	edit Edit
}

// impossible lists an edit that cannot be merged.
func (p *Plan) impossible(c *Copy, r Row, e Edit) bool {
	a := p.actions[r.Action]
	reason := e.Value.Problem
	switch {
	case a == nil:
		reason = "the action was deleted in the app"
	case r.Twin != 0:
		reason = fmt.Sprintf("rows %d and %d both say that they are %s", min(r.Line, r.Twin), max(r.Line, r.Twin), a.Label())
	case reason == "":
		_, reason = p.offer(c, r, e)
	}
	if reason == "" {
		return false
	}
	p.Items = append(p.Items, p.problem(c, r, e, reason))
	return true
}

// problem is the item of an edit that cannot be taken.
func (p *Plan) problem(c *Copy, r Row, e Edit, reason string) *Item {
	it := &Item{Kind: Problem, Action: r.Action, Title: r.Title, Field: e.Field, Base: e.Base, Reason: reason, Chosen: KeepApp, copy: c, row: r, edit: e,
		Offers: []Offer{{Copies: []*Copy{c}, Cell: e.Cell, Text: e.Text}}}
	if a := p.actions[r.Action]; a != nil {
		it.Number, it.Title, it.App = a.Number, a.Title, workshop.Value(a, e.Field)
	}
	return it
}

// offer finds the people, the goal and the source that an edit names. The
// reason says why it cannot.
func (p *Plan) offer(c *Copy, r Row, e Edit) (Offer, string) {
	m := mark(c.Export, string(r.Action), e.says())
	o := Offer{Copies: []*Copy{c}, Cell: e.Cell, Text: e.Text, Value: e.Value.JSON, keep: e.Value.Keep, marks: []string{m}, old: p.settled[m]}
	if e.Value.Ref != "" {
		id, reason := p.refs.find(e.Field, e.Value.Ref, c.Place(r.Workshop))
		if reason != "" {
			return o, reason
		}
		o.Value = JSON(string(id))
	}
	for _, name := range e.Value.Names {
		who, reason := p.people.find(name, c.Place(r.Workshop))
		if reason != "" {
			return o, reason
		}
		o.People = append(o.People, who)
	}
	return o, ""
}

// merged is the item of one field, nil when the app has what the copies say.
// What was decided before does not ask again; a new value beside it does.
func (p *Plan) merged(at place) *Item {
	a := p.actions[at.action]
	it := &Item{Kind: Ready, Action: a.ID, Number: a.Number, Title: a.Title, Field: at.field, App: workshop.Value(a, at.field)}
	several := isPeople(at.field)
	clean, fresh := false, 0
	for _, s := range p.cells[at] {
		it.copy, it.row, it.edit = s.copy, s.row, s.edit
		o, _ := p.offer(s.copy, s.row, s.edit)
		if !s.copy.Compared && !s.row.Lost {
			it.Base = s.edit.Base
		}
		if o.says(it.App, several) {
			p.agreed = append(p.agreed, o.marks...)
			continue
		}
		clean = clean || bytes.Equal(s.edit.Base, it.App) && !s.row.Guessed && !s.copy.Compared
		switch {
		case s.row.Lost:
			it.Reason = fmt.Sprintf("row %d has no number; you said that it is %s", s.row.Line, a.Label())
		case s.row.Guessed:
			it.Reason = fmt.Sprintf("row %d has no number; its title is that of %s", s.row.Line, a.Label())
		case s.copy.Compared:
			it.Reason = "unknown at export"
		}
		i := slices.IndexFunc(it.Offers, func(x Offer) bool { return x.key() == o.key() })
		if i < 0 {
			it.Offers = append(it.Offers, o)
			continue
		}
		same := &it.Offers[i]
		same.old = same.old && o.old
		same.marks = append(same.marks, o.marks...)
		if !slices.Contains(same.Copies, s.copy) {
			same.Copies = append(same.Copies, s.copy)
		}
	}
	for i := range it.Offers {
		if !it.Offers[i].old {
			fresh++
		}
	}
	switch {
	case len(it.Offers) == 0:
		return nil
	case fresh == 0:
		it.Kind, it.Chosen = Settled, KeepApp
	case len(it.Offers) > 1 || !clean:
		it.Kind, it.Chosen = Conflict, Undecided
	}
	return it
}

// replan works out the item of a field anew, after a copy has said more or
// less of it.
func (p *Plan) replan(at place) *Item {
	p.Items = slices.DeleteFunc(p.Items, func(x *Item) bool {
		return x.Action == at.action && x.Field == at.field && x.Field != "" && (x.Kind != Problem || x.ruled) && x.Kind != New
	})
	next := p.merged(at)
	if next != nil {
		p.Items = append(p.Items, next)
	}
	p.sort()
	return next
}
