package present

import (
	"fmt"
	"strings"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

// grid is a table for the wall.
type grid struct {
	titles []string
	widths []float64 // relative
	rows   int
	text   func(row, column int) string
}

// drawTable draws the rows of a canvas, the newest in sight first. Of many columns those are left out in which nothing stands yet.
func (w *Show) drawTable(s *sheet, cards []*workshop.Card) {
	cells := w.cells()
	g := grid{rows: len(cards)}
	var shown []int
	for i, cell := range cells {
		filled := i == 0 || len(cells) <= 5
		for _, c := range cards {
			filled = filled || w.value(cell, c) != ""
		}
		if filled {
			shown = append(shown, i)
			g.titles = append(g.titles, cell.Title)
			g.widths = append(g.widths, float64(max(1, cell.Width)))
		}
	}
	g.text = func(row, column int) string {
		text := w.value(cells[shown[column]], cards[row])
		if column == 0 {
			text += w.about(cards[row])
		}
		return text
	}
	w.drawGrid(s, g)
}

const cellPad = 10.0

func (w *Show) drawGrid(s *sheet, g grid) {
	whole := s.right() - margin
	head := inkOf(theme.PresentSmall, figure.Ink2)
	head.bold = true
	i := inkOf(theme.PresentBody, figure.Ink)
	if len(g.titles) > 4 {
		i = inkOf(theme.PresentSmall, figure.Ink)
	}
	at := []float64{margin}
	for _, wide := range g.share(s, whole, head, i) {
		at = append(at, at[len(at)-1]+wide)
	}
	room := func(column int) float64 { return at[column+1] - at[column] - 2*cellPad }
	headLines := 1
	for c, title := range g.titles {
		headLines = max(headLines, len(s.wrap(title, head, room(c), 2)))
	}
	y := bodyTop
	for c, title := range g.titles {
		s.lines(s.wrap(title, head, room(c), 2), at[c]+cellPad, y, room(c), head)
	}
	y += float64(headLines)*head.line() + 8
	lines := func(row, column int, high float64) []string {
		return s.wrap(g.text(row, column), i, room(column), max(1, int((high-2*cellPad)/i.line())))
	}
	const between = 6.0
	height := func(row int, high float64) float64 {
		most := 1
		for c := range g.titles {
			most = max(most, len(lines(row, c, high)))
		}
		return float64(most)*i.line() + 2*cellPad + between
	}
	more := inkOf(theme.PresentSmall, figure.Accent)
	foot := s.foot()
	win := newest(g.rows, w.page, foot-y, more.line()+4, height)
	w.pages = max(w.pages, win.pages)
	if g.rows == 0 {
		s.tile(margin, y, whole, 60, false)
		s.write("Nothing yet", margin+cellPad*2, y+30, whole, i.in(figure.Ink2))
	}
	if win.first > 0 {
		y = s.lines([]string{fmt.Sprintf("+%d more before", win.first)}, margin+cellPad, y, whole, more) + 4
	}
	for row := win.first; row < win.end; row++ {
		high := height(row, foot-y)
		s.tile(margin, y, whole, high-between, false)
		for c := range g.titles {
			j := i
			if c > 0 {
				j = i.in(figure.Ink2)
			}
			s.lines(lines(row, c, high), at[c]+cellPad, y+cellPad, room(c), j)
		}
		y += high
	}
	if win.end < g.rows {
		s.lines([]string{fmt.Sprintf("+%d more after", g.rows-win.end)}, margin+cellPad, y, whole, more)
	}
}

// share gives each column its part of the width, and what its longest word needs: the others, which have more than they need, give it.
func (g grid) share(s *sheet, whole float64, head, body ink) []float64 {
	sum := 0.0
	for _, x := range g.widths {
		sum += x
	}
	out, lack, spare := make([]float64, len(g.widths)), 0.0, 0.0
	need := make([]float64, len(g.widths))
	for c := range g.widths {
		out[c] = whole * g.widths[c] / sum
		longest := func(text string, i ink) {
			for _, word := range strings.Fields(text) {
				need[c] = max(need[c], s.wide(word, i)+2*cellPad+2)
			}
		}
		longest(g.titles[c], head)
		for row := max(0, g.rows-wordRows); row < g.rows; row++ {
			longest(g.text(row, c), body)
		}
		need[c] = min(need[c], whole/4)
		lack += max(0, need[c]-out[c])
		spare += max(0, out[c]-need[c])
	}
	given := min(lack, spare)
	for c := range out {
		if more := need[c] - out[c]; more > 0 {
			out[c] += more * given / lack
		} else if spare > 0 {
			out[c] += more * given / spare
		}
	}
	return out
}

// wordRows is in how many of the newest rows the longest word is looked for: more are never in sight.
const wordRows = 20
