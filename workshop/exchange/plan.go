package exchange

import (
	"cmp"
	"encoding/json"
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
	Settled              // decided when this file, or another of the same export, came back before
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
	marks  []string // under which the decision about it is remembered
	old    bool     // it was decided before
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
	// Likely is the action that a new row may be, since nothing in the file
	// tells; the second offer stands for it. Its values are then listed one by one.
	Likely workshop.ID

	copy *Copy // the last that says something of it
	row  Row
	edit Edit
	// ruled says that it is a problem for what else is said of the action.
	ruled bool
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
	refs    *refs
	settled map[string]bool
	agreed  []string // marks of values that the app has already
	cells   map[place][]said
	equal   map[string]int                 // rows of a copy that say the same, by copy and what they say
	claims  map[*Copy][]workshop.ID        // actions that new rows of a copy turned out to be
	taken   map[*Copy]map[workshop.ID]bool // actions that lost rows of a copy are likely to be
	actions map[workshop.ID]*workshop.Action
}

// NewPlan plans what the copies change in a workshop. It reads the workshop and
// keeps nothing of it but records.
func NewPlan(w *workshop.Workshop, copies ...*Copy) *Plan {
	p := &Plan{Workshop: w.ID, Copies: slices.Clone(copies), people: newPeople(workshop.All[workshop.Person](w)), actions: map[workshop.ID]*workshop.Action{},
		settled: marksOf(w), cells: map[place][]said{}, equal: map[string]int{}, taken: map[*Copy]map[workshop.ID]bool{}}
	slices.SortStableFunc(p.Copies, func(a, b *Copy) int {
		return cmp.Or(a.Made.Compare(b.Made), cmp.Compare(a.Export, b.Export), cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Name, b.Name))
	})
	p.Copies = slices.CompactFunc(p.Copies, func(a, b *Copy) bool { return a.Hash != "" && a.Hash == b.Hash })
	for _, a := range workshop.All[workshop.Action](w) {
		p.actions[a.ID] = a
	}
	p.refs = newRefs(w, p.Copies)
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
					if p.cells[at] == nil {
						order = append(order, at)
					}
					p.cells[at] = append(p.cells[at], said{c, r, e})
				}
			}
		}
	}
	for _, at := range order {
		if it := p.merged(at); it != nil {
			p.Items = append(p.Items, it)
		}
	}
	p.ruled()
	p.sort()
	return p
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
