package readout

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/ideas"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// board is a canvas with its cards, in order.
type board struct {
	canvas *template.Canvas
	cards  []*workshop.Card
}

// findBoards gives every card its canvas: those of the method in its order,
// then others. A canvas that nobody knows any more is made up from its cards,
// so that nothing of them is lost.
func (r *report) findBoards(set *template.Set) []board {
	cards := map[string][]*workshop.Card{}
	for _, c := range r.v.Cards {
		cards[c.Canvas] = append(cards[c.Canvas], c)
	}
	var out []board
	take := func(c *template.Canvas) {
		list := cards[c.ID]
		if len(list) == 0 {
			return
		}
		delete(cards, c.ID)
		slices.SortStableFunc(list, func(a, b *workshop.Card) int { return cmp.Compare(a.Position, b.Position) })
		out = append(out, board{canvas: completed(c, list), cards: list})
	}
	methods := set.All()
	if r.method != nil {
		methods = append([]*template.Template{r.method}, methods...)
	}
	for _, t := range methods {
		for i := range t.Canvases {
			take(&t.Canvases[i])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(cards)) {
		c := &template.Canvas{ID: id, Title: id, Shape: template.ShapeTable}
		if slices.ContainsFunc(cards[id], func(card *workshop.Card) bool { return card.Column != "" }) {
			c.Shape = template.ShapeColumns
		}
		take(c)
	}
	return out
}

// completed adds to a canvas the columns and cells that only its cards have.
func completed(c *template.Canvas, cards []*workshop.Card) *template.Canvas {
	full := *c
	full.Columns, full.Cells = slices.Clone(c.Columns), slices.Clone(c.Cells)
	for _, card := range cards {
		if _, known := full.Column(card.Column); !known && sorted(&full) && card.Parent == "" {
			full.Columns = append(full.Columns, template.Column{ID: card.Column, Title: cmp.Or(card.Column, "–")})
		}
		for _, id := range slices.Sorted(maps.Keys(card.Cells)) {
			if _, known := full.Cell(id); !known {
				full.Cells = append(full.Cells, template.Cell{ID: id, Title: id, Type: template.TypeText})
			}
		}
	}
	return &full
}

// sorted says that the cards of a canvas are in columns or on bones.
func sorted(c *template.Canvas) bool { return c.Shape == template.ShapeColumns || len(c.Columns) > 0 }

// open are the boards that the audience gets: the sponsor the key ones.
func (r *report) openBoards() []board {
	var out []board
	for _, b := range r.boards {
		if b.canvas.Key || !r.sponsor() {
			out = append(out, b)
		}
	}
	return out
}

func (r *report) countBoards() int { return len(r.openBoards()) }

// canvases shows each canvas in the form in which it was worked on.
func (r *report) canvases() []page.Block {
	boards := r.openBoards()
	blocks := []page.Block{r.head("canvases", r.w.count("canvas", len(boards)), false)}
	for _, b := range boards {
		blocks = append(blocks, page.Heading{Level: 2, Text: b.canvas.Title, Note: b.canvas.Question})
		if b.canvas.ID == ideas.Canvas {
			blocks = append(blocks, r.waiting(b)...)
		}
		copies := r.copies(b)
		for _, c := range copies {
			if len(copies) > 1 || c.group != "" {
				blocks = append(blocks, page.Heading{Level: 3, Text: c.title})
			}
			blocks = append(blocks, r.shape(c.board)...)
		}
	}
	return blocks
}

// waiting says how many ideas have no answer yet, and how long the first of them has waited.
func (r *report) waiting(b board) []page.Block {
	found := ideas.Of(b.cards, r.today)
	if len(found.Waiting) == 0 {
		return nil
	}
	text := r.w.count("waiting", len(found.Waiting))
	if oldest := found.Oldest(); oldest >= 0 {
		text += " " + r.w.fill("waiting.longest", r.w.count("day", oldest))
	}
	return []page.Block{page.Callout{Tone: page.Warn, Text: text}}
}

// shape shows a canvas in the form in which it was worked on.
func (r *report) shape(b board) []page.Block {
	switch b.canvas.Shape {
	case template.ShapeColumns:
		if sketch.Opposed(b.canvas) {
			return r.forces(b)
		}
		return r.columns(b)
	case template.ShapeField:
		return r.field(b)
	case template.ShapeTree:
		return r.tree(b)
	case template.ShapeForm:
		var blocks []page.Block
		for _, card := range b.cards {
			blocks = append(blocks, r.form(b.canvas, card)...)
		}
		return blocks
	}
	return []page.Block{r.table(b)}
}

// fromCanvas is the text of a cell of a form, "" without one.
func (r *report) fromCanvas(canvas, cell string) string {
	for _, b := range r.boards {
		if b.canvas.ID == canvas {
			for _, card := range b.cards {
				if text := strings.TrimSpace(card.Text(cell)); text != "" {
					return text
				}
			}
		}
	}
	return ""
}

func (r *report) form(c *template.Canvas, card *workshop.Card) []page.Block {
	var items []page.Fact
	for i := range c.Cells {
		if text := r.cell(&c.Cells[i], card); text != "" {
			items = append(items, page.Fact{Name: c.Cells[i].Title, Value: text})
		}
	}
	if half := (len(items) + 1) / 2; r.wide() && half > 1 {
		return r.pair([]page.Block{page.Facts{Items: items[:half]}}, []page.Block{page.Facts{Items: items[half:]}})
	}
	return []page.Block{page.Facts{Items: items}}
}

// columns shows cards in their columns. Where the canvas adds something up, bars compare the columns.
func (r *report) columns(b board) []page.Block {
	var out page.Board
	var bars []figure.BarItem
	sum := summed(b.canvas)
	filled := 0
	for _, col := range b.canvas.Columns {
		column := page.BoardColumn{Title: col.Title, Empty: r.w.say("none")}
		total := 0.0
		for _, card := range b.cards {
			if card.Column != col.ID {
				continue
			}
			if sum != nil {
				n, _ := card.Number(sum.ID)
				total += n
			}
			column.Cards = append(column.Cards, r.card(b.canvas, card))
		}
		if sum != nil && total != 0 {
			column.Title += ", " + r.with(total, sum.Unit)
			filled++
		}
		bars = append(bars, figure.BarItem{Label: col.Title, Value: total, Text: r.with(total, unitOf(sum))})
		out = append(out, column)
	}
	if filled < 3 {
		return []page.Block{out}
	}
	slices.SortStableFunc(bars, func(x, y figure.BarItem) int { return cmp.Compare(y.Value, x.Value) })
	for bars[len(bars)-1].Value == 0 {
		bars = bars[:len(bars)-1]
	}
	all := 0.0
	for _, bar := range bars {
		all += bar.Value
	}
	caption := r.w.fill("sum.caption", sum.Title, r.with(all, sum.Unit))
	return append([]page.Block{out}, r.bars(bars, caption)...)
}

// bars compares values. On wide paper they take half of the width, where lengths still compare at a glance.
func (r *report) bars(items []figure.BarItem, caption string) []page.Block {
	chart := page.Chart{Height: figure.BarsHeight(len(items), 8), Caption: caption,
		Draw: func(f figure.Frame) figure.Figure { return figure.Bars(items, caption, f) }}
	if r.wide() {
		return []page.Block{page.Beside{Left: []page.Block{chart}}}
	}
	return []page.Block{chart}
}

// summed is the cell that a canvas adds up, nil when there is none.
func summed(c *template.Canvas) *template.Cell {
	for i := range c.Cells {
		if c.Cells[i].Sum {
			return &c.Cells[i]
		}
	}
	return nil
}

func unitOf(c *template.Cell) string {
	if c == nil {
		return ""
	}
	return c.Unit
}

// card is a card of a board: its first cell is what stands on it.
func (r *report) card(c *template.Canvas, card *workshop.Card) page.Card {
	out := page.Card{Done: card.Done}
	for i := range c.Cells {
		cell := &c.Cells[i]
		text := r.cell(cell, card)
		switch {
		case text == "", cell.Type == template.TypeBool && text == r.w.say("bool.no"):
		case out.Text == "" && cell.ID == template.TextCell:
			out.Text = text
		case cell.Type == template.TypeBool:
			out.Notes = append(out.Notes, "✓ "+cell.Title)
		case cell.Unit != "":
			out.Notes = append(out.Notes, text)
		default:
			out.Notes = append(out.Notes, cell.Title+": "+text)
		}
	}
	if n := r.v.Dots[card.ID]; n > 0 {
		out.Notes = append(out.Notes, r.w.count("dot", n))
	}
	if a := r.became(card); a != "" {
		out.Notes = append(out.Notes, a)
	}
	if out.Text == "" && len(out.Notes) > 0 {
		out.Text, out.Notes = out.Notes[0], out.Notes[1:]
	}
	return out
}

// became names the action that a card was made into.
func (r *report) became(card *workshop.Card) string {
	if card.Action == "" {
		return ""
	}
	for _, row := range r.rows {
		if row.Action.ID == card.Action {
			return "→ " + row.Action.Label()
		}
	}
	return ""
}
