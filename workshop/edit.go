package workshop

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Edit is what the function given to [Session.Do] works on. It sees the
// workshop with its own changes already in place; nobody else does until the
// function has returned without an error and everything has been checked.
type Edit struct {
	w       *Workshop
	newID   func() ID
	today   Date
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
	taken         bool // added under an id that another record has
	erased        bool // goes with all that it ever was
}

type settlement struct {
	id    ID
	field string
	value json.RawMessage
}

func newEdit(w *Workshop, h Host) *Edit {
	return &Edit{w: w, newID: h.NewID, today: DateOf(h.Clock.Now()), drafts: map[ID]*draft{}}
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
// An action gets its number, a person and a stakeholder their code name. An id
// that a record has, or once had, is an [*Invalid] when the edit is done.
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
	if d != nil && d.after == r {
		return b.ID
	}
	e.drafts[b.ID] = &draft{kind: r.Kind(), after: r, taken: d != nil || e.w.entries[b.ID] != nil}
	e.order = append(e.order, b.ID)
	return b.ID
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
	if err := e.replan(); err != nil {
		return err
	}
	if err := e.freeze(); err != nil {
		return err
	}
	e.close()
	if err := e.catchball(); err != nil {
		return err
	}
	find := func(id ID) Kind {
		if r := e.Find(id); r != nil {
			return r.Kind()
		}
		return ""
	}
	n, added := e.w.Len(), false
	for _, id := range e.order {
		d := e.drafts[id]
		if d.taken {
			return &Invalid{Kind: d.kind, ID: id, Field: "id", Reason: fmt.Sprintf("%q is the id of another record", clip(string(id)))}
		}
		if d.after == nil && d.before != nil {
			n--
		}
		if d.after == nil {
			continue
		}
		if d.before == nil {
			n++
			added = true
		}
		normalize(d.after)
		if s, ok := d.after.(*Stakeholder); ok {
			if p, ok := e.Find(s.Person).(*Person); ok && p.Code != "" {
				s.Code = p.Code // one code name for one person, wherever it stands
			}
		}
		if err := validate(d.before, d.after, find); err != nil {
			return err
		}
		if err := checkRule(d.before, d.after); err != nil {
			return err
		}
	}
	if added && n > MaxRecords {
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
			c.Verb = verbOfGone(d.before)
			if d.erased {
				c.Verb = VerbErase
			}
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
