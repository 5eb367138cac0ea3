package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// Config is what a shell is made of.
type Config struct {
	Window  fyne.Window
	AppName string
	Rail    []RailItem
	// OnDropped gets files that the page in front does not take.
	OnDropped func(files []fyne.URI)
	// Help opens the page of help for a topic; nil: there is none.
	Help func(topic string)
}

// Shell is the frame of one window.
type Shell struct {
	widget.BaseWidget

	window   fyne.Window
	config   Config
	commands []Command
	own      []Command // of the frame: palette, keys, back
	sources  []Source
	heard    map[widgets.Keys]bool
	stack    []opened

	rail    *rail
	hints   *widgets.HintBar
	host    *fyne.Container
	top     *widgets.Panel
	notices *widgets.NoticeBar
	layer   *fyne.Container // what a guest lays over the page, such as a tour
	tips    *widgets.TipLayer
	status  []widgets.Hint
	// unfocused pages were opened before the window had a size: nothing in them could take the keyboard yet.
	unfocused bool
}

// opened is a page in the stack with what it gave once.
type opened struct {
	page         Page
	content, top fyne.CanvasObject
}

// New makes the frame and puts it into the window. The commands that every window has (palette, keys, back) are already in its table.
func New(c Config) *Shell {
	s := &Shell{window: c.Window, config: c, heard: map[widgets.Keys]bool{}}
	s.rail = newRail(s, c.AppName, c.Rail)
	s.hints = widgets.NewHintBar()
	s.host, s.layer = widgets.Over(), widgets.Over()
	s.top = widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Surface, LineBottom: true, PadX: theme.PadPage})
	s.notices, s.tips = widgets.NewNoticeBar(), widgets.NewTipLayer()
	s.ExtendBaseWidget(s)
	s.own = s.ownCommands()
	s.listen(s.own)
	canvas := c.Window.Canvas()
	canvas.SetOnTypedKey(s.typedKey)
	canvas.SetOnTypedRune(s.typedRune)
	c.Window.SetPadded(false)
	c.Window.SetContent(s)
	c.Window.SetOnDropped(s.dropped)
	return s
}

func (s *Shell) ownCommands() []Command {
	return []Command{
		{ID: "shell.palette", Label: "Find or run a command", Group: "Go to", Icon: "search", Shortcut: "Ctrl+K", Also: []widgets.Keys{"Ctrl+F"}, Run: s.ShowPalette},
		{ID: "shell.help", Label: "Help on this page", Group: "Help", Icon: "book", Shortcut: "F1", Enabled: func() bool { return s.config.Help != nil }, Run: func() { s.config.Help(s.Topic()) }},
		{ID: "shell.keys", Label: "Show all keys", Group: "Help", Icon: "info", Shortcut: "Ctrl+F1", Run: s.ShowKeys},
		{ID: "shell.back", Label: "Back", Group: "Go to", Icon: "back", Shortcut: "Alt+Left", Run: s.Back, Enabled: func() bool { return len(s.stack) > 1 }},
	}
}

// Window returns the window.
func (s *Shell) Window() fyne.Window { return s.window }

// AddSource adds a place where the palette searches.
func (s *Shell) AddSource(source Source) { s.sources = append(s.sources, source) }

// Notify shows a notice at the foot of the window, such as "Card deleted" with Undo.
func (s *Shell) Notify(n widgets.Notice) { s.notices.Post(n) }

// Notices returns the bar, for tests and for taking a notice back.
func (s *Shell) Notices() *widgets.NoticeBar { return s.notices }

// SetStatus sets what stands at the right end of the hint bar on every page, such as where the data are.
func (s *Shell) SetStatus(status ...widgets.Hint) {
	s.status = status
	s.RefreshHints()
}

// Topic is what the page in front is about: what it says, or its ID up to the first slash.
func (s *Shell) Topic() string {
	if t, ok := s.Page().(Topical); ok {
		return t.Topic()
	}
	if s.Page() == nil {
		return ""
	}
	topic, _, _ := strings.Cut(s.Page().ID(), "/")
	return topic
}

// RefreshHints shows the page's hints again, after they changed, and listens to the keys of what is in front now: a page may show one thing
// after the other, each with commands of its own.
func (s *Shell) RefreshHints() {
	if p := s.Page(); p != nil {
		if c, ok := p.(Commander); ok {
			s.listen(c.Commands())
		}
		hints := p.Hints()
		right := false
		for _, h := range hints {
			right = right || h.Right
		}
		if !right {
			for _, h := range s.status {
				h.Right = true
				hints = append(hints, h)
			}
		}
		s.hints.Set(hints)
	}
}

// SetLayer lays something over the page, below notices and dialogs; nil takes it away. Where it has nothing to press, clicks go to the page.
func (s *Shell) SetLayer(o fyne.CanvasObject) {
	s.layer.Objects = nil
	if o != nil {
		s.layer.Objects = []fyne.CanvasObject{o}
	}
	s.Refresh()
}

// RailObject is the rail, for what points at it.
func (s *Shell) RailObject() fyne.CanvasObject { return s.rail }

// RefreshRail shows the rail's badges again.
func (s *Shell) RefreshRail() { s.rail.refresh() }

// Tips is where the widgets of the window show their tooltips.
func (s *Shell) Tips() *widgets.TipLayer { return s.tips }

func (s *Shell) dropped(at fyne.Position, files []fyne.URI) {
	if s.window.Canvas().Overlays().Top() != nil {
		return
	}
	if d, ok := s.Page().(Dropper); ok && d.Dropped(at, files) {
		return
	}
	if s.config.OnDropped != nil {
		s.config.OnDropped(files)
	}
}
