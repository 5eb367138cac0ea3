package canvas

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
)

var room = snap.Look{Width: 744, Height: 640}

func wastes(t *testing.T) (*bench, *columns) {
	t.Helper()
	b := newBench(t)
	c := newColumns(builtin(t, "wastes"), b.desk)
	b.show(c, room)
	return b, c
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEnterAddsAndStays(t *testing.T) {
	b, c := wastes(t)
	b.line("Castings cross the hall twice by forklift 25m")
	b.line("Empty racks walked back to dock 3")
	b.key(fyne.KeyTab)
	b.line("11 days of seals beside cell 2")
	same(t, b.texts("transport"), "Castings cross the hall twice by forklift", "Empty racks walked back to dock 3")
	same(t, b.texts("inventory"), "11 days of seals beside cell 2")
	if n, ok := b.cards()[1].Number("minutes"); !ok || n != 25 {
		t.Errorf("minutes are %v, %v", n, ok)
	}
	if got := c.Totals(); !slices.Equal(got, []string{"3 findings", "25 min lost per day"}) {
		t.Errorf("totals %q", got)
	}
	if c.cols[0].count.Text != "25 min" || c.cols[1].count.Text != "1" {
		t.Errorf("counts %q %q", c.cols[0].count.Text, c.cols[1].count.Text)
	}
}

func TestWhatIsUnderstoodIsShownBeforeEnter(t *testing.T) {
	b, c := wastes(t)
	b.typed("Oven warm-up 25m")
	if got := c.cols[0].entry.Hint(); got != "Adds 25 min per day" {
		t.Errorf("hint %q", got)
	}
	b.key(fyne.KeyReturn)
	if got := c.cols[0].entry.Hint(); got != "" {
		t.Errorf("hint after Enter %q", got)
	}
}

func TestTabGoesRound(t *testing.T) {
	b, c := wastes(t)
	b.shiftTab()
	if c.at != 7 {
		t.Errorf("Shift+Tab from the first column came to %d", c.at)
	}
	b.key(fyne.KeyTab)
	if c.at != 0 || !c.Go(4) || c.at != 3 || c.Go(9) {
		t.Errorf("at %d", c.at)
	}
	b.line("First-piece check waits for QA 35m")
	same(t, b.texts("waiting"), "First-piece check waits for QA")
}

func TestCtrlEnterLinksBothWays(t *testing.T) {
	b, _ := wastes(t)
	b.line("Fitter walks 140 m for the torque tool 22m")
	b.press("Ctrl+Enter")
	card, actions := b.cards()[0], b.actions()
	if len(actions) != 1 || actions[0].Source != card.ID || card.Action != actions[0].ID || actions[0].Title != "Fitter walks 140 m for the torque tool" {
		t.Fatalf("card %+v, actions %+v", card, actions)
	}
	b.press("Ctrl+Enter")
	if n := len(b.actions()); n != 1 {
		t.Errorf("%d actions after asking twice", n)
	}
	if len(b.told) == 0 || !strings.Contains(b.told[0].Text, "A-001") {
		t.Errorf("told %+v", b.told)
	}
	if _, err := b.Undo(); err != nil || b.cards()[0].Action != "" || len(b.actions()) != 0 {
		t.Errorf("undo left %+v", b.cards()[0])
	}
}

func TestCtrlEnterAddsALineAsAnAction(t *testing.T) {
	b := newBench(t)
	b.show(newColumns(builtin(t, "first-100-days"), b.desk), room)
	b.typed("Boards on every line @Lena due fri #quick-win")
	b.press("Ctrl+Enter")
	actions := b.actions()
	if len(actions) != 1 || actions[0].Title != "Boards on every line" || actions[0].Due != "2026-11-20" || actions[0].Owner == "" {
		t.Fatalf("%+v", actions)
	}
	if v := b.cards()[0].Cells["quick-win"]; v != true {
		t.Errorf("quick win is %v", v)
	}
}

func TestF2EditsInPlace(t *testing.T) {
	b, c := wastes(t)
	b.line("Spaner fetched 18m")
	b.key(fyne.KeyUp, fyne.KeyF2)
	if c.editor == nil || c.editor.entry.Text() != "Spaner fetched 18m" {
		t.Fatalf("editor %+v", c.editor)
	}
	c.editor.entry.SetText("Spanner fetched from crib 20m")
	b.key(fyne.KeyReturn)
	card := b.cards()[0]
	if n, _ := card.Number("minutes"); card.Text("text") != "Spanner fetched from crib" || n != 20 {
		t.Errorf("%+v", card.Cells)
	}
	b.key(fyne.KeyF2)
	c.editor.entry.SetText("never mind")
	b.key(fyne.KeyEscape)
	if b.cards()[0].Text("text") != "Spanner fetched from crib" {
		t.Error("Esc kept the text")
	}
	if !c.cols[0].entry.Focused() {
		t.Error("the keyboard did not come back")
	}
}

func TestEditingGoesOnBehindTheWords(t *testing.T) {
	b, _ := wastes(t)
	b.line("Crane shared 20m")
	b.key(fyne.KeyUp, fyne.KeyF2)
	b.typed(" with paint")
	b.key(fyne.KeyReturn)
	if n, _ := b.cards()[0].Number("minutes"); n != 20 || b.cards()[0].Text("text") != "Crane shared with paint" {
		t.Errorf("%+v", b.cards()[0].Cells)
	}
}

func TestDelRemovesAndTheNoticeBringsBack(t *testing.T) {
	b, c := wastes(t)
	b.line("one")
	b.line("two")
	b.typed("x")
	b.key(fyne.KeyUp, fyne.KeyDelete)
	if len(b.cards()) != 2 {
		t.Fatal("Del in a text deleted a card")
	}
	b.key(fyne.KeyEscape, fyne.KeyDelete)
	same(t, b.texts("transport"), "two")
	b.told[len(b.told)-1].Run()
	same(t, b.texts("transport"), "one", "two")
	if len(c.cols[0].cards) != 2 || c.cols[0].cards[0].text.Text != "one" {
		t.Error("the screen has not come back")
	}
}

func TestAltArrowsMove(t *testing.T) {
	b, c := wastes(t)
	for _, s := range []string{"one", "two", "three"} {
		b.line(s)
	}
	b.press("Alt+Up")
	same(t, b.texts("transport"), "one", "three", "two")
	b.press("Alt+Right")
	same(t, b.texts("inventory"), "three")
	if c.at != 1 {
		t.Errorf("the keyboard stayed in column %d", c.at)
	}
	b.press("Alt+Left")
	b.press("Alt+Down")
	b.press("Alt+Down")
	same(t, b.texts("transport"), "one", "two", "three")
}

func TestManyMovesKeepTheOrder(t *testing.T) {
	b, c := wastes(t)
	for i := range 6 {
		b.line(fmt.Sprint(i))
	}
	want := b.texts("transport")
	for i := range 60 {
		from, to := (i*5)%6, (i*3+1)%6
		id := c.cols[0].cards[from].card.ID
		text := want[from]
		want = slices.Insert(slices.Delete(want, from, from+1), to, text)
		c.move(id, 0, to)
		if got := b.texts("transport"); !slices.Equal(got, want) {
			t.Fatalf("after %d moves %q, want %q", i+1, got, want)
		}
	}
	var shown []string
	for _, v := range c.cols[0].cards {
		shown = append(shown, v.text.Text)
	}
	same(t, shown, want...)
}

func TestDraggingMovesBetweenColumns(t *testing.T) {
	b, c := wastes(t)
	b.line("one")
	b.line("two")
	v := c.cols[0].cards[0]
	target := c.absolute(c.cols[5].lane.scroll).AddXY(20, 10)
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: target, Position: fyne.NewPos(5, 5)}})
	v.DragEnd()
	same(t, b.texts("over-processing"), "one")
	same(t, b.texts("transport"), "two")
}

func TestRefusedTextStaysInTheEntry(t *testing.T) {
	b, c := wastes(t)
	long := strings.Repeat("x", workshop.MaxText+1)
	c.cols[0].entry.SetText(long)
	b.key(fyne.KeyReturn)
	if len(b.cards()) != 0 || c.cols[0].entry.Text() != long || !strings.Contains(c.cols[0].entry.Problem, "the limit is 500") {
		t.Errorf("problem %q", c.cols[0].entry.Problem)
	}
	if p := c.cols[0].entry.Problem; !strings.HasPrefix(p, "Not kept: ") || !strings.Contains(p, "501 characters") || !strings.Contains(p, "stays here") {
		t.Errorf("it does not say what, what was kept and what to do: %q", p)
	}
	b.line("") // Enter again changes nothing
	if e := c.cols[0].entry; e.Size().Height < e.MinSize().Height || e.Position().Y+e.Size().Height > c.cols[0].panel.Size().Height {
		t.Errorf("the reason has no room: the entry is %v, needs %v", e.Size(), e.MinSize())
	}
	b.key(fyne.KeyEscape)
	if e := c.cols[0].entry; e.Text() != "" || e.Problem != "" || e.Size().Height > e.MinSize().Height {
		t.Fatal("Esc did not clear the entry")
	}
	b.press("Ctrl+Z")
	if c.cols[0].entry.Text() != long {
		t.Fatal("Ctrl+Z did not bring the words back")
	}
	b.key(fyne.KeyEscape)
	b.line("short")
	b.press("Ctrl+Z")
	if c.cols[0].entry.Text() != "" {
		t.Errorf("words that were given up for others came back: %.20q", c.cols[0].entry.Text())
	}
}

func TestRefusedWordsInACellAreLetGoByASecondEsc(t *testing.T) {
	b, c := table(t, "decisions")
	long := strings.Repeat("x", workshop.MaxText+1)
	b.typed("d")
	c.editor.entry.SetText(long)
	b.key(fyne.KeyReturn, fyne.KeyEscape)
	if c.editor == nil || c.editor.entry.Text() != long || !strings.Contains(c.editor.entry.Problem, "Esc again") {
		t.Fatal("the first Esc threw refused words away")
	}
	b.key(fyne.KeyEscape)
	if c.editor != nil || len(b.cards()) != 0 {
		t.Error("the second Esc did not leave the cell")
	}
	cols := newColumns(builtin(t, "wastes"), b.desk)
	b.show(cols, room)
	b.line("one")
	b.key(fyne.KeyUp, fyne.KeyF2)
	cols.editor.entry.SetText(long)
	b.key(fyne.KeyReturn, fyne.KeyEscape)
	if cols.editor == nil || cols.editor.entry.Text() != long {
		t.Fatal("the first Esc threw the refused words of a card away")
	}
	b.key(fyne.KeyEscape)
	if cols.editor != nil || b.texts("transport")[0] != "one" {
		t.Error("the second Esc did not leave the card")
	}
}

func TestOneChangeTouchesOneCard(t *testing.T) {
	b, c := wastes(t)
	b.line("one")
	b.line("two")
	other := c.cols[0].cards[0]
	b.do(func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, c.cols[0].cards[1].card.ID)
		card.Set("text", "deux")
		return err
	})
	if c.cols[0].cards[0] != other || c.cols[0].cards[1].text.Text != "deux" {
		t.Error("the column was built anew or the card was not shown")
	}
	c.Hidden()
	b.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Card{Canvas: "wastes", Column: "transport", Cells: map[string]any{"text": "unseen"}})
		return nil
	})
	if len(c.cols[0].cards) != 2 {
		t.Error("a hidden canvas listens")
	}
	c.Shown()
	if len(c.cols[0].cards) != 3 {
		t.Error("what happened meanwhile is missing")
	}
}

func TestEightColumnsMakeTwoRows(t *testing.T) {
	newBench(t)
	for width, want := range map[float32]int{744: 4, 1176: 8, 1640: 8, 480: 3} {
		if got := perRow(8, width); got != want {
			t.Errorf("%v wide: %d columns, want %d", width, got, want)
		}
	}
}

func TestReadOnlySessionSaysSo(t *testing.T) {
	b := newBench(t)
	b.desk.Session = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{}, nil)
	c := newColumns(builtin(t, "wastes"), b.desk)
	b.show(c, room)
	b.line("one")
	if len(b.failed) != 1 || !errors.Is(b.failed[0], workshop.ErrReadOnly) || c.cols[0].entry.Text() != "one" {
		t.Errorf("failed %v", b.failed)
	}
}
