package actions

import (
	"fmt"
	"slices"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// chosen are the actions to work on: those that are checked, in the order of the table, or else the one of the cursor.
func (b *Board) chosen() []*actionlist.Row {
	var rows []*actionlist.Row
	for _, i := range b.table.Selected() {
		if r := b.at(i); r != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

// checksChanged remembers by their ids which actions are checked: rows move.
func (b *Board) checksChanged([]int) {
	clear(b.checked)
	if b.table.Checked() > 0 {
		for _, r := range b.chosen() {
			b.checked[r.ID()] = true
		}
	}
	b.refreshHints()
}

// showChecks checks the rows in which the checked actions stand now. Those that are out of sight are not checked any more: nobody would know.
func (b *Board) showChecks() {
	if len(b.checked) == 0 {
		b.table.SetChecked(nil)
		return
	}
	var rows []int
	seen := map[workshop.ID]bool{}
	for i := range b.rows() {
		if r := b.at(i); r != nil && b.checked[r.ID()] {
			rows = append(rows, i)
			seen[r.ID()] = true
		}
	}
	b.checked = seen
	b.table.SetChecked(rows)
}

func (b *Board) uncheck() {
	clear(b.checked)
	b.table.SetChecked(nil)
	b.table.Refresh()
	b.refreshHints()
}

// copyCells is the cell of the cursor, or the whole row; of all checked rows, where there are some.
func (b *Board) copyCells() string {
	columns := b.columns
	if b.table.InCell() {
		columns = columns[b.table.Column():][:1]
	}
	var cells [][]string
	for _, r := range b.chosen() {
		var row []string
		for _, c := range columns {
			row = append(row, c.text(r))
		}
		cells = append(cells, row)
	}
	return writeCells(cells)
}

// cellEdit is a value for one cell.
type cellEdit struct {
	row    *actionlist.Row
	column column
	text   string
}

// pasteCells writes what a spreadsheet has copied, from the cell of the cursor on to the right and down. One value goes into all checked rows.
func (b *Board) pasteCells(text string) {
	if !b.editable() || text == "" || b.table.Row() < 0 {
		return
	}
	cells := readCells(text)
	left := b.table.Column()
	if !b.table.InCell() {
		left = 0
	}
	var rows []*actionlist.Row
	if len(b.checked) > 0 {
		rows = b.chosen()
		if len(cells) == 1 {
			for len(cells) < len(rows) {
				cells = append(cells, cells[0])
			}
		}
	} else {
		for i := b.table.Row(); i < b.rows() && len(rows) < len(cells); i++ {
			if r := b.at(i); r != nil {
				rows = append(rows, r)
			}
		}
	}
	if len(cells) > len(rows) {
		b.notPasted(fmt.Sprintf("%s were copied, and there is room for %s from here", plural(len(cells), "row"), plural(len(rows), "row")))
		return
	}
	var edits []cellEdit
	for i, row := range cells {
		for j, text := range row {
			if left+j >= len(b.columns) {
				b.notPasted(fmt.Sprintf("%s were copied, and there are %s from here", plural(len(row), "column"), plural(len(b.columns)-left, "column")))
				return
			}
			c := b.columns[left+j]
			if c.text(rows[i]) == text {
				continue
			}
			if c.read == nil {
				b.notPasted(fmt.Sprintf("%s of %s cannot be changed here", c.title, rows[i].Action.Label()))
				return
			}
			edits = append(edits, cellEdit{rows[i], c, text})
		}
	}
	b.write("Paste", edits, func(why string) { b.notPasted(why) })
}

func (b *Board) notPasted(why string) {
	b.o.Frame.ShowError(shell.Trouble{Title: "Nothing was pasted", What: sentence(why) + ".", Kept: "All actions are as they were before.",
		Do: "Change the copied cells, or put the cursor elsewhere, and paste again."})
}

// copyDown writes the value of the first checked row into the other ones; without checks, that of the row above into this one.
func (b *Board) copyDown() {
	if !b.table.InCell() || !b.editable() {
		return
	}
	c := b.columns[b.table.Column()]
	rows := b.chosen()
	if len(rows) == 1 {
		for i := b.table.Row() - 1; i >= 0; i-- {
			if r := b.at(i); r != nil {
				rows = []*actionlist.Row{r, rows[0]}
				break
			}
		}
	}
	if c.read == nil || len(rows) < 2 {
		return
	}
	b.setAll("Copy down", c, rows[1:], c.text(rows[0]))
}

// setAll writes one value into a column of several actions.
func (b *Board) setAll(label string, c column, rows []*actionlist.Row, text string) {
	var edits []cellEdit
	for _, r := range rows {
		edits = append(edits, cellEdit{r, c, text})
	}
	b.write(label, edits, func(why string) {
		b.o.Frame.ShowError(shell.Trouble{Title: "The actions were not changed", What: sentence(why) + ".", Kept: "All of them are as they were before.",
			Do: "Choose another value, or fewer actions."})
	})
}

// write makes all edits in one step of undo, or none of them.
func (b *Board) write(label string, edits []cellEdit, refused func(string)) {
	if len(edits) == 0 {
		return
	}
	setters := make([]setter, len(edits))
	for i, x := range edits {
		set, err := x.column.read(x.row, x.text)
		if err != nil {
			refused(x.row.Action.Label() + ", " + x.column.title + ": " + err.Error())
			return
		}
		if x.row.Workshop != edits[0].row.Workshop {
			refused("the actions belong to different workshops, and one step of undo is for one of them: change those of one workshop at a time")
			return
		}
		setters[i] = set
	}
	s, err := b.session(edits[0].row)
	if err == nil {
		err = s.Do(label, func(e *workshop.Edit) error {
			for i, x := range edits {
				a, err := workshop.Modify[workshop.Action](e, x.row.ID())
				if err == nil {
					err = ruled(a, setters[i])
				}
				if err != nil {
					return fmt.Errorf("%s, %s: %s", x.row.Action.Label(), x.column.title, refusal(err))
				}
			}
			return nil
		})
	}
	if err != nil {
		refused(refusal(err))
		return
	}
	ids := map[workshop.ID]bool{}
	for _, x := range edits {
		ids[x.row.ID()] = true
	}
	b.caught(s, ids)
	if len(ids) > 1 {
		b.undoable(edits[0].row, plural(len(ids), "action")+" changed", label)
	}
}

// caught takes up what has been changed.
func (b *Board) caught(s *workshop.Session, ids map[workshop.ID]bool) {
	if !b.o.all() {
		b.watch.Catch()
		return
	}
	for id := range ids {
		b.reread(s, id)
	}
}

// bulk asks for a value and writes it into all checked actions.
func (b *Board) bulk(id actionlist.Column) {
	i := slices.IndexFunc(b.allColumns(), func(c column) bool { return c.id == id })
	rows := b.chosen()
	if i < 0 || len(rows) == 0 {
		return
	}
	c := b.allColumns()[i]
	if c.choices == nil {
		b.bulkText(c, rows)
		return
	}
	choices, _ := c.choices(rows[0])
	widgets.ShowPicker(b.table, widgets.PickerOptions{Choices: choices, Selected: -1, OnClosed: b.table.Focus, OnPick: func(i int) {
		if c.id == actionlist.Status {
			b.setStatus(rows, actionlist.Statuses()[i])
			return
		}
		b.setAll(c.label, c, rows, choices[i].Label)
	}})
}

// bulkText asks for a value that is typed.
func (b *Board) bulkText(c column, rows []*actionlist.Row) {
	entry := widgets.NewEntry(c.placeholder)
	var d *shell.Dialog
	run := func() {
		if _, err := c.read(rows[0], entry.Text()); err != nil {
			entry.SetProblem(err.Error())
			return
		}
		d.Close()
		b.setAll(c.label, c, rows, entry.Text())
		b.table.Focus()
	}
	entry.OnSubmit = func(string) { run() }
	entry.OnChanged = func(text string) {
		entry.SetProblem("")
		if c.understood != nil {
			entry.SetHint(c.understood(rows[0], text))
		}
	}
	d = &shell.Dialog{Title: c.label + " of " + plural(len(rows), "action"), Content: widgets.Labeled(c.title, entry), Focus: entry.Input(),
		Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: "Set", Kind: widgets.Primary, Stay: true, Run: run}}}
	b.o.Frame.ShowDialog(d)
}

// removeAll deletes the checked actions, or the one of the cursor.
func (b *Board) removeAll() {
	rows := b.chosen()
	if len(b.checked) == 0 || len(rows) == 0 {
		b.remove()
		return
	}
	if slices.ContainsFunc(rows, func(r *actionlist.Row) bool { return r.Workshop != rows[0].Workshop }) {
		b.told(fmt.Errorf("the actions belong to different workshops: delete those of one at a time"))
		return
	}
	s, err := b.session(rows[0])
	var labels []string
	ids := map[workshop.ID]bool{}
	for _, r := range rows {
		labels = append(labels, r.Action.Label())
		ids[r.ID()] = true
	}
	if err == nil {
		err = s.Do("Delete actions", func(e *workshop.Edit) error {
			for _, r := range rows {
				if err := e.Delete(r.ID()); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err != nil {
		b.told(err)
		return
	}
	b.uncheck()
	b.caught(s, ids)
	what := strings.Join(labels, ", ")
	if len(labels) > 4 {
		what = plural(len(labels), "action")
	}
	b.undoable(rows[0], what+" deleted", "Delete actions")
}
