// Package figure draws the charts of a workshop as plain shapes: the resistance map, the
// timeline, bars, the burn-up of actions, the line of a measure, the coalition index, and the
// canvases that are pictures: the field, the tree, the fishbone, the force field.
//
// It promises that a chart looks the same wherever it is painted: a screen and a PDF both walk
// over Figure.Shapes in order and paint what they find. Every shape lies within the figure
// (0..W, 0..H, y grows downwards), every value has a word or a sign beside its color, and the same
// input gives the same shapes. Colors are names of the style's tokens, so that a dark screen and
// white paper paint each their own.
//
// The user interface and the exporters call it with plain numbers; it knows no records, no
// clock and no fonts. It returns no errors: values outside a scale are brought to its ends.
package figure

// Figure is a chart. W and H are in the units of the frame that it was made for.
type Figure struct {
	W, H   float64
	Shapes []Shape
	Alt    string // one sentence that says what the chart shows, for those who cannot see it
}

// Frame is the room that a chart may use: in points for paper, in pixels for a screen. Text is the
// size of the chart's normal text in the same unit. Wide measures a text as the painter sets it;
// without it widths are estimated, which is good enough for labels but not for sentences.
type Frame struct {
	W, H float64
	Text float64
	Wide func(text string, size float64, bold bool) float64
	Memo *Memo // of a painter that draws often; nil: nothing is remembered
}

// Shape is one of Line, Polygon, Circle, Rect and Text.
type Shape interface{ shape() }

// Line is a straight stroke. Dash makes it broken.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Color          Color
	Dash           bool
}

// Point is a corner of a polygon.
type Point struct{ X, Y float64 }

// Polygon is a closed area. An empty Fill or Stroke is not painted.
type Polygon struct {
	Points       []Point
	Fill, Stroke Color
	Width        float64
}

// Circle has its center at X, Y. An empty Fill or Stroke is not painted.
type Circle struct {
	X, Y, R      float64
	Fill, Stroke Color
	Width        float64
}

// Rect has its upper left corner at X, Y. Radius rounds the corners.
type Rect struct {
	X, Y, W, H   float64
	Radius       float64
	Fill, Stroke Color
	Width        float64
}

// Anchor says which part of a text stands at its X.
type Anchor int

// The anchors of a text.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of text. Y is the middle of its letters, so that text and shapes line up. Max is the
// room that it may take in width: a painter, which alone knows the font, makes longer
// text smaller and, when that is not enough, ends it with an ellipsis.
type Text struct {
	X, Y   float64
	Size   float64
	Text   string
	Color  Color
	Bold   bool
	Anchor Anchor
	Max    float64
}

func (Line) shape()    {}
func (Polygon) shape() {}
func (Circle) shape()  {}
func (Rect) shape()    {}
func (Text) shape()    {}

// Span returns where the text begins and ends at most: its room, laid around its anchor.
func (t Text) Span() (from, to float64) {
	switch t.Anchor {
	case Middle:
		return t.X - t.Max/2, t.X + t.Max/2
	case End:
		return t.X - t.Max, t.X
	}
	return t.X, t.X + t.Max
}

func (f *Figure) add(shapes ...Shape) { f.Shapes = append(f.Shapes, shapes...) }
