package canvas

import (
	"encoding/json"
	"slices"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Rows is what a table or a form works on: records with typed fields.
type Rows interface {
	// Fields are the columns, in order.
	Fields() []Field
	// List lists the records in order.
	List(w *workshop.Workshop) []workshop.Record
	// Value is a field's value as JSON has it, nil for none.
	Value(r workshop.Record, field string) any
	// Set writes a value; nil clears.
	Set(e *workshop.Edit, id workshop.ID, field string, v any) error
	// Add makes a row at the end with one value, which may be all it can be made from.
	Add(e *workshop.Edit, field string, v any) (workshop.ID, error)
	// Has says whether a touched record is a row, or may have become or been one.
	Has(t workshop.Touched, known bool) bool
	// One is what a row is called, in the singular and in lower case.
	One() string
}

// positionGap leaves room between two cards, so that one that is moved changes no other.
const positionGap = 1000

// cardRows are the cards of one canvas.
type cardRows struct {
	def    template.Canvas
	fields []Field
	group  workshop.ID // only this group's, "" for the cards of all
}

func newCardRows(def template.Canvas, group workshop.ID) *cardRows {
	return &cardRows{def, fieldsOf(def), group}
}

// holds says whether a card is one of these. Together one sees the cards of all groups, but a form, which is one card, has its copies apart.
func (c *cardRows) holds(card *workshop.Card) bool {
	return card.Canvas == c.def.ID && (card.Group == c.group || c.group == "" && c.def.Shape != template.ShapeForm)
}

func (c *cardRows) Fields() []Field { return c.fields }

// One is the title of the first field ("Finding") where that is a noun; "In their words" is none.
func (c *cardRows) One() string {
	title := c.fields[0].Title
	if strings.Count(title, " ") < 2 && !strings.HasSuffix(title, "s") {
		return lower(title)
	}
	switch c.def.Shape {
	case template.ShapeTree:
		return "cause"
	case template.ShapeColumns, template.ShapeField:
		return "card"
	}
	return "row"
}

func (c *cardRows) cards(w *workshop.Workshop) []*workshop.Card {
	var out []*workshop.Card
	for _, card := range workshop.All[workshop.Card](w) {
		if c.holds(card) {
			out = append(out, card)
		}
	}
	return out
}

func (c *cardRows) List(w *workshop.Workshop) []workshop.Record {
	cards := c.cards(w)
	out := make([]workshop.Record, len(cards))
	for i, card := range cards {
		out[i] = card
	}
	return out
}

func (c *cardRows) Value(r workshop.Record, field string) any {
	card, ok := r.(*workshop.Card)
	if !ok {
		return nil
	}
	v := card.Cells[field]
	if n, ok := v.(int); ok {
		return float64(n)
	}
	return v
}

func (c *cardRows) Set(e *workshop.Edit, id workshop.ID, field string, v any) error {
	card, err := workshop.Modify[workshop.Card](e, id)
	if err != nil {
		return err
	}
	card.Set(field, settle(e, v))
	return nil
}

func (c *cardRows) Add(e *workshop.Edit, field string, v any) (workshop.ID, error) {
	card := &workshop.Card{Canvas: c.def.ID, Group: c.group, Position: c.last(e.Workshop(), "") + positionGap}
	card.Set(field, settle(e, v))
	return e.Add(card), nil
}

// last is the position of the last card of a column.
func (c *cardRows) last(w *workshop.Workshop, column string) int {
	last := 0
	for _, card := range c.cards(w) {
		if card.Column == column {
			last = max(last, card.Position)
		}
	}
	return last
}

func (c *cardRows) Has(t workshop.Touched, known bool) bool {
	return t.Kind == workshop.KindCard && (known || t.Fields == nil || slices.Contains(t.Fields, "canvas") || slices.Contains(t.Fields, "group"))
}

// recordRows are the records of one kind.
type recordRows struct {
	kind   workshop.Kind
	one    string
	fields []Field
	keep   func(workshop.Record) bool // nil keeps all
	make   func() workshop.Record
	read   map[workshop.ID]reading
}

// reading is a record as JSON has it, kept as long as the record is the same.
type reading struct {
	of     workshop.Record
	values map[string]any
}

// RecordRows are the records of a kind that keep lets through, each with these fields. make gives a new one what all of them have.
func RecordRows(one string, fields []Field, keep func(workshop.Record) bool, make func() workshop.Record) Rows {
	return &recordRows{kind: make().Kind(), one: one, fields: fields, keep: keep, make: make, read: map[workshop.ID]reading{}}
}

func (r *recordRows) Fields() []Field { return r.fields }

func (r *recordRows) One() string { return r.one }

func (r *recordRows) List(w *workshop.Workshop) []workshop.Record {
	all := w.Records(r.kind)
	if r.keep == nil {
		return all
	}
	return slices.DeleteFunc(all, func(rec workshop.Record) bool { return !r.keep(rec) })
}

func (r *recordRows) Value(rec workshop.Record, field string) any {
	if rec == nil {
		return nil
	}
	id := workshop.IDOf(rec)
	known := r.read[id]
	if known.of != rec {
		known = reading{of: rec, values: map[string]any{}}
		if doc, err := json.Marshal(rec); err == nil && json.Unmarshal(doc, &known.values) == nil {
			r.read[id] = known
		}
	}
	return known.values[field]
}

func (r *recordRows) Set(e *workshop.Edit, id workshop.ID, field string, v any) error {
	var raw json.RawMessage
	if v = settle(e, v); v != nil {
		var err error
		if raw, err = json.Marshal(v); err != nil {
			return err
		}
	}
	return e.SetField(id, field, raw)
}

func (r *recordRows) Add(e *workshop.Edit, field string, v any) (workshop.ID, error) {
	id := e.Add(r.make())
	return id, r.Set(e, id, field, v)
}

func (r *recordRows) Has(t workshop.Touched, _ bool) bool { return t.Kind == r.kind }
