package resistance

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/workshop"
)

// drag is somebody being moved, or the end of the arrow.
type drag struct {
	node *node
	need bool          // the arrow's end moves, not the bubble
	at   fyne.Position // of the middle of what moves
	off  bool          // given up; the pointer is still down
}

var (
	_ fyne.Draggable     = (*field)(nil)
	_ desktop.Mouseable  = (*field)(nil)
	_ desktop.Hoverable  = (*field)(nil)
	_ desktop.Cursorable = (*field)(nil)
	_ fyne.Tappable      = (*field)(nil)
)

// doubleTap is within which time a second click opens.
const doubleTap = 400 * time.Millisecond

// find returns who is at a place, and whether it is the end of the arrow that is there. Bubbles come before arrows, the selected one
// before the others, the nearest before the rest.
func (f *field) find(at fyne.Position) (n *node, end bool) {
	best := float32(-1)
	for _, c := range f.order {
		if c.hidden {
			continue
		}
		dx, dy := at.X-c.x, at.Y-c.y
		d, r := dx*dx+dy*dy, c.r+c.ring+2
		if d <= r*r && (best < 0 || d < best || c.spot.id == f.selected) {
			n, best = c, d
		}
	}
	if n != nil {
		return n, false
	}
	for _, c := range f.order {
		if !c.points(f) {
			continue
		}
		dx, dy, r := at.X-c.end, at.Y-c.y, c.reach(f)+3
		if dx*dx+dy*dy <= r*r {
			return c, true
		}
	}
	return nil, false
}

// MouseDown remembers where the button went down and with which keys.
func (f *field) MouseDown(ev *desktop.MouseEvent) { f.pressed = ev }

// MouseUp is part of desktop.Mouseable.
func (f *field) MouseUp(*desktop.MouseEvent) { f.pressed = nil }

// Tapped selects; a second click opens.
func (f *field) Tapped(ev *fyne.PointEvent) {
	n, _ := f.find(ev.Position)
	id := workshop.ID("")
	if n != nil {
		id = n.spot.id
	}
	again := id != "" && id == f.lastTap && time.Now().UnixNano()-f.lastTime < int64(doubleTap)
	f.lastTap, f.lastTime = id, time.Now().UnixNano()
	if id == "" {
		return
	}
	f.onSelect(id)
	if again {
		f.onOpen(id)
	}
}

// Dragged moves what was under the pointer when it went down. Ctrl or Shift, or taking the arrow by its end, moves where the person is
// needed; otherwise the bubble itself moves.
func (f *field) Dragged(ev *fyne.DragEvent) {
	if f.drag == nil {
		f.begin(ev)
	}
	d := f.drag
	d.at = d.at.AddXY(ev.Dragged.DX, ev.Dragged.DY)
	if d.node == nil || d.off {
		return
	}
	f.follow()
}

func (f *field) begin(ev *fyne.DragEvent) {
	at := ev.Position
	var keys fyne.KeyModifier
	if f.pressed != nil {
		at, keys = f.pressed.Position, f.pressed.Modifier
	}
	n, end := f.find(at)
	f.drag = &drag{}
	if n == nil || f.locked {
		return
	}
	d := f.drag
	d.node, d.at = n, fyne.NewPos(n.x, n.y)
	d.need = n.spot.rated && (end || keys&(fyne.KeyModifierControl|fyne.KeyModifierSuper|fyne.KeyModifierShift) != 0)
	if d.need {
		d.at.X = n.x
		if n.points(f) {
			d.at.X = n.end
		}
		if !end {
			d.at.X = at.X
		}
	}
	f.onHover(nil, "")
	f.onSelect(n.spot.id)
}

// follow brings what is dragged under the pointer and shows where it would land.
func (f *field) follow() {
	d, n := f.drag, f.drag.node
	at := d.at
	if d.need {
		at.Y = n.y
		n.pointTo(n.x, n.y, at.X, f)
	} else {
		n.moveTo(at.X, at.Y, f)
		if n.points(f) {
			n.pointTo(at.X, at.Y, n.end, f)
		}
	}
	support, influence, inside := f.cell(at)
	if !inside {
		f.ground.lift()
		return
	}
	text := fmt.Sprintf("%s, influence %d", degree(support), influence)
	if d.need {
		influence = n.spot.influence
		text = "needed: " + degree(support)
	}
	x, y, w, h := f.box(support, influence)
	f.ground.land(f, text, x, y, w, h)
}

// DragEnd rates where it was let go. Outside of the map nothing has happened.
func (f *field) DragEnd() {
	d := f.drag
	f.drag, f.pressed = nil, nil
	f.ground.lift()
	if d == nil || d.node == nil {
		return
	}
	n, at := d.node, d.at
	if d.need {
		at.Y = n.y
	}
	support, influence, inside := f.cell(at)
	if !d.off && inside {
		s := n.spot
		switch {
		case d.need && (!s.wants || s.needed != support):
			f.onNeed(s.id, support)
		case !d.need && (!s.rated || s.now != support || s.influence != influence):
			f.onPlace(s.id, support, influence)
		}
	}
	n.settle(f) // back to its cell, wherever that is now
	canvas.Refresh(f)
}

// giveUp lets what is dragged go back; it says whether something was dragged.
func (f *field) giveUp() bool {
	if f.drag == nil || f.drag.node == nil || f.drag.off {
		return false
	}
	f.drag.off = true
	f.ground.lift()
	f.drag.node.settle(f)
	canvas.Refresh(f)
	return true
}

// MouseIn is part of desktop.Hoverable.
func (f *field) MouseIn(ev *desktop.MouseEvent) { f.MouseMoved(ev) }

// MouseMoved says who is pointed at.
func (f *field) MouseMoved(ev *desktop.MouseEvent) {
	if f.drag != nil {
		return
	}
	n, end := f.find(ev.Position)
	if n == f.pointed {
		return
	}
	f.pointed = n
	switch {
	case n == nil:
		f.onHover(nil, "")
	case end:
		f.onHover(n.goal, n.spot.tip)
	default:
		f.onHover(n.body, n.spot.tip)
	}
}

// MouseOut is part of desktop.Hoverable.
func (f *field) MouseOut() {
	f.pointed = nil
	f.onHover(nil, "")
}

// Cursor shows what can be done where the pointer is.
func (f *field) Cursor() desktop.Cursor {
	switch {
	case f.drag != nil && f.drag.node != nil && f.drag.need:
		return desktop.HResizeCursor
	case f.pointed != nil || f.drag != nil && f.drag.node != nil:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel says what the field is; each person is in the list as text.
func (f *field) AccessibilityLabel() string { return fmt.Sprintf(words.Alt, len(f.spots)) }
