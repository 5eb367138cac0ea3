package room

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// Spot is a part of the room for what points at it: "list", "center", "guide", "bar", or of the bar's
// buttons "wall" and "export"; nil for others.
func (r *Room) Spot(name string) fyne.CanvasObject {
	switch name {
	case "list":
		return r.list.panel
	case "center":
		return r.center.panel
	case "guide":
		return r.guide.panel
	case "wall":
		return r.bar.orBar(r.bar.wall)
	case "export":
		return r.bar.orBar(r.bar.export)
	case "bar":
		return r.bar.content
	}
	return nil
}

// orBar is a button of the bar, or the bar where there is none or no room for it.
func (b *topBar) orBar(button *widgets.Button) fyne.CanvasObject {
	if button != nil && button.Visible() {
		return button
	}
	return b.content
}
