package people

import (
	"fmt"
	"strings"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// column is one column of the table.
type column struct {
	id, title   string
	width, grow float32
	right       bool
	cell        func(row) widgets.Cell
	field       func(*workshop.Person) *string // of columns whose text can be edited
}

// makeTable makes the table for what can be seen and changed now.
func (b *Board) makeTable() {
	all := b.allColumns() // the table's own: one that is exchanged may be painted once more
	b.columns = all
	var columns []widgets.TableColumn
	for _, c := range b.columns {
		t := widgets.TableColumn{ID: c.id, Title: c.title, Width: c.width, Grow: c.grow, Right: c.right}
		if b.editable() {
			switch {
			case c.field != nil:
				t.Text = func(i int) string { return b.rows[i].text(c.id) }
			case c.id == "team":
				t.Choices = func(i int) ([]widgets.Choice, int) {
					return []widgets.Choice{{Label: "In the team", Icon: "check"}, {Label: "Not in the team"}}, 1 - yes(b.rows[i].team)
				}
			}
		}
		columns = append(columns, t)
	}
	o := widgets.TableOptions{
		Columns: columns,
		Rows:    func() int { return len(b.rows) },
		Cell:    func(row, col int) widgets.Cell { return all[col].cell(b.rows[row]) },
		OnSort: func(col int, down bool) {
			b.sortBy, b.down = all[col].id, down
			b.arrange()
		},
		OnCursor: b.cursorAt,
		OnEdit:   b.take,
		OnPick: func(row, _, choice int) {
			b.told(b.change(b.rows[row].id, "Change team", func(p *workshop.Person) { p.Team = choice == 0 }))
		},
		OnKey: b.tableKey, OnRune: b.tableRune,
	}
	if b.o.Session == nil {
		o.OnOpen = func(row int) {
			if b.o.Open != nil {
				b.o.Open(b.rows[row].in, b.rows[row].id)
			}
		}
	}
	b.table = widgets.NewTable(o)
	b.body.Objects = append(b.body.Objects[:0], b.table, b.empty)
	b.body.Refresh()
}

func (b *Board) allColumns() []column {
	plain := func(id string) func(row) widgets.Cell {
		return func(r row) widgets.Cell { return widgets.Cell{Text: r.text(id), Token: theme.Text2} }
	}
	name := column{id: "name", title: "Name", width: 180, grow: 1, field: func(p *workshop.Person) *string { return &p.Name },
		cell: func(r row) widgets.Cell { return widgets.Cell{Text: r.name, Icon: "user", IconToken: theme.Text3} }}
	email := column{id: "email", title: "E-mail", width: 150, grow: 1, cell: plain("email"), field: func(p *workshop.Person) *string { return &p.Email }}
	if b.hidden {
		name.title, name.field = "Code name", nil
		name.cell = func(r row) widgets.Cell { return widgets.Cell{Text: r.name, Icon: "shield", IconToken: theme.OK} }
		email.field = nil
		email.cell = func(row) widgets.Cell { return widgets.Cell{Text: "Hidden", Token: theme.Text3} }
	}
	code := column{id: "code", title: "Code name", width: 100, cell: plain("code")}
	if b.o.Session == nil {
		columns := []column{name, code, {id: "workshop", title: "Workshop", width: 200, grow: 1,
			cell: func(r row) widgets.Cell { return widgets.Cell{Text: r.place, Icon: "link", Token: theme.Accent} }}}
		if b.hidden {
			columns = append(columns[:1], columns[2])
		}
		return columns
	}
	columns := []column{name, code,
		{id: "role", title: "Role", width: 140, grow: 0.6, cell: plain("role"), field: func(p *workshop.Person) *string { return &p.Role }},
		{id: "unit", title: "Unit", width: 110, grow: 0.3, cell: plain("unit"), field: func(p *workshop.Person) *string { return &p.Unit }},
		email,
		{id: "team", title: "Team", width: 60, cell: func(r row) widgets.Cell {
			if r.team {
				return widgets.Cell{Text: "Yes", Icon: "check", IconToken: theme.OK}
			}
			return widgets.Cell{Text: "No", IconRoom: true, Token: theme.Text3}
		}},
		{id: "open", title: "Open actions", width: 96, right: true, cell: func(r row) widgets.Cell {
			if r.open == 0 {
				return widgets.Cell{Text: "–", Token: theme.Text3, Right: true}
			}
			return widgets.Cell{Text: fmt.Sprint(r.open), Right: true}
		}}}
	if b.hidden {
		columns = append(columns[:1], columns[2:]...)
	}
	return columns
}

// take takes the text of an edited cell.
func (b *Board) take(at, col int, text string) error {
	field := b.columns[col].field
	text = strings.TrimSpace(text)
	if b.columns[col].id == "email" && text != "" && !strings.Contains(text, "@") {
		return fmt.Errorf("%q is no e-mail address", text)
	}
	return b.change(b.rows[at].id, "Edit person", func(p *workshop.Person) { *field(p) = text })
}
