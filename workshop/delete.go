package workshop

import (
	"maps"
	"reflect"
	"slices"
)

// Delete takes a record out. References to it are cleared, and records that
// cannot be without it (readings of a measure, responses of a round, groups of a
// step) go with it; all of that is the same undo step. A person who is named somewhere stays:
// the [*Invalid] says where. That somebody voted is no reason to stay: the dots
// are nobody's then, and the tally is the same.
func (e *Edit) Delete(id ID) error {
	if _, err := e.modify(id); err != nil {
		return err
	}
	d := e.drafts[id]
	if d.kind == KindCharter {
		return &Invalid{Kind: KindCharter, ID: id, Reason: "a workshop cannot be without its charter"}
	}
	for _, other := range e.referring(id, d.kind) {
		if err := e.unlink(other, id, d.kind); err != nil {
			return err
		}
	}
	d.after = nil
	return nil
}

// referring lists the records that point to id, which is of the kind.
func (e *Edit) referring(id ID, kind Kind) []ID {
	var out []ID
	for other, entry := range e.w.entries {
		if fields := linking[kind][entry.kind]; len(fields) > 0 && other != id && entry.alive() && pointsTo(e.Find(other), fields, id) {
			out = append(out, other)
		}
	}
	for other, d := range e.drafts {
		if d.before == nil && other != id && pointsTo(d.after, linking[kind][d.kind], id) {
			out = append(out, other)
		}
	}
	slices.Sort(out)
	return out
}

// linking are the fields in which records of one kind (the first key) can be
// named by records of another. In which cells that happens is the template's
// business, but no other text is an id.
var linking = func() map[Kind]map[Kind][]Field {
	out := map[Kind]map[Kind][]Field{}
	for _, to := range Kinds {
		out[to] = map[Kind][]Field{}
		for _, from := range Kinds {
			for _, f := range schema[from] {
				person := f.Type == TypePerson || f.Type == TypePeople
				if f.Type == TypeCells || person && to == KindPerson || f.Type == TypeRef && slices.Contains(f.Refs, string(to)) {
					out[to][from] = append(out[to][from], f)
				}
			}
		}
	}
	return out
}()

func pointsTo(r Record, fields []Field, id ID) bool {
	if r == nil {
		return false
	}
	v := reflect.ValueOf(r).Elem()
	for _, f := range fields {
		switch x := v.Field(f.index).Addr().Interface().(type) {
		case *ID:
			if *x == id {
				return true
			}
		case *[]ID:
			if slices.Contains(*x, id) {
				return true
			}
		case *map[string]any:
			for _, cell := range *x {
				if cell == string(id) {
					return true
				}
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
	if v, ok := r.(*Vote); ok && kind == KindPerson {
		v.Person = "" // the dots stay on their cards, as if counted on the wall
		return nil
	}
	if kind == KindPerson {
		return &Invalid{Kind: KindPerson, ID: id, Reason: "is still named in a record of kind " + string(r.Kind()) + "; name somebody else there first"}
	}
	for _, f := range linking[kind][r.Kind()] {
		switch x := reflect.ValueOf(r).Elem().Field(f.index).Addr().Interface().(type) {
		case *ID:
			if *x != id {
				continue
			}
			if f.Required || f.Part {
				return e.Delete(other)
			}
			*x = ""
		case *map[string]any:
			maps.DeleteFunc(*x, func(_ string, cell any) bool { return cell == string(id) })
		}
	}
	return nil
}
