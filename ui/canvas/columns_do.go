package canvas

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// remove takes a card out; the notice brings it back.
func (c *columns) remove(id workshop.ID) bool {
	v := c.views[id]
	if v == nil {
		return false
	}
	col := c.cols[c.place(v.card)]
	at := col.index(id)
	label := "Delete " + c.rows.One()
	if !c.desk.do(label, func(e *workshop.Edit) error { return e.Delete(id) }) {
		return true
	}
	c.watch.Catch()
	if n := len(col.cards); n > 0 {
		c.choose(col.cards[min(at, n-1)].card.ID)
	}
	c.desk.undone(label, fmt.Sprintf("Deleted: %s", clip(v.text.Text)))
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
	c.editor = editCard(c, c.desk, c.rows, v.card)
	c.float.Objects = []fyne.CanvasObject{c.editor.entry}
	c.float.Refresh()
	c.editor.begin(c.desk.show(c.rows.fields[0], c.rows.Value(v.card, c.rows.fields[0].ID)))
	return true
}

func (c *columns) over(id workshop.ID) (fyne.Position, fyne.Size, bool) {
	v := c.views[id]
	if v == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	return c.absolute(v).Subtract(c.absolute(c)), v.Size(), true
}

func (c *columns) edited() { c.watch.Catch() }

func (c *columns) closed(id workshop.ID) {
	c.editor = nil
	c.float.Objects = nil
	c.float.Refresh()
	if v := c.views[id]; v != nil {
		c.to(c.place(v.card))
		c.choose(id)
	}
}

// clip shortens a text for a notice; the whole text is in the undo.
func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
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

// MakeAction makes the selected card an action.
func (c *columns) MakeAction() bool {
	v := c.views[c.selected]
	if v == nil {
		return false
	}
	var made workshop.ID
	if c.desk.do("Make an action", func(e *workshop.Edit) (err error) {
		made, err = makeAction(e, c.rows, v.card.ID)
		return err
	}) {
		c.watch.Catch()
		c.desk.actionMade(made)
	}
	return true
}

// menu shows what can be done with a card.
func (c *columns) menu(v *cardView) {
	id := v.card.ID
	action := widgets.Choice{Label: "Make an action", Icon: "action", Keys: "Ctrl+Enter", Run: func() { c.MakeAction() }}
	if v.card.Action != "" && c.desk.OpenAction != nil {
		action = widgets.Choice{Label: "Open its action", Icon: "action", Run: func() { c.desk.OpenAction(v.card.Action) }}
	}
	choices := []widgets.Choice{
		{Label: "Edit", Icon: "quote", Keys: "F2", Run: func() { c.edit(id) }}, action,
		{Label: "Delete", Icon: "x", Keys: "Del", Run: func() { c.remove(id) }},
	}
	choices = append(choices, c.desk.elsewhere(id, c.rows.def, v)...)
	choices = append(choices, widgets.Choice{Label: "Move to", Heading: true})
	for i, col := range c.cols {
		if i != c.place(v.card) {
			choices = append(choices, widgets.Choice{Label: col.def.Title, Icon: col.def.Icon, Run: func() { c.move(id, i, len(c.cols[i].cards)) }})
		}
	}
	widgets.ShowMenu(v, choices)
}
