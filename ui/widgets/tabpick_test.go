package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	. "nemawashi.app/ui/widgets"
)

func TestTabInASelectTakesTheExactNameAndGoesOn(t *testing.T) {
	chosen, added := -1, ""
	s := NewSelect([]string{"Bureau chief of staff", "Bureau chief"}, -1, func(i int) { chosen = i })
	s.OnNew = func(text string) { added = text }
	next := NewEntry("")
	w, _, _ := window(t, VStack(0, s, next))
	tab := func() {
		t.Helper()
		list, ok := w.Canvas().Focused().(fyne.Tabbable)
		if !ok || !list.AcceptsTab() {
			t.Fatal("Tab is not taken")
		}
		press(w.Canvas().Focused(), fyne.KeyTab)
	}
	w.Canvas().Focus(s)
	s.TypedRune('b')
	test.Type(w.Canvas().Focused(), "ureau chief ")
	tab()
	if chosen != 1 || added != "" || w.Canvas().Overlays().Top() != nil || !next.Focused() {
		t.Fatalf("chose %d, added %q, the keyboard is on at the entry: %v", chosen, added, next.Focused())
	}
	w.Canvas().Focus(s)
	s.TypedRune('o') // fits no beginning, but stands in both
	test.Type(w.Canvas().Focused(), "x")
	tab()
	if added != "ox" || !next.Focused() {
		t.Errorf("added %q", added)
	}
}

func TestOneLetterMarksANameBeforeANewOne(t *testing.T) {
	chosen, added := -1, ""
	s := NewSelect([]string{"Anna", "Maria"}, -1, func(i int) { chosen = i })
	s.OnNew = func(text string) { added = text }
	w, _, _ := window(t, VStack(0, s))
	w.Canvas().Focus(s)
	s.TypedRune('m')
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if chosen != 1 || added != "" {
		t.Errorf("chose %d, added %q", chosen, added)
	}
}

func TestTabRunsNothingInAMenu(t *testing.T) {
	ran := false
	anchor := NewButton("Menu", nil)
	w, _, _ := window(t, VStack(0, anchor))
	ShowMenu(anchor, []Choice{{Label: "Delete", Run: func() { ran = true }}})
	if w.Canvas().Focused().(fyne.Tabbable).AcceptsTab() {
		t.Error("a menu takes Tab")
	}
	press(w.Canvas().Focused(), fyne.KeyTab)
	if ran {
		t.Error("Tab ran a command")
	}
}
