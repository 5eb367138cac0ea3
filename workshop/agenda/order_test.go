package agenda

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

type journal struct{ seq int64 }

func (j *journal) Next() int64 { j.seq++; return j.seq }

func (j *journal) Write(workshop.Batch) {}

// plan is a session with three days of steps.
func plan(t testing.TB, positions int) *workshop.Session {
	t.Helper()
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(time.Now, "a", workshop.Stamp{}), Author: "a",
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprint("new", n)) },
	}, &journal{})
	err := s.Do("plan", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "t", Start: "2026-11-17"})
		for i, line := range []string{"a/open/1", "b/open/1", "c/walk/1", "d/cause/2", "e/cause/2"} {
			f := strings.Split(line, "/")
			day := 1
			if f[2] == "2" {
				day = 2
			}
			e.Add(&workshop.Step{Base: workshop.Base{ID: workshop.ID(f[0])}, Title: f[0], Phase: f[1], Day: day, Position: (i + 1) * positions, Minutes: 30, Status: workshop.StepTodo})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func order(s *workshop.Session) string {
	var b strings.Builder
	s.Read(func(w *workshop.Workshop) {
		for _, x := range w.Agenda() {
			fmt.Fprintf(&b, "%s%d/%s ", x.Title, x.Day, x.Phase)
		}
	})
	return strings.TrimSpace(b.String())
}

func TestMove(t *testing.T) {
	const start = "a1/open b1/open c1/walk d2/cause e2/cause"
	for _, c := range []struct {
		id   workshop.ID
		by   int
		want string
	}{
		{"b", -1, "b1/open a1/open c1/walk d2/cause e2/cause"},
		{"a", 1, "b1/open a1/open c1/walk d2/cause e2/cause"},
		{"a", -1, start},
		{"e", 1, start},
		{"b", 1, "a1/open b1/walk c1/walk d2/cause e2/cause"}, // into the next phase first
		{"c", 1, "a1/open b1/open c2/cause d2/cause e2/cause"},
		{"d", -1, "a1/open b1/open c1/walk d1/walk e2/cause"},
	} {
		for _, positions := range []int{1000, 1, 200_000} { // also where there is no room between two
			s := plan(t, positions)
			if err := s.Do("move", func(e *workshop.Edit) error { return Move(e, c.id, c.by) }); err != nil {
				t.Fatal(err)
			}
			if got := order(s); got != c.want {
				t.Errorf("%s by %d with %d: %s, want %s", c.id, c.by, positions, got, c.want)
			}
			if _, err := s.Undo(); err != nil || c.want != start && order(s) != start {
				t.Errorf("undo: %s, %v", order(s), err)
			}
		}
	}
}

func TestPutRefusesWhatIsNotInTheAgenda(t *testing.T) {
	s := plan(t, 1000)
	for _, pair := range [][2]workshop.ID{{"a", "gone"}, {"gone", "a"}, {"a", "w"}} {
		if err := s.Do("put", func(e *workshop.Edit) error { return Put(e, pair[0], pair[1], true) }); !errors.Is(err, workshop.ErrNotFound) {
			t.Errorf("%v: %v", pair, err)
		}
	}
}

func TestInsert(t *testing.T) {
	for after, want := range map[workshop.ID]string{
		"b": "a1/open b1/open x1/open c1/walk d2/cause e2/cause", "e": "a1/open b1/open c1/walk d2/cause e2/cause x2/cause",
		"": "a1/open b1/open c1/walk x1/walk d2/cause e2/cause",
	} {
		s := plan(t, 1)
		if err := s.Do("insert", func(e *workshop.Edit) error { _, err := Insert(e, &workshop.Step{Title: "x"}, after); return err }); err != nil {
			t.Fatal(err)
		}
		if got := order(s); got != want {
			t.Errorf("after %q: %s, want %s", after, got, want)
		}
	}
	empty := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(time.Now, "a", workshop.Stamp{}), Author: "a", NewID: func() workshop.ID { return "x" },
	}, &journal{})
	if err := empty.Do("insert", func(e *workshop.Edit) error {
		_, err := Insert(e, &workshop.Step{Title: "x"}, "")
		return err
	}); err != nil || order(empty) != "x1/" {
		t.Errorf("into nothing: %q, %v", order(empty), err)
	}
}

// Whatever is moved wherever, every step is there once, and the order is as if a
// list had been rearranged.
func TestMovingIsRearranging(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := plan(t, rapid.SampledFrom([]int{1, 2, 1000}).Draw(rt, "positions"))
		list := []string{"a", "b", "c", "d", "e"}
		for range rapid.IntRange(1, 20).Draw(rt, "moves") {
			i, j := rapid.IntRange(0, 4).Draw(rt, "which"), rapid.IntRange(0, 4).Draw(rt, "beside")
			after := rapid.Bool().Draw(rt, "after")
			id, beside := list[i], list[j]
			if err := s.Do("put", func(e *workshop.Edit) error { return Put(e, workshop.ID(id), workshop.ID(beside), after) }); err != nil {
				rt.Fatal(err)
			}
			if id == beside {
				continue
			}
			rest := append(append([]string{}, list[:i]...), list[i+1:]...)
			at := 0
			for k, x := range rest {
				if x == beside {
					at = k
				}
			}
			if after {
				at++
			}
			list = append(append(append([]string{}, rest[:at]...), id), rest[at:]...)
			got := ""
			s.Read(func(w *workshop.Workshop) {
				for _, x := range w.Agenda() {
					got += x.Title
				}
			})
			if want := strings.Join(list, ""); got != want {
				rt.Fatalf("%s beside %s: %s, want %s", id, beside, got, want)
			}
		}
	})
}

func TestFiveMinutesMore(t *testing.T) {
	s := plan(t, 1000)
	find := func(id workshop.ID) (out workshop.Step) {
		s.Read(func(w *workshop.Workshop) { out = *workshop.Find[workshop.Step](w, id) })
		return out
	}
	more := func(id workshop.ID, n int) {
		if err := s.Do("more", func(e *workshop.Edit) error { return Longer(e, id, n) }); err != nil {
			t.Fatal(err)
		}
	}
	more("a", 5)
	if x := find("a"); x.Minutes != 35 || x.Extra != 0 {
		t.Errorf("before the day it is the plan that changes: %+v", x)
	}
	if err := s.Do("start", func(e *workshop.Edit) error {
		x, err := workshop.Modify[workshop.Step](e, "a")
		Start(x, at(t, "17 09:00"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	more("a", 5)
	more("c", -10)
	more("d", 5)
	if x, y, z := find("a"), find("c"), find("d"); x.Minutes != 35 || x.Extra != 5 || y.Extra != -10 || y.Minutes != 30 || z.Minutes != 35 || z.Extra != 0 {
		t.Errorf("once it has begun the plan of the day stands: %+v %+v %+v", x, y, z)
	}
	more("c", -100)
	if c := find("c"); Given(&c) != 0 {
		t.Errorf("less than nothing is given: %+v", c)
	}
}

func TestSplit(t *testing.T) {
	s := plan(t, 1000)
	split := func() {
		if err := s.Do("split", func(e *workshop.Edit) error { _, err := Split(e, "b"); return err }); err != nil {
			t.Fatal(err)
		}
	}
	split()
	split()
	var got string
	s.Read(func(w *workshop.Workshop) {
		for _, g := range w.GroupsOf("b") {
			got += fmt.Sprint(g.Title, " ", g.Minutes, ";")
		}
	})
	if got != "Group A 30;Group B 30;Group C 30;" || order(s) != "a1/open b1/open c1/walk d2/cause e2/cause" {
		t.Errorf("%s in %s", got, order(s))
	}
}
