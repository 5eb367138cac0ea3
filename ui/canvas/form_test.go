package canvas

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

func form(t *testing.T, id string) (*bench, *Form) {
	t.Helper()
	b := newBench(t)
	f := newCardForm(builtin(t, id), b.desk)
	b.show(f, room)
	return b, f
}

func (f *Form) in(field string) *input {
	for _, in := range f.inputs {
		if in.field.ID == field {
			return in
		}
	}
	return nil
}

func TestAFormKeepsEveryStroke(t *testing.T) {
	b, _ := form(t, "sponsor-commitment")
	b.typed("Two orders a month")
	if len(b.cards()) != 1 || b.cards()[0].Text("why-now") != "Two orders a month" {
		t.Fatalf("%+v", b.cards())
	}
	b.key(fyne.KeyTab)
	b.typed("Shift plan")
	if b.cards()[0].Text("decide") != "Shift plan" {
		t.Errorf("%+v", b.cards()[0].Cells)
	}
	b.now = b.now.Add(time.Minute)
	for want, cells := range map[string]int{"": 1} {
		if _, err := b.Undo(); err != nil || b.cards()[0].Text("decide") != want || len(b.cards()[0].Cells) != cells {
			t.Errorf("after undo %+v", b.cards()[0].Cells)
		}
	}
}

func TestUndoShowsInTheForm(t *testing.T) {
	b, f := form(t, "sponsor-commitment")
	b.typed("a b ")
	if got := b.cards()[0].Text("why-now"); got != "a b " {
		t.Errorf("the space at the end is gone while typing: %q", got)
	}
	if _, err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if len(b.cards()) != 0 || f.record != nil {
		t.Error("the card is still there")
	}
	b.typed("c")
	if got := b.cards()[0].Text("why-now"); got != "c" {
		t.Errorf("after undo the entry held %q", got)
	}
}

func TestAFormRefusesWithTheReasonBelow(t *testing.T) {
	b, f := form(t, "charter-agreement")
	budget := f.in("budget")
	budget.focus()
	b.typed("1200")
	if b.cards()[0].Cells["budget"] != 120000.0 {
		t.Fatalf("%+v", b.cards()[0].Cells)
	}
	b.typed("x")
	if !strings.Contains(budget.entry.Problem, "not an amount") || b.cards()[0].Cells["budget"] != 120000.0 || budget.entry.Text() != "1200x" {
		t.Errorf("problem %q, kept %v", budget.entry.Problem, b.cards()[0].Cells["budget"])
	}
	b.key(fyne.KeyBackspace)
	if budget.entry.Problem != "" {
		t.Errorf("problem stayed: %q", budget.entry.Problem)
	}
}

func TestPersonAndDateOfAForm(t *testing.T) {
	b, f := form(t, "charter-agreement")
	f.in("supervisor").focus()
	b.typed("len")
	b.key(fyne.KeyEnter)
	people := b.desk.people()
	if len(b.cards()) != 1 || b.cards()[0].Cells["supervisor"] != string(people[0].ID) {
		t.Fatalf("%+v", b.cards())
	}
	f.in("signed-on").focus()
	b.typed("24 nov")
	b.key(fyne.KeyEnter)
	if b.cards()[0].Cells["signed-on"] != "2026-11-24" {
		t.Errorf("%+v", b.cards()[0].Cells)
	}
}

func TestACharterAsAForm(t *testing.T) {
	b := newBench(t)
	f := NewForm("Charter", RecordRows("charter", RecordFields(workshop.KindCharter, "title", "facilitators", "days"), nil,
		func() workshop.Record { return &workshop.Charter{} }), b.desk)
	b.show(f, room)
	f.in("facilitators").focus()
	b.typed("Lena Vogt, Maria Lopez")
	if n := len(b.desk.people()); n != 2 {
		t.Errorf("half a name made a person: %d people", n)
	}
	b.key(fyne.KeyTab)
	b.typed("three")
	var c *workshop.Charter
	b.Read(func(w *workshop.Workshop) { c = w.Charter() })
	if len(c.Facilitators) != 2 || c.Days != 0 {
		t.Errorf("%+v", c)
	}
	f.in("title").focus()
	b.press("Ctrl+A")
	b.key(fyne.KeyBackspace)
	b.Read(func(w *workshop.Workshop) { c = w.Charter() })
	if strings.TrimSpace(c.Title) == "" {
		t.Error("a charter without a title was kept")
	}
}
