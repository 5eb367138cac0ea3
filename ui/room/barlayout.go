package room

import (
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// part is a piece of the top bar. Pieces with a drop are left out when there is no room, the lowest number first; 0 stays.
type part struct {
	o    fyne.CanvasObject
	gap  float32 // more than the usual, before it
	drop int
	grow bool // shortened last, may end in an ellipsis
	// instead is a piece that had no room: this small one, with the same effect, stands for it. It is never left out.
	instead fyne.CanvasObject
	end     bool // no object: what follows stands at the right
}

// barLayout puts the pieces that have room beside each other. A piece that is hidden by itself takes no room.
type barLayout struct {
	parts   []part
	dropped map[fyne.CanvasObject]bool
}

func (l *barLayout) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range l.parts {
		if p.o != nil {
			out = append(out, p.o)
		}
	}
	return out
}

// titleLeast is what the title keeps at least before pieces are dropped for it.
const titleLeast = 150

func (l *barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, theme.Height(theme.TopBar))
}

// on says whether a piece wants to be seen: it is not hidden, or only because there was no room for it.
func (l *barLayout) on(p part) bool {
	return p.o != nil && (p.o.Visible() || l.dropped[p.o])
}

func (l *barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	keep := map[fyne.CanvasObject]bool{}
	var order []int
	for _, p := range l.parts {
		if p.instead == nil && l.on(p) {
			keep[p.o] = true
			if p.drop > 0 && !slices.Contains(order, p.drop) {
				order = append(order, p.drop)
			}
		}
	}
	slices.Sort(order)
	for len(order) > 0 && l.width(keep, true) > size.Width {
		gone := map[fyne.CanvasObject]bool{}
		for _, p := range l.parts {
			if p.o != nil && p.drop == order[0] && keep[p.o] {
				delete(keep, p.o)
				gone[p.o] = true
			}
		}
		for _, p := range l.parts {
			if gone[p.instead] {
				keep[p.o] = true
			}
		}
		order = order[1:]
	}
	l.show(keep)
	l.place(keep, size)
}

// show hides what has been dropped, and only that.
func (l *barLayout) show(keep map[fyne.CanvasObject]bool) {
	if l.dropped == nil {
		l.dropped = map[fyne.CanvasObject]bool{}
	}
	for _, p := range l.parts {
		switch {
		case p.o == nil:
		case keep[p.o]:
			delete(l.dropped, p.o)
			p.o.Show()
		case p.o.Visible():
			l.dropped[p.o] = true
			p.o.Hide()
		}
	}
}

// width is what the kept pieces need; the title counts with its least.
func (l *barLayout) width(keep map[fyne.CanvasObject]bool, least bool) float32 {
	w := float32(0)
	for _, p := range l.parts {
		switch {
		case p.o == nil || !keep[p.o]:
			continue
		case p.grow && least:
			w += min(wide(p.o), theme.Width(titleLeast))
		case p.grow:
		default:
			w += wide(p.o)
		}
		w += theme.Gap + p.gap
	}
	return w
}

func (l *barLayout) place(keep map[fyne.CanvasObject]bool, size fyne.Size) {
	rest := size.Width - l.width(keep, false)
	right := float32(0) // what stands at the end
	for i := len(l.parts) - 1; i >= 0 && !l.parts[i].end; i-- {
		if p := l.parts[i]; keep[p.o] {
			right += wide(p.o) + theme.Gap + p.gap
		}
	}
	x := float32(0)
	for _, p := range l.parts {
		if p.end {
			x = max(x, size.Width-right)
			continue
		}
		if !keep[p.o] {
			continue
		}
		if x > 0 {
			x += theme.Gap + p.gap
		}
		w := wide(p.o)
		if p.grow {
			w = max(0, min(w, rest))
		}
		h := p.o.MinSize().Height
		p.o.Resize(fyne.NewSize(w, h))
		p.o.Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w
	}
}

// wide is the width that a piece would like.
func wide(o fyne.CanvasObject) float32 {
	type wider interface{ Wide() float32 }
	switch w := o.(type) {
	case *widgets.Label:
		return max(w.Wide(), w.MinSize().Width)
	case wider:
		return max(w.Wide(), o.MinSize().Width)
	case *fyne.Container:
		widest := o.MinSize().Width
		for _, c := range w.Objects {
			if c.Visible() {
				widest = max(widest, wide(c))
			}
		}
		return widest
	}
	return o.MinSize().Width
}
