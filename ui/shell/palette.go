package shell

import (
	"context"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

const (
	paletteRows  = 9
	perSource    = 20
	searchPause  = 60 * time.Millisecond
	fewestSigns  = 2 // of a query before sources are asked
	commandGroup = "Commands"
)

// ShowPalette opens the palette: type to find any command, workshop, action or person.
func (s *Shell) ShowPalette() {
	p := &palette{shell: s, found: make([][]Item, len(s.sources))}
	p.entry = widgets.NewEntry("Type a command, a workshop, an action or a person")
	p.entry.Icon, p.entry.Height = "search", theme.ButtonTall
	p.entry.OnChanged = p.search
	p.entry.OnSubmit = func(string) { p.choose(p.list.Cursor()) }
	p.entry.OnUp = func() { p.list.Step(-1) }
	p.entry.OnDown = func() { p.list.Step(1) }
	p.list = widgets.NewList(widgets.ListOptions{
		Length: func() int { return len(p.lines) },
		Create: func() fyne.CanvasObject { return newPaletteRow() },
		Update: func(i int, o fyne.CanvasObject) { o.(*paletteRow).set(p.lines[i]) },
		Height: func() float32 { return theme.Height(theme.Row) },
		Skip:   func(i int) bool { return p.lines[i].heading },
		OnOpen: p.choose, OneClick: true,
	})
	p.none = widgets.NewText("Nothing is called that. Try fewer letters.", theme.Body).In(theme.Text2)
	body := widgets.VStack(theme.Gap, p.entry, widgets.Over(tallList(p.list), widgets.Pad(p.none, 8, 8)))
	panel := widgets.NewPanel(body, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusDialog, PadX: 12, PadY: 12, Shadow: true})
	p.overlay = newOverlay(panel, p.key)
	p.overlay.wide, p.overlay.top = 640, true
	p.overlay.onTapOutside = p.close
	p.search("")
	p.overlay.show(s.window.Canvas())
	s.window.Canvas().Focus(p.entry.Input())
}

// palette is the open palette.
type palette struct {
	shell   *Shell
	overlay *overlay
	entry   *widgets.Entry
	list    *widgets.List
	none    *widgets.Label
	query   string
	found   [][]Item // by source
	lines   []paletteLine
	cancel  func()
}

type paletteLine struct {
	heading             bool
	title, detail, icon string
	keys                widgets.Keys
	off                 bool
	run                 func()
}

func tallList(l *widgets.List) fyne.CanvasObject {
	return widgets.Exactly(l, 0, paletteRows*theme.Height(theme.Row))
}

func (p *palette) key(k widgets.Keys) bool {
	switch k {
	case "Esc", "Ctrl+K":
		p.close()
	case "PgDn":
		p.list.Step(paletteRows)
	case "PgUp":
		p.list.Step(-paletteRows)
	default:
		return false
	}
	return true
}

func (p *palette) close() {
	p.stop()
	p.overlay.hide()
}

func (p *palette) stop() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// search shows matching commands at once and asks the sources in the background.
func (p *palette) search(query string) {
	p.stop()
	p.query = query
	if len([]rune(query)) < fewestSigns {
		for i := range p.found {
			p.found[i] = nil
		}
		p.show()
		return
	}
	p.show()
	if len(p.shell.sources) == 0 {
		return
	}
	found := make([][]Item, len(p.shell.sources))
	cancelled := false
	cancel := run.Go(func(ctx context.Context) {
		select {
		case <-ctx.Done():
			return
		case <-time.After(searchPause):
		}
		for i, source := range p.shell.sources {
			found[i] = source.Find(ctx, query, perSource)
		}
	}, func() {
		if !cancelled && query == p.query {
			p.found = found
			p.show()
		}
	})
	p.cancel = func() {
		cancelled = true
		cancel()
	}
}

func (p *palette) show() {
	p.lines = p.commandLines()
	for _, items := range p.found {
		group := ""
		for _, item := range items {
			if item.Group != group {
				group = item.Group
				p.lines = append(p.lines, paletteLine{heading: true, title: group})
			}
			p.lines = append(p.lines, paletteLine{title: item.Title, detail: item.Detail, icon: item.Icon, run: item.Open})
		}
	}
	p.none.Hidden = len(p.lines) > 0
	p.list.SetCursor(-1)
	p.list.Refresh()
	p.list.Step(1)
	p.none.Refresh()
}

func (p *palette) commandLines() []paletteLine {
	type match struct {
		command Command
		score   int
	}
	var matches []match
	for _, c := range p.shell.Commands() {
		if c.Quiet || c.ID == "shell.palette" {
			continue
		}
		score := max(2*fuzzy(p.query, c.Label), fuzzy(p.query, c.Group+" "+c.Label))
		if score > 0 {
			if !c.On() {
				score = 1
			}
			matches = append(matches, match{c, score})
		}
	}
	if len(matches) == 0 {
		return nil
	}
	sort.SliceStable(matches, func(i, j int) bool { return matches[i].score > matches[j].score })
	lines := []paletteLine{{heading: true, title: commandGroup}}
	for _, m := range matches {
		lines = append(lines, paletteLine{title: m.command.Label, detail: m.command.Group, icon: m.command.Icon, keys: m.command.Shortcut,
			off: !m.command.On(), run: m.command.Run})
	}
	return lines
}

func (p *palette) choose(i int) {
	if i < 0 || i >= len(p.lines) || p.lines[i].heading || p.lines[i].off {
		return
	}
	p.close()
	if p.lines[i].run != nil {
		p.lines[i].run()
	}
}

// paletteRow shows a line.
type paletteRow struct {
	widget.BaseWidget
	icon          *widgets.Icon
	title, detail *widgets.Label
	caps          *widgets.KeyCaps
	row           *fyne.Container
}

func newPaletteRow() *paletteRow {
	r := &paletteRow{icon: widgets.NewIcon("right", theme.Text2), title: widgets.NewLabel("", theme.Body),
		detail: widgets.NewLabel("", theme.Caption).In(theme.Text3), caps: widgets.NewKeyCaps("")}
	r.row = widgets.Pad(widgets.HStack(10, r.icon, r.title, r.detail, widgets.Spacer(), r.caps), 8, 0)
	r.ExtendBaseWidget(r)
	return r
}

func (r *paletteRow) set(l paletteLine) {
	icon, ink, style := l.icon, theme.Text, theme.Body
	if icon == "" {
		icon = "right"
	}
	if l.off {
		ink = theme.Text3
	}
	if l.heading {
		ink, style = theme.Text2, theme.CaptionHd
	}
	r.icon.Name = icon
	r.icon.Hidden = l.heading
	r.title.Text, r.title.Token, r.title.Style = l.title, ink, style
	r.detail.Text = l.detail
	r.caps.Keys = l.keys
	r.caps.Hidden = l.keys == ""
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *paletteRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.row) }
