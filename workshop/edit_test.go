package workshop

import (
	"errors"
	"slices"
	"testing"
)

func TestAddUnderATakenID(t *testing.T) {
	var goal, person ID
	for name, add := range map[string]func(*Edit) error{
		"same kind":    func(e *Edit) error { e.Add(&Goal{Base: Base{ID: goal}, Title: "x"}); return nil },
		"another kind": func(e *Edit) error { e.Add(&Action{Base: Base{ID: goal}, Title: "x"}); return nil },
		"charter":      func(e *Edit) error { e.Add(&Charter{Title: "x"}); return nil },
		"deleted": func(e *Edit) error {
			e.Add(&Goal{Base: Base{ID: goal}, Title: "x"})
			return nil
		},
		"after a delete": func(e *Edit) error {
			if err := e.Delete(person); err != nil {
				return err
			}
			e.Add(&Goal{Base: Base{ID: person}, Title: "x"})
			return nil
		},
		"twice": func(e *Edit) error {
			e.Add(&Goal{Base: Base{ID: "new"}, Title: "x"})
			e.Add(&Goal{Base: Base{ID: "new"}, Title: "y"})
			return nil
		},
	} {
		d := newDesk("a")
		d.begin(t)
		must(t, d.Do("add", func(e *Edit) error {
			goal, person = e.Add(&Goal{Title: "g"}), e.Add(&Person{Name: "Lena Vogt"})
			return nil
		}))
		if name == "deleted" {
			must(t, d.Do("delete", func(e *Edit) error { return e.Delete(goal) }))
		}
		before := d.picture()
		err := d.Do("again", func(e *Edit) error { e.Add(&Person{Name: "must not stay"}); return add(e) })
		var bad *Invalid
		if !errors.As(err, &bad) || bad.Field != "id" || d.picture() != before {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestCellsAreReferencesToo(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var person, goal, card ID
	must(t, d.Do("add", func(e *Edit) error {
		person, goal = e.Add(&Person{Name: "Lena Vogt"}), e.Add(&Goal{Title: "g"})
		card = e.Add(&Card{Canvas: "coalition", Cells: map[string]any{"member": string(person), "serves": string(goal), "hours": 3}})
		return nil
	}))
	if err := d.Do("person", func(e *Edit) error { return e.Delete(person) }); err == nil {
		t.Error("somebody could be deleted who is named in a cell")
	}
	must(t, d.Do("goal", func(e *Edit) error { return e.Delete(goal) }))
	d.Read(func(w *Workshop) {
		if c := Find[Card](w, card).Cells; len(c) != 2 || c["serves"] != nil {
			t.Errorf("cells %v", c)
		}
	})
}

func TestOnePersonHasOneCodeName(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var person, stake ID
	must(t, d.Do("add", func(e *Edit) error {
		stake = e.Add(&Stakeholder{Name: "Somebody of night shift"})
		person = e.Add(&Person{Name: "Lena Vogt"})
		return nil
	}))
	must(t, d.Do("known now", func(e *Edit) error {
		s, err := Modify[Stakeholder](e, stake)
		s.Person, s.Name = person, ""
		return err
	}))
	d.Read(func(w *Workshop) {
		if s, p := Find[Stakeholder](w, stake), Find[Person](w, person); s.Code != p.Code {
			t.Errorf("%s is %s on the map", p.Code, s.Code)
		}
	})
}

func TestRoomForWhatTakesAnotherPlace(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var ids []ID
	must(t, d.Do("fill", func(e *Edit) error {
		for range MaxRecords - 1 {
			ids = append(ids, e.Add(&Goal{Title: "g"}))
		}
		return nil
	}))
	one := func(e *Edit) error { e.Add(&Goal{Title: "more"}); return nil }
	if err := d.Do("more", one); err == nil {
		t.Error("one more than the limit was taken")
	}
	must(t, d.Do("exchange", func(e *Edit) error {
		if err := e.Delete(ids[0]); err != nil {
			return err
		}
		return one(e)
	}))
}

func TestListsStayInOrder(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	check := func(what string) {
		t.Helper()
		d.Read(func(w *Workshop) {
			list := w.Records(KindStep)
			fresh := &Workshop{ID: w.ID, entries: w.entries, sorted: map[Kind][]Record{}}
			if want := fresh.Records(KindStep); !slices.Equal(list, want) {
				t.Errorf("%s: %d steps, want %d in another order", what, len(list), len(want))
			}
		})
	}
	check("none")
	var ids []ID
	for i := range 9 {
		must(t, d.Do("add", func(e *Edit) error {
			ids = append(ids, e.Add(&Step{Title: "s", Position: (i * 4) % 9}))
			return nil
		}))
		check("added")
	}
	must(t, d.Do("move", func(e *Edit) error { s, err := Modify[Step](e, ids[3]); s.Position = 100; return err }))
	check("moved")
	must(t, d.Do("rename", func(e *Edit) error { s, err := Modify[Step](e, ids[4]); s.Title = "x"; return err }))
	check("renamed")
	must(t, d.Do("delete", func(e *Edit) error { return e.Delete(ids[5]) }))
	check("deleted")
	for range 4 {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
		check("undone")
	}
}
