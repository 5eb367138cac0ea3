package page

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"nemawashi.app/workshop/figure"
)

// Style is how text is set. An empty color is ink, a zero size the body size.
type Style struct {
	Size   float64
	Bold   bool
	Italic bool
	Color  figure.Color
}

// Span is a stretch of text in one style.
type Span struct {
	Text  string
	Style Style
}

// glyph is one character, measured.
type glyph struct {
	r     rune
	face  face
	style int // index of its span
	width float64
}

// run is a part of a line in one typeface and style, ready to be drawn at x within the line.
type run struct {
	text  string
	face  face
	style Style
	x     float64
}

// line is a line of text. Width does not count the spaces at which it was broken.
type line struct {
	runs  []run
	width float64
}

// wrap breaks text into lines no wider than width, by the rules of Unicode (UAX 14): between words,
// between ideographs, never before a closing sign. A word that is wider than a line is broken
// between characters, combining marks staying with their letter. Only spaces at a break are
// dropped. An empty text is one empty line.
func (s *setter) wrap(spans []Span, width float64) []line {
	glyphs, runes := s.measure(spans)
	if len(glyphs) == 0 {
		return []line{{}}
	}
	b := breaker{setter: s, spans: spans, glyphs: glyphs, runes: runes, width: width}
	var seg segmenter.Segmenter
	seg.Init(runes)
	for it := seg.LineIterator(); it.Next(); {
		part := it.Line()
		b.take(part.Offset, part.Offset+len(part.Text))
	}
	b.end(len(glyphs))
	return b.lines
}

// widthOf measures text that stays on one line.
func (s *setter) widthOf(spans []Span) float64 {
	glyphs, _ := s.measure(spans)
	total := 0.0
	for _, g := range glyphs {
		total += g.width
	}
	return total
}

// measure cleans the text of all spans and measures every character.
func (s *setter) measure(spans []Span) ([]glyph, []rune) {
	var glyphs []glyph
	var runes []rune
	for i, sp := range spans {
		text := s.clean(sp.Text)
		if glyphs == nil {
			glyphs, runes = make([]glyph, 0, len(text)), make([]rune, 0, len(text))
		}
		for _, r := range text {
			g := glyph{r: r, style: i, face: noFace}
			if !silent(r) {
				g.face = s.choose(sp.Style, r)
				wide, _ := s.advance(max(g.face, 0), r)
				g.width = float64(wide) * sp.Style.Size / 1000
			}
			glyphs, runes = append(glyphs, g), append(runes, r)
		}
	}
	return glyphs, runes
}

// silent characters guide the line breaks and are not drawn.
func silent(r rune) bool { return r == '\n' || r == zeroSpace || r == joiner }

// breaker fills lines with the parts between which a line may break.
type breaker struct {
	*setter
	spans  []Span
	glyphs []glyph
	runes  []rune
	width  float64

	start int     // first character of the line under way
	used  float64 // its width so far, with the spaces at its end
	lines []line
	done  bool // the last line ended with a line feed, which opens no further line at the text's end
}

// tolerance forgives what adding up rounded widths may differ from a width computed as one sum.
const tolerance = 0.01

// take adds the part from..to, breaking the line before it when it does not fit.
func (b *breaker) take(from, to int) {
	full, inked := b.extent(from, to)
	if b.used+inked > b.width+tolerance && from > b.start {
		b.end(from)
	}
	if inked > b.width+tolerance {
		b.takeLongWord(from, to)
	} else {
		b.used += full
	}
	if b.runes[to-1] == '\n' {
		b.end(to)
		if to == len(b.runes) {
			b.done = true
		}
	}
}

// extent is the width of a part with and without the spaces at its end.
func (b *breaker) extent(from, to int) (full, inked float64) {
	for i := from; i < to; i++ {
		full += b.glyphs[i].width
		if !blank(b.runes[i]) {
			inked = full
		}
	}
	return full, inked
}

func (b *breaker) takeLongWord(from, to int) {
	var seg segmenter.Segmenter
	seg.Init(b.runes[from:to])
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		at := from + g.Offset
		full, inked := b.extent(at, at+len(g.Text))
		if b.used+inked > b.width+tolerance && at > b.start {
			b.end(at)
		}
		b.used += full
	}
}

// end closes the line before the character at.
func (b *breaker) end(at int) {
	if b.done {
		return
	}
	last := at
	for last > b.start && blank(b.runes[last-1]) {
		last--
	}
	b.lines = append(b.lines, b.line(b.start, last))
	b.start, b.used = at, 0
}

// blank characters vanish at the end of a line. A no-break space was typed to stay, so it stays.
func blank(r rune) bool {
	return silent(r) || unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F'
}

func (b *breaker) line(from, to int) line {
	var l line
	for i := from; i < to; {
		g := b.glyphs[i]
		if g.face == noFace {
			i++
			continue
		}
		end := i
		text := make([]rune, 0, to-i)
		r := run{face: g.face, style: b.spans[g.style].Style, x: l.width}
		for ; end < to && (b.glyphs[end].face == g.face && b.glyphs[end].style == g.style || silent(b.runes[end])); end++ {
			if !silent(b.runes[end]) {
				text = append(text, b.runes[end])
				l.width += b.glyphs[end].width
			}
		}
		r.text = string(text)
		l.runs = append(l.runs, r)
		i = end
	}
	return l
}
