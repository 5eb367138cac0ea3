// Package means puts what leaders promised (time, budget, people) beside what
// has come of it and what the actions ask for, per resource and per sponsor.
//
// Time is counted in hours, people in person-days, budget in minor units of the
// workshop's currency. Personal commitments ("On Monday I will ...") are no
// resource and are not counted. Commitments in units that cannot be added to
// the others are counted in Uncounted and nowhere else.
//
// What the actions ask for is that of all actions that are not dropped. It is
// asked of the sponsor who owns the goal that the action serves, or else the
// next goal above it that has an owner; what is asked of nobody so stands in
// the total only. The board of commitments, the strip above the actions, the
// readout and the register show these numbers. It returns no errors.
package means

import (
	"cmp"
	"slices"

	"nemawashi.app/workshop"
)

// Resource is one of the three that leaders can release.
type Resource int

// The resources, in the order in which they are shown.
const (
	Hours Resource = iota
	People
	Budget
)

// Resources lists them.
var Resources = []Resource{Hours, People, Budget}

// Amount is one resource.
type Amount struct {
	Promised, Delivered, Asked int64
	// Open was promised and has not been delivered; what one leader delivers beyond
	// the promise does not make up for another.
	Open int64
	// Late is the part of Open whose date of release has passed.
	Late int64
}

// Short is what the actions ask for beyond what was promised.
func (a Amount) Short() int64 { return max(0, a.Asked-a.Promised) }

// Missing is what the actions ask for beyond what has been delivered.
func (a Amount) Missing() int64 { return max(0, a.Asked-a.Delivered) }

// Kept is the part of the promise that was delivered, 0 to 1, and whether anything was promised.
func (a Amount) Kept() (float64, bool) {
	if a.Promised <= 0 {
		return 0, false
	}
	return float64(a.Promised-a.Open) / float64(a.Promised), true
}

// Line is all three resources, by Resource.
type Line [3]Amount

// Sponsor is what one leader promised, and what is asked of the leader's goals.
type Sponsor struct {
	Who workshop.ID // "" for promises by nobody in particular
	Line
}

// Report is what was promised, delivered and asked for.
type Report struct {
	Total     Line
	Sponsors  []Sponsor // who promised something or is asked for something, in the order of the commitments
	Uncounted int
	Personal  int // personal commitments
	Due       int // personal commitments whose check date has come and that have no evidence yet
}

// Promised says whether anything that counts was promised.
func (r Report) Promised() bool {
	return slices.ContainsFunc(r.Total[:], func(a Amount) bool { return a.Promised > 0 })
}

// Asked is what actions ask for.
type Asked struct{ Hours, People, Cost int64 }

// Input is what a report is made of.
type Input struct {
	Commitments []*workshop.Commitment
	Actions     []*workshop.Action
	Goals       []*workshop.Goal
	Currency    string
	Today       workshop.Date
}

// Of makes the report.
func Of(in Input) Report {
	var r Report
	for _, c := range in.Commitments {
		r.add(c, in)
	}
	owners := ownersOf(in.Goals)
	for _, a := range in.Actions {
		if a.Status == workshop.ActionDropped {
			continue
		}
		asked := [3]int64{int64(a.Hours), int64(a.People), int64(a.Cost)}
		for i, n := range asked {
			r.Total[i].Asked += n
		}
		if who := owners[a.Goal]; who != "" && asked != [3]int64{} {
			s := r.sponsor(who)
			for i, n := range asked {
				s.Line[i].Asked += n
			}
		}
	}
	return r
}

// Sum puts commitments beside what is asked for, without asking of whom.
func Sum(commitments []*workshop.Commitment, asked Asked, code string, today workshop.Date) Report {
	r := Of(Input{Commitments: commitments, Currency: code, Today: today})
	r.Total[Hours].Asked, r.Total[People].Asked, r.Total[Budget].Asked = asked.Hours, asked.People, asked.Cost
	return r
}

func (r *Report) add(c *workshop.Commitment, in Input) {
	if c.Personal {
		r.Personal++
		if c.CheckDate != "" && c.CheckDate <= in.Today && c.Evidence == "" {
			r.Due++
		}
		return
	}
	n, of := factor(c, in.Currency)
	switch {
	case of < 0:
		return
	case n == 0:
		r.Uncounted++
		return
	}
	promised, delivered := n*int64(c.Promised), n*int64(c.Delivered)
	a := Amount{Promised: promised, Delivered: delivered, Open: max(0, promised-delivered)}
	if c.ReleasedBy != "" && c.ReleasedBy < in.Today {
		a.Late = a.Open
	}
	r.Total[of].plus(a)
	r.sponsor(c.Who).Line[of].plus(a)
}

func (a *Amount) plus(b Amount) {
	a.Promised += b.Promised
	a.Delivered += b.Delivered
	a.Open += b.Open
	a.Late += b.Late
}

func (r *Report) sponsor(who workshop.ID) *Sponsor {
	for i := range r.Sponsors {
		if r.Sponsors[i].Who == who {
			return &r.Sponsors[i]
		}
	}
	r.Sponsors = append(r.Sponsors, Sponsor{Who: who})
	return &r.Sponsors[len(r.Sponsors)-1]
}

// ownersOf says who is asked for what serves a goal: its owner, or the owner of the next goal above.
func ownersOf(goals []*workshop.Goal) map[workshop.ID]workshop.ID {
	by := map[workshop.ID]*workshop.Goal{}
	for _, g := range goals {
		by[g.ID] = g
	}
	out := map[workshop.ID]workshop.ID{}
	for _, g := range goals {
		for at, steps := g, 0; at != nil && steps <= len(goals); at, steps = by[at.Parent], steps+1 {
			if at.Owner != "" {
				out[g.ID] = at.Owner
				break
			}
		}
	}
	return out
}

// Worst lists the sponsors by how much of what they promised is late and how much is asked of them beyond it, the resource with the largest
// part first; equal ones stay in their order.
func (r Report) Worst() []Sponsor {
	part := func(s Sponsor) float64 {
		worst := 0.0
		for i, a := range s.Line {
			if whole := max(r.Total[i].Promised, r.Total[i].Asked); whole > 0 {
				worst = max(worst, float64(a.Late+a.Short())/float64(whole))
			}
		}
		return worst
	}
	out := slices.Clone(r.Sponsors)
	slices.SortStableFunc(out, func(a, b Sponsor) int { return cmp.Compare(part(b), part(a)) })
	return out
}
