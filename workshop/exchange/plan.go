package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"nemawashi.app/workshop"
)

// Kind is what an item of a plan asks for.
type Kind int

// The kinds, in the order in which they are shown.
const (
	Conflict Kind = iota // changed on both sides, or by two copies: somebody has to choose
	Problem              // cannot be used as it is
	New                  // a row that becomes an action
	Ready                // changed in the spreadsheet only
)

// What is chosen for an item, instead of the number of an offer.
const (
	Undecided = -2
	KeepApp   = -1 // of a new row: leave it out
)

// Offer is a value that one or several copies have.
type Offer struct {
	Copies []*Copy
	Cell   string // in the first of them
	Text   string // as people see it there
	Value  json.RawMessage
	People []Who // in fields of people, instead of Value
	keep   []workshop.ID
}

// Who is somebody named in a copy: a person of the workshop, or somebody new.
type Who struct {
	ID   workshop.ID // "" for somebody new
	Name string
}

// Item is one value of one action, or one new row.
type Item struct {
	Kind   Kind
	Action workshop.ID // of a new row the id that it gets
	Number int         // 0 for a new row
	Title  string
	Field  string // "" for a whole row
	Base   json.RawMessage
	App    json.RawMessage
	Offers []Offer
	Reason string // of a problem, and of a choice that is not about two values
	Chosen int
	Filled []Filled // what a new row says

	copy *Copy // the last that says something of it
	row  Row
	edit Edit
}

// Filled is one value of a new row.
type Filled struct {
	Field string
	Offer
}

// Plan is what several copies change in one workshop.
type Plan struct {
	Workshop workshop.ID
	Copies   []*Copy
	Items    []*Item
	Read     int // rows of all copies
	Touched  int // actions with an item

	people  *people
	claims  map[*Copy][]workshop.ID // actions that new rows of a copy turned out to be
	actions map[workshop.ID]*workshop.Action
}

// NewPlan plans what the copies change in a workshop. It reads the workshop and
// keeps nothing of it but records.
func NewPlan(w *workshop.Workshop, copies ...*Copy) *Plan {
	p := &Plan{Workshop: w.ID, Copies: slices.Clone(copies), people: newPeople(workshop.All[workshop.Person](w)), actions: map[workshop.ID]*workshop.Action{}}
	slices.SortStableFunc(p.Copies, func(a, b *Copy) int {
		return cmp.Or(a.Made.Compare(b.Made), cmp.Compare(a.Export, b.Export), cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Name, b.Name))
	})
	p.Copies = slices.CompactFunc(p.Copies, func(a, b *Copy) bool { return a.Hash != "" && a.Hash == b.Hash })
	for _, a := range workshop.All[workshop.Action](w) {
		p.actions[a.ID] = a
	}
	cells := map[place][]said{}
	var order []place
	for _, c := range p.Copies {
		p.Read += c.Read
		for _, r := range c.Rows {
			switch {
			case r.Workshop != w.ID:
			case r.Action == "" || r.Problem != "":
				p.added(w, c, r)
			default:
				for _, e := range r.Edits {
					if p.impossible(c, r, e) {
						continue
					}
					at := place{r.Action, e.Field}
					if cells[at] == nil {
						order = append(order, at)
					}
					cells[at] = append(cells[at], said{c, r, e})
				}
			}
		}
	}
	for _, at := range order {
		if it := p.merged(at, cells[at]); it != nil {
			p.Items = append(p.Items, it)
		}
	}
	p.ruled()
	p.sort()
	return p
}

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

// offer finds the people that an edit names. The reason says why it cannot.
func (p *Plan) offer(c *Copy, r Row, e Edit) (Offer, string) {
	o := Offer{Copies: []*Copy{c}, Cell: e.Cell, Text: e.Text, Value: e.Value.JSON, keep: e.Value.Keep}
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
func (p *Plan) merged(at place, all []said) *Item {
	a := p.actions[at.action]
	it := &Item{Kind: Ready, Action: a.ID, Number: a.Number, Title: a.Title, Field: at.field, App: workshop.Value(a, at.field)}
	several := isPeople(at.field)
	clean := false
	for _, s := range all {
		it.Base, it.copy, it.row, it.edit = s.edit.Base, s.copy, s.row, s.edit
		o, _ := p.offer(s.copy, s.row, s.edit)
		if o.says(it.App, several) {
			continue
		}
		clean = clean || bytes.Equal(s.edit.Base, it.App) && !s.row.Guessed
		if s.row.Guessed {
			it.Reason = fmt.Sprintf("row %d has no number; its title is that of %s", s.row.Line, a.Label())
		}
		i := slices.IndexFunc(it.Offers, func(x Offer) bool { return x.key() == o.key() })
		if i < 0 {
			it.Offers = append(it.Offers, o)
		} else if !slices.Contains(it.Offers[i].Copies, s.copy) {
			it.Offers[i].Copies = append(it.Offers[i].Copies, s.copy)
		}
	}
	switch {
	case len(it.Offers) == 0:
		return nil
	case len(it.Offers) > 1 || !clean:
		it.Kind, it.Chosen = Conflict, Undecided
	}
	return it
}

// sort puts items into the order in which people read them.
func (p *Plan) sort() {
	rank := map[string]int{}
	for i, f := range workshop.Fields(workshop.KindAction) {
		rank[f.Name] = i
	}
	slices.SortStableFunc(p.Items, func(a, b *Item) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Number, b.Number), cmp.Compare(a.row.Line, b.row.Line), cmp.Compare(a.Action, b.Action), cmp.Compare(rank[a.Field], rank[b.Field]))
	})
	touched := map[workshop.ID]bool{}
	for _, it := range p.Items {
		touched[it.Action] = true
	}
	p.Touched = len(touched)
}

// Of lists the items of a kind.
func (p *Plan) Of(k Kind) []*Item {
	var out []*Item
	for _, it := range p.Items {
		if it.Kind == k {
			out = append(out, it)
		}
	}
	return out
}

// Open counts the items for which nobody has chosen yet.
func (p *Plan) Open() int {
	n := 0
	for _, it := range p.Items {
		if it.Chosen == Undecided {
			n++
		}
	}
	return n
}

// Correctable says whether typing something else into the cell would mend it.
func (it *Item) Correctable() bool {
	return it.Kind == Problem && it.Field != "" && it.Number > 0 && it.row.Twin == 0
}

// Correct takes what somebody typed instead of a cell's value. It says why
// that cannot be taken either, or "" once the item has become another.
func (p *Plan) Correct(it *Item, text string) string {
	if !it.Correctable() {
		return "this cannot be mended by another value"
	}
	e := it.edit
	e.Text, e.Value = text, ReadText(e.Field, text, it.copy.context(it.row.Workshop))
	if e.Value.Problem != "" {
		return e.Value.Problem
	}
	if _, reason := p.offer(it.copy, it.row, e); reason != "" {
		return reason
	}
	next := p.merged(place{it.Action, it.Field}, []said{{it.copy, it.row, e}})
	if next == nil { // what the app has
		p.Items = slices.DeleteFunc(p.Items, func(x *Item) bool { return x == it })
		return ""
	}
	if len(next.Offers) == 1 {
		next.Chosen = 0 // typed just now, by whoever decides
	}
	*it = *next
	p.ruled()
	p.sort()
	if it.Kind == Problem {
		return it.Reason
	}
	return ""
}
