package exchange

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"nemawashi.app/workshop"
)

// added plans a row that no action of the export belongs to.
func (p *Plan) added(w *workshop.Workshop, c *Copy, r Row) {
	it := &Item{Kind: New, Title: r.Title, copy: c, row: r, Offers: []Offer{{Copies: []*Copy{c}, Cell: fmt.Sprintf("row %d", r.Line), Text: r.Title}}}
	reason := r.Problem
	var problems []*Item
	titled := false
	var said []string
	for _, e := range r.Edits {
		if e.Value.Problem == "" && reason == "" {
			o, why := p.offer(c, r, e)
			if why == "" {
				titled = titled || e.Field == "title"
				it.Filled = append(it.Filled, Filled{e.Field, o})
				said = append(said, e.says())
				continue
			}
			e.Value.Problem = why
		}
		problems = append(problems, p.problem(c, r, e, cmp.Or(reason, e.Value.Problem)))
	}
	if !titled {
		for _, f := range it.Filled {
			problems = append(problems, p.problem(c, r, Edit{Field: f.Field, Cell: f.Cell, Text: f.Text}, fmt.Sprintf("row %d says no action", r.Line)))
		}
		p.Items = append(p.Items, problems...)
		return
	}
	slices.Sort(said)
	content := c.Export + "\x00" + string(p.Workshop) + "\x00" + strings.Join(said, "\x00")
	known := false
	if it.Action, known = p.identify(w, c, content); known {
		// It came with an earlier copy. What is a problem was listed then, and is again.
		p.Items = append(p.Items, problems...)
		return
	}
	if rest, out, why := ruledRow(it.Filled); out != nil {
		it.Filled = rest
		problems = append(problems, p.problem(c, r, Edit{Field: out.Field, Cell: out.Cell, Text: out.Text}, why))
	}
	// Equal rows of a copy are told apart by their order.
	nth := fmt.Sprintf("%s\x00%s", c.Hash, content)
	m := mark(content, fmt.Sprint(p.equal[nth]))
	p.equal[nth]++
	it.Offers[0].marks, it.Offers[0].old = []string{m}, p.settled[m]
	if it.Offers[0].old {
		it.Kind, it.Chosen = Settled, KeepApp
		p.Items = append(append(p.Items, it), problems...)
		return
	}
	p.doubt(c, r, it)
	p.Items = append(append(p.Items, it), problems...)
}

// doubt says why somebody has to look at a new row before it is added.
func (p *Plan) doubt(c *Copy, r Row, it *Item) {
	like := Fold(r.Title)
	for _, a := range p.actions {
		if Fold(a.Title) == like && (it.Reason == "" || a.Label() < it.Reason) {
			it.Chosen, it.Reason = Undecided, a.Label()
		}
	}
	if it.Reason != "" {
		it.Reason += " has this title already"
	}
	for _, other := range p.Items {
		if other.Kind == New && Fold(other.Title) == like && it.Reason == "" {
			it.Chosen, it.Reason = Undecided, "another new row has this title"
		}
	}
	if c.Compared && it.Reason == "" {
		it.Chosen, it.Reason = Undecided, "of no known action"
	}
	if !r.Lost {
		return
	}
	if a := p.likely(c, r); a != nil {
		if p.taken[c] == nil {
			p.taken[c] = map[workshop.ID]bool{}
		}
		p.taken[c][a.ID] = true
		it.Chosen, it.Likely, it.Reason = Undecided, a.ID, "may be "+a.Label()+" "+a.Title
		it.Offers = append(it.Offers, Offer{Copies: []*Copy{c}, Cell: it.Offers[0].Cell, Text: a.Label(), marks: it.Offers[0].marks})
	}
}

// says is what a cell says, however it is written. Somebody new is somebody
// known when the row comes again, so names stay names.
func (e *Edit) says() string {
	words := []string{e.Field, string(e.Value.JSON), Fold(e.Value.Ref)}
	for _, name := range e.Value.Names {
		words = append(words, strings.Join(slices.Sorted(slices.Values(wordsOf(name))), " "))
	}
	return strings.Join(words, "\x00")
}

// identify gives a new row the id that follows from the export and from what
// the row says, so that the same row coming again is known. Equal rows of one
// copy are told apart by their order, and an id that was deleted is left.
func (p *Plan) identify(w *workshop.Workshop, c *Copy, content string) (workshop.ID, bool) {
	taken := func(id workshop.ID, here bool) bool {
		return slices.ContainsFunc(p.Items, func(x *Item) bool { return x.isRow() && x.Action == id && (x.copy == c) == here })
	}
	for n := 0; ; n++ {
		id := workshop.ID(uuid.NewHash(sha256.New(), uuid.NameSpaceOID, fmt.Appendf(nil, "%s\x00%d", content, n), 8).String())
		switch {
		case taken(id, true) || p.claimed(c, id):
		case taken(id, false) || w.Find(id) != nil: // another copy has the row too, or had it before
			p.claim(c, id)
			return id, true
		case !w.Knew(id):
			return id, false
		}
	}
}

// claimed says whether a row of the copy was found to be the action.
func (p *Plan) claimed(c *Copy, id workshop.ID) bool { return slices.Contains(p.claims[c], id) }

func (p *Plan) claim(c *Copy, id workshop.ID) {
	if p.claims == nil {
		p.claims = map[*Copy][]workshop.ID{}
	}
	p.claims[c] = append(p.claims[c], id)
}
