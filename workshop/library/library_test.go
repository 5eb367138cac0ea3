package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

func TestWhatWasDoneIsThereAgain(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	want := picture(t, l, id)
	clean(t, l)
	must(t, l.Close())
	for _, suffix := range []string{"-wal", "-shm", ".new"} {
		if found, _ := exists(path + suffix); found {
			t.Errorf("closing left %s behind", suffix)
		}
	}
	l = open(t, path)
	if got := picture(t, l, id); got != want {
		t.Errorf("after opening again\n%s\nwant\n%s", got, want)
	}
	if l.Unclean() {
		t.Error("a normal end is taken for a crash")
	}
	var history []workshop.Past
	s, err := l.Session(id)
	must(t, err)
	s.Read(func(w *workshop.Workshop) {
		history, err = w.History(workshop.IDOf(w.Records(workshop.KindAction)[0]), "due")
	})
	must(t, err)
	if len(history) != 1 || string(history[0].Value) != `"2026-11-01"` {
		t.Errorf("history %v", history)
	}
}

func TestOneSessionPerWorkshop(t *testing.T) {
	l := open(t, placeFor(t))
	id := sample(t, l)
	a, err := l.Session(id)
	must(t, err)
	b, err := l.Session(id)
	must(t, err)
	if a != b {
		t.Error("two sessions for one workshop would overwrite each other's records")
	}
	if _, err := l.Session("nobody"); !errors.Is(err, &Error{Code: NotFound}) {
		t.Errorf("an unknown workshop gives %v", err)
	}
	if _, err := l.Create(func(*workshop.Edit) error { return nil }); err == nil {
		t.Error("a workshop without a charter was made")
	}
}

// Whatever is done, in whatever order, is there again after closing, and
// everything that is derived from it agrees.
func TestAnyEditsSurvive(t *testing.T) {
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		path := filepath.Join(folder, fmt.Sprintf("%d.nemawashi", n))
		l, err := Open(path, Options{Author: "facilitator"})
		must(t, err)
		id := sample(t, l)
		for range rapid.IntRange(1, 3).Draw(rt, "openings") {
			s, err := l.Session(id)
			must(t, err)
			for range rapid.IntRange(1, 12).Draw(rt, "edits") {
				act(rt, s)
				if rapid.IntRange(0, 5).Draw(rt, "flush") == 0 {
					must(t, l.Flush())
				}
			}
			want := picture(t, l, id)
			clean(t, l)
			must(t, l.Close())
			l, err = Open(path, Options{Author: "facilitator"})
			must(t, err)
			if got := picture(t, l, id); got != want {
				rt.Fatalf("after opening again\n%s\nwant\n%s", got, want)
			}
		}
		must(t, l.Close())
		must(t, os.Remove(path))
		if t.Failed() {
			rt.Fatal("the check found problems")
		}
	})
}

// act does one random thing; a refusal is an answer too.
func act(t *rapid.T, s *workshop.Session) {
	pick := func(k workshop.Kind) workshop.ID {
		var out workshop.ID
		s.Read(func(w *workshop.Workshop) {
			if list := w.Records(k); len(list) > 0 {
				out = workshop.IDOf(list[rapid.IntRange(0, len(list)-1).Draw(t, "which")])
			}
		})
		return out
	}
	word := rapid.SampledFrom([]string{"setup", "改善", "naïve", "👷 gemba", "a \"b", "", "{nb}"}).Draw(t, "word")
	date := workshop.Date(rapid.SampledFrom([]string{"", "2026-11-01", "2027-02-28"}).Draw(t, "date"))
	switch rapid.SampledFrom([]string{"add", "type", "set", "delete", "undo", "redo"}).Draw(t, "do") {
	case "add":
		now := rapid.IntRange(-2, 2).Draw(t, "now")
		status := rapid.SampledFrom([]string{"open", "done", "blocked"}).Draw(t, "status")
		_ = s.Do("add", func(e *workshop.Edit) error {
			switch rapid.IntRange(0, 6).Draw(t, "kind") {
			case 0:
				e.Add(&workshop.Action{Title: "x" + word, Owner: pickIn(e, workshop.KindPerson), Due: date, Status: status, Blocker: "No part"})
			case 1:
				e.Add(&workshop.Person{Name: word})
			case 2:
				e.Add(&workshop.Card{Canvas: "wastes", Cells: map[string]any{"text": word, "minutes": 5}})
			case 3:
				e.Add(&workshop.Stakeholder{Name: "x" + word, Size: 7, SupportNow: &now, Influence: 3, EvidenceDate: date})
			case 4:
				e.Add(&workshop.Step{Title: "x" + word, Day: 1, Status: "todo"})
			case 5:
				e.Add(&workshop.Review{Planned: date, ReviewKind: "30"})
			case 6:
				m := e.Add(&workshop.Measure{Name: "x" + word})
				e.Add(&workshop.Reading{Measure: m, Date: date})
			}
			return nil
		})
	case "type":
		id := pick(workshop.KindAction)
		for i := range word {
			_ = s.Type("type", func(e *workshop.Edit) error { return e.SetField(id, "detail", jsonOf(word[:i])) })
		}
	case "set":
		_ = s.Do("set", func(e *workshop.Edit) error {
			return errors.Join(e.SetField(e.Workshop().ID, "title", jsonOf("t"+word)), e.SetField(e.Workshop().ID, "start", jsonOf(string(date))))
		})
		_ = s.Do("set", func(e *workshop.Edit) error {
			return e.SetField(pickIn(e, workshop.KindStep), "status", json.RawMessage(`"running"`))
		})
		_ = s.Do("set", func(e *workshop.Edit) error {
			return e.SetField(pickIn(e, workshop.KindStakeholder), "retired", json.RawMessage(`true`))
		})
	case "delete":
		kind := rapid.SampledFrom(workshop.Kinds).Draw(t, "kind")
		if id := pick(kind); id != "" {
			_ = s.Do("delete", func(e *workshop.Edit) error { return e.Delete(id) })
		}
	case "undo":
		_, _ = s.Undo()
	case "redo":
		_, _ = s.Redo()
	}
}

func jsonOf(s string) json.RawMessage {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return b
}

// pickIn is the first record of a kind, "" when there is none.
func pickIn(e *workshop.Edit, k workshop.Kind) workshop.ID {
	if list := e.Workshop().Records(k); len(list) > 0 {
		return workshop.IDOf(list[0])
	}
	return ""
}

func TestNumbersGoOn(t *testing.T) {
	path, id := closed(t)
	numbers := map[string]bool{}
	for range 3 {
		l, err := Open(path, Options{})
		must(t, err)
		device := l.device
		next := journal{l}.Next()
		if key := fmt.Sprint(device, next); numbers[key] {
			t.Errorf("the number %d of %s was given twice", next, device)
		} else {
			numbers[key] = true
		}
		add(t, l, id, "one more")
		must(t, l.Close())
	}
}

func TestCopyIsANewDevice(t *testing.T) {
	path, id := closed(t)
	l := open(t, path)
	device := l.device
	must(t, l.Close())

	copied := filepath.Join(t.TempDir(), "copy.nemawashi")
	must(t, copyFile(path, copied))
	c := open(t, copied)
	if c.device == device {
		t.Error("a copy numbers its changes as the original does")
	}
	add(t, c, id, "only here")
	clean(t, c)

	l = open(t, path)
	if l.device != device {
		t.Error("the original became another device")
	}
}

// The clock of a laptop may go back, or be wrong by a year: order is kept.
func TestClockThatGoesBack(t *testing.T) {
	path := placeFor(t)
	now := time.Date(2027, 12, 1, 9, 0, 0, 0, time.UTC)
	o := Options{Now: func() time.Time { return now }}
	l := openWith(t, path, o)
	id := sample(t, l)
	first := l.clock.Last()
	must(t, l.Close())
	for _, shift := range []time.Duration{-24 * time.Hour, -400 * 24 * time.Hour, time.Hour} {
		now = now.Add(shift)
		l = openWith(t, path, o)
		action := add(t, l, id, "later")
		if last := l.clock.Last(); last.Compare(first) <= 0 {
			t.Errorf("after %v the stamp %v is not after %v", shift, last, first)
		} else {
			first = last
		}
		must(t, l.Flush())
		hits, err := l.Search("later", 1)
		must(t, err)
		if len(hits) != 1 || hits[0].ID != action {
			t.Errorf("the newest is not first: %v", hits)
		}
		clean(t, l)
		must(t, l.Close())
	}
}
