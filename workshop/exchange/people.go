package exchange

import (
	"encoding/json"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// people finds the people of a workshop by what they are called.
type people struct {
	all   []*workshop.Person
	words [][]string // of each name, folded
	byID  map[workshop.ID]*workshop.Person
	found map[string]match
}

type match struct {
	who    Who
	reason string
}

func newPeople(all []*workshop.Person) *people {
	p := &people{all: all, byID: map[workshop.ID]*workshop.Person{}, found: map[string]match{}}
	for _, x := range all {
		p.byID[x.ID] = x
		p.words = append(p.words, wordsOf(x.Name))
	}
	return p
}

func wordsOf(name string) []string {
	return strings.Fields(strings.NewReplacer(",", " ", ";", " ").Replace(Fold(name)))
}

// find is who a name means: first by the names that the file itself gives,
// then by the whole name in any order of its words, then by some of its words,
// as long as only one person fits. Nobody means somebody new.
func (p *people) find(name string, in *Place) (Who, string) {
	folded := Fold(name)
	if in != nil {
		if x := p.byID[in.People[folded]]; x != nil {
			return Who{ID: x.ID, Name: x.Name}, ""
		}
	}
	if m, ok := p.found[folded]; ok {
		return m.who, m.reason
	}
	m := p.match(name)
	p.found[folded] = m
	return m.who, m.reason
}

func (p *people) match(name string) match {
	want := wordsOf(name)
	var whole, part []*workshop.Person
	for i, x := range p.all {
		left := slices.Clone(p.words[i])
		fits := true
		for _, w := range want {
			j := slices.Index(left, w)
			if j < 0 {
				fits = false
				break
			}
			left = slices.Delete(left, j, j+1)
		}
		if fits && len(left) == 0 {
			whole = append(whole, x)
		} else if fits {
			part = append(part, x)
		}
	}
	if len(whole) == 0 {
		whole = part
	}
	switch len(whole) {
	case 0:
		return match{who: Who{Name: name}}
	case 1:
		return match{who: Who{ID: whole[0].ID, Name: whole[0].Name}}
	}
	var names []string
	for _, x := range whole {
		n := x.Name
		if x.Role != "" {
			n += " (" + x.Role + ")"
		}
		names = append(names, n)
	}
	return match{reason: "may be " + strings.Join(names, " or ")}
}

// isPeople says whether a field holds several people.
func isPeople(field string) bool {
	f, _ := workshop.FieldOf(workshop.KindAction, field)
	return f.Type == workshop.TypePeople
}

// key is the same for offers that say the same.
func (o *Offer) key() string {
	if len(o.People) == 0 {
		return string(o.Value)
	}
	var keys []string
	for _, w := range o.People {
		if w.ID != "" {
			keys = append(keys, string(w.ID))
		} else {
			keys = append(keys, "\x00"+strings.Join(slices.Sorted(slices.Values(wordsOf(w.Name))), " "))
		}
	}
	return strings.Join(keys, " ")
}

// says is whether the app has the offer's value already. Of several people the
// order says nothing.
func (o *Offer) says(app json.RawMessage, several bool) bool {
	if len(o.People) == 0 && !several {
		return string(o.Value) == string(app)
	}
	ids := slices.Clone(o.keep)
	for _, w := range o.People {
		if w.ID == "" {
			return false
		}
		ids = append(ids, w.ID)
	}
	if !several {
		return len(ids) == 1 && string(JSON(string(ids[0]))) == string(app)
	}
	var have []workshop.ID
	if len(app) > 0 {
		if err := json.Unmarshal(app, &have); err != nil {
			return false
		}
	}
	slices.Sort(ids)
	slices.Sort(have)
	return slices.Equal(ids, have)
}

// value is what the record gets; make gives somebody new an id.
func (o *Offer) value(field string, make func(name string) workshop.ID) json.RawMessage {
	several := isPeople(field)
	if len(o.People) == 0 && !several {
		return o.Value
	}
	ids := slices.Clone(o.keep)
	for _, w := range o.People {
		id := w.ID
		if id == "" {
			id = make(w.Name)
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	switch {
	case several:
		return JSON(ids)
	case len(ids) == 0:
		return nil
	}
	return JSON(string(ids[0]))
}
