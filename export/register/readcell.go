package register

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// differences appends the cells of a row that are not as they were exported.
// An empty cell of a column that is there was emptied; a column that is not
// there says nothing.
func (r *reader) differences(row *workbook.Row, a *based, out *exchange.Row) {
	at := 0
	for column := 1; column < len(r.fields); column++ {
		t := r.fields[column]
		for at < len(row.Cells) && row.Cells[at].Column < column {
			at++
		}
		if t.index < 0 || t.index == numberField {
			continue
		}
		var c *workbook.Cell
		if at < len(row.Cells) && row.Cells[at].Column == column {
			c = &row.Cells[at]
		}
		if r.same(c, t, a) {
			continue
		}
		e := exchange.Edit{Field: t.field, Cell: workbook.Address(column, row.Number), Base: a.json(t.index)}
		switch {
		case c == nil && r.covered(column, row.Number):
			e.Value.Problem = "is merged with the cell beside or above it, so nobody can tell its value"
		case c == nil:
			e.Value = exchange.ReadText(t.field, "", exchange.Context{})
		default:
			e.Text, e.Value = r.b.Shown(c), r.value(c, t, r.workshopOf(a))
		}
		if t.typ == workshop.TypePeople {
			e.Value.Keep = r.unnamed(a, t.index)
		}
		if e.Value.Problem == "" && len(e.Value.Names) == 0 && e.Value.Ref == "" && string(e.Value.JSON) == string(e.Base) {
			continue // another way to write the same
		}
		out.Edits = append(out.Edits, e)
	}
}

func (r *reader) covered(column, row int) bool {
	return slices.ContainsFunc(r.merged, func(m workbook.Area) bool { return m.Covers(column, row) })
}

// same says quickly whether a cell is as it was exported. Spaces around a text
// are nothing that anybody typed: some programs take them away.
func (r *reader) same(c *workbook.Cell, t target, a *based) bool {
	was := a.fields[t.index]
	if t.typ == workshop.TypeRef {
		return r.sameRef(c, was, r.workshopOf(a))
	}
	if c == nil {
		return strings.TrimSpace(was) == "" || was == "0"
	}
	if c.Missing {
		return false
	}
	switch t.typ {
	case workshop.TypeText, workshop.TypeNote:
		// A text such as #REF! becomes an error when some programs save it.
		return (c.Kind == workbook.Text || c.Kind == workbook.Fault) && (c.Text == was || strings.TrimSpace(workshop.Normal(c.Text)) == strings.TrimSpace(was))
	case workshop.TypeChoice:
		return r.words[t.field+"\x00"+c.Text] == was
	case workshop.TypeDate:
		if c.Kind == workbook.Text {
			return c.Text == was // a day before spreadsheets count
		}
		f, ok := c.Float()
		if !ok {
			return false
		}
		day, ok := r.b.Day(f)
		return ok && day == was
	case workshop.TypeInt:
		return c.Text == was && c.Kind != workbook.Bool && c.Kind != workbook.Percent || was == "" && c.Text == "0" && c.Kind == workbook.Number
	case workshop.TypePerson:
		return r.labels[r.workshopOf(a)][workshop.ID(was)] == c.Text || was == "" && strings.TrimSpace(c.Text) == ""
	case workshop.TypePeople:
		return c.Text == r.labelled(a, t.index)
	case workshop.TypeMoney:
		return r.sameAmount(c, was, r.purses[r.workshopOf(a)])
	}
	return false
}

// sameRef compares what a goal or a source is called. A source that is not named
// stands there as one word.
func (r *reader) sameRef(c *workbook.Cell, was string, in workshop.ID) bool {
	label, text := exchange.Fold(r.labels[in][workshop.ID(was)]), ""
	if c != nil {
		if c.Missing || c.Kind == workbook.Fault {
			return false
		}
		text = exchange.Fold(r.b.Shown(c))
	}
	return text == label || label == "" && text == exchange.Fold(english.say("source.secret"))
}

// sameAmount compares an amount; one that has too many digits for a number
// stands in its cell as a text.
func (r *reader) sameAmount(c *workbook.Cell, was string, p purse) bool {
	n, err := strconv.ParseInt(was, 10, 64)
	if err != nil {
		return false
	}
	if f, ok := c.Float(); ok && c.Kind == workbook.Number {
		return math.Round(rounded(f)*math.Pow10(p.digits)) == float64(n) && math.Abs(float64(n)) <= exact
	}
	return c.Kind == workbook.Text && c.Text == p.text(workshop.Money(n))
}

// labelled is how the people of a field were written.
func (r *reader) labelled(a *based, i int) string {
	var names []string
	for _, id := range a.people(i) {
		if n := r.labels[r.workshopOf(a)][id]; n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, "; ")
}

// unnamed are the people of a field whom the file does not name.
func (r *reader) unnamed(a *based, i int) []workshop.ID {
	return slices.DeleteFunc(a.people(i), func(id workshop.ID) bool { return r.labels[r.workshopOf(a)][id] != "" })
}

// value reads a cell for a field.
func (r *reader) value(c *workbook.Cell, t target, in workshop.ID) exchange.Value {
	context := r.copy.Context
	p := r.purses[in]
	context.Currency, context.Digits = p.code, p.digits
	switch {
	case c.Missing:
		return exchange.Value{Problem: "is a formula without a value; save the file in Excel or LibreOffice, which work it out"}
	case c.Kind == workbook.Fault:
		return exchange.Value{Problem: "is an error in the spreadsheet"}
	case c.Kind == workbook.Bool && t.typ != workshop.TypeText && t.typ != workshop.TypeNote:
		return exchange.Value{Problem: "is yes or no"}
	}
	f, number := c.Float()
	if !number {
		return exchange.ReadText(t.field, r.b.Shown(c), context)
	}
	switch t.typ {
	case workshop.TypeDate:
		day, ok := r.b.Day(f)
		if !ok {
			return exchange.Value{Problem: "is not a date"}
		}
		return exchange.ReadDay(day)
	case workshop.TypeInt:
		if c.Kind == workbook.Percent {
			f = math.Round(f*1e8) / 1e6
		}
		if c.Kind == workbook.Date {
			return exchange.Value{Problem: "is a date"}
		}
		return exchange.ReadNumber(t.field, f, context)
	case workshop.TypeMoney:
		if c.Kind == workbook.Date || c.Kind == workbook.Percent {
			return exchange.Value{Problem: "is not an amount"}
		}
		return exchange.ReadNumber(t.field, rounded(f), context)
	}
	return exchange.ReadText(t.field, r.b.Shown(c), context)
}

// rounded takes away the noise behind the 15 digits that spreadsheets count with.
func rounded(f float64) float64 {
	if x, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64); err == nil {
		return x
	}
	return f
}
