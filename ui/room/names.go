package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// namesSign says whether names are hidden, and changes it when pressed.
type namesSign struct {
	widgets.Press
	room  *Room
	icon  *widgets.Icon
	words *widgets.Label
	row   *fyne.Container
}

func newNamesSign(r *Room) *namesSign {
	n := &namesSign{room: r, icon: widgets.NewIcon("shield", theme.OK), words: widgets.NewLabel("", theme.Caption).In(theme.Text2).Keep()}
	n.row = widgets.HStack(6, n.icon, n.words)
	if r.config.HideNames != nil {
		n.OnTap = func() {
			r.config.HideNames(!r.config.NamesHidden())
			r.NamesChanged()
		}
	}
	n.Extend(n)
	n.update()
	return n
}

// small leaves the words out: the sign says it, and its tooltip.
func (n *namesSign) small() {
	n.words.Hide()
	n.row.Refresh()
}

func (n *namesSign) update() {
	words, icon, token := "Names shown", "user", theme.Warn
	if n.room.config.NamesHidden() {
		words, icon, token = "Names hidden", "shield", theme.OK
	}
	if n.words.Text != words {
		n.words.SetText(words)
		n.Tip = words + ": names of people on the resistance map (Ctrl+Shift+H)"
		n.icon.Set(icon, token)
		n.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (n *namesSign) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.row) }

// AccessibilityLabel is the words.
func (n *namesSign) AccessibilityLabel() string { return n.words.Text }

// NamesChanged shows people as they are called now.
func (r *Room) NamesChanged() {
	if r.bar.names != nil {
		r.bar.names.update()
		r.bar.shield.update()
	}
	if r.center.active {
		r.center.hidden()
		r.center.shown()
	}
}
