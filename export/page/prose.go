package page

import "nemawashi.app/workshop/figure"

// Paragraph is running text. Line feeds in it are kept.
type Paragraph struct {
	Text  string
	Spans []Span // instead of Text, where words differ in style; a zero size is the body size
	Small bool
	Quiet bool // secondary: notes, captions
}

func (b Paragraph) strips(c *composer, width float64) []*strip {
	size := bodySize
	if b.Small {
		size = tableSize
	}
	spans := b.Spans
	if spans == nil {
		spans = []Span{{Text: b.Text}}
	}
	set := make([]Span, len(spans))
	for i, s := range spans {
		s.Style.Size = c.pt(size)
		if s.Style.Color == figure.None && b.Quiet {
			s.Style.Color = figure.Ink2
		}
		set[i] = s
	}
	s := c.words(set, min(width, c.pt(textMeasure)))
	s.gap = c.pt(5)
	return []*strip{s}
}

// Bullets is a list. Mark, when it is given, stands for the dot: "✓", "→".
type Bullets struct {
	Items []string
	Mark  string
	Small bool
	Quiet bool
}

func (b Bullets) strips(c *composer, width float64) []*strip {
	size, mark, ink := bodySize, "•", figure.Ink
	if b.Small {
		size = tableSize
	}
	if b.Mark != "" {
		mark = b.Mark
	}
	if b.Quiet {
		ink = figure.Ink2
	}
	indent := c.pt(12)
	var parts []*strip
	for i, item := range b.Items {
		dot := c.plain(mark, size, Style{Color: figure.Accent}, indent)
		words := c.plain(item, size, Style{Color: ink}, min(width, c.pt(textMeasure))-indent)
		s := side([]cell{{0, dot}, {indent, words}})
		s.gap = c.pt(2.5)
		if i == 0 {
			s.gap = c.pt(5)
		}
		parts = append(parts, s)
	}
	return parts
}

// Space is empty room in points.
type Space float64

func (b Space) strips(c *composer, _ float64) []*strip {
	s := rigid(0, func(*pen, float64, float64) {})
	s.gap = c.pt(float64(b))
	return []*strip{s}
}

// Break goes on on the next page.
type Break struct{}

func (Break) strips(*composer, float64) []*strip {
	s := rigid(0, func(*pen, float64, float64) {})
	s.fresh = true
	return []*strip{s}
}

// Fact is a name and what it stands for.
type Fact struct {
	Name, Value string
	Strong      bool
}

// Facts lists names and values: with one column the value stands to the right of its name, with more
// each value stands below its name and the facts fill the columns row by row.
type Facts struct {
	Items   []Fact
	Columns int
}

func (b Facts) strips(c *composer, width float64) []*strip {
	if b.Columns > 1 {
		return b.grid(c, width)
	}
	name := min(c.pt(120), width*0.34)
	var parts []*strip
	for i, f := range b.Items {
		label := c.plain(f.Name, bodySize, Style{Color: figure.Ink2}, name-c.pt(10))
		value := c.plain(f.Value, bodySize, Style{Bold: f.Strong}, min(width-name, c.pt(textMeasure)))
		s := boxed(side([]cell{{0, label}, {name, value}}), padding{top: c.pt(3.5), bottom: c.pt(3.5)},
			func(p *pen, x, y, h float64) { p.rule(x, y+h, x+width, y+h, 0.6, figure.Rule) })
		s = solid(s, c.height/2)
		if i == 0 {
			s.gap = c.pt(4)
		}
		parts = append(parts, s)
	}
	return parts
}

func (b Facts) grid(c *composer, width float64) []*strip {
	gutter := c.pt(14)
	column := (width - gutter*float64(b.Columns-1)) / float64(b.Columns)
	var parts []*strip
	for from := 0; from < len(b.Items); from += b.Columns {
		var cells []cell
		for i, f := range b.Items[from:min(from+b.Columns, len(b.Items))] {
			label := c.plain(f.Name, captionSize, caption(figure.Ink2), column)
			value := c.plain(f.Value, bodySize, Style{Bold: f.Strong}, column)
			label.keep = true
			cells = append(cells, cell{float64(i) * (column + gutter), stack([]*strip{label, value})})
		}
		s := solid(side(cells), c.height/2)
		s.gap = c.pt(8)
		parts = append(parts, s)
	}
	return parts
}
