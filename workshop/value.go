package workshop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"
)

// clone copies a record deeply, so that published ones are never written to.
func clone(r Record) Record {
	v := reflect.ValueOf(r).Elem()
	out := reflect.New(v.Type())
	out.Elem().Set(v)
	for i := range v.NumField() {
		from, to := v.Field(i), out.Elem().Field(i)
		switch from.Kind() {
		case reflect.Map:
			if from.IsNil() {
				continue
			}
			m := reflect.MakeMapWithSize(from.Type(), from.Len())
			for it := from.MapRange(); it.Next(); {
				m.SetMapIndex(it.Key(), it.Value())
			}
			to.Set(m)
		case reflect.Slice:
			if from.IsNil() {
				continue
			}
			s := reflect.MakeSlice(from.Type(), from.Len(), from.Len())
			reflect.Copy(s, from)
			to.Set(s)
		case reflect.Pointer:
			if from.IsNil() {
				continue
			}
			p := reflect.New(from.Type().Elem())
			p.Elem().Set(from.Elem())
			to.Set(p)
		}
	}
	return out.Interface().(Record)
}

// Value is the field's value as it stands in JSON, nil when it is empty;
// "cells.text" is the value of one cell.
func Value(r Record, field string) json.RawMessage { return rawValue(r, field) }

// rawValue is the field's value as it stands in JSON, nil when it is empty. A
// keyed field ("cells.text") gives the value under its key.
func rawValue(r Record, name string) json.RawMessage {
	base, key, keyed := strings.Cut(name, ".")
	f, ok := FieldOf(r.Kind(), base)
	if !ok {
		return nil
	}
	v := reflect.ValueOf(r).Elem().Field(f.index)
	if keyed {
		v = v.MapIndex(reflect.ValueOf(key))
		if !v.IsValid() {
			return nil
		}
	}
	return encode(v)
}

// encode writes a value in JSON; empty values, and empty lists, are nil, so
// that "not there" has one form only.
func encode(v reflect.Value) json.RawMessage {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return nil
		}
	case reflect.Map, reflect.Slice:
		if v.Len() == 0 {
			return nil
		}
	default:
		if v.IsZero() {
			return nil
		}
	}
	b, err := json.Marshal(v.Interface())
	if err != nil {
		panic(fmt.Sprintf("workshop: a record's value cannot be written: %v", err))
	}
	return b
}

// setRaw writes a JSON value (nil clears) into the field, keyed or not.
func setRaw(r Record, name string, raw json.RawMessage) error {
	base, key, keyed := strings.Cut(name, ".")
	f, ok := FieldOf(r.Kind(), base)
	if !ok {
		return fmt.Errorf("unknown field %q", name)
	}
	v := reflect.ValueOf(r).Elem().Field(f.index)
	if !keyed {
		v.SetZero()
		if isNull(raw) {
			return nil
		}
		return json.Unmarshal(raw, v.Addr().Interface())
	}
	if !f.Type.Keyed() {
		return fmt.Errorf("%s has no entries", base)
	}
	if isNull(raw) {
		if v.Len() > 0 {
			v.SetMapIndex(reflect.ValueOf(key), reflect.Value{})
		}
		return nil
	}
	entry := reflect.New(v.Type().Elem())
	if err := json.Unmarshal(raw, entry.Interface()); err != nil {
		return err
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	v.SetMapIndex(reflect.ValueOf(key), entry.Elem())
	return nil
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || bytes.Equal(raw, []byte("null")) }

// fieldNames lists the fields of a record that hold a value, keyed ones with
// one name per entry, in a fixed order.
func fieldNames(r Record) []string {
	var out []string
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		fv := v.Field(f.index)
		if f.Type.Keyed() {
			keys := make([]string, 0, fv.Len())
			for _, k := range fv.MapKeys() {
				keys = append(keys, f.Name+"."+k.String())
			}
			sort.Strings(keys)
			out = append(out, keys...)
			continue
		}
		if !fv.IsZero() {
			out = append(out, f.Name)
		}
	}
	return out
}

// diff lists the fields in which two records of one kind differ.
func diff(before, after Record) []string {
	var out []string
	a, b := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	for _, f := range Fields(before.Kind()) {
		fa, fb := a.Field(f.index), b.Field(f.index)
		if !f.Type.Keyed() {
			if !sameValue(fa, fb) {
				out = append(out, f.Name)
			}
			continue
		}
		keys := map[string]bool{}
		for _, m := range []reflect.Value{fa, fb} {
			for _, k := range m.MapKeys() {
				keys[k.String()] = true
			}
		}
		names := make([]string, 0, len(keys))
		for k := range keys {
			if !bytes.Equal(rawValue(before, f.Name+"."+k), rawValue(after, f.Name+"."+k)) {
				names = append(names, f.Name+"."+k)
			}
		}
		sort.Strings(names)
		out = append(out, names...)
	}
	return out
}

func sameValue(a, b reflect.Value) bool {
	if a.Comparable() && a.Kind() != reflect.Pointer {
		return a.Equal(b)
	}
	return bytes.Equal(encode(a), encode(b))
}

// document writes the whole record; [decode] reads it back.
func document(r Record) json.RawMessage {
	b, err := json.Marshal(r)
	if err != nil {
		panic(fmt.Sprintf("workshop: a record cannot be written: %v", err))
	}
	return b
}
