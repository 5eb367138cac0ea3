package actions

import (
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
	commands := []shell.Command{
		{ID: "actions.filter", Label: "Filter actions", Group: "Actions", Icon: "filter", Shortcut: "/", Run: b.filters.entry.Focus},
		{ID: "actions.done", Label: "Action done, or open again", Group: "Actions", Icon: "check", Shortcut: "Space", Enabled: some, Run: b.toggleDone},
		{ID: "actions.due", Label: "Set due date", Group: "Actions", Icon: "cal", Shortcut: "D", Enabled: some, Run: func() { b.editColumn(actionlist.Due) }},
		{ID: "actions.owner", Label: "Assign owner", Group: "Actions", Icon: "user", Shortcut: "O", Enabled: some, Run: func() { b.editColumn(actionlist.Owner) }},
		{ID: "actions.delete", Label: "Delete action", Group: "Actions", Icon: "x", Shortcut: "Del", Enabled: some, Run: b.remove},
		{ID: "actions.details", Label: "Show or hide details", Group: "Actions", Icon: "sideclose", Shortcut: "I", Run: b.drawer.toggle},
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
		b.remove()
		return true
	case fyne.KeyEscape:
		return b.Back()
	case fyne.KeyUp:
		if b.table.Row() <= 0 && b.quick.possible() {
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
	row := b.list.IndexOf(b.current)
	if col := slices.IndexFunc(b.columns, func(x column) bool { return x.id == c }); col >= 0 && row >= 0 {
		b.table.Edit(row, col)
	}
}

// Hints are the keys of the board, and what is shown.
func (b *Board) Hints() []widgets.Hint {
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
	if len(words) > 0 {
		s += ", sorted by " + strings.Join(words, ", then ")
	}
	return s
}

var orderWords = map[actionlist.Column]string{
	actionlist.Number: "number", actionlist.Title: "action", actionlist.Owner: "owner", actionlist.Due: "due date", actionlist.Status: "status",
	actionlist.Progress: "progress", actionlist.Priority: "priority", actionlist.Effort: "impact for effort", actionlist.Origin: "source", actionlist.Place: "workshop",
}

// refreshHints shows the hints again when what they say has changed.
func (b *Board) refreshHints() {
	if s := b.summary(); s != b.hints {
		b.hints = s
		b.o.Frame.RefreshHints()
	}
}
