package sketch

import (
	"cmp"
	"slices"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/template"
)

// Opposed says that a canvas is a force field: two columns of cards with a bounded score that is added up.
func Opposed(c *template.Canvas) bool {
	return c.Shape == template.ShapeColumns && len(c.Columns) == 2 && Score(c) != nil
}

// Score is the strength of a force, nil where cards have none.
func Score(c *template.Canvas) *template.Cell {
	i := slices.IndexFunc(c.Cells, func(cell template.Cell) bool {
		return cell.Type == template.TypeInt && cell.Sum && cell.Unit == "" && cell.Max > 0 && cell.Min >= 0
	})
	if i < 0 {
		return nil
	}
	return &c.Cells[i]
}

// Side is the side of a force field that a card is on, 0 or 1. A card of a column that the template does not have is on the first.
func Side(canvas *template.Canvas, c *workshop.Card) int {
	if c.Column == canvas.Columns[1].ID {
		return 1
	}
	return 0
}

// Forces are the two sides of a force field, and their cards in the order of the figure's boxes.
func (s Source) Forces() (figure.ForcesInput, []*workshop.Card) {
	strength := Score(s.Canvas)
	in := figure.ForcesInput{Most: float64(strength.Max), Alt: s.Words.Forces}
	var sides [2][]figure.Force
	var cards [2][]*workshop.Card
	for i, col := range s.Canvas.Columns {
		in.Titles[i], in.Hints[i] = col.Title, col.Hint
	}
	sorted := slices.Clone(s.Cards)
	slices.SortStableFunc(sorted, func(a, b *workshop.Card) int { return cmp.Compare(a.Position, b.Position) })
	for _, c := range sorted {
		side := Side(s.Canvas, c)
		force := figure.Force{Text: s.text(c)}
		force.Score, force.Scored = c.Number(strength.ID)
		var notes []string
		for i := range s.Canvas.Cells[1:] {
			cell := &s.Canvas.Cells[i+1]
			if v := s.value(cell, c); v != "" && cell.ID != strength.ID {
				notes = append(notes, cell.Title+": "+v)
			}
		}
		force.Note = s.about(c, strings.Join(notes, " · "))
		sides[side], cards[side] = append(sides[side], force), append(cards[side], c)
	}
	in.Left, in.Right = sides[0], sides[1]
	return in, slices.Concat(cards[0], cards[1])
}
