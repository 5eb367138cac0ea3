package room

import "fyne.io/fyne/v2"

// Spot is a part of the room for what points at it: "list", "center", "guide", "bar", or in the bar "wall",
// the button that shows the room on the wall; nil for others.
func (r *Room) Spot(name string) fyne.CanvasObject {
	switch name {
	case "list":
		return r.list.panel
	case "center":
		return r.center.panel
	case "guide":
		return r.guide.panel
	case "wall":
		if b := r.bar.wall; b != nil && b.Visible() {
			return b
		}
		return r.bar.content // there was no room for it
	case "bar":
		return r.bar.content
	}
	return nil
}
