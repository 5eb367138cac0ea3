package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	cards "nemawashi.app/ui/canvas"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// row is the row of the table that has the keyboard, -1 where none has.
func (d *desk) row() int {
	if t, ok := d.w.Canvas().Focused().(*widgets.Table); ok {
		return t.Row()
	}
	return -1
}

// record is the record that the cursor of a canvas in sight is on.
func (d *desk) record() workshop.ID {
	var found workshop.ID
	d.each(func(o fyne.CanvasObject) {
		if c, ok := o.(cards.Canvas); ok && found == "" {
			found = c.Selected()
		}
	})
	return found
}

func (d *desk) cursorOn(id workshop.ID) error {
	if got := d.record(); got != id {
		return fmt.Errorf("the cursor is on %q, not on %q", got, id)
	}
	return nil
}

func (d *desk) reads(words string) error {
	if !strings.Contains(d.words(), words) {
		return fmt.Errorf("%q is not on the screen", words)
	}
	return nil
}

// last is the newest record of a kind in a workshop, "" for none.
func last(s *workshop.Session, k workshop.Kind, keep func(workshop.Record) bool) workshop.ID {
	var id workshop.ID
	s.Read(func(w *workshop.Workshop) {
		for _, r := range w.Records(k) {
			if keep == nil || keep(r) {
				id = workshop.IDOf(r)
			}
		}
	})
	return id
}

// TestLinksOfAnActionOpenTheRecordItself follows the link of an action to each kind of record that it can have come from, and comes back with
// Esc and with Alt+Left.
func TestLinksOfAnActionOpenTheRecordItself(t *testing.T) {
	d := start(t, withSample)
	seen := map[string]bool{}
	for _, in := range d.workshops() {
		s := d.session(in.Title)
		if last(s, workshop.KindRound, nil) == "" {
			continue // the other one has all kinds
		}
		var action workshop.Action
		s.Read(func(w *workshop.Workshop) {
			all := workshop.All[workshop.Action](w)
			action = *all[len(all)-1]
		})
		voice := func(r workshop.Record) bool { c, ok := r.(*workshop.Card); return ok && c.Canvas == "voice-of-people" }
		targets := []struct {
			what    string
			id      workshop.ID
			arrived func(id workshop.ID) error
		}{
			{"goal", last(s, workshop.KindGoal, nil), d.cursorOn},
			{"card", last(s, workshop.KindCard, voice), d.cursorOn},
			{"review", last(s, workshop.KindReview, func(r workshop.Record) bool { x, ok := r.(*workshop.Review); return ok && x.ReviewKind == "60" }), func(workshop.ID) error {
				return d.reads("Review after 60 days")
			}},
			{"stakeholder", last(s, workshop.KindStakeholder, func(r workshop.Record) bool { x, ok := r.(*workshop.Stakeholder); return ok && !x.Retired }), func(id workshop.ID) error {
				if d.page() != "resistance" {
					return fmt.Errorf("on page %q", d.page())
				}
				return nil
			}},
			{"statement", map[bool]workshop.ID{true: "P3"}[last(s, workshop.KindRound, nil) != ""], func(workshop.ID) error {
				if d.row() < 1 {
					return fmt.Errorf("the cursor is in row %d", d.row())
				}
				return d.reads("Split answers count twice")
			}},
		}
		for _, to := range targets {
			if to.id == "" {
				continue
			}
			seen[to.what] = true
			key := widgets.Keys("L")
			if err := s.Do("Link", func(e *workshop.Edit) error {
				a, err := workshop.Modify[workshop.Action](e, action.ID)
				if err != nil {
					return err
				}
				if a.Source = to.id; to.what == "goal" {
					key, a.Source, a.Goal = "J", "", to.id
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			ways := []widgets.Keys{"Esc"}
			if to.what == "goal" {
				ways = append(ways, "Alt+Left") // on a canvas that moves the card
			}
			for _, back := range ways {
				d.ui.OpenWorkshop(in.ID)
				d.find(action.Title)
				d.sees("Type an action, @owner")
				at := d.row()
				d.press(key)
				if err := to.arrived(to.id); err != nil {
					t.Errorf("%s, %s: %v: %s", in.Title, to.what, err, d.words())
				}
				d.press(back)
				if d.reads("Type an action, @owner") != nil || d.row() != at || at < 0 {
					t.Errorf("%s, %s, %s: not back at the action in row %d but at %d: %s", in.Title, to.what, back, at, d.row(), d.words())
				}
			}
		}
	}
	for _, what := range []string{"goal", "card", "review", "stakeholder", "statement"} {
		if !seen[what] {
			t.Errorf("the sample has no %s", what)
		}
	}
}
