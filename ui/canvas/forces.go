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

// forces is the canvas of a force field: arrows that push against each other from both sides, as long as the forces are strong, with the
// total of each side. The line in the entry goes to the side that the keyboard is on; Tab goes to the other one.
type forces struct {
	tall
	laid     figure.Forces
	strength Field
	side     int
}

func newForces(def template.Canvas, desk *Desk) *forces {
	f := &forces{}
	f.begin(def, desk, f)
	f.strength, _ = firstOf(f.rows.fields, func(x Field) bool { return x.ID == sketch.Score(&def).ID })
	f.surface.at = func(at fyne.Position) int { return f.laid.At(float64(at.X), float64(at.Y)) }
	f.surface.drop = f.drop
	f.surface.ground = func(at fyne.Position) { f.to(f.half(at)) }
	f.entry.OnTab = func() { f.to(1 - f.side) }
	f.entry.OnShiftTab = f.entry.OnTab
	f.ExtendBaseWidget(f)
	return f
}

// draw lays the field out at this width; the height follows.
func (f *forces) draw(size fyne.Size) {
	in, cards := f.source().Forces()
	f.cards = cards
	f.laid = figure.LayForces(in, drawing.Frame(size.Width-barWide, 0, theme.Scaled(13)))
	fig := f.laid.Figure()
	// The side that the next line goes to is underlined.
	text, x := float64(theme.Scaled(13)), 0.0
	if f.side == 1 {
		x = f.laid.W / 2
	}
	fig.Shapes = append(fig.Shapes, figure.Line{X1: x, Y1: f.laid.Rows[1] - text*0.35, X2: x + f.laid.W/2, Y2: f.laid.Rows[1] - text*0.35, Width: 2, Color: figure.Accent})
	f.set(fig)
}

// half is the side that a point is on.
func (f *forces) half(at fyne.Position) int {
	if float64(at.X) < f.laid.W/2 {
		return 0
	}
	return 1
}

func (f *forces) box(i int) figure.Box {
	if i < len(f.laid.Boxes) {
		return f.laid.Boxes[i]
	}
	return figure.Box{}
}

func (f *forces) sideOf(c *workshop.Card) int { return sketch.Side(&f.rows.def, c) }

// on are the cards of a side, in order.
func (f *forces) on(side int) []*workshop.Card {
	return slices.DeleteFunc(slices.Clone(f.cards), func(c *workshop.Card) bool { return f.sideOf(c) != side })
}

func (f *forces) chosen() {
	if i := f.index(f.selected); i >= 0 {
		f.turn(f.sideOf(f.cards[i]))
		f.reveal(f.box(i))
	}
}

// about says where the next line goes.
func (f *forces) about() string {
	col := f.rows.def.Columns[f.side]
	if col.Hint == "" {
		return col.Title
	}
	return col.Title + ": " + col.Hint
}

func (f *forces) stand(card *workshop.Card) { card.Column = f.rows.def.Columns[f.side].ID }

func (f *forces) add(e *workshop.Edit, card *workshop.Card) error {
	return f.rows.position(e, card.ID, f.rows.def.Columns[f.side].ID, -1)
}

// to brings the keyboard to a side. A card that is selected on the other one stays behind.
func (f *forces) to(side int) {
	f.choose("")
	f.turn(side)
	f.entry.Focus()
}

// turn lets the next line go to a side.
func (f *forces) turn(side int) {
	if f.side != side {
		f.side = side
		f.again()
	}
}

// Go goes to a side.
func (f *forces) Go(number int) bool {
	if number < 1 || number > 2 {
		return false
	}
	f.to(number - 1)
	return true
}

// key takes the arrows in the empty entry: Left and Right go to the force at the same height of the other side.
func (f *forces) key(ev *fyne.KeyEvent) bool {
	c := f.card(f.selected)
	if c == nil || ev.Name != fyne.KeyLeft && ev.Name != fyne.KeyRight {
		return false
	}
	to := 0
	if ev.Name == fyne.KeyRight {
		to = 1
	}
	if others := f.on(to); to != f.sideOf(c) && len(others) > 0 {
		f.choose(others[min(f.row(c), len(others)-1)].ID)
	}
	return true
}

// row is the place of a card on its side.
func (f *forces) row(c *workshop.Card) int {
	return slices.IndexFunc(f.on(f.sideOf(c)), func(o *workshop.Card) bool { return o.ID == c.ID })
}

func (f *forces) shortcut(k widgets.Keys) bool {
	c := f.card(f.selected)
	row := f.row(c)
	switch k {
	case "Alt+Left":
		f.move(c, 0, row)
	case "Alt+Right":
		f.move(c, 1, row)
	case "Alt+Up":
		f.move(c, f.sideOf(c), row-1)
	case "Alt+Down":
		f.move(c, f.sideOf(c), row+1)
	default:
		return false
	}
	return true
}

// move puts a card at a place of a side.
func (f *forces) move(c *workshop.Card, side, row int) {
	most := len(f.on(side))
	if side == f.sideOf(c) {
		most-- // counted without the card itself
		if row < 0 || row > most || row == f.row(c) {
			return
		}
	}
	column := f.rows.def.Columns[side]
	if f.desk.do("Move to "+column.Title, func(e *workshop.Edit) error { return f.rows.position(e, c.ID, column.ID, min(row, most)) }) {
		f.watch.Catch()
		f.choose(c.ID)
	}
}

// drop puts a card where it was dropped: on the side, before the force that begins below.
func (f *forces) drop(i int, to fyne.Position) {
	if i >= len(f.cards) || to.Y < 0 || to.X < 0 {
		return
	}
	c, side, row := f.cards[i], f.half(to), 0
	for k, o := range f.cards {
		if b := f.box(k); o.ID != c.ID && f.sideOf(o) == side && b.Y+b.H/2 < float64(to.Y) {
			row++
		}
	}
	f.move(c, side, row)
}

// judge sets the strength of a force.
func (f *forces) judge(id workshop.ID, strength any) {
	if f.desk.do(f.strength.Title, func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, id)
		if err == nil {
			card.Set(f.strength.ID, strength)
		}
		return err
	}) {
		f.watch.Catch()
		f.choose(id)
	}
}

// choices are the strengths and the other side.
func (f *forces) choices(c *workshop.Card) []widgets.Choice {
	out := []widgets.Choice{{Label: f.strength.bare(), Heading: true}}
	for n := max(f.strength.Min, f.strength.Max-9); n <= f.strength.Max; n++ {
		out = append(out, widgets.Choice{Label: fmt.Sprint(n), Icon: "measure", Run: func() { f.judge(c.ID, int(n)) }})
	}
	out = append(out, widgets.Choice{Label: "Not judged yet", Icon: "minus", Run: func() { f.judge(c.ID, nil) }})
	other := f.rows.def.Columns[1-f.sideOf(c)]
	return append(out, widgets.Choice{Label: "Move to", Heading: true},
		widgets.Choice{Label: other.Title, Icon: other.Icon, Run: func() { f.move(c, 1-f.sideOf(c), len(f.cards)) }})
}

// Totals are how many forces there are; what they add up to is in the picture.
func (f *forces) Totals() []string {
	out := []string{plural(len(f.cards), f.rows.One())}
	for _, c := range f.cards {
		if _, scored := c.Number(f.strength.ID); !scored {
			return append(out, "some without "+lower(f.strength.bare()))
		}
	}
	return out
}

func (f *forces) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Enter", Label: "add"}, {Keys: "Tab", Label: "other side"},
		{Bold: "=4", Label: lower(f.strength.bare())}, {Keys: "Alt+Left", Label: "move across"}, {Keys: "F2", Label: "edit"},
		{Keys: "Ctrl+Enter", Label: "action"}, {Keys: "Ctrl+Z", Label: "undo"}}
}
