package exchange

import (
	"slices"

	"nemawashi.app/workshop"
)

// Places are the workshops that the copies speak of: those that are here, in
// the order of the files, and those that are not.
func Places(copies []*Copy, here func(workshop.ID) bool) (ids []workshop.ID, away []Place) {
	for _, c := range copies {
		for _, p := range c.Places {
			switch {
			case here(p.Workshop):
				if !slices.Contains(ids, p.Workshop) {
					ids = append(ids, p.Workshop)
				}
			case !slices.ContainsFunc(away, func(o Place) bool { return o.Workshop == p.Workshop }):
				away = append(away, p)
			}
		}
	}
	return ids, away
}

// Changed counts the rows of a workshop that somebody changed or added.
func Changed(copies []*Copy, in workshop.ID) int {
	n := 0
	for _, c := range copies {
		for _, r := range c.Rows {
			if r.Workshop == in {
				n++
			}
		}
	}
	return n
}

// Say is an offer as people say it: names for people, and otherwise the value
// as the record holds it.
func (o *Offer) Say() any {
	if len(o.People) > 0 {
		var names []string
		for _, w := range o.People {
			names = append(names, w.Name)
		}
		if len(names) == 1 {
			return names[0]
		}
		return names
	}
	return o.Value
}
