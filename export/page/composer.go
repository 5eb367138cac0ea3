package page

import "nemawashi.app/workshop/figure"

// Block is a part of a document: Cover, Contents, Heading, Paragraph, Bullets, Facts, Fit, Callout,
// Tiles, Table, Board, Chart, Photos, Compared, Beside, SignOff, Together, Space and Break.
type Block interface {
	strips(c *composer, width float64) []*strip
}

// composer turns blocks into strips. It knows the paper and the typefaces, and collects the
// entries of the contents.
type composer struct {
	*setter
	sheet   sheet
	options Options
	entries []entry
	height  float64 // of the part of a page that text may take
}

// entry is a line of the contents: a heading, where it leads.
type entry struct {
	level  int
	title  string
	anchor int
}

// Sizes of text in points on A4 and Letter; A3 is read from farther away and has them scaled.
const (
	bodySize    = 9.5
	tableSize   = 8.5
	captionSize = 8
	leadFactor  = 1.42
	textMeasure = 560 // longest comfortable line of running text
)

func (c *composer) pt(size float64) float64 { return size * c.sheet.scale }

// lead is the height of a line of text of a size that is already scaled.
func lead(size float64) float64 { return size * leadFactor }

func left(line) float64 { return 0 }

// words lays out text from spans, left aligned.
func (c *composer) words(spans []Span, width float64) *strip {
	size := 0.0
	for _, s := range spans {
		size = max(size, s.Style.Size)
	}
	return text(c.wrap(spans, width), lead(size), size, left)
}

// plain lays out text of one style; the size is scaled here.
func (c *composer) plain(words string, size float64, st Style, width float64) *strip {
	st.Size = c.pt(size)
	return c.words([]Span{{Text: words, Style: st}}, width)
}

// inside stacks the strips of blocks, as boxes and columns do.
func (c *composer) inside(blocks []Block, width float64) []*strip {
	var parts []*strip
	for i, b := range blocks {
		strips := b.strips(c, width)
		if i > 0 {
			c.breathe(blocks[i-1], strips)
		}
		parts = append(parts, strips...)
	}
	return parts
}

// breathe leaves more room after a block with an outline than there is between lines of text.
func (c *composer) breathe(before Block, strips []*strip) {
	switch before.(type) {
	case Tiles, Table, Callout, Board, Chart, Photos, Compared, Facts, Beside:
		if len(strips) > 0 {
			strips[0].gap = max(strips[0].gap, c.pt(11))
		}
	}
}

func caption(color figure.Color) Style { return Style{Color: color} }
