package boards

import (
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// answered puts a round with so many leaders' own answers and so many of others in.
func answered(d *desk, status string, self, others int) {
	all, err := assess.Builtin()
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(func(e *workshop.Edit) error {
		round := e.Add(&workshop.Round{Title: "Round 1", Date: "2026-11-02", Status: status})
		for i := range self + others {
			r := &workshop.Response{Round: round, By: "report", Answers: map[string]workshop.Answer{}}
			if i < self {
				r.By = "self"
			}
			for k, it := range all[0].Items {
				r.Answers[it.ID] = workshop.Answer{Now: 1 + (i+k)%2, Needed: 4 + k%2}
			}
			e.Add(r)
		}
		return nil
	})
}

func TestRoundsShowNothingOfOthersThatIsHidden(t *testing.T) {
	for _, c := range []struct {
		status       string
		self, others int
		pictures     bool
	}{{"open", 0, 9, false}, {"closed", 0, 1, false}, {"closed", 0, 4, false}, {"closed", 0, 5, true}, {"closed", 0, 12, true}, {"open", 1, 0, true}, {"", 3, 9, true}} {
		d := newDesk(t)
		answered(d, c.status, c.self, c.others)
		b := newRounds(d.Desk, Around{})
		d.show(b)
		b.turn(1)
		if b.full[0].Visible() != c.pictures || b.empty[0].Visible() == c.pictures || b.full[1].Visible() != c.pictures || b.full[2].Visible() != c.pictures || (len(b.ranked) > 0) != c.pictures {
			t.Errorf("%+v: pictures %v, %d gaps", c, b.full[0].Visible(), len(b.ranked))
		}
		if (b.result.Withheld != "") != (c.others > 0 && (c.status != "closed" || c.others < 5)) {
			t.Errorf("%+v: %q", c, b.result.Withheld)
		}
	}
}

func TestAGapBecomesAnActionByKey(t *testing.T) {
	d := newDesk(t)
	answered(d, "open", 4, 0)
	b := newRounds(d.Desk, Around{})
	d.show(b)
	b.turn(3)
	b.FocusFirst()
	want := b.ranked[0].ID
	if !b.TypedRune('a') {
		t.Fatal("A does nothing")
	}
	actions := all[workshop.Action](d)
	if len(actions) != 1 || string(actions[0].Source) != want || actions[0].Due != "2026-12-22" || len(d.told) != 1 {
		t.Fatalf("%+v %+v", actions, d.told)
	}
	for range 3 {
		b.gaps.table.Step(1)
		b.TypedRune('a')
	}
	if n := len(all[workshop.Action](d)); n != 3 || len(d.failed) != 1 {
		t.Errorf("%d actions, %d refusals; three gaps are enough", n, len(d.failed))
	}
	d.told[0].Run()
	if n := len(all[workshop.Action](d)); n != 3 {
		t.Error("an old notice took back something newer")
	}
}

// A round that was only planned does not hide the results there are, and one
// that gets its first answer does not push away what is being looked at.
func TestTheNewestRoundWithResultsIsShown(t *testing.T) {
	d := newDesk(t)
	answered(d, "closed", 6, 0)
	b := newRounds(d.Desk, Around{})
	d.show(b)
	title := b.result.Title
	var next workshop.ID
	d.do(func(e *workshop.Edit) error {
		next = e.Add(&workshop.Round{Title: "Next", Date: "2027-02-01", Status: workshop.RoundOpen})
		return nil
	})
	if b.result.Title != title {
		t.Errorf("%q is shown, which has no answers", b.result.Title)
	}
	if again := newRounds(d.Desk, Around{}); again != nil {
		d.show(again)
		if again.result.Title != title {
			t.Errorf("%q is shown at first, which has no answers", again.result.Title)
		}
	}
	d.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Response{Round: next, By: "self", About: "leader", Answers: map[string]workshop.Answer{"L1": {Now: 2, Needed: 5}}})
		return nil
	})
	if b.read(); b.result.Title != title {
		t.Errorf("%q pushed away what was looked at", b.result.Title)
	}
	b.turn(1)
	b.TypedRune('r')
	if b.result.Title != "Next" {
		t.Errorf("asked for the next one, %q is shown", b.result.Title)
	}
}

func TestAnotherRoundAndNone(t *testing.T) {
	d := newDesk(t)
	b := newRounds(d.Desk, Around{})
	d.show(b)
	if b.result != nil || len(b.resultKeys()) != 0 {
		t.Error("there is no round yet")
	}
	answered(d, "open", 1, 0)
	d.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Round{Title: "Earlier", Date: "2026-08-02"})
		e.Add(&workshop.Round{Title: "Foreign", Date: "2026-07-02", Questionnaire: "other"})
		return nil
	})
	b.read()
	if b.result == nil || b.result.Title != "Round 1" {
		t.Fatalf("%+v", b.result)
	}
	b.turn(1)
	b.TypedRune('r')
	if b.result != nil || b.said.Text == "" {
		t.Error("a round with foreign statements is not explained")
	}
	b.TypedRune('r')
	if b.result == nil || b.result.Title != "Earlier" {
		t.Errorf("%+v", b.result)
	}
}
