package page

import "nemawashi.app/workshop/figure"

// Align is the side of its column to which a cell's text keeps.
type Align int

// The alignments.
const (
	ToLeft Align = iota
	ToRight
	Centered
)

// Column is a column of a table. Columns share the width of the paper by Weight, none below Min;
// a column with no weight is as wide as its content, up to a quarter of the table.
type Column struct {
	Title  string
	Weight float64
	Min    float64 // in points
	Align  Align
}

// Cell is a value in a table. A pill is a short word on its tone's tint.
type Cell struct {
	Text string
	Note string // a quiet line below the text
	Tone Tone   // colors a pill, or the text when there is no pill
	Pill bool
	Bold bool
}

// Row is a row of cells, or, with Group, a title across the table for the rows that follow.
type Row struct {
	Cells []Cell
	Group string
	Tone  Tone // tints the whole row
}

// Table goes on over as many pages as it needs and repeats its head on each. A row is split
// only when it is higher than a third of a page, and then between two lines.
type Table struct {
	Columns []Column
	Rows    []Row
	Empty   string // said in place of rows when there are none
	Striped bool   // every other row on a tint, for wide rows
	Small   bool
}

// TextRow makes a row of plain cells.
func TextRow(values ...string) Row {
	r := Row{Cells: make([]Cell, len(values))}
	for i, v := range values {
		r.Cells[i].Text = v
	}
	return r
}

// grid is a table that is being laid out at a width.
type grid struct {
	*composer
	table  Table
	width  float64
	widths []float64
	size   float64
	padX   float64
	padY   float64
}

func (b Table) strips(c *composer, width float64) []*strip {
	g := grid{composer: c, table: b, width: width, size: tableSize, padX: c.pt(4.5), padY: c.pt(4)}
	if b.Small {
		g.size, g.padY = captionSize, c.pt(3)
	}
	g.widths = g.share()
	head := g.headRow()
	head.gap = c.pt(8)
	parts := []*strip{head}
	for i, row := range b.Rows {
		parts = append(parts, g.row(row, head, b.Striped && i%2 == 1))
	}
	g.together(parts[1:])
	if len(b.Rows) == 0 {
		empty := c.plain(b.Empty, tableSize, Style{Italic: true, Color: figure.Ink3}, width-2*g.padX)
		parts = append(parts, boxed(empty, padding{left: g.padX, top: g.padY, bottom: g.padY},
			func(*pen, float64, float64, float64) {}))
	}
	return parts
}

// together keeps a low first row with the second and a low last one with the one before, so that no page has a
// head with a single row, or a single row of a long table.
func (g *grid) together(rows []*strip) {
	if len(rows) < 3 {
		return
	}
	for _, i := range []int{0, len(rows) - 2} {
		if rows[i].split == nil && rows[i].height < g.height/8 {
			rows[i].keep = true
		}
	}
}

// share divides the width among the columns.
func (g *grid) share() []float64 {
	widths := make([]float64, len(g.table.Columns))
	free, weights := g.width, 0.0
	for i, col := range g.table.Columns {
		if col.Weight <= 0 {
			widths[i] = max(min(g.natural(i), g.width/4), g.pt(col.Min))
			free -= widths[i]
		} else {
			weights += col.Weight
		}
	}
	// Columns whose share is below their minimum take the minimum; the others share what is left.
	for again := true; again; {
		again = false
		for i, col := range g.table.Columns {
			least := g.pt(max(col.Min, 30))
			if col.Weight > 0 && widths[i] == 0 && free*col.Weight/weights < least {
				widths[i], again = least, true
				free, weights = free-least, weights-col.Weight
			}
		}
	}
	total := 0.0
	for i, col := range g.table.Columns {
		if widths[i] == 0 {
			widths[i] = free * col.Weight / weights
		}
		total += widths[i]
	}
	// With more minimums than paper, or no weights at all, everything is brought to the width.
	if total > g.width || weights <= 0 {
		for i := range widths {
			widths[i] *= g.width / total
		}
	}
	return widths
}

func (g *grid) natural(column int) float64 {
	size := g.pt(g.size)
	wide := g.widthOf([]Span{{Text: g.table.Columns[column].Title, Style: Style{Size: g.pt(captionSize), Bold: true}}})
	for _, row := range g.table.Rows {
		if column >= len(row.Cells) {
			continue
		}
		cell := row.Cells[column]
		w := g.widthOf([]Span{{Text: cell.Text, Style: Style{Size: size, Bold: cell.Bold || cell.Pill}}})
		if cell.Pill {
			w += 2 * g.pillPad()
		}
		wide = max(wide, w, g.widthOf([]Span{{Text: cell.Note, Style: Style{Size: g.pt(captionSize - 0.5)}}}))
	}
	return wide + 2*g.padX + 0.5
}

func (g *grid) pillPad() float64 { return g.pt(5.5) }

func (g *grid) headRow() *strip {
	var cells []cell
	x, height := 0.0, 0.0
	for i, col := range g.table.Columns {
		room := g.widths[i] - 2*g.padX
		words := g.aligned([]Span{{Text: col.Title,
			Style: Style{Size: g.pt(captionSize), Bold: true, Color: figure.Ink2}}}, room, col.Align)
		cells = append(cells, cell{x + g.padX, words})
		height = max(height, words.height)
		x += g.widths[i]
	}
	level(cells, height)
	s := boxed(side(cells), padding{top: g.padY, bottom: g.padY}, func(p *pen, x, y, h float64) {
		p.box(x, y, g.width, h, 0, figure.Sunken, figure.None, 0)
		p.rule(x, y+h, x+g.width, y+h, 0.8, figure.Rule2)
	})
	s.keep, s.split, s.least = true, nil, s.height
	return s
}

func (g *grid) row(row Row, head *strip, striped bool) *strip {
	var s *strip
	if row.Group != "" {
		words := g.plain(row.Group, g.size+0.5, Style{Bold: true, Color: figure.Accent}, g.width-2*g.padX)
		s = boxed(words, padding{left: g.padX, top: g.pt(8), bottom: g.pt(3)}, g.background(figure.None))
		s.keep, s.split, s.least = true, nil, s.height
	} else {
		tint := figure.None
		if striped {
			tint = figure.Ground
		}
		if row.Tone != Plain {
			_, tint = row.Tone.colors()
		}
		var cells []cell
		x := 0.0
		for i, col := range g.table.Columns {
			if i < len(row.Cells) {
				cells = append(cells, cell{x + g.padX, g.value(row.Cells[i], g.widths[i]-2*g.padX, col.Align)})
			}
			x += g.widths[i]
		}
		s = boxed(side(cells), padding{top: g.padY, bottom: g.padY}, g.background(tint))
		s = solid(s, g.height/3)
	}
	s.head = head
	return s
}

func (g *grid) background(tint figure.Color) func(p *pen, x, y, h float64) {
	return func(p *pen, x, y, h float64) {
		p.box(x, y, g.width, h, 0, tint, figure.None, 0)
		p.rule(x, y+h, x+g.width, y+h, 0.5, figure.Rule)
	}
}

func (g *grid) value(v Cell, room float64, align Align) *strip {
	ink, tint := figure.Ink, figure.None
	if v.Tone != Plain || v.Pill {
		ink, tint = v.Tone.colors()
	}
	st := Style{Size: g.pt(g.size), Bold: v.Bold || v.Pill, Color: ink}
	var s *strip
	if wide := g.widthOf([]Span{{Text: v.Text, Style: st}}); v.Pill && v.Text != "" && wide+2*g.pillPad() <= room {
		s = g.pill(v.Text, st, tint, wide, room, align)
	} else {
		s = g.aligned([]Span{{Text: v.Text, Style: st}}, room, align)
	}
	if v.Note == "" {
		return s
	}
	note := g.aligned([]Span{{Text: v.Note,
		Style: Style{Size: g.pt(captionSize - 0.5), Color: figure.Ink2}}}, room, align)
	return stack([]*strip{s, note})
}

func (g *grid) pill(words string, st Style, tint figure.Color, wide, room float64, align Align) *strip {
	full := wide + 2*g.pillPad()
	s := g.words([]Span{{Text: words, Style: st}}, wide+1)
	indent := shiftFor(align, room, full)
	draw, height := s.draw, s.height
	return rigid(height, func(p *pen, x, y float64) {
		p.box(x+indent, y, full, height, height/2, tint, figure.None, 0)
		draw(p, x+indent+g.pillPad(), y)
	})
}

func (g *grid) aligned(spans []Span, room float64, align Align) *strip {
	size := spans[0].Style.Size
	return text(g.wrap(spans, room), lead(size), size, func(l line) float64 {
		return shiftFor(align, room, l.width)
	})
}

func shiftFor(align Align, room, width float64) float64 {
	switch align {
	case ToRight:
		return max(0, room-width)
	case Centered:
		return max(0, (room-width)/2)
	}
	return 0
}
