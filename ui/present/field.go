package present

import (
	"fmt"
	"slices"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
)

// fieldText is the size of letters on a field: its numbers and notes are smaller.
const fieldText = 24

// drawField draws a field. Where it has no room for all words, what is new stands below it, and all cards in full on further pages, by
// the quarters of the field.
func (w *Show) drawField(s *sheet, source sketch.Source, frame figure.Frame) {
	in := source.Plane()
	frame.Text = fieldText * s.unit
	laid := figure.LayPlane(in, frame)
	if laid.Whole() {
		s.place(laid.Figure(), margin, bodyTop)
		return
	}
	lines := func(size, room float64) []formLine { return w.fieldLines(s, source, in, size, room) }
	if w.flow(s, lines, []setting{{2, 22}}, 1) {
		return
	}
	i := inkOf(theme.PresentBodyBold, figure.Ink)
	var newest []string
	if at := w.at(source.Cards); at >= 0 {
		newest = s.wrap(inFull(in.Cards[at]), i, s.right()-margin, 2)
	}
	foot := float64(len(newest)) * i.line()
	frame.H -= (foot + 6) * s.unit
	s.place(figure.LayPlane(in, frame).Figure(), margin, bodyTop)
	s.lines(newest, margin, s.foot()-foot, s.right()-margin, i)
}

// fieldLines are all cards by their numbers, quarter by quarter, and at last those that have no place yet.
func (w *Show) fieldLines(s *sheet, source sketch.Source, in figure.PlaneInput, size, room float64) []formLine {
	type card struct {
		quarter int
		figure.PlaneCard
	}
	titles := []string{"On the field"}
	if len(source.Canvas.Quadrants) == 4 {
		titles = nil
		for _, q := range source.Canvas.Quadrants {
			titles = append(titles, q.Title)
		}
	}
	titles = append(titles, "Not placed yet")
	var cards []card
	for _, c := range in.Cards {
		q := len(titles) - 1
		switch {
		case c.Placed && len(titles) > 2:
			q = source.Canvas.Quadrant(float64(c.Across), float64(c.Up))
		case c.Placed:
			q = 0
		}
		cards = append(cards, card{q, c})
	}
	slices.SortStableFunc(cards, func(a, b card) int { return a.quarter - b.quarter })
	label, text := inkOf(theme.PresentSmall, figure.Accent), ink{size: size, color: figure.Ink}
	label.bold = true
	var out []formLine
	for i, c := range cards {
		first := i == 0 || cards[i-1].quarter != c.quarter
		if first {
			out = append(out, formLine{text: titles[c.quarter], ink: label, air: air(i > 0, size*0.8)})
		}
		for k, l := range s.wrap(inFull(c.PlaneCard), text, room, 0) {
			out = append(out, formLine{text: l, ink: text, air: air(k == 0 && !first, 5)})
		}
	}
	return out
}

// inFull is all there is to say of a card, by its number.
func inFull(c figure.PlaneCard) string {
	words := fmt.Sprintf("%d  %s", c.Number, c.Text)
	if c.Note != "" {
		words += " · " + c.Note
	}
	return words
}
