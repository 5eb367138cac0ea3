package photos

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
)

// tapped is a click, Enter or Space on a tile.
func (b *Board) tapped(t *tile) {
	switch {
	case b.first != "":
		b.pair(t.photo.ID)
	case b.current != t.photo.ID:
		b.Select(t.photo.ID)
	default:
		b.view()
	}
}

// key is a key on a tile.
func (b *Board) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		b.step(-1)
	case fyne.KeyRight:
		b.step(1)
	case fyne.KeyUp, fyne.KeyDown:
		b.line(ev.Name == fyne.KeyDown)
	case fyne.KeyHome:
		b.step(-len(b.shown))
	case fyne.KeyEnd:
		b.step(len(b.shown))
	case fyne.KeyDelete:
		b.remove()
	case fyne.KeyF2:
		b.details.focus()
	case fyne.KeyEscape:
		if b.first == "" {
			return false
		}
		b.unchoose()
	default:
		return false
	}
	return true
}

// step goes so many photos further.
func (b *Board) step(by int) {
	if n := len(b.shown); n > 0 {
		b.Select(b.shown[min(max(b.index()+by, 0), n-1)].photo.ID)
	}
}

// line goes to the nearest photo in the row of the board below or above.
func (b *Board) line(down bool) {
	here := b.views[b.current]
	if here == nil {
		return
	}
	at := b.spot(here)
	var best *tile
	var far float32
	for _, t := range b.shown {
		d := b.spot(t).Subtract(at)
		if down && d.Y < 40 || !down && d.Y > -40 {
			continue
		}
		way := max(d.X, -d.X) + 4*max(d.Y, -d.Y)
		if best == nil || way < far {
			best, far = t, way
		}
	}
	if best != nil {
		b.Select(best.photo.ID)
	}
}

// spot is where something lies in the window.
func (b *Board) spot(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

const group = "Photos"

// Commands are the board's own.
func (b *Board) Commands() []shell.Command {
	here := func() bool { return b.editable() && b.photo(b.current) != nil }
	return []shell.Command{
		{ID: "photos.add", Label: "Add photos", Group: group, Icon: "plus", Shortcut: "N", Enabled: b.editable, Run: b.Pick},
		{ID: "photos.right", Label: "Turn the photo to the right", Group: group, Icon: "refresh", Shortcut: "R", Enabled: here, Run: func() { b.turn(1) }},
		{ID: "photos.left", Label: "Turn the photo to the left", Group: group, Icon: "undo", Shortcut: "L", Enabled: here, Run: func() { b.turn(-1) }},
		{ID: "photos.view", Label: "Show the photo in the whole window", Group: group, Icon: "present", Shortcut: "V", Enabled: func() bool { return b.photo(b.current) != nil }, Run: b.view},
		{ID: "photos.pair", Label: "Pair the photo with the one after, or take the pair apart", Group: group, Icon: "link", Shortcut: "P", Enabled: here, Run: b.pairing},
	}
}

// Hints are the keys of the board.
func (b *Board) Hints() []widgets.Hint {
	if len(b.all) == 0 {
		return []widgets.Hint{{Keys: "N", Label: "add photos"}}
	}
	if b.first != "" {
		return []widgets.Hint{{Keys: "Left", To: "Right", Label: "choose"}, {Keys: "Enter", Label: "pair"}, {Keys: "Esc", Label: "leave apart"}}
	}
	pair := "pair"
	if b.partner(b.current) != "" {
		pair = "take apart"
	}
	return []widgets.Hint{{Keys: "N", Label: "add"}, {Keys: "V", Label: "large"}, {Keys: "F2", Label: "caption"}, {Keys: "R", Label: "turn right"}, {Keys: "L", Label: "turn left"},
		{Keys: "P", Label: pair}, {Keys: "Del", Label: "delete"}, {Keys: "Ctrl+Z", Label: "undo"}}
}
