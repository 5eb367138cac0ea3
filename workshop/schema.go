package workshop

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Type is the type of a field.
type Type string

// The types of fields.
const (
	TypeText    Type = "text"    // one line
	TypeNote    Type = "note"    // many lines
	TypeInt     Type = "int"     // whole number
	TypeNumber  Type = "number"  // any number
	TypeMoney   Type = "money"   // minor units of the workshop's currency
	TypeDate    Type = "date"    // 2026-11-22
	TypeTime    Type = "time"    // RFC 3339
	TypeClock   Type = "clock"   // a time of day, 09:30
	TypeChoice  Type = "choice"  // one of Choices
	TypeBool    Type = "bool"    // yes or no
	TypePerson  Type = "person"  // id of a person
	TypePeople  Type = "people"  // ids of people
	TypeRef     Type = "ref"     // id of a record of one of the kinds in Refs
	TypeList    Type = "list"    // lines of text
	TypeCells   Type = "cells"   // a card's cells, by id
	TypeGates   Type = "gates"   // the charter's gates, by id
	TypeAnswers Type = "answers" // a response's answers, by item
)

// Keyed says that the field is a map whose entries change one by one.
func (t Type) Keyed() bool { return t == TypeCells || t == TypeGates || t == TypeAnswers }

// Field describes one field of a record, as its struct tag says it. Forms,
// spreadsheet columns, redaction, search and the command line are driven by it.
type Field struct {
	Name         string
	Type         Type
	Choices      []string
	Refs         []string
	Min, Max     int64 // of an int, where Bounded; Max also limits a text
	Bounded      bool
	Required     bool
	Generated    bool // made by the app, not typed
	Personal     bool
	Confidential bool
	History      bool // every value is kept with its date
	Part         bool // of a ref: the record goes when the one it points to goes
	index        int
}

// schema holds what the tags say, by kind. It is read once; a tag that does
// not parse is a programming error and stops the program at start.
var schema = readSchema()

// Kinds lists all kinds of record in the order of the JSON document.
var Kinds = []Kind{KindCharter, KindPerson, KindStep, KindCard, KindStakeholder, KindAction, KindGoal,
	KindCommitment, KindMeasure, KindReading, KindReview, KindRound, KindResponse, KindPhoto, KindVoting, KindVote, KindReturn}

// Fields are the fields of a kind, in the order of the struct; nil for an
// unknown kind. The slice must not be changed.
func Fields(k Kind) []Field { return schema[k] }

// FieldOf finds a field by name; "cells.text" finds the field cells.
func FieldOf(k Kind, name string) (Field, bool) {
	name, _, _ = strings.Cut(name, ".")
	for _, f := range schema[k] {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

func readSchema() map[Kind][]Field {
	out := map[Kind][]Field{}
	for _, k := range Kinds {
		r, err := New(k)
		if err != nil {
			panic(err)
		}
		t := reflect.TypeOf(r).Elem()
		for i := range t.NumField() {
			tag, ok := t.Field(i).Tag.Lookup("nema")
			if !ok {
				continue
			}
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			f, err := parseTag(name, tag)
			if err != nil {
				panic(fmt.Sprintf("workshop: %s.%s: %v", k, name, err))
			}
			f.index = i
			out[k] = append(out[k], f)
		}
	}
	return out
}

func parseTag(name, tag string) (Field, error) {
	f := Field{Name: name}
	for i, part := range strings.Split(tag, ",") {
		key, value, _ := strings.Cut(part, "=")
		if i == 0 {
			f.Type = Type(key)
			switch f.Type {
			case TypeChoice:
				f.Choices = strings.Split(value, "|")
			case TypeRef:
				f.Refs = strings.Split(value, "|")
			}
			continue
		}
		switch key {
		case "required":
			f.Required = true
		case "generated":
			f.Generated = true
		case "personal":
			f.Personal = true
		case "confidential":
			f.Confidential = true
		case "history":
			f.History = true
		case "part":
			f.Part = true
		case "min", "max":
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil {
				return f, err
			}
			f.Bounded = true
			if key == "min" {
				f.Min = n
			} else {
				f.Max = n
			}
		default:
			return f, fmt.Errorf("unknown mark %q", part)
		}
	}
	return f, nil
}
