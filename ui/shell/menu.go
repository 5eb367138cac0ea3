package shell

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// ShowMenu opens all commands as a menu beside something, by group.
func (s *Shell) ShowMenu(anchor fyne.CanvasObject) {
	var choices []widgets.Choice
	for _, g := range s.menuGroups() {
		if g.title != "" {
			choices = append(choices, widgets.Choice{Label: g.title, Heading: true})
		}
		for _, c := range g.commands {
			choices = append(choices, widgets.Choice{Label: c.Label, Icon: c.Icon, Keys: c.Shortcut, Disabled: !c.On(), Run: func() { s.run(c) }})
		}
	}
	widgets.ShowMenu(anchor, choices)
}

// MainMenu returns the commands as a native menu, for macOS, where people expect one. Its items carry no shortcuts: Fyne would fire them over open dialogs
// and take Ctrl+Z from entries; the shell's own keys do their work.
func (s *Shell) MainMenu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, g := range s.menuGroups() {
		menu := fyne.NewMenu(g.title)
		for _, c := range g.commands {
			menu.Items = append(menu.Items, fyne.NewMenuItem(c.Label, func() { s.RunCommand(c.ID) }))
		}
		menus = append(menus, menu)
	}
	return fyne.NewMainMenu(menus...)
}

type menuGroup struct {
	title    string
	commands []Command
}

func (s *Shell) menuGroups() []menuGroup {
	var groups []menuGroup
	for _, c := range s.Commands() {
		if c.Quiet {
			continue
		}
		found := false
		for i := range groups {
			if groups[i].title == c.Group {
				groups[i].commands = append(groups[i].commands, c)
				found = true
			}
		}
		if !found {
			groups = append(groups, menuGroup{c.Group, []Command{c}})
		}
	}
	return groups
}
