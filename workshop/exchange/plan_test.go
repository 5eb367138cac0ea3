package exchange

import (
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

func TestChangesOfOneSideAreTaken(t *testing.T) {
	d := newDesk(t, 3)
	s := d.export("lena", 10)
	d.do(t, func(e *workshop.Edit) error { return e.SetField(d.actions[0], "due", JSON("2026-12-09")) })
	s.types(d.actions[0], "progress", "40")
	s.types(d.actions[1], "owner", "KELLER, maria")
	s.types(d.actions[2], "status", "erledigt")
	p := d.plan(s)
	is(t, p,
		`ready 1 Action 1 progress: 10 -> 10 | P2 40 40 <lena> () 0`,
		`ready 2 Action 2 owner: "id-0002" -> "id-0002" | O3 KELLER, maria id-0001 <lena> () 0`,
		`ready 3 Action 3 status: "open" -> "open" | S4 erledigt "done" <lena> () 0`)
	d.apply(t, p)
	if got := d.value(d.actions[0], "due") + d.value(d.actions[0], "progress") + d.value(d.actions[1], "owner"); got != `"2026-12-09"40"id-0001"` {
		t.Errorf("after it the app has %s", got)
	}
	// A status brings with it what it does on the screen.
	if got := d.value(d.actions[2], "closed") + d.value(d.actions[2], "progress"); got != `"2026-11-22"100` {
		t.Errorf("done brought %s", got)
	}
	is(t, d.plan(s))
	for _, c := range d.changes[len(d.changes)-3:] {
		if c.Author != "ann sha256:lena" {
			t.Errorf("the history says %q", c.Author)
		}
	}
	// One step, and all of it is back.
	if label, err := d.Undo(); err != nil || label != "Take back" {
		t.Fatal(label, err)
	}
	if got := d.value(d.actions[0], "progress") + d.value(d.actions[2], "status"); got != `10"open"` {
		t.Errorf("after undo the app has %s", got)
	}
}

func TestBothSidesAreAConflict(t *testing.T) {
	d := newDesk(t, 2)
	s := d.export("lena", 10)
	d.do(t, func(e *workshop.Edit) error { return e.SetField(d.actions[0], "due", JSON("2026-12-09")) })
	d.do(t, func(e *workshop.Edit) error { return e.SetField(d.actions[1], "progress", JSON(int64(60))) })
	s.types(d.actions[0], "due", "13.11.2026")
	s.types(d.actions[1], "progress", "60 %") // the same on both sides is none
	p := d.plan(s)
	is(t, p, `conflict 1 Action 1 due: "2026-12-01" -> "2026-12-09" | D2 13.11.2026 "2026-11-13" <lena> () -2`)
	if err := d.Do("x", func(e *workshop.Edit) error { return p.Apply(e, "2026-11-22") }); err != ErrOpen {
		t.Errorf("applied without a choice: %v", err)
	}
	p.Prefer(true)
	d.apply(t, p)
	if got := d.value(d.actions[0], "due"); got != `"2026-11-13"` {
		t.Errorf("the due date is %s", got)
	}
}

// Copies of two owners, in any order.
func TestCopiesOfTwoOwners(t *testing.T) {
	d := newDesk(t, 2)
	lena, tom := d.export("lena", 10), d.export("tom", 10)
	lena.types(d.actions[0], "progress", "30")
	tom.types(d.actions[0], "progress", "50")
	lena.types(d.actions[1], "progress", "70")
	tom.types(d.actions[1], "progress", "70")
	want := []string{
		`conflict 1 Action 1 progress: 10 -> 10 | P2 30 30 <lena> | P2 50 50 <tom> () -2`,
		`ready 2 Action 2 progress: 10 -> 10 | P3 70 70 <lena> <tom> () 0`,
	}
	is(t, d.plan(lena, tom), want...)
	is(t, d.plan(tom, lena), want...)
	is(t, d.plan(tom, lena, tom), want...)
	// One after the other, the second is told from the first as well.
	d.apply(t, d.plan(lena))
	is(t, d.plan(tom), `conflict 1 Action 1 progress: 10 -> 30 | P2 50 50 <tom> () -2`)
}

func TestProblemsAreListedAndCanBeMended(t *testing.T) {
	d := newDesk(t, 3)
	s := d.export("lena", 10)
	s.types(d.actions[0], "owner", "Aisha / Ben")
	s.types(d.actions[1], "due", "soon")
	s.types(d.actions[1], "progress", "20")
	s.types(d.actions[2], "title", "")
	p := d.plan(s)
	is(t, p,
		`problem 1 Action 1 owner: "id-0001" -> "id-0001" | O2 Aisha / Ben  <lena> (two names; there is one owner) -1`,
		`problem 2 Action 2 due: "2026-12-01" -> "2026-12-01" | D3 soon  <lena> (is not a date) -1`,
		`problem 3 Action 3 title: "Action 3" -> "Action 3" | T4   <lena> (an action needs a title) -1`,
		`ready 2 Action 2 progress: 10 -> 10 | P3 20 20 <lena> () 0`)
	owner, due := p.Items[0], p.Items[1]
	if reason := p.Correct(due, "later"); reason != "is not a date" {
		t.Errorf("%q", reason)
	}
	if reason := p.Correct(due, "2026-12-24") + p.Correct(owner, "Aisha Khan"); reason != "" {
		t.Fatal(reason)
	}
	if n := p.Counts(); n != (Counts{Values: 3, People: 1, Skipped: 1}) {
		t.Errorf("%+v", n)
	}
	d.apply(t, p)
	if got := d.value(d.actions[1], "due"); got != `"2026-12-24"` {
		t.Errorf("the due date is %s", got)
	}
}

func TestNewRowsAndNewPeople(t *testing.T) {
	d := newDesk(t, 1)
	s := d.export("lena", 10)
	s.appends("title", "Label bins", "owner", "S. Okafor", "due", "27 Nov 2026", "status", "in progress", "progress", "20")
	s.appends("title", "Paint floor", "owner", "s. okafor", "due", "soon")
	s.appends("owner", "Tom Rivera")
	s.appends("title", "action 1")
	p := d.plan(s)
	is(t, p,
		`problem 0 Paint floor due:  ->  | D101 soon  <lena> (is not a date) -1`,
		`problem 0  owner:  ->  | O102 Tom Rivera  <lena> (row 102 says no action) -1`,
		"new 0 Label bins :  ->  | row 100 Label bins  <lena> + title \"Label bins\" + owner \x00okafor s + due \"2026-11-27\" + status \"started\" + progress 20 () 0",
		"new 0 Paint floor :  ->  | row 101 Paint floor  <lena> + title \"Paint floor\" + owner \x00okafor s () 0",
		`new 0 action 1 :  ->  | row 103 action 1  <lena> + title "action 1" (A-001 has this title already) -2`)
	p.Prefer(true)
	if n := p.Counts(); n != (Counts{Added: 2, People: 1, Skipped: 3}) {
		t.Errorf("%+v", n)
	}
	d.apply(t, p)
	var titles, owners []string
	d.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			titles = append(titles, a.Label()+" "+a.Title+" "+a.Status)
			owners = append(owners, string(a.Owner))
		}
	})
	if got := strings.Join(titles, "; "); got != "A-001 Action 1 open; A-002 Label bins started; A-003 Paint floor open" || owners[1] != owners[2] || owners[1] == "" {
		t.Errorf("%s %v", got, owners)
	}
	again := d.plan(s)
	if n := again.Counts(); n.Added != 0 || n.Values != 0 || again.Open() != 0 || len(again.Of(New)) != 0 || len(again.Of(Settled)) != 1 {
		t.Errorf("the same file again: %s", told(again))
	}
	// Taken back and sent again, they are offered again.
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := d.plan(s).Counts(); n.Added != 2 {
		t.Errorf("after undo %+v", n)
	}
	p = d.plan(s)
	p.Prefer(false)
	d.apply(t, p)
}

func TestWhatCannotBeMergedIsSaid(t *testing.T) {
	d := newDesk(t, 3)
	d.do(t, func(e *workshop.Edit) error { e.Add(&workshop.Person{Name: "Tom Berg", Role: "Quality"}); return nil })
	s := d.export("lena", 10)
	d.do(t, func(e *workshop.Edit) error { return e.Delete(d.actions[0]) })
	s.types(d.actions[0], "progress", "90")
	s.types(d.actions[1], "owner", "Tom")
	s.types(d.actions[2], "progress", "80")
	s.copy.Rows[2].Twin = 77
	s.copy.Rows = append(s.copy.Rows, Row{Line: 9, Workshop: "elsewhere", Action: "x", Edits: s.copy.Rows[0].Edits})
	is(t, d.plan(s),
		`problem 0  progress: 10 ->  | P2 90  <lena> (the action was deleted in the app) -1`,
		`problem 2 Action 2 owner: "id-0002" -> "id-0002" | O3 Tom  <lena> (may be Tom Rivera or Tom Berg (Quality)) -1`,
		`problem 3 Action 3 progress: 10 -> 10 | P4 80  <lena> (rows 4 and 77 both say that they are A-003) -1`)
	g := d.export("guess", 11)
	g.types(d.actions[1], "progress", "15")
	g.copy.Rows[0].Guessed = true
	is(t, d.plan(g), `conflict 2 Action 2 progress: 10 -> 10 | P2 15 15 <guess> (row 2 has no number; its title is that of A-002) -2`)
}

func TestAStatusNeedsWhatItStandsOn(t *testing.T) {
	d := newDesk(t, 4)
	s := d.export("lena", 10)
	s.types(d.actions[0], "status", "blocked") // by nothing
	s.types(d.actions[0], "progress", "40")
	s.types(d.actions[1], "status", "verified") // by its owner
	s.types(d.actions[1], "verified_by", "Tom Rivera")
	s.types(d.actions[2], "status", "verified") // by somebody else
	s.types(d.actions[2], "verified_by", "Maria Keller")
	s.types(d.actions[3], "status", "blocked")
	s.types(d.actions[3], "blocker", "No crane")
	p := d.plan(s)
	var problems []string
	for _, it := range p.Of(Problem) {
		problems = append(problems, it.Offers[0].Cell+" "+it.Reason)
	}
	if got := strings.Join(problems, "; "); got != "S2 "+workshop.ErrNoBlocker.Error()+"; S3 "+workshop.ErrOwnWork.Error() {
		t.Errorf("problems: %s", got)
	}
	if why := p.Correct(p.Of(Problem)[0], "blocked"); why != workshop.ErrNoBlocker.Error() {
		t.Errorf("the same again gives %q", why)
	}
	if why := p.Correct(p.Of(Problem)[0], "started"); why != "" {
		t.Errorf("another status gives %q", why)
	}
	d.apply(t, p)
	if got := d.value(d.actions[0], "status") + d.value(d.actions[0], "progress") + d.value(d.actions[1], "status") + d.value(d.actions[2], "status") + d.value(d.actions[3], "status"); got != `"started"40"open""verified""blocked"` {
		t.Errorf("after it the app has %s", got)
	}
}

// What hangs on a choice is seen before the plan is applied, and left out where
// nobody looks.
func TestAChoiceThatBreaksARuleIsSeen(t *testing.T) {
	for _, alone := range []bool{true, false} {
		d := newDesk(t, 2)
		s := d.export("lena", 10)
		d.do(t, func(e *workshop.Edit) error {
			a, err := workshop.Modify[workshop.Action](e, d.actions[0])
			if err == nil {
				a.SetStatus(workshop.ActionStarted, "2026-11-22")
			}
			return err
		})
		s.types(d.actions[0], "status", "blocked")
		s.types(d.actions[1], "progress", "40")
		p := d.plan(s)
		if len(p.Of(Conflict)) != 1 {
			t.Fatal(told(p))
		}
		if alone {
			p.Prefer(true)
			if n := p.Counts(); n != (Counts{Values: 1, Skipped: 1}) {
				t.Errorf("%+v", n)
			}
		} else {
			p.Choose(p.Of(Conflict)[0], 0)
			it, err := p.Unfit()
			if err != workshop.ErrNoBlocker || it.Number != 1 || it.Field != "status" {
				t.Errorf("%+v, %v", it, err)
			}
			p.Choose(it, KeepApp)
		}
		if _, err := p.Unfit(); err != nil {
			t.Error(err)
		}
		d.apply(t, p)
		if got := d.value(d.actions[0], "status") + d.value(d.actions[1], "progress"); got != `"started"40` {
			t.Errorf("alone: %v, the app has %s", alone, got)
		}
	}
}
