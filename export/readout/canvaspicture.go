package readout

import (
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// sketch is what a canvas that is a picture is drawn from.
func (r *report) sketch(b board) sketch.Source {
	return sketch.Source{Canvas: b.canvas, Cards: b.cards, Effect: r.v.Charter.Problem, Dots: r.v.Dots, Words: r.w.sketchWords(),
		Action: func(c *workshop.Card) string { return strings.TrimPrefix(r.became(c), "→ ") },
		Value:  func(cell *template.Cell, c *workshop.Card) string { return r.cell(cell, c) }}
}

// sketchWords are the words on a field, a tree and a fishbone.
func (w words) sketchWords() sketch.Words { return sketch.English() }

// field shows the picture and below it every card in full, by its number.
func (r *report) field(b board) []page.Block {
	in := r.sketch(b).Plane()
	height := 330.0
	if r.wide() {
		height = 380
	}
	chart := page.Chart{Height: height, Draw: func(f figure.Frame) figure.Figure { return figure.LayPlane(in, f).Figure() }}
	t := r.table(b)
	t.Columns = append([]page.Column{{Title: r.w.say("column.number"), Align: page.ToRight}}, t.Columns...)
	for i := range t.Rows {
		number := page.Cell{}
		if i < len(b.cards) {
			number.Text = strconv.Itoa(i + 1)
		}
		t.Rows[i].Cells = append([]page.Cell{number}, t.Rows[i].Cells...)
	}
	return []page.Block{chart, t}
}

// tree shows causes and what they hang from, over as many pages as that needs.
func (r *report) tree(b board) []page.Block {
	s := r.sketch(b)
	if len(b.canvas.Columns) > 0 {
		return r.fishbone(b, s)
	}
	causes, _ := s.Causes()
	return []page.Block{r.causes(causes, s.Words.Causes)}
}

// causes is a tree of causes: in columns, or, where one of them would be a narrow tower of words, as an outline, which has more room.
func (r *report) causes(causes []figure.Cause, w figure.CauseWords) page.Block {
	return page.Charts{Draw: func(f figure.Frame) []figure.Figure {
		tree := figure.LayTree(causes, w, f)
		if slices.ContainsFunc(tree.Boxes, func(b figure.Box) bool { return b.H > f.H/3 }) {
			tree = figure.LayOutline(causes, w, f)
		}
		return rowsOf(tree)
	}}
}

func rowsOf(tree figure.Tree) []figure.Figure {
	var out []figure.Figure
	for i := range len(tree.Rows) - 1 {
		out = append(out, tree.Part(i, i+1))
	}
	return out
}

// forces shows both sides of a force field as arrows, over as many pages as that needs. The head goes with the first forces.
func (r *report) forces(b board) []page.Block {
	in, _ := r.sketch(b).Forces()
	in.Value = r.number
	return []page.Block{page.Charts{Draw: func(f figure.Frame) []figure.Figure {
		field := figure.LayForces(in, f)
		out := []figure.Figure{field.Part(0, 2)}
		for i := 2; i < len(field.Rows)-1; i++ {
			out = append(out, field.Part(i, i+1))
		}
		return out
	}}}
}

// The height that a fishbone may have on upright and on wide paper, in points, at the size of a caption.
const (
	fishUpright = 560
	fishWide    = 430
	captionText = 8
)

// fishbone shows the picture where a page has room for it. One that is larger is shown bone by bone: as a board, or, where causes
// hang from causes, as a tree whose first column are the bones.
func (r *report) fishbone(b board, s sketch.Source) []page.Block {
	bones, _ := s.Bones()
	room := figure.Frame{W: roomUpright, H: fishUpright, Text: captionText}
	if r.wide() {
		room.W, room.H = roomWide, fishWide
	}
	if fish := figure.LayFishbone(s.Head(), bones, s.Words.Causes, room); fish.H <= room.H {
		draw := func(f figure.Frame) []figure.Figure {
			f.H = room.H * f.Text / captionText
			return []figure.Figure{figure.LayFishbone(s.Head(), bones, s.Words.Causes, f).Figure()}
		}
		return []page.Block{page.Charts{Draw: draw}}
	}
	if !slices.ContainsFunc(b.cards, func(c *workshop.Card) bool { return c.Parent != "" }) {
		return r.columns(b)
	}
	return []page.Block{r.causes(figure.OnBones(bones), s.Words.Causes)}
}
