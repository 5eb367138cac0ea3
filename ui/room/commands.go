package room

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

const group = "Workshop"

// Commands implements shell.Commander.
func (r *Room) Commands() []shell.Command {
	here := func() bool { return r.current() != nil && r.board == "" }
	is := func(states ...string) func() bool {
		return func() bool {
			s := r.current()
			for _, state := range states {
				if s != nil && s.Status == state {
					return true
				}
			}
			return false
		}
	}
	mainLabel := "Start the step"
	switch hand := r.hand(); {
	case hand == nil:
	case hand.Within != "" && hand.Status == workshop.StepRunning:
		mainLabel = "Finish the group's work"
	case hand.Status == workshop.StepRunning:
		mainLabel = "Finish the step and go on"
	case hand.Status != workshop.StepTodo && hand.Status != "":
		mainLabel = "Reopen the step"
	case hand.Within != "":
		mainLabel = "Start the group's clock"
	}
	voteLabel := "Vote on the cards with dots"
	if r.voting() {
		voteLabel = "Close the voting and show the dots"
	}
	commands := []shell.Command{
		{ID: "room.next", Label: "Next step", Group: group, Icon: "next", Shortcut: "Ctrl+PgDn", Run: func() { r.NextStep(1) }},
		{ID: "room.previous", Label: "Previous step", Group: group, Icon: "back", Shortcut: "Ctrl+PgUp", Run: func() { r.NextStep(-1) }},
		{ID: "room.main", Label: mainLabel, Group: group, Icon: "check", Shortcut: "Ctrl+D", Enabled: here, Run: r.main},
		{ID: "room.skip", Label: "Skip the step", Group: group, Icon: "minus", Enabled: is(workshop.StepTodo, workshop.StepRunning), Run: r.skip},
		{ID: "room.longer", Label: "5 minutes more", Group: group, Icon: "clock", Shortcut: "Ctrl+M", Enabled: here, Run: func() { r.longer(5) }},
		{ID: "room.shorter", Label: "5 minutes less", Group: group, Icon: "clock", Enabled: here, Run: func() { r.longer(-5) }},
		{ID: "room.pause", Label: "Pause the clock, or let it run on", Group: group, Icon: "pause", Shortcut: "Ctrl+Shift+M",
			Enabled: func() bool { s := r.timed(); return s != nil && s.Status == workshop.StepRunning }, Run: r.pause},
		{ID: "room.running", Label: "Go to the running step", Group: group, Icon: "play", Shortcut: "Ctrl+R",
			Enabled: func() bool { return r.agenda.running() != nil }, Run: func() { r.GoToStep(r.agenda.running().ID) }},
		{ID: "room.action", Label: "Make the selected card an action", Group: group, Icon: "action", Shortcut: "Ctrl+Enter", Enabled: r.center.acts, Run: func() { r.center.makeAction() }},
		{ID: "room.move", Label: "Move the selected card to another canvas", Group: group, Icon: "right", Shortcut: "Ctrl+Shift+X", Enabled: func() bool { return r.center.mover() != nil }, Run: func() { r.center.mover().MoveAway() }},
		{ID: "room.vote", Label: voteLabel, Group: group, Icon: "target", Enabled: func() bool { return r.center.voter() != nil }, Run: r.vote},
		{ID: "room.dot", Label: "Give the selected card a dot", Group: group, Icon: "plus", Shortcut: "Ctrl+U", Enabled: r.voting, Run: func() { r.center.voter().Dot(1) }},
		{ID: "room.undot", Label: "Take a dot back", Group: group, Icon: "minus", Shortcut: "Ctrl+Shift+U", Enabled: r.voting, Run: func() { r.center.voter().Dot(-1) }},
		{ID: "room.canvas", Label: "Next canvas of the step", Group: group, Icon: "board", Shortcut: "Ctrl+Tab", Enabled: r.center.several, Run: func() { r.center.turn(1) }},
		{ID: "room.guide", Label: "Show or fold the guide", Group: group, Icon: "book", Shortcut: "Ctrl+G", Run: r.guide.toggle},
		{ID: "room.list", Label: "Show or fold the list of steps", Group: group, Icon: "list", Shortcut: "Ctrl+B", Run: r.list.toggle},
		{ID: "room.notes", Label: "Write notes on the step", Group: group, Icon: "quote", Shortcut: "Ctrl+Shift+N", Enabled: here, Run: r.guide.writeNotes},
		{ID: "edit.undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Enabled: func() bool { return r.config.Session.CanUndo() != "" }, Run: r.undo},
		{ID: "edit.redo", Label: "Redo", Group: "Edit", Icon: "refresh", Shortcut: "Ctrl+Y", Also: []widgets.Keys{"Ctrl+Shift+Z"},
			Enabled: func() bool { return r.config.Session.CanRedo() != "" }, Run: r.redo},
	}
	commands = append(commands, r.agendaCommands()...)
	commands = append(commands, r.groupCommands()...)
	if r.closes() {
		commands = append(commands, shell.Command{ID: "room.close", Label: "Close the event and plan its reviews", Group: group, Icon: "flag", Run: r.closeEvent})
	}
	if r.config.Present != nil {
		commands = append(commands, shell.Command{ID: "room.present", Label: "Show on the wall, or end that", Group: group, Icon: "present", Shortcut: "Ctrl+P", Run: r.config.Present})
	}
	if r.config.Export != nil {
		commands = append(commands, shell.Command{ID: "room.export", Label: "Export", Group: group, Icon: "export", Shortcut: "Ctrl+E", Run: r.config.Export})
	}
	for i := 1; i <= 8; i++ {
		commands = append(commands, shell.Command{ID: fmt.Sprintf("room.column%d", i), Label: fmt.Sprintf("Go to column or field %d", i), Group: group,
			Shortcut: widgets.Keys(fmt.Sprintf("Ctrl+%d", i)), Quiet: true, Run: func() { r.center.goColumn(i) }})
	}
	for _, b := range r.config.Boards {
		commands = append(commands, shell.Command{ID: "room.board." + b.ID, Label: "Open " + b.Title, Group: "Boards", Icon: b.Icon, Run: func() { r.GoToBoard(b.ID) }})
	}
	if c, ok := r.center.board().(shell.Commander); ok {
		commands = append(c.Commands(), commands...)
	}
	return commands
}

// Topic implements shell.Topical.
func (r *Room) Topic() string { return r.center.topic() }

// Hints implements shell.Page.
func (r *Room) Hints() []widgets.Hint {
	hints := r.center.hints()
	if len(hints) > 7 {
		hints = hints[:7]
	}
	hints = append(hints[:len(hints):len(hints)], widgets.Hint{Keys: "Ctrl+PgDn", Label: "next step", Right: true})
	if s := r.hand(); s != nil && r.board == "" {
		word := "start"
		switch s.Status {
		case workshop.StepRunning:
			word = "done"
		case workshop.StepDone, workshop.StepSkipped:
			word = "reopen"
		}
		hints = append(hints, widgets.Hint{Keys: "Ctrl+D", Label: word, Right: true})
	}
	if r.came != nil {
		hints = append(hints, widgets.Hint{Keys: "Esc", Label: "where you came from", Right: true})
	}
	return append(hints, widgets.Hint{Keys: "Ctrl+K", Label: "commands", Right: true})
}

// TypedKey implements shell.KeyTaker.
func (r *Room) TypedKey(ev *fyne.KeyEvent) bool { return r.center.key(ev) }

// TypedRune implements shell.KeyTaker.
func (r *Room) TypedRune(letter rune) bool { return r.center.letter(letter) }
