package workshop

import (
	"errors"
	"testing"
)

func TestSeveralWorkshopsAreOneStep(t *testing.T) {
	a, b := newDesk("a"), newDesk("b")
	a.begin(t)
	b.begin(t)
	title := func(d *desk) (out string) {
		d.Read(func(w *Workshop) { out = w.Charter().Title })
		return out
	}
	set := func(text string) func(*Edit) error {
		return func(e *Edit) error { return e.SetField("w", "title", []byte(`"`+text+`"`)) }
	}
	var both Together
	is := func(wantA, wantB string) {
		t.Helper()
		if title(a) != wantA || title(b) != wantB {
			t.Errorf("%q and %q, want %q and %q", title(a), title(b), wantA, wantB)
		}
	}
	do := func(text string) {
		t.Helper()
		if _, err := both.Do("Rename", []Piece{{a.Session, set(text)}, {b.Session, set(text)}}); err != nil {
			t.Fatal(err)
		}
	}
	do("One")
	is("One", "One")

	// The second is refused: the first is as before.
	no := errors.New("no")
	if at, err := both.Do("Rename", []Piece{{a.Session, set("Two")}, {b.Session, func(*Edit) error { return no }}}); err != no || at != b.Session {
		t.Errorf("%v of %v", err, at)
	}
	is("One", "One")
	if a.CanRedo() != "" {
		t.Error("what was never done can be done again")
	}
	// What came of that is in the way of neither undo nor redo of both.
	if label, sessions, err := both.Undo(a.Session); label != "Rename" || len(sessions) != 2 || err != nil {
		t.Errorf("%q, %v", label, err)
	}
	is("Pump line changeover", "Pump line changeover")
	if label, _, err := both.Redo(b.Session); label != "Rename" || err != nil {
		t.Errorf("%q, %v", label, err)
	}
	is("One", "One")

	// Something newer in one of them comes first, with the same label too.
	if err := a.Do("Rename", set("Alone")); err != nil {
		t.Fatal(err)
	}
	if label, _, _ := both.Undo(a.Session); label != "" {
		t.Error("a newer step was passed over")
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if label, _, _ := both.Undo(newDesk("c").Session); label != "" {
		t.Error("the last step was elsewhere")
	}
	if label, _, _ := both.Undo(b.Session); label != "Rename" {
		t.Error("now it is the newest again")
	}
	is("Pump line changeover", "Pump line changeover")
	if err := a.Do("Rename", set("Else")); err != nil {
		t.Fatal(err)
	}
	if label, _, _ := both.Redo(a.Session); label != "" {
		t.Error("redone after something else")
	}
	// A part that changes nothing is no part of the step.
	if _, err := both.Do("Rename", []Piece{{a.Session, set("Else")}, {b.Session, set("New")}}); err != nil {
		t.Fatal(err)
	}
	if label, _, _ := both.Undo(b.Session); label != "" {
		t.Error("a step of one workshop is that workshop's own")
	}
	is("Else", "New")
}
