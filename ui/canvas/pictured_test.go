package canvas

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

func causes(t *testing.T, id string) (*bench, *tree) {
	t.Helper()
	b := newBench(t)
	c := newTree(builtin(t, id), b.desk)
	b.show(c, room)
	return b, c
}

// outline is the tree as indented lines.
func (b *bench) outline() []string {
	var out []string
	for _, x := range workshop.Branches(b.cards()) {
		out = append(out, strings.Repeat("-", x.Depth)+x.Card.Text("text"))
	}
	return out
}

func TestTabGoesDeeperAndEnterAddsASibling(t *testing.T) {
	b, c := causes(t, "five-whys")
	b.line("Line 3 stands")
	b.key(fyne.KeyTab)
	b.line("The first piece waits #verified | Line sheets")
	b.line("The oven is cold")
	b.key(fyne.KeyTab)
	b.line("Nobody tells the assembler")
	b.shiftTab()
	b.line("Tools are fetched")
	same(t, b.outline(), "Line 3 stands", "-The first piece waits", "-The oven is cold", "--Nobody tells the assembler", "-Tools are fetched")
	if card := b.cards()[1]; card.Text("evidence") != "Line sheets" || card.Cells["verified"] != true {
		t.Errorf("cells %v", card.Cells)
	}
	b.press("Alt+Up")
	same(t, b.outline(), "Line 3 stands", "-The first piece waits", "-Tools are fetched", "-The oven is cold", "--Nobody tells the assembler")
	b.press("Alt+Right")
	same(t, b.outline(), "Line 3 stands", "-The first piece waits", "--Tools are fetched", "-The oven is cold", "--Nobody tells the assembler")
	b.press("Alt+Left")
	b.press(verdictKey)
	b.press(verdictKey)
	if card := c.card(c.selected); card.Cells["verified"] != false || card.Text("text") != "Tools are fetched" {
		t.Errorf("verdict on %v", card.Cells)
	}
	if got := c.Totals(); !slices.Equal(got, []string{"5 causes", "1 verified"}) {
		t.Errorf("totals %q", got)
	}
	b.key(fyne.KeyUp, fyne.KeyLeft, fyne.KeyDelete) // the problem goes, its answers stay
	same(t, b.outline(), "The first piece waits", "Tools are fetched", "The oven is cold", "-Nobody tells the assembler")
	if _, err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	c.watch.Catch()
	same(t, b.outline(), "Line 3 stands", "-The first piece waits", "-Tools are fetched", "-The oven is cold", "--Nobody tells the assembler")
}

func TestMarksMayStandBehindTheEvidence(t *testing.T) {
	for line, want := range map[string]any{
		"Nobody prepares #verified | Seen twice": true, "Nobody prepares | Seen twice #verified": true,
		"Nobody prepares #not-so | Seen twice": false, "Nobody prepares | Seen twice #not-verified": false,
		"Nobody prepares | Seen twice": nil, "Nobody prepares | Seen twice #not-so #verified": true,
	} {
		b, c := causes(t, "five-whys")
		b.line(line)
		card := b.cards()[0]
		evidence := strings.TrimSuffix(card.Text("evidence"), " #not-so")
		if card.Text("text") != "Nobody prepares" || evidence != "Seen twice" || card.Cells["verified"] != want {
			t.Errorf("%q is kept as %v", line, card.Cells)
		}
		b.key(fyne.KeyF2, fyne.KeyReturn)
		if again := c.card(card.ID); again.Cells["verified"] != want {
			t.Errorf("%q lost its verdict in the editor", line)
		}
	}
	b, _ := causes(t, "five-whys")
	b.line("Line 3 stands | The #verified sheet says so")
	if got := b.cards()[0]; got.Text("evidence") != "The #verified sheet says so" || got.Cells["verified"] != nil {
		t.Errorf("a word within the evidence was taken out of it: %v", got.Cells)
	}
}

func TestFishboneHasBones(t *testing.T) {
	b, c := causes(t, "fishbone")
	b.line("Two of nine setters know all")
	if !c.Go(3) || c.Go(7) {
		t.Error("bones cannot be reached by number")
	}
	b.line("One torque tool")
	b.key(fyne.KeyTab)
	b.line("Nobody ordered a second")
	b.key(fyne.KeyEscape, fyne.KeyTab)
	b.line("Seals look alike")
	same(t, b.texts("people"), "Two of nine setters know all")
	same(t, b.texts("machine"), "One torque tool", "Nobody ordered a second")
	same(t, b.texts("material"), "Seals look alike")
	find := func(text string) *workshop.Card {
		i := slices.IndexFunc(c.cards, func(card *workshop.Card) bool { return card.Text("text") == text })
		return c.cards[i]
	}
	drop := func(text string, x, y float64) {
		c.drop(c.index(find(text).ID), fyne.NewPos(float32(x)+5, float32(y)+5))
	}
	drop("One torque tool", c.fish.Titles[1].X, c.fish.Titles[1].Y)
	if card := find("One torque tool"); card.Column != "method" || find("Nobody ordered a second").Parent != card.ID {
		t.Errorf("after the drag %+v", card)
	}
	below := c.box(c.index(find("Nobody ordered a second").ID))
	drop("One torque tool", below.X, below.Y)
	if find("One torque tool").Parent != "" {
		t.Error("a cause hangs from what hangs from it")
	}
	seals := c.box(c.index(find("Seals look alike").ID))
	drop("One torque tool", seals.X, seals.Y)
	if card := find("One torque tool"); card.Parent != find("Seals look alike").ID || card.Column != "material" {
		t.Errorf("dropped on a cause: %+v", card)
	}
}

// TestNoCardOfALongAxisIsOutOfReach places cards on an axis of twenty values, many of them on one.
func TestNoCardOfALongAxisIsOutOfReach(t *testing.T) {
	b := newBench(t)
	def := builtin(t, "pick")
	def.Axes = slices.Clone(def.Axes)
	def.Axes[0].Max = 20
	def.Cells = slices.Clone(def.Cells)
	for i := range def.Cells {
		if def.Cells[i].ID == def.Axes[0].Cell {
			def.Cells[i].Max = 20
		}
	}
	c := newPlane(def, b.desk)
	b.show(c, room)
	for i := range 20 {
		b.line(fmt.Sprintf("idea %d =%d =3", i+1, i+1))
	}
	places := map[float64]bool{}
	for i := range c.cards {
		places[c.box(i).X] = true
	}
	if len(places) != 20 {
		t.Errorf("20 values have %d places", len(places))
	}
	for range 12 {
		b.line("one of many =1 =1")
	}
	if len(c.laid.More) == 0 {
		t.Fatal("all have room")
	}
	heap := c.laid.More[0]
	c.surface.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(heap.X+heap.W/2)+rim, float32(heap.Y+heap.H/2)+rim)})
	b.key(fyne.KeyDown, fyne.KeyReturn) // the second of the list
	if c.selected != c.cards[heap.Cards[1]].ID && c.selected != c.cards[heap.Cards[0]].ID {
		t.Errorf("%s is selected, behind the sign are %v", c.selected, heap.Cards)
	}
	for _, i := range heap.Cards {
		c.choose(c.cards[i].ID)
		if c.box(i).W <= 0 || !strings.Contains(c.told.Text, fmt.Sprint(i+1)) {
			t.Errorf("card %d cannot be found: %q", i+1, c.told.Text)
		}
	}
}

func TestCardsArePlacedByKeysAndByDragging(t *testing.T) {
	b := newBench(t)
	c := newPlane(builtin(t, "pick"), b.desk)
	b.show(c, room)
	wants := func(i, effort, impact int, verdict string) {
		t.Helper()
		card := b.cards()[i]
		x, _ := card.Number("effort")
		y, _ := card.Number("impact")
		if int(x) != effort || int(y) != impact || card.Text("verdict") != verdict {
			t.Errorf("%s stands at %v, %v as %q; want %d, %d as %q", card.Text("text"), x, y, card.Text("verdict"), effort, impact, verdict)
		}
	}
	b.line("Preheat the oven =1 =5")
	wants(0, 1, 5, "implement")
	b.line("Second crane")
	if got := c.Totals(); !slices.Equal(got, []string{"2 ideas", "1 not placed yet"}) {
		t.Errorf("totals %q", got)
	}
	b.key(fyne.KeyTab, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	wants(1, 5, 1, "kill")
	b.key(fyne.KeyUp)
	b.key(fyne.KeyTab)
	if c.selected != b.cards()[0].ID {
		t.Error("Tab does not go on to the next card")
	}
	b.key(fyne.KeyEscape)
	b.press("Alt+Right")
	wants(0, 2, 5, "implement")
	if !c.Go(2) {
		t.Error("there is no second quadrant")
	}
	wants(0, 4, 4, "challenge")
	spot := c.laid.Spots[0]
	i := c.under(fyne.NewPos(float32(spot.X)+4, float32(spot.Y)+4))
	c.drop(i, fyne.NewPos(float32(c.laid.Plot.X)+4, float32(c.laid.Plot.Y+c.laid.Plot.H)-4))
	if card := c.card(c.cards[i].ID); card.Text("verdict") != "possible" {
		t.Errorf("dropped into the corner: %v", card.Cells)
	}
	b.press("Ctrl+Enter")
	if a := b.actions(); len(a) != 1 || a[0].Source != c.selected {
		t.Errorf("actions %+v", a)
	}
	b.key(fyne.KeyF2)
	if c.editor == nil {
		t.Fatal("F2 opens nothing")
	}
	c.editor.entry.SetText("Another crane =3 =3")
	b.key(fyne.KeyReturn)
	if got := c.card(c.selected).Text("text"); got != "Another crane" {
		t.Errorf("edited to %q", got)
	}
}
