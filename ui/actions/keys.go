package actions

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/actionlist"
)

// Commands are what can be done here, for the shell's table.
func (b *Board) Commands() []shell.Command {
	some := func() bool { return b.row() != nil && b.editable() }
	inCell := func() bool { return some() && b.table.InCell() }
	commands := []shell.Command{
		{ID: "actions.filter", Label: "Filter actions", Group: "Actions", Icon: "filter", Shortcut: "/", Run: b.filters.entry.Focus},
		{ID: "actions.done", Label: "Action done, or open again", Group: "Actions", Icon: "check", Shortcut: "Space", Enabled: some, Run: b.toggleDone},
		{ID: "actions.due", Label: "Set due date", Group: "Actions", Icon: "cal", Shortcut: "D", Enabled: some, Run: func() { b.editColumn(actionlist.Due) }},
		{ID: "actions.owner", Label: "Assign owner", Group: "Actions", Icon: "user", Shortcut: "O", Enabled: some, Run: func() { b.editColumn(actionlist.Owner) }},
		{ID: "actions.delete", Label: "Delete action, or those that are checked", Group: "Actions", Icon: "x", Shortcut: "Del", Enabled: some, Run: b.removeAll},
		{ID: "actions.check", Label: "Check the action, or uncheck it", Group: "Actions", Icon: "list", Shortcut: "X", Enabled: some, Run: b.table.ToggleCheck},
		{ID: "actions.bulkowner", Label: "Set the owner of all checked actions", Group: "Actions", Icon: "user", Enabled: some, Run: func() { b.bulk(actionlist.Owner) }},
		{ID: "actions.bulkdue", Label: "Set the due date of all checked actions", Group: "Actions", Icon: "cal", Enabled: some, Run: func() { b.bulk(actionlist.Due) }},
		{ID: "actions.bulkstatus", Label: "Set the status of all checked actions", Group: "Actions", Icon: "refresh", Enabled: some, Run: func() { b.bulk(actionlist.Status) }},
		{ID: "actions.copydown", Label: "Copy the cell above, or the first checked one, down", Group: "Actions", Icon: "down", Enabled: inCell, Run: b.copyDown},
		{ID: "actions.details", Label: "Show or hide details", Group: "Actions", Icon: "sideclose", Shortcut: "I", Run: b.drawer.toggle},
		{ID: "actions.sort", Label: "Sort by a column", Group: "Actions", Icon: "down", Shortcut: "S", Run: b.chooseSort},
		{ID: "actions.group", Label: "Group by owner, status, week or source", Group: "Actions", Icon: "stack", Shortcut: "G", Run: b.nextGrouping},
		{ID: "actions.source", Label: "Go to what the action came from", Group: "Actions", Icon: "link", Shortcut: "L", Enabled: func() bool { return b.o.OpenSource != nil && b.row() != nil && b.row().Action.Source != "" }, Run: b.openSource},
		{ID: "actions.goal", Label: "Go to the goal that the action serves", Group: "Actions", Icon: "target", Shortcut: "J", Enabled: func() bool { return b.o.OpenSource != nil && b.row() != nil && b.row().Action.Goal != "" }, Run: b.openGoal},
		{ID: "actions.update", Label: "Write an update of the action", Group: "Actions", Icon: "quote", Shortcut: "U", Enabled: some, Run: b.writeUpdate},
		{ID: "actions.checked", Label: "The action was checked today", Group: "Actions", Icon: "refresh", Shortcut: "K", Enabled: func() bool { return some() && b.row().Action.NextCheck() != "" }, Run: b.checkedToday},
		{ID: "actions.view", Label: "Next view of the actions: table, timeline, PICK, means", Group: "Actions", Icon: "board", Shortcut: "V", Run: b.nextFace},
		{ID: "actions.table", Label: "Show the actions as a table", Group: "Actions", Icon: "list", Run: func() { b.turnTo(faceTable) }},
		{ID: "actions.timeline", Label: "Show the actions as a timeline", Group: "Actions", Icon: "cal", Run: func() { b.turnTo(faceTimeline) }},
		{ID: "actions.pick", Label: "Show the actions by effort and impact (PICK)", Group: "Actions", Icon: "target", Run: func() { b.turnTo(facePick) }},
		{ID: "actions.means", Label: "Show what the actions ask for and bring", Group: "Actions", Icon: "drive", Run: func() { b.turnTo(faceMeans) }},
		{ID: "actions.stale", Label: "Show stale actions only, or all that are open", Group: "Actions", Icon: "clock", Run: func() { b.filters.toggle(actionlist.Quiet) }},
		{ID: "actions.checksdue", Label: "Show actions whose check is due, or all that are open", Group: "Actions", Icon: "refresh", Run: func() { b.filters.toggle(actionlist.Check) }},
		{ID: "actions.letters", Label: "Write to owners: a text each to copy", Group: "Actions", Icon: "quote", Shortcut: "M", Enabled: func() bool { return len(b.list.All()) > 0 }, Run: b.letters},
		{ID: "actions.calendar", Label: "Write due dates and checks for a calendar (.ics)", Group: "Actions", Icon: "export", Enabled: func() bool { return b.o.Calendar != nil }, Run: b.calendar},
		{ID: "actions.overdue", Label: "Show overdue actions only, or all", Group: "Actions", Icon: "alert", Run: b.filters.toggleOverdue},
	}
	if b.quick.possible() {
		commands = append(commands, shell.Command{ID: "actions.new", Label: "New action", Group: "Actions", Icon: "plus", Shortcut: "N", Run: b.quick.entry.Focus})
	}
	if b.o.all() {
		commands = append(commands, shell.Command{ID: "actions.open", Label: "Open the action's workshop", Group: "Actions", Icon: "next",
			Enabled: func() bool { return b.row() != nil }, Run: func() { b.open(b.row()) }})
	}
	return commands
}

// tableRune takes the letters that act on the row of the cursor.
func (b *Board) tableRune(r rune) bool {
	if b.face == nil && b.table.InCell() && r != ' ' && r != '/' {
		return false // typing edits
	}
	key := widgets.KeysOfRune(unicode.ToUpper(r))
	for _, c := range b.Commands() {
		if c.Shortcut == key && c.On() {
			c.Run()
			return true
		}
	}
	return false
}

func (b *Board) tableKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDelete:
		b.removeAll()
		return true
	case fyne.KeyEscape:
		if len(b.checked) > 0 {
			b.uncheck()
			return true
		}
		return b.Back()
	case fyne.KeyUp:
		if b.face == nil && b.table.Row() <= b.near(0) && b.quick.possible() {
			b.quick.entry.Focus()
			return true
		}
	}
	return false
}

// Back closes the drawer where it lies over the table.
func (b *Board) Back() bool {
	if b.drawer.visible() && !b.drawer.beside {
		b.drawer.toggle()
		return true
	}
	return false
}

// editColumn edits a cell of the cursor's row.
func (b *Board) editColumn(c actionlist.Column) {
	row := b.indexOf(b.current)
	if col := slices.IndexFunc(b.columns, func(x column) bool { return x.id == c }); col >= 0 && row >= 0 {
		b.table.Edit(row, col)
	}
}

// Hints are the keys of the board, and what is shown.
func (b *Board) Hints() []widgets.Hint {
	if b.face != nil {
		return append(b.face.hints(), widgets.Hint{Label: b.summary(), Right: true})
	}
	if b.table.InCell() && b.editable() {
		return []widgets.Hint{{Label: "Type to edit"}, {Keys: "F2", Label: "edit"}, {Keys: "Tab", Label: "right"}, {Keys: "Space", Label: "done"}, {Keys: "Ctrl+D", Label: "copy down"},
			{Keys: "Ctrl+C"}, {Keys: "Ctrl+V", Label: "to and from spreadsheets"}, {Keys: "Esc", Label: "whole row"}, {Label: b.summary(), Right: true}}
	}
	var hints []widgets.Hint
	if b.quick.possible() {
		hints = append(hints, widgets.Hint{Keys: "N", Label: "new action"})
	}
	hints = append(hints, widgets.Hint{Keys: "Up", Label: ""}, widgets.Hint{Keys: "Down", Label: "row"})
	if b.o.all() {
		hints = append(hints, widgets.Hint{Keys: "Enter", Label: "open"}, widgets.Hint{Keys: "F2", Label: "edit"})
	} else {
		hints = append(hints, widgets.Hint{Keys: "Enter", Label: "edit"})
	}
	return append(hints, widgets.Hint{Keys: "Space", Label: "done"}, widgets.Hint{Keys: "D", Label: "due"}, widgets.Hint{Keys: "O", Label: "owner"},
		widgets.Hint{Keys: "/", Label: "filter"}, widgets.Hint{Keys: "I", Label: "details"}, widgets.Hint{Label: b.summary(), Right: true})
}

// summary is "48 rows, sorted by due date, then priority".
func (b *Board) summary() string {
	words := []string{}
	for _, k := range b.list.Order() {
		w := orderWords[k.Column]
		if k.Descending {
			w += " (last first)"
		}
		words = append(words, w)
	}
	s := plural(len(b.list.Shown()), "row")
	if len(b.checked) > 0 {
		s = fmt.Sprintf("%d of %s checked", len(b.checked), s)
	}
	if len(words) > 0 {
		s += ", sorted by " + strings.Join(words, ", then ")
	}
	return s
}

var orderWords = map[actionlist.Column]string{
	actionlist.Number: "number", actionlist.Title: "action", actionlist.Owner: "owner", actionlist.Due: "due date", actionlist.Status: "status",
	actionlist.Progress: "progress", actionlist.Priority: "priority", actionlist.Effort: "impact for effort", actionlist.Origin: "source", actionlist.Place: "workshop", actionlist.Client: "client",
}

// refreshHints shows the hints again when what they say has changed.
func (b *Board) refreshHints() {
	s := b.summary()
	if b.table.InCell() {
		s += " in a cell"
	}
	if s != b.hints {
		b.hints = s
		b.o.Frame.RefreshHints()
	}
}
