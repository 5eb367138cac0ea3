package canvas

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

func table(t *testing.T, id string) (*bench, *Table) {
	t.Helper()
	b := newBench(t)
	c := NewTable(newCardRows(builtin(t, id), ""), b.desk)
	b.show(c, room)
	return b, c
}

// cell is what stands in a row, as the session has it.
func (b *bench) cell(row int, cell string) any { return b.cards()[row].Cells[cell] }

func TestTypingFillsATableRowByRow(t *testing.T) {
	b, c := table(t, "standard-work")
	b.typed("Bring the die cart to the press")
	b.key(fyne.KeyTab)
	b.typed("Brakes on")
	b.key(fyne.KeyTab, fyne.KeyTab)
	b.typed("95")
	b.key(fyne.KeyEnter)
	if len(b.cards()) != 1 || b.cell(0, "step") != "Bring the die cart to the press" || b.cell(0, "key-point") != "Brakes on" || b.cell(0, "time") != 95.0 {
		t.Fatalf("%+v", b.cards())
	}
	b.typed("Clamp it")
	b.key(fyne.KeyEnter)
	if len(b.cards()) != 2 || b.cell(1, "step") != "Clamp it" {
		t.Fatalf("%+v", b.cards())
	}
	if got := c.Totals(); !slices.Equal(got, []string{"2 important steps", "Time: 95 s"}) {
		t.Errorf("totals %q", got)
	}
}

func TestANumberOutOfItsBoundsSaysWhy(t *testing.T) {
	b, c := table(t, "current-state")
	b.typed("Order entry")
	b.key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	b.typed("120")
	b.key(fyne.KeyEnter)
	if c.editor == nil || !strings.Contains(c.editor.entry.Problem, "0 to 100") || c.editor.entry.Text() != "120" {
		t.Fatalf("editor %+v", c.editor)
	}
	c.editor.entry.SetText("12 pieces")
	b.key(fyne.KeyEnter)
	if !strings.Contains(c.editor.entry.Problem, "not a whole number") || b.cell(0, "first-pass") != nil {
		t.Errorf("problem %q", c.editor.entry.Problem)
	}
	c.editor.entry.SetText("87")
	b.key(fyne.KeyEnter)
	if b.cell(0, "first-pass") != 87.0 || c.editor != nil {
		t.Errorf("%+v", b.cards()[0].Cells)
	}
}

func TestChoicesArePickedByTyping(t *testing.T) {
	b, _ := table(t, "try-storm")
	b.typed("Preheat the die")
	b.key(fyne.KeyEnter, fyne.KeyUp, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	b.typed("adap")
	b.key(fyne.KeyEnter)
	if b.cell(0, "result") != "adapt" {
		t.Errorf("%+v", b.cards()[0].Cells)
	}
	b.key(fyne.KeyBackspace)
	if b.cell(0, "result") != nil {
		t.Error("Backspace did not clear the cell")
	}
}

func TestAPersonIsPickedOrAddedByName(t *testing.T) {
	b, _ := table(t, "attendance")
	b.typed("Sam")
	b.key(fyne.KeyEnter)
	b.key(fyne.KeyDown)
	b.typed("Maria Lopez")
	b.key(fyne.KeyEnter)
	people := b.desk.people()
	if len(people) != 3 || people[2].Name != "Maria Lopez" || people[2].Code == "" {
		t.Fatalf("%+v", people)
	}
	if b.cell(0, "person") != string(people[1].ID) || b.cell(1, "person") != string(people[2].ID) {
		t.Errorf("%+v %+v", b.cell(0, "person"), b.cell(1, "person"))
	}
	if _, err := b.Undo(); err != nil || len(b.desk.people()) != 2 || len(b.cards()) != 1 {
		t.Error("undo left the new person or her row")
	}
}

func TestDatesAndTicks(t *testing.T) {
	b, c := table(t, "sponsor-roadmap")
	b.typed("Lena")
	b.key(fyne.KeyEnter, fyne.KeyRight, fyne.KeyRight)
	b.typed("Asks the first question at the board")
	b.key(fyne.KeyTab)
	b.typed("fri")
	if got := c.editor.entry.Hint(); got != "Fri 20 Nov" {
		t.Errorf("hint %q", got)
	}
	b.key(fyne.KeyTab, fyne.KeyTab, fyne.KeySpace)
	card := b.cards()[0]
	if card.Cells["date"] != "2026-11-20" || card.Cells["done"] != true {
		t.Errorf("%+v", card.Cells)
	}
	b.key(fyne.KeySpace)
	if b.cell(0, "done") != nil {
		t.Error("a second Space did not take the tick back")
	}
}

func TestRowsAreDeletedMovedAndMadeActions(t *testing.T) {
	b, c := table(t, "decisions")
	for _, s := range []string{"one", "two", "three"} {
		b.typed(s)
		b.key(fyne.KeyEnter)
	}
	decisions := func() []string {
		var out []string
		for _, card := range b.cards() {
			out = append(out, card.Text("decision"))
		}
		return out
	}
	b.key(fyne.KeyUp)
	b.press("Alt+Up")
	same(t, decisions(), "one", "three", "two")
	b.press("Ctrl+Enter")
	if a := b.actions(); len(a) != 1 || a[0].Title != "three" || a[0].Source != b.cards()[1].ID || c.lines[1].action.Text != "A-001" {
		t.Errorf("%+v", a)
	}
	b.key(fyne.KeyDelete)
	same(t, decisions(), "one", "two")
	b.told[len(b.told)-1].Run()
	same(t, decisions(), "one", "three", "two")
	if len(c.lines) != 4 || c.lines[1].shown[0] != "three" {
		t.Error("the screen has not come back")
	}
}

func TestEscLeavesTheCellAsItWas(t *testing.T) {
	b, c := table(t, "decisions")
	b.typed("one")
	b.key(fyne.KeyEnter, fyne.KeyUp)
	b.typed("never mind")
	b.key(fyne.KeyEscape)
	if b.cell(0, "decision") != "one" || c.editor != nil || !c.focused {
		t.Errorf("%v", b.cell(0, "decision"))
	}
}

func TestRecordsInATable(t *testing.T) {
	b := newBench(t)
	c := NewTable(RecordRows("measure", RecordFields(workshop.KindMeasure), nil, func() workshop.Record { return &workshop.Measure{} }), b.desk)
	b.show(c, room)
	b.typed("Changeover time")
	b.key(fyne.KeyTab)
	b.typed("min")
	b.key(fyne.KeyTab)
	b.typed("low")
	b.key(fyne.KeyEnter, fyne.KeyTab)
	b.typed("74.5")
	b.key(fyne.KeyTab)
	b.typed("45")
	b.key(fyne.KeyEnter)
	var all []*workshop.Measure
	b.Read(func(w *workshop.Workshop) { all = workshop.All[workshop.Measure](w) })
	if len(all) != 1 || all[0].Better != "lower" || all[0].Baseline == nil || *all[0].Baseline != 74.5 || *all[0].Target != 45 {
		t.Fatalf("%+v", all)
	}
	r := NewTable(RecordRows("reading", RecordFields(workshop.KindReading, "measure", "date", "value"), nil,
		func() workshop.Record { return &workshop.Reading{Date: "2026-11-17"} }), b.desk)
	b.show(r, room)
	b.typed("Cha")
	b.key(fyne.KeyEnter, fyne.KeyTab, fyne.KeyTab)
	b.typed("61")
	b.key(fyne.KeyEnter)
	var readings []*workshop.Reading
	b.Read(func(w *workshop.Workshop) { readings = workshop.All[workshop.Reading](w) })
	if len(readings) != 1 || readings[0].Measure != all[0].ID || *readings[0].Value != 61 || r.lines[0].shown[0] != "Changeover time" {
		t.Fatalf("%+v", readings)
	}
}

func TestARecordThatLacksWhatItMustHaveIsNotMade(t *testing.T) {
	b := newBench(t)
	c := NewTable(RecordRows("goal", RecordFields(workshop.KindGoal, "measure", "title"), nil, func() workshop.Record { return &workshop.Goal{} }), b.desk)
	b.show(c, room)
	b.typed("Half the changeover time")
	b.key(fyne.KeyEnter)
	var goals []*workshop.Goal
	b.Read(func(w *workshop.Workshop) { goals = workshop.All[workshop.Goal](w) })
	if len(goals) != 1 || goals[0].Title != "Half the changeover time" {
		t.Errorf("a new row does not begin with what it must have: %+v", goals)
	}
}

func TestTheFocusKeepsWhatIsTyped(t *testing.T) {
	b, c := table(t, "decisions")
	b.typed("one")
	b.window.Canvas().Unfocus()
	if len(b.cards()) != 1 || c.editor != nil {
		t.Error("leaving the entry lost its text")
	}
	c.Focus()
	b.key(fyne.KeyDown)
	b.typed("two")
	c.Hidden()
	if len(b.cards()) != 2 {
		t.Error("leaving the canvas lost its text")
	}
}
