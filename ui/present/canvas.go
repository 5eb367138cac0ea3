package present

import (
	"cmp"
	"slices"
	"strings"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// drawCanvas draws the canvas in front in its shape, and returns what it comes to: "16 findings, 3 h 09 lost".
func (w *Show) drawCanvas(s *sheet) string {
	c := w.place.Canvas
	cards := w.cards()
	switch {
	case c.Shape == template.ShapeField, c.Shape == template.ShapeTree, len(cards) > 0 && sketch.Opposed(w.canvas()):
		w.drawPicture(s, cards)
	case c.Shape == template.ShapeColumns:
		w.drawColumns(s, cards)
	case c.Shape == template.ShapeForm:
		w.drawForm(s, cards)
	default:
		w.drawTable(s, cards)
	}
	return w.sums(cards)
}

// cards are those of the canvas that the room has in front, in order: of the group, or of all together. A form has its copies apart.
func (w *Show) cards() []*workshop.Card {
	var out []*workshop.Card
	for _, c := range w.view.Cards {
		if c.Canvas == w.place.Canvas.ID && (c.Group == w.place.Group || w.place.Group == "" && w.place.Canvas.Shape != template.ShapeForm) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *workshop.Card) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// groupOf names the group that wrote a card, where the cards of all groups are on the wall.
func (w *Show) groupOf(c *workshop.Card) string {
	if g := find(w.view.Groups, c.Group); g != nil && w.place.Group == "" {
		return g.Title
	}
	return ""
}

// cells are those of the canvas that can be shown here at all.
func (w *Show) cells() []*template.Cell {
	var out []*template.Cell
	for i := range w.place.Canvas.Cells {
		if cell := &w.place.Canvas.Cells[i]; !cell.Confidential {
			out = append(out, cell)
		}
	}
	return out
}

// value is a cell as it is read.
func (w *Show) value(cell *template.Cell, card *workshop.Card) string {
	text := card.Text(cell.ID)
	if d := w.place.Draft; d != nil && d.Card != nil && card.ID == d.ID && d.Field == "cells."+cell.ID && !cell.Confidential {
		return strings.TrimSpace(text + " …") // more of it is to come
	}
	switch {
	case text == "" || cell.Confidential:
		return ""
	case cell.Type == template.TypeBool:
		if card.Cells[cell.ID] == true {
			return "Yes"
		}
		return "No"
	case cell.Type == template.TypeChoice:
		return cell.ChoiceTitle(text)
	case cell.Type == template.TypeDate:
		return canvas.ShowDate(workshop.Date(text), workshop.DateOf(w.config.Now()))
	case cell.Type == template.TypePerson:
		return w.view.Name(workshop.ID(text))
	}
	if n, ok := card.Number(cell.ID); ok && (cell.Type == template.TypeInt || cell.Type == template.TypeMoney) {
		return w.amount(cell, n)
	}
	return text
}

// amount writes a number of a cell, or a sum of them.
func (w *Show) amount(cell *template.Cell, n float64) string {
	switch {
	case cell.Type == template.TypeMoney:
		return amount.Money(int64(n), w.view.Charter.Currency)
	case cell.Unit == "min":
		return canvas.Duration(int(n))
	}
	return strings.TrimSpace(amount.Number(n) + " " + cell.Unit)
}

// summed is the cell that the canvas adds up, nil for none.
func (w *Show) summed() *template.Cell {
	for _, cell := range w.cells() {
		if cell.Sum && (cell.Type == template.TypeInt || cell.Type == template.TypeMoney) {
			return cell
		}
	}
	return nil
}

func total(cell *template.Cell, cards []*workshop.Card) float64 {
	sum := 0.0
	for _, c := range cards {
		n, _ := c.Number(cell.ID)
		sum += n
	}
	return sum
}

// sums are how many cards there are and what they add up to.
func (w *Show) sums(cards []*workshop.Card) string {
	if w.place.Canvas.Shape == template.ShapeForm {
		return ""
	}
	words := canvas.Counted(*w.place.Canvas, len(cards))
	// The forces of a force field are two sums, drawn with it.
	if cell := w.summed(); cell != nil && total(cell, cards) != 0 && !sketch.Opposed(w.canvas()) {
		words += ", " + w.amount(cell, total(cell, cards)) + " " + lower(cell.Title)
	}
	return words
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
