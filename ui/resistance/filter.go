package resistance

import (
	"slices"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// filter says who is looked at.
type filter struct {
	kind    int    // everybody, people, groups
	unit    string // "" is all
	band    resist.Band
	cause   string
	flagged bool // only those who want attention
	retired bool // instead of the others
}

// The kinds of a filter.
const (
	everybody = iota
	peopleOnly
	groupsOnly
)

// on says whether the filter leaves anybody out beyond the bar above the map.
func (f filter) on() bool { return f.band != "" || f.cause != "" || f.flagged || f.retired }

func (f filter) takes(m *model, s *stake) bool {
	switch {
	case s.now.Retired != f.retired,
		f.kind == peopleOnly && s.group(),
		f.kind == groupsOnly && !s.group(),
		f.unit != "" && m.unit(s) != f.unit,
		f.band != "" && (!s.entry.Rated || s.entry.Band != f.band),
		f.cause != "" && s.now.Cause != f.cause,
		f.flagged && len(marks(s.entry, m.day())) == 0:
		return false
	}
	return true
}

// row is a line of the list: somebody, or a heading.
type row struct {
	id      workshop.ID
	heading string
}

// rows lists who is looked at: the rated by priority, then those nobody has rated.
func (m *model) rows(f filter) []row {
	var rated, unrated []row
	for _, id := range m.ranked(f.retired) {
		s := m.stakes[id]
		switch {
		case !f.takes(m, s):
		case s.entry.Rated:
			rated = append(rated, row{id: id})
		default:
			unrated = append(unrated, row{id: id})
		}
	}
	if len(unrated) == 0 {
		return rated
	}
	return append(append(rated, row{heading: "Not rated yet"}), unrated...)
}

// ranked lists stakeholders by priority, or those who are retired by age.
func (m *model) ranked(retired bool) []workshop.ID {
	if retired {
		return slices.DeleteFunc(slices.Clone(m.age), func(id workshop.ID) bool { return !m.stakes[id].now.Retired })
	}
	ids := make([]workshop.ID, len(m.report.Stakeholders))
	for i, e := range m.report.Stakeholders {
		ids[i] = e.ID
	}
	return ids
}
