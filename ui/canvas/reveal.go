package canvas

import (
	"slices"

	"nemawashi.app/workshop"
)

func (c *columns) Selected() workshop.ID { return c.selected }

// Reveal goes to a card that was found.
func (c *columns) Reveal(id workshop.ID) bool {
	if c.views[id] == nil {
		return false
	}
	c.chosen(id)
	return true
}

func (p *pictured) Selected() workshop.ID { return p.selected }

// Reveal goes to a card that was found.
func (p *pictured) Reveal(id workshop.ID) bool {
	if p.card(id) == nil {
		return false
	}
	p.choose(id)
	p.entry.Focus()
	return true
}

// Selected is the row of the cursor.
func (t *Table) Selected() workshop.ID {
	if l := t.at(); l != nil && l.record != nil {
		return workshop.IDOf(l.record)
	}
	return ""
}

// Reveal puts the cursor on a row that was found.
func (t *Table) Reveal(id workshop.ID) bool {
	i := slices.IndexFunc(t.lines, func(l *rowView) bool { return l.record != nil && workshop.IDOf(l.record) == id })
	if i < 0 {
		return false
	}
	t.visited = true
	t.to(i, 0)
	t.Focus()
	return true
}

// Selected is no card: a form is one as a whole.
func (f *Form) Selected() workshop.ID { return "" }

// Reveal goes to the form whose card was found.
func (f *Form) Reveal(id workshop.ID) bool {
	if f.record == nil || workshop.IDOf(f.record) != id {
		return false
	}
	f.Focus()
	return true
}
