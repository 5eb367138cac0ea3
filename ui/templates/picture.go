package templates

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// picture is the canvas in hand as it will be in the room, with a few examples
// on it. One may try it: what is typed there belongs to no workshop and is gone
// with the picture.
type picture struct {
	panel   *widgets.Panel
	body    *fyne.Container
	now     func() time.Time
	canvas  canvas.Canvas
	visible bool
}

func newPicture(def template.Canvas, now func() time.Time) *picture {
	p := &picture{body: widgets.Over(), now: now}
	head := widgets.HStack(theme.Gap, widgets.NewLabel("As it will be in the room", theme.CaptionHd).In(theme.Text2), widgets.Caption("Try it: nothing typed here is kept"), widgets.Spacer())
	p.panel = widgets.NewPanel(widgets.VStack(theme.Gap, head, widgets.Grow(p.body)), widgets.PanelStyle{Fill: theme.Bg, LineLeft: true, LineTop: true, PadX: theme.PadPage, PadY: 12})
	p.set(def)
	return p
}

// nowhere is a journal that keeps nothing.
type nowhere struct{ seq int64 }

// Next implements [workshop.Journal].
func (j *nowhere) Next() int64 { j.seq++; return j.seq }

// Write implements [workshop.Journal].
func (*nowhere) Write(workshop.Batch) {}

// set shows the canvas as it is defined now.
func (p *picture) set(def template.Canvas) {
	was := p.visible
	p.hidden()
	n := 0
	session := workshop.NewSession(workshop.NewWorkshop("picture"), workshop.Host{
		Clock: workshop.NewClock(p.now, "picture", workshop.Stamp{}), Author: "picture",
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("picture-%06d", n)) }}, &nowhere{})
	// An example that the definition cannot take yet is left out: the form says why.
	_ = session.Do("Examples", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Picture"})
		return nil
	})
	for _, c := range examples(def, workshop.DateOf(p.now())) {
		_ = session.Do("Examples", func(e *workshop.Edit) error { e.Add(c); return nil })
	}
	p.canvas = canvas.New(def.Clone(), &canvas.Desk{Session: session, Now: p.now})
	content := widgets.PadSides(p.canvas, 2, 12, 16, 2)
	if p.canvas.Fixed() {
		content = container.New(&tall{p.body}, p.canvas)
	}
	p.body.Objects = []fyne.CanvasObject{widgets.NewScroll(content)}
	if was {
		p.shown()
	}
	p.body.Refresh()
}

// tall fills the room, and scrolls where there is too little to see a canvas in.
type tall struct{ room fyne.CanvasObject }

// MinSize is Fyne's.
func (t *tall) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(t.room.Size().Height, theme.Scaled(320)))
}

// Layout is Fyne's.
func (t *tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (p *picture) shown() {
	if !p.visible {
		p.visible = true
		p.canvas.Shown()
	}
}

func (p *picture) hidden() {
	if p.visible {
		p.visible = false
		p.canvas.Hidden()
	}
}

// examples are the cards of a picture: one, or two where two show more.
func examples(def template.Canvas, today workshop.Date) []*workshop.Card {
	card := func(i int) *workshop.Card {
		c := &workshop.Card{Base: workshop.Base{ID: workshop.ID(fmt.Sprintf("picture-card-%d", i))}, Canvas: def.ID, Position: 1000 * (i + 1)}
		for _, cell := range def.Cells {
			c.Set(cell.ID, example(cell, i, today))
		}
		return c
	}
	cards := []*workshop.Card{card(0)}
	switch def.Shape {
	case template.ShapeForm:
		return cards
	case template.ShapeColumns:
		if len(def.Columns) > 0 {
			cards[0].Column = def.Columns[0].ID
		}
		if len(def.Columns) > 1 {
			cards = append(cards, card(1))
			cards[1].Column = def.Columns[1].ID
		}
		return cards
	case template.ShapeTree:
		cards = append(cards, card(1))
		cards[1].Parent = cards[0].ID
		if len(def.Columns) > 0 {
			cards[0].Column, cards[1].Column = def.Columns[0].ID, def.Columns[0].ID
		}
		return cards
	}
	return append(cards, card(1))
}

// example is a value that a cell of this type may have.
func example(cell template.Cell, i int, today workshop.Date) any {
	switch cell.Type {
	case template.TypeText:
		return []string{"An example", "Another example"}[i%2]
	case template.TypeNote:
		return "A few sentences that somebody wrote down."
	case template.TypeInt:
		if n := 10 * (i + 1); (cell.Min != 0 || cell.Max != 0) && (n < cell.Min || n > cell.Max) {
			return float64(cell.Min + (cell.Max-cell.Min)*(1+2*i)/4)
		}
		return float64(10 * (i + 1))
	case template.TypeMoney:
		return float64(120000 * (i + 1))
	case template.TypeDate:
		return string(today.AddDays(7 * (i + 1)))
	case template.TypeChoice:
		if len(cell.Choices) > 0 {
			return cell.Choices[i%len(cell.Choices)].ID
		}
	case template.TypeBool:
		return i == 0
	}
	return nil
}
