package present

import (
	"cmp"
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
	onward bool   // the first rows come first, not the newest
	seek   int    // the row whose page is to be in sight where the newest come first, -1 for none
	empty  string // what is said while there are no rows
}

// drawTable draws the rows of a canvas, the newest in sight first. Of many columns those are left out in which nothing stands yet.
func (w *Show) drawTable(s *sheet, cards []*workshop.Card) {
	cells := w.cells()
	g := grid{rows: len(cards), seek: w.sought(cards)}
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
	const between = 6.0
	const rim = 2*cellPad + between // what a row has besides its lines
	more := inkOf(theme.PresentSmall, figure.Accent)
	foot := s.foot()
	most := int((foot - y - 2*(more.line()+4) - 2*rim) / i.line())
	lines := func(p piece, column int) []string {
		return p.cut(s.wrap(g.text(p.thing, column), i, room(column)-10, 0)) // room for the mark that it goes on
	}
	deepest := func(p piece) int {
		n := 1
		for c := range g.titles {
			n = max(n, len(lines(p, c)))
		}
		return n
	}
	high := func(p piece) float64 {
		if !p.last {
			return i.line()
		}
		return float64(deepest(p))*i.line() + rim
	}
	// A row may be too long when one of its cells is.
	over := func(row int) int {
		worst := 0
		for c := range g.titles {
			worst = max(worst, signs(g.text(row, c))-sure(most, room(c), i.size))
		}
		return worst
	}
	pieces := split(g.rows, most, 0, over, func(row int) int { return deepest(piece{thing: row}) })
	var win window
	if g.onward {
		heights := make([]float64, len(pieces))
		for k := range pieces {
			heights[k] = high(pieces[k])
		}
		begins := parts(heights, foot-y-rim)
		w.forward(len(begins))
		win = window{first: begins[w.page], end: len(pieces), pages: len(begins)}
		if w.page+1 < len(begins) {
			win.end = begins[w.page+1]
		}
	} else {
		page := func() window {
			return newest(len(pieces), w.page, foot-y-rim, more.line()+4, func(k int, _ float64) float64 { return high(pieces[k]) })
		}
		if g.seek >= 0 {
			w.page = 0
			for win = page(); win.first > 0 && pieces[win.first].thing > g.seek; win = page() {
				w.page++
			}
		}
		win = page()
		w.pages = max(w.pages, win.pages)
	}
	if g.rows == 0 {
		s.tile(margin, y, whole, 60, false)
		s.write(cmp.Or(g.empty, "Nothing yet"), margin+cellPad*2, y+30, whole-cellPad*4, i.in(figure.Ink2))
	}
	if win.first > 0 && !g.onward {
		y = s.lines([]string{fmt.Sprintf("+%d more before", before(pieces, win))}, margin+cellPad, y, whole, more) + 4
	}
	for _, p := range joined(pieces[win.first:win.end]) {
		tall := float64(deepest(p))*i.line() + rim
		s.tile(margin, y, whole, tall-between, false)
		for c := range g.titles {
			j := i
			if c > 0 {
				j = i.in(figure.Ink2)
			}
			s.lines(lines(p, c), at[c]+cellPad, y+cellPad, room(c), j)
		}
		y += tall
	}
	if win.end < len(pieces) && !g.onward {
		s.lines([]string{fmt.Sprintf("+%d more after", after(pieces, win, g.rows))}, margin+cellPad, y, whole, more)
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
				need[c] = max(need[c], s.wide(word, i)+2*cellPad+12)
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
