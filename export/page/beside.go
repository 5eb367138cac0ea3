package page

import "nemawashi.app/workshop/figure"

// Beside sets two groups of blocks next to each other: a chart and its words, two lists. Share is
// the part of the width that the left one takes; zero is a half. Headings inside are not in the contents.
type Beside struct {
	Left, Right []Block
	Share       float64
}

func (b Beside) strips(c *composer, width float64) []*strip {
	share := b.Share
	if share <= 0 || share >= 1 {
		share = 0.5
	}
	gutter := c.pt(18)
	first := (width - gutter) * share
	s := side([]cell{
		{0, stack(c.inside(b.Left, first))},
		{first + gutter, stack(c.inside(b.Right, width-gutter-first))},
	})
	s.gap = c.pt(8)
	return []*strip{solid(s, c.height*0.7)}
}

// SignOff is a block of lines to sign on: one per name, with a place for the date. It stays on one page, with the words above
// it: nobody signs a page that does not say for what.
type SignOff struct {
	Text  string
	Names []string
	Date  string // the word for the date's line
}

func (b SignOff) strips(c *composer, width float64) []*strip {
	column, gutter := min(c.pt(250), width*0.55), c.pt(24)
	var parts []*strip
	for _, name := range b.Names {
		label := c.plain(name, captionSize, caption(figure.Ink2), column)
		date := c.plain(b.Date, captionSize, caption(figure.Ink2), c.pt(110))
		s := boxed(side([]cell{{0, label}, {column + gutter, date}}), padding{top: c.pt(36)},
			func(p *pen, x, y, _ float64) {
				at := y + c.pt(34)
				p.rule(x, at, x+column, at, 0.8, figure.Outline)
				p.rule(x+column+gutter, at, x+column+gutter+c.pt(110), at, 0.8, figure.Outline)
			})
		parts = append(parts, s)
	}
	s := solid(stack(parts), c.height)
	if b.Text == "" {
		return []*strip{s}
	}
	words := Paragraph{Text: b.Text}.strips(c, width)
	for _, w := range words {
		w.keep = true
	}
	return append(words, s)
}
