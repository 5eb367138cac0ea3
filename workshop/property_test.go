package workshop

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// act does one random thing on a desk and says whether it was accepted.
func act(t *rapid.T, d *desk) {
	pick := func(k Kind) ID {
		var out ID
		d.Read(func(w *Workshop) {
			if list := w.Records(k); len(list) > 0 {
				out = IDOf(list[rapid.IntRange(0, len(list)-1).Draw(t, "which")])
			}
		})
		return out
	}
	word := rapid.SampledFrom([]string{"", "setup", "改善", "naïve", "👷 gemba", "a b"})
	label := rapid.SampledFrom([]string{"add", "type", "set", "delete", "settle", "pause"}).Draw(t, "do")
	switch label {
	case "add":
		goal, owner := pick(KindGoal), pick(KindPerson)
		must2(t, d.Do(label, func(e *Edit) error {
			title := "x" + word.Draw(t, "title")
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				e.Add(&Action{Title: title, Goal: goal, Owner: owner})
			case 1:
				e.Add(&Goal{Title: title})
			case 2:
				e.Add(&Person{Name: title})
			case 3:
				e.Add(&Card{Canvas: "wastes", Column: "motion", Cells: map[string]any{"text": title, "minutes": 5}})
			case 4:
				now := rapid.IntRange(-2, 2).Draw(t, "now")
				e.Add(&Stakeholder{Name: title, SupportNow: &now, Influence: 3})
			}
			return nil
		}))
	case "type":
		if id := pick(KindAction); id != "" {
			must2(t, d.Type(label, func(e *Edit) error {
				a, err := Modify[Action](e, id)
				a.Detail = word.Draw(t, "detail")
				return err
			}))
		}
	case "set":
		if id := pick(KindStakeholder); id != "" {
			must2(t, d.Do(label, func(e *Edit) error {
				return e.SetField(id, "support_now", json.RawMessage(fmt.Sprint(rapid.IntRange(-2, 2).Draw(t, "now"))))
			}))
		}
		if id := pick(KindCard); id != "" {
			must2(t, d.Do(label, func(e *Edit) error {
				c, err := Modify[Card](e, id)
				c.Set("text", word.Draw(t, "cell"))
				return err
			}))
		}
	case "delete":
		kind := rapid.SampledFrom([]Kind{KindAction, KindGoal, KindPerson, KindCard, KindStakeholder}).Draw(t, "kind")
		if id := pick(kind); id != "" {
			// A person who is named somewhere stays: that is an answer too.
			_ = d.Do(label, func(e *Edit) error { return e.Delete(id) })
		}
	case "settle":
		var conflicts []Conflict
		d.Read(func(w *Workshop) { conflicts, _ = w.Conflicts() })
		if len(conflicts) > 0 {
			c := conflicts[0]
			must2(t, d.Do(label, func(e *Edit) error { return e.Settle(c.Record, c.Field, c.Values[len(c.Values)-1].Value) }))
		}
	case "pause":
		d.now = d.now.Add(rapid.SampledFrom([]time.Duration{time.Second, time.Hour, -24 * time.Hour}).Draw(t, "pause"))
	}
}

func must2(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
}

func TestUndoOfEverythingIsTheStart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk("a")
		d.begin(t)
		start := d.picture()
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			act(rt, d)
		}
		end := d.picture()
		n := 0
		for ; d.CanUndo() != ""; n++ {
			if _, err := d.Undo(); err != nil {
				rt.Fatal(err)
			}
		}
		if got := d.picture(); got != start {
			rt.Fatalf("after %d undos:\n%s\nwant\n%s", n, got, start)
		}
		for d.CanRedo() != "" {
			if _, err := d.Redo(); err != nil {
				rt.Fatal(err)
			}
		}
		if got := d.picture(); got != end {
			rt.Fatalf("after %d redos:\n%s\nwant\n%s", n, got, end)
		}
	})
}

// TestAnyOrderGivesTheSame lets three desks work, undo, erase and hand each
// other some of their changes, and then gives everything to fresh ones in other
// orders, with some changes twice.
func TestAnyOrderGivesTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks := []*desk{newDesk("a"), newDesk("b"), newDesk("c")}
		desks[0].begin(t)
		for _, d := range desks[1:] {
			must2(rt, d.Apply("hand-over", desks[0].log()))
		}
		var erased []Change
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			d := desks[rapid.IntRange(0, 2).Draw(rt, "desk")]
			switch rapid.SampledFrom([]string{"act", "act", "act", "undo", "redo", "hand over", "erase"}).Draw(rt, "step") {
			case "act":
				act(rt, d)
				continue
			case "undo":
				_, err := d.Undo()
				must2(rt, err)
				continue
			case "redo":
				_, err := d.Redo()
				must2(rt, err)
				continue
			case "erase":
				d.Read(func(w *Workshop) {
					if goals := All[Goal](w); len(goals) > 0 {
						erased = append(erased, Change{Ref: Ref{Device: "e", Seq: int64(len(erased) + 1)}, Workshop: "w", Record: goals[0].ID, Kind: KindGoal, Verb: VerbErase})
					}
				})
				must2(rt, d.Apply("erase", erased))
				continue
			}
			d.EndTyping()
			other := desks[rapid.IntRange(0, 2).Draw(rt, "to")]
			log := d.log()
			if len(log) > 0 && other != d {
				from := rapid.IntRange(0, len(log)-1).Draw(rt, "from")
				must2(rt, other.Apply("hand-over", own(log[from:], d.host.Clock.device)))
			}
		}
		all := erased
		for _, d := range desks {
			all = append(all, own(d.log(), d.host.Clock.device)...)
		}
		var want string
		for i := range 4 {
			r := rand.New(rand.NewSource(rapid.Int64().Draw(rt, "seed")))
			fresh := newDesk("z")
			mixed := append([]Change{}, all...)
			if i > 0 {
				r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
				mixed = append(mixed, mixed[:len(mixed)/2]...)
			}
			half := len(mixed) / 2
			must2(rt, fresh.Apply("1", mixed[:half]))
			must2(rt, fresh.Apply("2", mixed[half:]))
			got := fresh.picture() + conflictPicture(rt, fresh)
			if i == 0 {
				want = got
			} else if got != want {
				rt.Fatalf("order %d:\n%s\nwant\n%s", i, got, want)
			}
			if reloaded := reload(rt, fresh); reloaded != got {
				rt.Fatalf("after restoring the rows:\n%s\nwant\n%s", reloaded, got)
			}
		}
	})
}

// own are the changes that the device itself made: the others' numbers are
// theirs.
func own(log []Change, device string) []Change {
	var out []Change
	for _, c := range log {
		if c.Device == device {
			out = append(out, c)
		}
	}
	return out
}

func conflictPicture(t *rapid.T, d *desk) string {
	var out []Conflict
	d.Read(func(w *Workshop) {
		var err error
		if out, err = w.Conflicts(); err != nil {
			t.Fatal(err)
		}
	})
	b, _ := json.Marshal(out)
	return string(b)
}

// reload puts the rows that the journal got into a fresh workshop.
func reload(t *rapid.T, d *desk) string {
	w, err := Restore("w", slices.Collect(maps.Values(d.rows)))
	if err != nil {
		t.Fatal(err)
	}
	fresh := &desk{Session: NewSession(w, d.host, d.memory), memory: d.memory}
	return fresh.picture() + conflictPicture(t, fresh)
}

func TestConcurrentValuesAreBothKept(t *testing.T) {
	a, b := newDesk("a"), newDesk("b")
	a.begin(t)
	must(t, b.Apply("hand-over", a.log()))
	set := func(d *desk, s string) {
		must(t, d.Do("client", func(e *Edit) error {
			c, err := Modify[Charter](e, "w")
			c.Client = s
			return err
		}))
	}
	set(a, "Norvik Pumps")
	set(b, "Norvik")
	must(t, a.Apply("hand-over", own(b.log(), "b")))
	var conflicts []Conflict
	a.Read(func(w *Workshop) { conflicts, _ = w.Conflicts() })
	if len(conflicts) != 1 || len(conflicts[0].Values) != 2 {
		t.Fatalf("conflicts: %+v", conflicts)
	}
	must(t, a.Do("choose", func(e *Edit) error {
		return e.Settle("w", "client", conflicts[0].Values[0].Value)
	}))
	must(t, b.Apply("hand-over", own(a.log(), "a")))
	for _, d := range []*desk{a, b} {
		d.Read(func(w *Workshop) {
			if left, _ := w.Conflicts(); len(left) != 0 {
				t.Errorf("still in conflict: %+v", left)
			}
		})
	}
	if a.picture() != b.picture() {
		t.Error("the two desks differ")
	}
}

func TestEditRevivesWhatSomebodyElseDeleted(t *testing.T) {
	a, b := newDesk("a"), newDesk("b")
	a.begin(t)
	var id ID
	must(t, a.Do("add", func(e *Edit) error { id = e.Add(&Goal{Title: "Setup under 30"}); return nil }))
	must(t, b.Apply("hand-over", a.log()))
	must(t, a.Do("delete", func(e *Edit) error { return e.Delete(id) }))
	must(t, b.Do("edit", func(e *Edit) error {
		g, err := Modify[Goal](e, id)
		g.Agreed = true
		return err
	}))
	must(t, a.Apply("hand-over", own(b.log(), "b")))
	must(t, b.Apply("hand-over", own(a.log(), "a")))
	for _, d := range []*desk{a, b} {
		d.Read(func(w *Workshop) {
			if g := Find[Goal](w, id); g == nil || !g.Agreed {
				t.Errorf("the edited goal is gone: %+v", g)
			}
		})
	}
}

func TestEraseWins(t *testing.T) {
	a := newDesk("a")
	a.begin(t)
	var id ID
	must(t, a.Do("add", func(e *Edit) error { id = e.Add(&Goal{Title: "secret"}); return nil }))
	log := a.log()
	must(t, a.Apply("erase", []Change{{Ref: Ref{Device: "b", Seq: 1}, Workshop: "w", Record: id, Kind: KindGoal, Verb: VerbErase}}))
	must(t, a.Apply("late", log))
	a.Read(func(w *Workshop) {
		if w.Find(id) != nil || string(w.row(id).Doc) != "" {
			t.Error("an erased record is there again")
		}
	})
}
