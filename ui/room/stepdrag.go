package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
)

// Steps are dragged by their line in the list; a line between two others shows where the step will be. Esc is not needed: a step that is dropped
// where it was has not moved, and Ctrl+Z takes every move back.

var _ fyne.Draggable = (*row)(nil)

// Dragged follows the pointer.
func (r *row) Dragged(ev *fyne.DragEvent) {
	if r.onDrag != nil {
		r.onDrag(r.Position().Y + ev.Position.Y)
	}
}

// DragEnd drops.
func (r *row) DragEnd() {
	if r.onDrop != nil {
		r.onDrop()
	}
}

// dropMark is the line that shows where a dragged step would go.
type dropMark struct {
	layer  *fyne.Container
	line   *canvas.Rectangle
	beside workshop.ID
	after  bool
}

func newDropMark() *dropMark {
	m := &dropMark{line: canvas.NewRectangle(theme.Color(theme.Accent))}
	m.line.Hide()
	m.layer = &fyne.Container{Objects: []fyne.CanvasObject{m.line}}
	return m
}

// drags lets a line be dragged to another place.
func (l *stepList) drags(r *row, id workshop.ID) {
	r.onDrag = func(y float32) { l.over(id, y) }
	r.onDrop = func() {
		m := l.drop
		m.line.Hide()
		m.layer.Refresh()
		if m.beside != "" && m.beside != id {
			l.room.put(id, m.beside, m.after)
		}
		m.beside = ""
	}
}

// over finds the step that the pointer is nearest to, and marks its near edge.
func (l *stepList) over(dragged workshop.ID, y float32) {
	m := l.drop
	m.beside = ""
	best := float32(-1)
	edge, width, left := float32(0), float32(0), float32(0)
	for id, r := range l.steps {
		top, h := r.Position().Y, r.Size().Height
		d := y - (top + h/2)
		away := max(d, -d)
		if best >= 0 && away >= best {
			continue
		}
		best, m.beside, m.after = away, id, d > 0
		edge, left, width = top, r.Position().X, r.Size().Width
		if m.after {
			edge += h
		}
	}
	if m.beside == "" || m.beside == dragged {
		m.line.Hide()
	} else {
		m.line.FillColor = theme.Color(theme.Accent)
		m.line.Move(fyne.NewPos(left, edge-1))
		m.line.Resize(fyne.NewSize(width, 2))
		m.line.Show()
	}
	m.layer.Refresh()
}

// focused is the step whose line has the keyboard, "" for none.
func (l *stepList) focused() workshop.ID {
	for id, r := range l.steps {
		if r.Focused() {
			return id
		}
	}
	return ""
}
