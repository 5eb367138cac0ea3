package present

import (
	"fmt"
	"slices"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// pile is a column with its cards.
type pile struct {
	title string
	icon  string
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
		byID[col.ID] = &pile{title: col.Title, icon: col.Icon}
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
	at := func(i int) figure.Rect {
		return figure.Rect{X: margin + float64(i%across)*(wide+gap), Y: bodyTop + float64(i/across)*(high+gap), W: wide, H: high}
	}
	for i, p := range piles {
		if w.sought(p.cards) >= 0 {
			w.drawPile(w.sheet(), p, most, at(i)) // finds the page, which is the same of all columns
		}
	}
	for i, p := range piles {
		w.drawPile(s, p, most, at(i))
	}
}

// sought is the number of the card that was there before and is being typed into: its page is to be in sight. -1 for none among these.
func (w *Show) sought(cards []*workshop.Card) int {
	d := w.place.Draft
	if !w.grown || d == nil || d.ID == "" || d.ID == workshop.DraftID {
		return -1
	}
	return slices.IndexFunc(cards, func(c *workshop.Card) bool { return c.ID == d.ID })
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
	x, wide := at.X+pad, room-s.wide(number, count)-12
	const side = 26.0
	if p.icon != "" && wide > side*5 {
		s.icon(p.icon, x, at.Y+36-side/2, side)
		x, wide = x+side+10, wide-side-10
	}
	title, i := s.fit(p.title, inkOf(theme.PresentBodyBold, figure.Ink), wide, 1, 22, 20)
	s.lines(title, x, at.Y+36-i.line()/2, wide, i)
	foot := at.Y + at.H - 14
	if cell != nil && len(p.cards) > 0 {
		foot -= 34
		w.drawTotal(s, cell, p, most, figure.Rect{X: at.X + pad, Y: foot + 17, W: room})
	}
	w.drawNewest(s, len(p.cards), w.sought(p.cards), func(i int) string { return w.words(p.cards[i]) }, figure.Rect{X: at.X + pad, Y: at.Y + 62, W: room, H: foot - at.Y - 62})
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
// that is too long for all of the room goes on on the page before. It turns to the page of the text of that number, -1 for none.
func (w *Show) drawNewest(s *sheet, n, seek int, text func(int) string, at figure.Rect) {
	const between = 8.0
	more := inkOf(theme.PresentSmall, figure.Accent)
	lay := func(i ink) ([]piece, func(piece) []string, window) {
		lines := func(p piece) []string { return p.cut(s.wrap(text(p.thing), i, at.W-10, 0)) } // room for the mark that it goes on
		room := at.H                                                                           // and the space below the last, which may be a piece without one
		most := int((room - 2*more.line() - between) / i.line())
		if n == 1 {
			most = int((room - more.line() - between) / i.line())
		}
		pieces := split(n, most, sure(most, at.W, i.size), func(k int) int { return signs(text(k)) },
			func(k int) int { return len(lines(piece{thing: k})) })
		win := newest(len(pieces), w.page, room, more.line(), func(k int, _ float64) float64 {
			if !pieces[k].last {
				return i.line()
			}
			return float64(len(lines(pieces[k])))*i.line() + between
		})
		return pieces, lines, win
	}
	i := inkOf(theme.PresentBody, figure.Ink)
	pieces, lines, win := lay(i)
	if win.first > 0 || win.end < len(pieces) {
		i.size = more.size // a little smaller, and perhaps all is in sight
		pieces, lines, win = lay(i)
	}
	if seek >= 0 {
		for w.page = 0; ; w.page++ {
			if pieces, lines, win = lay(i); win.first == 0 || pieces[win.first].thing <= seek {
				break
			}
		}
	}
	w.pages = max(w.pages, win.pages)
	y := at.Y
	if win.first > 0 {
		y = s.lines([]string{fmt.Sprintf("+%d more before", before(pieces, win))}, at.X, y, at.W, more)
	}
	for _, p := range joined(pieces[win.first:win.end]) {
		j := i
		if p.thing%2 == 1 {
			j = i.in(figure.Ink2)
		}
		y = s.lines(lines(p), at.X, y, at.W, j) + between
	}
	if win.end < len(pieces) {
		s.lines([]string{fmt.Sprintf("+%d more after", after(pieces, win, n))}, at.X, y-between/2, at.W, more)
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
