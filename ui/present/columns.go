package present

import (
	"fmt"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// pile is a column with its cards.
type pile struct {
	title string
	cards []*workshop.Card
	total float64
}

// piles are the columns of the canvas, or the bones of a fishbone; a card of a column that the template does not have gets one more.
func (w *Show) piles(cards []*workshop.Card) []*pile {
	var bones map[workshop.ID]int
	if w.place.Canvas.Shape == template.ShapeTree {
		bones = sketch.BoneOf(w.place.Canvas, cards)
	}
	byID := map[string]*pile{}
	var out []*pile
	for _, col := range w.place.Canvas.Columns {
		byID[col.ID] = &pile{title: col.Title}
		out = append(out, byID[col.ID])
	}
	for _, c := range cards {
		p := byID[c.Column]
		if bones != nil {
			p = out[bones[c.ID]]
		}
		if p == nil {
			p = &pile{title: c.Column}
			byID[c.Column] = p
			out = append(out, p)
		}
		p.cards = append(p.cards, c)
	}
	if cell := w.summed(); cell != nil {
		for _, p := range out {
			p.total = total(cell, p.cards)
		}
	}
	return out
}

// gap is between two tiles.
const gap = 16.0

// drawColumns draws a tile for each column. The newest cards are in sight first: that is what the room is waiting for.
func (w *Show) drawColumns(s *sheet, cards []*workshop.Card) {
	piles := w.piles(cards)
	if len(piles) == 0 {
		return
	}
	rows := 1
	if len(piles) > 4 {
		rows = 2
	}
	if len(piles) > 12 {
		rows = 3
	}
	across := (len(piles) + rows - 1) / rows
	wide := (s.right() - margin - gap*float64(across-1)) / float64(across)
	high := (s.foot() - bodyTop - gap*float64(rows-1)) / float64(rows)
	most := 0.0
	for _, p := range piles {
		most = max(most, p.total)
	}
	for i, p := range piles {
		x, y := margin+float64(i%across)*(wide+gap), bodyTop+float64(i/across)*(high+gap)
		w.drawPile(s, p, most, figure.Rect{X: x, Y: y, W: wide, H: high})
	}
}

// drawPile draws one column. The one with most of all is marked with a word and in gold.
func (w *Show) drawPile(s *sheet, p *pile, most float64, at figure.Rect) {
	const pad = 20.0
	cell := w.summed()
	top := cell != nil && most > 0 && p.total == most
	s.tile(at.X, at.Y, at.W, at.H, top)
	count := ink{size: 32, color: figure.Ink, bold: true, anchor: figure.End}
	number := fmt.Sprint(len(p.cards))
	s.write(number, at.X+at.W-pad, at.Y+36, 90, count)
	room := at.W - 2*pad
	title, i := s.fit(p.title, inkOf(theme.PresentBodyBold, figure.Ink), room-s.wide(number, count)-12, 1, 22, 20)
	s.lines(title, at.X+pad, at.Y+36-i.line()/2, room-s.wide(number, count)-12, i)
	foot := at.Y + at.H - 14
	if cell != nil && len(p.cards) > 0 {
		foot -= 34
		w.drawTotal(s, cell, p, most, figure.Rect{X: at.X + pad, Y: foot + 17, W: room})
	}
	w.drawNewest(s, len(p.cards), func(i int) string { return w.words(p.cards[i]) }, figure.Rect{X: at.X + pad, Y: at.Y + 62, W: room, H: foot - at.Y - 62})
}

// drawTotal draws what the column adds up to, as a bar beside the largest and in words.
func (w *Show) drawTotal(s *sheet, cell *template.Cell, p *pile, most float64, at figure.Rect) {
	small := inkOf(theme.PresentSmall, figure.Ink2)
	if p.total == 0 {
		what := lower(cell.Title)
		if cell.Unit == "min" {
			what = "minutes"
		}
		s.write("no "+what+" yet", at.X, at.Y, at.W, small)
		return
	}
	words, color := w.amount(cell, p.total), figure.Accent
	if p.total == most {
		words, color = words+", most", figure.Warn
	}
	i := small.in(figure.Ink).to(figure.End)
	i.bold = true
	s.write(words, at.X+at.W, at.Y, at.W, i)
	long := at.W - s.wide(words, i) - 12
	if long > 30 && most > 0 {
		s.box(figure.Rect{X: at.X, Y: at.Y - 5, W: long, H: 10, Radius: 5, Fill: figure.Rule})
		s.box(figure.Rect{X: at.X, Y: at.Y - 5, W: max(10, long*min(1, max(0, p.total/most))), H: 10, Radius: 5, Fill: color})
	}
}

// drawNewest writes as many of the texts as have room, the last of them at the foot; of the others it says how many there are. A text
// that is too long for all of the room ends with an ellipsis.
func (w *Show) drawNewest(s *sheet, n int, text func(int) string, at figure.Rect) {
	const between = 8.0
	i, more := inkOf(theme.PresentBody, figure.Ink), inkOf(theme.PresentSmall, figure.Accent)
	lines := func(k int, room float64) []string {
		full := s.wrap(text(k), i, at.W, 0)
		if most := max(1, int((room+0.1)/i.line())); len(full) > most {
			return s.wrap(text(k), i, at.W, most)
		}
		return full
	}
	height := func(k int, room float64) float64 { return float64(len(lines(k, room)))*i.line() + between }
	win := newest(n, w.page, at.H+between, more.line(), height)
	if win.first > 0 || win.end < n {
		i.size = more.size // a little smaller, and perhaps all is in sight
		win = newest(n, w.page, at.H+between, more.line(), height)
	}
	w.pages = max(w.pages, win.pages)
	y := at.Y
	if win.first > 0 {
		y = s.lines([]string{fmt.Sprintf("+%d more before", win.first)}, at.X, y, at.W, more)
	}
	for k := win.first; k < win.end; k++ {
		j := i
		if k%2 == 1 {
			j = i.in(figure.Ink2)
		}
		y = s.lines(lines(k, at.Y+at.H-y), at.X, y, at.W, j) + between
	}
	if win.end < n {
		s.lines([]string{fmt.Sprintf("+%d more after", n-win.end)}, at.X, y-between/2, at.W, more)
	}
}

// words are what a card says: its text and, behind it, what else it has in few words.
func (w *Show) words(c *workshop.Card) string {
	out := ""
	for n, cell := range w.cells() {
		v := w.value(cell, c)
		if n > 0 && (v == "" || cell.Type == template.TypeNote || cell == w.summed() && len(w.place.Canvas.Columns) > 4) {
			continue // of many columns the sums are enough
		}
		if n > 0 {
			v = " · " + v
		}
		out += v
	}
	return out + w.about(c)
}

// about is what is to be said of a card behind its words: its group, its dots.
func (w *Show) about(c *workshop.Card) string {
	out := ""
	if group := w.groupOf(c); group != "" {
		out += " · " + group
	}
	switch n := w.view.Dots[c.ID]; {
	case n == 1:
		out += " · 1 dot"
	case n > 1:
		out += fmt.Sprintf(" · %d dots", n)
	}
	return out
}
