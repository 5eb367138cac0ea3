package boards

import (
	"fmt"
	"strings"
	"testing"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// twice puts two closed rounds in: the same six leaders each time, and nine of others in two units in the second.
func twice(d *desk) {
	all, err := assess.Builtin()
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(func(e *workshop.Edit) error {
		for n, date := range []workshop.Date{"2026-03-02", "2026-11-02"} {
			round := e.Add(&workshop.Round{Title: fmt.Sprint("Round ", n+1), Date: date, Status: workshop.RoundClosed})
			answer := func(by, about, unit string, i int) {
				r := &workshop.Response{Round: round, By: by, About: about, Unit: unit, Answers: map[string]workshop.Answer{}}
				for k, it := range all[0].Items {
					r.Answers[it.ID] = workshop.Answer{Now: 1 + (i*(k+1)+n)%4, Needed: 5}
				}
				e.Add(r)
			}
			for i := range 6 {
				answer("self", fmt.Sprint("leader ", i), "", i)
			}
			for i := range 9 * n {
				answer("report", "", []string{"Day", "Night"}[min(i/5, 1)], i)
			}
		}
		return nil
	})
}

func TestResultsAreLookedAtByKey(t *testing.T) {
	d := newDesk(t)
	twice(d)
	b := newRounds(d.Desk, Around{})
	d.show(b)
	b.turn(1)
	if b.lens != (assess.Lens{}) || b.trend == nil || len(b.bar.units) != 3 {
		t.Fatalf("%+v %+v %v", b.lens, b.trend, b.bar.units)
	}
	for _, key := range "stlu" {
		if !b.TypedRune(key) {
			t.Errorf("%c does nothing", key)
		}
	}
	if b.lens != (assess.Lens{Others: true, Aspects: true, Before: true, Unit: "Day"}) {
		t.Errorf("%+v", b.lens)
	}
	// Day has five of nine: what is left of them would be four.
	if b.result.Theirs(b.lens).Shows() || !b.results.hidden.Visible() || len(b.ranked) != 0 {
		t.Error("a unit is shown that tells of the other by subtraction, or nothing says why it is not")
	}
	b.turn(2)
	b.FocusFirst()
	if got := b.answers.cell(0, 1); got.Text != "hidden" {
		t.Errorf("%+v", got)
	}
	b.TypedRune('u')
	b.TypedRune('u')
	if b.lens.Unit != "" || b.answers.cell(0, 1).Text == "hidden" {
		t.Errorf("%+v", b.lens)
	}
	if b.TypedRune('t') {
		t.Error("there is no radar in front")
	}
	b.TypedRune('r')
	if b.result.Title != "Round 1" || b.lens.Before || b.lens.Others {
		t.Errorf("the first round has nothing before it, and nobody's but the leaders' answers: %+v", b.lens)
	}
}

func TestTheRoomIsLedByKey(t *testing.T) {
	d := newDesk(t)
	twice(d)
	b := newRounds(d.Desk, Around{})
	moved := 0
	b.Turned = func() { moved++ }
	b.InRoom()
	d.show(b)
	if b.face().title != "Discuss" {
		t.Fatalf("%q is in front in a step that is held in the room", b.face().title)
	}
	card := b.Talk()
	if card == nil || card.Open || card.Rows != nil || card.Word != "" || card.Of != 20 {
		t.Fatalf("%+v", card)
	}
	begun := moved
	b.TypedRune('n')
	open := b.Talk()
	if !open.Open || open.ID != card.ID || len(open.Rows) < 4 || open.Word == "" || moved != begun+1 {
		t.Errorf("%+v, moved %d times", open, moved-begun)
	}
	b.TypedRune('n')
	if next := b.Talk(); next.At != 2 || next.Open {
		t.Errorf("%+v", next)
	}
	b.TypedRune('b')
	b.TypedRune('b')
	if back := b.Talk(); back.At != 1 || back.Open || b.TalkOn(-1) {
		t.Errorf("%+v", back)
	}
	for range 100 {
		b.TypedRune('n')
	}
	if last := b.Talk(); last.At != 20 || !last.Open || b.TalkOn(1) {
		t.Errorf("%+v", last)
	}
	b.turn(1)
	if b.Talk() != nil || b.TalkOn(1) {
		t.Error("nothing is talked about while the results are in front")
	}
}

func TestTheRoomNeverSeesFewLeaders(t *testing.T) {
	for _, c := range []struct {
		status       string
		self, others int
		there        bool
	}{{"closed", 4, 0, false}, {"open", 9, 9, false}, {"closed", 5, 0, true}, {"closed", 4, 5, true}, {"closed", 1, 4, false}, {"closed", 500, 500, true}} {
		d := newDesk(t)
		answered(d, c.status, c.self, c.others)
		b := newRounds(d.Desk, Around{})
		b.InRoom()
		d.show(b)
		b.turn(4)
		if (b.Talk() != nil) != c.there {
			t.Errorf("%+v: %+v", c, b.Talk())
		}
		if c.there {
			b.TypedRune('n')
			for _, r := range b.Talk().Rows {
				if r.Name == "Self, now" && r.Mean != nil && c.self < 5 || r.Name == "Others, now" && r.Mean != nil && c.others < 5 {
					t.Errorf("%+v: the room sees %+v", c, r)
				}
			}
		}
	}
}

func TestWhyNothingIsShownIsSaid(t *testing.T) {
	for _, c := range []struct {
		status       string
		self, others int
		face         int
		want         string
	}{{"closed", 4, 0, 4, "Too few for the room"}, {"open", 9, 9, 4, "Not before the round is closed"}, {"closed", 0, 4, 1, "These answers stay hidden"}, {"open", 0, 0, 1, "Nothing to show yet"}, {"closed", 6, 2, 3, "These answers stay hidden"}} {
		d := newDesk(t)
		answered(d, c.status, c.self, c.others)
		b := newRounds(d.Desk, Around{})
		d.show(b)
		b.turn(c.face)
		if c.face == 3 {
			b.TypedRune('s') // the gaps of others
		}
		if words := snap.Words(d.window); !b.empty[c.face-1].Visible() || !strings.Contains(words, c.want) {
			t.Errorf("%+v: %s", c, words)
		}
	}
}

func TestThePictureOfAnswersHasRoomForItsRows(t *testing.T) {
	d := newDesk(t)
	twice(d)
	b := newRounds(d.Desk, Around{})
	d.show(b)
	b.turn(2)
	four := b.answers.high()
	b.TypedRune('l')
	if b.answers.high() <= four || b.answers.picture.MinSize().Height < four {
		t.Errorf("%v for four rows, %v for five, the picture %v", four, b.answers.high(), b.answers.picture.MinSize())
	}
}

func TestAGapIsGivenAnOwnerAndTakenBackInOneStep(t *testing.T) {
	d := newDesk(t)
	answered(d, "closed", 6, 0)
	var dialog *shell.Dialog
	b := newRounds(d.Desk, Around{Dialog: func(x *shell.Dialog) { dialog = x }})
	d.show(b)
	b.turn(3)
	b.FocusFirst()
	for b.ranked[b.gaps.table.Row()].ID != "T4" && b.gaps.table.Row() < len(b.ranked)-1 {
		b.gaps.table.Step(1)
	}
	b.TypedRune('a')
	if dialog == nil || dialog.Focus == nil {
		t.Fatal("nobody is asked who tries it")
	}
	dialog.Buttons[1].Run()
	if a, c := all[workshop.Action](d), all[workshop.Commitment](d); len(a) != 1 || len(c) != 1 || a[0].Source != "T4" {
		t.Fatalf("%+v %+v", a, c)
	}
	dialog = nil
	var opened workshop.ID
	b.desk.OpenAction = func(id workshop.ID) { opened = id }
	for b.ranked[b.gaps.table.Row()].ID != "T4" {
		b.gaps.table.Step(1)
	}
	b.TypedRune('a')
	if dialog != nil || opened == "" {
		t.Error("a gap that is worked on leads to its action")
	}
	if _, err := d.Session.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(all[workshop.Action](d)) + len(all[workshop.Commitment](d)) + len(all[workshop.Review](d)); n != 0 {
		t.Errorf("%d records are left after one undo", n)
	}
}

func TestOneManagersPageIsAskedFor(t *testing.T) {
	d := newDesk(t)
	answered(d, "closed", 0, 6)
	var dialog *shell.Dialog
	var wrote []workshop.ID
	b := newRounds(d.Desk, Around{Dialog: func(x *shell.Dialog) { dialog = x }, OwnPage: func(_, who workshop.ID) { wrote = append(wrote, who) }})
	d.show(b)
	b.turn(1)
	if b.TypedRune('m') || b.bar.exportPage.Visible() {
		t.Error("nobody has been answered about")
	}
	var lena workshop.ID
	d.do(func(e *workshop.Edit) error {
		lena = e.Add(&workshop.Person{Name: "Lena"})
		round := e.Add(&workshop.Round{Title: "Round 2", Date: "2026-11-20", Status: workshop.RoundClosed})
		e.Add(&workshop.Response{Round: round, By: "self", About: string(lena), Answers: map[string]workshop.Answer{"L1": {Now: 2, Needed: 5}}})
		return nil
	})
	b.TypedRune('r')
	if !b.TypedRune('m') || dialog == nil {
		t.Fatal("nothing is asked")
	}
	dialog.Buttons[1].Run()
	if len(wrote) != 1 || wrote[0] != lena {
		t.Errorf("%v", wrote)
	}
}
