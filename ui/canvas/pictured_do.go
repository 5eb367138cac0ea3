package canvas

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// enter makes a card of the entry's line.
func (p *pictured) enter(action bool) {
	if id, ok := p.write(p.entry, action, p.shape.add); ok {
		p.choose(id)
	} else {
		p.content.Refresh() // makes room for the reason
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
		p.entry.Clear()
		p.tell()
	case p.desk.back():
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
func (p *pictured) Key(ev *fyne.KeyEvent) bool { return keyOf(p, ev) }

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
	p.open(p, c)
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

func (p *pictured) closed(id workshop.ID) {
	p.shut()
	p.entry.Focus()
	p.choose(id)
}

// remove takes a card out; what hangs from it hangs one higher then.
func (p *pictured) remove(id workshop.ID) bool {
	i := p.index(id)
	if i < 0 {
		return false
	}
	if n := len(p.cards) - 1; p.discard(p.cards[i]) && n > 0 {
		p.choose(p.cards[min(i, n-1)].ID)
	}
	return true
}

// menu shows what can be done with a card.
func (p *pictured) menu(i int) {
	c := p.cards[i]
	widgets.ShowMenu(p.surface.frame, append(p.offers(p, c, p.surface.frame), p.shape.choices(c)...))
}
