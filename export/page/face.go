package page

import (
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nemawashi.app/assets"
)

// face is the number of a typeface in assets.PrintFonts.
type face int

const (
	regular face = iota
	bold
	italic
	boldItalic
	symbols
	ideographs
	faceCount
	noFace face = -1
)

// lastRune is the last character that gofpdf can write: it knows 16-bit characters only.
const lastRune = 0xFFFF

// openFont parses a typeface once per process; a parsed font is safe for concurrent use.
var openFont = func() [faceCount]func() *sfnt.Font {
	var open [faceCount]func() *sfnt.Font
	for i := range open {
		open[i] = sync.OnceValue(func() *sfnt.Font {
			font, err := sfnt.Parse([]byte(assets.PrintFonts()[i].Data))
			if err != nil {
				panic("embedded typeface: " + err.Error()) // a broken build, not a broken input
			}
			return font
		})
	}
	return open
}()

// setter chooses typefaces, measures, and breaks text into lines. It caches what it looked up and
// remembers what it could not show. It belongs to one document and one goroutine.
type setter struct {
	advances [faceCount][256]*[256]int16
	buffer   sfnt.Buffer
	gaps     gaps
}

const (
	unknown int16 = 0
	absent  int16 = -1
	shift   int16 = 1 // stored advances are one more than the real ones, so that zero is "unknown"
)

// advance is the width of a character in thousandths of its size, rounded as the PDF will say it.
func (s *setter) advance(f face, r rune) (width int, ok bool) {
	if r < 0 || r > lastRune {
		return 0, false
	}
	block := s.advances[f][r>>8]
	if block == nil {
		block = new([256]int16)
		s.advances[f][r>>8] = block
	}
	stored := &block[r&0xFF]
	if *stored == unknown {
		*stored = s.lookUp(f, r)
	}
	if *stored == absent {
		return 0, false
	}
	return int(*stored - shift), true
}

func (s *setter) lookUp(f face, r rune) int16 {
	font := openFont[f]()
	glyph, err := font.GlyphIndex(&s.buffer, r)
	if err != nil || glyph == 0 {
		return absent
	}
	units := fixed.I(int(font.UnitsPerEm()))
	wide, err := font.GlyphAdvance(&s.buffer, glyph, units, 0)
	if err != nil {
		return absent
	}
	return int16(math.Round(float64(wide)*1000/float64(units))) + shift
}

// choose is the typeface in which a character is set in a style, noFace when there is none.
func (s *setter) choose(st Style, r rune) face {
	cut := regular
	switch {
	case st.Bold && st.Italic:
		cut = boldItalic
	case st.Bold:
		cut = bold
	case st.Italic:
		cut = italic
	}
	for _, f := range [...]face{cut, symbols, ideographs} {
		if _, ok := s.advance(f, r); ok {
			return f
		}
	}
	return noFace
}
