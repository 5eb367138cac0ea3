package workshop_test

import (
	"errors"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// playing is a workshop that has the catchball step.
func playing(t *testing.T) *workshop.Session {
	t.Helper()
	s := open()
	do(t, s, func(e *workshop.Edit) error {
		e.Add(&workshop.Step{Title: "Hoshin catchball", TemplateStep: "catchball"})
		return nil
	})
	return s
}

func do(t *testing.T, s *workshop.Session, f func(*workshop.Edit) error) {
	t.Helper()
	if err := s.Do("edit", f); err != nil {
		t.Fatal(err)
	}
}

// game reads all goals, and the cards of the catchball.
func game(s *workshop.Session) (goals []*workshop.Goal, cards []*workshop.Card) {
	s.Read(func(w *workshop.Workshop) {
		goals = workshop.All[workshop.Goal](w)
		cards = workshop.All[workshop.Card](w)
	})
	return goals, cards
}

func set(t *testing.T, s *workshop.Session, card workshop.ID, cell string, v any) {
	t.Helper()
	do(t, s, func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Card](e, card)
		if err == nil {
			c.Set(cell, v)
		}
		return err
	})
}

func TestCatchballFromTheCanvasToTheBoard(t *testing.T) {
	s := playing(t)
	var ana workshop.ID
	do(t, s, func(e *workshop.Edit) error {
		ana = e.Add(&workshop.Person{Name: "Ana"})
		c := &workshop.Card{Canvas: workshop.CatchballCanvas}
		c.Set("objective", "Halve the lead time")
		e.Add(c)
		return nil
	})
	goals, cards := game(s)
	if len(goals) != 1 || len(cards) != 1 || cards[0].Goal != goals[0].ID || goals[0].Title != "Halve the lead time" || goals[0].State() != workshop.GoalProposed {
		t.Fatalf("a card makes its goal: %+v %+v", goals, cards)
	}
	card := cards[0].ID
	for cell, v := range map[string]any{"owner": string(ana), "measure": "34 to 15 days", "proposed": "By spring", "agreed": "Two types first"} {
		set(t, s, card, cell, v)
	}
	set(t, s, card, "answered", "Line 3 changes over in an hour")
	goals, cards = game(s)
	g := *goals[0]
	want := workshop.Goal{Base: g.Base, Title: "Halve the lead time", Owner: ana, Measure: "34 to 15 days", Proposed: "By spring",
		Answered: "Line 3 changes over in an hour", Conditions: "Two types first"}
	if g != want || cards[0].Text("state") != "answered" {
		t.Errorf("after two rounds: %+v, state %q", g, cards[0].Text("state"))
	}
	set(t, s, card, "state", "agreed")
	if goals, _ = game(s); !goals[0].Agreed {
		t.Error("agreed on the canvas is agreed on the board")
	}
	set(t, s, card, "state", "dropped")
	if goals, _ = game(s); goals[0].Agreed || !goals[0].Dropped {
		t.Error("dropped on the canvas is dropped on the board")
	}
}

func TestCatchballFromTheBoardToTheCanvas(t *testing.T) {
	s := playing(t)
	var id workshop.ID
	do(t, s, func(e *workshop.Edit) error { id = e.Add(&workshop.Goal{Title: "One flow"}); return nil })
	change := func(f func(*workshop.Goal)) *workshop.Card {
		do(t, s, func(e *workshop.Edit) error {
			g, err := workshop.Modify[workshop.Goal](e, id)
			if err == nil {
				f(g)
			}
			return err
		})
		_, cards := game(s)
		if len(cards) != 1 || cards[0].Goal != id {
			t.Fatalf("the goal has one card: %+v", cards)
		}
		return cards[0]
	}
	if c := change(func(g *workshop.Goal) { g.Title = "One flow, one day" }); c.Text("objective") != "One flow, one day" || c.Text("state") != "proposed" {
		t.Errorf("%+v", c.Cells)
	}
	if c := change(func(g *workshop.Goal) { g.Answered = "A buffer" }); c.Text("answered") != "A buffer" || c.Text("state") != "answered" {
		t.Errorf("%+v", c.Cells)
	}
	if c := change(func(g *workshop.Goal) { g.Conditions, g.Agreed = "Both", true }); c.Text("agreed") != "Both" || c.Text("state") != "agreed" {
		t.Errorf("%+v", c.Cells)
	}
	if c := change(func(g *workshop.Goal) { g.Agreed = false }); c.Text("state") != "answered" {
		t.Errorf("%+v", c.Cells)
	}
}

func TestCatchballDeletesBothAndUndoesBoth(t *testing.T) {
	for _, what := range []string{"goal", "card"} {
		s := playing(t)
		var goal, action workshop.ID
		do(t, s, func(e *workshop.Edit) error {
			goal = e.Add(&workshop.Goal{Title: "One flow"})
			action = e.Add(&workshop.Action{Title: "Tape the floor", Goal: goal})
			return nil
		})
		_, cards := game(s)
		do(t, s, func(e *workshop.Edit) error {
			if what == "goal" {
				return e.Delete(goal)
			}
			return e.Delete(cards[0].ID)
		})
		if goals, cards := game(s); len(goals) != 0 || len(cards) != 0 {
			t.Errorf("%s deleted: %d goals, %d cards left", what, len(goals), len(cards))
		}
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
		goals, cards := game(s)
		var serves workshop.ID
		s.Read(func(w *workshop.Workshop) { serves = workshop.Find[workshop.Action](w, action).Goal })
		if len(goals) != 1 || len(cards) != 1 || cards[0].Goal != goal || serves != goal {
			t.Errorf("%s back: %+v %+v, the action serves %q", what, goals, cards, serves)
		}
	}
}

func TestCatchballJoinsWhatIsThere(t *testing.T) {
	s := open() // no step: goals are goals only
	do(t, s, func(e *workshop.Edit) error {
		e.Add(&workshop.Goal{Title: "First piece right", Measure: "83 to 97 %"})
		return nil
	})
	if _, cards := game(s); len(cards) != 0 {
		t.Fatalf("nobody plays here: %+v", cards)
	}
	do(t, s, func(e *workshop.Edit) error {
		c := &workshop.Card{Canvas: workshop.CatchballCanvas}
		c.Set("objective", "first piece right")
		c.Set("proposed", "By May")
		e.Add(c)
		return nil
	})
	goals, cards := game(s)
	if len(goals) != 1 || len(cards) != 1 || cards[0].Goal != goals[0].ID || goals[0].Proposed != "By May" || cards[0].Text("measure") != "83 to 97 %" {
		t.Errorf("a card finds its goal by the words: %+v %+v", goals, cards)
	}
	do(t, s, func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Card](e, cards[0].ID)
		if err != nil {
			return err
		}
		c.Set("measure", "from the card")
		g, err := workshop.Modify[workshop.Goal](e, goals[0].ID)
		if err != nil {
			return err
		}
		g.Measure = "from the goal"
		c.Canvas = workshop.CatchballCanvas
		return nil
	})
	if goals, cards = game(s); goals[0].Measure != "from the goal" || cards[0].Text("measure") != "from the goal" {
		t.Errorf("where an edit says both, the goal's words stand: %+v %+v", goals[0], cards[0].Cells)
	}
	do(t, s, func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Card](e, cards[0].ID)
		if err == nil {
			c.Canvas = "ideas"
		}
		return err
	})
	if goals, cards = game(s); len(goals) != 1 || cards[0].Goal != "" {
		t.Errorf("a card that leaves the canvas leaves its goal: %+v %+v", goals, cards[0])
	}
}

func TestReviewFreezesItsCounts(t *testing.T) {
	s := open()
	var review workshop.ID
	do(t, s, func(e *workshop.Edit) error {
		checker := e.Add(&workshop.Person{Name: "Tom Becker"})
		for _, status := range []string{workshop.ActionDone, workshop.ActionVerified, workshop.ActionOpen, workshop.ActionDropped} {
			e.Add(&workshop.Action{Title: status, Status: status, VerifiedBy: checker})
		}
		review = e.Add(&workshop.Review{ReviewKind: "30"})
		return nil
	})
	hold := func(on workshop.Date, more func(*workshop.Edit)) *workshop.Review {
		do(t, s, func(e *workshop.Edit) error {
			r, err := workshop.Modify[workshop.Review](e, review)
			if err == nil {
				r.Held = on
			}
			if more != nil {
				more(e)
			}
			return err
		})
		var r *workshop.Review
		s.Read(func(w *workshop.Workshop) { r = workshop.Find[workshop.Review](w, review) })
		return r
	}
	// 2 of 3 are closed; the one that the same edit adds counts too: 3 of 4.
	r := hold("2026-11-21", func(e *workshop.Edit) {
		e.Add(&workshop.Action{Title: "late", Status: workshop.ActionDone})
	})
	if r.ActionsClosed == nil || *r.ActionsClosed != 3 || *r.ActionsTotal != 4 {
		t.Fatalf("%+v", r)
	}
	r = hold("2026-11-22", func(e *workshop.Edit) { e.Add(&workshop.Action{Title: "later", Status: workshop.ActionDone}) })
	if *r.ActionsClosed != 3 || *r.ActionsTotal != 4 {
		t.Errorf("held is frozen: %d of %d", *r.ActionsClosed, *r.ActionsTotal)
	}
	if r = hold("", nil); r.ActionsClosed != nil || r.ActionsTotal != nil {
		t.Errorf("not held after all: %+v", r)
	}
}

func TestReviewIsNotHeldOnADayToCome(t *testing.T) {
	s := open() // on 22 November 2026
	var review workshop.ID
	do(t, s, func(e *workshop.Edit) error {
		review = e.Add(&workshop.Review{ReviewKind: "30", Planned: "2026-12-22"})
		return nil
	})
	hold := func(on workshop.Date) error {
		return s.Do("hold", func(e *workshop.Edit) error {
			r, err := workshop.Modify[workshop.Review](e, review)
			if err == nil {
				r.Held, r.Notes = on, "all came"
			}
			return err
		})
	}
	var bad *workshop.Invalid
	if err := hold("2026-11-23"); !errors.As(err, &bad) || bad.Field != "held" || bad.Reason != "2026-11-23 has not come yet, today is 2026-11-22: a day to come is the one it is planned for" {
		t.Fatalf("%v", err)
	}
	if err := s.Do("add", func(e *workshop.Edit) error { e.Add(&workshop.Review{Held: "2030-01-01"}); return nil }); !errors.As(err, &bad) {
		t.Errorf("a new one: %v", err)
	}
	if err := hold("2026-99-99"); !errors.As(err, &bad) || !strings.Contains(bad.Reason, "not a date") {
		t.Errorf("%v", err)
	}
	s.Read(func(w *workshop.Workshop) {
		if r := workshop.Find[workshop.Review](w, review); r.Held != "" || r.Notes != "" {
			t.Errorf("refused in part only: %+v", r)
		}
	})
	if err := hold("2026-11-22"); err != nil {
		t.Errorf("today is no day to come: %v", err)
	}
}
