package shell_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

func TestCommandsRunByKeyAndObeyEnabled(t *testing.T) {
	s, w, p := open(t)
	on, ran := false, 0
	s.AddCommands(shell.Command{ID: "x", Label: "Export", Group: "Workshop", Shortcut: "Ctrl+E", Enabled: func() bool { return on }, Run: func() { ran++ }})
	shortcut(w, ctrl(fyne.KeyE))
	if ran != 0 {
		t.Fatal("a command that is off ran")
	}
	on = true
	shortcut(w, ctrl(fyne.KeyE))
	w.Canvas().Focus(p.entry.Input())
	shortcut(w, ctrl(fyne.KeyE))
	if ran != 2 {
		t.Fatalf("ran %d times, want 2: also while an entry has focus", ran)
	}
	s.Ask(shell.Question{Title: "Delete?", Yes: "Delete"})
	shortcut(w, ctrl(fyne.KeyE))
	if s.RunCommand("x") || ran != 2 {
		t.Fatal("a command ran while a dialog was open")
	}
}

// A page may show one thing after the other, such as the boards of a room, each with keys of its own.
func TestKeysOfWhatAPageShowsLaterAreHeard(t *testing.T) {
	s, w, p := open(t)
	ran := 0
	p.commands = []shell.Command{{ID: "view", Label: "Another view", Group: "Boards", Shortcut: "Ctrl+Shift+V", Run: func() { ran++ }}}
	s.RefreshHints()
	w.Canvas().Unfocus()
	shortcut(w, &desktop.CustomShortcut{KeyName: fyne.KeyV, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if ran != 1 {
		t.Fatalf("ran %d times, want once", ran)
	}
}

func TestLettersActOnlyWithoutEntry(t *testing.T) {
	s, w, p := open(t)
	news := 0
	p.commands = []shell.Command{{ID: "new", Label: "New", Shortcut: "N", Run: func() { news++ }}}
	letter(w, 'n')
	if news != 1 {
		t.Fatal("the letter did nothing")
	}
	w.Canvas().Focus(p.entry.Input())
	letter(w, 'n')
	if news != 1 || p.entry.Text() != "n" {
		t.Fatalf("the letter acted while an entry had focus: %d, %q", news, p.entry.Text())
	}
	key(w, fyne.KeyEscape)
	if w.Canvas().Focused() != nil {
		t.Fatal("Esc did not leave the entry")
	}
	letter(w, 'q')
	if p.typed != "q" {
		t.Fatalf("page got %q, want q", p.typed)
	}
	_ = s
}

func TestRedoOnBothKeys(t *testing.T) {
	s, w, p := open(t)
	var done []string
	note := func(what string) func() { return func() { done = append(done, what) } }
	s.AddCommands(
		shell.Command{ID: "undo", Label: "Undo", Shortcut: "Ctrl+Z", Run: note("undo")},
		shell.Command{ID: "redo", Label: "Redo", Shortcut: "Ctrl+Y", Also: []widgets.Keys{"Ctrl+Shift+Z"}, Run: note("redo")})
	shortcut(w, &fyne.ShortcutUndo{})
	shortcut(w, &fyne.ShortcutRedo{})
	shortcut(w, &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if want := []string{"undo", "redo", "redo"}; !reflect.DeepEqual(done, want) {
		t.Fatalf("%v, want %v", done, want)
	}
	done = nil
	w.Canvas().Focus(p.entry.Input())
	letter(w, 'a')
	shortcut(w, &fyne.ShortcutUndo{}) // takes the letter back
	shortcut(w, &fyne.ShortcutUndo{}) // nothing left to take back in the entry
	if p.entry.Text() != "" || !reflect.DeepEqual(done, []string{"undo"}) {
		t.Fatalf("entry %q, commands %v", p.entry.Text(), done)
	}
}

func TestPagesStackAndBack(t *testing.T) {
	s, w, home := open(t)
	room := newPage("room")
	room.backs = 1
	s.Open(room)
	if w.Title() != "room - Nemawashi" || s.Page() != shell.Page(room) {
		t.Fatalf("title %q", w.Title())
	}
	key(w, fyne.KeyEscape) // the page's own step back
	if s.Page() != shell.Page(room) {
		t.Fatal("Esc left the page although it had a step of its own")
	}
	key(w, fyne.KeyEscape)
	if s.Page() != shell.Page(home) {
		t.Fatal("Esc did not go back")
	}
	if want := []string{"shown", "hidden", "shown"}; !reflect.DeepEqual(home.log, want) {
		t.Fatalf("home saw %v, want %v", home.log, want)
	}
	key(w, fyne.KeyEscape)
	if len(s.Pages()) != 1 {
		t.Fatal("the last page was closed")
	}
}

func TestDialogEnterEscAndFocus(t *testing.T) {
	s, w, p := open(t)
	w.Canvas().Focus(p.entry.Input())
	yes, no := 0, 0
	ask := func(danger bool) {
		s.Ask(shell.Question{Title: "Export?", Yes: "Export", Danger: danger, OnYes: func() { yes++ }, OnNo: func() { no++ }})
	}
	ask(false)
	key(w, fyne.KeyReturn)
	ask(false)
	key(w, fyne.KeyEscape)
	ask(true)
	key(w, fyne.KeyReturn) // a dangerous question starts on Cancel
	if yes != 1 || no != 2 {
		t.Fatalf("yes %d, no %d, want 1 and 2", yes, no)
	}
	if !p.entry.Focused() {
		t.Fatal("the keyboard did not come back to the entry")
	}

	name := widgets.NewEntry("Name")
	got := ""
	s.ShowDialog(&shell.Dialog{Title: "Rename", Content: widgets.Labeled("Name", name), Buttons: []shell.DialogButton{
		{Label: "Cancel"}, {Label: "Rename", Kind: widgets.Primary, Run: func() { got = name.Text() }}}})
	if !name.Focused() {
		t.Fatal("the dialog's entry has no focus")
	}
	letter(w, 'x')
	key(w, fyne.KeyReturn)
	if got != "x" || w.Canvas().Overlays().Top() != nil {
		t.Fatalf("renamed to %q, dialog open: %v", got, w.Canvas().Overlays().Top() != nil)
	}
}

func TestProgressCancelsOnce(t *testing.T) {
	s, w, _ := open(t)
	cancelled := 0
	p := s.ShowProgress("Writing the readout", func() { cancelled++ })
	p.Set(0.4, "Page 3 of 6")
	key(w, fyne.KeyEscape)
	key(w, fyne.KeyEscape)
	if cancelled != 1 || w.Canvas().Overlays().Top() == nil {
		t.Fatalf("cancelled %d times; the dialog must stay until the work has stopped", cancelled)
	}
	p.Close()
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still there")
	}
}

func TestPaletteFindsCommandsAndItems(t *testing.T) {
	s, w, _ := open(t)
	opened, ran := "", ""
	s.AddSource(source{&opened})
	s.AddCommands(
		shell.Command{ID: "a", Label: "New workshop", Run: func() { ran = "a" }},
		shell.Command{ID: "b", Label: "Open a hand-over file", Run: func() { ran = "b" }},
		shell.Command{ID: "c", Label: "Go to column 3", Quiet: true, Run: func() { ran = "c" }})
	find := func(text string) {
		shortcut(w, ctrl(fyne.KeyK))
		for _, r := range text {
			letter(w, r)
		}
		key(w, fyne.KeyReturn)
	}
	find("hand")
	if ran != "b" {
		t.Fatalf("ran %q, want b", ran)
	}
	find("nw")
	if ran != "a" {
		t.Fatalf("ran %q by first letters, want a", ran)
	}
	find("pump")
	if opened != "pump" {
		t.Fatal("the item was not opened")
	}
	ran = ""
	find("column")
	if ran != "" {
		t.Fatal("a quiet command was found")
	}
	key(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("Esc did not close the palette")
	}
}

func TestFunctionKeyFromEntryOpensKeys(t *testing.T) {
	s, w, p := open(t)
	w.Canvas().Focus(p.entry.Input())
	shortcut(w, ctrl(fyne.KeyF1))
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("Ctrl+F1 in an entry did not show the keys")
	}
	s.Press("Esc")
	shortcut(w, ctrl(fyne.KeyF1))
	if !s.Press("Ctrl+F1") || w.Canvas().Overlays().Top() != nil {
		t.Fatal("Ctrl+F1 did not close them")
	}
}

func TestMenuRunsCommands(t *testing.T) {
	s, w, _ := open(t)
	ran := false
	s.AddCommands(shell.Command{ID: "x", Label: "Lock", Group: "App", Run: func() { ran = true }})
	s.ShowMenu(s)
	for _, r := range "lock" {
		letter(w, r)
	}
	key(w, fyne.KeyReturn)
	if !ran {
		t.Fatal("the menu did not run the command")
	}
	for _, m := range s.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut != nil {
				t.Fatalf("%s has a native shortcut, which fires over dialogs", i.Label)
			}
		}
	}
}

// watch is a saver under test.
type watch struct {
	state   shell.SaveState
	changed func()
}

func (w *watch) SaveState() (shell.SaveState, string) {
	if w.state == shell.NotSaved {
		return w.state, "The disk is full."
	}
	return w.state, ""
}

func (w *watch) WatchSaves(changed func()) func() {
	w.changed = changed
	return func() { w.changed = nil }
}

func TestSavedIndicatorFollows(t *testing.T) {
	open(t)
	w, why := &watch{}, ""
	i := shell.NewSavedIndicator(w, func(reason string) { why = reason })
	i.Start()
	w.state = shell.NotSaved
	w.changed()
	if i.AccessibilityLabel() != "Not saved" {
		t.Fatalf("shows %q", i.AccessibilityLabel())
	}
	test.Tap(i)
	if why != "The disk is full." {
		t.Fatalf("reason %q", why)
	}
	i.Stop()
	if w.changed != nil {
		t.Fatal("still watching")
	}
}

// TestGallery renders the frame at the largest and the usual text and fails when words are cut off at the window's edge; with NEMAWASHI_GALLERY set to a
// folder it renders every look and keeps the pictures.
func TestGallery(t *testing.T) {
	looks := []snap.Look{{Width: 1024, Height: 700, Text: 2, Dark: true}, {Width: 1280, Height: 800}, {Width: 1280, Height: 800, Dark: true}, {Width: 1024, Height: 700, Text: 1.5}}
	if os.Getenv("NEMAWASHI_GALLERY") == "" {
		looks = looks[:2]
	}
	for _, look := range looks {
		for name, show := range map[string]func(*shell.Shell){
			"page": func(s *shell.Shell) {
				s.Notify(widgets.Notice{Text: "Card deleted: Castings cross the hall twice by forklift", Button: "Undo", Key: "Ctrl+Z", Stay: -1})
			},
			"palette": func(s *shell.Shell) { s.ShowPalette() },
			"keys":    func(s *shell.Shell) { s.ShowKeys() },
			"menu":    func(s *shell.Shell) { s.ShowMenu(widgets.NewLabel("", theme.Body)) },
			"ask": func(s *shell.Shell) {
				s.Ask(shell.Question{Title: "Delete this workshop?", Text: "Pump line changeover and its 48 actions are moved to the bin for 30 days. Photos stay in the library until then.", Yes: "Delete", Danger: true})
			},
			"error": func(s *shell.Shell) {
				s.ShowError(shell.Trouble{Title: "The export was not written", What: errors.New("The disk D: is full.").Error(), Kept: "The file from yesterday is untouched, and nothing in the workshop has changed.",
					Do: "Free 20 MB or choose another folder, then try again.", Retry: func() {}})
			},
			"progress": func(s *shell.Shell) {
				s.ShowProgress("Writing the readout", func() {}).Set(0.42, "Page 3 of 6: measures before and after")
			},
		} {
			w := snap.Window(look)
			s := demo(w, look)
			show(s)
			picture := snap.Image(w, look)
			if cut := snap.Outside(w); len(cut) > 0 {
				t.Errorf("%s at %.0f %%: cut off: %v", name, max(1, look.Text)*100, cut)
			}
			if dir := os.Getenv("NEMAWASHI_GALLERY"); dir != "" {
				if err := snap.Write(filepath.Join(dir, fmt.Sprintf("shell-%s-%.0f-%v.png", name, max(1, look.Text)*100, look.Dark)), picture); err != nil {
					t.Fatal(err)
				}
			}
			w.Close()
		}
	}
}

func demo(w fyne.Window, look snap.Look) *shell.Shell {
	s := shell.New(shell.Config{Window: w, AppName: "Nemawashi", Rail: []shell.RailItem{
		{ID: "home", Label: "Home", Icon: "home"}, {ID: "workshops", Label: "Workshops", Icon: "board"},
		{ID: "actions", Label: "Actions", Icon: "action", Badge: func() int { return 7 }, BadgeTone: widgets.Bad}, {ID: "people", Label: "People", Icon: "people"},
		{ID: "assess", Label: "Assessments", Icon: "assess"}, {ID: "templates", Label: "Templates", Icon: "template"},
		{ID: "lock", Label: "Lock", Icon: "lock", Key: "Ctrl+L", Foot: true}, {ID: "settings", Label: "Settings", Icon: "settings", Foot: true}}})
	run := func() {}
	s.AddCommands(shell.Command{ID: "new", Label: "New workshop", Group: "Workshop", Icon: "plus", Shortcut: "N", Also: []widgets.Keys{"Ctrl+N"}, Run: run},
		shell.Command{ID: "export", Label: "Export", Group: "Workshop", Icon: "export", Shortcut: "Ctrl+E", Run: run, Enabled: func() bool { return false }},
		shell.Command{ID: "present", Label: "Present", Group: "Workshop", Icon: "present", Shortcut: "Ctrl+P", Run: run},
		shell.Command{ID: "undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Run: run},
		shell.Command{ID: "names", Label: "Show or hide names", Group: "Workshop", Icon: "shield", Shortcut: "Ctrl+Shift+H", Run: run})
	s.SetStatus(widgets.Hint{Icon: "lock", Label: "On this computer only"})
	p := newPage("actions")
	saved := shell.NewSavedIndicator(&watch{}, nil)
	p.top = shell.NewTopBar(shell.TopBar{Title: widgets.NewLabel("Pump line changeover", theme.CardTitle), Subtitle: widgets.Caption("Norvik Pumps, kaizen 3 days"), Back: run,
		Middle: []fyne.CanvasObject{widgets.NewUpright(), widgets.NewPill("4 min behind", widgets.Careful)},
		Right:  []fyne.CanvasObject{saved, widgets.NewButtonKind(widgets.Secondary, "Export", "export", run), widgets.NewPrimary("Present", "present", run)}})
	s.Go(p)
	return s
}
