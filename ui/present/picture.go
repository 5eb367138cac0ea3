package present

import (
	"strings"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// many is from how many causes on no other size of letters is tried.
const many = 60

// drawPicture draws a field, a tree, a fishbone or the forces of a force field.
func (w *Show) drawPicture(s *sheet, cards []*workshop.Card) {
	source := sketch.Source{Canvas: w.canvas(), Cards: cards, Effect: w.view.Charter.Problem, Dots: w.view.Dots, Value: w.value, Group: w.groupOf, Words: sketch.English()}
	frame := figure.Frame{W: (s.right() - margin) * s.unit, H: (s.foot() - bodyTop) * s.unit, Wide: drawing.Wide}
	if w.place.Canvas.Shape == template.ShapeField {
		frame.Text = 20 * s.unit
		s.place(figure.LayPlane(source.Plane(), frame).Figure())
		return
	}
	for _, size := range []float64{22, 20, 18} {
		frame.Text = size * s.unit
		if len(cards) > many {
			break
		}
		if fig, ok := sketch.Figure(source, frame); ok && fig.H <= frame.H {
			s.place(fig)
			return
		}
	}
	if len(w.place.Canvas.Columns) > 0 {
		w.drawColumns(s, cards) // a fishbone or a force field with more than has room: its columns side by side
		return
	}
	frame.Text = 20 * s.unit
	causes, order := source.Causes()
	tree := figure.LayTree(causes, source.Words.Causes, frame)
	var heights []float64
	for i := 1; i < len(tree.Rows); i++ {
		heights = append(heights, tree.Rows[i]-tree.Rows[i-1])
	}
	begins := parts(heights, frame.H)
	if at := latest(order); w.grown && at >= 0 {
		row := 0
		for i, top := range tree.Rows {
			if tree.Boxes[at].Y >= top {
				row = i
			}
		}
		w.page = partOf(begins, row)
	}
	w.forward(len(begins))
	end := len(tree.Rows) - 1
	if w.page+1 < len(begins) {
		end = begins[w.page+1]
	}
	s.place(tree.Part(begins[w.page], end))
}

// canvas is the canvas without its confidential cells.
func (w *Show) canvas() *template.Canvas {
	c := *w.place.Canvas
	c.Cells = nil
	for _, cell := range w.cells() {
		c.Cells = append(c.Cells, *cell)
	}
	return &c
}

// latest is the number of the card that was made last: ids are in the order of time.
func latest(cards []*workshop.Card) int {
	at := -1
	for i, c := range cards {
		if at < 0 || strings.Compare(string(c.ID), string(cards[at].ID)) > 0 {
			at = i
		}
	}
	return at
}

// place puts a figure onto the sheet, below the head.
func (s *sheet) place(fig figure.Figure) { s.placeAt(fig, margin, bodyTop) }

// placeAt puts a figure onto the sheet with its corner at a place.
func (s *sheet) placeAt(fig figure.Figure, x, y float64) {
	dx, dy := x*s.unit, y*s.unit
	for _, shape := range fig.Shapes {
		switch x := shape.(type) {
		case figure.Line:
			x.X1, x.Y1, x.X2, x.Y2 = x.X1+dx, x.Y1+dy, x.X2+dx, x.Y2+dy
			shape = x
		case figure.Rect:
			x.X, x.Y = x.X+dx, x.Y+dy
			shape = x
		case figure.Circle:
			x.X, x.Y = x.X+dx, x.Y+dy
			shape = x
		case figure.Text:
			x.X, x.Y = x.X+dx, x.Y+dy
			shape = x
		case figure.Polygon:
			points := make([]figure.Point, len(x.Points))
			for i, p := range x.Points {
				points[i] = figure.Point{X: p.X + dx, Y: p.Y + dy}
			}
			x.Points = points
			shape = x
		}
		s.fig.Shapes = append(s.fig.Shapes, shape)
	}
	s.fig.Alt = fig.Alt
}
