package canvas

import (
	"fmt"
	"slices"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// The types of a field that templates do not have.
const (
	typeNumber = "number" // any number
	typePeople = "people" // several people
	typeRef    = "ref"    // another record
)

// Field is one typed value of a row, whether a template's cell or a record's own field declares it.
type Field struct {
	ID, Title, Type, Unit, Hint string

	Choices      []template.Choice
	Min, Max     int64
	Bounded      bool // Min and Max hold
	Required     bool
	Sum          bool
	Confidential bool
	Width        int             // relative to the other fields
	Refs         []workshop.Kind // of a ref
	Fixed        bool            // shown, made by the app, not typed
	Past         bool            // a date of something that has been: "fri" is the last Friday
	Judged       bool            // of a cause: a no is an answer too, and not the same as none
}

// fieldsOf are the fields of a template's canvas.
func fieldsOf(c template.Canvas) []Field {
	out := make([]Field, 0, len(c.Cells))
	for _, cell := range c.Cells {
		out = append(out, Field{
			ID: cell.ID, Title: cell.Title, Type: cell.Type, Unit: cell.Unit, Hint: cell.Hint, Choices: cell.Choices,
			Min: int64(cell.Min), Max: int64(cell.Max), Bounded: cell.Min != 0 || cell.Max != 0,
			Required: cell.Required, Sum: cell.Sum, Confidential: cell.Confidential, Width: max(1, cell.Width),
		})
	}
	if c.Shape == template.ShapeTree {
		if i := slices.IndexFunc(out, func(f Field) bool { return f.Type == template.TypeBool }); i >= 0 {
			out[i].Judged = true
		}
	}
	return out
}

// wide are the relative widths of the columns of records.
var wide = map[workshop.Type]int{workshop.TypeText: 3, workshop.TypeNote: 4, workshop.TypePerson: 2, workshop.TypePeople: 2, workshop.TypeRef: 2,
	workshop.TypeChoice: 1, workshop.TypeDate: 1}

// RecordFields are the named fields of a kind of record in this order, or all that somebody can type when no names are given.
func RecordFields(k workshop.Kind, names ...string) []Field {
	var out []Field
	for _, f := range workshop.Fields(k) {
		if len(names) == 0 && !f.Generated || slices.Contains(names, f.Name) {
			out = append(out, recordField(f))
		}
	}
	if len(names) > 0 {
		slices.SortStableFunc(out, func(a, b Field) int { return slices.Index(names, a.ID) - slices.Index(names, b.ID) })
	}
	return out
}

func recordField(f workshop.Field) Field {
	out := Field{ID: f.Name, Title: Words(f.Name), Type: string(f.Type), Required: f.Required, Confidential: f.Confidential, Fixed: f.Generated,
		Bounded: f.Bounded && f.Type == workshop.TypeInt, Width: max(1, wide[f.Type])}
	if out.Bounded {
		out.Min, out.Max = f.Min, f.Max
	}
	for _, c := range f.Choices {
		out.Choices = append(out.Choices, template.Choice{ID: c, Title: Words(c)})
	}
	for _, r := range f.Refs {
		out.Refs = append(out.Refs, workshop.Kind(r))
	}
	if f.Type == workshop.TypeText && f.Name == "unit" {
		out.Width = 0 // a word like "min" needs no share of the room that is left
	}
	return out
}

// Words turns a name of the data dictionary into words: "target_date" into "Target date".
func Words(name string) string {
	s := strings.NewReplacer("_", " ", "-", " ").Replace(name)
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Titled gives a field other words and another hint.
func (f Field) Titled(title, hint string) Field {
	f.Title = title
	if hint != "" {
		f.Hint = hint
	}
	return f
}

// numeric says that values are numbers and stand at the right.
func (f Field) numeric() bool {
	return f.Type == template.TypeInt || f.Type == template.TypeMoney || f.Type == typeNumber
}

// picks says that values are chosen rather than written.
func (f Field) picks() bool {
	return f.Type == template.TypeChoice || f.Type == template.TypePerson || f.Type == typeRef || f.Type == template.TypeBool
}

// bare is the title without the bounds of its numbers, which say nothing beside a value: "Strength" of "Strength 1-5".
func (f Field) bare() string {
	if f.Bounded {
		return strings.TrimSuffix(f.Title, fmt.Sprintf(" %d-%d", f.Min, f.Max))
	}
	return f.Title
}
