package exchange

import (
	"slices"

	"nemawashi.app/workshop"
)

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
	o, reason := p.offer(it.copy, it.row, e)
	if reason != "" {
		return reason
	}
	if err := p.fits(it, &o); err != nil {
		return err.Error()
	}
	at := place{it.Action, it.Field}
	p.cells[at] = slices.DeleteFunc(p.cells[at], func(s said) bool { return s.copy == it.copy && s.row.Line == it.row.Line })
	p.cells[at] = append(p.cells[at], said{it.copy, it.row, e})
	p.Items = slices.DeleteFunc(p.Items, func(x *Item) bool { return x == it })
	if next := p.replan(at); next != nil { // nil: what the app has
		// Typed just now, by whoever decides.
		next.Chosen = slices.IndexFunc(next.Offers, func(x Offer) bool { return x.key() == o.key() })
	}
	return ""
}

// Choose decides an item: KeepApp, or the number of an offer. Saying that a new
// row is a likely action lists what the row says of it, value by value, each to
// be chosen; anything else takes that back.
func (p *Plan) Choose(it *Item, offer int) {
	if it.Kind == Problem {
		return
	}
	was := it.Chosen
	it.Chosen = offer
	if it.Kind != New || it.Likely == "" || (was == 1) == (offer == 1) {
		return
	}
	row := it.row
	row.Action, row.Guessed = it.Likely, true
	for _, e := range it.row.Edits {
		if e.Value.Problem != "" {
			continue // it is listed as a problem already
		}
		at := place{it.Likely, e.Field}
		if offer == 1 {
			if _, reason := p.offer(it.copy, row, e); reason == "" {
				p.cells[at] = append(p.cells[at], said{it.copy, row, e})
			}
		} else {
			p.cells[at] = slices.DeleteFunc(p.cells[at], func(s said) bool { return s.copy == it.copy && s.row.Line == row.Line })
		}
		p.replan(at)
	}
}

// likely is the action whose title has most words in common with that of a row
// that may be any, as long as it has more than half of them and no other row of
// the copy has it. Of equals it is the one with the lowest number.
func (p *Plan) likely(c *Copy, r Row) *workshop.Action {
	var best *workshop.Action
	most := 0.5
	words := wordsOf(r.Title)
	for _, a := range p.actions {
		if c.Seen[a.ID] || p.taken[c][a.ID] {
			continue
		}
		score := alike(words, wordsOf(a.Title))
		if score > most || score == most && best != nil && a.Number < best.Number {
			best, most = a, score
		}
	}
	return best
}

// alike is the share of words that two titles have in common, 0 to 1.
func alike(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	left := slices.Clone(b)
	common := 0
	for _, w := range a {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
