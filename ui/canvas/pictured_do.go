package canvas

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// enter makes a card of the entry's line. What is refused stays in the entry, with the reason below it.
func (p *pictured) enter(action bool) {
	typed := strings.TrimSpace(p.entry.Text())
	if typed == "" {
		return
	}
	l := p.desk.readLine(p.rows.fields, typed)
	if l.err != nil {
		p.entry.SetProblem(l.err.Error())
		return
	}
	var id, made workshop.ID
	err := p.desk.Session.Do("Add "+p.rows.One(), func(e *workshop.Edit) (err error) {
		card := &workshop.Card{Canvas: p.rows.def.ID, Group: p.rows.group}
		for field, v := range l.values {
			card.Set(field, settle(e, v))
		}
		id = e.Add(card)
		if err := p.shape.add(e, card); err != nil {
			return err
		}
		if action {
			made, err = makeAction(e, p.rows, id)
		}
		return err
	})
	if err != nil {
		p.entry.SetProblem(reason(err))
		p.desk.told(err)
		return
	}
	p.entry.SetText("")
	p.watch.Catch()
	p.choose(id)
	if made != "" {
		p.desk.actionMade(made)
	}
}

// walk goes to the card before or after.
func (p *pictured) walk(by int) {
	if len(p.cards) == 0 {
		return
	}
	i := p.index(p.selected)
	switch {
	case i < 0 && by < 0:
		i = len(p.cards) - 1
	case i < 0:
		i = 0
	default:
		i = min(max(i+by, 0), len(p.cards)-1)
	}
	p.choose(p.cards[i].ID)
}

// choose selects a card, "" for none.
func (p *pictured) choose(id workshop.ID) {
	p.selected = id
	p.shape.chosen()
	p.frame()
	p.tell()
}

func (p *pictured) tapped(i int, again bool) {
	p.editor.close(true)
	id := workshop.ID("")
	if i >= 0 {
		id = p.cards[i].ID
	}
	p.choose(id)
	if again && id != "" {
		p.edit(id)
		return
	}
	p.entry.Focus()
}

func (p *pictured) escape() bool {
	switch {
	case p.entry.Text() != "":
		p.entry.SetText("")
		p.tell()
	case p.selected != "":
		p.choose("")
	default:
		return false
	}
	return true
}

// key takes the keys that speak of the selected card.
func (p *pictured) key(ev *fyne.KeyEvent) bool {
	if p.shape.key(ev) {
		return true
	}
	switch ev.Name {
	case fyne.KeyF2:
		return p.edit(p.selected)
	case fyne.KeyDelete:
		return p.remove(p.selected)
	}
	return false
}

// Key takes keys while no entry has focus.
func (p *pictured) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		p.walk(-1)
	case fyne.KeyDown:
		p.walk(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		p.Focus()
	default:
		return p.key(ev)
	}
	return true
}

func (p *pictured) shortcut(k widgets.Keys) bool {
	if k == "Ctrl+Enter" {
		if strings.TrimSpace(p.entry.Text()) != "" {
			p.enter(true)
			return true
		}
		return p.MakeAction()
	}
	return p.card(p.selected) != nil && p.shape.shortcut(k)
}

// edit opens the editor over a card.
func (p *pictured) edit(id workshop.ID) bool {
	c := p.card(id)
	if c == nil {
		return false
	}
	p.editor.close(true)
	p.choose(id)
	p.editor = editCard(p, p.desk, p.rows, c)
	p.float.Objects = []fyne.CanvasObject{p.editor.entry}
	p.float.Refresh()
	p.editor.begin(p.words(c))
	return true
}

func (p *pictured) over(id workshop.ID) (fyne.Position, fyne.Size, bool) {
	i := p.index(id)
	if i < 0 {
		return fyne.Position{}, fyne.Size{}, false
	}
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(p.surface).Subtract(d.AbsolutePositionForObject(p.content))
	b := p.shape.box(i)
	if b.W <= 0 {
		return fyne.NewPos(0, p.content.Size().Height), fyne.Size{}, true
	}
	return at.AddXY(float32(b.X)+rim, float32(b.Y)+rim), fyne.NewSize(float32(b.W), float32(b.H)), true
}

func (p *pictured) edited() { p.watch.Catch() }

func (p *pictured) closed(id workshop.ID) {
	p.editor = nil
	p.float.Objects = nil
	p.float.Refresh()
	p.entry.Focus()
	p.choose(id)
}

// remove takes a card out; the notice brings it back. What hangs from it hangs one higher then.
func (p *pictured) remove(id workshop.ID) bool {
	i := p.index(id)
	if i < 0 {
		return false
	}
	c := p.cards[i]
	label := "Delete " + p.rows.One()
	if !p.desk.do(label, func(e *workshop.Edit) error {
		for _, child := range p.cards {
			if child.Parent != id {
				continue
			}
			m, err := workshop.Modify[workshop.Card](e, child.ID)
			if err != nil {
				return err
			}
			m.Parent = c.Parent
		}
		return e.Delete(id)
	}) {
		return true
	}
	p.watch.Catch()
	if n := len(p.cards); n > 0 {
		p.choose(p.cards[min(i, n-1)].ID)
	}
	p.desk.undone(label, "Deleted: "+clip(p.words(c)))
	return true
}

// MakeAction makes the selected card an action.
func (p *pictured) MakeAction() bool {
	c := p.card(p.selected)
	if c == nil {
		return false
	}
	var made workshop.ID
	if p.desk.do("Make an action", func(e *workshop.Edit) (err error) {
		made, err = makeAction(e, p.rows, c.ID)
		return err
	}) {
		p.watch.Catch()
		p.desk.actionMade(made)
	}
	return true
}

// menu shows what can be done with a card.
func (p *pictured) menu(i int) {
	c := p.cards[i]
	action := widgets.Choice{Label: "Make an action", Icon: "action", Keys: "Ctrl+Enter", Run: func() { p.MakeAction() }}
	if c.Action != "" && p.desk.OpenAction != nil {
		action = widgets.Choice{Label: "Open its action", Icon: "action", Run: func() { p.desk.OpenAction(c.Action) }}
	}
	choices := []widgets.Choice{{Label: "Edit", Icon: "quote", Keys: "F2", Run: func() { p.edit(c.ID) }}, action,
		{Label: "Delete", Icon: "x", Keys: "Del", Run: func() { p.remove(c.ID) }}}
	choices = append(choices, p.desk.elsewhere(c.ID, p.rows.def, p.surface.frame)...)
	widgets.ShowMenu(p.surface.frame, append(choices, p.shape.choices(c)...))
}
