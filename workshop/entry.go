package workshop

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
)

// entry is one record with what is known of its fields. It exists from the
// first change that names the record, even one that comes before its beginning.
type entry struct {
	id     ID
	kind   Kind
	rec    Record // as it reads now; kept while deleted, nil once erased
	raw    string // causes as the library stored them, "" once read
	causes causes
}

// causes is the part of an entry that merging needs and reading does not.
type causes struct {
	Births []birth                `json:"b,omitempty"` // first documents, nearly always one
	Exist  fieldState             `json:"e"`
	Fields map[string]*fieldState `json:"f,omitempty"` // fields changed since birth
	Past   map[string][]past      `json:"t,omitempty"` // of fields with history
	Gone   bool                   `json:"g,omitempty"` // deleted, and nobody changed it unaware of that
	Erased bool                   `json:"x,omitempty"`
}

// birth is the first document of a record. Where a device's field has not been
// changed since, the value in it is that field's head.
type birth struct {
	Ref
	Stamp  Stamp           `json:"s"`
	Author string          `json:"a,omitempty"`
	Doc    json.RawMessage `json:"o,omitempty"`
	values map[string]json.RawMessage
}

// alive says whether the record is there for readers.
func (e *entry) alive() bool { return e.rec != nil && !e.causes.Gone && !e.causes.Erased }

// load reads the causes that came from the library, once they are needed.
func (e *entry) load() error {
	if e.raw == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(e.raw), &e.causes); err != nil {
		return fmt.Errorf("causes of %s %s: %w", e.kind, e.id, err)
	}
	for i := range e.causes.Births {
		b := &e.causes.Births[i]
		if b.Doc == nil {
			b.Doc = document(e.rec)
		}
		e.rememberBirth(b)
	}
	e.raw = ""
	return nil
}

// stored is what the library keeps of the causes. Until a field changes, the
// first document is the record itself and is not written twice; nor are the
// first values of fields with history, which stand in that document.
func (e *entry) stored() string {
	if e.raw != "" {
		return e.raw
	}
	c := e.causes
	if len(c.Births) == 1 && len(c.Fields) == 0 {
		b := c.Births[0]
		b.Doc = nil
		c.Births = []birth{b}
	}
	c.Past = e.changedPast()
	out, err := json.Marshal(c)
	if err != nil {
		panic(fmt.Sprintf("workshop: causes cannot be written: %v", err))
	}
	return string(out)
}

// changedPast is the history without what births tell.
func (e *entry) changedPast() map[string][]past {
	var out map[string][]past
	for name, trail := range e.causes.Past {
		trail = slices.DeleteFunc(slices.Clone(trail), func(p past) bool {
			return slices.ContainsFunc(e.causes.Births, func(b birth) bool { return b.Ref == p.Ref })
		})
		if len(trail) > 0 {
			if out == nil {
				out = map[string][]past{}
			}
			out[name] = trail
		}
	}
	return out
}

// take applies one change. Taking it again, or taking it late, changes nothing
// that a later change has already decided.
func (e *entry) take(c Change) error {
	if err := e.load(); err != nil {
		return err
	}
	if c.Verb == VerbErase {
		e.rec, e.causes = nil, causes{Erased: true}
		return nil
	}
	if e.causes.Erased {
		return nil
	}
	switch {
	case c.Field == "" && c.Verb == VerbSet && !isNull(c.New):
		e.born(c)
	case c.Field == "":
		e.causes.Exist.add(head{Ref: c.Ref, Stamp: c.Stamp, Verb: c.Verb, Saw: c.Parents}, c.Parents)
	default:
		if _, ok := FieldOf(e.kind, c.Field); !ok {
			return fmt.Errorf("%s has no field %q", e.kind, c.Field)
		}
		if e.causes.Fields == nil {
			e.causes.Fields = map[string]*fieldState{}
		}
		s := e.causes.Fields[c.Field]
		if s == nil {
			s = &fieldState{}
			e.causes.Fields[c.Field] = s
		}
		s.add(head{Ref: c.Ref, Stamp: c.Stamp, Value: c.New}, c.Parents)
		e.remember(c.Field, past{Ref: c.Ref, Stamp: c.Stamp, Value: c.New, Author: c.Author})
	}
	return e.refresh()
}

func (e *entry) born(c Change) {
	i := slices.IndexFunc(e.causes.Births, func(b birth) bool { return b.Ref == c.Ref })
	if i < 0 {
		e.causes.Births = append(e.causes.Births, birth{})
		i = len(e.causes.Births) - 1
	} else if c.Stamp.Compare(e.causes.Births[i].Stamp) <= 0 {
		return
	}
	b := birth{Ref: c.Ref, Stamp: c.Stamp, Author: c.Author, Doc: c.New}
	e.causes.Births[i] = b
	sort.Slice(e.causes.Births, func(i, j int) bool {
		return e.causes.Births[i].Stamp.Compare(e.causes.Births[j].Stamp) < 0
	})
	e.causes.Exist.add(head{Ref: c.Ref, Stamp: c.Stamp, Verb: VerbSet}, nil)
	e.rememberBirth(&b)
}

// rememberBirth keeps the first values of fields with history.
func (e *entry) rememberBirth(b *birth) {
	for name, v := range b.fields(e.kind) {
		e.remember(name, past{Ref: b.Ref, Stamp: b.Stamp, Value: v, Author: b.Author})
	}
}

// fields are the values of the first document by field name.
func (b *birth) fields(k Kind) map[string]json.RawMessage {
	if b.values == nil {
		b.values = map[string]json.RawMessage{}
		if r, err := decode(k, "", string(b.Doc)); err == nil {
			for _, name := range fieldNames(r) {
				b.values[name] = rawValue(r, name)
			}
		}
	}
	return b.values
}

// remember keeps a value of a field with history, in the order of the stamps.
func (e *entry) remember(name string, p past) {
	if f, ok := FieldOf(e.kind, name); !ok || !f.History {
		return
	}
	if e.causes.Past == nil {
		e.causes.Past = map[string][]past{}
	}
	trail := e.causes.Past[name]
	for i, old := range trail {
		if old.Ref == p.Ref {
			if p.Stamp.Compare(old.Stamp) > 0 {
				trail[i] = p
			}
			return
		}
	}
	trail = append(trail, p)
	sort.Slice(trail, func(i, j int) bool { return trail[i].Stamp.Compare(trail[j].Stamp) < 0 })
	e.causes.Past[name] = trail
}

// heads are the values of a field that nothing known has replaced: those of
// its own changes, and those of births that none of them had seen.
func (e *entry) heads(name string) []head {
	s := e.causes.Fields[name]
	if s == nil {
		s = &fieldState{}
	}
	out := slices.Clone(s.Heads)
	for i := range e.causes.Births {
		b := &e.causes.Births[i]
		if b.Seq <= s.Replaced[b.Device] || slices.ContainsFunc(out, func(h head) bool { return h.Device == b.Device && h.Seq >= b.Seq }) {
			continue
		}
		out = append(out, head{Ref: b.Ref, Stamp: b.Stamp, Value: b.fields(e.kind)[name]})
	}
	return out
}

// allHeads names every change that stands behind the record as it reads now.
func (e *entry) allHeads() []Ref {
	seen := map[Ref]bool{}
	var out []Ref
	add := func(heads []head) {
		for _, h := range heads {
			if !seen[h.Ref] {
				seen[h.Ref] = true
				out = append(out, h.Ref)
			}
		}
	}
	add(e.causes.Exist.Heads)
	for i := range e.causes.Births {
		b := &e.causes.Births[i]
		add([]head{{Ref: b.Ref}})
	}
	for _, name := range e.changedFields() {
		add(e.heads(name))
	}
	return out
}

func (e *entry) changedFields() []string {
	out := make([]string, 0, len(e.causes.Fields))
	for name := range e.causes.Fields {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// refresh works the record out anew from its causes.
func (e *entry) refresh() error {
	if len(e.causes.Births) == 0 {
		e.rec = nil // changes of a record whose beginning has not come yet
		return nil
	}
	newest := e.causes.Births[len(e.causes.Births)-1]
	r, err := decode(e.kind, e.id, string(newest.Doc))
	if err != nil {
		return fmt.Errorf("%s %s: %w", e.kind, e.id, err)
	}
	for _, name := range e.changedFields() {
		w := winner(e.heads(name))
		if w == nil {
			continue
		}
		if err := setRaw(r, name, w.Value); err != nil {
			return fmt.Errorf("%s %s: %s: %w", e.kind, e.id, name, err)
		}
	}
	e.rec = r
	e.causes.Gone = e.deleted()
	return nil
}

// deleted says whether a delete holds: it is the newest word on existence, and
// everything that stands was seen by the one who deleted.
func (e *entry) deleted() bool {
	w := winner(e.causes.Exist.Heads)
	if w == nil || w.Verb != VerbDelete {
		return false
	}
	for _, name := range e.changedFields() {
		for _, h := range e.heads(name) {
			if !slices.Contains(w.Saw, h.Ref) {
				return false
			}
		}
	}
	return true
}

// conflicts lists the fields with several values that nobody has chosen between.
func (e *entry) conflicts() []string {
	var out []string
	for _, name := range e.changedFields() {
		if heads := e.heads(name); len(heads) > 1 && differ(heads) {
			out = append(out, name)
		}
	}
	return out
}
