package readout

import (
	"slices"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
)

// chapter is a part of the readout that can be left out.
type chapter struct {
	id   string
	unit string              // what is counted, "" where a count says nothing
	only []workshop.Audience // nil for all
	has  func(r *report) int // how much there is; 0 leaves the chapter out
	make func(r *report) []page.Block
}

// chapters in the order in which they are read: what was agreed, how it ran,
// what was found, who does what, how it goes on.
var chapters = []chapter{
	{id: "summary", has: always, make: (*report).summary},
	{id: "charter", has: always, make: (*report).charter},
	{id: "agenda", unit: "step", has: (*report).countSteps, make: (*report).agenda},
	{id: "canvases", unit: "canvas", has: (*report).countBoards, make: (*report).canvases},
	{id: "resistance", unit: "stakeholder", has: (*report).countResistance, make: (*report).resistance},
	{id: "assessment", unit: "response", has: (*report).countAssessed, make: (*report).assessment},
	{id: "goals", unit: "goal", has: (*report).countGoals, make: (*report).goals},
	{id: "commitments", unit: "commitment", has: (*report).countCommitments, make: (*report).commitments},
	{id: "measures", unit: "measure", has: (*report).countMeasures, make: (*report).measures},
	{id: "actions", unit: "action", has: (*report).countActions, make: (*report).register},
	{id: "owners", unit: "owner", has: (*report).countOwners, make: (*report).owners},
	{id: "timeline", unit: "dated", has: (*report).countDated, make: (*report).timeline},
	{id: "checks", unit: "rechecked", has: (*report).countChecks, make: (*report).checks},
	{id: "updates", unit: "update", only: []workshop.Audience{workshop.Team, workshop.Facilitator}, has: (*report).countUpdates, make: (*report).updates},
	{id: "reviews", unit: "review", has: (*report).countReviews, make: (*report).reviews},
	{id: "notes", unit: "note", only: []workshop.Audience{workshop.Team, workshop.Facilitator}, has: (*report).countNotes, make: (*report).notes},
	{id: "photos", unit: "photo", has: (*report).countPhotos, make: (*report).photos},
	{id: "signoff", only: []workshop.Audience{workshop.Sponsor}, has: always, make: (*report).signoff},
	{id: "key", unit: "name", only: []workshop.Audience{workshop.Facilitator}, has: (*report).countKey, make: (*report).key},
}

func always(*report) int { return 1 }

// meant says whether the chapter is for this audience.
func (c chapter) meant(r *report) bool {
	return c.only == nil || slices.Contains(c.only, workshop.Audience(r.audience()))
}

// in says whether the chapter has something to say to this audience.
func (c chapter) in(r *report) bool { return c.meant(r) && c.has(r) > 0 }

func (c chapter) blocks(r *report) []page.Block { return c.make(r) }

// Section is a part of the readout that can be chosen.
type Section struct {
	ID, Title string
	Has       bool   // it has content; without, it is not in the file whatever is chosen
	Count     int    // of what it is about: actions, canvases
	Note      string // the count in words: "40 actions"
}

// Sections lists what a readout for the view's audience can have, in the order of the file.
func Sections(in Input) []Section {
	r, err := open(in)
	if err != nil {
		return nil
	}
	var out []Section
	for _, c := range chapters {
		if !c.meant(r) || c.id == "key" && len(in.Names) == 0 {
			continue
		}
		s := Section{ID: c.id, Title: r.w.say("chapter." + c.id)}
		n := c.has(r)
		s.Has = n > 0
		if c.unit != "" && n > 0 {
			s.Count, s.Note = n, r.w.count(c.unit, n)
		}
		out = append(out, s)
	}
	return out
}
