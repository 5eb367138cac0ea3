package canvas

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// plane is the canvas of cards on two axes. Cards are placed by dragging or with the arrow keys; those that nobody has placed yet wait in
// a row below the field, by their numbers.
type plane struct {
	pictured
	laid figure.Plane
	tray []figure.Box // of the cards without a place, by their index
}

func newPlane(def template.Canvas, desk *Desk) *plane {
	p := &plane{}
	p.surface = newSurface()
	p.begin(def, desk, p, p.surface)
	p.surface.at = func(at fyne.Position) int { return p.under(at) }
	p.surface.tap = p.touch
	p.surface.drop = p.drop
	p.surface.key = p.keyOnField
	p.entry.OnTab = p.toField
	p.ExtendBaseWidget(p)
	return p
}

// draw lays the field out, and the row of those that wait below it.
func (p *plane) draw(size fyne.Size) {
	s := p.source()
	p.cards = s.Cards
	in := s.Plane()
	text := theme.Scaled(13)
	row := 0.0
	if p.waiting(in) > 0 {
		row = float64(text) * 2.4
	}
	p.laid = figure.LayPlane(in, drawing.Frame(size.Width, max(1, size.Height-float32(row)), text))
	fig := p.laid.Figure()
	fig.H = float64(size.Height)
	p.tray = figure.Tray(&fig, in.Cards, fmt.Sprintf("Not placed yet (%d):", p.waiting(in)), float64(size.Height)-row, drawing.Frame(size.Width, size.Height, text))
	p.surface.picture.Set(fig)
}

// touch selects the card that was tapped. The sign that says how many more there are lists them: none of them is out of reach.
func (p *plane) touch(card int, again bool) {
	if card < 0 {
		p.tapped(card, again)
		return
	}
	b := p.box(card)
	heap := p.laid.HeapAt(b.X+b.W/2, b.Y+b.H/2)
	if !slices.Contains(heap, card) {
		p.tapped(card, again)
		return
	}
	p.choose(p.cards[heap[0]].ID) // the menu opens beside it
	var choices []widgets.Choice
	for _, i := range heap {
		choices = append(choices, widgets.Choice{Label: fmt.Sprintf("%d  %s", i+1, clip(p.words(p.cards[i]))), Run: func() {
			p.choose(p.cards[i].ID)
			p.entry.Focus()
		}})
	}
	widgets.ShowMenu(p.surface.frame, choices)
}

func (p *plane) waiting(in figure.PlaneInput) int {
	n := 0
	for _, c := range in.Cards {
		if !c.Placed {
			n++
		}
	}
	return n
}

func (p *plane) box(i int) figure.Box {
	if b, ok := p.laid.BoxOf(i); ok {
		return b
	}
	return p.tray[i]
}

func (p *plane) under(at fyne.Position) int {
	if i := p.laid.At(float64(at.X), float64(at.Y)); i >= 0 {
		return i
	}
	for i, b := range p.tray {
		if b.W > 0 && float64(at.X) >= b.X && float64(at.X) <= b.X+b.W && float64(at.Y) >= b.Y && float64(at.Y) <= b.Y+b.H {
			return i
		}
	}
	return -1
}

func (p *plane) add(e *workshop.Edit, card *workshop.Card) error {
	p.follow(card, -1)
	return p.rows.position(e, card.ID, "", -1)
}

func (p *plane) stand(*workshop.Card) {}

func (p *plane) chosen() {}

// about is the selected card in full.
func (p *plane) about() string {
	i := p.index(p.selected)
	if i < 0 {
		return ""
	}
	c := p.cards[i]
	parts := []string{fmt.Sprintf("%d  %s", i+1, p.words(c))}
	for _, f := range p.rows.fields[1:] {
		if v := p.rows.Value(c, f.ID); v != nil {
			parts = append(parts, f.bare()+" "+p.desk.show(f, v))
		}
	}
	if c.Action != "" {
		parts = append(parts, p.desk.actionLabel(c.Action))
	}
	return strings.Join(parts, "  ·  ")
}

// values are where a card stands; false while it has no place.
func (p *plane) values(c *workshop.Card) (across, up int, ok bool) {
	x, okX := c.Number(p.rows.def.Axes[0].Cell)
	y, okY := c.Number(p.rows.def.Axes[1].Cell)
	return int(x), int(y), okX && okY
}

// place moves a card to these values. The choice that follows the quadrants follows when the card comes into another one.
func (p *plane) place(id workshop.ID, across, up int) {
	a := p.rows.def.Axes
	across, up = min(max(across, a[0].Min), a[0].Max), min(max(up, a[1].Min), a[1].Max)
	err := p.desk.Session.Type("Place "+p.rows.One(), func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, id)
		if err != nil {
			return err
		}
		before := -1
		if x, y, ok := p.values(card); ok {
			before = p.rows.def.Quadrant(float64(x), float64(y))
		}
		card.Set(a[0].Cell, across)
		card.Set(a[1].Cell, up)
		p.follow(card, before)
		return nil
	})
	if p.desk.told(err) {
		p.watch.Catch()
		p.choose(id)
	}
}

// follow sets the choice of a card that has come into another quadrant than before. What was typed with a new card stays.
func (p *plane) follow(card *workshop.Card, before int) {
	x, y, ok := p.values(card)
	if !ok || len(p.rows.def.Quadrants) == 0 {
		return
	}
	now := p.rows.def.Quadrant(float64(x), float64(y))
	for i := range p.rows.def.Cells {
		cell := &p.rows.def.Cells[i]
		if sketch.Follows(&p.rows.def, cell) && now != before && (before >= 0 || card.Cells[cell.ID] == nil) {
			card.Set(cell.ID, p.rows.def.Quadrants[now].ID)
		}
	}
}

// shift moves the selected card by so many steps; one without a place comes to the middle.
func (p *plane) shift(across, up int) bool {
	c := p.card(p.selected)
	if c == nil {
		return false
	}
	x, y, ok := p.values(c)
	if !ok {
		a := p.rows.def.Axes
		x, y = (a[0].Min+a[0].Max)/2, (a[1].Min+a[1].Max)/2
	}
	p.place(c.ID, x+across, y+up)
	return true
}

func (p *plane) drop(i int, to fyne.Position) {
	across, up, ok := p.laid.Values(float64(to.X), float64(to.Y))
	if i < len(p.cards) && ok {
		p.place(p.cards[i].ID, across, up)
	}
}

// Go puts the selected card into the middle of a quadrant.
func (p *plane) Go(number int) bool {
	c := p.card(p.selected)
	if c == nil || number < 1 || number > len(p.rows.def.Quadrants) {
		return false
	}
	middle := func(a template.Axis, lower, stays bool) int {
		half := float64(a.Min+a.Max) / 2
		low, high := float64(a.Min), half
		if !stays {
			high = math.Ceil(half) - 1
		}
		if !lower {
			low, high = math.Floor(half)+1, float64(a.Max)
			if stays {
				low = half
			}
			return int(math.Floor((low + high) / 2))
		}
		return int(math.Ceil((low + high) / 2))
	}
	a := p.rows.def.Axes
	p.place(c.ID, middle(a[0], number%2 == 1, number%2 == 1), middle(a[1], number > 2, number <= 2))
	return true
}

func (p *plane) Totals() []string {
	out := []string{plural(len(p.cards), p.rows.One())}
	waiting := 0
	for _, c := range p.cards {
		if _, _, ok := p.values(c); !ok {
			waiting++
		}
	}
	if waiting > 0 {
		out = append(out, fmt.Sprintf("%d not placed yet", waiting))
	}
	return out
}

func (p *plane) Hints() []widgets.Hint {
	hints := []widgets.Hint{{Keys: "Enter", Label: "add"}, {Bold: "=2 =5", Label: strings.ToLower(p.rows.def.Axes[0].Title + ", " + p.rows.def.Axes[1].Title)},
		{Keys: "Tab", Label: "to the field: arrows move"}}
	if len(p.rows.def.Quadrants) > 0 {
		hints = append(hints, widgets.Hint{Keys: "Ctrl+1", To: "4", Label: "into a quadrant"})
	}
	return append(hints, widgets.Hint{Keys: "F2", Label: "edit"}, widgets.Hint{Keys: "Ctrl+Enter", Label: "action"}, widgets.Hint{Keys: "Ctrl+Z", Label: "undo"})
}

func (p *plane) choices(c *workshop.Card) []widgets.Choice {
	var out []widgets.Choice
	for i, q := range p.rows.def.Quadrants {
		out = append(out, widgets.Choice{Label: "To " + q.Title, Keys: widgets.Keys(fmt.Sprintf("Ctrl+%d", i+1)), Run: func() { p.Go(i + 1) }})
	}
	return out
}
