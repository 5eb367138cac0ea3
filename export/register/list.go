package register

import (
	"context"
	"strings"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// Mapping says which column of a list is which field of an action.
type Mapping struct {
	Column string `json:"column"` // its letters
	Header string `json:"header"`
	Field  string `json:"field"` // "" for a column that is not taken
}

// ReadList reads a list of actions that somebody made without this app, a
// workbook or separated values, for a workshop. The header is the row, on any
// sheet, in which most columns are known in any language of the app; choose
// gives fields by header or by the letters of a column where that is not so, ""
// for a column that is to be left out. Every row below becomes a new row of the
// copy. The same list again gives the same rows, so that nothing comes twice.
//
// A file without a column for what to do is a [*workbook.Refused].
func ReadList(ctx context.Context, path string, in *workshop.Charter, choose map[string]string) (*exchange.Copy, []Mapping, error) {
	b, err := workbook.Open(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	defer b.Close()
	p := purseOf(in.Currency)
	r := &reader{b: b, list: true, chosen: map[string]string{}, claimed: map[*based]int{}, exported: &exported{
		places: []exchange.Place{{Workshop: in.ID, Label: in.Title, Currency: p.code, Digits: p.digits}},
		purses: map[workshop.ID]purse{in.ID: p}, columns: map[string]string{},
	}}
	for column, field := range choose {
		r.chosen[exchange.Fold(column)] = field
	}
	r.copy = &exchange.Copy{Name: b.Name, Hash: b.Hash, Export: "list " + b.Hash, Places: r.places, Context: exchange.Context{Language: in.Language}}
	sheet, head, err := r.findTable(ctx)
	if err != nil {
		return nil, nil, err
	}
	var mapping []Mapping
	for row, err := range b.Rows(ctx, sheet) {
		switch {
		case err != nil:
			return nil, nil, err
		case row.Number == head:
			for i := range row.Cells {
				c := &row.Cells[i]
				m := Mapping{Column: workbook.Letters(c.Column), Header: strings.TrimSpace(c.Text)}
				if c.Column < len(r.fields) {
					m.Field = r.fields[c.Column].field
				}
				mapping = append(mapping, m)
			}
		case row.Number > head:
			r.row(row)
		}
	}
	return r.copy, mapping, nil
}
