package page

import "nemawashi.app/workshop/figure"

// Callout is a framed message.
type Callout struct {
	Tone  Tone
	Title string
	Text  string
	Body  []Block // after the text
}

func (b Callout) strips(c *composer, width float64) []*strip {
	ink, tint := b.Tone.colors()
	pad := padding{left: c.pt(14), top: c.pt(9), right: c.pt(12), bottom: c.pt(9)}
	room := width - pad.left - pad.right
	var parts []*strip
	if b.Title != "" {
		title := c.plain(b.Title, bodySize+0.5, Style{Bold: true, Color: ink}, room)
		title.keep = true
		parts = append(parts, title)
	}
	if b.Text != "" {
		words := c.plain(b.Text, bodySize, Style{}, min(room, c.pt(textMeasure)))
		words.gap = c.pt(2)
		parts = append(parts, words)
	}
	parts = append(parts, c.inside(b.Body, room)...)
	s := boxed(stack(parts), pad, func(p *pen, x, y, h float64) {
		p.box(x, y, width, h, c.pt(4), tint, figure.None, 0)
		p.box(x, y, c.pt(3), h, 0, ink, figure.None, 0)
	})
	s = solid(s, c.height/2)
	s.gap = c.pt(9)
	return []*strip{s}
}

// Tile is one figure that is to be seen from across the table.
type Tile struct {
	Value, Label, Note string
	Tone               Tone
}

// Tiles puts tiles beside each other, as many as the paper has room for.
type Tiles []Tile

func (b Tiles) strips(c *composer, width float64) []*strip {
	gutter, least := c.pt(9), c.pt(112)
	perRow := max(1, min(len(b), int((width+gutter)/(least+gutter))))
	w := (width - gutter*float64(perRow-1)) / float64(perRow)
	var parts []*strip
	for from := 0; from < len(b); from += perRow {
		row := b[from:min(from+perRow, len(b))]
		inner, height := make([]*strip, len(row)), 0.0
		for i, t := range row {
			inner[i] = t.face(c, w-c.pt(22))
			height = max(height, inner[i].height)
		}
		var cells []cell
		for i := range row {
			pad := padding{left: c.pt(11), right: c.pt(11), top: c.pt(9), bottom: c.pt(9) + height - inner[i].height}
			cells = append(cells, cell{float64(i) * (w + gutter), boxed(inner[i], pad,
				func(p *pen, x, y, h float64) {
					p.box(x, y, w, h, c.pt(5), figure.Surface, figure.Rule, 0.8)
				})})
		}
		s := solid(side(cells), c.height/2)
		s.gap = gutter
		parts = append(parts, s)
	}
	return parts
}

func (t Tile) face(c *composer, width float64) *strip {
	ink := figure.Ink
	if t.Tone != Plain {
		ink, _ = t.Tone.colors()
	}
	value := c.onOneLine(t.Value, Style{Bold: true, Color: ink}, width)
	label := c.plain(t.Label, captionSize+0.5, Style{Bold: true, Color: figure.Ink2}, width)
	parts := []*strip{value, label}
	if t.Note != "" {
		parts = append(parts, c.plain(t.Note, captionSize, caption(figure.Ink3), width))
	}
	return stack(parts)
}

// onOneLine makes a value smaller as long as that keeps it on one line.
func (c *composer) onOneLine(words string, st Style, width float64) *strip {
	for _, size := range []float64{19, 16, 13} {
		if s := c.plain(words, size, st, width); s.height <= lead(c.pt(size))+slack {
			return s
		}
	}
	return c.plain(words, 11, st, width)
}

// Card is one card of a board: its words, and quiet lines below it.
type Card struct {
	Text  string
	Notes []string
	Done  bool // shown by a tick before the words
}

// BoardColumn is a titled column of cards.
type BoardColumn struct {
	Title string
	Cards []Card
	Empty string // said in a column without cards
}

// Board shows a canvas of columns: four beside each other on upright paper, more on A3. Where one column is much longer than its neighbors,
// so that pages would be mostly empty, fewer and wider ones stand beside each other.
type Board []BoardColumn

// worth is the part of the height that fewer columns in a row must at least save.
const worth = 0.8

func (b Board) strips(c *composer, width float64) []*strip {
	gutter, least := c.pt(8), c.pt(105)
	perRow := max(1, min(len(b), int((width+gutter)/(least+gutter))))
	if rows := (len(b) + perRow - 1) / perRow; rows > 0 {
		perRow = (len(b) + rows - 1) / rows // the same number in every row looks calmer
	}
	best, high := b.rows(c, width, gutter, perRow)
	if high <= c.height {
		return best
	}
	for n := perRow - 1; n > 0; n-- {
		if parts, total := b.rows(c, width, gutter, n); total < high*worth {
			best, high = parts, total
		}
	}
	return best
}

// rows sets so many columns beside each other, and says how high all rows are together.
func (b Board) rows(c *composer, width, gutter float64, perRow int) (parts []*strip, total float64) {
	w := (width - gutter*float64(perRow-1)) / float64(perRow)
	for from := 0; from < len(b); from += perRow {
		var heads, bodies []cell
		for i, column := range b[from:min(from+perRow, len(b))] {
			x := float64(i) * (w + gutter)
			heads = append(heads, cell{x, column.title(c, w)})
			bodies = append(bodies, cell{x, column.body(c, w)})
		}
		head := side(heads)
		level(heads, head.height)
		head.gap, head.keep, head.split, head.least = c.pt(13), true, nil, head.height
		body := side(bodies)
		body.head, body.gap = head, 0
		parts = append(parts, head, body)
		total += head.gap + head.height + body.height
	}
	return parts, total
}

// level moves titles of fewer lines down, so that all stand on their cards.
func level(cells []cell, height float64) {
	for i := range cells {
		s, down := *cells[i].strip, height-cells[i].strip.height
		draw := s.draw
		s.draw = func(p *pen, x, y float64) { draw(p, x, y+down) }
		cells[i].strip = &s
	}
}

func (b BoardColumn) title(c *composer, width float64) *strip {
	words := c.plain(b.Title, tableSize+0.5, Style{Bold: true}, width-c.pt(4))
	return boxed(words, padding{left: c.pt(2), bottom: c.pt(3)}, func(p *pen, x, y, h float64) {
		p.rule(x, y+h, x+width, y+h, 1.2, figure.Accent)
	})
}

func (b BoardColumn) body(c *composer, width float64) *strip {
	var parts []*strip
	for _, card := range b.Cards {
		s := card.strip(c, width)
		s.gap = c.pt(5)
		parts = append(parts, s)
	}
	if len(parts) == 0 {
		parts = append(parts, c.plain(b.Empty, tableSize, Style{Italic: true, Color: figure.Ink3}, width))
	}
	return boxed(stack(parts), padding{top: c.pt(5)}, func(*pen, float64, float64, float64) {})
}

func (b Card) strip(c *composer, width float64) *strip {
	pad := padding{left: c.pt(7), top: c.pt(5), right: c.pt(6), bottom: c.pt(5)}
	room := width - pad.left - pad.right
	size := c.pt(tableSize)
	spans := []Span{{Text: b.Text, Style: Style{Size: size}}}
	if b.Done {
		spans = append([]Span{{Text: "✓ ", Style: Style{Size: size, Color: figure.OK}}}, spans...)
	}
	parts := []*strip{c.words(spans, room)}
	for _, note := range b.Notes {
		s := c.plain(note, captionSize-0.5, caption(figure.Ink2), room)
		s.gap = c.pt(1.5)
		parts = append(parts, s)
	}
	s := boxed(stack(parts), pad, func(p *pen, x, y, h float64) {
		p.box(x, y, width, h, c.pt(4), figure.Sunken, figure.None, 0)
	})
	return solid(s, c.height/3)
}
