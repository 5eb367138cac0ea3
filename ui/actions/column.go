package actions

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/quickadd"
)

// column is one column of the register.
type column struct {
	id          actionlist.Column
	title       string
	width, grow float32
	spare       int // columns of a higher number go first where there is little room; 0 always stays
	cell        func(*actionlist.Row) widgets.Cell
	label       string // of the edit, in the menu of undo
	// Of columns that can be edited: the value as it is typed, copied and pasted, and what a typed one does to an action. Those with choices are
	// edited by picking one.
	text        func(*actionlist.Row) string
	read        func(*actionlist.Row, string) (setter, error)
	understood  func(*actionlist.Row, string) string
	placeholder string
	choices     func(*actionlist.Row) ([]widgets.Choice, int)
	pick        func(*actionlist.Row, int)
	add         func(*actionlist.Row, string) // of what was typed and is none of the choices
	addLabel    func(string) string
}

// setter writes a value into an action.
type setter func(*workshop.Action)

// take writes a typed value into one action.
func (b *Board) take(c column, r *actionlist.Row, text string) error {
	set, err := c.read(r, text)
	if err != nil {
		return err
	}
	return b.change(r, c.label, set)
}

// setColumns shows the columns for which there is room.
func (b *Board) setColumns(width float32) {
	columns := b.allColumns()
	for width > 0 {
		needed, spare := theme.PadPage, 0 // the table's edges
		for _, c := range columns {
			needed += theme.Scaled(c.width)
			spare = max(spare, c.spare)
		}
		if needed <= width || spare == 0 {
			break
		}
		columns = slices.DeleteFunc(columns, func(c column) bool { return c.spare == spare })
	}
	if b.table != nil && sameColumns(columns, b.columns) {
		return
	}
	before := b.table
	b.columns = columns
	b.table = widgets.NewTable(b.tableOptions())
	b.settleFace()
	if before != nil {
		before.StopEditing()
		b.table.SetCursor(before.Row(), 0)
		b.showChecks()
	}
	b.showSort()
}

func sameColumns(x, y []column) bool {
	return slices.EqualFunc(x, y, func(a, b column) bool { return a.id == b.id })
}

func (b *Board) tableOptions() widgets.TableOptions {
	at := b.at
	all := b.columns // the table's own: one that is exchanged for another may be painted once more
	var columns []widgets.TableColumn
	for _, c := range all {
		t := widgets.TableColumn{ID: string(c.id), Title: c.title, Width: c.width, Grow: c.grow, Placeholder: c.placeholder}
		if c.read != nil && b.editable() {
			t.Text = func(i int) string { return c.text(at(i)) }
		}
		if c.understood != nil {
			t.Understood = func(i int, text string) string { return c.understood(at(i), text) }
		}
		if c.choices != nil && b.editable() {
			t.Choices = func(i int) ([]widgets.Choice, int) { return c.choices(at(i)) }
			if c.add != nil {
				t.OnNew, t.NewLabel = func(i int, text string) { c.add(at(i), text) }, c.addLabel
			}
		}
		columns = append(columns, t)
	}
	o := widgets.TableOptions{
		Columns:  columns,
		Rows:     b.rows,
		Cell:     func(row, col int) widgets.Cell { return all[col].cell(at(row)) },
		Heading:  b.heading,
		Multi:    b.editable(),
		Sheet:    &widgets.Sheet{Copy: b.copyCells, Paste: b.pasteCells, Down: b.copyDown, Moved: b.refreshHints},
		OnSort:   func(col int, _ bool) { b.sortBy(all[col].id) },
		OnCursor: b.cursorAt,
		OnSelect: b.checksChanged,
		OnEdit:   func(row, col int, text string) error { return b.take(all[col], at(row), text) },
		OnPick:   func(row, col, choice int) { all[col].pick(at(row), choice) },
		OnKey:    b.tableKey,
		OnRune:   b.tableRune,
		OnMenu:   func(_ int, anchor fyne.CanvasObject) { b.menu(anchor) },
	}
	if b.o.all() {
		o.OnOpen = func(row int) { b.open(at(row)) }
	}
	return o
}

// editable says whether actions can be changed from here.
func (b *Board) editable() bool {
	if b.o.all() {
		return b.o.Sessions != nil
	}
	return !b.o.Session.ReadOnly()
}

// sortBy makes a column the first to sort by, or turns it round; the ones before come after it.
func (b *Board) sortBy(c actionlist.Column) {
	b.list.SetOrder(b.list.Order().By(c))
	b.rearranged()
}

// chooseSort offers the columns to sort by.
func (b *Board) chooseSort() {
	choices := make([]widgets.Choice, len(b.columns))
	for i, c := range b.columns {
		choices[i] = widgets.Choice{Label: c.title}
	}
	columns := b.columns
	widgets.ShowPicker(b.table, widgets.PickerOptions{Choices: choices, Selected: -1, OnClosed: b.table.Focus, OnPick: func(i int) { b.sortBy(columns[i].id) }})
}

// showSort marks the heading that the rows are sorted by.
func (b *Board) showSort() {
	order := b.list.Order()
	if len(order) == 0 {
		b.table.SetSort(-1, false)
		return
	}
	b.table.SetSort(slices.IndexFunc(b.columns, func(c column) bool { return c.id == order[0].Column }), order[0].Descending)
}

func (b *Board) allColumns() []column {
	ended := func(r *actionlist.Row) theme.Token {
		if r.Action.Ended() {
			return theme.Text3
		}
		return theme.Text
	}
	columns := []column{
		{id: actionlist.Number, title: "No.", width: 56, text: func(r *actionlist.Row) string { return r.Action.Label() }, cell: func(r *actionlist.Row) widgets.Cell {
			return widgets.Cell{Text: r.Action.Label(), Token: theme.Text3}
		}},
		{id: actionlist.Title, title: "Action", width: 230, grow: 1, placeholder: "What is to be done",
			cell: func(r *actionlist.Row) widgets.Cell {
				c := widgets.Cell{Text: r.Action.Title, Token: ended(r)}
				if r.Stale(b.list.Today()) {
					c.Icon, c.IconToken = "clock", theme.Warn
				}
				return c
			},
			text: func(r *actionlist.Row) string { return r.Action.Title }, label: "Edit action", read: readTitle},
		{id: actionlist.Owner, title: "Owner", width: 88, choices: b.ownerChoices, pick: b.pickOwner, add: b.newOwner, addLabel: newPerson, label: "Assign owner", read: b.readOwner,
			text: func(r *actionlist.Row) string { return r.Owner },
			cell: func(r *actionlist.Row) widgets.Cell {
				if r.Action.Owner == "" {
					return widgets.Cell{Text: "Nobody", Token: theme.Text3}
				}
				return widgets.Cell{Text: b.ownerText(r), Token: ended(r)}
			}},
		{id: actionlist.Due, title: "Due", width: 116, cell: b.dueCell, placeholder: "fri, +2w, 22 nov",
			label: "Set due date", text: func(r *actionlist.Row) string { return string(r.Action.Due) }, read: b.readDue, understood: b.dueUnderstood},
		{id: actionlist.Status, title: "Status", width: 98, pick: b.pickStatus, label: "Set status", read: b.readStatus,
			text:    func(r *actionlist.Row) string { return statusWords[r.Action.Status] },
			choices: func(r *actionlist.Row) ([]widgets.Choice, int) { return statusChoices(r.Action.Status) },
			cell: func(r *actionlist.Row) widgets.Cell {
				return widgets.Cell{Text: statusWords[r.Action.Status], Pill: true, Tone: statusTone(r.Action.Status)}
			}},
	}
	if b.o.all() {
		return append(columns, column{id: actionlist.Client, title: "Client", width: 110, grow: 0.2, spare: 2, text: func(r *actionlist.Row) string { return r.Client },
			cell: func(r *actionlist.Row) widgets.Cell { return widgets.Cell{Text: r.Client, Token: theme.Text2} }},
			column{id: actionlist.Place, title: "Workshop", width: 150, grow: 0.4, spare: 1, text: func(r *actionlist.Row) string { return r.Place }, cell: func(r *actionlist.Row) widgets.Cell {
				return widgets.Cell{Text: r.Place, Icon: "link", Token: theme.Accent}
			}})
	}
	return append(columns,
		column{id: actionlist.Progress, title: "Progress", width: 87, spare: 1, placeholder: "0 to 100", label: "Set progress", read: b.readProgress,
			cell: func(r *actionlist.Row) widgets.Cell {
				return widgets.Cell{Bar: true, Share: float64(r.Action.Progress) / 100, Token: theme.Text2}
			},
			text: func(r *actionlist.Row) string { return strconv.Itoa(r.Action.Progress) }},
		column{id: actionlist.Priority, title: "Priority", width: 65, spare: 2, pick: b.pickPriority, label: "Set priority", read: readPriority,
			text: func(r *actionlist.Row) string { return sentence(r.Action.Priority) },
			choices: func(r *actionlist.Row) ([]widgets.Choice, int) {
				return []widgets.Choice{{Label: "High", Icon: "up"}, {Label: "Medium", Icon: "minus"}, {Label: "Low", Icon: "down"}, {Label: "None"}},
					slices.Index(append(actionlist.Priorities(), ""), r.Action.Priority)
			},
			cell: func(r *actionlist.Row) widgets.Cell {
				icon, token := priorityIcon(r.Action.Priority)
				return widgets.Cell{Text: priorityWords[r.Action.Priority], Icon: icon, IconToken: token, Token: ended(r)}
			}},
		column{id: actionlist.Effort, title: "E / I", width: 50, spare: 4, placeholder: "L / H", label: "Set effort and impact", read: readBoth,
			cell: func(r *actionlist.Row) widgets.Cell {
				return widgets.Cell{Text: showLevels(r.Action.Effort, r.Action.Impact), Token: theme.Text2}
			},
			text: func(r *actionlist.Row) string { return showLevels(r.Action.Effort, r.Action.Impact) }},
		column{id: actionlist.Origin, title: "Source", width: 112, spare: 3, cell: sourceCell, text: func(r *actionlist.Row) string { return r.Source.Label }},
	)
}

func sourceCell(r *actionlist.Row) widgets.Cell {
	switch {
	case r.Source.Confidential:
		return widgets.Cell{Text: r.Source.Label, Icon: "lock", Token: theme.Text2}
	case r.Source.Label != "":
		return widgets.Cell{Text: r.Source.Label, Icon: "link", Token: theme.Accent}
	}
	return widgets.Cell{}
}

// dueCell marks overdue by a sign and a color; other dates leave the sign's room, so that all stand under each other.
func (b *Board) dueCell(r *actionlist.Row) widgets.Cell {
	c := widgets.Cell{Text: dayText(r.Action.Due, b.list.Today()), IconRoom: true}
	switch {
	case r.Action.Overdue(b.list.Today()):
		c.Icon, c.Token, c.Bold = "alert", theme.Danger, true
	case r.Action.Ended():
		c.Token = theme.Text3
	}
	return c
}

func (b *Board) context(of *actionlist.Row) quickadd.Context {
	return quickadd.Context{Today: b.o.today(), Currency: of.Currency}
}

func (b *Board) dueUnderstood(r *actionlist.Row, text string) string {
	d, ok := quickadd.Date(text, b.context(r))
	if !ok || d == "" {
		return ""
	}
	return d.Time().Format("Mon 2 Jan 2006")
}

// ownerChoices are everybody of the workshop, and nobody.
func (b *Board) ownerChoices(r *actionlist.Row) ([]widgets.Choice, int) {
	people, names := b.called(b.people(r))
	choices, selected := []widgets.Choice{{Label: "Nobody"}}, 0
	for i, p := range people {
		choices = append(choices, widgets.Choice{Label: names[i], Detail: p.Role, Icon: "user"})
		if p.ID == r.Action.Owner {
			selected = i + 1
		}
	}
	return choices, selected
}

func (b *Board) pickOwner(r *actionlist.Row, choice int) {
	owner := workshop.ID("")
	if people, _ := b.called(b.people(r)); choice > 0 && choice <= len(people) {
		owner = people[choice-1].ID
	}
	b.told(b.change(r, "Assign owner", func(a *workshop.Action) { a.Owner = owner }))
}

// newPerson names a person who is to be made.
func newPerson(name string) string { return "New person: " + name }

// newOwner gives an action to somebody who is named for the first time.
func (b *Board) newOwner(r *actionlist.Row, name string) {
	b.told(b.newPerson(r, "Assign owner", name, func(a *workshop.Action, id workshop.ID) { a.Owner = id }))
}

// newPerson makes a person and sets them in an action, as one step.
func (b *Board) newPerson(r *actionlist.Row, label, name string, set func(*workshop.Action, workshop.ID)) error {
	return b.edit(r, label, false, func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, r.ID())
		if err != nil {
			return err
		}
		set(a, e.Add(&workshop.Person{Name: strings.TrimSpace(name)}))
		return nil
	})
}

func (b *Board) pickStatus(r *actionlist.Row, choice int) {
	b.setStatus([]*actionlist.Row{r}, actionlist.Statuses()[choice])
}

func (b *Board) pickPriority(r *actionlist.Row, choice int) {
	priority := append(actionlist.Priorities(), "")[choice]
	b.told(b.change(r, "Set priority", func(a *workshop.Action) { a.Priority = priority }))
}
