package present

import (
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

// formLine is one line of a form; the first one of a field has air above it.
type formLine struct {
	text string
	ink  ink
	air  float64
}

// drawForm sets the fields of a form below each other, in the largest letters with which all have room; what has none in the smallest
// goes on on the next page.
func (w *Show) drawForm(s *sheet, cards []*workshop.Card) {
	const pad = 20.0
	high := s.foot() - bodyTop
	var lines []formLine
	var begins []int
	columns, wide := 0, 0.0
	for _, try := range []struct {
		columns int
		size    float64
	}{{1, 30}, {1, 26}, {2, 30}, {2, 26}, {2, 22}, {2, 20}} {
		columns = try.columns
		wide = (s.right() - margin - gap*float64(columns-1)) / float64(columns)
		lines = w.formLines(s, cards, try.size, wide-2*pad)
		heights := make([]float64, len(lines))
		for i, l := range lines {
			heights[i] = l.air + l.ink.line()
		}
		if begins = parts(heights, high-2*pad); len(begins) <= columns {
			break
		}
	}
	w.forward((len(begins) + columns - 1) / columns)
	for c := range columns {
		x := margin + float64(c)*(wide+gap)
		s.tile(x, bodyTop, wide, high, false)
		n := w.page*columns + c
		if n >= len(begins) {
			continue
		}
		end := len(lines)
		if n+1 < len(begins) {
			end = begins[n+1]
		}
		y := bodyTop + pad
		for k, l := range lines[begins[n]:end] {
			if k > 0 {
				y += l.air
			}
			y = s.lines([]string{l.text}, x+pad, y, wide-2*pad, l.ink)
		}
	}
}

func (w *Show) formLines(s *sheet, cards []*workshop.Card, size, room float64) []formLine {
	var out []formLine
	label, text := inkOf(theme.PresentSmall, figure.Accent), ink{size: size, color: figure.Ink}
	if len(cards) == 0 {
		cards = []*workshop.Card{{}}
	}
	for _, card := range cards {
		for _, cell := range w.cells() {
			for i, l := range s.wrap(cell.Title, label, room, 0) {
				out = append(out, formLine{text: l, ink: label, air: air(i == 0, size*0.8)})
			}
			value := w.value(cell, card)
			if value == "" {
				value = "–"
			}
			for _, l := range s.wrap(value, text, room, 0) {
				out = append(out, formLine{text: l, ink: text})
			}
		}
	}
	return out
}

func air(first bool, most float64) float64 {
	if first {
		return most
	}
	return 0
}
