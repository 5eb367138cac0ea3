package resistance

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// mapLeast is the width at 100 % text below which the details do not stand beside the map, but are laid over it when they are wanted.
const mapLeast = 460

// desk lays out the page: boards, list, map, details.
type desk struct {
	page   *Page
	center *widgets.Panel
	object *fyne.Container
	drawer bool // the details are laid over the map
	narrow bool // there is no room for them beside it
}

func newDesk(p *Page) *desk {
	d := &desk{page: p}
	sheet := widgets.Over(p.field, p.blank, widgets.VStack(0, widgets.Spacer(), p.ask.object))
	d.center = widgets.NewPanel(widgets.VStack(10, p.bar.object, widgets.Grow(sheet), p.past()), widgets.PanelStyle{PadX: theme.PadPage, PadY: 10})
	objects := []fyne.CanvasObject{d.center, p.list.object, p.details.object}
	if p.options.Boards != nil {
		objects = append(objects, p.options.Boards)
	}
	d.object = container.New(d, objects...)
	return d
}

// Layout is Fyne's.
func (d *desk) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	p, left := d.page, float32(0)
	if b := p.options.Boards; b != nil {
		left = b.MinSize().Width
		put(b, 0, 0, left, s.Height)
	}
	list, details := theme.Width(theme.MapList), theme.Width(theme.Details)
	put(p.list.object, left, 0, list, s.Height)
	left += list
	d.narrow = s.Width-left-details < theme.Width(mapLeast)
	right := s.Width
	show(p.details.object, !d.narrow || d.drawer)
	show(p.bar.fold, d.narrow)
	if !d.narrow {
		right -= details
		put(p.details.object, right, 0, details, s.Height)
	} else if d.drawer {
		put(p.details.object, max(left, right-details), 0, min(details, right-left), s.Height)
	}
	put(d.center, left, 0, right-left, s.Height)
}

// MinSize is Fyne's. The window has a size of its own.
func (d *desk) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (d *desk) refresh() {
	d.center.Refresh()
	d.Layout(nil, d.object.Size())
}

// openDrawer lays the details over the map, where they have no room beside it.
func (d *desk) openDrawer() {
	if d.narrow && !d.drawer {
		d.drawer = true
		d.refresh()
	}
}

// closeDrawer takes them away; it says whether they were there.
func (d *desk) closeDrawer() bool {
	was := d.drawer && d.narrow
	d.drawer = false
	if was {
		d.refresh()
	}
	return was
}
