package register

import (
	"context"
	"fmt"
	"strings"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// seek is how far down a header is looked for.
const seek = 30

// reader reads the table of actions row by row.
type reader struct {
	b *workbook.Book
	*exported
	copy    *exchange.Copy
	merged  []workbook.Area
	fields  []target // by column, from 1
	claimed map[*based]int
	twins   map[*based][]int // further lines that claim an action
	keyed   int              // rows that were known by their id or number
	list    bool             // a list of somebody else, all of whose rows are new
	chosen  map[string]string
}

// target is what a column holds.
type target struct {
	field string // "" for a column that is not known
	index int    // into baseFields, -1 for id, workshop and what is only read
	typ   workshop.Type
}

// findTable finds the sheet with the actions, and the row of its header: on
// the sheet where it was, or where most columns are known.
func (r *reader) findTable(ctx context.Context) (workbook.Sheet, int, error) {
	var best workbook.Sheet
	head, most := 0, 0
	for _, s := range r.b.Sheets() {
		if s.Hidden || s.Name == baseSheet || s.Name == listsSheet {
			continue
		}
		n := 0
		for row, err := range r.b.Rows(ctx, s) {
			if err != nil {
				return best, 0, err
			}
			if n++; n > seek {
				break
			}
			fields, known := r.header(row)
			// By owner has the same headers, but no ids, and is there to read.
			if hasField(fields, "id") {
				known += 100
			}
			if known > most && isTable(fields) {
				best, head, most, r.fields = s, row.Number, known, fields
			}
		}
	}
	if most == 0 {
		return best, 0, r.b.Refuse(workbook.Foreign, "has no table of actions: no row has a header that says "+english.say("column.title"), "ask for a copy in which the header is left in")
	}
	return best, head, nil
}

// header reads a row as a header: what each column is, and how many are known.
func (r *reader) header(row *workbook.Row) ([]target, int) {
	var out []target
	seen := map[string]bool{}
	for _, c := range row.Cells {
		field := r.columns[exchange.Fold(c.Text)]
		if field == "" {
			field = exchange.Column(c.Text)
		}
		if r.list {
			field = takeable(field)
		}
		if field == "" && !r.list && exchange.Fold(c.Text) == "id" {
			field = "id"
		}
		if field == "" || seen[field] {
			continue
		}
		seen[field] = true
		for len(out) <= c.Column {
			out = append(out, target{index: -1})
		}
		t := target{field: field, index: indexOfField(field)}
		if f, ok := workshop.FieldOf(workshop.KindAction, field); ok {
			t.typ = f.Type
		}
		out[c.Column] = t
	}
	return out, len(seen)
}

// isTable says whether columns are those of a table of actions: what to do, and
// which it is or whose and until when. Counts have a column Actions too.
func isTable(fields []target) bool {
	n := 0
	for _, name := range []string{"owner", "due", "status", "progress"} {
		if hasField(fields, name) {
			n++
		}
	}
	return hasField(fields, "title") && (n >= 2 || hasField(fields, "id") || hasField(fields, "number"))
}

func hasField(fields []target, name string) bool {
	for _, t := range fields {
		if t.field == name {
			return true
		}
	}
	return false
}

// row reads one row below the header.
func (r *reader) row(row *workbook.Row) {
	var id, number, label, client, title *workbook.Cell
	filled := 0
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Column >= len(r.fields) {
			continue
		}
		switch r.fields[c.Column].field {
		case "":
			continue
		case "id":
			id = c
			continue
		case "number":
			number = c
		case "workshop":
			label = c
		case "client":
			client = c
		case "title":
			title = c
			filled++
		default:
			filled++
		}
	}
	a, guessed := r.identify(id, number, label, title)
	if a == nil {
		if filled > 0 {
			r.added(row, id, label)
		}
		return
	}
	r.copy.Read++
	if !guessed {
		r.keyed++
	}
	out := exchange.Row{Line: row.Number, Workshop: r.workshopOf(a), Action: a.id, Guessed: guessed, Title: a.fields[titleField]}
	if first, twice := r.claimed[a]; twice {
		out.Twin = first
		r.twins[a] = append(r.twins[a], row.Number)
	} else {
		r.claimed[a] = row.Number
	}
	if filled == 0 {
		out.Edits = []exchange.Edit{{Field: "title", Cell: fmt.Sprintf("row %d", row.Number), Base: a.json(titleField),
			Value: exchange.Value{Problem: "the row was emptied, which deletes nothing; an action that is not to be done gets the status Dropped"}}}
		r.copy.Rows = append(r.copy.Rows, out)
		return
	}
	r.differences(row, a, &out)
	if label != nil && exchange.Fold(label.Text) != exchange.Fold(r.places[a.place].Label) {
		out.Edits = append(out.Edits, r.refused(row, label, "workshop", "an action stays in its workshop"))
	}
	if was := r.clients[out.Workshop]; client != nil && exchange.Fold(client.Text) != exchange.Fold(was) {
		e := r.refused(row, client, "client", "the client is that of the workshop, and is set there")
		e.Base = exchange.JSON(was)
		out.Edits = append(out.Edits, e)
	}
	if number != nil && !guessed && numberOf(number.Text) != a.fields[numberField] {
		out.Edits = append(out.Edits, r.refused(row, number, "number", "numbers are given by the app and stay"))
	}
	if len(out.Edits) > 0 {
		r.copy.Rows = append(r.copy.Rows, out)
	}
}

func (r *reader) refused(row *workbook.Row, c *workbook.Cell, field, reason string) exchange.Edit {
	return exchange.Edit{Field: field, Cell: workbook.Address(c.Column, row.Number), Text: r.b.Shown(c), Value: exchange.Value{Problem: reason}}
}

// identify finds the action that a row is.
func (r *reader) identify(id, number, label, title *workbook.Cell) (*based, bool) {
	if id != nil {
		if a := r.byID[workshop.ID(strings.TrimSpace(id.Text))]; a != nil {
			return a, false
		}
		if r.now {
			return nil, false // of another workshop, whose numbers mean nothing here
		}
	}
	place := r.placeOf(label)
	if place == "" {
		return nil, false
	}
	if number != nil {
		if a := r.byNumber[string(place)+"\x00"+numberOf(number.Text)]; a != nil {
			return a, false
		}
		return nil, false
	}
	if title != nil && id == nil {
		if a := r.byTitle[string(place)+"\x00"+exchange.Fold(title.Text)]; a != nil {
			if _, taken := r.claimed[a]; !taken {
				return a, true
			}
		}
	}
	return nil, false
}

// placeOf is the workshop that a row names, or the only one, or "".
func (r *reader) placeOf(label *workbook.Cell) workshop.ID {
	if label == nil {
		if len(r.places) == 1 {
			return r.places[0].Workshop
		}
		return ""
	}
	for _, p := range r.places {
		if exchange.Fold(p.Label) == exchange.Fold(label.Text) {
			return p.Workshop
		}
	}
	if len(r.places) == 1 {
		return r.places[0].Workshop
	}
	return ""
}

// numberOf is the number in A-007, 7 and a-7, "" for none.
func numberOf(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s, "A"), "a"), "-– ")
	s = strings.TrimSuffix(strings.TrimLeft(s, "0"), ".0")
	if strings.Trim(s, "0123456789") != "" {
		return ""
	}
	return s
}

// markTwins says of the first row of an action that there is another.
func (r *reader) markTwins() {
	for i := range r.copy.Rows {
		row := &r.copy.Rows[i]
		if more := r.twins[r.byID[row.Action]]; row.Action != "" && len(more) > 0 && row.Twin == 0 {
			row.Twin = more[0]
		}
	}
}

// markLost says of added rows that nothing tells which actions they are, where
// neither an id nor a number was left in the table, and which actions are taken.
func (r *reader) markLost() {
	if r.keyed > 0 || r.list {
		return
	}
	for i := range r.copy.Rows {
		r.copy.Rows[i].Lost = r.copy.Rows[i].Action == ""
	}
	r.copy.Seen = map[workshop.ID]bool{}
	for a := range r.claimed {
		r.copy.Seen[a.id] = true
	}
}

// added reads a row that is no action of the export.
func (r *reader) added(row *workbook.Row, id, label *workbook.Cell) {
	out := exchange.Row{Line: row.Number, Workshop: r.placeOf(label)}
	switch {
	case id != nil && strings.TrimSpace(id.Text) != "":
		out.Problem = "its hidden id is of no action of this " + r.told() + "; clear the cell " + workbook.Address(id.Column, row.Number) + " to add the row as a new action"
	case out.Workshop == "":
		out.Problem = "it does not say of which workshop it is"
	}
	if out.Workshop == "" {
		out.Workshop = r.places[0].Workshop
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Column >= len(r.fields) {
			continue
		}
		t := r.fields[c.Column]
		if t.index < 0 || t.index == numberField {
			continue
		}
		e := exchange.Edit{Field: t.field, Cell: workbook.Address(c.Column, row.Number), Text: r.b.Shown(c), Value: r.value(c, t, out.Workshop)}
		if t.field == "title" {
			out.Title = e.Text
		}
		if e.Value.Problem != "" || e.Value.JSON != nil || len(e.Value.Names) > 0 || e.Value.Ref != "" {
			out.Edits = append(out.Edits, e)
		}
	}
	if len(out.Edits) > 0 {
		r.hidden(row, &out)
		r.copy.Read++
		r.copy.Rows = append(r.copy.Rows, out)
	}
}

// hidden lists the cells of an added row that are merged with others: they have
// no value of their own.
func (r *reader) hidden(row *workbook.Row, out *exchange.Row) {
	for column := 1; column < len(r.fields) && len(r.merged) > 0; column++ {
		if t := r.fields[column]; t.index >= 0 && t.index != numberField && row.At(column) == nil && r.covered(column, row.Number) {
			out.Edits = append(out.Edits, exchange.Edit{Field: t.field, Cell: workbook.Address(column, row.Number),
				Value: exchange.Value{Problem: "is merged with the cell beside or above it, so nobody can tell its value"}})
		}
	}
}
