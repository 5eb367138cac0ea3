package actions

import (
	"errors"
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
	fresh := b.newRows(len(cells)-len(rows), len(rows))
	if len(cells) > len(rows)+len(fresh) {
		b.notPasted(fmt.Sprintf("%s were copied, and there is room for %s from here", plural(len(cells), "row"), plural(len(rows), "row")))
		return
	}
	rows = append(rows, fresh...)
	var edits []cellEdit
	for i, row := range cells {
		titled := rows[i].ID() != ""
		for j, text := range row {
			if left+j >= len(b.columns) {
				b.notPasted(fmt.Sprintf("%s were copied, and there are %s from here", plural(len(row), "column"), plural(len(b.columns)-left, "column")))
				return
			}
			c := b.columns[left+j]
			titled = titled || c.id == actionlist.Title && strings.TrimSpace(text) != ""
			if c.text(rows[i]) == text || rows[i].ID() == "" && (c.read == nil || text == "") {
				continue // numbers and sources of new rows are given here
			}
			if c.read == nil {
				b.notPasted(fmt.Sprintf("%s of %s cannot be changed here", c.title, rows[i].Action.Label()))
				return
			}
			edits = append(edits, cellEdit{rows[i], c, text})
		}
		if !titled {
			b.notPasted(fmt.Sprintf("row %d of what was copied would be a new action, and says nothing in the column Action", i+1))
			return
		}
	}
	b.write("Paste", edits, func(why string) { b.notPasted(why) })
}

// newRows are rows for as many new actions as were copied beyond the last row of the table; none where actions cannot be added, or where the rows
// are in groups and nobody could say in which.
func (b *Board) newRows(n, from int) []*actionlist.Row {
	s := b.quick.session()
	if n <= 0 || s == nil || !b.quick.possible() || len(b.checked) > 0 || b.list.Group() != "" {
		return nil
	}
	var rows []*actionlist.Row
	s.Read(func(w *workshop.Workshop) {
		for range n {
			rows = append(rows, actionlist.RowOf(w, &workshop.Action{Status: workshop.ActionOpen}, b.names()))
		}
	})
	return rows
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

// write makes all edits in one step of undo, or none of them, in however many workshops they are. A row without an id becomes a new action.
func (b *Board) write(label string, edits []cellEdit, refused func(string)) {
	if len(edits) == 0 {
		return
	}
	setters := make([]setter, len(edits))
	places := map[workshop.ID][]int{} // the edits of each workshop
	var order []workshop.ID
	for i, x := range edits {
		set, err := x.column.read(x.row, x.text)
		if err != nil {
			refused(b.called1(x.row) + ", " + x.column.title + ": " + err.Error())
			return
		}
		setters[i] = set
		if places[x.row.Workshop] == nil {
			order = append(order, x.row.Workshop)
		}
		places[x.row.Workshop] = append(places[x.row.Workshop], i)
	}
	parts := map[workshop.ID]func(*workshop.Edit) error{}
	var added []workshop.ID
	for _, place := range order {
		parts[place] = func(e *workshop.Edit) error {
			added = nil
			made := map[*actionlist.Row]*workshop.Action{}
			for _, i := range places[place] {
				r := edits[i].row
				if r.ID() != "" {
					a, err := workshop.Modify[workshop.Action](e, r.ID())
					if err == nil {
						err = ruled(a, setters[i])
					}
					if err != nil {
						return fmt.Errorf("%s, %s: %s", r.Action.Label(), edits[i].column.title, refusal(err))
					}
					continue
				}
				if made[r] == nil {
					made[r] = &workshop.Action{Status: workshop.ActionOpen}
				}
				setters[i](made[r])
			}
			for _, i := range places[place] {
				if a := made[edits[i].row]; a != nil && a.ID == "" {
					added = append(added, e.Add(a))
				}
			}
			return nil
		}
	}
	touched := map[workshop.ID][]workshop.ID{}
	seen := map[*actionlist.Row]bool{}
	for _, x := range edits {
		if x.row.ID() != "" && !seen[x.row] {
			seen[x.row] = true
			touched[x.row.Workshop] = append(touched[x.row.Workshop], x.row.ID())
		}
	}
	if !b.across(label, order, parts, refused) {
		return
	}
	changed := len(seen)
	if len(added) > 0 {
		touched[order[0]] = append(touched[order[0]], added...)
	}
	b.caught(touched)
	if len(added) > 0 {
		b.Select(added[len(added)-1])
	}
	var said []string
	if changed > 0 {
		said = append(said, plural(changed, "action")+" changed")
	}
	if len(added) > 0 {
		said = append(said, plural(len(added), "action")+" added")
	}
	if changed > 1 || len(added) > 0 {
		b.undoable(edits[0].row, strings.Join(said, ", "), label)
	}
}

// called1 is what a row is called in a refusal.
func (b *Board) called1(r *actionlist.Row) string {
	if r.ID() == "" {
		return "A new action"
	}
	return r.Action.Label()
}

// across runs a step in one workshop or in several, where it is one step too. It says whether it was done.
func (b *Board) across(label string, order []workshop.ID, parts map[workshop.ID]func(*workshop.Edit) error, refused func(string)) bool {
	if len(order) > 1 && b.o.Joint == nil {
		refused("the actions belong to different workshops: change those of one at a time")
		return false
	}
	var done []*workshop.Session
	var titles []string
	for _, place := range order {
		s, err := b.session(&actionlist.Row{Workshop: place})
		before := workshop.Ref{}
		if err == nil {
			before = s.UndoRef()
			err = s.Do(label, parts[place])
		}
		if err != nil {
			for _, other := range slices.Backward(done) {
				err = errors.Join(err, other.Retract())
			}
			refused(refusal(err))
			return false
		}
		if s.UndoRef() != before { // else nothing was to be changed there
			done, titles = append(done, s), append(titles, b.placeName(place))
		}
	}
	if len(done) > 1 {
		b.o.Joint(label, done, titles)
	}
	return true
}

// placeName is the title of a workshop.
func (b *Board) placeName(id workshop.ID) string {
	for _, r := range b.list.All() {
		if r.Workshop == id {
			return r.Place
		}
	}
	return ""
}

// caught takes up what has been changed, by workshop.
func (b *Board) caught(ids map[workshop.ID][]workshop.ID) {
	if !b.o.all() {
		b.watch.Catch()
		return
	}
	for place, list := range ids {
		s, err := b.session(&actionlist.Row{Workshop: place})
		if err != nil {
			continue
		}
		for _, id := range list {
			b.readAgain(s, id)
		}
	}
	b.settled()
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
	var labels []string
	var order []workshop.ID
	ids := map[workshop.ID][]workshop.ID{}
	for _, r := range rows {
		labels = append(labels, r.Action.Label())
		if ids[r.Workshop] == nil {
			order = append(order, r.Workshop)
		}
		ids[r.Workshop] = append(ids[r.Workshop], r.ID())
	}
	parts := map[workshop.ID]func(*workshop.Edit) error{}
	for _, place := range order {
		parts[place] = func(e *workshop.Edit) error {
			for _, id := range ids[place] {
				if err := e.Delete(id); err != nil {
					return err
				}
			}
			return nil
		}
	}
	if !b.across("Delete actions", order, parts, func(why string) { b.told(errors.New(why)) }) {
		return
	}
	b.uncheck()
	b.caught(ids)
	what := strings.Join(labels, ", ")
	if len(labels) > 4 {
		what = plural(len(labels), "action")
	}
	b.undoable(rows[0], what+" deleted", "Delete actions")
}
