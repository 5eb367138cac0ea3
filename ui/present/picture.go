package present

import (
	"strings"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// least is the size of letters in a picture at which its smallest, which are a tenth smaller, are still read from ten meters.
const least = 22.3

// many is from how many cards on a picture is taken to need more than one page.
const many = 60

// drawPicture draws a field, a tree, a fishbone or the forces of a force field.
func (w *Show) drawPicture(s *sheet, cards []*workshop.Card) {
	source := sketch.Source{Canvas: w.canvas(), Cards: cards, Effect: w.view.Charter.Problem, Dots: w.view.Dots, Value: w.value, Group: w.groupOf, Words: sketch.English()}
	frame := figure.Frame{W: (s.right() - margin) * s.unit, H: (s.foot() - bodyTop) * s.unit, Wide: drawing.Wide, Memo: s.memo}
	if w.place.Canvas.Shape == template.ShapeField {
		w.drawField(s, source, frame)
		return
	}
	for _, size := range []float64{26, 24, least} {
		frame.Text = size * s.unit
		if len(cards) > many {
			continue
		}
		if fig, ok := sketch.Figure(source, frame); ok && fig.H <= frame.H {
			s.place(fig, margin, bodyTop)
			return
		}
	}
	switch { // frame.Text is the least
	case w.place.Canvas.Shape == template.ShapeColumns:
		w.drawForces(s, source, frame)
	case len(w.place.Canvas.Columns) > 0:
		bones, order := source.Bones()
		w.drawTree(s, figure.OnBones(bones), order, frame)
	default:
		causes, order := source.Causes()
		w.drawTree(s, causes, order, frame)
	}
}

// drawTree draws a tree, or the causes on the bones of a fishbone, that are more than has room at once: the page with what is worked on.
func (w *Show) drawTree(s *sheet, causes []figure.Cause, order []*workshop.Card, frame figure.Frame) {
	words := figure.EnglishCauses()
	tree := figure.LayTree(causes, words, frame)
	if tallest(tree.Rows) > frame.H {
		tree = figure.LayOutline(causes, words, frame)
	}
	if tallest(tree.Rows) > frame.H { // a text of many pages
		w.drawNewest(s, len(order), w.sought(order), func(i int) string { return w.words(order[i]) },
			figure.Rect{X: margin, Y: bodyTop, W: s.right() - margin, H: s.foot() - bodyTop})
		return
	}
	row := -1
	if at := numberOf(causes, w.at(order)); at >= 0 {
		row = rowOf(tree.Rows, tree.Boxes[at].Y)
	}
	from, to := w.rows(tree.Rows, 0, row, frame.H)
	s.place(tree.Part(from, to), margin, bodyTop)
}

// numberOf is the place of a card among causes, some of which are bones and no cards; -1 for none.
func numberOf(causes []figure.Cause, card int) int {
	for i := range causes {
		if causes[i].Family {
			continue
		}
		if card == 0 {
			return i
		}
		card--
	}
	return -1
}

// drawForces draws a force field that is higher than the wall, the titles with their totals on every page.
func (w *Show) drawForces(s *sheet, source sketch.Source, frame figure.Frame) {
	in, order := source.Forces()
	laid := figure.LayForces(in, frame)
	head := laid.Rows[1]
	if tallest(laid.Rows) > frame.H-head {
		w.drawColumns(s, source.Cards) // there a long text goes on on the next page
		return
	}
	row := -1
	if at := w.at(order); at >= 0 {
		row = rowOf(laid.Rows, laid.Boxes[at].Y)
	}
	from, to := w.rows(laid.Rows, 1, row, frame.H-head)
	s.place(laid.Part(0, 1), margin, bodyTop)
	s.place(laid.Part(from, to), margin, bodyTop+head/s.unit)
}

// rows are those of the page: the one with this row where something is new in it, -1 for none. Rows before the first are on every page.
func (w *Show) rows(edges []float64, first, row int, room float64) (from, to int) {
	var heights []float64
	for i := first + 1; i < len(edges); i++ {
		heights = append(heights, edges[i]-edges[i-1])
	}
	begins := parts(heights, room)
	if w.grown && row >= first {
		w.page = partOf(begins, row-first)
	}
	w.forward(len(begins))
	from, to = begins[w.page]+first, len(edges)-1
	if w.page+1 < len(begins) {
		to = begins[w.page+1] + first
	}
	return from, to
}

func rowOf(edges []float64, y float64) int {
	row := 0
	for i, top := range edges[:len(edges)-1] {
		if y >= top {
			row = i
		}
	}
	return row
}

func tallest(edges []float64) float64 {
	most := 0.0
	for i := 1; i < len(edges); i++ {
		most = max(most, edges[i]-edges[i-1])
	}
	return most
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

// at is the number of the card that is worked on: the one that is being typed, else the one that was made last. Ids are in the order of time.
func (w *Show) at(cards []*workshop.Card) int {
	at := -1
	for i, c := range cards {
		if d := w.place.Draft; d != nil && d.Card != nil && d.ID == c.ID {
			return i
		}
		if at < 0 || strings.Compare(string(c.ID), string(cards[at].ID)) > 0 {
			at = i
		}
	}
	return at
}

// place puts a figure onto the sheet.
func (s *sheet) place(fig figure.Figure, x, y float64) {
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
