package resistance

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// node is one bubble on the field with its arrow.
type node struct {
	spot    spot
	x, y, r float32 // where it belongs
	ring    float32 // width of the white gap and the ring around it
	end     float32 // where its arrow ends
	scale   float32
	hidden  bool

	halo, rim, body      *canvas.Circle
	label, count, number *canvas.Text
	badge                *canvas.Rectangle
	shaft, upper, lower  *canvas.Line
	goal, dot            *canvas.Circle
}

func newNode() *node {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	line := func() *canvas.Line { return canvas.NewLine(color.Transparent) }
	circle := func() *canvas.Circle { return canvas.NewCircle(color.Transparent) }
	return &node{halo: circle(), rim: circle(), body: circle(), label: text(), count: text(), number: text(),
		badge: canvas.NewRectangle(color.Transparent), shaft: line(), upper: line(), lower: line(), goal: circle(), dot: circle()}
}

// tip is the end of the arrow.
func (n *node) tip() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.upper, n.lower, n.goal, n.dot}
}

func (n *node) arrow() []fyne.CanvasObject { return append(n.tip(), n.shaft) }

func (n *node) bubble() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.halo, n.rim, n.body, n.label, n.count, n.badge, n.number}
}

// paint takes colors and words from the spot and the theme.
func (n *node) paint(f *field) {
	s := n.spot
	fill, ink := theme.Support(s.now)
	if !s.rated {
		fill, ink = theme.Color(theme.Surface), theme.Color(theme.Text)
	}
	token, width := theme.BandOf(s.priority).Ring()
	n.body.FillColor, n.body.StrokeColor, n.body.StrokeWidth = fill, theme.Color(theme.Field), 1
	show(n.rim, width > 0)
	if width > 0 {
		n.body.StrokeWidth = 0
		n.rim.FillColor, n.rim.StrokeColor = theme.Color(theme.Surface), theme.Color(token)
	}
	n.halo.FillColor, n.halo.StrokeColor, n.halo.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.Text), 1.5*f.unit
	show(n.halo, f.selected == s.id)
	n.label.Text, n.label.Color, n.label.TextStyle = s.short, ink, fyne.TextStyle{Bold: true}
	n.count.Text, n.count.Color = strconv.Itoa(s.people), ink
	show(n.count, s.people > 1)
	urgent := s.priority >= 6
	n.badge.FillColor = theme.Color(token)
	n.number.Text, n.number.Color, n.number.TextStyle = strconv.Itoa(s.priority), theme.Color(theme.Surface), fyne.TextStyle{Bold: true}
	show(n.badge, urgent)
	show(n.number, urgent)
	if width == 0 {
		token = theme.Field
	}
	for _, l := range []*canvas.Line{n.shaft, n.upper, n.lower} {
		l.StrokeColor = theme.Color(token)
	}
	n.goal.FillColor, n.goal.StrokeColor, n.dot.FillColor = theme.Color(theme.Surface), theme.Color(token), theme.Color(token)
}

// fit gives everything its size, after the field has been laid out.
func (n *node) fit(f *field) {
	_, width := theme.BandOf(n.spot.priority).Ring()
	n.rim.StrokeWidth = max(1, min(width*f.unit*n.scale, n.ring))
	size := min(theme.Scaled(13), n.r*0.85)
	if n.spot.people > 1 {
		size = min(size, n.r*0.68) // two lines
	}
	letter(n.label, size)
	letter(n.count, size*0.92)
	letter(n.number, min(theme.Scaled(11), n.r*0.6))
	thin := max(1, 1.8*f.unit*n.scale)
	for _, l := range []*canvas.Line{n.shaft, n.upper, n.lower} {
		l.StrokeWidth = thin
	}
	n.goal.StrokeWidth = thin
}

// settle brings everything to the place where the node belongs.
func (n *node) settle(f *field) {
	n.moveTo(n.x, n.y, f)
	n.pointTo(n.x, n.y, n.end, f)
	for _, o := range append(n.arrow(), n.bubble()...) {
		if n.hidden {
			o.Hide()
		}
	}
}

// moveTo brings the bubble to a place, while it is dragged or for good.
func (n *node) moveTo(x, y float32, f *field) {
	for _, o := range []fyne.CanvasObject{n.body, n.label} {
		o.Show()
	}
	outer := n.r + n.ring
	disc(n.halo, x, y, outer+4*f.unit)
	disc(n.rim, x, y, outer)
	disc(n.body, x, y, n.r)
	if n.spot.people > 1 {
		middleAt(n.label, x, y-n.label.TextSize*0.45)
		middleAt(n.count, x, y+n.label.TextSize*0.6)
	} else {
		middleAt(n.label, x, y)
	}
	m := n.number.MinSize()
	h := n.number.TextSize * 1.55
	w := max(h, m.Width+n.number.TextSize*0.9)
	bx, by := x+outer*0.66, y-outer*0.68
	n.badge.CornerRadius = h / 2
	put(n.badge, bx-w/2, by-h/2, w, h)
	middleAt(n.number, bx, by)
}

// points says whether the node has an arrow.
func (n *node) points(f *field) bool {
	s := n.spot
	return f.arrows && s.rated && s.wants && s.needed > s.now && !n.hidden && (!f.crowded || f.selected == s.id)
}

// reach is the radius of the ring in which an arrow ends.
func (n *node) reach(f *field) float32 { return max(3, 8*f.unit*n.scale) }

// pointTo draws the arrow from a bubble at x, y to the middle of its ring.
func (n *node) pointTo(x, y, end float32, f *field) {
	gap := n.r + n.ring + 2*f.unit
	on := n.points(f) || f.drag != nil && f.drag.node == n && f.drag.need
	for _, o := range n.arrow() {
		show(o, on)
	}
	if !on {
		return
	}
	r := n.reach(f)
	disc(n.goal, end, y, r)
	disc(n.dot, end, y, r*0.38)
	way := float32(1)
	if end < x {
		way = -1
	}
	tip, head := end-way*(r+f.unit), r*0.75
	if (tip-x)*way < gap+head { // no room for an arrow between the bubble and its ring
		for _, l := range []*canvas.Line{n.shaft, n.upper, n.lower} {
			l.Hide()
		}
		return
	}
	stroke(n.shaft, x+way*gap, y, tip, y)
	stroke(n.upper, tip-way*head, y-head*0.7, tip, y)
	stroke(n.lower, tip-way*head, y+head*0.7, tip, y)
}
