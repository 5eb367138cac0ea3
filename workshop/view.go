package workshop

import (
	"maps"
	"reflect"
	"slices"
)

// Audience is for whom something leaves the app.
type Audience string

// The audiences.
const (
	Sponsor     Audience = "sponsor"
	Team        Audience = "team"
	Facilitator Audience = "facilitator"
	// Projector is everybody in the room, who look at the wall while the
	// workshop goes on. They see what the team sees, but that somebody who is
	// only a stakeholder is there, under the code name; and nothing of the map.
	Projector Audience = "projector"
)

// Audiences lists those that something can be exported for, the most restricted first.
var Audiences = []Audience{Sponsor, Team, Facilitator}

// View is a workshop as an audience may see it. Everything in it is a copy,
// redaction has already happened, and what it lacks cannot leak.
//
// For sponsor and team there are no stakeholders, no responses, no
// confidential values and no code names, and the names of people who are only
// stakeholders are gone from every text. The facilitator sees judgements, but
// under code names.
type View struct {
	ID           ID
	Audience     Audience
	Charter      Charter
	People       []*Person
	Steps        []*Step // the agenda,
	Groups       []*Step // and the groups within its steps
	Cards        []*Card
	Stakeholders []*Stakeholder
	Actions      []*Action
	Goals        []*Goal
	Commitments  []*Commitment
	Measures     []*Measure
	Readings     []*Reading
	Reviews      []*Review
	Rounds       []*Round
	Responses    []*Response
	Photos       []*Photo
	Dots         map[ID]int // what cards got in votings that are closed
	Resistance   Resistance
	Ratings      map[ID][]Rating // by stakeholder, oldest first; facilitator only
	Updates      map[ID][]Update // by action, oldest first; facilitator and team only
	Withheld     []Withheld      // what redaction took out, for the check before export
	people       map[ID]*Person
}

// Resistance is what may be said of the map without saying it of anybody.
type Resistance struct {
	Known     bool // at least SmallGroup people or groups are rated
	Coalition Coalition
	Themes    []Theme
}

// Theme is a cause and how many entries of the map name it. Causes named by
// fewer than SmallGroup are added up under "other".
type Theme struct {
	Cause string
	Count int
}

// SmallGroup is the least number of entries that may be counted together for
// somebody who may not see them singly.
const SmallGroup = 3

// Withheld is a place from which something was left out, and why.
type Withheld struct {
	Kind   Kind
	ID     ID
	Field  string
	Reason string
}

// Person finds somebody in the view, nil when the audience may not know them.
func (v *View) Person(id ID) *Person { return v.people[id] }

// Name is the person's name as the audience knows it, "" when it does not.
func (v *View) Name(id ID) string {
	if p := v.people[id]; p != nil {
		return p.Name
	}
	return ""
}

// View makes the view for an audience. An unknown audience gets what the most
// restricted one gets. confidential names cells of canvases that are judgements.
func (w *Workshop) View(a Audience, confidential func(canvas, cell string) bool) *View {
	v, r := w.seen(a, confidential, func(Record) bool { return true }, nil)
	v.Resistance = w.resistance(v.Audience)
	if v.Audience == Facilitator {
		v.Ratings = w.ratings()
	}
	if v.Audience == Facilitator || v.Audience == Team {
		v.Updates = w.updates(v.Actions, r)
		v.Withheld = r.withheld
	}
	return v
}

// seen is the one door of redaction: a view of the records that are asked for,
// and of nothing about them that the audience may not have.
func (w *Workshop) seen(a Audience, confidential func(canvas, cell string) bool, asked func(Record) bool, draft *Draft) (*View, *redactor) {
	if a != Facilitator && a != Team && a != Projector {
		a = Sponsor
	}
	r := newRedactor(w, a, confidential)
	v := &View{ID: w.ID, Audience: a, people: map[ID]*Person{}, Dots: w.Dots()}
	for _, k := range Kinds {
		if !r.shows(k) {
			continue
		}
		for _, rec := range draft.among(k, w.list(k)) {
			if !asked(rec) {
				continue
			}
			if out := r.redact(clone(rec)); out != nil {
				if draft.cut(out) {
					out = r.redact(out) // a word less, and another name may stand at the end
				}
				v.keep(out)
			}
		}
	}
	v.Withheld = r.withheld
	return v, r
}

func (v *View) keep(r Record) {
	switch x := r.(type) {
	case *Charter:
		v.Charter = *x
	case *Person:
		v.People = append(v.People, x)
		v.people[x.ID] = x
	case *Step:
		if x.Within != "" {
			v.Groups = append(v.Groups, x)
			return
		}
		v.Steps = append(v.Steps, x)
	case *Card:
		v.Cards = append(v.Cards, x)
	case *Stakeholder:
		v.Stakeholders = append(v.Stakeholders, x)
	case *Action:
		v.Actions = append(v.Actions, x)
	case *Goal:
		v.Goals = append(v.Goals, x)
	case *Commitment:
		v.Commitments = append(v.Commitments, x)
	case *Measure:
		v.Measures = append(v.Measures, x)
	case *Reading:
		v.Readings = append(v.Readings, x)
	case *Review:
		v.Reviews = append(v.Reviews, x)
	case *Round:
		v.Rounds = append(v.Rounds, x)
	case *Response:
		v.Responses = append(v.Responses, x)
	case *Photo:
		v.Photos = append(v.Photos, x)
	}
}

// resistance adds the map up. The team gets themes only, the sponsor the index
// too, both only from SmallGroup entries on: the index of one is a rating.
func (w *Workshop) resistance(a Audience) Resistance {
	if a == Projector {
		return Resistance{}
	}
	all := All[Stakeholder](w)
	var out Resistance
	counts := map[string]int{}
	for _, s := range all {
		if !s.Retired && s.Cause != "" {
			counts[s.Cause]++
		}
	}
	out.Themes = themes(counts, a)
	c := CoalitionOf(all)
	if a == Facilitator || c.Rated >= SmallGroup {
		out.Known = c.Rated > 0
	}
	if out.Known && a != Team {
		out.Coalition = c
	}
	return out
}

func themes(counts map[string]int, a Audience) []Theme {
	f, _ := FieldOf(KindStakeholder, "cause")
	var out []Theme
	other := 0
	for _, cause := range f.Choices {
		switch n := counts[cause]; {
		case n == 0:
		case a != Facilitator && n < SmallGroup:
			other += n
		default:
			out = append(out, Theme{Cause: cause, Count: n})
		}
	}
	slices.SortStableFunc(out, func(x, y Theme) int { return y.Count - x.Count })
	if other >= SmallGroup {
		out = append(out, Theme{Cause: "other", Count: other})
	}
	return out
}

// records gives every record of the view to f, for searching all its text.
func (v *View) records(f func(Record)) {
	f(&v.Charter)
	each(v.People, f)
	each(v.Steps, f)
	each(v.Groups, f)
	each(v.Cards, f)
	each(v.Stakeholders, f)
	each(v.Actions, f)
	each(v.Goals, f)
	each(v.Commitments, f)
	each(v.Measures, f)
	each(v.Readings, f)
	each(v.Reviews, f)
	each(v.Rounds, f)
	each(v.Responses, f)
	each(v.Photos, f)
}

func each[T any, P pointer[T]](list []P, f func(Record)) {
	for _, r := range list {
		f(r)
	}
}

// Texts gives f every text of the view with its place, to check before an
// export what a font cannot show.
func (v *View) Texts(f func(k Kind, id ID, field, text string)) {
	v.records(func(r Record) {
		eachText(r, func(field string, s *string) { f(r.Kind(), IDOf(r), field, *s) })
	})
}

// TextsOf gives f every text of a record with the name of its field
// ("cells.text" of a cell), for an index. Choices, times and ids are no texts.
func TextsOf(r Record, f func(field, text string)) {
	eachText(r, func(field string, s *string) { f(field, *s) })
}

// eachText gives f a pointer to every text of a record, to read or, in a copy,
// to replace. Nothing is written where f left the text alone. The order is the
// same each time, entries of a map by their keys: an index is compared with it.
func eachText(r Record, f func(field string, s *string)) {
	v := reflect.ValueOf(r).Elem()
	for _, field := range Fields(r.Kind()) {
		switch x := v.Field(field.index).Addr().Interface().(type) {
		case *string:
			if *x != "" && field.Type != TypeChoice && field.Type != TypeTime {
				f(field.Name, x)
			}
		case *[]string:
			for i := range *x {
				f(field.Name, &(*x)[i])
			}
		case *map[string]any:
			eachCell(field.Name, *x, f)
		case *map[string]Gate:
			for _, k := range keysOf(*x) {
				g := (*x)[k]
				before := g
				if f(field.Name+"."+k, &g.Evidence); g != before {
					(*x)[k] = g
				}
			}
		case *map[string]Answer:
			for _, k := range keysOf(*x) {
				a := (*x)[k]
				before := a
				if f(field.Name+"."+k, &a.Evidence); a != before {
					(*x)[k] = a
				}
			}
		}
	}
}

func eachCell(field string, cells map[string]any, f func(string, *string)) {
	for _, k := range keysOf(cells) {
		if s, ok := cells[k].(string); ok {
			if f(field+"."+k, &s); s != cells[k] {
				cells[k] = s
			}
		}
	}
}

func keysOf[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
