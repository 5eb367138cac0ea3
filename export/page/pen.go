package page

import (
	"strings"

	"github.com/jung-kurt/gofpdf"

	"nemawashi.app/assets"
	"nemawashi.app/workshop/figure"
)

// pen draws on the current page. It is the only part that talks to gofpdf while a document is
// drawn, and hands it only text that setter has cleaned. Coordinates are points from the upper left.
type pen struct {
	pdf   *gofpdf.Fpdf
	known [faceCount]bool

	// What the page's graphics state holds, so that it is not said twice. Pages do not share it.
	face    face
	size    float64
	ink     figure.Color
	area    figure.Color
	stroke  figure.Color
	width   float64
	dashed  bool
	current int

	anchors []anchor
	later   []deferred
}

// anchor is the place where an entry of the contents came to stand.
type anchor struct {
	page int
	y    float64
}

// deferred is a drawing that has to wait until all page numbers are known.
type deferred struct {
	page int
	draw func(*pen)
}

// turnTo makes an existing page the one that is drawn on.
func (p *pen) turnTo(number int) {
	p.pdf.SetPage(number)
	p.forget(number)
}

func (p *pen) newPage() {
	p.pdf.AddPage()
	p.forget(p.pdf.PageCount())
}

func (p *pen) forget(number int) {
	p.face, p.size, p.width, p.current = noFace, 0, -1, number
	p.ink, p.area, p.stroke = figure.None, figure.None, figure.None
	p.dashed = false
	p.pdf.SetDashPattern(nil, 0)
}

// font selects a typeface. It reaches the file only when it is used, above all the large one for
// ideographs. gofpdf changes the bytes that it is given, so it gets a copy.
func (p *pen) font(f face, size float64) {
	if p.face == f && p.size == size {
		return
	}
	name := assets.PrintFonts()[f].Name
	if !p.known[f] {
		p.pdf.AddUTF8FontFromBytes(name, "", []byte(assets.PrintFonts()[f].Data))
		p.known[f] = true
	}
	p.pdf.SetFont(name, "", size)
	p.face, p.size = f, size
}

func (p *pen) setInk(c figure.Color) {
	if c == figure.None {
		c = figure.Ink
	}
	if p.ink != c {
		v := palette[c]
		p.pdf.SetTextColor(v.r, v.g, v.b)
		p.ink = c
	}
}

func (p *pen) setArea(c figure.Color) {
	if p.area != c {
		v := palette[c]
		p.pdf.SetFillColor(v.r, v.g, v.b)
		p.area = c
	}
}

func (p *pen) setStroke(c figure.Color, width float64, dashed bool) {
	if p.stroke != c {
		v := palette[c]
		p.pdf.SetDrawColor(v.r, v.g, v.b)
		p.stroke = c
	}
	if p.width != width {
		p.pdf.SetLineWidth(width)
		p.width = width
	}
	if p.dashed != dashed {
		var pattern []float64
		if dashed {
			pattern = []float64{3, 2.5}
		}
		p.pdf.SetDashPattern(pattern, 0)
		p.dashed = dashed
	}
}

// line writes a line of text on its baseline.
func (p *pen) line(l line, x, baseline float64) {
	for _, r := range l.runs {
		if strings.TrimSpace(r.text) == "" {
			continue // a space between two styles; the runs around it know their own places
		}
		p.font(r.face, r.style.Size)
		p.setInk(r.style.Color)
		p.pdf.Text(x+r.x, baseline, r.text)
	}
}

// rule draws a straight line.
func (p *pen) rule(x1, y1, x2, y2, width float64, c figure.Color) {
	p.setStroke(c, width, false)
	p.pdf.Line(x1, y1, x2, y2)
}

// box fills and outlines a rectangle; an empty color leaves either out.
func (p *pen) box(x, y, w, h, radius float64, fill, stroke figure.Color, width float64) {
	how := p.prepare(fill, stroke, width)
	switch {
	case how == "" || w <= 0 || h <= 0:
	case radius > 0:
		p.pdf.RoundedRect(x, y, w, h, min(radius, w/2, h/2), "1234", how)
	default:
		p.pdf.Rect(x, y, w, h, how)
	}
}

// prepare sets the colors of an area and says how gofpdf is to draw it.
func (p *pen) prepare(fill, stroke figure.Color, width float64) (how string) {
	if fill != figure.None {
		p.setArea(fill)
		how = "F"
	}
	if stroke != figure.None && width > 0 {
		p.setStroke(stroke, width, false)
		how += "D"
	}
	return how
}

func (p *pen) postpone(draw func(*pen)) {
	p.later = append(p.later, deferred{page: p.current, draw: draw})
}
