package boards

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/template"
)

// journal keeps nothing: these tests ask the session.
type journal struct{ seq int64 }

func (j *journal) Next() int64 { j.seq++; return j.seq }

func (j *journal) Write(workshop.Batch) {}

// desk is a session with a window to look through.
type desk struct {
	*canvas.Desk
	t      *testing.T
	window fyne.Window
	told   []canvas.Told
	failed []error
}

// today is the Sunday on which all of this happens.
var today = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return today }, "a", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%06d", n)) }, Author: "a",
		RandomID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", n)) },
	}, &journal{})
	d := &desk{t: t, window: snap.Window(snap.Look{Width: 1280, Height: 800})}
	t.Cleanup(d.window.Close)
	d.Desk = &canvas.Desk{Session: s, Now: func() time.Time { return today }, Notice: func(n canvas.Told) { d.told = append(d.told, n) },
		Fail: func(err error) { d.failed = append(d.failed, err) }}
	d.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Event", Start: "2026-11-17", Days: 3, Currency: "EUR", Status: workshop.StatusRunning})
		return nil
	})
	return d
}

func (d *desk) do(f func(*workshop.Edit) error) {
	d.t.Helper()
	if err := d.Session.Do("prepare", f); err != nil {
		d.t.Fatal(err)
	}
}

// show puts a board into the window.
func (d *desk) show(b interface {
	Content() fyne.CanvasObject
	Shown()
}) {
	d.window.SetContent(b.Content())
	d.window.Resize(fyne.NewSize(1000, 700))
	b.Shown()
}

// all reads the records of one type.
func all[T any, P interface {
	*T
	workshop.Record
}](d *desk) []P {
	var out []P
	d.Session.Read(func(w *workshop.Workshop) {
		for _, r := range w.Records(P(new(T)).Kind()) {
			out = append(out, r.(P))
		}
	})
	return out
}

func number(v float64) *float64 { return &v }

func TestGoalsAreAligned(t *testing.T) {
	d := newDesk(t)
	d.do(func(e *workshop.Edit) error {
		lot := e.Add(&workshop.Goal{Title: "Lots of 12", Agreed: true})
		e.Add(&workshop.Goal{Title: "Freeze the plan"})
		e.Add(&workshop.Action{Title: "Tape", Goal: lot, Due: "2026-11-20"})
		e.Add(&workshop.Action{Title: "Paint"})
		return nil
	})
	b := newGoals(d.Desk)
	d.show(b)
	want := []string{"Agreed, 0 of 1 done, 1 overdue:  Lots of 12", "A-001", "Proposed:  Freeze the plan", "", "Actions without a goal: 1 of 2", "A-002"}
	for i, r := range b.rows {
		got := r.heading
		if got == "" {
			got = b.cell(r, 0).Text
		}
		if got != want[i] {
			t.Errorf("row %d: %q, want %q", i, got, want[i])
		}
	}
	if b.unserved.number.Text != "1" || b.loose.number.Text != "1" || b.yes.number.Text != "1" {
		t.Errorf("%s unserved, %s loose, %s agreed", b.unserved.number.Text, b.loose.number.Text, b.yes.number.Text)
	}
	choices, at := b.choices(5)
	if len(choices) != 3 || at != 0 || choices[2].Label != "Freeze the plan" {
		t.Fatalf("%+v %d", choices, at)
	}
	b.serve(b.rows[5].action, 2)
	if b.unserved.number.Text != "0" || b.loose.number.Text != "0" {
		t.Error("an action that has got its goal is seen at once")
	}
	if _, err := d.Session.Undo(); err != nil {
		t.Fatal(err)
	}
	if b.loose.number.Text != "1" {
		t.Error("undo is not seen")
	}
}

func TestCommitmentsAgainstWhatIsAskedFor(t *testing.T) {
	d := newDesk(t)
	d.do(func(e *workshop.Edit) error {
		ana := e.Add(&workshop.Person{Name: "Ana"})
		goal := e.Add(&workshop.Goal{Title: "g", Owner: ana})
		e.Add(&workshop.Commitment{Who: ana, Resource: "time", Promised: 20, Delivered: 5, ReleasedBy: "2026-11-01"})
		e.Add(&workshop.Commitment{Who: ana, Resource: "budget", Promised: 100, Unit: "EUR", Delivered: 100})
		e.Add(&workshop.Commitment{Who: ana, Personal: true, CheckDate: "2026-11-20"})
		e.Add(&workshop.Action{Title: "a", Goal: goal, Hours: 32, Cost: 10000})
		return nil
	})
	b := newCommitments(d.Desk)
	d.show(b)
	hours, budget := b.resources[0], b.resources[2]
	if hours.came.Text != "5 of 20 delivered, 15 late" || hours.short.Text != "12 short" || hours.asked.Text != "The actions ask for 32" {
		t.Errorf("%q %q %q", hours.came.Text, hours.short.Text, hours.asked.Text)
	}
	if budget.came.Text != "100 of 100 delivered" || budget.short.Text != "Covered" || budget.title.Text != "Budget, EUR" {
		t.Errorf("%q %q", budget.came.Text, budget.short.Text)
	}
	if len(b.rows) != 2 || b.cell(b.rows[0], 0).Text != "Ana" || b.cell(b.rows[0], 6).Text != "12" || b.cell(b.rows[0], 4).Text != "15" {
		t.Errorf("%+v", b.rows)
	}
	if b.note.Text != "1 personal commitment to ask about." {
		t.Errorf("%q", b.note.Text)
	}
}

func TestATargetWithoutADateHasNoDiamondInTheChart(t *testing.T) {
	d := newDesk(t)
	b := newMeasures(d.Desk)
	d.show(b)
	diamonds := func() (n int) {
		for _, s := range b.draw(figure.Frame{W: 400, H: 200, Text: 12}).Shapes {
			if _, is := s.(figure.Polygon); is {
				n++
			}
		}
		return n
	}
	b.quick.SetText("Errors, 9 > 3")
	b.add()
	if m := all[workshop.Measure](d); len(m) != 1 || m[0].Target == nil || m[0].TargetDate != "" || b.measure() == nil {
		t.Fatalf("%+v", m)
	}
	if n := diamonds(); n != 0 {
		t.Errorf("%d diamonds at a day that nobody named", n)
	}
	d.do(func(e *workshop.Edit) error {
		m, err := workshop.Modify[workshop.Measure](e, b.measure().ID)
		m.TargetDate = "2027-06-30"
		return err
	})
	if n := diamonds(); n != 1 {
		t.Errorf("%d diamonds at the target's day", n)
	}
}

func TestMeasuresAndReadingsAreTyped(t *testing.T) {
	d := newDesk(t)
	b := newMeasures(d.Desk)
	d.show(b)
	b.quick.SetText("Changeover, median, 94 > 54 min by 30 jun")
	b.add()
	m := all[workshop.Measure](d)
	if len(m) != 1 || m[0].Name != "Changeover, median" || m[0].Unit != "min" || *m[0].Baseline != 94 || *m[0].Target != 54 || m[0].TargetDate != "2027-06-30" || m[0].Better != "lower" {
		t.Fatalf("%+v", m)
	}
	b.reading.SetText("74 fri first week")
	b.read()
	r := all[workshop.Reading](d)
	if len(r) != 1 || *r[0].Value != 74 || r[0].Date != "2026-11-20" || r[0].Note != "first week" || r[0].Measure != m[0].ID {
		t.Fatalf("fri of something measured is the last Friday: %+v", r[0])
	}
	if got := b.cell(m[0], 7).Text; got != "50 % of the way" {
		t.Errorf("%q", got)
	}
	b.reading.SetText("soon")
	b.read()
	if b.reading.Problem == "" || b.reading.Text() != "soon" || len(all[workshop.Reading](d)) != 1 {
		t.Error("what is no reading is not lost and not kept")
	}
	if err := b.edit(0, 4, "fifty"); err == nil {
		t.Error("a target is a number")
	}
	b.table.SetCursor(0, 0)
	b.remove()
	if len(all[workshop.Measure](d)) != 0 || len(d.told) != 1 {
		t.Fatalf("%d measures, told %v", len(all[workshop.Measure](d)), d.told)
	}
	d.told[0].Run()
	if len(all[workshop.Measure](d)) != 1 || len(all[workshop.Reading](d)) != 1 || len(b.readings) != 1 {
		t.Error("undo brings the measure back with its readings")
	}
}

func TestReviewsFromClosingToSustain(t *testing.T) {
	d := newDesk(t)
	d.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Measure{Name: "m", Better: "lower", Baseline: number(94), Target: number(54)})
		e.Add(&workshop.Action{Title: "a", Status: workshop.ActionDone})
		return nil
	})
	b := newReviews(d.Desk)
	d.show(b)
	b.end()
	if len(b.report.Columns) != 3 || d.told[0].Text != "The event is closed; 3 reviews planned" {
		t.Fatalf("%+v %v", b.report.Columns, d.told)
	}
	if b.cell(b.report.Columns[0], 1).Text != "Sat 19 Dec" {
		t.Errorf("30 days after 19 November: %q", b.cell(b.report.Columns[0], 1).Text)
	}
	if err := b.measure(0, 3, "54"); err != nil {
		t.Fatal(err)
	}
	first := b.report.Columns[0].Review.ID
	d.do(func(e *workshop.Edit) error {
		r, err := workshop.Modify[workshop.Review](e, first)
		if err == nil {
			followed := 4
			r.Held, r.StandardFollowed, r.Decision = "2026-11-22", &followed, "hold"
		}
		return err
	})
	b.watch.Catch()
	if b.verdict.Text != "The gain holds" || b.held.number.Text != "1 of 3" || b.cell(b.report.Columns[0], 4).Text != "1 of 1" {
		t.Errorf("%q %q %q", b.verdict.Text, b.held.number.Text, b.cell(b.report.Columns[0], 4).Text)
	}
	b.turn(1)
	if b.over == nil || b.overCell(b.report, len(asked), 2).Icon != "check" {
		t.Error("the sustain view shows the measure as reached at the first review")
	}
}

func TestIdeasGetAnAnswer(t *testing.T) {
	d := newDesk(t)
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	kaizen, _ := set.ByID("kaizen-workshop-3")
	def, ok := kaizen.Canvas("ideas")
	if !ok {
		t.Fatal("no canvas of ideas")
	}
	d.do(func(e *workshop.Edit) error {
		// The id says that it was written down on 10 November 2026.
		c := &workshop.Card{Base: workshop.Base{ID: "019a6abc-0000-7000-8000-000000000000"}, Canvas: "ideas"}
		c.Set("idea", "A lamp")
		e.Add(c)
		return nil
	})
	b := newIdeas(*def, d.Desk)
	d.show(b)
	if b.facts[2].number.Text != "1" || len(b.waiting) != 1 {
		t.Fatalf("%q waiting", b.facts[2].number.Text)
	}
	_, none := b.answers(0)
	b.answer(b.waiting[0].Card.ID, 2)
	if c := all[workshop.Card](d)[0]; none != -1 || c.Text("answer") != "adopted" || c.Text("answered") != "2026-11-22" || len(b.waiting) != 0 {
		t.Errorf("%+v", c.Cells)
	}
}

func TestTakenAndUnderstood(t *testing.T) {
	day := workshop.DateOf(today)
	for line, want := range map[string]string{"61": "61 2026-11-22 ", "3,5 24 nov late shift": "3.5 2026-11-24 late shift", "1,234 2026-11-02": "1.234 2026-11-02 ", "12.5 two weeks in": "12.5 2026-11-22 two weeks in"} {
		r, ok := taken(line, day)
		if got := fmt.Sprintf("%v %s %s", *r.Value, r.Date, r.Note); !ok || got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	for _, line := range []string{"", "soon", "fri 61"} {
		if _, ok := taken(line, day); ok {
			t.Errorf("%q is no reading", line)
		}
	}
	if m := understand("First pieces right 83->97 %", day); m.Name != "First pieces right" || m.Unit != "%" || m.Better != "higher" || *m.Target != 97 {
		t.Errorf("%+v", m)
	}
	if m := understand("Scrap by the line", day); m.Name != "Scrap by the line" || m.Target != nil || m.TargetDate != "" {
		t.Errorf("%+v", m)
	}
}

func TestAReviewToComeIsNotHeld(t *testing.T) {
	d := newDesk(t)
	d.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Review{ReviewKind: "30", Planned: "2026-12-19"})
		e.Add(&workshop.Review{ReviewKind: "60", Planned: "2027-01-18"})
		return nil
	})
	b := newReviews(d.Desk)
	d.show(b)
	b.form.Focus()
	held := func(text string) {
		t.Helper()
		b.form.Go(1)
		test.Type(d.window.Canvas().Focused(), text)
		b.form.Go(2)
	}
	held("30 nov")
	if r := all[workshop.Review](d)[0]; r.Held != "" || len(d.failed) != 0 {
		t.Fatalf("held %q, told %v: the reason stands below the words", r.Held, d.failed)
	}
	b.choose(b.report.Columns[1].Review.ID)
	if len(d.failed) != 1 || !strings.Contains(d.failed[0].Error(), "is not kept: the fields show another review now") {
		t.Errorf("told %v", d.failed)
	}
	b.choose(b.report.Columns[0].Review.ID)
	held("fri")
	if r := all[workshop.Review](d)[0]; r.Held != "2026-11-20" {
		t.Errorf("fri of what has been is the last Friday, not %q", r.Held)
	}
}

// TestAPartOfABoardIsTakenInHand goes to a record on each board that a link or the search leads to, from another face of it.
func TestAPartOfABoardIsTakenInHand(t *testing.T) {
	d := newDesk(t)
	var measure, promise, own, review, goal workshop.ID
	d.do(func(e *workshop.Edit) error {
		for i := range 3 {
			goal = e.Add(&workshop.Goal{Title: fmt.Sprint("Goal ", i)})
			measure = e.Add(&workshop.Measure{Name: fmt.Sprint("Measure ", i)})
			promise = e.Add(&workshop.Commitment{Resource: "time", Promised: i + 1})
			own = e.Add(&workshop.Commitment{Personal: true, FromWhat: "Walk the line"})
			review = e.Add(&workshop.Review{ReviewKind: "custom", Planned: "2026-12-01"})
		}
		return nil
	})
	g, m, c, r := newGoals(d.Desk), newMeasures(d.Desk), newCommitments(d.Desk), newReviews(d.Desk)
	selected := func(b *Board) workshop.ID {
		var id workshop.ID
		var look func(fyne.CanvasObject)
		look = func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *canvas.Table:
				id = o.Selected()
			case *widgets.Flex:
				look(o.Content)
			case *fyne.Container:
				for _, inside := range o.Objects {
					look(inside)
				}
			}
		}
		look(b.face().object)
		return id
	}
	d.show(g)
	g.turn(1)
	g.Go(string(goal))
	if got := selected(&g.Board); g.at != 0 || got != goal {
		t.Errorf("goal %q in face %d, want %q", got, g.at, goal)
	}
	d.show(m)
	m.Go(string(measure))
	if m.current != measure || m.table.Row() != 2 {
		t.Errorf("measure %q in row %d", m.current, m.table.Row())
	}
	d.show(c)
	c.Go(string(own))
	if got := selected(&c.Board); c.at != 2 || got != own {
		t.Errorf("commitment %q in face %d, want %q", got, c.at, own)
	}
	c.Go(string(promise))
	if got := selected(&c.Board); c.at != 0 || got != promise {
		t.Errorf("promise %q in face %d, want %q", got, c.at, promise)
	}
	d.show(r)
	r.turn(1)
	r.Go(string(review))
	if r.at != 0 || r.current != review || r.list().Row() != 2 {
		t.Errorf("review %q in face %d, row %d", r.current, r.at, r.list().Row())
	}
	r.Go("gone")
	if r.current != review {
		t.Error("a review that is not there changes the board")
	}
}
