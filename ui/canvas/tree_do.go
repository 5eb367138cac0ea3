package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
)

// verdictKey turns the verdict on a cause: verified, not so, not checked.
const verdictKey = widgets.Keys("Ctrl+Shift+Y")

// key takes the arrows in the empty entry: Left goes to what a cause hangs from, Right to what hangs from it.
func (t *tree) key(ev *fyne.KeyEvent) bool {
	c := t.card(t.selected)
	switch {
	case ev.Name == fyne.KeyLeft && c != nil && t.card(c.Parent) != nil:
		t.choose(c.Parent)
	case ev.Name == fyne.KeyRight && c != nil:
		for _, child := range t.cards {
			if child.Parent == c.ID {
				t.choose(child.ID)
				break
			}
		}
	default:
		return false
	}
	return true
}

func (t *tree) shortcut(k widgets.Keys) bool {
	c := t.card(t.selected)
	switch k {
	case verdictKey:
		t.turnVerdict(c)
	case "Alt+Up":
		t.swap(c, -1)
	case "Alt+Down":
		t.swap(c, 1)
	case "Alt+Left":
		if p := t.card(c.Parent); p != nil {
			t.hang(c.ID, p.Parent, p.ID)
		}
	case "Alt+Right":
		if before := t.beside(c, -1); before != nil {
			t.hang(c.ID, before.ID, "")
		}
	default:
		return false
	}
	return true
}

// turnVerdict goes from not checked to verified, to not so, and round.
func (t *tree) turnVerdict(c *workshop.Card) {
	f, ok := t.asked()
	if !ok || c == nil {
		return
	}
	t.judge(c.ID, [...]figure.Verdict{figure.Verified, figure.Refuted, figure.Unchecked}[sketch.VerdictOf(c, f.ID)])
}

func (t *tree) judge(id workshop.ID, v figure.Verdict) {
	f, _ := t.asked()
	if t.desk.do(f.Title, func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, id)
		if err != nil {
			return err
		}
		switch v {
		case figure.Verified:
			card.Set(f.ID, true)
		case figure.Refuted:
			card.Set(f.ID, false)
		default:
			card.Set(f.ID, nil)
		}
		return nil
	}) {
		t.watch.Catch()
		t.choose(id)
	}
}

// beside is the sibling before or after a card, nil for none.
func (t *tree) beside(c *workshop.Card, by int) *workshop.Card {
	var siblings []*workshop.Card
	at := -1
	bone := sketch.BoneOf(&t.rows.def, t.cards)
	for _, o := range t.cards {
		if t.card(o.Parent) == t.card(c.Parent) && bone[o.ID] == bone[c.ID] {
			if o.ID == c.ID {
				at = len(siblings)
			}
			siblings = append(siblings, o)
		}
	}
	if to := at + by; at >= 0 && to >= 0 && to < len(siblings) {
		return siblings[to]
	}
	return nil
}

// swap moves a card before or behind the sibling there.
func (t *tree) swap(c *workshop.Card, by int) {
	other := t.beside(c, by)
	if other == nil {
		return
	}
	if t.desk.do("Move "+t.rows.One(), func(e *workshop.Edit) error {
		at := t.place(e, other.Column, other.ID, c.ID)
		if by > 0 {
			at++
		}
		return t.rows.position(e, c.ID, other.Column, at)
	}) {
		t.watch.Catch()
		t.choose(c.ID)
	}
}

// hang moves a card, with all that hangs from it, below another one ("" for none), behind a card there or at the end.
func (t *tree) hang(id, parent, behind workshop.ID) {
	column := t.card(id).Column
	if p := t.card(parent); p != nil {
		column = p.Column
	}
	t.move(id, parent, behind, column)
}

func (t *tree) move(id, parent, behind workshop.ID, column string) {
	if t.desk.do("Move "+t.rows.One(), func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, id)
		if err != nil {
			return err
		}
		card.Parent = parent
		at := -1
		if behind != "" {
			at = t.place(e, column, behind, id) + 1
		}
		return t.rows.position(e, id, column, at)
	}) {
		t.watch.Catch()
		t.choose(id)
	}
}

// drop hangs a card from the one that it was dropped on, or on the bone. On itself, on what hangs from it, and beside everything nothing
// happens.
func (t *tree) drop(i int, to fyne.Position) {
	if i >= len(t.cards) {
		return
	}
	c := t.cards[i]
	if on := t.under(to); on >= 0 {
		for p := t.cards[on]; p != nil; p = t.card(p.Parent) {
			if p.ID == c.ID {
				return
			}
		}
		if t.cards[on].ID != c.Parent {
			t.hang(c.ID, t.cards[on].ID, "")
		}
		return
	}
	if bone := t.fish.TitleAt(float64(to.X), float64(to.Y)); len(t.bones()) > 0 && bone >= 0 {
		t.move(c.ID, "", "", t.bones()[bone].ID)
	}
}

func (t *tree) choices(c *workshop.Card) []widgets.Choice {
	var out []widgets.Choice
	if f, ok := t.asked(); ok {
		words := figure.EnglishCauses()
		out = append(out, widgets.Choice{Label: f.Title, Heading: true},
			widgets.Choice{Label: words.Verified, Icon: "check", Keys: verdictKey, Run: func() { t.judge(c.ID, figure.Verified) }},
			widgets.Choice{Label: words.Refuted, Icon: "x", Run: func() { t.judge(c.ID, figure.Refuted) }},
			widgets.Choice{Label: words.Unchecked, Icon: "minus", Run: func() { t.judge(c.ID, figure.Unchecked) }})
	}
	for _, f := range t.rows.fields {
		if first, _ := t.asked(); f.Type != "bool" || f.ID == first.ID {
			continue
		}
		out = append(out, widgets.Choice{Label: f.Title, Icon: "flag", Run: func() { t.tick(c, f) }})
	}
	for i, b := range t.bones() {
		if i == 0 {
			out = append(out, widgets.Choice{Label: "Move to", Heading: true})
		}
		out = append(out, widgets.Choice{Label: b.Title, Icon: b.Icon, Run: func() { t.move(c.ID, "", "", b.ID) }})
	}
	return out
}

// tick sets or takes away what else is said of a cause: that it is a root.
func (t *tree) tick(c *workshop.Card, f Field) {
	if t.desk.do(f.Title, func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, c.ID)
		if err != nil {
			return err
		}
		if card.Cells[f.ID] == true {
			card.Set(f.ID, nil)
		} else {
			card.Set(f.ID, true)
		}
		return nil
	}) {
		t.watch.Catch()
	}
}
