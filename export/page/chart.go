package page

import (
	"strings"

	"github.com/jung-kurt/gofpdf"

	"nemawashi.app/workshop/figure"
)

// Chart paints a figure. Draw makes it for the room that the paper gives, so that text in it keeps the
// size of a caption on every paper.
type Chart struct {
	Draw    func(figure.Frame) figure.Figure
	Height  float64 // in points on A4; zero is 0.6 of the width
	Caption string
}

func (b Chart) strips(c *composer, width float64) []*strip {
	frame := figure.Frame{W: width, H: c.pt(b.Height), Text: c.pt(captionSize), Wide: c.wideText}
	if b.Height == 0 {
		frame.H = width * 0.6
	}
	frame.H = min(frame.H, c.height*0.86)
	s := c.paint(b.Draw(frame))
	s.gap = c.pt(8)
	if b.Caption == "" {
		return []*strip{s}
	}
	s.keep = true
	words := c.plain(b.Caption, captionSize, caption(figure.Ink2), min(width, c.pt(textMeasure)))
	words.gap = c.pt(3)
	return []*strip{s, words}
}

// Charts paints figures below each other without a gap, as one picture that may go on on the next page: between two figures, or inside one
// that is higher than half a page.
type Charts struct {
	Draw func(figure.Frame) []figure.Figure
}

func (b Charts) strips(c *composer, width float64) []*strip {
	var out []*strip
	for i, f := range b.Draw(figure.Frame{W: width, H: c.height * 0.86, Text: c.pt(captionSize), Wide: c.wideText}) {
		s := solid(c.cuttable(f), c.height/2)
		if i == 0 {
			s.gap = c.pt(8)
		}
		out = append(out, s)
	}
	return out
}

// cuttable paints a figure that may go on on the next page, between two lines of its texts.
func (c *composer) cuttable(f figure.Figure) *strip {
	s := c.paint(f)
	s.least = min(s.height, c.pt(captionSize)*8) // not a single line at the foot of a page
	s.split = func(room float64) (above, below *strip) {
		at := f.Break(room)
		if at < s.least/2 {
			return nil, s
		}
		return c.paint(f.Cut(0, at)), c.cuttable(f.Cut(at, f.H))
	}
	return s
}

// wideText measures a text for a figure.
func (c *composer) wideText(text string, size float64, bold bool) float64 {
	return c.widthOf([]Span{{Text: oneLine(c.clean(text)), Style: Style{Size: size, Bold: bold}}})
}

// paint turns the shapes of a figure into a strip. Its texts are fitted now, so that what they
// cannot show is known before anything is drawn.
func (c *composer) paint(f figure.Figure) *strip {
	texts := make([]line, len(f.Shapes))
	for i, shape := range f.Shapes {
		if t, ok := shape.(figure.Text); ok {
			texts[i] = c.fit(t)
		}
	}
	return rigid(f.H, func(p *pen, x, y float64) {
		for i, shape := range f.Shapes {
			p.shape(shape, texts[i], x, y)
		}
	})
}

// smallest is the share of its size down to which a text is made smaller; it is shortened instead
// when that is not enough, because a column of labels in many sizes reads badly.
const smallest = 0.85

// fit sets a text of a figure within its room: a little smaller, or else with an ellipsis.
func (c *composer) fit(t figure.Text) line {
	st := Style{Size: t.Size, Bold: t.Bold, Color: t.Color}
	words := oneLine(c.clean(t.Text))
	wide := c.widthOf([]Span{{Text: words, Style: st}})
	if t.Max > 0 && wide > t.Max && t.Max/wide >= smallest {
		st.Size *= t.Max / wide
		wide = t.Max
	}
	if t.Max > 0 && wide > t.Max+tolerance {
		words = c.shortened(words, st, t.Max)
	}
	return c.wrap([]Span{{Text: words, Style: st}}, c.sheet.w*10)[0]
}

// shortened is as much of a text as fits, and an ellipsis. At least one character stays.
func (c *composer) shortened(words string, st Style, room float64) string {
	const ellipsis = "…"
	room -= c.widthOf([]Span{{Text: ellipsis, Style: st}})
	glyphs, runes := c.measure([]Span{{Text: words, Style: st}})
	n, used := 0, 0.0
	for n < len(glyphs) && (n == 0 || used+glyphs[n].width <= room) {
		used += glyphs[n].width
		n++
	}
	return strings.TrimRight(string(runes[:n]), " ") + ellipsis
}

func (p *pen) shape(shape figure.Shape, words line, x, y float64) {
	switch s := shape.(type) {
	case figure.Line:
		p.setStroke(s.Color, s.Width, s.Dash)
		p.pdf.Line(x+s.X1, y+s.Y1, x+s.X2, y+s.Y2)
	case figure.Polygon:
		if how := p.prepare(s.Fill, s.Stroke, s.Width); how != "" {
			points := make([]gofpdf.PointType, len(s.Points))
			for i, pt := range s.Points {
				points[i] = gofpdf.PointType{X: x + pt.X, Y: y + pt.Y}
			}
			p.pdf.Polygon(points, how)
		}
	case figure.Circle:
		if how := p.prepare(s.Fill, s.Stroke, s.Width); how != "" {
			p.pdf.Circle(x+s.X, y+s.Y, s.R, how)
		}
	case figure.Rect:
		p.box(x+s.X, y+s.Y, s.W, s.H, s.Radius, s.Fill, s.Stroke, s.Width)
	case figure.Text:
		at := x + s.X
		switch s.Anchor {
		case figure.Middle:
			at -= words.width / 2
		case figure.End:
			at -= words.width
		}
		size := s.Size
		if len(words.runs) > 0 {
			size = words.runs[0].style.Size
		}
		p.line(words, at, y+s.Y+capHalf*size)
	}
}

// dots is the dotted leader between a heading and its page number.
func (p *pen) dots(from, to, y float64) {
	const step = 4
	for x := to; x > from; x -= step {
		p.box(x, y, 0.7, 0.7, 0, figure.Outline, figure.None, 0)
	}
}
