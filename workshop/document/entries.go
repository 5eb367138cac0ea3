package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// fillEntries changes the entries that are named: a cell, a gate, an answer.
// null takes one out.
func (t *taking) fillEntries(o *object, f workshop.Field, place string) (changed bool, err error) {
	var entries map[string]json.RawMessage
	if err := json.Unmarshal(o.fields[f.Name], &entries); err != nil {
		return false, problem(place, "must be an object")
	}
	before := workshop.Value(t.e.Find(o.id), f.Name)
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		if err := known(f, entries[key]); err != nil {
			return false, problem(place+"."+key, "%v", err)
		}
		if err := t.e.SetField(o.id, f.Name+"."+key, entries[key]); err != nil {
			return false, problem(place+"."+key, "must be of type %s", f.Type)
		}
	}
	return !same(before, workshop.Value(t.e.Find(o.id), f.Name)), nil
}

// known refuses keys in a gate or an answer that a decoder would pass over.
func known(f workshop.Field, raw json.RawMessage) error {
	var into any
	switch f.Type {
	case workshop.TypeGates:
		into = &workshop.Gate{}
	case workshop.TypeAnswers:
		into = &workshop.Answer{}
	default:
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	err := dec.Decode(into)
	if name, ok := strings.CutPrefix(fmt.Sprint(err), "json: unknown field "); ok {
		return fmt.Errorf("there is no such field as %s", name)
	}
	return nil
}
