package resistance

import (
	"fmt"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
)

const group = "Resistance map"

// Commands are the keys of the map. Plain letters, digits and arrows act while no entry has the keyboard. Undo and the shield are the app's.
func (p *Page) Commands() []shell.Command {
	somebody := func() bool { return p.model.stakes[p.selected] != nil }
	dated := func() bool { return len(p.model.trend) > 1 }
	person := func() bool {
		return somebody() && !p.model.stakes[p.selected].group() && p.options.Give != nil && p.options.Erase != nil
	}
	today := func() bool { return somebody() && p.model.asOf == "" }
	quiet := func(id, label string, key widgets.Keys, on func() bool, run func()) shell.Command {
		return shell.Command{ID: "map." + id, Label: label, Group: group, Shortcut: key, Enabled: on, Run: run, Quiet: true}
	}
	all := []shell.Command{
		quiet("up", "Select the one above", "Up", nil, func() { p.step(-1) }),
		quiet("down", "Select the one below", "Down", nil, func() { p.step(1) }),
		quiet("against", "Support now: a step against", "Left", today, func() { p.nudge(-1, false) }),
		quiet("for", "Support now: a step for", "Right", today, func() { p.nudge(1, false) }),
		quiet("needed-less", "Support needed: a step less", "Ctrl+Left", today, func() { p.nudge(-1, true) }),
		quiet("needed-more", "Support needed: a step more", "Ctrl+Right", today, func() { p.nudge(1, true) }),
	}
	for level := 1; level <= 5; level++ {
		all = append(all, quiet(fmt.Sprintf("influence%d", level), fmt.Sprintf("Influence %d", level), widgets.Keys(rune('0'+level)), today,
			func() { p.influence(p.selected, level) }))
	}
	return append(all,
		shell.Command{ID: "map.add", Label: "Add a stakeholder", Group: group, Icon: "plus", Shortcut: "N", Run: p.add},
		shell.Command{ID: "map.evidence", Label: "Write down evidence", Group: group, Icon: "quote", Shortcut: "E", Enabled: today, Run: p.evidence},
		shell.Command{ID: "map.act", Label: "Make an action", Group: group, Icon: "action", Shortcut: "A", Enabled: somebody, Run: p.actNext},
		shell.Command{ID: "map.open", Label: "Show details", Group: group, Icon: "list", Shortcut: "Enter", Enabled: somebody, Run: p.openDetails},
		shell.Command{ID: "map.retire", Label: "Retire a stakeholder, or bring back", Group: group, Icon: "pause", Enabled: somebody, Run: p.retire},
		shell.Command{ID: "map.remove", Label: "Remove a stakeholder", Group: group, Icon: "x", Shortcut: "Del", Enabled: somebody, Run: p.remove},
		shell.Command{ID: "map.before", Label: "Look at the day of ratings before", Group: group, Icon: "clock", Shortcut: ",", Enabled: dated, Run: func() { p.look(-1) }},
		shell.Command{ID: "map.after", Label: "Look at the next day of ratings", Group: group, Icon: "clock", Shortcut: ".", Enabled: dated, Run: func() { p.look(1) }},
		shell.Command{ID: "map.replay", Label: "Replay the history, or stop", Group: group, Icon: "play", Shortcut: "P", Enabled: dated, Run: p.replay},
		shell.Command{ID: "map.history", Label: "Show or hide the history", Group: group, Icon: "measure", Shortcut: "H", Enabled: dated, Run: p.showPast},
		shell.Command{ID: "map.whatif", Label: "What if: try moves without saving, or end that", Group: group, Icon: "bulb", Shortcut: "W", Enabled: func() bool { return p.model.asOf == "" && len(p.model.stakes) > 0 }, Run: p.whatIf},
		shell.Command{ID: "map.held", Label: "What is held on somebody", Group: group, Icon: "file", Enabled: person, Run: func() { p.options.Give(p.selected) }},
		shell.Command{ID: "map.erase", Label: "Erase somebody for good", Group: group, Icon: "x", Shortcut: "Ctrl+Shift+Del", Enabled: person, Run: func() { p.options.Erase(p.selected) }},
		shell.Command{ID: "map.today", Label: "Look at today", Group: group, Icon: "clock", Enabled: func() bool { return p.model.asOf != "" }, Run: func() { p.lookAt("") }},
	)
}

// Hints are the keys at the foot of the window.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{
		{Keys: "Up+Down", Label: "select"},
		{Keys: "Left+Right", Label: "support now"},
		{Keys: "Ctrl+Right", Label: "needed"},
		{Keys: "1", To: "5", Label: "influence"},
		{Keys: "E", Label: "evidence"},
		{Keys: "A", Label: "make an action"},
		{Keys: "Ctrl+Shift+H", Label: "show or hide names", Right: true},
	}
}
