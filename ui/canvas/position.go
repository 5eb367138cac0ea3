package canvas

import (
	"slices"

	"nemawashi.app/workshop"
)

// maxPosition is the limit that the record sets.
const maxPosition = 1_000_000

// position puts a card at a place of a column, counted without the card itself; -1 is the end. Only the card changes while there is room
// between its neighbors; otherwise the whole column is spaced out again.
func (c *cardRows) position(e *workshop.Edit, id workshop.ID, column string, at int) error {
	card, err := workshop.Modify[workshop.Card](e, id)
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(c.cards(e.Workshop()), func(o *workshop.Card) bool { return o.Column != column || o.ID == id })
	if at < 0 || at > len(others) {
		at = len(others)
	}
	card.Column = column
	before, after := 0, maxPosition+1
	if at > 0 {
		before = others[at-1].Position
	}
	if at < len(others) {
		after = others[at].Position
		card.Position = before + (after-before)/2
	} else {
		card.Position = before + positionGap
	}
	if card.Position > before && card.Position < after {
		return nil
	}
	return c.spread(e, others, card, at)
}

// spread gives every card of a column a new position, evenly.
func (c *cardRows) spread(e *workshop.Edit, others []*workshop.Card, card *workshop.Card, at int) error {
	gap := min(positionGap, maxPosition/(len(others)+2))
	card.Position = (at + 1) * gap
	for i, o := range others {
		m, err := workshop.Modify[workshop.Card](e, o.ID)
		if err != nil {
			return err
		}
		if i >= at {
			i++
		}
		m.Position = (i + 1) * gap
	}
	return nil
}
