package page

// strip is a laid out part of a document, as high as it will be on paper. Blocks become strips at
// a given width; the flow puts strips on pages. Strips nest, so that a card in a column
// beside a table breaks by the same few rules as a paragraph.
type strip struct {
	gap    float64 // space above it, unless it opens a page or a box
	height float64
	least  float64 // room that it needs to begin; its height when it cannot be split
	keep   bool    // stays on the page on which the strip after it begins
	fresh  bool    // begins a page
	bare   bool    // its page has no running header and footer
	head   *strip  // drawn again where the table goes on on a new page

	draw func(p *pen, x, y float64)
	// split cuts the strip so that the part above is at most room high; above is nil when nothing fits.
	split func(room float64) (above, below *strip)
}

// slack forgives rounding when heights are compared.
const slack = 0.01

// stack puts strips one below the other.
func stack(parts []*strip) *strip {
	s := &strip{}
	for i, part := range parts {
		if i > 0 {
			s.height += part.gap
		}
		s.height += part.height
	}
	if len(parts) > 0 {
		s.gap, s.least = parts[0].gap, startOf(parts)
	}
	s.draw = func(p *pen, x, y float64) {
		for i, part := range parts {
			if i > 0 {
				y += part.gap
			}
			part.draw(p, x, y)
			y += part.height
		}
	}
	s.split = func(room float64) (above, below *strip) { return splitStack(parts, room) }
	return s
}

// startOf is the room that the first of parts needs with all that it is kept together with.
func startOf(parts []*strip) float64 {
	need := 0.0
	for i, part := range parts {
		if i > 0 {
			need += part.gap
		}
		if !part.keep || i == len(parts)-1 {
			return need + part.least
		}
		need += part.height
	}
	return need
}

func splitStack(parts []*strip, room float64) (above, below *strip) {
	y := 0.0
	for i, part := range parts {
		gap := part.gap
		if i == 0 {
			gap = 0
		}
		if y+gap+part.height <= room+slack {
			y += gap + part.height
			continue
		}
		if part.split != nil {
			if a, b := part.split(room - y - gap); a != nil {
				a.gap = part.gap
				top := append(append([]*strip{}, parts[:i]...), a)
				return stack(top), stack(append([]*strip{b}, parts[i+1:]...))
			}
		}
		for i > 0 && parts[i-1].keep {
			i--
		}
		if i == 0 {
			return nil, stack(parts)
		}
		return stack(parts[:i]), stack(parts[i:])
	}
	return stack(parts), nil
}

// cell is a strip in a row: where it stands and how it is aligned with the others.
type cell struct {
	x     float64
	strip *strip
}

// side puts cells beside each other. They are drawn one after the other, each with all of its
// text, because that is the order in which a reader, or a program that extracts text, wants it.
func side(cells []cell) *strip {
	s := &strip{}
	for _, c := range cells {
		s.height = max(s.height, c.strip.height)
		s.least = max(s.least, c.strip.least)
	}
	s.draw = func(p *pen, x, y float64) {
		for _, c := range cells {
			c.strip.draw(p, x+c.x, y)
		}
	}
	s.split = func(room float64) (above, below *strip) {
		top, rest := make([]cell, 0, len(cells)), make([]cell, 0, len(cells))
		for _, c := range cells {
			switch {
			case c.strip.height <= room+slack:
				top = append(top, c)
			case c.strip.split == nil:
				rest = append(rest, c)
			default:
				a, b := c.strip.split(room)
				if a != nil {
					top = append(top, cell{c.x, a})
				}
				rest = append(rest, cell{c.x, b})
			}
		}
		if len(top) == 0 {
			return nil, s
		}
		return side(top), side(rest)
	}
	return s
}

// padding is the space inside a box.
type padding struct{ left, top, right, bottom float64 }

// boxed paints something behind a strip. Split, both parts have the box around them.
func boxed(inner *strip, pad padding, paint func(p *pen, x, y, h float64)) *strip {
	s := &strip{
		gap:    inner.gap,
		height: inner.height + pad.top + pad.bottom,
		least:  inner.least + pad.top + pad.bottom,
	}
	s.draw = func(p *pen, x, y float64) {
		paint(p, x, y, s.height)
		inner.draw(p, x+pad.left, y+pad.top)
	}
	if inner.split != nil {
		s.split = func(room float64) (above, below *strip) {
			a, b := inner.split(room - pad.top - pad.bottom)
			if a == nil {
				return nil, s
			}
			if b == nil {
				return boxed(a, pad, paint), nil
			}
			return boxed(a, pad, paint), boxed(b, pad, paint)
		}
	}
	return s
}

// solid makes a strip that is not split unless it is higher than limit.
func solid(s *strip, limit float64) *strip {
	if s.height <= limit {
		s.split, s.least = nil, s.height
	}
	return s
}

// rigid is a strip that is drawn in one piece.
func rigid(height float64, draw func(p *pen, x, y float64)) *strip {
	return &strip{height: height, least: height, draw: draw}
}

// text is a strip of lines of text. It splits between lines, leaving at least two on either side.
func text(lines []line, leading, size float64, place func(line) float64) *strip {
	s := rigid(float64(len(lines))*leading, func(p *pen, x, y float64) {
		for i, l := range lines {
			p.line(l, x+place(l), y+float64(i)*leading+leading/2+capHalf*size)
		}
	})
	if len(lines) > 3 {
		s.least = 2 * leading
		s.split = func(room float64) (above, below *strip) {
			n := min(int((room+slack)/leading), len(lines)-2)
			if n < 2 {
				return nil, s
			}
			return text(lines[:n], leading, size, place), text(lines[n:], leading, size, place)
		}
	}
	return s
}

// capHalf is half the height of a capital, which puts letters in the middle of their line.
const capHalf = 0.357
