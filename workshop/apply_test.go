package workshop

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestApplyRefusesWhole(t *testing.T) {
	set := func(field, value string) Change {
		return Change{Kind: KindGoal, Record: "a-000001", Field: field, Verb: VerbSet, New: json.RawMessage(value)}
	}
	cases := map[string]struct {
		change Change
		reason string
	}{
		"delete of a field":    {Change{Kind: KindGoal, Record: "a-000001", Field: "title", Verb: VerbDelete, New: json.RawMessage(`{"x":1}`)}, "as a whole"},
		"entry of a text":      {Change{Kind: KindGoal, Record: "a-000001", Field: "title.x", Verb: VerbSet}, "no entries"},
		"another kind":         {Change{Kind: KindAction, Record: "a-000001", Field: "title", Verb: VerbSet, New: json.RawMessage(`"x"`)}, "is a goal"},
		"another kind, before": {Change{Kind: KindAction, Record: "new", Verb: VerbSet, New: json.RawMessage(`{"title":"x"}`)}, "is a goal"},
		"charter deleted":      {Change{Kind: KindCharter, Record: "w", Verb: VerbDelete}, "without its charter"},
		"charter erased":       {Change{Kind: KindCharter, Record: "w", Verb: VerbErase}, "without its charter"},
		"second charter":       {Change{Kind: KindCharter, Record: "v", Verb: VerbSet, New: json.RawMessage(`{"title":"x"}`)}, "the workshop's id"},
		"value before":         {Change{Kind: KindGoal, Record: "a-000001", Field: "title", Verb: VerbSet, Old: json.RawMessage(`{`), New: json.RawMessage(`"x"`)}, "not JSON"},
		"year":                 {Change{Kind: KindGoal, Record: "a-000001", Field: "title", Verb: VerbSet, New: json.RawMessage(`"x"`), Stamp: Stamp{Wall: 1 << 52, Device: "b"}}, "cannot be"},
		"before 1970":          {Change{Kind: KindGoal, Record: "a-000001", Field: "title", Verb: VerbSet, New: json.RawMessage(`"x"`), Stamp: Stamp{Wall: -1, Device: "b"}}, "cannot be"},
		"wrong type":           {set("agreed", `"yes"`), "type bool"},
		"over a limit":         {set("title", `"`+strings.Repeat("x", 501)+`"`), "limit is 500"},
		"unknown field":        {set("colour", `"red"`), "no such field"},
		"verb":                 {Change{Kind: KindGoal, Record: "a-000001", Verb: "drop"}, "unknown verb"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk("a")
			d.begin(t)
			must(t, d.Do("add", func(e *Edit) error { e.Add(&Goal{Title: "g"}); return nil }))
			before, written := d.picture(), len(d.rows)
			c.change.Workshop, c.change.Ref = "w", Ref{Device: "b", Seq: 2}
			first := Change{Ref: Ref{Device: "b", Seq: 1}, Workshop: "w", Record: "new", Kind: KindGoal, Verb: VerbSet, New: json.RawMessage(`{"title":"must not stay"}`)}
			if err := d.Apply("hand-over", []Change{first, c.change}); err == nil || !strings.Contains(err.Error(), c.reason) || !strings.Contains(err.Error(), "2 of 2") {
				t.Errorf("got %v, want ...%s...", err, c.reason)
			}
			if got := d.picture(); got != before || len(d.rows) != written {
				t.Errorf("something was kept: %s", got)
			}
			must(t, d.Do("go on", func(e *Edit) error { return e.SetField("a-000001", "title", json.RawMessage(`"still"`)) }))
		})
	}
}

// TestApplyTakesWholeOrNothing feeds changes that no device would make.
func TestApplyTakesWholeOrNothing(t *testing.T) {
	value := rapid.SampledFrom([]string{"", "null", `"x"`, `"2026-11-22"`, "3", "-2", "true", `{}`, `{"title":"x"}`, `{"text":"x"}`, `["a"]`, `{"met":true}`, `{"now":3}`, "1e400", "{", `{"title":7}`})
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk("a")
		d.begin(t)
		for range 5 {
			act(rt, d)
		}
		before, rows := d.picture(), len(d.rows)
		records := []string{"w", "b-000001", "b-000002"}
		for id := range d.w.entries {
			records = append(records, string(id))
		}
		slices.Sort(records)
		var changes []Change
		for i := range rapid.IntRange(1, 6).Draw(rt, "changes") {
			k := rapid.SampledFrom(Kinds).Draw(rt, "kind")
			fields := []string{"", "", "title.x", "nothing", "cells.a", "gates.a"}
			for _, f := range Fields(k) {
				fields = append(fields, f.Name)
			}
			c := Change{Ref: Ref{Device: "b", Seq: int64(i + 1)}, Workshop: "w", Kind: k,
				Record: ID(rapid.SampledFrom(records).Draw(rt, "record")),
				Field:  rapid.SampledFrom(fields).Draw(rt, "field"),
				Verb:   rapid.SampledFrom([]Verb{VerbSet, VerbSet, VerbSet, VerbDelete, VerbErase}).Draw(rt, "verb"),
				Stamp:  Stamp{Wall: rapid.SampledFrom([]int64{0, 1, 1 << 40, 1 << 47}).Draw(rt, "wall"), Device: "b"}}
			if v := value.Draw(rt, "value"); v != "" {
				c.New = json.RawMessage(v)
			}
			changes = append(changes, c)
		}
		if err := d.Apply("hand-over", changes); err != nil {
			if d.picture() != before || len(d.rows) != rows {
				rt.Fatalf("refused (%v), but something was kept", err)
			}
		}
		if got := reload(rt, d); got != d.picture()+conflictPicture(rt, d) {
			rt.Fatalf("what was written is not what is there:\n%s\n%s", got, d.picture())
		}
		for range 5 {
			act(rt, d)
		}
	})
}

func TestWhatIsErasedIsWrittenNowhere(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var id ID
	must(t, d.Do("add", func(e *Edit) error { id = e.Add(&Person{Name: "Maria Keller"}); return nil }))
	must(t, d.Do("both", func(e *Edit) error {
		e.Add(&Goal{Title: "stays undoable"})
		return e.SetField(id, "name", json.RawMessage(`"Maria Kellerhals"`))
	}))
	log := d.log()
	must(t, d.Apply("erase", []Change{{Ref: Ref{Device: "b", Seq: 1}, Workshop: "w", Record: id, Kind: KindPerson, Verb: VerbErase, Stamp: Stamp{Wall: 5, Device: "b"}}}))
	written := d.seq
	d.memory.changes = map[Ref]Change{}
	must(t, d.Apply("late", log))
	for d.CanUndo() != "" {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range d.log() {
		if text := fmt.Sprintf("%s %s", c.Old, c.New); strings.Contains(text, "Maria") {
			t.Errorf("change %d writes %s", c.Seq, text)
		}
	}
	if d.seq == written {
		t.Error("the rest of the step was not undone")
	}
}

func TestClockGoesOnAfterAnyStamp(t *testing.T) {
	c := NewClock(func() time.Time { return time.UnixMilli(5) }, "a", Stamp{})
	far := Stamp{Wall: 1 << 40, Counter: math.MaxUint32, Device: "b"}
	c.Saw(far)
	if next := c.Next(); next.Compare(far) <= 0 {
		t.Errorf("%v after %v", next, far)
	}
}

// TestNamelessFromElsewhereCanBeRated: a merge may bring an entry before its
// name; who rates it meanwhile is not stopped by that.
func TestNamelessFromElsewhereCanBeRated(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	must(t, d.Apply("hand-over", []Change{{Ref: Ref{Device: "b", Seq: 1}, Workshop: "w", Record: "b-1", Kind: KindStakeholder, Verb: VerbSet, New: json.RawMessage(`{}`), Stamp: Stamp{Wall: 1, Device: "b"}}}))
	must(t, d.Do("rate", func(e *Edit) error { return e.SetField("b-1", "influence", json.RawMessage("4")) }))
	if err := d.Do("add", func(e *Edit) error { e.Add(&Stakeholder{Size: 2}); return nil }); err == nil {
		t.Error("a new entry without a name was taken")
	}
}
