package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// Command is one line of the table that drives keys, menu, palette and help.
type Command struct {
	ID    string
	Label string // what it does, in the imperative: "New workshop"
	Group string // heading in menu and help: "Workshop"
	Icon  string
	// Shortcut is shown; Also work as well. Single letters and digits act only while no entry has focus.
	Shortcut widgets.Keys
	Also     []widgets.Keys
	Enabled  func() bool // nil: always
	Run      func()
	// Quiet commands are found in the table of keys alone: "Go to column 3".
	Quiet bool
}

// On says whether the command can run now.
func (c Command) On() bool { return c.Run != nil && (c.Enabled == nil || c.Enabled()) }

func (c Command) has(k widgets.Keys) bool {
	return k != "" && (c.Shortcut == k || slices.Contains(c.Also, k))
}

// AddCommands adds to the app's table.
func (s *Shell) AddCommands(commands ...Command) {
	s.commands = append(s.commands, commands...)
	s.listen(commands)
}

// Commands returns the whole table: those of the page in front, then the app's, then the frame's own. A command hides a later one with the
// same ID.
func (s *Shell) Commands() []Command {
	var all []Command
	seen := map[string]bool{}
	if c, ok := s.Page().(Commander); ok {
		for _, command := range c.Commands() {
			all = append(all, command)
			seen[command.ID] = true
		}
	}
	for _, command := range append(slices.Clip(s.commands), s.own...) {
		if !seen[command.ID] {
			all = append(all, command)
			seen[command.ID] = true
		}
	}
	return all
}

// RunCommand runs a command by its ID, unless it is off or a dialog is open. It says whether it ran.
func (s *Shell) RunCommand(id string) bool {
	for _, c := range s.Commands() {
		if c.ID == id {
			return s.run(c)
		}
	}
	return false
}

// run is the one gate: menus and shortcuts fire in Fyne whether or not a dialog is open.
func (s *Shell) run(c Command) bool {
	if s.window.Canvas().Overlays().Top() != nil || !c.On() {
		return false
	}
	c.Run()
	return true
}

// Press does what a combination of keys means now: the overlay's business if one is open, else the first command that has it and is on. It says
// whether somebody took it.
func (s *Shell) Press(k widgets.Keys) bool {
	if top := s.window.Canvas().Overlays().Top(); top != nil {
		if o, ok := top.(overlayKeys); ok {
			return o.OverlayKey(k)
		}
		return false
	}
	for _, c := range s.Commands() {
		if c.has(k) && c.On() {
			c.Run()
			return true
		}
	}
	return false
}

// overlayKeys is an overlay that takes keys which nothing inside it has taken.
type overlayKeys interface{ OverlayKey(widgets.Keys) bool }

// listen tells the canvas which shortcuts to hand to us. A shortcut is looked up when it is pressed, so it is enough to name each once.
func (s *Shell) listen(commands []Command) {
	for _, c := range commands {
		for _, k := range append([]widgets.Keys{c.Shortcut}, c.Also...) {
			if k == "" || s.heard[k] {
				continue
			}
			s.heard[k] = true
			for _, shortcut := range k.Shortcuts() {
				s.window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { s.Press(k) })
			}
		}
	}
}
