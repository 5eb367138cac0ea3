package library

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// atNoon opens a library in which today is 2026-11-22.
func atNoon(t *testing.T) *Library {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.Local)
	return openWith(t, placeFor(t), Options{Now: func() time.Time { now = now.Add(time.Second); return now }})
}

func TestActionsAcrossWorkshops(t *testing.T) {
	l := atNoon(t)
	make := func(title string, actions ...workshop.Action) workshop.ID {
		id, err := l.Create(func(e *workshop.Edit) error {
			e.Add(&workshop.Charter{Title: title})
			lena, omar := e.Add(&workshop.Person{Name: "Lena Vogt"}), e.Add(&workshop.Person{Name: "Ömer Şahin"})
			for _, a := range actions {
				switch a.Owner {
				case "L":
					a.Owner = lena
				case "O":
					a.Owner = omar
				}
				e.Add(&a)
			}
			return nil
		})
		must(t, err)
		return id
	}
	a := make("A", workshop.Action{Title: "late", Owner: "L", Due: "2026-11-21"}, workshop.Action{Title: "today", Owner: "O", Due: "2026-11-22"},
		workshop.Action{Title: "late but done", Owner: "L", Due: "2026-10-01", Status: workshop.ActionDone})
	make("B", workshop.Action{Title: "very late", Owner: "O", Due: "2025-01-01", Status: workshop.ActionBlocked, Blocker: "No part"}, workshop.Action{Title: "some day"},
		workshop.Action{Title: "next week", Owner: "L", Due: "2026-11-29"})

	all, err := l.Actions(Filter{})
	must(t, err)
	var ids []workshop.ID
	for _, x := range all {
		if x.Workshop != a || x.Title == "today" {
			ids = append(ids, x.ID) // one of A, three of B
		}
	}
	if of, err := l.Whose(append(ids, "of nobody")); err != nil || len(of) != 2 || of[1] != a {
		t.Errorf("the actions are of %v, %v", of, err)
	}
	if of, err := l.Whose(nil); err != nil || len(of) != 0 {
		t.Errorf("no actions are of %v, %v", of, err)
	}

	cases := []struct {
		name string
		f    Filter
		want []string
	}{
		{"all, by date", Filter{}, []string{"very late", "late but done", "late", "today", "next week", "some day"}},
		{"open", Filter{Open: true}, []string{"very late", "late", "today", "next week", "some day"}},
		{"overdue", Filter{Overdue: true}, []string{"very late", "late"}},
		{"overdue since before November", Filter{Overdue: true, DueBefore: "2026-11-01"}, []string{"very late"}},
		{"overdue, and a date that says less", Filter{Overdue: true, DueBefore: "2027-01-01"}, []string{"very late", "late"}},
		{"due before", Filter{DueBefore: "2026-11-22"}, []string{"very late", "late but done", "late"}},
		{"of Lena", Filter{Owner: "lena"}, []string{"late but done", "late", "next week"}},
		{"of Ömer, whatever the case", Filter{Owner: "ŞAHIN", Open: true}, []string{"very late", "today"}},
		{"of Ömer", Filter{Owner: "ömer şah"}, []string{"very late", "today"}},
		{"of A", Filter{Workshop: a}, []string{"late but done", "late", "today"}},
		{"of nobody", Filter{Owner: "nobody"}, nil},
	}
	for _, c := range cases {
		got, err := l.Actions(c.f)
		must(t, err)
		var titles []string
		for _, x := range got {
			titles = append(titles, x.Title)
			if x.Title == "late" && (x.WorkshopTitle != "A" || x.Workshop != a || x.OwnerName != "Lena Vogt" || x.Number != 1 || x.Status != "open") {
				t.Errorf("%+v", x)
			}
		}
		if !slices.Equal(titles, c.want) {
			t.Errorf("%s: %q, want %q", c.name, titles, c.want)
		}
	}
	people, err := l.People()
	must(t, err)
	if len(people) != 4 || people[0].Name != "Lena Vogt" || people[0].Code == "" || people[0].WorkshopTitle == "" {
		t.Errorf("people %+v", people)
	}
}

func TestHome(t *testing.T) {
	l := atNoon(t)
	first := sample(t, l)
	id, err := l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Kickoff", WorkshopKind: "kaikaku", Template: "kaikaku-kickoff-1", TemplateVersion: 3, Client: "Waldner",
			Site: "Linz", Programme: "Nordstern", Status: workshop.StatusRunning, Start: "2026-11-20", Days: 2, Currency: "CHF"})
		e.Add(&workshop.Commitment{Who: e.Add(&workshop.Person{Name: "Ann Wolf"}), Resource: "time", Promised: 40, Unit: "h"})
		for i, status := range []string{workshop.StepDone, workshop.StepSkipped, workshop.StepTodo, workshop.StepRunning, workshop.StepTodo} {
			e.Add(&workshop.Step{Title: fmt.Sprintf("Step %d", i+1), Day: 1, Position: i, Status: status})
		}
		e.Add(&workshop.Step{Title: "Before", Day: 0, Status: workshop.StepTodo})
		low, high := -1, 1
		e.Add(&workshop.Stakeholder{Name: "Night shift", Size: 20, SupportNow: &low, Influence: 3, EvidenceDate: "2026-10-23"}) // 30 days: stale
		e.Add(&workshop.Stakeholder{Name: "Planners", Size: 4, SupportNow: &high, Influence: 2, EvidenceDate: "2026-10-24"})    // 29 days
		e.Add(&workshop.Stakeholder{Name: "Left", Size: 4, SupportNow: &high, Influence: 2, EvidenceDate: "2020-01-01", Retired: true})
		e.Add(&workshop.Stakeholder{Name: "Not rated", Size: 4})
		e.Add(&workshop.Review{Planned: "2026-12-20", ReviewKind: "30"})
		e.Add(&workshop.Review{Planned: "2026-11-28", ReviewKind: "custom"})
		e.Add(&workshop.Review{Planned: "2026-11-01", Held: "2026-11-02", ReviewKind: "custom"})
		e.Add(&workshop.Action{Title: "late", Due: "2026-11-21"})
		e.Add(&workshop.Action{Title: "this week", Due: "2026-11-28"})
		e.Add(&workshop.Action{Title: "next week", Due: "2026-11-29"})
		e.Add(&workshop.Action{Title: "done", Due: "2026-11-01", Status: workshop.ActionDone, CheckEvery: workshop.EveryWeek, CheckFrom: "2026-11-15"})
		return nil
	})
	must(t, err)
	list, err := l.Workshops()
	must(t, err)
	if len(list) != 2 || list[0].ID != id {
		t.Fatalf("the newest is not first: %+v", list)
	}
	got := list[0]
	if got.Changed.IsZero() || got.Opened.IsZero() {
		t.Error("it is not known when it was changed or opened")
	}
	got.Changed, got.Opened = time.Time{}, time.Time{}
	want := Summary{ID: id, Title: "Kickoff", Kind: "kaikaku", Template: "kaikaku-kickoff-1", Version: 3, Client: "Waldner", Site: "Linz", Programme: "Nordstern",
		Status: "running", Start: "2026-11-20", Days: 2, Steps: 6, StepsDone: 2, Step: "Step 4", Actions: 4, ActionsOpen: 3, Overdue: 1,
		Stakeholders: 3, Stale: 1, Review: "2026-11-28"}
	if got != want {
		t.Errorf("Home shows\n%+v\nwant\n%+v", got, want)
	}
	d, err := l.Digest("2026-11-22")
	must(t, err)
	if want := (Digest{Workshops: 2, Open: 4, Overdue: 2, DueWeek: 1, ReviewsDue: 1, ChecksDue: 1, Stale: 1}); d != want {
		t.Errorf("the digest is %+v, want %+v", d, want)
	}

	later, err := l.Digest("2026-11-29")
	must(t, err)
	if later.ReviewsDue != 1 || later.ReviewsLate != 1 {
		t.Errorf("a day after it was planned, the review is not overdue: %+v", later)
	}

	due, err := l.Actions(Filter{CheckDue: true, Whole: true})
	must(t, err)
	if len(due) != 1 || due[0].Title != "done" || due[0].NextCheck != "2026-11-15" || workshop.DateOf(due[0].Changed.UTC()) != "2026-11-22" || due[0].Action.CheckEvery != workshop.EveryWeek || due[0].Currency != "CHF" {
		t.Errorf("to be checked: %+v", due)
	}

	promises, err := l.Promises()
	must(t, err)
	if i := slices.IndexFunc(promises, func(p PromiseLine) bool { return p.Workshop == id }); i < 0 || promises[i].WhoName != "Ann Wolf" || promises[i].Commitment.Promised != 40 || promises[i].Currency != "CHF" {
		t.Errorf("promised: %+v", promises)
	}

	// What is done next is seen next.
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("check", func(e *workshop.Edit) error { return e.SetField(due[0].ID, "checked", jsonOf("2026-11-22")) }))
	d, err = l.Digest("2026-11-22")
	must(t, err)
	if d.ChecksDue != 0 {
		t.Errorf("after the check: %+v", d)
	}
	if d, err = l.Digest("2026-11-29"); err != nil || d.ChecksDue != 1 {
		t.Errorf("a week later: %+v, %v", d, err)
	}
	must(t, s.Do("on", func(e *workshop.Edit) error {
		for _, step := range workshop.All[workshop.Step](e.Workshop()) {
			if step.Title == "Step 4" {
				if err := e.SetField(step.ID, "status", jsonOf("done")); err != nil {
					return err
				}
			}
		}
		for _, a := range workshop.All[workshop.Action](e.Workshop()) {
			if a.Title == "late" {
				return e.Delete(a.ID)
			}
		}
		return nil
	}))
	list, err = l.Workshops()
	must(t, err)
	if got := list[0]; got.StepsDone != 3 || got.Step != "Before" || got.Actions != 3 || got.Overdue != 0 {
		t.Errorf("after finishing a step and deleting an action: %+v", got)
	}
	add(t, l, first, "on the other")
	list, err = l.Workshops()
	must(t, err)
	if list[0].ID != first {
		t.Error("the workshop last worked on is not first")
	}
	clean(t, l)
}

func TestEmptyLibrary(t *testing.T) {
	l := atNoon(t)
	list, err := l.Workshops()
	must(t, err)
	d, err := l.Digest("2026-11-22")
	must(t, err)
	if len(list) != 0 || d != (Digest{}) {
		t.Errorf("%v %v", list, d)
	}
	clean(t, l)
}

func TestSynth(t *testing.T) {
	l := atNoon(t)
	must(t, l.Synth(20, 1010))
	list, err := l.Workshops()
	must(t, err)
	actions, err := l.Actions(Filter{})
	must(t, err)
	if len(list) != 20 || len(actions) != 1010 {
		t.Errorf("%d workshops, %d actions", len(list), len(actions))
	}
	d, err := l.Digest("2026-11-22")
	must(t, err)
	if d.Overdue == 0 || d.DueWeek == 0 || d.Stale == 0 {
		t.Errorf("nothing is due: %+v", d)
	}
	for _, a := range actions {
		if strings.TrimSpace(a.OwnerName) == "" || a.Title == "" {
			t.Fatalf("%+v", a)
		}
	}
	clean(t, l)
	if l.Synth(0, 5) == nil || l.Synth(1, 1_000_000) == nil {
		t.Error("impossible numbers were taken")
	}
}

func TestRecentIsTheBeginningOfWorkshops(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "library.nemawashi"))
	if err := l.Synth(9, 300); err != nil {
		t.Fatal(err)
	}
	all, err := l.Workshops()
	if err != nil {
		t.Fatal(err)
	}
	recent, err := l.Recent(6)
	if err != nil {
		t.Fatal(err)
	}
	overdue := 0
	for i, s := range recent {
		overdue += s.Overdue
		if s != all[i] {
			t.Errorf("%d: %+v, want %+v", i, s, all[i])
		}
	}
	if len(recent) != 6 || overdue == 0 {
		t.Errorf("%d workshops with %d overdue actions", len(recent), overdue)
	}
}
