package room

import "fyne.io/fyne/v2"

// Spot is a part of the room for what points at it: "list", "center", "guide" or "bar"; nil for others.
func (r *Room) Spot(name string) fyne.CanvasObject {
	switch name {
	case "list":
		return r.list.panel
	case "center":
		return r.center.panel
	case "guide":
		return r.guide.panel
	case "bar":
		return r.bar.content
	}
	return nil
}
