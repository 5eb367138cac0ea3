package workshop

import (
	"errors"
	"testing"
)

func TestATallyIsSeenWhenTheVotingIsClosed(t *testing.T) {
	s := newDesk("a")
	s.begin(t)
	do := func(f func(*Edit) error) { t.Helper(); must(t, s.Do("Vote", f)) }
	var first, second, voting, person ID
	do(func(e *Edit) error {
		first = e.Add(&Card{Canvas: "pick"})
		second = e.Add(&Card{Canvas: "pick"})
		person = e.Add(&Person{Name: "Maria Rivera"})
		voting = e.Add(&Voting{Canvas: "pick", Dots: 3})
		return nil
	})
	give := func(card, person ID, dots int) error {
		return s.Do("Give a dot", func(e *Edit) error { return e.Give(voting, card, person, dots) })
	}
	for _, err := range []error{give(first, person, 1), give(first, person, 1), give(second, person, 1), give(second, "", 7)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var bad *Invalid
	if err := give(second, person, 1); !errors.As(err, &bad) {
		t.Errorf("a fourth dot of three: %v", err)
	}
	if err := give(first, person, -1); err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *Workshop) {
		if got := w.Dots(); len(got) != 0 {
			t.Errorf("an open voting tells %v", got)
		}
		if n := w.Spent(voting, person); n != 2 {
			t.Errorf("spent %d", n)
		}
	})
	do(func(e *Edit) error {
		v, err := Modify[Voting](e, voting)
		if err == nil {
			v.Closed = true
		}
		return err
	})
	if got := s.View(Sponsor).Dots; got[first] != 1 || got[second] != 8 {
		t.Errorf("tally %v", got)
	}
	if err := give(first, person, 1); !errors.As(err, &bad) {
		t.Errorf("a dot after the close: %v", err)
	}
	do(func(e *Edit) error { return e.Delete(first) })
	s.Read(func(w *Workshop) {
		if n := len(All[Vote](w)); n != 2 {
			t.Errorf("%d votes are left after one of three lost its card", n)
		}
	})
}

func TestTheDotsOfSomebodyWhoIsDeletedStayOnTheirCards(t *testing.T) {
	s := newDesk("a")
	s.begin(t)
	var card, person ID
	must(t, s.Do("Vote", func(e *Edit) error {
		card, person = e.Add(&Card{Canvas: "pick"}), e.Add(&Person{Name: "Maria Rivera"})
		voting := e.Add(&Voting{Canvas: "pick", Dots: 3})
		if err := e.Give(voting, card, person, 2); err != nil {
			return err
		}
		v, err := Modify[Voting](e, voting)
		if err == nil {
			v.Closed = true
		}
		return err
	}))
	must(t, s.Do("Delete", func(e *Edit) error { return e.Delete(person) }))
	s.Read(func(w *Workshop) {
		if got := w.Dots()[card]; got != 2 {
			t.Errorf("the card has %d dots of two", got)
		}
		for _, v := range All[Vote](w) {
			if v.Person != "" {
				t.Errorf("a vote is still of %s", v.Person)
			}
		}
	})
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *Workshop) {
		if n := w.Spent(All[Voting](w)[0].ID, person); n != 2 {
			t.Errorf("after the undo the person has given %d dots", n)
		}
	})
}

func TestNoCardOfATreeIsLost(t *testing.T) {
	card := func(id, parent ID, position int) *Card {
		return &Card{Base: Base{ID: id}, Parent: parent, Position: position}
	}
	got := Branches([]*Card{card("b", "a", 2), card("a", "", 1), card("c", "b", 1), card("d", "a", 1), card("e", "gone", 5), card("x", "y", 7), card("y", "x", 8)})
	want := []Branch{{Depth: 0, Parent: -1}, {Depth: 1, Parent: 0}, {Depth: 1, Parent: 0}, {Depth: 2, Parent: 2}, {Depth: 0, Parent: -1}, {Depth: 0, Parent: -1}, {Depth: 1, Parent: 5}}
	ids := ""
	for i, b := range got {
		ids += string(b.Card.ID)
		if b.Depth != want[i].Depth || b.Parent != want[i].Parent {
			t.Errorf("%s: depth %d below %d, want %d below %d", b.Card.ID, b.Depth, b.Parent, want[i].Depth, want[i].Parent)
		}
	}
	if ids != "adbcexy" {
		t.Errorf("read in the order %s", ids)
	}
}
