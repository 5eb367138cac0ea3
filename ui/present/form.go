package present

import (
	"strings"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

// formLine is one line of a form; the first one of a field has air above it.
type formLine struct {
	text string
	ink  ink
	air  float64
	keep bool // stays with the next line: a title stands with what it is the title of
}

// fact is a title and what stands below it.
type fact struct{ title, text string }

// drawForm draws the fields of a form, or of each of several copies. Fields in which nothing stands yet are named together, small, at
// the end of theirs: half a wall of dashes says nothing.
func (w *Show) drawForm(s *sheet, cards []*workshop.Card) {
	if len(cards) == 0 {
		cards = []*workshop.Card{{}}
	}
	var facts []fact
	for _, card := range cards {
		var empty []string
		for _, cell := range w.cells() {
			if value := w.value(cell, card); value != "" {
				facts = append(facts, fact{cell.Title, value})
			} else {
				empty = append(empty, cell.Title)
			}
		}
		switch {
		case len(empty) == len(w.cells()): // nothing yet: what is to be filled in
			for _, title := range empty {
				facts = append(facts, fact{title, "–"})
			}
		case len(empty) > 0:
			facts = append(facts, fact{title: "Still open: " + strings.Join(empty, ", ")})
		}
	}
	w.drawFacts(s, facts)
}

// setting is in how many columns lines are set, and in which size.
type setting struct {
	columns int
	size    float64
}

// drawFacts sets titles and texts below each other, in the largest letters with which all have room; what has none in the smallest goes
// on on the next page.
func (w *Show) drawFacts(s *sheet, facts []fact) {
	lines := func(size, room float64) []formLine { return formLines(s, facts, size, room) }
	w.flow(s, lines, []setting{{1, 30}, {1, 26}, {2, 30}, {2, 26}, {2, 22}, {2, 20}}, 0)
}

// flow sets lines in the first of the settings in which all have room, or in the last over as many pages as that needs. It says whether it
// drew anything: of pages that come before it draws none.
func (w *Show) flow(s *sheet, set func(size, room float64) []formLine, tries []setting, leading int) bool {
	const pad = 20.0
	high := s.foot() - bodyTop
	var lines []formLine
	var begins []int
	columns, wide := 0, 0.0
	for _, try := range tries {
		columns = try.columns
		wide = (s.right() - margin - gap*float64(columns-1)) / float64(columns)
		lines = set(try.size, wide-2*pad)
		if begins = broken(lines, high-2*pad); len(begins) <= columns {
			break
		}
	}
	w.forward(leading + (len(begins)+columns-1)/columns)
	if w.page < leading {
		return false
	}
	for c := range columns {
		x := margin + float64(c)*(wide+gap)
		s.tile(x, bodyTop, wide, high, false)
		n := (w.page-leading)*columns + c
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
	return true
}

// broken says with which lines new columns begin, so that each holds at most so much; a title goes on with its text.
func broken(lines []formLine, room float64) []int {
	var firsts []int
	var heights []float64
	for i, l := range lines {
		h := l.air + l.ink.line()
		if i > 0 && lines[i-1].keep {
			heights[len(heights)-1] += h
			continue
		}
		firsts, heights = append(firsts, i), append(heights, h)
	}
	begins := parts(heights, room)
	for i, b := range begins {
		if b > 0 {
			begins[i] = firsts[b]
		}
	}
	return begins
}

func formLines(s *sheet, facts []fact, size, room float64) []formLine {
	var out []formLine
	label, text := inkOf(theme.PresentSmall, figure.Accent), ink{size: size, color: figure.Ink}
	for _, f := range facts {
		for i, l := range s.wrap(f.title, label, room, 0) {
			out = append(out, formLine{text: l, ink: label, air: air(i == 0, size*0.8), keep: f.text != ""})
		}
		if f.text == "" {
			continue
		}
		for _, l := range s.wrap(f.text, text, room, 0) {
			out = append(out, formLine{text: l, ink: text})
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
