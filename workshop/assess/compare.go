package assess

import (
	"cmp"
	"math"
	"slices"
)

// What a leader's own view beside that of others may be called. The limit of
// one level is that of 360-degree practice.
const (
	BlindSpot      = "blind spot"      // own view more than one level above
	HiddenStrength = "hidden strength" // more than one level below
)

// Pair is the own view beside that of others, where both may be shown.
type Pair struct {
	ID     string
	Self   float64
	Others float64
	Gap    float64 // self minus others
	Kind   string  // BlindSpot, HiddenStrength or ""
}

// Pairs compares means of now, cell by cell, in the order of the first.
func Pairs(self, others []Cell) []Pair {
	var out []Pair
	for _, s := range self {
		o := find(others, s.ID)
		if o == nil || s.Now == nil || o.Now == nil {
			continue
		}
		p := Pair{ID: s.ID, Self: s.Now.Mean, Others: o.Now.Mean, Gap: s.Now.Mean - o.Now.Mean}
		switch {
		case p.Gap > 1+rounding:
			p.Kind = BlindSpot
		case p.Gap < -1-rounding:
			p.Kind = HiddenStrength
		}
		out = append(out, p)
	}
	return out
}

// Ranked is one gap in the order in which to talk about them.
type Ranked struct {
	Cell
	Weight float64 // the gap, twice where the answers are split
}

// Rank lists statements with a gap above zero, those where views are split
// counting twice; of equal ones in the order of the questionnaire.
func Rank(items []Cell) []Ranked {
	var out []Ranked
	for _, c := range items {
		if c.Gap == nil || *c.Gap <= rounding {
			continue
		}
		r := Ranked{Cell: c, Weight: *c.Gap}
		if c.Word == Split {
			r.Weight *= 2
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Ranked) int {
		if math.Abs(a.Weight-b.Weight) < rounding {
			return 0
		}
		return cmp.Compare(b.Weight, a.Weight)
	})
	return out
}
