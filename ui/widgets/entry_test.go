package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/theme"
	. "nemawashi.app/ui/widgets"
)

// root is a window's content that notes what the widgets hand on.
type root struct {
	widget.BaseWidget
	content   fyne.CanvasObject
	shortcuts []Keys
}

func (r *root) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

func (r *root) TypedShortcut(s fyne.Shortcut) { r.shortcuts = append(r.shortcuts, KeysOfShortcut(s)) }

// window shows content and notes keys and letters that nobody takes.
func window(t *testing.T, content fyne.CanvasObject) (w fyne.Window, keys *[]string, r *root) {
	t.Helper()
	t.Cleanup(run.Inline())
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	w = app.NewWindow("")
	t.Cleanup(w.Close)
	keys = &[]string{}
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { *keys = append(*keys, string(KeysOf(ev))) })
	w.Canvas().SetOnTypedRune(func(r rune) { *keys = append(*keys, string(r)) })
	r = &root{content: content}
	r.ExtendBaseWidget(r)
	w.SetPadded(false)
	w.SetContent(r)
	w.Resize(fyne.NewSize(800, 600))
	return w, keys, r
}

func press(f fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestEntryHandsOnWhatItDoesNotNeed(t *testing.T) {
	e := NewEntry("Add")
	w, keys, r := window(t, e)
	e.Focus()
	press(e.Input(), fyne.KeyF1, fyne.KeyF8, fyne.KeyEscape, fyne.KeyReturn, fyne.KeyUp)
	if want := "[F1 F8 Esc Enter Up]"; join(*keys) != want {
		t.Fatalf("handed on %v, want %s", *keys, want)
	}
	test.Type(e.Input(), "nd1")
	if e.Text() != "nd1" {
		t.Fatalf("text %q: an entry keeps every printable key", e.Text())
	}
	e.Input().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault})
	e.Input().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if len(r.shortcuts) != 2 || r.shortcuts[0] != "Ctrl+K" || r.shortcuts[1] != "Ctrl+Enter" {
		t.Fatalf("shortcuts %v", r.shortcuts)
	}
	_ = w
}

func TestEntryCallsBack(t *testing.T) {
	e, other := NewEntry(""), NewEntry("")
	var log []string
	note := func(what string) func() { return func() { log = append(log, what) } }
	e.OnTab, e.OnShiftTab, e.OnUp, e.OnDown = note("tab"), note("back"), note("up"), note("down")
	e.OnSubmit = func(text string) { log = append(log, "enter "+text) }
	e.OnEscape = func() bool { log = append(log, "esc"); return true }
	_, keys, _ := window(t, VStack(0, e, other))
	e.Focus()
	test.Type(e.Input(), "x")
	press(e.Input(), fyne.KeyTab, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape)
	e.Input().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(e.Input(), fyne.KeyTab)
	if want := "[tab up down enter x esc back]"; join(log) != want || len(*keys) != 0 {
		t.Fatalf("%v, handed on %v", log, *keys)
	}
}

func TestTextAreaIsLeftByTabAndCtrlEnter(t *testing.T) {
	area, next := NewTextArea("", 3), NewEntry("")
	sent := ""
	area.OnSubmit = func(text string) { sent = text }
	_, _, _ = window(t, VStack(0, area, next))
	area.Focus()
	test.Type(area.Input(), "a")
	press(area.Input(), fyne.KeyReturn)
	test.Type(area.Input(), "b")
	area.Input().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if sent != "a\nb" {
		t.Fatalf("sent %q", sent)
	}
	if area.Input().(fyne.Tabbable).AcceptsTab() {
		t.Fatal("Tab would stay in the area")
	}
}

func TestHintAndProblemGiveTheEntryRoom(t *testing.T) {
	e := NewEntry("")
	window(t, VStack(0, e))
	plain := e.MinSize().Height
	e.SetHint("Adds 25 min")
	hinted := e.MinSize().Height
	e.SetProblem("Not a date")
	if hinted <= plain || e.MinSize().Height <= hinted {
		t.Fatalf("heights %v, %v, %v", plain, hinted, e.MinSize().Height)
	}
}

func join(list []string) string {
	s := "["
	for i, x := range list {
		if i > 0 {
			s += " "
		}
		s += x
	}
	return s + "]"
}

// TestCaretWaitsAtTheBeginning looks at where an entry shows its text while nobody types, and where typing goes on.
func TestCaretWaitsAtTheBeginning(t *testing.T) {
	e, other := NewEntry(""), NewEntry("")
	window(t, VStack(8, e, other))
	caret := func() int { return e.Input().(interface{ CursorTextOffset() int }).CursorTextOffset() }
	e.SetText("Parts for 46 days lie between machining and assembly")
	if caret() != 0 {
		t.Errorf("the caret is at %d, so the end of the text would be shown", caret())
	}
	e.Focus()
	test.Type(e.Input(), "!")
	if want := "Parts for 46 days lie between machining and assembly!"; e.Text() != want {
		t.Fatalf("typed into %q", e.Text())
	}
	e.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	test.Type(e.Input(), "The ")
	other.Focus()
	if caret() != 0 {
		t.Errorf("the caret is at %d after the keyboard has left", caret())
	}
	e.Focus()
	test.Type(e.Input(), "four ")
	if want := "The four Parts for 46 days lie between machining and assembly!"; e.Text() != want {
		t.Errorf("typing did not go on where it was: %q", e.Text())
	}
}

func TestADateIsTakenUpWhileItIsTyped(t *testing.T) {
	today := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	var told time.Time
	d := NewDateEntry(time.Time{}, today, func(day time.Time) { told = day })
	d.Entry().SetText("+2w")
	if !d.Commit() || told != today.AddDate(0, 0, 14) || d.Day() != told {
		t.Errorf("%v, told %v", d.Day(), told)
	}
	d.Entry().SetText("no day at all")
	if d.Commit() || d.Day() != told {
		t.Errorf("%v is what nobody typed", d.Day())
	}
}
