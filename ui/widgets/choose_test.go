package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	. "nemawashi.app/ui/widgets"
)

func TestSelectByTyping(t *testing.T) {
	chosen, added := -1, ""
	s := NewSelect([]string{"Anna", "Maria", "Marek"}, -1, func(i int) { chosen = i })
	s.OnNew = func(text string) { added = text }
	w, _, _ := window(t, VStack(0, s))
	w.Canvas().Focus(s)
	s.TypedRune('m')
	list := w.Canvas().Focused()
	test.Type(list, "are")
	press(list, fyne.KeyReturn)
	if chosen != 2 || w.Canvas().Overlays().Top() != nil {
		t.Fatalf("chose %d", chosen)
	}
	s.TypedRune('z')
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if added != "z" {
		t.Fatalf("added %q, want z", added)
	}
	press(s, fyne.KeyDown) // opens
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(s) {
		t.Fatal("Esc did not bring the keyboard back")
	}
}

func TestMenuSkipsWhatIsOff(t *testing.T) {
	ran := ""
	anchor := NewButton("Menu", nil)
	w, _, _ := window(t, VStack(0, anchor))
	ShowMenu(anchor, []Choice{{Label: "Workshop", Heading: true}, {Label: "Export", Disabled: true, Run: func() { ran = "export" }}, {Label: "Lock", Run: func() { ran = "lock" }}})
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if ran != "lock" {
		t.Fatalf("ran %q", ran)
	}
}

func TestSegmentedCheckAndSwitchByKeyboard(t *testing.T) {
	level, rating := 0, 0
	levels := NewLevelPicker(0, func(l int) { level = l })
	ratings := NewSupportPicker(-2, func(r int) { rating = r })
	checked, on := false, false
	check, sw := NewCheck("x", false, func(b bool) { checked = b }), NewSwitch(false, func(b bool) { on = b })
	radio := NewRadio("r", true, func() { t.Error("a chosen radio was chosen again") })
	_, keys, _ := window(t, VStack(0, levels, ratings, check, sw, radio))
	press(levels, fyne.Key4)
	press(ratings, fyne.KeyRight)
	press(check, fyne.KeySpace)
	press(sw, fyne.KeyReturn)
	press(radio, fyne.KeySpace)
	if level != 4 || rating != -1 || !checked || !on {
		t.Fatalf("level %d, rating %d, checked %v, on %v", level, rating, checked, on)
	}
	check.TypedRune('n')
	if join(*keys) != "[n]" {
		t.Fatalf("letters over a check box: %v", *keys)
	}
	check.Disable()
	press(check, fyne.KeySpace)
	if !checked {
		t.Fatal("a disabled box was changed")
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"today": "2026-11-17", "tomorrow": "2026-11-18", "fri": "2026-11-20", "tue": "2026-11-24", "Monday": "2026-11-23", "+3d": "2026-11-20", "+2w": "2026-12-01",
		"+1m": "2026-12-17", "2026-11-22": "2026-11-22", "22 nov": "2026-11-22", "3.1.": "2027-01-03", "3.1.2028": "2028-01-03", "nov 30": "2026-11-30",
	} {
		if d, err := ParseDay(text, today); err != nil || d.Format(time.DateOnly) != want {
			t.Errorf("%q: %v, %v, want %s", text, d.Format(time.DateOnly), err, want)
		}
	}
	for _, text := range []string{"fry", "32 nov", "+w", "+99999999w", "2026-13-01", "fr"} {
		if d, err := ParseDay(text, today); err == nil {
			t.Errorf("%q was taken for %v", text, d)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		day := today.AddDate(0, 0, rapid.IntRange(0, 3000).Draw(t, "days"))
		if back, err := ParseDay(day.Format(time.DateOnly), today); err != nil || !back.Equal(day) {
			t.Fatalf("%v came back as %v, %v", day, back, err)
		}
	})
}

func TestDateEntryTakesDaysAndKeepsWrongWords(t *testing.T) {
	var got time.Time
	calls := 0
	d := NewDateEntry(time.Time{}, today, func(day time.Time) { got, calls = day, calls+1 })
	other := NewEntry("")
	w, _, _ := window(t, VStack(0, d, other))
	d.Entry().Focus()
	test.Type(d.Entry().Input(), "fri")
	if d.Entry().Hint() != "Fri 20 Nov 2026" {
		t.Fatalf("understood %q", d.Entry().Hint())
	}
	press(d.Entry().Input(), fyne.KeyReturn)
	if got.Format(time.DateOnly) != "2026-11-20" || d.Entry().Text() != "Fri 20 Nov" {
		t.Fatalf("%v, shown %q", got, d.Entry().Text())
	}
	d.Entry().SetText("")
	test.Type(d.Entry().Input(), "fry")
	other.Focus()
	if calls != 1 || d.Entry().Problem == "" || d.Entry().Text() != "fry" {
		t.Fatalf("calls %d, problem %q, text %q", calls, d.Entry().Problem, d.Entry().Text())
	}
	d.Set(got)
	d.OpenCalendar()
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn)
	if d.Day().Format(time.DateOnly) != "2026-12-27" {
		t.Fatalf("calendar gave %v", d.Day())
	}
	d.Entry().Focus()
	d.Entry().SetText("")
	press(d.Entry().Input(), fyne.KeyReturn)
	if !d.Day().IsZero() {
		t.Fatal("empty text is no date")
	}
}

func TestChoicesTakeShorterWordsWhereThereIsLessRoom(t *testing.T) {
	s := NewSegmented([]string{"All together", "Group A, 18 min left", "Group B, 90 min"}, 0, nil)
	s.Short = []string{"All together", "Group A", "Group B"}
	window(t, s)
	for _, c := range []struct {
		width float32
		want  string
	}{{800, "Group A, 18 min left"}, {300, "Group A"}, {140, "G…"}} {
		s.Resize(fyne.NewSize(c.width, 32))
		var words []string
		for _, o := range test.WidgetRenderer(s).Objects() {
			if text, ok := o.(*canvas.Text); ok {
				words = append(words, text.Text)
				if end := text.Position().X + text.Size().Width; end > c.width {
					t.Errorf("%v wide: %q ends at %v", c.width, text.Text, end)
				}
			}
		}
		if len(words) != 3 || words[1] != c.want {
			t.Errorf("%v wide: %q, want %q", c.width, words, c.want)
		}
	}
	s.Resize(fyne.NewSize(800, 32))
	test.TapAt(s, fyne.NewPos(790, 10))
	if s.Selected != 0 {
		t.Error("a click beside the choices chose one")
	}
}
