package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"nemawashi.app/workshop"
)

// object is one record as the document gives it.
type object struct {
	kind   workshop.Kind
	place  string
	handle string // the id given: of a record, "#..." or ""
	names  []string
	fields map[string]json.RawMessage
	id     workshop.ID // once known
}

// drop takes a field out that has been dealt with.
func (o *object) drop(name string) {
	delete(o.fields, name)
	o.names = slices.DeleteFunc(o.names, func(n string) bool { return n == name })
}

// read takes a document apart and refuses what has not the shape of one.
func read(r io.Reader) ([]*object, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, problem("", "the document is larger than %d MB; split it", MaxBytes>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors begin every file with it
	if !utf8.Valid(data) {
		return nil, problem("", "the document is not valid UTF-8 at byte %d", firstInvalid(data))
	}
	if err := checkShape(data); err != nil {
		return nil, err
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal(data, &top); err != nil || top == nil {
		return nil, problem("", "the document must be an object with one key per kind of record")
	}
	for key := range top {
		if !slices.ContainsFunc(workshop.Kinds, func(k workshop.Kind) bool { return k.Plural() == key }) {
			return nil, problem(key, "there is no such kind of record")
		}
	}
	var out []*object
	for _, k := range workshop.Kinds {
		raw, ok := top[k.Plural()]
		if !ok || string(raw) == "null" {
			continue
		}
		list := []json.RawMessage{raw}
		if k != workshop.KindCharter {
			if err := json.Unmarshal(raw, &list); err != nil {
				return nil, problem(k.Plural(), "must be a list of objects")
			}
		}
		for i, item := range list {
			place := k.Plural()
			if k != workshop.KindCharter {
				place += "[" + strconv.Itoa(i) + "]"
			}
			o, err := readObject(k, place, item)
			if err != nil {
				return nil, err
			}
			out = append(out, o)
		}
	}
	return out, nil
}

func readObject(k workshop.Kind, place string, raw json.RawMessage) (*object, error) {
	o := &object{kind: k, place: place}
	if err := json.Unmarshal(raw, &o.fields); err != nil || o.fields == nil {
		return nil, problem(place, "must be an object")
	}
	if id, ok := o.fields["id"]; ok {
		if err := json.Unmarshal(id, &o.handle); err != nil {
			return nil, problem(place+".id", "must be of type text")
		}
		delete(o.fields, "id")
	}
	for name := range o.fields {
		if _, ok := workshop.FieldOf(k, name); !ok || bytes.ContainsRune([]byte(name), '.') {
			return nil, problem(place+"."+name, "there is no such field")
		}
	}
	for _, f := range workshop.Fields(k) {
		if _, ok := o.fields[f.Name]; ok {
			o.names = append(o.names, f.Name)
		}
	}
	return o, nil
}

func firstInvalid(data []byte) int {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return at
}

// checkShape walks through the tokens: broken JSON, too deep a nesting, and a
// key given twice, of which a decoder would silently keep the last.
func checkShape(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	type level struct {
		keys  map[string]bool
		isKey bool
	}
	var stack []level
	begun := false
	line := func() int { return 1 + bytes.Count(data[:dec.InputOffset()], []byte("\n")) }
	for {
		start := dec.InputOffset()
		token, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF) && len(stack) == 0 && begun:
			return nil
		case err != nil:
			return problem("", "the document is not JSON at line %d: %s", line(), plain(err))
		case begun && len(stack) == 0:
			return problem("", "there is more than one document, the second begins at line %d", line())
		case halfCharacter(token, data[start:dec.InputOffset()]):
			return problem("", "half a character (a lone surrogate) stands at line %d", line())
		}
		begun = true
		if top := len(stack) - 1; top >= 0 && stack[top].keys != nil {
			if key, ok := token.(string); ok && stack[top].isKey {
				if stack[top].keys[key] {
					return problem("", "the key %q stands twice in one object at line %d", key, line())
				}
				stack[top].keys[key], stack[top].isKey = true, false
				continue
			}
			stack[top].isKey = true
		}
		switch token {
		case json.Delim('{'):
			stack = append(stack, level{keys: map[string]bool{}, isKey: true})
		case json.Delim('['):
			stack = append(stack, level{})
		case json.Delim('}'), json.Delim(']'):
			stack = stack[:len(stack)-1]
		}
		if len(stack) > MaxDepth {
			return problem("", "the document is nested deeper than %d levels", MaxDepth)
		}
	}
}

// halfCharacter says whether a text holds a lone surrogate, which the decoder
// silently turns into U+FFFD.
func halfCharacter(token json.Token, raw []byte) bool {
	s, ok := token.(string)
	return ok && bytes.ContainsRune([]byte(s), utf8.RuneError) &&
		!bytes.ContainsRune(raw, utf8.RuneError) && !bytes.Contains(bytes.ToLower(raw), []byte(`\ufffd`))
}

func plain(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "it ends too early"
	}
	return err.Error()
}
