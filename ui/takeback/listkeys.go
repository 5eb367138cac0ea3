package takeback

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// ID implements shell.Page.
func (p *ListPage) ID() string { return ListID }

// Title implements shell.Page. Names of files may name people, so none stands here.
func (p *ListPage) Title() string { return "Take in an action list" }

// Content implements shell.Page.
func (p *ListPage) Content() fyne.CanvasObject { return p.content }

// Shown implements shell.Page.
func (p *ListPage) Shown() {}

// Hidden implements shell.Page.
func (p *ListPage) Hidden() {}

// Topic implements shell.Topical: one page of help tells of both.
func (p *ListPage) Topic() string { return PageID }

// Rail implements shell.Railer.
func (p *ListPage) Rail() shell.RailMode { return shell.RailNarrow }

// FocusFirst implements shell.Focuser.
func (p *ListPage) FocusFirst() { p.list.Focus() }

// Dropped implements shell.Dropper.
func (p *ListPage) Dropped(_ fyne.Position, files []fyne.URI) bool {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	return p.o.Drop(paths)
}

// TopBar implements shell.Topper.
func (p *ListPage) TopBar() fyne.CanvasObject {
	return widgets.HStack(theme.Gap, widgets.NewQuietIcon("back", "Back (Alt+Left)", p.o.Frame.Back), widgets.NewLabel(p.Title(), theme.PageTitle).Keep(), widgets.Spacer(),
		widgets.NewIconSized("info", theme.Text2, 14), widgets.NewLabel("Nothing is changed until you apply", theme.Caption).In(theme.Text2))
}

// Commands implements shell.Commander.
func (p *ListPage) Commands() []shell.Command {
	return []shell.Command{
		{ID: "takein.review", Label: "Review what the list adds", Group: "Take in", Icon: "check", Shortcut: "Ctrl+Enter", Enabled: func() bool { return p.counts() > 0 }, Run: p.finish},
		{ID: "takein.field", Label: "Say what this column is", Group: "Take in", Icon: "list", Run: func() { p.open(p.list.Cursor()) }},
		{ID: "takein.file", Label: "Choose another file", Group: "Take in", Icon: "refresh", Run: p.o.Choose},
	}
}

// Hints implements shell.Page.
func (p *ListPage) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "column"}, {Keys: "Enter", Label: "say what it is"}, {Keys: "Left"}, {Keys: "Right", Label: "the one before, the next"}, {Keys: "Del", Label: "leave it out"},
		{Keys: "Esc", Label: "cancel", Right: true}, {Keys: "Ctrl+Enter", Label: "review", Right: true}}
}

// key takes the keys of the mapping.
func (p *ListPage) key(ev *fyne.KeyEvent) bool {
	i := p.list.Cursor()
	if i < 0 || i >= len(p.lines) || p.lines[i].heading != "" {
		return false
	}
	choices, at := p.choices(p.lines[i])
	switch ev.Name {
	case fyne.KeyLeft:
		at--
	case fyne.KeyRight:
		at++
	case fyne.KeyDelete, fyne.KeyBackspace:
		at = 0
	default:
		return false
	}
	if at >= 0 && at < len(choices) {
		p.pick(p.lines[i], at)
	}
	return true
}

// open shows what a column, or a word, can be.
func (p *ListPage) open(i int) {
	if r := p.rows[i]; r != nil && i < len(p.lines) && p.lines[i].heading == "" {
		r.pick.Open("")
	}
}

// pick takes one of the choices of a line.
func (p *ListPage) pick(l mapLine, i int) {
	choices, was := p.choices(l)
	if i == was {
		return
	}
	if l.column >= 0 {
		p.assign(l.column, choices[i])
	} else {
		p.mean(l.key, choices[i])
	}
}
