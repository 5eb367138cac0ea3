package ui_test

import (
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/sample"
	"nemawashi.app/workshop/template"
)

// now is a Tuesday morning for all tests.
var now = time.Date(2026, 11, 17, 10, 0, 0, 0, time.UTC)

func clock() time.Time { return now }

// ticking is a clock for the library, so that what is done later is newer.
func ticking() func() time.Time {
	var ticks atomic.Int64
	return func() time.Time { return now.Add(time.Duration(ticks.Add(1)) * time.Millisecond) }
}

// desk is the app under test with a hand on its keyboard and mouse.
type desk struct {
	*testing.T
	app    fyne.App
	ui     *ui.App
	w      *snap.Hearing
	lib    *library.Library
	folder string // where exports go
	path   string // of the library
	saves  *saves
	log    []string // what the app wrote into its log
}

// saves is the state of saving as a test wants it.
type saves struct {
	state   shell.SaveState
	reason  string
	changed []func()
}

func (s *saves) SaveState() (shell.SaveState, string) { return s.state, s.reason }

func (s *saves) WatchSaves(changed func()) (stop func()) {
	s.changed = append(s.changed, changed)
	return func() {}
}

func (s *saves) tell() {
	for _, f := range s.changed {
		f()
	}
}

func templates(t testing.TB) *template.Set {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func openLibrary(t testing.TB, path string) *library.Library {
	t.Helper()
	lib, err := library.Open(path, library.Options{Author: "Ines", Now: ticking(), Confidential: templates(t).Confidential})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() }) // tests that care have closed it
	return lib
}

// start opens the app on a library, empty or with what fill puts into it.
func start(t *testing.T, fill func(*desk)) *desk {
	t.Helper()
	d := &desk{T: t, path: filepath.Join(t.TempDir(), "library.nemawashi")}
	d.lib = openLibrary(t, d.path)
	if fill != nil {
		fill(d)
		if err := d.lib.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	d.begin()
	return d
}

// begin starts an app on the library.
func (d *desk) begin() {
	d.Helper()
	d.Cleanup(run.Inline())
	d.app = test.NewTempApp(d.T)
	d.folder = d.TempDir()
	settings.Of(d.app).SetFolder(d.folder)
	d.saves = &saves{}
	d.w = snap.Hear(ui.NewWindow(d.app))
	d.ui = ui.New(ui.Config{App: d.app, Window: d.w, Library: d.lib, Templates: templates(d), Version: "1.2.3", Now: clock, Saves: d.saves,
		Log: func(line string) { d.log = append(d.log, line) }})
	d.w.Resize(fyne.NewSize(1280, 800))
}

func withSample(d *desk) {
	if _, err := sample.Add(d.lib, workshop.DateOf(now)); err != nil {
		d.Fatal(err)
	}
}

// workshops lists what is in the library.
func (d *desk) workshops() []library.Summary {
	d.Helper()
	all, err := d.lib.Workshops()
	if err != nil {
		d.Fatal(err)
	}
	return all
}

// session is that of the workshop with this title.
func (d *desk) session(title string) *workshop.Session {
	d.Helper()
	for _, s := range d.workshops() {
		if s.Title == title {
			session, err := d.lib.Session(s.ID)
			if err != nil {
				d.Fatal(err)
			}
			return session
		}
	}
	d.Fatalf("no workshop %q", title)
	return nil
}

// press presses keys one after the other, as a user would: "N", "Ctrl+K", "Enter".
func (d *desk) press(keys ...widgets.Keys) {
	d.Helper()
	for _, k := range keys {
		if shortcuts := k.Shortcuts(); len(shortcuts) > 0 {
			d.shortcut(shortcuts[0])
			continue
		}
		if r := []rune(string(k)); len(r) == 1 {
			d.types(strings.ToLower(string(k)))
			continue
		}
		name := fyne.KeyName(k)
		for key, label := range map[fyne.KeyName]string{fyne.KeyEscape: "Esc", fyne.KeyReturn: "Enter", fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn", fyne.KeyDelete: "Del", fyne.KeyBackspace: "Backspace"} {
			if label == string(k) {
				name = key
			}
		}
		ev := &fyne.KeyEvent{Name: name}
		if f := d.w.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else {
			d.w.Canvas().OnTypedKey()(ev)
		}
	}
}

func (d *desk) shortcut(s fyne.Shortcut) { d.w.Press(s) }

// types types text into whatever has the keyboard.
func (d *desk) types(text string) {
	for _, r := range text {
		if f := d.w.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		} else {
			d.w.Canvas().OnTypedRune()(r)
		}
	}
}

// find looks for a text in the palette and takes what it finds first.
func (d *desk) find(text string) {
	d.press("Ctrl+K")
	d.pastes(text)
	d.press("Enter")
}

// pastes puts text into the entry with the keyboard at once.
func (d *desk) pastes(text string) {
	d.app.Clipboard().SetContent(text)
	d.shortcut(&fyne.ShortcutPaste{Clipboard: d.app.Clipboard()})
}

// each walks over everything that is on the screen: the window, or the dialog
// that lies over it.
func (d *desk) each(f func(o fyne.CanvasObject)) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		f(o)
		switch v := o.(type) {
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		}
	}
	if top := d.w.Canvas().Overlays().Top(); top != nil {
		walk(top)
		return
	}
	walk(d.w.Content())
}

// words are all words on the screen.
func (d *desk) words() string {
	var all []string
	d.each(func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			all = append(all, t.Text)
		}
	})
	return strings.Join(all, " ")
}

// sees fails unless these words are on the screen.
func (d *desk) sees(words ...string) {
	d.Helper()
	all := d.words()
	for _, w := range words {
		if !strings.Contains(all, w) {
			d.Errorf("%q is not on the screen: %s", w, all)
		}
	}
}

// seesNot fails if any of these words is on the screen.
func (d *desk) seesNot(words ...string) {
	d.Helper()
	all := d.words()
	for _, w := range words {
		if strings.Contains(all, w) {
			d.Errorf("%q is on the screen: %s", w, all)
		}
	}
}

// button is the button with these words.
func (d *desk) button(words string) *widgets.Button {
	d.Helper()
	var found *widgets.Button
	d.each(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == words && found == nil {
			found = b
		}
	})
	if found == nil {
		d.Fatalf("no button %q: %s", words, d.words())
	}
	return found
}

// tap presses the button with these words.
func (d *desk) tap(words string) {
	d.Helper()
	test.Tap(d.button(words))
}

// check is the check box or radio button with these words.
func (d *desk) check(words string) *widgets.Check {
	d.Helper()
	var found *widgets.Check
	d.each(func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.Check); ok && c.Text == words && found == nil {
			found = c
		}
	})
	if found == nil {
		d.Fatalf("no check %q: %s", words, d.words())
	}
	return found
}

// choose chooses one of several that stand beside each other.
func (d *desk) choose(option string) {
	d.Helper()
	done := false
	d.each(func(o fyne.CanvasObject) {
		if s, ok := o.(*widgets.Segmented); ok && !done && slices.Contains(s.Options, option) {
			done = true
			s.Choose(slices.Index(s.Options, option))
		}
	})
	if !done {
		d.Fatalf("no choice %q: %s", option, d.words())
	}
}

// replaces types text in the place of what the entry with the keyboard holds.
func (d *desk) replaces(text string) {
	d.shortcut(&fyne.ShortcutSelectAll{})
	d.types(text)
}

func (d *desk) dialogOpen() bool { return d.w.Canvas().Overlays().Top() != nil }

// page is the id of the page in front, up to the first slash.
func (d *desk) page() string {
	id, _, _ := strings.Cut(d.ui.Shell().Page().ID(), "/")
	return id
}

func (d *desk) onPage(want string) {
	d.Helper()
	if got := d.page(); got != want {
		d.Errorf("on page %q, want %q", got, want)
	}
}

// notice is the text of the notice that is shown.
func (d *desk) notice() string { return d.ui.Shell().Notices().Current().Text }
