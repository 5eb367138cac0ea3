package readout

import (
	"math"
	"slices"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// How much room, in points, the columns of a canvas have on a paper, and from
// how many columns on they are set small.
const (
	roomUpright = 495
	roomWide    = 900
	manyColumns = 6
)

// table shows cards as rows. Cells that nobody filled have no column, and what
// the paper has no room for stands in a quiet line below the row's first cell.
func (r *report) table(b board) page.Table {
	main, rest := r.share(b)
	t := page.Table{}
	for _, cell := range main {
		column := columnOf(cell, len(main))
		column.Weight = r.weigh(b, cell, column.Weight)
		t.Columns = append(t.Columns, column)
	}
	if len(rest) > 0 {
		t.Columns[0].Weight = max(t.Columns[0].Weight, 2) * 1.8 // it carries the quiet lines
	}
	t.Small = len(main) >= manyColumns && !r.wide()
	for _, card := range b.cards {
		var cells []page.Cell
		for i, cell := range main {
			value := page.Cell{Text: r.cell(cell, card)}
			if n, ok := card.Number(cell.ID); ok && cell.Type == template.TypeInt {
				value.Text = r.number(n) // the head of the column has the unit
			}
			if i == 0 {
				if card.Done {
					value.Text = "✓ " + value.Text
				}
				value.Note = r.below(rest, card)
			}
			cells = append(cells, value)
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
	}
	if sums, any := r.sums(main, b.cards); any && len(b.cards) > 1 {
		t.Rows = append(t.Rows, page.Row{Cells: sums})
	}
	return t
}

// weigh gives a column of texts the more of the width the more is written in it, so that a long text does not become a narrow tower beside
// columns with a few words. The width follows the root of the amount, because a text fills an area.
func (r *report) weigh(b board, cell *template.Cell, weight float64) float64 {
	if cell.Type != template.TypeText && cell.Type != template.TypeNote || len(b.cards) == 0 {
		return weight
	}
	written := 0.0
	for _, card := range b.cards {
		written += wideIn(r.cell(cell, card))
	}
	return max(weight/2, math.Sqrt(written/float64(len(b.cards)))/4)
}

// wideIn is about how wide a text is, in Latin letters.
func wideIn(text string) (wide float64) {
	for _, c := range text {
		if wide++; c > 0x2E80 {
			wide++
		}
	}
	return wide
}

// share says which cells become columns. Long texts give way first, from the right.
func (r *report) share(b board) (main, rest []*template.Cell) {
	for i := range b.canvas.Cells {
		cell := &b.canvas.Cells[i]
		if slices.ContainsFunc(b.cards, func(card *workshop.Card) bool { return r.cell(cell, card) != "" }) {
			main = append(main, cell)
		}
	}
	if len(main) == 0 && len(b.canvas.Cells) > 0 {
		main = append(main, &b.canvas.Cells[0])
	}
	room := float64(roomUpright)
	if r.wide() {
		room = roomWide
	}
	for _, long := range []bool{true, false} {
		for i := len(main) - 1; i > 0 && needed(main) > room; i-- {
			if cell := main[i]; !long || cell.Type == template.TypeNote || cell.Type == template.TypeText {
				rest = append([]*template.Cell{cell}, rest...)
				main = slices.Delete(main, i, i+1)
			}
		}
	}
	return main, rest
}

// needed is the room that columns take at least.
func needed(cells []*template.Cell) float64 {
	sum := 0.0
	for _, cell := range cells {
		sum += columnOf(cell, manyColumns).Min
	}
	return sum
}

func columnOf(cell *template.Cell, of int) page.Column {
	c := page.Column{Title: cell.Title, Weight: float64(max(cell.Width, 1)), Min: 44}
	switch cell.Type {
	case template.TypeInt, template.TypeMoney, template.TypeDate, template.TypeBool:
		c.Weight /= 2 // these need no more than their least width
	}
	switch cell.Type {
	case template.TypeInt, template.TypeMoney:
		c.Align = page.ToRight
		if cell.Type == template.TypeInt && cell.Unit != "" {
			c.Title += ", " + cell.Unit
		}
		c.Min = 40
	case template.TypeNote:
		c.Weight = max(c.Weight, 2)
		c.Min = 96
	case template.TypeText:
		c.Min = 70
	case template.TypePerson:
		c.Min = 58
	case template.TypeDate:
		c.Min = 60
	case template.TypeBool:
		c.Min = 36
	case template.TypeChoice:
		for _, choice := range cell.Choices {
			c.Min = max(c.Min, roomFor(choice.Title))
		}
	}
	c.Min = max(c.Min, roomFor(c.Title))
	if of <= 4 && cell.Type != template.TypeText && cell.Type != template.TypeNote {
		c.Weight = 0
	}
	return c
}

// roomFor is about the width that a title needs so that none of its words is torn.
func roomFor(title string) float64 {
	longest := 0
	for _, word := range strings.Fields(title) {
		longest = max(longest, len([]rune(word)))
	}
	return min(float64(longest)*5.2+10, 90)
}

func (r *report) below(rest []*template.Cell, card *workshop.Card) string {
	var notes []string
	for _, cell := range rest {
		if text := r.cell(cell, card); text != "" {
			notes = append(notes, cell.Title+": "+text)
		}
	}
	if n := r.v.Dots[card.ID]; n > 0 {
		notes = append(notes, r.w.count("dot", n))
	}
	if a := r.became(card); a != "" {
		notes = append(notes, a)
	}
	return strings.Join(notes, "\n")
}

// sums is the last row of a table that adds something up.
func (r *report) sums(main []*template.Cell, cards []*workshop.Card) (row []page.Cell, any bool) {
	row = make([]page.Cell, len(main))
	for i, cell := range main {
		if !cell.Sum {
			continue
		}
		total := 0.0
		for _, card := range cards {
			n, _ := card.Number(cell.ID)
			total += n
		}
		row[i] = page.Cell{Text: r.number(total), Bold: true}
		any = true
	}
	if len(row) > 0 && row[0].Text == "" {
		row[0] = page.Cell{Text: r.w.say("total"), Bold: true}
	}
	return row, any
}

// cell is a value as it reads: people by their names, choices by their titles.
func (r *report) cell(cell *template.Cell, card *workshop.Card) string {
	text := strings.TrimSpace(card.Text(cell.ID))
	if text == "" {
		return ""
	}
	number, isNumber := card.Number(cell.ID)
	switch cell.Type {
	case template.TypeInt:
		if isNumber {
			return r.with(number, cell.Unit)
		}
	case template.TypeMoney:
		if isNumber {
			return r.purse.text(workshop.Money(number))
		}
	case template.TypeDate:
		return r.shortDate(workshop.Date(text))
	case template.TypeChoice:
		return cell.ChoiceTitle(text)
	case template.TypePerson:
		if name := r.v.Name(workshop.ID(text)); name != "" {
			return name
		}
		if workshop.LikelyID(text) {
			return "" // somebody whom the audience may not know
		}
	case template.TypeBool:
		if text == "yes" || text == "no" {
			return r.w.say("bool." + text)
		}
	default:
		if isNumber {
			return r.number(number)
		}
	}
	return text
}
