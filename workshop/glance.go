package workshop

import "slices"

// Part names what of a workshop a view is to hold. The charter, the people and
// the steps are always in it.
type Part struct {
	Kinds    []Kind
	Canvases []string // the cards of these canvases
	Draft    *Draft   // what is being typed; nil for nothing
}

func (p Part) has(r Record) bool {
	switch k := r.Kind(); k {
	case KindCharter, KindPerson, KindStep:
		return true
	case KindCard:
		return slices.Contains(p.Canvases, r.(*Card).Canvas) || slices.Contains(p.Kinds, k)
	default:
		return slices.Contains(p.Kinds, k)
	}
}

// Glance is View for a part of the workshop. What is in it is the same, record
// by record; ratings and what may be said of the map are not. It costs what the
// part costs, and a look at every record for who may be named: nothing is kept
// from one call to the next that could have become wrong.
func (w *Workshop) Glance(a Audience, p Part, confidential func(canvas, cell string) bool) *View {
	v, _ := w.seen(a, confidential, p.has, p.Draft)
	return v
}
