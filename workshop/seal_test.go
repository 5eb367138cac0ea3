package workshop

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// gathering is a desk with a round in a state.
func gathering(t *testing.T, status string) (*desk, ID) {
	t.Helper()
	d := newDesk("a")
	n := 0
	d.host.RandomID = func() ID {
		n++
		// As random as a test may be: the order of the ids is not that in which they are made.
		return ID(fmt.Sprintf("%08x-0000-4000-8000-000000000000", uint32(n)*2654435761))
	}
	d.begin(t)
	var round ID
	must(t, d.Do("round", func(e *Edit) error {
		round = e.Add(&Round{Title: "Round 1", Status: status})
		return nil
	}))
	return d, round
}

func report(round ID, evidence string) *Response {
	return &Response{Round: round, By: "report", Answers: map[string]Answer{"L1": {Now: 3, Needed: 4, Evidence: evidence}}}
}

func (d *desk) collect(round ID, evidence ...string) error {
	return d.DoFrom("file-hash", "collect", func(e *Edit) error {
		for _, text := range evidence {
			e.Add(report(round, text))
		}
		return nil
	})
}

func evidences(d *desk) (out []string, ids []ID) {
	d.Read(func(w *Workshop) {
		for _, r := range All[Response](w) {
			out, ids = append(out, r.Answers["L1"].Evidence), append(ids, r.ID)
		}
	})
	return out, ids
}

// TestSealedResponsesTellNeitherTimeNorOrder looks at everything that is kept
// after three collections: one stamp, no author, random ids in their own order,
// and not a word of what stood there before.
func TestSealedResponsesTellNeitherTimeNorOrder(t *testing.T) {
	d, round := gathering(t, RoundOpen)
	must(t, d.collect(round, "first", "second"))
	_, before := evidences(d)
	must(t, d.collect(round, "third"))
	must(t, d.collect(round, "fourth", "fifth"))
	texts, ids := evidences(d)
	if len(texts) != 5 {
		t.Fatalf("%v", texts)
	}
	for _, id := range before {
		if slices.Contains(ids, id) {
			t.Errorf("%s kept its id through a collection", id)
		}
	}
	var stamps []Stamp
	var order []ID
	for _, c := range d.log() {
		if c.Kind != KindResponse {
			continue
		}
		if c.Verb == VerbErase || !slices.Contains(ids, c.Record) {
			continue
		}
		stamps, order = append(stamps, c.Stamp), append(order, c.Record)
		if c.Author != "" || strings.Contains(fmt.Sprint(c), "file-hash") {
			t.Errorf("%s was written by %q", c.Record, c.Author)
		}
		if !randomID(c.Record) {
			t.Errorf("the id %s holds a time", c.Record)
		}
	}
	if len(slices.Compact(stamps)) != 1 || !slices.IsSorted(order) || len(order) != 5 {
		t.Errorf("stamps %v, order %v", stamps, order)
	}
	for id, row := range d.rows {
		if row.Kind == KindResponse && !slices.Contains(ids, id) && (row.Doc != "" || strings.Contains(row.Causes, "L1")) {
			t.Errorf("what was erased is still in %+v", row)
		}
	}
}

func TestCollectingIsNotUndone(t *testing.T) {
	d, round := gathering(t, RoundOpen)
	must(t, d.Do("an action and an answer", func(e *Edit) error {
		e.Add(&Action{Title: "a"})
		e.Add(report(round, "secret"))
		return nil
	}))
	before, _ := evidences(d)
	label, err := d.Undo()
	must(t, err)
	after, _ := evidences(d)
	if label != "an action and an answer" || !slices.Equal(before, after) {
		t.Errorf("undo of %q left %v", label, after)
	}
	if d.CanUndo() != "" {
		t.Errorf("%q can be undone, which would take the round from under its answers", d.CanUndo())
	}
	d.Read(func(w *Workshop) {
		if len(All[Action](w)) != 0 || len(All[Round](w)) != 1 {
			t.Error("the action stayed, or the round went")
		}
	})
}

func TestRoundsKeepTheirWord(t *testing.T) {
	change := func(from string, f func(*Round)) error {
		d, round := gathering(t, from)
		return d.Do("change", func(e *Edit) error {
			r, err := Modify[Round](e, round)
			if err == nil {
				f(r)
			}
			return err
		})
	}
	for name, c := range map[string]struct {
		from string
		f    func(*Round)
		ok   bool
	}{
		"smaller group while planned":   {RoundPlanned, func(r *Round) { r.MinGroup = 3 }, true},
		"smaller group once open":       {RoundOpen, func(r *Round) { r.MinGroup = 3 }, false},
		"larger group once open":        {RoundOpen, func(r *Round) { r.MinGroup = 9 }, false},
		"smaller group without a state": {"", func(r *Round) { r.MinGroup = 3 }, false},
		"the usual group, said":         {RoundOpen, func(r *Round) { r.MinGroup = 5 }, true},
		"planned after open":            {RoundOpen, func(r *Round) { r.Status = RoundPlanned }, false},
		"planned after no state":        {"", func(r *Round) { r.Status = RoundPlanned }, false},
		"close":                         {RoundOpen, func(r *Round) { r.Status = RoundClosed }, true},
		"open again":                    {RoundClosed, func(r *Round) { r.Status = RoundOpen }, false},
		"without a state again":         {RoundClosed, func(r *Round) { r.Status = "" }, false},
		"another title when closed":     {RoundClosed, func(r *Round) { r.Title = "x" }, true},
	} {
		if err := change(c.from, c.f); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	d, round := gathering(t, RoundPlanned)
	must(t, d.Do("open", func(e *Edit) error {
		r, err := Modify[Round](e, round)
		r.Status = RoundOpen
		return err
	}))
	if label, err := d.Undo(); label != "" || err != nil {
		t.Errorf("undo planned a round anew whose forms are out: %q %v", label, err)
	}
	d, round = gathering(t, RoundOpen)
	must(t, d.Do("close", func(e *Edit) error {
		r, err := Modify[Round](e, round)
		r.Status = RoundClosed
		return err
	}))
	if label, err := d.Undo(); label != "" || err != nil {
		t.Errorf("undo opened the round again: %q %v", label, err)
	}
	var bad *Invalid
	if err := d.collect(round, "late"); !errors.As(err, &bad) || bad.Field != "round" {
		t.Errorf("an answer after the end: %v", err)
	}
}

func TestSealedResponsesAreNeitherChangedNorTakenOut(t *testing.T) {
	d, round := gathering(t, RoundOpen)
	must(t, d.collect(round, "one", "two"))
	must(t, d.Do("self", func(e *Edit) error { e.Add(&Response{Round: round, By: "self"}); return nil }))
	_, ids := evidences(d)
	var sealed, self ID
	d.Read(func(w *Workshop) {
		for _, id := range ids {
			if Find[Response](w, id).Protected() {
				sealed = id
			} else {
				self = id
			}
		}
	})
	set := func(id ID, f func(*Response)) func(*Edit) error {
		return func(e *Edit) error {
			r, err := Modify[Response](e, id)
			if err == nil {
				f(r)
			}
			return err
		}
	}
	for name, f := range map[string]func(*Edit) error{
		"another answer":    set(sealed, func(r *Response) { r.Answers = map[string]Answer{"L1": {Now: 5}} }),
		"under a name":      set(sealed, func(r *Response) { r.By = "self" }),
		"no longer by name": set(self, func(r *Response) { r.By = "peer" }),
		"taken out":         func(e *Edit) error { return e.Delete(sealed) },
		"no word by whom":   set(self, func(r *Response) { r.By = "" }),
		"moved elsewhere":   set(sealed, func(r *Response) { r.Unit = "x" }),
	} {
		if err := d.Do(name, f); err == nil {
			t.Errorf("%s: nothing refused it", name)
		}
	}
	must(t, d.Do("the round goes", func(e *Edit) error { return e.Delete(round) }))
	for _, c := range d.log() {
		if c.Record == sealed && c.Verb == VerbDelete {
			t.Error("the answers of a round that goes are not erased")
		}
	}
	if texts, _ := evidences(d); len(texts) != 0 {
		t.Errorf("left: %v", texts)
	}
}

// TestForeignAnswersMustBeSealed: a hand-over is no way around it.
func TestForeignAnswersMustBeSealed(t *testing.T) {
	there, round := gathering(t, RoundOpen)
	must(t, there.collect(round, "one", "two", "three"))
	good := there.log()
	here := newDesk("b")
	must(t, here.Apply("hand-over", good))
	if texts, _ := evidences(here); len(texts) != 3 {
		t.Fatalf("what was sealed is not taken: %v", texts)
	}
	must(t, here.Apply("again", good))
	for name, spoil := range map[string]func(*Change){
		"an author":      func(c *Change) { c.Author = "lena" },
		"another time":   func(c *Change) { c.Stamp.Wall += 5 },
		"an id of today": func(c *Change) { c.Record = "019aa000-0000-7000-8000-00000000000" + ID(c.Record[0:1]) },
	} {
		changes := slices.Clone(good)
		for i := range changes {
			if c := &changes[i]; c.Kind == KindResponse && c.Verb == VerbSet && len(c.New) > 0 {
				spoil(c)
				break
			}
		}
		if err := newDesk("c").Apply(name, changes); err == nil {
			t.Errorf("%s: nothing refused it", name)
		}
	}
	_, ids := evidences(here)
	one := Change{Ref: Ref{Device: "z", Seq: 1}, Workshop: "w", Record: ids[0], Kind: KindResponse, Field: "unit", New: []byte(`"x"`), Verb: VerbSet, Stamp: Stamp{Wall: 1, Device: "z"}}
	if err := here.Apply("one field", []Change{one}); err == nil {
		t.Error("a field of a sealed answer was changed from elsewhere")
	}
	lower := Change{Ref: Ref{Device: "z", Seq: 2}, Workshop: "w", Record: round, Kind: KindRound, Field: "min_group", New: []byte(`3`), Verb: VerbSet, Stamp: Stamp{Wall: 1, Device: "z"}}
	if err := here.Apply("smaller group", []Change{lower}); err == nil {
		t.Error("the smallest group was made smaller from elsewhere")
	}
}

func TestNothingRandomNoAnswers(t *testing.T) {
	d, round := gathering(t, RoundOpen)
	d.host.RandomID = nil
	if err := d.collect(round, "x"); err == nil {
		t.Error("answers were taken in under ids that hold their order")
	}
}
