package page

import (
	"strconv"

	"nemawashi.app/workshop/figure"
)

// Heading begins a part of the document. Level 1 is a chapter, 2 a section, 3 a small title. It is a bookmark and
// stands in the contents, except on level 3, and it stays with what follows it.
type Heading struct {
	Level int
	Text  string
	Note  string // said beside a chapter, in quiet letters: a count, a period
	Fresh bool   // begins a page
}

func (h Heading) strips(c *composer, width float64) []*strip {
	size, gap, after := 11.0, 10.0, 3.0
	switch h.Level {
	case 1:
		size, gap, after = 18, 24, 8
	case 2:
		size, gap, after = 13, 18, 5
	}
	words := c.plain(h.Text, size, Style{Bold: true}, width)
	if h.Level == 1 {
		words = underChapter(c, words, width)
	}
	parts := []*strip{words}
	if h.Note != "" {
		note := c.plain(h.Note, bodySize, Style{Color: figure.Ink2}, width)
		note.gap = c.pt(1)
		parts = append(parts, note)
	}
	if h.Level <= 2 {
		parts = append([]*strip{c.anchor(h)}, parts...)
		parts[1].gap = 0
	}
	s := boxed(stack(parts), padding{bottom: c.pt(after)}, func(*pen, float64, float64, float64) {})
	s = solid(s, c.height/2)
	s.gap, s.keep, s.fresh = c.pt(gap), true, h.Fresh
	return []*strip{s}
}

// underChapter puts the short bar of the accent color above a chapter's title.
func underChapter(c *composer, words *strip, width float64) *strip {
	bar := min(c.pt(28), width)
	return boxed(words, padding{top: c.pt(8)}, func(p *pen, x, y, _ float64) {
		p.box(x, y, bar, c.pt(3), 0, figure.Fill, figure.None, 0)
	})
}

// anchor enters a heading in the contents. The strip, of no height, stands at the head of the heading and notes,
// when it is drawn, where that came to be.
func (c *composer) anchor(h Heading) *strip {
	title := oneLine(c.clean(h.Text))
	index := len(c.entries)
	c.entries = append(c.entries, entry{level: h.Level, title: title, anchor: index})
	s := rigid(0, func(p *pen, _, y float64) {
		for len(p.anchors) <= index {
			p.anchors = append(p.anchors, anchor{})
		}
		p.anchors[index] = anchor{page: p.current, y: y}
	})
	s.keep = true
	return s
}

// Contents lists the headings of the whole document with links and page numbers. When they would take more than a
// page, chapters alone are listed; all of them stay in the outline.
type Contents struct {
	Title string
}

func (b Contents) strips(c *composer, width float64) []*strip {
	for _, levels := range []int{2, 1} {
		parts := b.listed(c, width, levels)
		if stack(parts).height <= c.height || levels == 1 {
			return parts
		}
	}
	return nil
}

func (b Contents) listed(c *composer, width float64, levels int) []*strip {
	title := c.plain(b.Title, 18, Style{Bold: true}, width)
	title = underChapter(c, title, width)
	title = boxed(title, padding{bottom: c.pt(10)}, func(*pen, float64, float64, float64) {})
	title.fresh, title.keep = true, true
	parts := []*strip{title}
	for _, e := range c.entries {
		if e.level <= levels {
			parts = append(parts, c.contentsLine(e, width))
		}
	}
	return parts
}

func (c *composer) contentsLine(e entry, width float64) *strip {
	st, indent := Style{Size: c.pt(bodySize), Bold: e.level == 1}, c.pt(float64(e.level-1)*16)
	number := c.pt(30)
	lines := c.wrap([]Span{{Text: e.title, Style: st}}, width-indent-number)
	leading := lead(st.Size) + c.pt(1.5)
	s := rigid(float64(len(lines))*leading, func(p *pen, x, y float64) {
		p.postpone(func(p *pen) { c.drawEntry(p, e, lines, x+indent, y, leading, x+width) })
	})
	s.gap = c.pt(2)
	if e.level == 1 {
		s.gap = c.pt(7)
	}
	return s
}

// drawEntry writes a line of the contents once the page of its heading is known.
func (c *composer) drawEntry(p *pen, e entry, lines []line, x, y, leading, right float64) {
	st := Style{Size: c.pt(bodySize), Bold: e.level == 1}
	to := p.anchors[e.anchor]
	number := c.wrap([]Span{{Text: strconv.Itoa(to.page), Style: st}}, c.sheet.w)[0]
	base := y + leading/2 + capHalf*st.Size
	for i, l := range lines {
		p.line(l, x, base+float64(i)*leading)
	}
	last := base + float64(len(lines)-1)*leading
	from := x + lines[len(lines)-1].width + c.pt(6)
	if until := right - number.width - c.pt(6); until > from {
		p.dots(from, until, last-st.Size*0.1)
	}
	p.line(number, right-number.width, last)
	link := p.pdf.AddLink()
	p.pdf.SetLink(link, to.y, to.page)
	p.pdf.Link(x, y, right-x, float64(len(lines))*leading, link)
}

// bookmarks enters all headings into the outline that viewers show beside the pages. gofpdf
// encodes bookmarks by the selected typeface, and expects the first one on the highest level.
func (c *composer) bookmarks(p *pen) {
	if len(c.entries) > 0 {
		p.font(regular, bodySize)
	}
	level := -1
	for _, e := range c.entries {
		to := p.anchors[e.anchor]
		level = min(e.level-1, level+1)
		p.turnTo(to.page)
		p.font(regular, bodySize)
		p.pdf.Bookmark(e.title, level, to.y)
	}
}
