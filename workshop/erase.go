package workshop

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// Erased counts what went with a person, or would go.
type Erased struct {
	People    int      // records of the person
	Entries   int      // entries of the resistance map with every rating, evidence, response and contact
	Responses int      // answers about the person in self-assessments
	Promises  int      // personal commitments ("On Monday I will ...")
	Photos    int      // photos whose caption names the person
	Inherited int      // what somebody else takes over
	Orphaned  int      // what nobody owns now
	Votes     int      // dots that stay, as nobody's
	Cards     int      // cards that stay, without who wrote them
	Texts     int      // records in whose texts, or in whose past, the name stood
	Blobs     []string `json:"-"` // of the photos
}

// Any says whether there is anything at all.
func (e Erased) Any() bool {
	return e.People+e.Entries+e.Responses+e.Promises+e.Photos+e.Inherited+e.Orphaned+e.Votes+e.Cards+e.Texts > 0
}

// Scrub takes a name out of what a log of changes holds. The library runs it
// over the changes of the workshop that its batch belongs to.
type Scrub struct{ subject *Subject }

// Value is the value of a change without the name, and whether it was in it.
func (s *Scrub) Value(k Kind, field string, value json.RawMessage) (json.RawMessage, bool) {
	if isNull(value) {
		return value, false
	}
	r, err := New(k)
	if err != nil {
		return value, false
	}
	if field == "" {
		if r, err = decode(k, "", string(value)); err != nil {
			return value, false
		}
		if !s.record(r) {
			return value, false
		}
		var doc struct {
			ID ID `json:"id"`
		}
		if json.Unmarshal(value, &doc) == nil {
			r.base().ID = doc.ID
		}
		return document(r), true
	}
	if setRaw(r, field, value) != nil || !s.record(r) {
		return value, false
	}
	return rawValue(r, field), true
}

// Text is a text without the name, and whether it was in it.
func (s *Scrub) Text(text string) (string, bool) { return s.subject.Cut(text) }

// Names says whether the whole name is in a text.
func (s *Scrub) Names(text string) bool { return s.subject.Named(text) }

// coded are fields that hold keys of templates and files, in which a word that
// looks like a name is none.
var coded = map[string]bool{"canvas": true, "column": true, "template": true, "template_step": true, "questionnaire": true,
	"blob": true, "statements": true, "currency": true, "language": true, "code": true, "files": true, "settled": true, "hours": true}

// record takes the name out of the texts of a record, which is written to.
func (s *Scrub) record(r Record) bool {
	found := false
	eachText(r, func(field string, text *string) {
		if coded[field] {
			return
		}
		if out, hit := s.subject.Cut(*text); hit {
			*text, found = out, true
		}
	})
	return found
}

// Erase takes a person out of the workshop for good: the records of the person,
// every judgement about them with its history, and the name in every text and
// in what texts were before. Whatever they were still to do is given to heir, or
// is nobody's; what they did stays, without a name.
//
// It is not undone, and empties what could be undone, which would bring the name
// back. The log of the journal loses what was erased as well. A dry run changes
// nothing and says what would go.
func (s *Session) Erase(who *Subject, heir ID, dry bool) (Erased, error) {
	subs, event, out, err := s.erase(who, heir, dry)
	if err == nil && !dry {
		tell(subs, event)
	}
	return out, err
}

func (s *Session) erase(who *Subject, heir ID, dry bool) ([]func(Event), Event, Erased, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := &eraser{Edit: newEdit(s.w, s.host), who: who, heir: heir, gone: map[ID]bool{}}
	if s.journal == nil && !dry {
		return nil, Event{}, x.out, ErrReadOnly
	}
	if heir != "" && (who.Is(heir) || Find[Person](s.w, heir) == nil) {
		return nil, Event{}, x.out, fmt.Errorf("%w: nobody to take over", ErrNotFound)
	}
	for _, e := range s.w.entries {
		if err := e.load(); err != nil {
			return nil, Event{}, x.out, err
		}
	}
	if err := x.all(); err != nil {
		return nil, Event{}, x.out, err
	}
	scrub := &Scrub{subject: who}
	var stained []ID
	for _, id := range slices.Sorted(maps.Keys(s.w.entries)) {
		if e := s.w.entries[id]; !x.gone[id] && e.scrub(scrub, true) {
			stained = append(stained, id)
		}
	}
	x.out.Texts = len(stained)
	if dry {
		return nil, Event{}, x.out, nil
	}
	changes := x.changes()
	s.typing = false
	if err := s.prepare(changes); err != nil {
		return nil, Event{}, x.out, err
	}
	for i := range changes { // who did it may be who is erased
		changes[i].Author, _ = scrub.Text(changes[i].Author)
	}
	event := Event{Label: "Erase person"}
	touched := map[ID]bool{}
	for _, c := range changes {
		if err := s.w.take(c); err != nil {
			return nil, Event{}, x.out, err
		}
		touched[c.Record] = true
	}
	for _, id := range stained {
		s.w.entries[id].scrub(scrub, false)
		if err := s.w.entries[id].refresh(); err != nil {
			return nil, Event{}, x.out, err
		}
		touched[id] = true
	}
	clear(s.w.sorted)
	s.undo, s.redo = nil, nil
	batch := Batch{Workshop: s.w.ID, Changes: s.w.blanked(changes), Scrub: scrub, Drop: x.out.Blobs}
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		batch.Rows = append(batch.Rows, s.w.row(id))
		event.Touched = append(event.Touched, Touched{Kind: s.w.entries[id].kind, ID: id})
	}
	s.journal.Write(batch)
	return s.subscribers(), event, x.out, nil
}

// eraser is the edit that erases somebody. It reaches deleted records too.
type eraser struct {
	*Edit
	who  *Subject
	heir ID
	gone map[ID]bool
	out  Erased
}

func (x *eraser) all() error {
	ids := slices.Sorted(maps.Keys(x.w.entries))
	for _, id := range ids {
		r := x.w.entries[id].rec
		switch {
		case r == nil:
		case slices.Contains(x.who.People, id):
			x.out.People++
			x.erase(id)
		case slices.Contains(x.who.Entries, id):
			x.out.Entries++
			x.erase(id)
		case x.goesToo(r):
			x.erase(id)
		}
	}
	// Parts of what went, such as contacts of an entry.
	for again := true; again; {
		again = false
		for _, id := range ids {
			if r := x.w.entries[id].rec; r != nil && !x.gone[id] && x.partOfGone(r) {
				x.erase(id)
				again = true
			}
		}
	}
	for _, id := range ids {
		if e := x.w.entries[id]; e.alive() && !x.gone[id] {
			if err := x.release(e.rec); err != nil {
				return err
			}
		}
	}
	return nil
}

// goesToo says whether a record is about the person although it is not one of
// theirs, and counts it.
func (x *eraser) goesToo(r Record) bool {
	switch r := r.(type) {
	case *Response:
		if x.who.Is(ID(r.About)) || x.who.known(r.About) {
			x.out.Responses++
			return true
		}
	case *Commitment:
		if r.Personal && x.who.Is(r.Who) {
			x.out.Promises++
			return true
		}
	case *Photo:
		if x.who.Named(r.Caption) {
			x.out.Photos++
			x.out.Blobs = append(x.out.Blobs, r.Blob)
			return true
		}
	}
	return false
}

func (x *eraser) erase(id ID) {
	e := x.w.entries[id]
	x.gone[id] = true
	x.drafts[id] = &draft{kind: e.kind, before: e.rec, erased: true}
	x.order = append(x.order, id)
}

func (x *eraser) partOfGone(r Record) bool {
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		if f.Type == TypeRef && (f.Required || f.Part) && x.gone[ID(v.Field(f.index).String())] {
			return true
		}
	}
	return false
}

// inherits are the fields that say who is to do something still: somebody else
// may take that over. All others say who did something, which nobody else did.
var inherits = map[Kind]map[string]bool{
	KindCharter:     {"sponsor": true, "facilitators": true},
	KindAction:      {"owner": true},
	KindGoal:        {"owner": true},
	KindCommitment:  {"who": true},
	KindStakeholder: {"relationship_owner": true},
	KindCard:        {"cells": true},
}

// release takes what went out of a record that stays.
func (x *eraser) release(r Record) error {
	if !x.names(r) {
		return nil
	}
	r, err := x.modify(IDOf(r))
	if err != nil {
		return err
	}
	heir := x.heir
	if a, ok := r.(*Action); ok && a.Ended() {
		heir = ""
	}
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		to := ID("")
		if inherits[r.Kind()][f.Name] {
			to = heir
		}
		switch p := v.Field(f.index).Addr().Interface().(type) {
		case *ID:
			if x.gone[*p] {
				*p = x.moved(r, f, to)
			}
		case *[]ID:
			if at := slices.IndexFunc(*p, func(id ID) bool { return x.gone[id] }); at >= 0 {
				*p = slices.DeleteFunc(*p, func(id ID) bool { return x.gone[id] })
				if to = x.moved(r, f, to); to != "" && !slices.Contains(*p, to) {
					*p = slices.Insert(*p, at, to)
				}
			}
		case *map[string]any:
			for k, cell := range *p {
				id, ok := cell.(string)
				if !ok || !x.gone[ID(id)] {
					continue
				}
				if to := x.moved(r, f, to); to != "" && x.who.Is(ID(id)) {
					(*p)[k] = string(to)
				} else {
					delete(*p, k)
				}
			}
		}
	}
	return nil
}

// moved counts a field that named the person, and says who is in it now.
func (x *eraser) moved(r Record, f Field, to ID) ID {
	if f.Type == TypeRef {
		return "" // to an entry or a photo that went
	}
	switch r.(type) {
	case *Vote:
		x.out.Votes++
		return ""
	case *Card:
		if f.Type != TypeCells {
			x.out.Cards++
			return ""
		}
	}
	if to != "" {
		x.out.Inherited++
	} else {
		x.out.Orphaned++
	}
	return to
}

// names says whether a record points to something that went.
func (x *eraser) names(r Record) bool {
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		switch p := v.Field(f.index).Addr().Interface().(type) {
		case *ID:
			if x.gone[*p] {
				return true
			}
		case *[]ID:
			if slices.ContainsFunc(*p, func(id ID) bool { return x.gone[id] }) {
				return true
			}
		case *map[string]any:
			for _, cell := range *p {
				if id, ok := cell.(string); ok && x.gone[ID(id)] {
					return true
				}
			}
		}
	}
	return false
}

// scrub takes the name out of everything that is known of a record, or only
// says whether it is there. The causes must have been read.
func (e *entry) scrub(s *Scrub, look bool) bool {
	found := false
	value := func(field string, v *json.RawMessage) {
		if out, hit := s.Value(e.kind, field, *v); hit {
			found = true
			if !look {
				*v = out
			}
		}
	}
	author := func(a *string) {
		if out, hit := s.Text(*a); hit {
			found = true
			if !look {
				*a = out
			}
		}
	}
	for i := range e.causes.Births {
		b := &e.causes.Births[i]
		value("", &b.Doc)
		author(&b.Author)
		if !look {
			b.values = nil
		}
	}
	for name, f := range e.causes.Fields {
		for i := range f.Heads {
			value(name, &f.Heads[i].Value)
		}
	}
	for name, trail := range e.causes.Past {
		for i := range trail {
			value(name, &trail[i].Value)
			author(&trail[i].Author)
		}
	}
	return found
}
