package workshop

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// lookup finds the kind of a record, "" when there is none.
type lookup func(ID) Kind

// itemRef is a statement of the self-assessment as an action's source.
var itemRef = regexp.MustCompile(`^[LPET][1-5]$`)

// normalize brings every text of the record to its one form, in place.
func normalize(r Record) {
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		fv := v.Field(f.index)
		switch x := fv.Addr().Interface().(type) {
		case *string:
			*x = Normal(*x)
		case *[]string:
			for i, s := range *x {
				(*x)[i] = Normal(s)
			}
		case *map[string]any:
			for k, c := range *x {
				switch c := c.(type) {
				case string:
					(*x)[k] = Normal(c)
				case int:
					(*x)[k] = float64(c)
				}
			}
		case *map[string]Gate:
			for k, g := range *x {
				g.Evidence = Normal(g.Evidence)
				(*x)[k] = g
			}
		case *map[string]Answer:
			for k, a := range *x {
				a.Evidence = Normal(a.Evidence)
				(*x)[k] = a
			}
		}
	}
}

// nameless says that nothing tells who the stakeholder is.
func nameless(s *Stakeholder) bool { return s.Person == "" && blank(s.Name) }

// validate says what is wrong with a record, as an [*Invalid], or nil. Of a
// record that was there before only the fields that differ are looked at: a
// merge may have left a reference dangling, and nobody who types into another
// field is to be stopped by that.
func validate(before, r Record, find lookup) error {
	if err := checkValues(before, r, true, find); err != nil {
		return err
	}
	was, _ := before.(*Stakeholder)
	if s, ok := r.(*Stakeholder); ok && nameless(s) && (was == nil || !nameless(was)) {
		return &Invalid{Kind: KindStakeholder, ID: s.ID, Field: "name", Reason: "a stakeholder is a person or has a name"}
	}
	return nil
}

// checkValues checks each field's value, and, where the record is whole, that
// required fields are there and references lead somewhere.
func checkValues(before, r Record, whole bool, find lookup) error {
	v := reflect.ValueOf(r).Elem()
	for _, f := range Fields(r.Kind()) {
		fv := v.Field(f.index)
		if before != nil && reflect.DeepEqual(fv.Interface(), reflect.ValueOf(before).Elem().Field(f.index).Interface()) {
			continue
		}
		fail := func(err error) error {
			return &Invalid{Kind: r.Kind(), ID: IDOf(r), Field: f.Name, Reason: err.Error()}
		}
		if whole && f.Required && fv.IsZero() || whole && f.Required && f.Type == TypeText && blank(fv.String()) {
			return fail(fmt.Errorf("must not be empty"))
		}
		link := f.Type == TypePerson || f.Type == TypePeople || f.Type == TypeRef
		if fv.IsZero() || link && !whole {
			continue
		}
		if err := checkField(f, fv, find); err != nil {
			return fail(err)
		}
	}
	return nil
}

func checkField(f Field, v reflect.Value, find lookup) error {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch f.Type {
	case TypeText:
		limit := MaxText
		if f.Bounded {
			limit = int(f.Max)
		}
		return CheckText(v.String(), limit, false)
	case TypeNote:
		return CheckText(v.String(), MaxNote, true)
	case TypeInt:
		if n := v.Int(); f.Bounded && (n < f.Min || n > f.Max) {
			return fmt.Errorf("is %d, allowed is %d to %d", n, f.Min, f.Max)
		}
	case TypeNumber:
		if n := v.Float(); math.IsNaN(n) || math.IsInf(n, 0) {
			return fmt.Errorf("is not a number")
		}
	case TypeDate:
		_, err := ParseDate(v.String())
		return err
	case TypeTime:
		if _, err := time.Parse(time.RFC3339, v.String()); err != nil {
			return fmt.Errorf("%q is not a time like 2026-11-22T09:30:00Z", v.String())
		}
	case TypeClock:
		_, err := ParseClock(v.String())
		return err
	case TypeChoice:
		if !slices.Contains(f.Choices, v.String()) {
			return fmt.Errorf("is %q, allowed is %s", clip(v.String()), strings.Join(f.Choices, ", "))
		}
	case TypePerson:
		return checkRef(v.String(), []string{string(KindPerson)}, find)
	case TypeRef:
		return checkRef(v.String(), f.Refs, find)
	case TypePeople:
		return checkPeople(v.Interface().([]ID), find)
	case TypeList:
		if f.Name == "hours" {
			return checkHours(v.Interface().([]string))
		}
		return checkList(v.Interface().([]string))
	case TypeCells, TypeGates, TypeAnswers:
		return checkKeyed(v)
	}
	return nil
}

func checkRef(id string, kinds []string, find lookup) error {
	if slices.Contains(kinds, "item") && itemRef.MatchString(id) {
		return nil
	}
	k := find(ID(id))
	if k == "" {
		return fmt.Errorf("there is no %s with the id %q", strings.Join(kinds, " or "), clip(id))
	}
	if !slices.Contains(kinds, string(k)) {
		return fmt.Errorf("%q is a %s, allowed is %s", clip(id), k, strings.Join(kinds, ", "))
	}
	return nil
}

func checkPeople(ids []ID, find lookup) error {
	if len(ids) > MaxList {
		return fmt.Errorf("has %d entries, the limit is %d", len(ids), MaxList)
	}
	for _, id := range ids {
		if err := checkRef(string(id), []string{string(KindPerson)}, find); err != nil {
			return err
		}
	}
	return nil
}

func checkList(lines []string) error {
	if len(lines) > MaxList {
		return fmt.Errorf("has %d entries, the limit is %d", len(lines), MaxList)
	}
	for i, s := range lines {
		if err := CheckText(s, MaxText, false); err != nil {
			return fmt.Errorf("entry %d %w", i+1, err)
		}
	}
	return nil
}

// checkKeyed checks the entries of a map; keys are ids made by templates.
func checkKeyed(v reflect.Value) error {
	if v.Len() > MaxList {
		return fmt.Errorf("has %d entries, the limit is %d", v.Len(), MaxList)
	}
	for it := v.MapRange(); it.Next(); {
		key := it.Key().String()
		if err := CheckText(key, 100, false); err != nil {
			return fmt.Errorf("the key %q %w", clip(key), err)
		}
		if _, gate := it.Value().Interface().(Gate); gate && !slices.Contains(Gates, key) {
			return fmt.Errorf("there is no gate %q, only %s", clip(key), strings.Join(Gates, ", "))
		}
		if err := checkEntry(it.Value().Interface()); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return nil
}

func checkEntry(value any) error {
	switch x := value.(type) {
	case string:
		return CheckText(x, MaxNote, true)
	case bool:
		return nil
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("is not a number")
		}
		return nil
	case Gate:
		return CheckText(x.Evidence, MaxNote, true)
	case Answer:
		if x.Now < 0 || x.Now > 5 || x.Needed < 0 || x.Needed > 5 {
			return fmt.Errorf("levels are 1 to 5, or 0 for not observed")
		}
		return CheckText(x.Evidence, MaxNote, true)
	}
	return fmt.Errorf("is neither a text nor a number nor yes or no")
}

// blank says whether there is nothing to see in a text.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) < 0
}

// clip shortens a foreign value for a message, never for keeping.
func clip(s string) string {
	if utf8.RuneCountInString(s) <= 40 {
		return s
	}
	return string([]rune(s)[:40]) + "…"
}
