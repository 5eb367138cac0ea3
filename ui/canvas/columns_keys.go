package canvas

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// listen ties the quick-add entry of the column in. The keyboard stays in the entry while the arrows walk over the cards.
func (c *column) listen() {
	o, e := c.owner, c.entry
	e.OnSubmit = func(string) { o.add(c, false) }
	e.OnChanged = func(string) { c.understand() }
	e.OnTab = func() { o.to(o.number(c) + 1) }
	e.OnShiftTab = func() { o.to(o.number(c) - 1) }
	e.OnUp = func() { o.walk(-1) }
	e.OnDown = func() { o.walk(1) }
	e.OnEscape = func() bool { return o.escape(c) }
	e.OnKey = o.key
	e.OnShortcut = o.shortcut
	e.OnFocus = func(focused bool) {
		c.activate(focused)
		if focused {
			o.arrived(c)
		}
	}
}

func (c *columns) number(col *column) int {
	for i := range c.cols {
		if c.cols[i] == col {
			return i
		}
	}
	return 0
}

// arrived notes the column; a card selected elsewhere stays behind.
func (c *columns) arrived(col *column) {
	c.at = c.number(col)
	if c.selected != "" && col.index(c.selected) < 0 {
		c.choose("")
	}
}

// understand shows above the entry what Enter would make of it.
func (c *column) understand() {
	if c.entry.Problem != "" {
		c.entry.SetProblem("")
		c.panel.Refresh() // its room goes to the cards again
	}
	typed := c.entry.Text()
	c.entry.Icon = "plus"
	if typed != "" {
		c.entry.Icon = "" // the room is for the words
	}
	if strings.TrimSpace(typed) == "" {
		c.entry.SetHint("")
		c.owner.desk.drafted(nil)
		return
	}
	l := c.owner.desk.readLine(c.owner.rows.fields, typed)
	c.entry.SetHint(strings.Join(l.told, ", "))
	c.owner.growing(l, func(card *workshop.Card) { card.Column = c.def.ID })
}

// add makes a card of the entry's line, at the foot of its column.
func (c *columns) add(col *column, action bool) {
	id, ok := c.write(col.entry, action, func(e *workshop.Edit, card *workshop.Card) error { return c.rows.position(e, card.ID, col.def.ID, -1) })
	if ok {
		c.choose(id)
	} else {
		col.panel.Refresh() // makes room for the reason
	}
}

// walk goes to the card above or below.
func (c *columns) walk(by int) {
	col := c.cols[c.at]
	if len(col.cards) == 0 {
		return
	}
	i := col.index(c.selected)
	switch {
	case i < 0 && by < 0:
		i = len(col.cards) - 1
	case i < 0:
		i = 0
	default:
		i = min(max(i+by, 0), len(col.cards)-1)
	}
	c.choose(col.cards[i].card.ID)
}

// choose selects a card, "" for none.
func (c *columns) choose(id workshop.ID) {
	if v := c.views[c.selected]; v != nil {
		v.mark(false)
	}
	c.selected = ""
	v := c.views[id]
	if v == nil {
		return
	}
	c.selected = id
	v.mark(true)
	col := c.cols[c.place(v.card)]
	col.lane.reveal(col.index(id))
}

// chosen is a click on a card: the keyboard comes to its column.
func (c *columns) chosen(id workshop.ID) {
	c.editor.close(true)
	c.choose(id)
	if v := c.views[id]; v != nil {
		c.to(c.place(v.card))
		c.choose(id)
	}
}

func (c *columns) escape(col *column) bool {
	switch {
	case col.entry.Text() != "":
		col.entry.Clear()
		col.entry.SetHint("")
		col.entry.SetProblem("")
	case c.desk.back():
	case c.selected != "":
		c.choose("")
	default:
		return false
	}
	return true
}

// key takes the keys that speak of the selected card. While something is being typed, Del and the arrows belong to the text.
func (c *columns) key(ev *fyne.KeyEvent) bool {
	empty := c.cols[c.at].entry.Text() == ""
	switch ev.Name {
	case fyne.KeyF2:
		return c.edit(c.selected)
	case fyne.KeyDelete:
		return empty && c.remove(c.selected)
	case fyne.KeyLeft, fyne.KeyRight:
		if !empty || c.selected == "" {
			return false
		}
		c.beside(ev.Name == fyne.KeyRight)
		return true
	}
	return false
}

// beside goes to the card at the same height of the next column.
func (c *columns) beside(right bool) {
	i := c.cols[c.at].index(c.selected)
	to := c.at - 1
	if right {
		to = c.at + 1
	}
	c.to(to)
	if cards := c.cols[c.at].cards; len(cards) > 0 {
		c.choose(cards[min(max(i, 0), len(cards)-1)].card.ID)
	}
}

// Key takes keys while no entry has focus.
func (c *columns) Key(ev *fyne.KeyEvent) bool { return keyOf(c, ev) }

func (c *columns) shortcut(k widgets.Keys) bool {
	switch k {
	case "Ctrl+Enter":
		if col := c.cols[c.at]; strings.TrimSpace(col.entry.Text()) != "" {
			c.add(col, true)
			return true
		}
		return c.MakeAction()
	case "Alt+Up":
		return c.shift(0, -1)
	case "Alt+Down":
		return c.shift(0, 1)
	case "Alt+Left":
		return c.shift(-1, 0)
	case "Alt+Right":
		return c.shift(1, 0)
	}
	return false
}
