package workshop

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// WithheldName stands where a name was that the audience may not read.
const WithheldName = "[name withheld]"

// redactor decides, for one audience, what of each record may be seen.
type redactor struct {
	audience     Audience
	confidential func(canvas, cell string) bool
	hidden       map[ID]*Person // people who are only stakeholders
	mapped       map[ID]bool    // ids of stakeholder records
	secret       names
	own          map[ID]*names // of the person behind an entry of the map, in that entry only
	but          *Subject      // who may read about herself; nil for nobody
	withheld     []Withheld
}

func newRedactor(w *Workshop, a Audience, confidential func(string, string) bool) *redactor {
	r := &redactor{audience: a, confidential: confidential, hidden: map[ID]*Person{}, mapped: map[ID]bool{}, own: map[ID]*names{}}
	public := publicPeople(w)
	for _, s := range All[Stakeholder](w) {
		r.mapped[s.ID] = true
		p := Find[Person](w, s.Person)
		switch {
		case p == nil:
		case !public[p.ID]:
			r.hidden[p.ID] = p
		case a == Facilitator:
			// The name may stand anywhere but beside its own ratings.
			r.own[s.ID] = &names{}
			r.own[s.ID].learn(p.Name, s.Code, nil)
		}
	}
	r.learnAll(w)
	return r
}

// publicPeople are those whose name may stand in every audience: who owns,
// sponsors, facilitates, helps, confirms, or takes part.
func publicPeople(w *Workshop) map[ID]bool {
	out := map[ID]bool{}
	for _, k := range Kinds {
		if k == KindStakeholder {
			continue
		}
		for _, r := range w.list(k) {
			v := reflect.ValueOf(r).Elem()
			for _, f := range Fields(k) {
				switch x := v.Field(f.index).Interface().(type) {
				case ID:
					if f.Type == TypePerson {
						out[x] = true
					}
				case []ID:
					for _, id := range x {
						out[id] = true
					}
				}
			}
			if p, ok := r.(*Person); ok && p.Team {
				out[p.ID] = true
			}
		}
	}
	return out
}

// learnAll collects what must not be read: the names of people who are only
// stakeholders, and for sponsor and team the code names too.
func (r *redactor) learnAll(w *Workshop) {
	shared := map[string]bool{}
	for _, p := range All[Person](w) {
		if r.hidden[p.ID] == nil {
			words := nameWords(p.Name)
			shared[strings.Join(words, " ")] = true
			for _, part := range words {
				shared[part] = true
			}
		}
	}
	code := func(c string) {
		if !r.coded() && !shared[fold(c)] {
			r.secret.addWritten(c, WithheldName)
		}
	}
	people := make([]*Person, 0, len(r.hidden))
	for _, p := range r.hidden {
		people = append(people, p)
	}
	slices.SortFunc(people, func(a, b *Person) int { return cmp.Compare(a.ID, b.ID) })
	for _, p := range people {
		r.secret.learn(p.Name, r.instead(p.Code), shared)
		if mail := nameWords(p.Email); len(mail) > 1 {
			r.secret.add(mail, WithheldName)
		}
		code(p.Code)
	}
	for _, s := range All[Stakeholder](w) {
		if r.but != nil && slices.Contains(r.but.Entries, s.ID) {
			continue
		}
		if s.Person == "" && s.Size <= 1 {
			r.secret.learnEntry(s.Name, r.instead(s.Code), shared)
		}
		code(s.Code)
	}
}

// coded says that the audience knows people who are only stakeholders by their
// code names.
func (r *redactor) coded() bool { return r.audience == Facilitator || r.audience == Projector }

func (r *redactor) instead(code string) string {
	if r.coded() && code != "" {
		return code
	}
	return WithheldName
}

// shows says whether the audience sees records of the kind at all.
func (r *redactor) shows(k Kind) bool {
	if k == KindVoting || k == KindVote || k == KindReturn {
		return false // a view has the tally alone, and no use for what was decided of files
	}
	return r.audience == Facilitator || k != KindStakeholder && k != KindResponse
}

// redact takes out of a copy what the audience may not see; nil when nothing
// of the record may be seen.
func (r *redactor) redact(rec Record) Record {
	switch x := rec.(type) {
	case *Person:
		if r.hidden[x.ID] != nil {
			if !r.coded() {
				return nil
			}
			x.Name, x.Email = r.instead(x.Code), ""
			return x
		}
		// A code name beside a name would tell whose ratings are whose.
		x.Code, x.Email = "", ""
	case *Stakeholder:
		x.Person = ""
		if x.Size <= 1 {
			x.Name = ""
		}
	}
	if r.audience != Facilitator {
		r.blankFields(rec)
	}
	eachText(rec, func(field string, s *string) {
		if field != "code" { // what a code name says was given by the app
			r.clean(rec, field, s)
		}
	})
	return rec
}

// blankFields empties what is confidential and what points to somebody, or to
// an entry of the map, that the audience may not know of.
func (r *redactor) blankFields(rec Record) {
	v := reflect.ValueOf(rec).Elem()
	for _, f := range Fields(rec.Kind()) {
		fv := v.Field(f.index)
		if fv.IsZero() {
			continue
		}
		if f.Confidential {
			fv.SetZero()
			r.note(rec, f.Name, "confidential")
			continue
		}
		if f.Type == TypeRef && r.mapped[ID(fv.String())] {
			fv.SetZero()
			r.note(rec, f.Name, "confidential source")
		}
	}
	if c, ok := rec.(*Card); ok {
		r.blankCells(c)
	}
}

func (r *redactor) blankCells(c *Card) {
	for cell, value := range c.Cells {
		s, _ := value.(string)
		switch {
		case r.confidential != nil && r.confidential(c.Canvas, cell):
			delete(c.Cells, cell)
			r.note(c, "cells."+cell, "confidential")
		case r.hidden[ID(s)] != nil && !r.coded(), r.mapped[ID(s)]:
			delete(c.Cells, cell)
			r.note(c, "cells."+cell, "name of a stakeholder")
		default:
			if _, found := r.secret.replace(cell); found {
				delete(c.Cells, cell)
				r.note(c, "cells", "name of a stakeholder")
			}
		}
	}
}

func (r *redactor) note(rec Record, field, reason string) {
	r.withheld = append(r.withheld, Withheld{Kind: rec.Kind(), ID: IDOf(rec), Field: field, Reason: reason})
}

// clean replaces every secret name in a text.
func (r *redactor) clean(rec Record, field string, s *string) {
	text, found := r.secret.replace(*s)
	if own := r.own[IDOf(rec)]; own != nil {
		next, also := own.replace(text)
		text, found = next, found || also
	}
	if found {
		*s = text
		r.note(rec, field, "name of a stakeholder")
	}
}
