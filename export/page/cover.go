package page

import "nemawashi.app/workshop/figure"

// Cover is the first page. It has no running header.
type Cover struct {
	Kind     string // what the document is, above the title
	Title    string
	Subtitle string
	Facts    []Fact
	Note     string // at the foot: who may read it, how it was made
}

func (b Cover) strips(c *composer, width float64) []*strip {
	kind := c.plain(b.Kind, 11, Style{Bold: true, Color: figure.Accent}, width)
	title := c.coverTitle(b.Title, width)
	title.gap = c.pt(8)
	parts := []*strip{kind, title}
	if b.Subtitle != "" {
		sub := c.plain(b.Subtitle, 14, Style{Color: figure.Ink2}, width)
		sub.gap = c.pt(8)
		parts = append(parts, sub)
	}
	facts := Facts{Items: b.Facts}.strips(c, min(width, c.pt(420)))
	if len(facts) > 0 {
		facts[0].gap = c.pt(34)
	}
	body := stack(append(parts, facts...))
	mark := c.mark()
	note := c.plain(b.Note, captionSize, caption(figure.Ink3), min(width, c.pt(420)))
	least := c.sheet.top + c.pt(40)
	foot := c.sheet.h - c.sheet.bottom - note.height
	var below *strip
	if room := foot - c.pt(20) - least; body.height > room {
		if above, rest := body.split(room); above != nil {
			body, below = above, rest // a cover with more to say goes on on the next page
		}
	}
	s := rigid(c.sheet.h, func(p *pen, x, _ float64) {
		p.box(0, 0, c.pt(10), c.sheet.h, 0, figure.Fill, figure.None, 0)
		mark.draw(p, x, c.sheet.top)
		body.draw(p, x, max(least, min(c.sheet.h*0.26, foot-c.pt(20)-body.height)))
		note.draw(p, x, foot)
	})
	s.bare, s.fresh = true, true
	if below != nil {
		return []*strip{s, below}
	}
	return []*strip{s}
}

// coverTitle makes a long title smaller, so that it stays a title and not a page of text.
func (c *composer) coverTitle(title string, width float64) *strip {
	for _, size := range []float64{30, 24, 19} {
		if s := c.plain(title, size, Style{Bold: true}, width); s.height <= 4*lead(c.pt(size))+slack {
			return s
		}
	}
	return c.plain(title, 14, Style{Bold: true}, width)
}

// mark is the pill that says for whom the document is, on the cover.
func (c *composer) mark() *strip {
	if c.options.Mark == "" {
		return rigid(0, func(*pen, float64, float64) {})
	}
	st := Style{Size: c.pt(captionSize + 0.5), Bold: true, Color: figure.Wine}
	words := []Span{{Text: c.options.Mark, Style: st}}
	wide, pad := min(c.widthOf(words), c.sheet.width()-c.pt(16)), c.pt(8)
	inner := c.words(words, wide+1)
	return boxed(inner, padding{left: pad, right: pad, top: c.pt(3), bottom: c.pt(3)}, func(p *pen, x, y, h float64) {
		p.box(x, y, wide+2*pad, h, h/2, figure.WineTint, figure.None, 0)
	})
}
