package shell_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// page is a page that notes what happens to it.
type page struct {
	id       string
	entry    *widgets.Entry
	commands []shell.Command
	rail     shell.RailMode
	top      fyne.CanvasObject
	log      []string
	typed    string
	backs    int
}

func newPage(id string) *page { return &page{id: id, entry: widgets.NewEntry("Add")} }

func (p *page) ID() string    { return p.id }
func (p *page) Title() string { return p.id }
func (p *page) Content() fyne.CanvasObject {
	return widgets.Pad(widgets.VStack(8, p.entry, widgets.NewText("Page "+p.id, theme.Body)), 16, 16)
}
func (p *page) Hints() []widgets.Hint        { return []widgets.Hint{{Keys: "N", Label: "new"}} }
func (p *page) Shown()                       { p.log = append(p.log, "shown") }
func (p *page) Hidden()                      { p.log = append(p.log, "hidden") }
func (p *page) Commands() []shell.Command    { return p.commands }
func (p *page) Rail() shell.RailMode         { return p.rail }
func (p *page) TopBar() fyne.CanvasObject    { return p.top }
func (p *page) TypedKey(*fyne.KeyEvent) bool { return false }
func (p *page) TypedRune(r rune) bool        { p.typed += string(r); return true }

func (p *page) Back() bool {
	if p.backs > 0 {
		p.backs--
		return true
	}
	return false
}

// source finds one item by its title.
type source struct{ opened *string }

func (s source) Find(_ context.Context, query string, _ int) []shell.Item {
	if query != "pump" {
		return nil
	}
	return []shell.Item{{Title: "Pump line changeover", Group: "Workshops", Icon: "board", Open: func() { *s.opened = "pump" }}}
}

// open returns a shell in a window with one page.
func open(t *testing.T) (*shell.Shell, *snap.Hearing, *page) {
	t.Helper()
	t.Cleanup(run.Inline())
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	w := snap.Hear(app.NewWindow(""))
	t.Cleanup(w.Close)
	s := shell.New(shell.Config{Window: w, AppName: "Nemawashi", Rail: []shell.RailItem{
		{ID: "home", Label: "Home", Icon: "home"}, {ID: "actions", Label: "Actions", Icon: "action", Badge: func() int { return 7 }},
	}})
	w.Resize(fyne.NewSize(1280, 800))
	p := newPage("home")
	s.Go(p)
	return s, w, p
}

func key(w fyne.Window, name fyne.KeyName) {
	if f := w.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

func letter(w fyne.Window, r rune) {
	if f := w.Canvas().Focused(); f != nil {
		f.TypedRune(r)
		return
	}
	w.Canvas().OnTypedRune()(r)
}

func shortcut(w *snap.Hearing, s fyne.Shortcut) { w.Press(s) }

func ctrl(name fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
}
