package readout

import (
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
	effect, _, _ := strings.Cut(strings.TrimSpace(r.v.Charter.Problem), "\n")
	return sketch.Source{Canvas: b.canvas, Cards: b.cards, Effect: effect, Dots: r.v.Dots, Words: r.w.sketchWords(),
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

// tree shows causes and what they hang from. A fishbone that no page has room for is shown as a tree whose first column are its
// bones: that goes over as many pages as it needs.
func (r *report) tree(b board) page.Block {
	s := r.sketch(b)
	causes, _ := s.Causes()
	var bones []figure.Bone
	if len(b.canvas.Columns) > 0 {
		bones, _ = s.Bones()
		causes = onBones(bones)
	}
	return page.Charts{Draw: func(f figure.Frame) []figure.Figure {
		if len(bones) > 0 {
			if fish := figure.LayFishbone(s.Head(), bones, s.Words.Causes, f); fish.H <= f.H {
				return []figure.Figure{fish.Figure()}
			}
		}
		tree := figure.LayTree(causes, s.Words.Causes, f)
		var out []figure.Figure
		for i := range len(tree.Rows) - 1 {
			out = append(out, tree.Part(i, i+1))
		}
		return out
	}}
}

// onBones hangs causes from their bones.
func onBones(bones []figure.Bone) []figure.Cause {
	var out []figure.Cause
	for _, bone := range bones {
		root := len(out)
		out = append(out, figure.Cause{Text: bone.Title, Parent: -1, Family: true})
		for _, c := range bone.Causes {
			if c.Parent < 0 {
				c.Parent = root
			} else {
				c.Parent += root + 1
			}
			out = append(out, c)
		}
	}
	return out
}
