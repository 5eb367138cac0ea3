package workshop

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Edit is what the function given to [Session.Do] works on. It sees the
// workshop with its own changes already in place; nobody else does until the
// function has returned without an error and everything has been checked.
type Edit struct {
	w       *Workshop
	newID   func() ID
	drafts  map[ID]*draft
	order   []ID
	settled []settlement
	number  int // the highest action number, of the workshop's own once counted
	counted bool
	codes   map[string]bool // code names in use and words of names, nil before the first
	code    int             // where to look for the next code name
}

// draft is one record on its way: before is nil when it is new, after is nil
// when it is to be deleted.
type draft struct {
	kind          Kind
	before, after Record
}

type settlement struct {
	id    ID
	field string
	value json.RawMessage
}

func newEdit(w *Workshop, newID func() ID) *Edit {
	return &Edit{w: w, newID: newID, drafts: map[ID]*draft{}}
}

// Workshop is the workshop as it was before the edit, for lists.
func (e *Edit) Workshop() *Workshop { return e.w }

// Find returns the record as the edit has left it so far, or nil. It is for
// reading; [Modify] gives one to write to.
func (e *Edit) Find(id ID) Record {
	if d := e.drafts[id]; d != nil {
		return d.after
	}
	return e.w.Find(id)
}

// Modify returns the record to write to, or ErrNotFound.
func Modify[T any, P pointer[T]](e *Edit, id ID) (P, error) {
	r, err := e.modify(id)
	if err != nil {
		return nil, err
	}
	p, ok := r.(P)
	if !ok {
		return nil, fmt.Errorf("%w: %s is a %s", ErrNotFound, id, r.Kind())
	}
	return p, nil
}

func (e *Edit) modify(id ID) (Record, error) {
	d := e.drafts[id]
	if d == nil {
		before := e.w.Find(id)
		if before == nil {
			return nil, ErrNotFound
		}
		d = &draft{kind: before.Kind(), before: before, after: clone(before)}
		e.drafts[id] = d
		e.order = append(e.order, id)
	}
	if d.after == nil {
		return nil, ErrNotFound
	}
	return d.after, nil
}

// SetField writes one field by its name and JSON value, nil or null for none:
// the way in of everything generic. Unknown fields and wrong types are an
// [*Invalid].
func (e *Edit) SetField(id ID, field string, value json.RawMessage) error {
	r, err := e.modify(id)
	if err != nil {
		return err
	}
	if err := setRaw(r, field, value); err != nil {
		return &Invalid{Kind: r.Kind(), ID: id, Field: field, Reason: plainType(r.Kind(), field, err)}
	}
	return nil
}

// plainType says a decoding error in words of the data dictionary.
func plainType(k Kind, field string, err error) string {
	f, ok := FieldOf(k, field)
	if !ok {
		return "there is no such field"
	}
	if _, wrong := err.(*json.UnmarshalTypeError); wrong {
		return fmt.Sprintf("must be of type %s", f.Type)
	}
	return err.Error()
}

// Add puts a new record in and returns its id, made here unless it has one.
// An action gets its number, a person and a stakeholder their code name.
func (e *Edit) Add(r Record) ID {
	b := r.base()
	if b.ID == "" {
		if r.Kind() == KindCharter {
			b.ID = e.w.ID
		} else {
			b.ID = e.newID()
		}
	}
	e.generate(r)
	d := e.drafts[b.ID]
	if d == nil {
		d = &draft{kind: r.Kind()}
		e.drafts[b.ID] = d
		e.order = append(e.order, b.ID)
	}
	d.after = r
	return b.ID
}

func (e *Edit) generate(r Record) {
	switch x := r.(type) {
	case *Action:
		if x.Number == 0 {
			x.Number = e.nextNumber()
		}
		e.number = max(e.number, x.Number)
		if x.Status == "" {
			x.Status = ActionOpen
		}
	case *Person:
		if x.Code == "" {
			x.Code = e.nextCode(r)
		}
		e.useCodes(r)
	case *Stakeholder:
		if p, ok := e.Find(x.Person).(*Person); ok {
			x.Code = p.Code
		}
		if x.Code == "" {
			x.Code = e.nextCode(r)
		}
		e.useCodes(r)
	}
}

// nextNumber counts on from the highest ever used, deleted actions included.
func (e *Edit) nextNumber() int {
	if !e.counted {
		for _, entry := range e.w.entries {
			if a, ok := entry.rec.(*Action); ok {
				e.number = max(e.number, a.Number)
			}
		}
		e.counted = true
	}
	return e.number + 1
}

// nextCode is the first code name of the list that nobody has, neither as a
// code name nor as a part of their name: Hazel Smith must not become Hazel.
func (e *Edit) nextCode(r Record) string {
	if e.codes == nil {
		e.codes = map[string]bool{}
		for _, entry := range e.w.entries {
			e.useCodes(entry.rec)
		}
		for _, d := range e.drafts {
			e.useCodes(d.after)
		}
	}
	e.useCodes(r)
	for ; ; e.code++ {
		if code := codeName(e.code); !e.codes[fold(code)] {
			return code
		}
	}
}

// useCodes notes what can be no code name any more.
func (e *Edit) useCodes(r Record) {
	if e.codes == nil {
		return
	}
	name := ""
	switch x := r.(type) {
	case *Person:
		name = x.Name
		e.codes[fold(x.Code)] = true
	case *Stakeholder:
		name = x.Name
		e.codes[fold(x.Code)] = true
	}
	for _, w := range wordsOf(name) {
		e.codes[w.folded] = true
	}
}

// Delete takes a record out. References to it are cleared, and records that
// cannot be without it (readings of a measure, responses of a round) go with
// it; all of that is the same undo step. A person who is named somewhere stays:
// the [*Invalid] says where.
func (e *Edit) Delete(id ID) error {
	if _, err := e.modify(id); err != nil {
		return err
	}
	d := e.drafts[id]
	if d.kind == KindCharter {
		return &Invalid{Kind: KindCharter, ID: id, Reason: "a workshop cannot be without its charter"}
	}
	for _, other := range e.referring(id) {
		if err := e.unlink(other, id, d.kind); err != nil {
			return err
		}
	}
	d.after = nil
	return nil
}

// referring lists the records that point to id.
func (e *Edit) referring(id ID) []ID {
	var out []ID
	for other, entry := range e.w.entries {
		if other != id && entry.alive() && pointsTo(e.Find(other), id) {
			out = append(out, other)
		}
	}
	for other, d := range e.drafts {
		if d.before == nil && other != id && pointsTo(d.after, id) {
			out = append(out, other)
		}
	}
	slices.Sort(out)
	return out
}

func pointsTo(r Record, id ID) bool {
	if r == nil {
		return false
	}
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		fv := v.Field(f.index)
		switch f.Type {
		case TypePerson, TypeRef:
			if ID(fv.String()) == id {
				return true
			}
		case TypePeople:
			if slices.Contains(fv.Interface().([]ID), id) {
				return true
			}
		}
	}
	return false
}

func (e *Edit) unlink(other, id ID, kind Kind) error {
	r, err := e.modify(other)
	if err != nil {
		return err
	}
	if kind == KindPerson {
		return &Invalid{Kind: KindPerson, ID: id, Reason: "is still named in a record of kind " + string(r.Kind()) + "; name somebody else there first"}
	}
	for _, f := range Fields(r.Kind()) {
		fv := reflect.ValueOf(r).Elem().Field(f.index)
		if f.Type != TypeRef || ID(fv.String()) != id {
			continue
		}
		if f.Required {
			return e.Delete(other)
		}
		fv.SetString("")
	}
	return nil
}

// Settle chooses between the values of a conflict ([Workshop.Conflicts]): the
// field then has the value, whichever it was, and nobody is asked again.
func (e *Edit) Settle(id ID, field string, value json.RawMessage) error {
	if err := e.SetField(id, field, value); err != nil {
		return err
	}
	e.settled = append(e.settled, settlement{id: id, field: field, value: value})
	return nil
}

// check validates every draft against the workshop as it will be.
func (e *Edit) check() error {
	find := func(id ID) Kind {
		if r := e.Find(id); r != nil {
			return r.Kind()
		}
		return ""
	}
	added := 0
	for _, id := range e.order {
		d := e.drafts[id]
		if d.after == nil {
			continue
		}
		if d.before == nil {
			added++
		}
		normalize(d.after)
		if err := validate(d.before, d.after, find); err != nil {
			return err
		}
	}
	if n := e.w.Len() + added; added > 0 && n > MaxRecords {
		return &Invalid{Kind: KindCharter, ID: e.w.ID, Reason: fmt.Sprintf("would have %d records, the limit is %d", n, MaxRecords)}
	}
	return nil
}

// changes are the differences between before and after, without numbers,
// stamps and parents, which the session adds.
func (e *Edit) changes() []Change {
	var out []Change
	for _, id := range e.order {
		d := e.drafts[id]
		c := Change{Workshop: e.w.ID, Record: id, Kind: d.kind, Verb: VerbSet}
		switch {
		case d.before == nil && d.after == nil:
		case d.before == nil:
			c.New = document(d.after)
			out = append(out, c)
		case d.after == nil:
			c.Verb = VerbDelete
			out = append(out, c)
		default:
			for _, name := range diff(d.before, d.after) {
				c.Field, c.Old, c.New = name, rawValue(d.before, name), rawValue(d.after, name)
				out = append(out, c)
			}
		}
	}
	for _, s := range e.settled {
		same := func(c Change) bool { return c.Record == s.id && c.Field == s.field }
		if r := e.Find(s.id); r != nil && !slices.ContainsFunc(out, same) {
			value := rawValue(r, s.field)
			out = append(out, Change{Workshop: e.w.ID, Record: s.id, Kind: r.Kind(), Field: s.field, Old: value, New: value, Verb: VerbSet})
		}
	}
	return out
}

// LikelyID says whether s has the form of an id of this app rather than of a
// name: people may be given by either.
func LikelyID(s string) bool {
	return len(s) == 36 && strings.Count(s, "-") == 4 && !strings.ContainsAny(s, " .")
}
