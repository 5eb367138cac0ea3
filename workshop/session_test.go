package workshop

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestDoRefusesWhole(t *testing.T) {
	cases := map[string]struct {
		edit  func(*Edit) error
		field string
	}{
		"text too long": {func(e *Edit) error {
			e.Add(&Action{Title: strings.Repeat("x", MaxText+1)})
			return nil
		}, "title"},
		"required": {func(e *Edit) error { e.Add(&Action{Title: "  "}); return nil }, "title"},
		"control character": {func(e *Edit) error {
			e.Add(&Action{Title: "a\x07b"})
			return nil
		}, "title"},
		"override":      {func(e *Edit) error { e.Add(&Action{Title: "a\u202Eb"}); return nil }, "title"},
		"bad UTF-8":     {func(e *Edit) error { e.Add(&Action{Title: "a\xff"}); return nil }, "title"},
		"choice":        {func(e *Edit) error { e.Add(&Action{Title: "a", Status: "finished"}); return nil }, "status"},
		"range":         {func(e *Edit) error { e.Add(&Action{Title: "a", Progress: 101}); return nil }, "progress"},
		"date":          {func(e *Edit) error { e.Add(&Action{Title: "a", Due: "2026-02-30"}); return nil }, "due"},
		"dangling":      {func(e *Edit) error { e.Add(&Action{Title: "a", Owner: "nobody"}); return nil }, "owner"},
		"wrong kind":    {func(e *Edit) error { e.Add(&Action{Title: "a", Owner: "w"}); return nil }, "owner"},
		"no name":       {func(e *Edit) error { e.Add(&Stakeholder{Size: 3}); return nil }, "name"},
		"cells":         {func(e *Edit) error { e.Add(&Card{Canvas: "c", Cells: map[string]any{"a": []int{1}}}); return nil }, "cells"},
		"unknown field": {func(e *Edit) error { return e.SetField("w", "colour", json.RawMessage(`"red"`)) }, "colour"},
		"wrong type":    {func(e *Edit) error { return e.SetField("w", "days", json.RawMessage(`"two"`)) }, "days"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk("a")
			d.begin(t)
			before := d.picture()
			err := d.Do("x", func(e *Edit) error {
				e.Add(&Goal{Title: "must not stay"})
				return c.edit(e)
			})
			var bad *Invalid
			if !errors.As(err, &bad) || bad.Field != c.field {
				t.Fatalf("got %v, want an Invalid for %s", err, c.field)
			}
			if got := d.picture(); got != before {
				t.Errorf("something was kept:\n%s", got)
			}
		})
	}
}

func TestNumbersAreNeverUsedAgain(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var id ID
	must(t, d.Do("two", func(e *Edit) error {
		e.Add(&Action{Title: "one"})
		id = e.Add(&Action{Title: "two"})
		return nil
	}))
	must(t, d.Do("delete", func(e *Edit) error { return e.Delete(id) }))
	must(t, d.Do("three", func(e *Edit) error { id = e.Add(&Action{Title: "three"}); return nil }))
	d.Read(func(w *Workshop) {
		if a := Find[Action](w, id); a.Label() != "A-003" || a.Status != ActionOpen {
			t.Errorf("got %s %s", a.Label(), a.Status)
		}
	})
}

func TestNumbersBesideAGivenOne(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	must(t, d.Do("many", func(e *Edit) error {
		for range 5 {
			e.Add(&Action{Title: "x"})
		}
		return nil
	}))
	var id ID
	must(t, d.Do("taken over", func(e *Edit) error {
		e.Add(&Action{Title: "with a number", Number: 2000})
		id = e.Add(&Action{Title: "without"})
		return nil
	}))
	must(t, d.Do("small", func(e *Edit) error {
		e.Add(&Action{Title: "with a number", Number: 1})
		id = e.Add(&Action{Title: "without"})
		return nil
	}))
	d.Read(func(w *Workshop) {
		if n := Find[Action](w, id).Number; n != 2002 {
			t.Errorf("got %d, want 2002", n)
		}
	})
}

func TestCodeNamesAreNobodysName(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	must(t, d.Do("first", func(e *Edit) error {
		e.Add(&Person{Name: codeName(0) + " Smith"})
		e.Add(&Stakeholder{Name: "Anna " + codeName(2)})
		e.Add(&Person{Name: "Lena Vogt"})
		return nil
	}))
	must(t, d.Do("many", func(e *Edit) error {
		for range 10_000 {
			e.Add(&Person{Name: "Lena Vogt"})
		}
		return nil
	}))
	d.Read(func(w *Workshop) {
		seen := map[string]bool{codeName(0): true, codeName(2): true}
		for _, p := range All[Person](w) {
			if seen[p.Code] || p.Code == All[Stakeholder](w)[0].Code {
				t.Fatalf("%s has the code name %s, which is taken or part of a name", p.Name, p.Code)
			}
			seen[p.Code] = true
		}
	})
}

func TestTypingIsOneStepAndOneChange(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	before := len(d.log())
	title := func(s string) func(*Edit) error {
		return func(e *Edit) error {
			c, err := Modify[Charter](e, "w")
			c.Objective = s
			return err
		}
	}
	for _, s := range []string{"S", "Sh", "Sho", "Shorter setup"} {
		must(t, d.Type("Objective", title(s)))
	}
	if n := len(d.log()) - before; n != 1 {
		t.Errorf("%d changes for one burst, want 1", n)
	}
	d.now = d.now.Add(5 * time.Second)
	must(t, d.Type("Objective", title("Shorter setup, every day")))
	if n := len(d.log()) - before; n != 2 {
		t.Errorf("%d changes after a pause, want 2", n)
	}
	for _, want := range []string{"Shorter setup", ""} {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
		d.Read(func(w *Workshop) {
			if got := w.Charter().Objective; got != want {
				t.Errorf("after undo %q, want %q", got, want)
			}
		})
	}
}

func TestDeleteClearsReferences(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var person, goal, action, measure ID
	must(t, d.Do("all", func(e *Edit) error {
		person = e.Add(&Person{Name: "Lena Vogt"})
		goal = e.Add(&Goal{Title: "Setup under 30 minutes"})
		action = e.Add(&Action{Title: "Shadow board", Owner: person, Goal: goal})
		measure = e.Add(&Measure{Name: "Setup time"})
		e.Add(&Reading{Measure: measure})
		return nil
	}))
	full := d.picture()
	if err := d.Do("person", func(e *Edit) error { return e.Delete(person) }); err == nil {
		t.Error("an owner could be deleted")
	}
	must(t, d.Do("goal", func(e *Edit) error { return e.Delete(goal) }))
	must(t, d.Do("measure", func(e *Edit) error { return e.Delete(measure) }))
	d.Read(func(w *Workshop) {
		if a := Find[Action](w, action); a.Goal != "" {
			t.Error("the action still points to the goal")
		}
		if n := len(All[Reading](w)); n != 0 {
			t.Errorf("%d readings left without their measure", n)
		}
	})
	for range 2 {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if d.picture() != full {
		t.Error("undo did not bring everything back")
	}
}

func TestSubscribersHearWhatChanged(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var heard []Event
	cancel := d.Subscribe(func(e Event) { heard = append(heard, e) })
	must(t, d.Do("Plan", func(e *Edit) error {
		c, err := Modify[Charter](e, "w")
		c.Days = 3
		return err
	}))
	cancel()
	must(t, d.Do("Unheard", func(e *Edit) error { e.Add(&Goal{Title: "g"}); return nil }))
	if len(heard) != 1 || heard[0].Label != "Plan" || heard[0].Touched[0].Fields[0] != "days" {
		t.Errorf("heard %+v", heard)
	}
}

func TestUndoDoesNotTakeTheWorkshopAway(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	if label, err := d.Undo(); label != "" || err != nil || d.CanRedo() != "" {
		t.Errorf("undone: %q %v", label, err)
	}
	d.Read(func(w *Workshop) {
		if w.Charter() == nil {
			t.Error("the charter is gone")
		}
	})
}

func TestSubscribersMayCallTheSession(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	deep := 0
	d.Subscribe(func(e Event) {
		d.View(Sponsor)
		if deep++; deep < 3 {
			must(t, d.Do("answer", func(e *Edit) error { e.Add(&Goal{Title: "g"}); return nil }))
		}
	})
	must(t, d.Do("ask", func(e *Edit) error { e.Add(&Goal{Title: "g"}); return nil }))
	d.Read(func(w *Workshop) {
		if n := len(All[Goal](w)); n != 3 {
			t.Errorf("%d goals, want 3", n)
		}
	})
}

func TestPanicInAnEditLeavesTheSessionUsable(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	before := d.picture()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = d.Do("x", func(e *Edit) error { e.Add(&Goal{Title: "g"}); panic("a bug") })
	}()
	done := make(chan string)
	go func() { done <- d.picture() }()
	select {
	case after := <-done:
		if after != before {
			t.Errorf("something was kept: %s", after)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("the session is locked for ever")
	}
}

func TestReadOnly(t *testing.T) {
	s := NewSession(NewWorkshop("w"), Host{}, nil)
	if err := s.Do("x", func(*Edit) error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v", err)
	}
}
