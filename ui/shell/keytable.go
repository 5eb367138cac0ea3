package shell

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// ShowKeys opens the table of all keys: those of the page in front first, from its commands and hints, then the app's.
func (s *Shell) ShowKeys() {
	var cards []fyne.CanvasObject
	listed := map[widgets.Keys]bool{}
	for _, group := range s.keyGroups() {
		rows := []fyne.CanvasObject{widgets.NewLabel(group.title, theme.BodyBold)}
		for _, line := range group.lines {
			if listed[line.Keys] && line.To == "" {
				continue
			}
			listed[line.Keys] = true
			keys := []fyne.CanvasObject{widgets.NewKeyCaps(line.Keys)}
			if line.To != "" {
				keys = append(keys, widgets.Caption("–").Keep(), widgets.NewKeyCaps(line.To))
			}
			rows = append(rows, widgets.HStack(theme.Gap, widgets.Wide(widgets.Anchor(widgets.HStack(3, keys...), 0, 0.5), 112),
				widgets.Grow(widgets.NewText(line.Label, theme.Body).In(theme.Text2))))
		}
		if len(rows) > 1 {
			cards = append(cards, widgets.Pad(widgets.VStack(6, rows...), 0, 4))
		}
	}
	content := widgets.NewScroll(widgets.Grid(300, theme.PadDialog, cards...))
	d := &Dialog{Title: "All keys", Subtitle: "Letters and digits act while no entry has the keyboard", Content: content, Width: 720, Height: 520,
		Buttons: []DialogButton{{Label: "Close", Kind: widgets.Primary}}}
	d.OnKey = func(k widgets.Keys) bool {
		if k == "Ctrl+F1" {
			d.Close()
			return true
		}
		return false
	}
	s.ShowDialog(d)
}

type keyGroup struct {
	title string
	lines []widgets.Hint
}

func (s *Shell) keyGroups() []keyGroup {
	var groups []keyGroup
	add := func(title string, line widgets.Hint) {
		for i := range groups {
			if groups[i].title == title {
				groups[i].lines = append(groups[i].lines, line)
				return
			}
		}
		groups = append(groups, keyGroup{title, []widgets.Hint{line}})
	}
	for _, c := range s.Commands() {
		if c.Shortcut == "" {
			continue
		}
		group := c.Group
		if group == "" {
			group = "Everywhere"
		}
		add(group, widgets.Hint{Keys: c.Shortcut, Label: c.Label})
		for _, also := range c.Also {
			add(group, widgets.Hint{Keys: also, Label: c.Label})
		}
	}
	if p := s.Page(); p != nil {
		for _, h := range p.Hints() {
			if h.Keys != "" {
				add("On this page", h)
			}
		}
	}
	return groups
}
