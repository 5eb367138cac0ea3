package workshop

import (
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// WithheldName stands where a name was that the audience may not read.
const WithheldName = "[name withheld]"

// redactor decides, for one audience, what of each record may be seen.
type redactor struct {
	audience     Audience
	confidential func(canvas, cell string) bool
	hidden       map[ID]*Person // people who are only stakeholders
	mapped       map[ID]bool    // ids of stakeholder records
	names        []secretName   // the longest first
	withheld     []Withheld
}

// secretName is a name, or a part of one, and what stands in its place.
type secretName struct {
	key     string // folded first part
	length  int    // of the whole name
	pattern *regexp.Regexp
	instead string
}

func newRedactor(w *Workshop, a Audience, confidential func(string, string) bool) *redactor {
	r := &redactor{audience: a, confidential: confidential, hidden: map[ID]*Person{}, mapped: map[ID]bool{}}
	public := publicPeople(w)
	for _, s := range All[Stakeholder](w) {
		r.mapped[s.ID] = true
		if p := Find[Person](w, s.Person); p != nil && !public[p.ID] {
			r.hidden[p.ID] = p
		}
	}
	r.learnNames(w, public)
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

// learnNames collects what must not be read: full names in any case and with
// or without accents, also the other way round, and their parts where nobody
// who may be named shares them. Sponsor and team may not read code names either.
func (r *redactor) learnNames(w *Workshop, public map[ID]bool) {
	shared := map[string]bool{}
	for _, p := range All[Person](w) {
		if r.hidden[p.ID] == nil {
			for _, part := range nameParts(p.Name) {
				shared[part] = true
			}
		}
	}
	add := func(name, instead string) {
		parts := nameParts(norm.NFC.String(name))
		if len(parts) > 1 {
			parts = nameParts(bare(name))
		}
		if len(parts) > 0 && len([]rune(name)) >= 2 {
			r.names = append(r.names, secretName{
				key: folded(parts[0]), length: len(name), pattern: namePattern(name, parts), instead: instead,
			})
		}
	}
	learn := func(name, code string) {
		instead := WithheldName
		if r.audience == Facilitator {
			instead = code
		}
		add(name, instead)
		parts := nameParts(name)
		if len(parts) > 1 {
			last := parts[len(parts)-1]
			add(last+" "+strings.Join(parts[:len(parts)-1], " "), instead)
			add(last+", "+strings.Join(parts[:len(parts)-1], " "), instead)
		}
		for _, part := range parts {
			if !shared[part] && (len([]rune(part)) >= 3 || unspaced([]rune(part)[0])) {
				add(part, instead)
			}
		}
	}
	people := make([]*Person, 0, len(r.hidden))
	for _, p := range r.hidden {
		people = append(people, p)
	}
	sort.Slice(people, func(i, j int) bool { return people[i].ID < people[j].ID })
	for _, p := range people {
		learn(p.Name, p.Code)
		add(p.Email, WithheldName)
	}
	for _, s := range All[Stakeholder](w) {
		if s.Person == "" && s.Size <= 1 {
			learn(s.Name, s.Code) // one person, whose name stands on the map only
		}
		if r.audience != Facilitator {
			add(s.Code, WithheldName)
		}
	}
	slices.SortStableFunc(r.names, func(a, b secretName) int {
		return b.length - a.length
	})
}

func nameParts(name string) []string {
	return strings.FieldsFunc(name, func(c rune) bool { return unicode.IsSpace(c) || c == ',' })
}

// namePattern matches a full name of several parts in any case, with any
// accents and with an ending ("Maria Kellers"); a single part only as the
// whole word and as it is written, so that Mark is found and a mark is not.
// Scripts that write no spaces have no word to be whole.
func namePattern(name string, parts []string) *regexp.Regexp {
	first, _ := utf8.DecodeRuneInString(name)
	before, after := `(^|[^\pL\pM\pN])`, `($|[^\pL\pM\pN])`
	if unspaced(first) {
		before, after = `()`, `()`
	}
	if len(parts) == 1 {
		return regexp.MustCompile(before + regexp.QuoteMeta(norm.NFD.String(parts[0])) + after)
	}
	var b strings.Builder
	b.WriteString(`(?i)` + before)
	for i, part := range parts {
		if i > 0 {
			b.WriteString(`[\s,.\x{00A0}]+`)
		}
		for _, c := range part {
			b.WriteString(regexp.QuoteMeta(string(c)) + `\pM*`)
		}
	}
	b.WriteString(`()`)
	return regexp.MustCompile(b.String())
}

func unspaced(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// folded is the text without accents and in one case, to look quickly whether
// a name can be in it at all.
func folded(s string) string { return strings.ToLower(bare(s)) }

// bare is the text without accents.
func bare(s string) string {
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) < 0 {
		return s
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		return s
	}
	return out
}

// shows says whether the audience sees records of the kind at all.
func (r *redactor) shows(k Kind) bool {
	return r.audience == Facilitator || k != KindStakeholder && k != KindResponse
}

// redact takes out of a copy what the audience may not see; nil when nothing
// of the record may be seen.
func (r *redactor) redact(rec Record) Record {
	switch x := rec.(type) {
	case *Person:
		if r.hidden[x.ID] != nil {
			if r.audience != Facilitator {
				return nil
			}
			x.Name, x.Email = x.Code, ""
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
	eachText(rec, func(field string, s *string) { r.clean(rec, field, s) })
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
		case r.hidden[ID(s)] != nil, r.mapped[ID(s)]:
			delete(c.Cells, cell)
			r.note(c, "cells."+cell, "name of a stakeholder")
		}
	}
}

func (r *redactor) note(rec Record, field, reason string) {
	r.withheld = append(r.withheld, Withheld{Kind: rec.Kind(), ID: IDOf(rec), Field: field, Reason: reason})
}

// clean replaces every secret name in a text.
func (r *redactor) clean(rec Record, field string, s *string) {
	if *s == "" || len(r.names) == 0 {
		return
	}
	text, found := "", false
	quick := folded(*s)
	for _, n := range r.names {
		if !strings.Contains(quick, n.key) {
			continue
		}
		if text == "" {
			text = norm.NFD.String(*s)
		}
		// Twice, since two names side by side share the space between them.
		for range 2 {
			next := n.pattern.ReplaceAllString(text, "${1}"+strings.ReplaceAll(n.instead, "$", "$$")+"${2}")
			found = found || next != text
			text = next
		}
	}
	if found {
		*s = norm.NFC.String(text)
		r.note(rec, field, "name of a stakeholder")
	}
}
