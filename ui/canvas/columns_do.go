package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// remove takes a card out; the one that comes to stand in its place is selected.
func (c *columns) remove(id workshop.ID) bool {
	v := c.views[id]
	if v == nil {
		return false
	}
	col := c.cols[c.place(v.card)]
	at := col.index(id)
	if c.discard(v.card) && len(col.cards) > 0 {
		c.choose(col.cards[min(at, len(col.cards)-1)].card.ID)
	}
	return true
}

// edit opens the editor over a card.
func (c *columns) edit(id workshop.ID) bool {
	v := c.views[id]
	if v == nil {
		return false
	}
	c.editor.close(true)
	c.choose(id)
	c.open(c, v.card)
	return true
}

func (c *columns) over(id workshop.ID) (fyne.Position, fyne.Size, bool) {
	v := c.views[id]
	if v == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	return c.absolute(v).Subtract(c.absolute(c)), v.Size(), true
}

func (c *columns) closed(id workshop.ID) {
	c.shut()
	if v := c.views[id]; v != nil {
		c.to(c.place(v.card))
		c.choose(id)
	}
}

// shift moves the selected card by so many columns or so many places.
func (c *columns) shift(across, down int) bool {
	v := c.views[c.selected]
	if v == nil {
		return false
	}
	from := c.place(v.card)
	to := min(max(from+across, 0), len(c.cols)-1)
	at := c.cols[from].index(v.card.ID) + down
	if across != 0 {
		at = min(at, len(c.cols[to].cards))
	}
	if to == from && (down == 0 || at < 0 || at >= len(c.cols[from].cards)) {
		return true
	}
	c.move(v.card.ID, to, at)
	return true
}

// move puts a card at a place of a column; the keyboard goes along.
func (c *columns) move(id workshop.ID, to, at int) {
	column := c.cols[to].def
	if !c.desk.do("Move to "+column.Title, func(e *workshop.Edit) error { return c.rows.position(e, id, column.ID, at) }) {
		return
	}
	c.watch.Catch()
	c.to(to)
	c.choose(id)
}

// menu shows what can be done with a card.
func (c *columns) menu(v *cardView) {
	choices := c.offers(c, v.card, v)
	choices = append(choices, widgets.Choice{Label: "Move to", Heading: true})
	for i, col := range c.cols {
		if i != c.place(v.card) {
			choices = append(choices, widgets.Choice{Label: col.def.Title, Icon: col.def.Icon, Run: func() { c.move(v.card.ID, i, len(c.cols[i].cards)) }})
		}
	}
	widgets.ShowMenu(v, choices)
}
