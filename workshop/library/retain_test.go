package library

import (
	"bytes"
	"testing"

	"nemawashi.app/workshop"
)

// TestRetention asks from the day on, until the map is erased, which leaves nothing of who was only on it.
func TestRetention(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	var action workshop.ID
	minus := -2
	id, err := l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Line 3", RetainUntil: "2026-11-17"})
		p := e.Add(&workshop.Person{Name: "Quirina Zweifel"})
		o := e.Add(&workshop.Person{Name: "Ines Moreau", Team: true})
		s := e.Add(&workshop.Stakeholder{Person: p, SupportNow: &minus, Influence: 5, Evidence: "Left the room"})
		e.Add(&workshop.Stakeholder{Person: o, SupportNow: &minus, Influence: 2, Evidence: "Sighed aloud"})
		e.Add(&workshop.Stakeholder{Name: "Setters", Size: 9, SupportNow: &minus, Influence: 3})
		action = e.Add(&workshop.Action{Title: "Ask Quirina Zweifel and the Setters", Owner: o, Source: s})
		return nil
	})
	must(t, err)
	_, err = l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Without a map", RetainUntil: "2020-01-01"})
		return nil
	})
	must(t, err)
	must(t, l.Flush())
	for day, want := range map[workshop.Date]int{"2026-11-16": 0, "2026-11-17": 1, "2027-01-01": 1} {
		got, err := l.Retained(day)
		must(t, err)
		if len(got) != want || want == 1 && (got[0].Workshop != id || got[0].Mapped != 3 || got[0].Until != "2026-11-17") {
			t.Errorf("on %s it is asked for %+v", day, got)
		}
	}
	what, err := l.EraseMap(id)
	must(t, err)
	if what.People != 1 || what.Entries != 3 {
		t.Errorf("erased %+v", what)
	}
	if got, err := l.Retained("2027-01-01"); err != nil || len(got) != 0 {
		t.Errorf("it still asks for %v, %v", got, err)
	}
	s, err := l.Session(id)
	must(t, err)
	s.Read(func(w *workshop.Workshop) {
		if a := workshop.Find[workshop.Action](w, action); a.Title != "Ask [erased] and the Setters" || a.Owner == "" || a.Source != "" {
			t.Errorf("the action is now %+v", a)
		}
		if n := len(workshop.All[workshop.Person](w)); n != 1 {
			t.Errorf("%d people are left, want the one of the team", n)
		}
	})
	for _, word := range []string{"Quirina", "Zweifel", "Left the room", "Sighed aloud"} {
		if bytes.Contains(bytesOf(t, path), []byte(word)) {
			t.Errorf("%q is still in a byte of the library", word)
		}
	}
	if what, err := l.EraseMap(id); err != nil || what.Any() {
		t.Errorf("erasing an empty map: %+v, %v", what, err)
	}
	clean(t, l)
}
