package templates

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop/template"
)

// move takes the step or canvas in hand one place up or down, a step over the border of a phase too.
func (e *Editor) move(by int) {
	t := e.draft.now
	if e.at.kind == partCanvas {
		if i := canvasAt(t, e.at.id); i >= 0 {
			e.putCanvasAt(e.at.id, i+by)
		}
		return
	}
	i, j, ok := find(t, e.at.id)
	if !ok || e.at.kind != partStep {
		return
	}
	phase, to := i, j+by
	if to < 0 || to >= len(t.Phases[i].Steps) {
		if phase = i + by; phase < 0 || phase >= len(t.Phases) {
			return
		}
		to = 0
		if by < 0 {
			to = len(t.Phases[phase].Steps)
		}
	}
	e.putStepAt(e.at.id, phase, to)
}

// putStepAt moves a step to a place of a phase, counted without the step itself. Where it is there already nothing happens.
func (e *Editor) putStepAt(id string, phase, at int) {
	i, j, ok := find(e.draft.now, id)
	if !ok || i == phase && j == at {
		return
	}
	e.at = part{partStep, id}
	e.did("Move "+e.draft.now.Phases[i].Steps[j].Title, func(t *template.Template) {
		s := t.Phases[i].Steps[j]
		if t.Phases[phase].Day != template.DaySustain {
			s.After = 0
		}
		t.Phases[i].Steps = slices.Delete(t.Phases[i].Steps, j, j+1)
		t.Phases[phase].Steps = slices.Insert(t.Phases[phase].Steps, at, s)
	})
}

// putCanvasAt moves a canvas to a place among the canvases.
func (e *Editor) putCanvasAt(id string, at int) {
	i := canvasAt(e.draft.now, id)
	if i < 0 || at == i || at < 0 || at >= len(e.draft.now.Canvases) {
		return
	}
	e.at = part{partCanvas, id}
	e.did(fmt.Sprintf("Move %s", e.draft.now.Canvases[i].Title), func(t *template.Template) {
		c := t.Canvases[i]
		t.Canvases = slices.Insert(slices.Delete(t.Canvases, i, i+1), at, c)
	})
}

func canvasAt(t *template.Template, id string) int {
	return slices.IndexFunc(t.Canvases, func(c template.Canvas) bool { return c.ID == id })
}

var _ fyne.Draggable = (*lineRow)(nil)

// Dragged carries a step or a canvas along the outline; a line between two others shows where it would go.
func (r *lineRow) Dragged(ev *fyne.DragEvent) {
	o := r.outline
	if o.dragged.kind == "" {
		if r.part.kind != partStep && r.part.kind != partCanvas {
			return
		}
		o.dragged = r.part
	}
	o.list.ShowGap(o.nearest(o.list.GapAt(ev.AbsolutePosition.Y)))
}

// DragEnd drops it. Where it was taken from it is opened, as by a click: a hand that clicks is not always still. Ctrl+Z takes a move back.
func (r *lineRow) DragEnd() {
	o := r.outline
	at, gap := o.dragged, o.gap
	o.dragged, o.gap = part{}, -1
	o.list.ShowGap(-1)
	if at.kind == "" || gap < 0 {
		return
	}
	defer o.editor.open(at)
	if at.kind == partCanvas {
		o.editor.putCanvasAt(at.id, o.above(gap, func(l line) bool { return l.part.kind == partCanvas }, at))
		return
	}
	phase := o.lines[gap-1].phase
	o.editor.putStepAt(at.id, phase, o.above(gap, func(l line) bool { return l.part.kind == partStep && l.phase == phase }, at))
}

// nearest is the gap that what is dragged can be dropped into, nearest to a gap: a step goes below the heading of a phase or below another step,
// a canvas among the canvases.
func (o *outline) nearest(gap int) int {
	fits := func(g int) bool {
		if g < 1 || g > len(o.lines) {
			return false
		}
		l := o.lines[g-1]
		switch o.dragged.kind {
		case partCanvas:
			return l.part.kind == partCanvas || g < len(o.lines) && o.lines[g].part.kind == partCanvas
		default:
			return l.part.kind == partStep || l.part.kind == "" && !l.canvases
		}
	}
	o.gap = -1
	for away := 0; away <= len(o.lines); away++ {
		for _, g := range []int{gap + away, gap - away} {
			if fits(g) {
				o.gap = g
				return g
			}
		}
	}
	return -1
}

// above counts the lines above a gap that are of this sort, without the one that is dragged.
func (o *outline) above(gap int, sort func(line) bool, dragged part) int {
	n := 0
	for _, l := range o.lines[:gap] {
		if sort(l) && l.part != dragged {
			n++
		}
	}
	return n
}
