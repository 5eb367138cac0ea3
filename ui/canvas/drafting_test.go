package canvas

import (
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

// TestTypingIsToldBeforeItIsEntered types on every shape and looks at what is told of it.
func TestTypingIsToldBeforeItIsEntered(t *testing.T) {
	for _, id := range []string{"wastes", "pick", "five-whys", "fishbone", "force-field", "ideas"} {
		t.Run(id, func(t *testing.T) {
			b := newBench(t)
			var last *workshop.Draft
			b.desk.Draft = func(d *workshop.Draft) { last = d }
			def := builtin(t, id)
			first := def.Cells[0].ID
			b.show(New(def, b.desk), room)
			b.typed("Zebra crossing")
			if last == nil || last.Card == nil || last.ID != workshop.DraftID || last.Card.Canvas != id || last.Card.Text(first) != "Zebra crossing" {
				t.Fatalf("typing told %+v", last)
			}
			if len(b.cards()) > 0 {
				t.Fatal("it was entered")
			}
			b.key(fyne.KeyReturn)
			if last != nil || len(b.cards()) != 1 {
				t.Fatalf("after Enter %+v is still typed", last)
			}
			if id == "ideas" {
				b.key(fyne.KeyUp)
			}
			b.key(fyne.KeyF2)
			b.typed(" and more")
			if last == nil || last.ID != b.cards()[0].ID || last.Card.Text(first) == "Zebra crossing" {
				t.Fatalf("editing told %+v", last)
			}
			b.key(fyne.KeyEscape)
			if last != nil || b.cards()[0].Text(first) != "Zebra crossing" {
				t.Errorf("after Esc %+v is still typed", last)
			}
		})
	}
}

// TestAFormTellsWhereItIsTyped is about texts that are kept with every stroke.
func TestAFormTellsWhereItIsTyped(t *testing.T) {
	b := newBench(t)
	var last *workshop.Draft
	b.desk.Draft = func(d *workshop.Draft) { last = d }
	def := builtin(t, "burning-platform")
	c := New(def, b.desk)
	b.show(c, room)
	c.Focus()
	b.typed("Half of the orders")
	if last == nil || last.Card != nil || last.Kind != workshop.KindCard || last.Field != "cells."+def.Cells[0].ID {
		t.Fatalf("told %+v", last)
	}
	c.Hidden()
	if last != nil {
		t.Error("typing has not ended")
	}
}
