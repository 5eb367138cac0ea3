package exchange

import (
	"testing"

	"nemawashi.app/workshop"
)

// A file that does not tell what it was at export takes nothing by itself.
func TestWithoutABaseEverythingIsAChoice(t *testing.T) {
	d := newDesk(t, 2)
	s := d.export("lena", 10)
	s.copy.Compared = true
	s.types(d.actions[0], "progress", "60")
	s.types(d.actions[1], "due", "soon")
	s.appends("title", "Ask finance")
	p := d.plan(s)
	is(t, p,
		`conflict 1 Action 1 progress:  -> 10 | P2 60 60 <lena> (unknown at export) -2`,
		`problem 2 Action 2 due: "2026-12-01" -> "2026-12-01" | D3 soon  <lena> (is not a date) -1`,
		`new 0 Ask finance :  ->  | row 102 Ask finance  <lena> + title "Ask finance" (of no known action) -2`)
	p.Prefer(false)
	d.apply(t, p)
	if n := d.plan(s).Counts(); n != (Counts{Skipped: 1}) {
		t.Errorf("the same file again: %+v", n)
	}
}

// lost appends a row of a table in which nothing tells which action it is.
func (s *sheet) lost(texts ...string) {
	s.appends(texts...)
	s.copy.Rows[len(s.copy.Rows)-1].Lost = true
	s.copy.Compared = true
}

func TestLikelyActionsAreProposed(t *testing.T) {
	d := newDesk(t, 3)
	d.do(t, func(e *workshop.Edit) error {
		return e.SetField(d.actions[1], "title", JSON("Move the torque tool to cell 2"))
	})
	s := d.export("lena", 10)
	s.lost("title", "Move torque tool to cell two", "progress", "60", "due", "2026-12-01", "owner", "Nobody / Else")
	s.lost("title", "Move the torque tool to cell 3", "progress", "70")
	s.lost("title", "Entirely different")
	p := d.plan(s)
	is(t, p,
		`problem 0 Move torque tool to cell two owner:  ->  | O100 Nobody / Else  <lena> (two names; there is one owner) -1`,
		`new 0 Move torque tool to cell two :  ->  | row 100 Move torque tool to cell two  <lena> | row 100 A-002  <lena> + title "Move torque tool to cell two" + progress 60 + due "2026-12-01" (may be A-002 Move the torque tool to cell 2) -2`,
		`new 0 Move the torque tool to cell 3 :  ->  | row 101 Move the torque tool to cell 3  <lena> + title "Move the torque tool to cell 3" + progress 70 (of no known action) -2`,
		`new 0 Entirely different :  ->  | row 102 Entirely different  <lena> + title "Entirely different" (of no known action) -2`)
	// Said to be the action, its values are choices; the one that is the same is none.
	it := p.Items[1]
	p.Choose(it, 1)
	conflicts := p.Of(Conflict)
	if len(conflicts) != 2 || conflicts[0].Field != "title" || conflicts[1].Field != "progress" || conflicts[1].Action != d.actions[1] || conflicts[1].Chosen != Undecided {
		t.Fatalf("%s", told(p))
	}
	p.Choose(it, 0)
	if len(p.Of(Conflict)) != 0 {
		t.Fatalf("taken back, the choices stay: %s", told(p))
	}
	p.Choose(it, 1)
	for _, c := range p.Of(Conflict) {
		if c.Field == "progress" {
			p.Choose(c, 0)
		}
	}
	p.Prefer(false)
	if n := p.Counts(); n != (Counts{Values: 1, Kept: 1, Skipped: 3}) {
		t.Errorf("%+v", n)
	}
	d.apply(t, p)
	if got := d.value(d.actions[1], "progress"); got != "60" {
		t.Errorf("the progress is %s", got)
	}
	if n := d.plan(s).Counts(); n != (Counts{Skipped: 1}) {
		t.Errorf("the same file again: %+v\n%s", n, told(d.plan(s)))
	}
}

func TestGoalsAndSourcesAreKnownByName(t *testing.T) {
	d := newDesk(t, 2)
	var goal, step workshop.ID
	d.do(t, func(e *workshop.Edit) error {
		goal = e.Add(&workshop.Goal{Title: "Half the changeover"})
		for range 2 {
			e.Add(&workshop.Goal{Title: "Twice there"})
		}
		step = e.Add(&workshop.Step{Title: "Observe at the Gemba"})
		e.Add(&workshop.Stakeholder{Name: "Hidden", Code: "Cedar"})
		return nil
	})
	s := d.export("lena", 10)
	s.types(d.actions[0], "goal", "half the  CHANGEOVER")
	s.types(d.actions[0], "source", "observe at the gemba")
	s.types(d.actions[1], "goal", "Twice there")
	s.types(d.actions[1], "source", "Cedar")
	p := d.plan(s)
	is(t, p,
		`problem 2 Action 2 source:  ->  | S3 Cedar  <lena> (is not what any step, card or review is called; nothing was taken for it) -1`,
		`problem 2 Action 2 goal:  ->  | G3 Twice there  <lena> (may be one of several that are called so; choose it in the app) -1`,
		`ready 1 Action 1 source:  ->  | S2 observe at the gemba "`+string(step)+`" <lena> () 0`,
		`ready 1 Action 1 goal:  ->  | G2 half the  CHANGEOVER "`+string(goal)+`" <lena> () 0`)
	d.apply(t, p)
	if a := d.value(d.actions[0], "goal"); a != `"`+string(goal)+`"` {
		t.Errorf("the goal is %s", a)
	}
	d.Read(func(w *workshop.Workshop) {
		if said, ok := Called(w, "goal", JSON(string(goal))); said != "Half the changeover" || !ok {
			t.Errorf("it is called %q", said)
		}
		if said, _ := Called(w, "source", JSON(string(step))); said != "Observe at the Gemba" {
			t.Errorf("it is called %q", said)
		}
	})
}
