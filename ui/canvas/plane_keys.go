package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// key takes the arrows in the empty entry: Left and Right go from card to card as Up and Down do.
func (p *plane) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		p.walk(-1)
	case fyne.KeyRight:
		p.walk(1)
	default:
		return false
	}
	return true
}

func (p *plane) shortcut(k widgets.Keys) bool {
	switch k {
	case "Alt+Left":
		return p.shift(-1, 0)
	case "Alt+Right":
		return p.shift(1, 0)
	case "Alt+Up":
		return p.shift(0, 1)
	case "Alt+Down":
		return p.shift(0, -1)
	}
	return false
}

// toField brings the keyboard to the field, where the arrows move the selected card, Tab goes to the next one, and Esc or a letter comes
// back to the entry.
func (p *plane) toField() {
	if len(p.cards) == 0 {
		return
	}
	if p.card(p.selected) == nil {
		p.walk(1)
	}
	widgets.FocusOn(p.surface)
}

func (p *plane) keyOnField(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		p.shift(-1, 0)
	case fyne.KeyRight:
		p.shift(1, 0)
	case fyne.KeyUp:
		p.shift(0, 1)
	case fyne.KeyDown:
		p.shift(0, -1)
	case fyne.KeyTab:
		p.turn()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.edit(p.selected)
	case fyne.KeyEscape:
		p.entry.Focus()
	default:
		p.pictured.key(ev)
	}
}

// turn goes to the next card, round at the end; with Shift to the one before.
func (p *plane) turn() {
	by := 1
	if p.surface.shift {
		by = -1
	}
	if n := len(p.cards); n > 0 {
		p.choose(p.cards[(p.index(p.selected)+by+n)%n].ID)
	}
}
