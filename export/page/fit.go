package page

import (
	"maps"
	"slices"
)

// Fit keeps a part of the document on one page. Make is asked for the part with fewer and fewer of something, from
// Most down to Least, until it is no higher than a page; the part with Least is taken however high it is.
type Fit struct {
	Most, Least int
	Make        func(n int) []Block
}

func (b Fit) strips(c *composer, width float64) []*strip {
	entries, noted := len(c.entries), c.gaps.copy()
	for n := b.Most; ; n-- {
		// What was tried and found too high leaves no trace in the contents and in the report of gaps.
		c.entries, c.gaps = c.entries[:entries], noted.copy()
		parts := c.inside(b.Make(n), width)
		if n <= b.Least || stack(parts).height <= c.height+slack {
			return parts
		}
	}
}

func (g gaps) copy() gaps { return gaps{list: slices.Clone(g.list), index: maps.Clone(g.index)} }
