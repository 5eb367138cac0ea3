package exchange

import (
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// What was decided is not asked again: not by the same file, nor by a later one
// of the same export, which asks what is new in it alone.
func TestDecisionsAreRemembered(t *testing.T) {
	d := newDesk(t, 3)
	s := d.export("lena", 10)
	d.do(t, func(e *workshop.Edit) error { return e.SetField(d.actions[0], "progress", JSON(int64(40))) })
	s.types(d.actions[0], "progress", "60")
	s.types(d.actions[1], "due", "2026-12-24")
	s.appends("title", "Ask finance")
	p := d.plan(s)
	p.Prefer(false)
	p.Items[1].Chosen = KeepApp // the new row
	d.apply(t, p)
	is(t, d.plan(s),
		`settled 0 Ask finance :  ->  | row 102 Ask finance  <lena> + title "Ask finance" () -1`,
		`settled 1 Action 1 progress: 10 -> 40 | P2 60 60 <lena> () -1`)

	// The app goes on, and the same file still asks nothing.
	d.do(t, func(e *workshop.Edit) error { return e.SetField(d.actions[1], "due", JSON("2027-01-15")) })
	if n := d.plan(s).Counts(); n != (Counts{}) {
		t.Errorf("after the app has gone on: %+v", n)
	}
	// A later copy of the same export asks for what is new in it.
	s.copy.Hash, s.copy.Name = "later", "later.xlsx"
	s.types(d.actions[2], "progress", "90")
	p = d.plan(s)
	if n := p.Counts(); n != (Counts{Values: 1}) || len(p.Of(Settled)) != 3 {
		t.Errorf("a later copy: %+v\n%s", n, told(p))
	}
	// A decision can be changed.
	for _, it := range p.Of(Settled) {
		if it.Number == 1 {
			p.Choose(it, 0)
		}
	}
	d.apply(t, p)
	if got := d.value(d.actions[0], "progress"); got != "60" {
		t.Errorf("the progress is %s", got)
	}
	// Another export is another question.
	other := d.export("other", 12)
	other.types(d.actions[0], "progress", "40")
	other.copy.Rows[0].Edits[0].Base = JSON(int64(10))
	is(t, d.plan(other), `conflict 1 Action 1 progress: 10 -> 60 | P2 40 40 <other> () -2`)
	// Undone, the decision is forgotten with it.
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := d.plan(s); len(got.Of(Ready)) != 1 || d.value(d.actions[0], "progress") != "40" {
		t.Errorf("after undo:\n%s", told(got))
	}
}

// Deciding for the app everywhere is remembered as well, without a word of
// what was decided against.
func TestNoNamesAreKeptOfWhatWasDecided(t *testing.T) {
	d := newDesk(t, 1)
	s := d.export("lena", 10)
	s.types(d.actions[0], "owner", "Somebody Secret")
	p := d.plan(s)
	p.Items[0].Chosen = KeepApp
	if p.Remembers() != 1 {
		t.Fatalf("%d decisions", p.Remembers())
	}
	d.apply(t, p)
	var kept []*workshop.Return
	d.Read(func(w *workshop.Workshop) { kept = workshop.All[workshop.Return](w) })
	if len(kept) != 1 || len(kept[0].Settled) != 1 || len(kept[0].Settled[0]) != 11 || len(kept[0].Files) != 1 {
		t.Fatalf("%+v", kept)
	}
	for _, c := range d.changes {
		if strings.Contains(string(c.New), "Secret") {
			t.Errorf("the name was written: %s", c.New)
		}
	}
	if n := d.plan(s).Counts(); n != (Counts{}) {
		t.Errorf("%+v", n)
	}
}

// Ten thousand decisions fit into the records that keep them.
func TestManyDecisions(t *testing.T) {
	d := newDesk(t, 2500)
	s := d.export("lena", 10)
	for _, a := range d.actions {
		for field, text := range map[string]string{"progress": "30", "due": "2027-02-01", "priority": "high", "update": "ordered"} {
			s.types(a, field, text)
		}
	}
	d.apply(t, d.plan(s))
	again := d.plan(s)
	if len(again.Items) != 0 {
		t.Errorf("%d items", len(again.Items))
	}
	d.do(t, func(e *workshop.Edit) error {
		for _, a := range d.actions {
			if err := e.SetField(a, "priority", JSON("low")); err != nil {
				return err
			}
		}
		return nil
	})
	again = d.plan(s)
	if n := again.Counts(); n != (Counts{}) || len(again.Of(Settled)) != 2500 {
		t.Errorf("%+v, %d settled", n, len(again.Of(Settled)))
	}
}
