package document

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"nemawashi.app/workshop"
)

// Result says what a document did. IDs holds, under each kind's plural, the
// ids of its objects in the order given.
type Result struct {
	Added     int                      `json:"added"`
	Changed   int                      `json:"changed"`
	NewPeople int                      `json:"new_people"` // made from names that nobody had yet
	IDs       map[string][]workshop.ID `json:"ids"`
}

// Apply takes a document in, as one undo step. Objects without an id are
// added, objects with one are changed in the fields they name; people may be
// given by name, and a name not yet known makes a new person.
func Apply(s *workshop.Session, r io.Reader) (Result, error) {
	objects, err := read(r)
	if err != nil {
		return Result{}, err
	}
	var t *taking
	err = s.Do("Apply a document", func(e *workshop.Edit) error {
		t = newTaking(e, objects)
		return t.run()
	})
	var bad *workshop.Invalid
	if errors.As(err, &bad) && t.places[bad.ID] != "" {
		place := t.places[bad.ID]
		if bad.Field != "" {
			place += "." + bad.Field
		}
		return Result{}, &Problem{Place: place, Reason: bad.Reason}
	}
	if err != nil {
		return Result{}, err
	}
	t.forget(s)
	return t.result, nil
}

// forget empties the ids of answers that must not tell their order: they were
// written under others.
func (t *taking) forget(s *workshop.Session) {
	key := workshop.KindResponse.Plural()
	s.Read(func(w *workshop.Workshop) {
		for i, id := range t.result.IDs[key] {
			if w.Find(id) == nil {
				t.result.IDs[key][i] = ""
			}
		}
	})
}

// taking is one document on its way in.
type taking struct {
	e       *workshop.Edit
	objects []*object
	handles map[string]workshop.ID
	places  map[workshop.ID]string
	people  map[string]workshop.ID // by folded name
	result  Result
}

func newTaking(e *workshop.Edit, objects []*object) *taking {
	t := &taking{
		e: e, objects: objects,
		handles: map[string]workshop.ID{}, places: map[workshop.ID]string{}, people: map[string]workshop.ID{},
		result: Result{IDs: map[string][]workshop.ID{}},
	}
	for _, p := range workshop.All[workshop.Person](e.Workshop()) {
		if _, taken := t.people[folded(p.Name)]; !taken {
			t.people[folded(p.Name)] = p.ID
		}
	}
	return t
}

func folded(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(workshop.Normal(name)), " "))
}

// run first gives every object its record, so that references may point
// forward, and then fills the fields. Everybody who is named anywhere is known
// before the first stakeholder, whose name may be theirs.
func (t *taking) run() error {
	for _, people := range []bool{true, false} {
		for _, o := range t.objects {
			if people != (o.kind == workshop.KindPerson) {
				continue
			}
			if err := t.begin(o); err != nil {
				return err
			}
		}
		if people {
			t.meet()
		}
	}
	for _, o := range t.objects {
		if err := t.fill(o); err != nil {
			return err
		}
	}
	return nil
}

// meet makes people of the names in all objects. What is not a name is
// reported when the field is filled.
func (t *taking) meet() {
	for _, o := range t.objects {
		for _, name := range o.names {
			f, _ := workshop.FieldOf(o.kind, name)
			var list []string
			switch f.Type {
			case workshop.TypePerson:
				list = make([]string, 1)
				if json.Unmarshal(o.fields[name], &list[0]) != nil {
					continue
				}
			case workshop.TypePeople:
				if json.Unmarshal(o.fields[name], &list) != nil {
					continue
				}
			}
			for _, s := range list {
				if s != "" && !strings.HasPrefix(s, "#") {
					// An error comes again, with its place, in fill.
					_, _ = t.target(f, s, o.place+"."+name)
				}
			}
		}
	}
}

func (t *taking) begin(o *object) error {
	switch {
	case o.kind == workshop.KindCharter:
		if o.handle != "" && workshop.ID(o.handle) != t.e.Workshop().ID {
			return problem("workshop.id", "the document is of another workshop")
		}
		o.id = t.e.Workshop().ID
	case o.handle == "" || strings.HasPrefix(o.handle, "#"):
		if o.handle != "" && t.handles[o.handle] != "" {
			return problem(o.place+".id", "%q stands for another record of this document already", o.handle)
		}
		r, err := workshop.New(o.kind)
		if err != nil {
			return problem(o.place, "%v", err)
		}
		if err := t.name(o, r); err != nil {
			return err
		}
		o.id = t.e.Add(r)
		if p, ok := r.(*workshop.Person); ok && t.people[folded(p.Name)] == "" {
			t.people[folded(p.Name)] = p.ID
		}
		if o.handle != "" {
			t.handles[o.handle] = o.id
		}
		t.result.Added++
	default:
		o.id = workshop.ID(o.handle)
		if r := t.e.Find(o.id); r == nil || r.Kind() != o.kind {
			return problem(o.place+".id", "there is no %s with this id", o.kind)
		}
		if first := t.places[o.id]; first != "" {
			return problem(o.place+".id", "is the id of %s too; give one object for each record", first)
		}
	}
	t.places[o.id] = o.place
	t.result.IDs[o.kind.Plural()] = append(t.result.IDs[o.kind.Plural()], o.id)
	return nil
}

// name settles who a new person or stakeholder is before the record is added,
// since code names hang on it.
func (t *taking) name(o *object, r workshop.Record) error {
	var name string
	if err := json.Unmarshal(o.fields["name"], &name); o.fields["name"] != nil && err != nil {
		return problem(o.place+".name", "must be of type text")
	}
	switch x := r.(type) {
	case *workshop.Person:
		x.Name = name
	case *workshop.Stakeholder:
		x.Person = t.people[folded(name)]
		if raw := o.fields["person"]; raw != nil {
			f, _ := workshop.FieldOf(o.kind, "person")
			id, err := t.resolve(f, raw, o.place+".person")
			if err != nil {
				return err
			}
			var given workshop.ID
			if err := json.Unmarshal(id, &given); id != nil && err != nil {
				return err
			}
			if x.Person != "" && given != "" && x.Person != given {
				return problem(o.place+".name", "is the name of somebody else than the person; leave one out")
			}
			x.Person = cmp.Or(given, x.Person)
			o.drop("person")
		}
		if t.people[folded(name)] != "" {
			o.drop("name")
		}
	}
	return nil
}

func (t *taking) fill(o *object) error {
	changed := false
	for _, name := range o.names {
		f, _ := workshop.FieldOf(o.kind, name)
		place := o.place + "." + name
		if f.Type.Keyed() {
			entries, err := t.fillEntries(o, f, place)
			if err != nil {
				return err
			}
			changed = changed || entries
			continue
		}
		raw, err := t.resolve(f, o.fields[name], place)
		if err != nil {
			return err
		}
		before := workshop.Value(t.e.Find(o.id), name)
		if f.Generated && !same(before, raw) {
			return problem(place, "is given by the app; leave it out")
		}
		if err := t.e.SetField(o.id, name, raw); err != nil {
			var bad *workshop.Invalid
			if errors.As(err, &bad) {
				return problem(place, "%s", bad.Reason)
			}
			return err
		}
		changed = changed || !same(before, workshop.Value(t.e.Find(o.id), name))
	}
	if changed && (o.kind == workshop.KindCharter || o.handle != "" && !strings.HasPrefix(o.handle, "#")) {
		t.result.Changed++
	}
	return nil
}

func same(a, b json.RawMessage) bool {
	if string(b) == "null" {
		b = nil
	}
	return bytes.Equal(a, b)
}

// resolve turns handles and names into ids.
func (t *taking) resolve(f workshop.Field, raw json.RawMessage, place string) (json.RawMessage, error) {
	switch f.Type {
	case workshop.TypePerson, workshop.TypeRef:
		var s *string
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, problem(place, "must be of type %s", f.Type)
		}
		if s == nil || *s == "" {
			return nil, nil
		}
		id, err := t.target(f, *s, place)
		if err != nil {
			return nil, err
		}
		return json.Marshal(id)
	case workshop.TypePeople:
		var list []string
		if err := json.Unmarshal(raw, &list); err != nil {
			return nil, problem(place, "must be a list of people")
		}
		ids := make([]workshop.ID, 0, len(list))
		for _, s := range list {
			id, err := t.target(f, s, place)
			if err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
		return json.Marshal(ids)
	}
	return raw, nil
}

func (t *taking) target(f workshop.Field, s, place string) (workshop.ID, error) {
	if strings.HasPrefix(s, "#") {
		if id := t.handles[s]; id != "" {
			return id, nil
		}
		return "", problem(place, "no record of this document has the id %q", s)
	}
	if f.Type == workshop.TypeRef || t.e.Find(workshop.ID(s)) != nil || workshop.LikelyID(s) {
		return workshop.ID(s), nil
	}
	if id := t.people[folded(s)]; id != "" {
		return id, nil
	}
	if folded(s) == "" {
		return "", problem(place, "is a name without letters")
	}
	id := t.e.Add(&workshop.Person{Name: s})
	t.people[folded(s)] = id
	t.places[id] = place
	t.result.NewPeople++
	return id, nil
}
