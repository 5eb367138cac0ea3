package canvas

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// TestGoalsFitTheRoom: beside the list of steps at 1280 the board of goals has 1014 for its table.
func TestGoalsFitTheRoom(t *testing.T) {
	b := newBench(t)
	fields := RecordFields(workshop.KindGoal, "title", "owner", "measure", "proposed", "answered", "conditions", "agreed", "parent", "level", "dropped")
	c := NewTable(RecordRows("goal", fields, nil, func() workshop.Record { return &workshop.Goal{} }), b.desk)
	b.show(c, snap.Look{Width: 1014, Height: 600})
	if got := c.leastWidth(); got > 1012 {
		t.Errorf("the columns need %.0f", got)
	}
}

func TestNoNumberAndNoChoiceIsCut(t *testing.T) {
	b, c := table(t, "technology-candidates")
	b.do(func(e *workshop.Edit) error {
		card := &workshop.Card{Canvas: "technology-candidates"}
		card.Set("technology", "Work orders on terminals")
		card.Set("cost", 123456789012300)
		e.Add(card)
		return nil
	})
	cost := c.lines[0].cells[4].(*widgets.Label)
	if cost.Text != "EUR 1,234,567,890,123" {
		t.Fatalf("the cost is %q", cost.Text)
	}
	if want := widgets.Measure(cost.Text, theme.Body).Width; cost.Size().Width < want {
		t.Errorf("%.0f for a cost that needs %.0f", cost.Size().Width, want)
	}
	if c.head.titles[4].Position().X+c.head.titles[4].Size().Width != cost.Position().X+cost.Size().Width {
		t.Error("the title does not stand over its column")
	}
	_, c = table(t, "communication-plan")
	for i, f := range c.fields() {
		for _, choice := range f.Choices {
			if want := widgets.NewPill(choice.Title, widgets.Neutral).MinSize().Width + 2*cellPadX; c.least()[i] < want {
				t.Errorf("%q needs %.0f, the column has %.0f", choice.Title, want, c.least()[i])
			}
		}
	}
}

func TestTheFirstColumnStaysWhileTheOthersAreScrolled(t *testing.T) {
	b := newBench(t)
	b.do(func(e *workshop.Edit) error { e.Add(&workshop.Goal{Title: "Lots of 12", Level: "site"}); return nil })
	fields := RecordFields(workshop.KindGoal, "title", "owner", "measure", "proposed", "answered", "conditions", "agreed", "parent", "level", "dropped")
	c := NewTable(RecordRows("goal", fields, nil, func() workshop.Record { return &workshop.Goal{} }), b.desk)
	b.show(c, snap.Look{Width: 500, Height: 400})
	b.key(fyne.KeyUp, fyne.KeyEnd)
	at := c.wide.Offset.X
	if at == 0 || c.lines[0].cells[0].Position().X != at+cellPadX || c.head.titles[0].Position().X != at+cellPadX || !c.lines[0].stays.Visible() {
		t.Fatalf("scrolled by %.0f, the title stands at %.0f", at, c.lines[0].cells[0].Position().X)
	}
	if c.columnAt(at+20) != 0 {
		t.Error("a click on the first column, which is in sight, is one on another")
	}
	b.key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if x := c.left(c.col); x < c.wide.Offset.X+c.widths(c.wide.Content.Size().Width)[0] {
		t.Errorf("column %d at %.0f is behind the first", c.col, x-c.wide.Offset.X)
	}
	b.key(fyne.KeyHome, fyne.KeyF2)
	if x := c.editor.entry.Position().X; x < 0 || x > 10 {
		t.Errorf("the entry over the first cell lies at %.0f", x)
	}
	b.key(fyne.KeyEscape)
}

func TestAnIdeaSaysHowLongItHasWaited(t *testing.T) {
	b, c := table(t, "ideas")
	b.do(func(e *workshop.Edit) error {
		for id, answer := range map[workshop.ID]string{"01a1e8bc-0a80-7000-8000-000000000000": "", "01a1b53c-7280-7000-8000-000000000000": "new", "01a1b53c-7280-7000-8000-000000000001": "adopted"} {
			card := &workshop.Card{Base: workshop.Base{ID: id}, Canvas: "ideas"}
			card.Set("idea", "A lamp")
			card.Set("answer", answer)
			e.Add(card)
		}
		return nil
	})
	var got []string
	for _, l := range c.lines {
		got = append(got, l.wait.Text+" "+string(l.wait.Token))
	}
	want := []string{"Waits 10 days " + string(theme.Warn), " " + string(theme.Text2), "Waits since today " + string(theme.Text2), " " + string(theme.Text2)}
	if len(got) != 4 {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d: %q, want %q", i, got[i], want[i])
		}
	}
}

// TestSeveralRowsThatComeAtOnceStandInOrder: they come in any order, as when somebody takes back a spreadsheet.
func TestSeveralRowsThatComeAtOnceStandInOrder(t *testing.T) {
	b, c := table(t, "standard-work")
	b.do(func(e *workshop.Edit) error {
		for _, i := range []int{3, 2, 5, 1, 4} {
			card := &workshop.Card{Canvas: "standard-work", Position: i}
			card.Set("step", strconv.Itoa(i))
			e.Add(card)
		}
		return nil
	})
	got := ""
	for _, l := range c.lines {
		got += l.shown[0] + " "
	}
	if got != "1 2 3 4 5 + Add important step " {
		t.Errorf("%q", got)
	}
	if _, err := b.Undo(); err != nil || len(c.lines) != 1 {
		t.Errorf("%v, %d lines", err, len(c.lines))
	}
}

// TestACapitalLetterDoesNotTurnTabRound: the list that the letter opens hears that Shift is let go, the table does not.
func TestACapitalLetterDoesNotTurnTabRound(t *testing.T) {
	b, c := table(t, "ideas")
	b.typed("A lamp")
	b.key(fyne.KeyTab, fyne.KeyTab)
	if c.col != 2 {
		t.Fatalf("column %d", c.col)
	}
	c.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	b.typed("Lena")
	b.key(fyne.KeyReturn, fyne.KeyTab)
	if c.col != 3 {
		t.Errorf("Tab leads to column %d", c.col)
	}
}

// TestWordsAreNotBrokenBesideEmptyColumns: a goal has the room that the empty columns beside it do not need.
func TestWordsAreNotBrokenBesideEmptyColumns(t *testing.T) {
	b := newBench(t)
	title := "Improve communication with stakeholders and field office staff"
	b.do(func(e *workshop.Edit) error { e.Add(&workshop.Goal{Title: title, Level: "site"}); return nil })
	fields := RecordFields(workshop.KindGoal, "title", "owner", "measure", "proposed", "answered", "conditions", "agreed", "parent", "level", "dropped")
	c := NewTable(RecordRows("goal", fields, nil, func() workshop.Record { return &workshop.Goal{} }), b.desk)
	b.show(c, snap.Look{Width: 1014, Height: 600})
	before := c.widths(1012)
	if word := widgets.Measure("communication", theme.Body).Width + 2*cellPadX; before[0] < word {
		t.Errorf("the goal has %.0f, its longest word needs %.0f", before[0], word)
	}
	for i := range before {
		if i > 0 && before[i] > before[0] {
			t.Errorf("%q is empty and wider than the goal: %.0f and %.0f", fields[i].Title, before[i], before[0])
		}
	}
	b.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Goal{Title: "Electroencephalographically", Level: "site"})
		return nil
	})
	sum := float32(0)
	for _, w := range c.widths(1012) {
		sum += w
	}
	if word := widgets.Measure("Electroencephalographically", theme.Body).Width; c.widths(1012)[0] < word || sum > 1012.5 {
		t.Errorf("after a longer word the goal has %.0f of %.0f", c.widths(1012)[0], sum)
	}
	if c.head.titles[1].Position().X != c.lines[0].cells[1].Position().X {
		t.Error("the titles do not stand over their columns any more")
	}
}
