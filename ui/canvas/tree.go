package canvas

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// tree is the canvas of causes that hang from each other: a tree, or, where the template has bones, a fishbone. The line in the entry goes
// below the selected card's parent; Tab takes it one deeper, Shift+Tab one up, and Enter stays, so that the next one is a sibling.
type tree struct {
	tall
	laid   figure.Tree
	fish   figure.Fishbone
	bone   int  // of a fishbone: where the next line goes while no card is selected
	deeper bool // the next line hangs from the selected card instead of standing beside it
}

func newTree(def template.Canvas, desk *Desk) *tree {
	t := &tree{}
	t.begin(def, desk, t)
	t.surface.at = t.under
	t.surface.drop = t.drop
	t.entry.OnTab = t.deepen
	t.entry.OnShiftTab = t.raise
	t.ExtendBaseWidget(t)
	return t
}

func (t *tree) bones() []template.Column { return t.rows.def.Columns }

// screenful is about the height of what one sees at once, for its width. A fishbone that is higher gives crowded bones more room.
const screenful = 0.7

// draw lays the picture out at this width; the height follows.
func (t *tree) draw(size fyne.Size) {
	s := t.source()
	frame := drawing.Frame(size.Width-barWide, 0, theme.Scaled(13))
	var fig figure.Figure
	if len(t.bones()) > 0 {
		var bones []figure.Bone
		bones, t.cards = s.Bones()
		frame.H = frame.W * screenful
		t.fish = figure.LayFishbone(s.Head(), bones, s.Words.Causes, frame)
		fig = t.fish.Figure()
	} else {
		var causes []figure.Cause
		causes, t.cards = s.Causes()
		t.laid = figure.LayTree(causes, s.Words.Causes, frame)
		fig = t.laid.Figure()
	}
	if len(t.cards) == 0 && len(t.bones()) == 0 {
		fig = t.beginning(float64(size.Width))
	}
	t.set(fig)
}

// beginning is what an empty tree says: what to do first.
func (t *tree) beginning(width float64) figure.Figure {
	text := float64(theme.Scaled(13))
	line := func(row float64, words string, bold bool, ink figure.Color) figure.Text {
		return figure.Text{X: width / 2, Y: text * row, Size: text, Text: words, Bold: bold, Color: ink, Anchor: figure.Middle, Max: width}
	}
	return figure.Figure{W: width, H: text * 9, Alt: "No causes yet", Shapes: []figure.Shape{line(4, "No causes yet", true, figure.Ink2),
		line(6, "Write the problem below and press Enter", false, figure.Ink3), line(7.6, "Tab takes the next line one why deeper", false, figure.Ink3)}}
}

func (t *tree) boxes() []figure.Box {
	if len(t.bones()) > 0 {
		return t.fish.Boxes
	}
	return t.laid.Boxes
}

func (t *tree) box(i int) figure.Box {
	if b := t.boxes(); i < len(b) {
		return b[i]
	}
	return figure.Box{}
}

func (t *tree) under(at fyne.Position) int {
	if len(t.bones()) > 0 {
		return t.fish.At(float64(at.X), float64(at.Y))
	}
	return t.laid.At(float64(at.X), float64(at.Y))
}

// chosen brings a card into sight; the next line is its sibling.
func (t *tree) chosen() {
	t.deeper = false
	i := t.index(t.selected)
	if i < 0 {
		return
	}
	if len(t.bones()) > 0 {
		t.bone = sketch.BoneOf(&t.rows.def, t.cards)[t.selected]
	}
	t.reveal(t.box(i))
}

// parent is what the next line hangs from, nil for nothing.
func (t *tree) parent() *workshop.Card {
	c := t.card(t.selected)
	if c == nil || t.deeper {
		return c
	}
	return t.card(c.Parent)
}

// about says where the next line goes.
func (t *tree) about() string {
	p := t.parent()
	switch {
	case p != nil:
		return "Why? Goes below: " + clip(t.words(p))
	case len(t.bones()) > 0:
		b := t.bones()[t.bone]
		return b.Title + ": " + b.Hint
	}
	return "The problem, as a fact that can be seen"
}

// add hangs a new card where the line goes: right behind the selected one, or last of its answers.
func (t *tree) add(e *workshop.Edit, card *workshop.Card) error {
	t.stand(card)
	at := -1
	if c := t.card(t.selected); c != nil && !t.deeper {
		at = t.place(e, card.Column, c.ID, card.ID) + 1
	}
	return t.rows.position(e, card.ID, card.Column, at)
}

func (t *tree) stand(card *workshop.Card) {
	if len(t.bones()) > 0 {
		card.Column = t.bones()[t.bone].ID
	}
	if p := t.parent(); p != nil {
		card.Parent = p.ID
	}
	if c := t.card(t.selected); c != nil && !t.deeper {
		card.Position = c.Position
	}
}

// place is where a card stands among all of its column but one.
func (t *tree) place(e *workshop.Edit, column string, id, but workshop.ID) int {
	list := slices.DeleteFunc(t.rows.cards(e.Workshop()), func(c *workshop.Card) bool { return c.Column != column || c.ID == but })
	return slices.IndexFunc(list, func(c *workshop.Card) bool { return c.ID == id })
}

// deepen takes the next line one deeper; where no card is selected, to the next bone.
func (t *tree) deepen() {
	switch c := t.card(t.selected); {
	case c != nil:
		t.deeper = true
	case len(t.bones()) > 0:
		t.Go((t.bone+1)%len(t.bones()) + 1)
	}
	t.tell()
}

// raise takes it one up.
func (t *tree) raise() {
	c := t.card(t.selected)
	switch {
	case c != nil && t.deeper:
		t.deeper = false
	case c != nil && t.card(c.Parent) != nil:
		t.choose(c.Parent)
	case len(t.bones()) > 0:
		t.Go((t.bone+len(t.bones())-1)%len(t.bones()) + 1)
	}
	t.tell()
}

// Go goes to a bone.
func (t *tree) Go(number int) bool {
	if number < 1 || number > len(t.bones()) {
		return false
	}
	t.choose("")
	t.bone = number - 1
	t.tell()
	t.entry.Focus()
	return true
}

func (t *tree) Totals() []string {
	out := []string{plural(len(t.cards), "cause")}
	f, ok := t.asked()
	if !ok {
		return out
	}
	verified := 0
	for _, c := range t.cards {
		if sketch.VerdictOf(c, f.ID) == figure.Verified {
			verified++
		}
	}
	return append(out, fmt.Sprintf("%d verified", verified))
}

// asked is the field that says whether a cause is verified.
func (t *tree) asked() (Field, bool) {
	return firstOf(t.rows.fields, func(f Field) bool { return f.Judged })
}

func (t *tree) Hints() []widgets.Hint {
	hints := []widgets.Hint{{Keys: "Enter", Label: "add a sibling"}, {Keys: "Tab", Label: "one deeper"}}
	if len(t.bones()) > 0 {
		hints = append(hints, widgets.Hint{Keys: "Ctrl+1", To: widgets.Keys(fmt.Sprint(len(t.bones()))), Label: "go to bone"})
	}
	hints = append(hints, widgets.Hint{Keys: "Alt+Left"}, widgets.Hint{Keys: "Alt+Right", Label: "higher, deeper"})
	if _, ok := t.asked(); ok {
		hints = append(hints, widgets.Hint{Keys: verdictKey, Label: "verified, not so"})
	}
	return append(hints, widgets.Hint{Keys: "F2", Label: "edit"}, widgets.Hint{Keys: "Ctrl+Enter", Label: "action"}, widgets.Hint{Keys: "Ctrl+Z", Label: "undo"})
}
