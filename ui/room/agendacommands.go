package room

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

const agendaGroup = "Agenda"

// agendaCommands rearrange the agenda. Alt+Up and Alt+Down move the step whose line has the keyboard; the same commands without a key move the
// step in hand from the palette.
func (r *Room) agendaCommands() []shell.Command {
	here := func() bool { return r.current() != nil }
	onLine := func() bool { return r.movable() != "" }
	hand := func() workshop.ID {
		if id := r.movable(); id != "" {
			return id
		}
		return r.step
	}
	commands := []shell.Command{
		{ID: "agenda.insert", Label: "Insert a step", Group: agendaGroup, Icon: "plus", Shortcut: "Ctrl+I", Run: r.insertStep},
		{ID: "agenda.break", Label: "Insert a break", Group: agendaGroup, Icon: "hour", Shortcut: "Ctrl+Shift+I", Run: r.insertBreak},
		{ID: "agenda.from", Label: "Insert a step from a template", Group: agendaGroup, Icon: "template", Run: r.insertFrom},
		{ID: "agenda.up", Label: "Move the step up in the agenda", Group: agendaGroup, Icon: "up", Enabled: here, Run: func() { r.move(hand(), -1) }},
		{ID: "agenda.down", Label: "Move the step down in the agenda", Group: agendaGroup, Icon: "down", Enabled: here, Run: func() { r.move(hand(), 1) }},
		{ID: "agenda.upkey", Label: "Move the step up, in the agenda and the list", Group: agendaGroup, Shortcut: "Alt+Up", Quiet: true, Enabled: onLine, Run: func() { r.moveLine(-1) }},
		{ID: "agenda.downkey", Label: "Move the step down, in the agenda and the list", Group: agendaGroup, Shortcut: "Alt+Down", Quiet: true, Enabled: onLine, Run: func() { r.moveLine(1) }},
		{ID: "agenda.focus", Label: "Go to the list of steps", Group: agendaGroup, Icon: "list", Shortcut: "Ctrl+Shift+B", Run: r.list.focus},
		{ID: "agenda.take", Label: "Take the step in hand out of the agenda", Group: agendaGroup, Icon: "x", Enabled: here, Run: func() { r.remove(r.step) }},
	}
	if r.config.Handout != nil {
		commands = append(commands, shell.Command{ID: "agenda.handout", Label: "Write the agenda for participants", Group: agendaGroup, Icon: "sheet", Run: r.config.Handout})
	}
	return commands
}

// groupCommands work on parallel groups within the step in hand.
func (r *Room) groupCommands() []shell.Command {
	here := func() bool { return r.current() != nil && r.board == "" && !r.current().Break }
	split := func() bool { return here() && len(r.agenda.groups[r.step]) > 0 }
	inGroup := func() bool { return here() && r.group != "" }
	label := "Split the step into groups"
	if len(r.agenda.groups[r.step]) > 0 {
		label = "Add a group"
	}
	return []shell.Command{
		{ID: "groups.split", Label: label, Group: "Groups", Icon: "people", Shortcut: "Ctrl+Shift+J", Enabled: here, Run: r.split},
		{ID: "groups.next", Label: "Next group", Group: "Groups", Icon: "next", Shortcut: "Ctrl+J", Enabled: split, Run: r.nextGroup},
		{ID: "groups.together", Label: "All groups together", Group: "Groups", Icon: "people", Enabled: inGroup, Run: func() { r.toGroup(0) }},
		{ID: "groups.start", Label: "Start the clocks of all groups", Group: "Groups", Icon: "play", Enabled: split, Run: r.startGroups},
		{ID: "groups.rename", Label: "Rename the group", Group: "Groups", Icon: "quote", Enabled: inGroup, Run: r.renameGroup},
		{ID: "groups.remove", Label: "Remove the group", Group: "Groups", Icon: "x", Enabled: inGroup, Run: r.dissolve},
	}
}

// moveLine moves the step whose line has the keyboard; the keyboard goes with it.
func (r *Room) moveLine(by int) {
	id := r.movable()
	fromList := !r.planning()
	r.move(id, by)
	if !fromList {
		return
	}
	if p := r.agenda.phaseOf(id); p != nil && !r.list.open[key(p)] {
		r.list.open[key(p)] = true // it went into a phase that is folded
		r.list.refresh()
	}
	r.list.focusOn(id)
}

// focus gives the keyboard to the line of the step in hand.
func (l *stepList) focus() {
	if l.folded {
		l.toggle()
	}
	l.focusOn(l.room.step)
}

func (l *stepList) focusOn(id workshop.ID) {
	r := l.steps[id]
	if r == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.panel); c != nil {
		c.Focus(r)
		l.scroll.Reveal(r)
	}
}

// renameGroup asks for another name below the groups.
func (r *Room) renameGroup() {
	g := r.agenda.group(r.step, r.group)
	if g == nil {
		return
	}
	e := widgets.NewEntry("Name of the group")
	e.SetText(g.Title)
	var popup *widgets.Popup
	e.OnSubmit = func(text string) {
		if text == g.Title || r.change("Rename group", g.ID, func(_ *workshop.Edit, s *workshop.Step) error {
			s.Title = text
			return nil
		}) {
			popup.Close()
		}
	}
	popup = widgets.ShowPopup(r.center.groups, widgets.Pad(widgets.Wide(e, 220), 8, 8), widgets.PopupOptions{Focus: e.Input(), OnClosed: r.FocusFirst})
	e.SelectAll()
}
