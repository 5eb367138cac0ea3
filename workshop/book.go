package workshop

import (
	"cmp"
	"fmt"
	"slices"
)

// Workshop is everything in one workshop: its records as they read now, and
// behind each the causes that merging needs. Records handed out are never
// written to again; who wants to change one goes through [Session.Do].
//
// A Workshop is not safe for use by several goroutines; its [Session] guards it.
type Workshop struct {
	ID      ID
	entries map[ID]*entry
	sorted  map[Kind][]Record // by kind, once somebody has asked
	count   int               // records that are alive
}

// NewWorkshop returns an empty workshop.
func NewWorkshop(id ID) *Workshop {
	return &Workshop{ID: id, entries: map[ID]*entry{}, sorted: map[Kind][]Record{}}
}

// Row is one record as a library keeps it: what readers see and, apart from
// it, its causes. A record whose beginning has not arrived has no Doc.
type Row struct {
	Kind   Kind
	ID     ID
	Doc    string
	Causes string
	Alive  bool
}

// Restore makes a workshop of the rows that a [Session] once wrote to its
// journal. Causes are not read before somebody changes the record.
func Restore(id ID, rows []Row) (*Workshop, error) {
	w := &Workshop{ID: id, entries: make(map[ID]*entry, len(rows)), sorted: map[Kind][]Record{}}
	room := make([]entry, len(rows)) // one piece of memory for all
	for i, r := range rows {
		e := &room[i]
		*e = entry{id: r.ID, kind: r.Kind, raw: r.Causes}
		if r.Doc != "" {
			rec, err := decode(r.Kind, r.ID, r.Doc)
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", r.Kind, r.ID, err)
			}
			e.rec = rec
		}
		if !r.Alive {
			if err := e.load(); err != nil {
				return nil, err
			}
		}
		w.entries[r.ID] = e
		if e.alive() {
			w.count++
		}
	}
	return w, nil
}

// row is the record as the library is to keep it.
func (w *Workshop) row(id ID) Row {
	e := w.entries[id]
	r := Row{Kind: e.kind, ID: id, Causes: e.stored(), Alive: e.alive()}
	if e.rec != nil {
		r.Doc = string(document(e.rec))
	}
	return r
}

// take applies a change and keeps the caches true.
func (w *Workshop) take(c Change) error {
	e := w.entries[c.Record]
	if e == nil {
		if _, err := New(c.Kind); err != nil {
			return err
		}
		e = &entry{id: c.Record, kind: c.Kind}
		w.entries[c.Record] = e
	}
	if e.kind != c.Kind {
		return fmt.Errorf("record %s is a %s, the change says %s", c.Record, e.kind, c.Kind)
	}
	before, wasAlive := e.rec, e.alive()
	if err := e.take(c); err != nil {
		return err
	}
	w.published(e, before, wasAlive)
	return nil
}

// published keeps the sorted list of the kind, where there is one, in order.
func (w *Workshop) published(e *entry, before Record, wasAlive bool) {
	alive := e.alive()
	switch {
	case alive && !wasAlive:
		w.count++
	case !alive && wasAlive:
		w.count--
	}
	list, ok := w.sorted[e.kind]
	if !ok {
		return
	}
	at := func(r Record) (int, bool) { return slices.BinarySearchFunc(list, r, compare) }
	if i, found := 0, false; wasAlive {
		if i, found = at(before); !found {
			delete(w.sorted, e.kind) // somebody wrote to a record: the list is made anew
			return
		}
		if alive && compare(before, e.rec) == 0 {
			list[i] = e.rec
			return
		}
		list = slices.Delete(list, i, i+1)
	}
	if alive {
		i, _ := at(e.rec)
		list = slices.Insert(list, i, e.rec)
	}
	w.sorted[e.kind] = list
}

// Find returns the record, or nil when it is not there (any more).
func (w *Workshop) Find(id ID) Record {
	if e := w.entries[id]; e != nil && e.alive() {
		return e.rec
	}
	return nil
}

// Knew says whether a record has, or once had, the id: it is never given again.
func (w *Workshop) Knew(id ID) bool { return w.entries[id] != nil }

// Len counts the records.
func (w *Workshop) Len() int { return w.count }

// Charter is the workshop's own record, nil in an empty workshop.
func (w *Workshop) Charter() *Charter {
	c, _ := w.Find(w.ID).(*Charter)
	return c
}

// Records lists the records of a kind in the order in which people read them:
// steps by day and position, cards by canvas, column and position, actions by
// number, all others by age.
func (w *Workshop) Records(k Kind) []Record { return slices.Clone(w.list(k)) }

func (w *Workshop) list(k Kind) []Record {
	if list, ok := w.sorted[k]; ok {
		return list
	}
	list := []Record{}
	for _, e := range w.entries {
		if e.kind == k && e.alive() {
			list = append(list, e.rec)
		}
	}
	slices.SortFunc(list, compare)
	w.sorted[k] = list
	return list
}

// pointer is a record type's pointer.
type pointer[T any] interface {
	*T
	Record
}

// All lists the records of one type: All[Action](w).
func All[T any, P pointer[T]](w *Workshop) []P {
	list := w.list(P(new(T)).Kind())
	out := make([]P, len(list))
	for i, r := range list {
		out[i] = r.(P)
	}
	return out
}

// Agenda lists the items of the agenda in order, without the groups within them.
func (w *Workshop) Agenda() []*Step {
	return slices.DeleteFunc(All[Step](w), func(s *Step) bool { return s.Within != "" })
}

// GroupsOf lists the groups within a step, in order.
func (w *Workshop) GroupsOf(step ID) []*Step {
	return slices.DeleteFunc(All[Step](w), func(s *Step) bool { return s.Within != step || step == "" })
}

// Find returns the record of one type, or nil when it is not there.
func Find[T any, P pointer[T]](w *Workshop, id ID) P {
	r, _ := w.Find(id).(P)
	return r
}

// compare orders two records of one kind for readers.
func compare(a, b Record) int {
	order := 0
	switch x := a.(type) {
	case *Step:
		y := b.(*Step)
		order = cmp.Or(cmp.Compare(dayOrder(x.Day), dayOrder(y.Day)), cmp.Compare(x.Position, y.Position))
	case *Card:
		y := b.(*Card)
		order = cmp.Or(cmp.Compare(x.Canvas, y.Canvas), cmp.Compare(x.Column, y.Column), cmp.Compare(x.Position, y.Position))
	case *Action:
		order = cmp.Compare(x.Number, b.(*Action).Number)
	case *Reading:
		order = cmp.Compare(x.Date, b.(*Reading).Date)
	case *Review:
		order = cmp.Compare(x.Planned, b.(*Review).Planned)
	}
	return cmp.Or(order, cmp.Compare(IDOf(a), IDOf(b)))
}

// dayOrder puts what follows the event (day -1) after all of its days.
func dayOrder(day int) int {
	if day < 0 {
		return 1 << 30
	}
	return day
}

// Conflict is a field with several values, written by people who did not know
// of each other's. The first is the one that readers see.
type Conflict struct {
	Kind   Kind
	Record ID
	Field  string
	Values []ConflictValue
}

// ConflictValue is one of the values, in JSON, with its author's stamp.
type ConflictValue struct {
	Value []byte
	Stamp Stamp
}

// Conflicts lists the fields that somebody has to choose for ([Edit.Settle]).
func (w *Workshop) Conflicts() ([]Conflict, error) {
	var out []Conflict
	for id, e := range w.entries {
		if err := e.load(); err != nil {
			return nil, err
		}
		if !e.alive() {
			continue
		}
		for _, name := range e.conflicts() {
			c := Conflict{Kind: e.kind, Record: id, Field: name}
			heads := e.heads(name)
			slices.SortFunc(heads, func(a, b head) int { return b.Stamp.Compare(a.Stamp) })
			for _, h := range heads {
				c.Values = append(c.Values, ConflictValue{Value: h.Value, Stamp: h.Stamp})
			}
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(a.Record, b.Record), cmp.Compare(a.Field, b.Field))
	})
	return out, nil
}

// Past is one dated value of a field with history, in JSON (nil for none).
type Past struct {
	Stamp  Stamp
	Value  []byte
	Author string
}

// History lists every value that a field marked with history has had, oldest
// first. It is empty for other fields.
func (w *Workshop) History(id ID, field string) ([]Past, error) {
	e := w.entries[id]
	if e == nil {
		return nil, nil
	}
	if err := e.load(); err != nil {
		return nil, err
	}
	var out []Past
	for _, p := range e.causes.Past[field] {
		out = append(out, Past{Stamp: p.Stamp, Value: p.Value, Author: p.Author})
	}
	return out, nil
}
