package page

import "context"

// flow puts strips on pages, one below the other.
type flow struct {
	pen    *pen
	sheet  sheet
	header func(p *pen) // draws the running header; pages of bare strips have none
	y      float64
	opened bool // something stands on the current page
	bare   []bool
	passed func(index int) // hears how many strips have been placed; may be nil
}

func (f *flow) newPage(bare bool) {
	f.pen.newPage()
	f.bare = append(f.bare, bare)
	f.y, f.opened = f.sheet.top, false
	if bare {
		f.y = 0
	} else {
		f.header(f.pen)
	}
}

func (f *flow) room() float64 { return f.sheet.h - f.sheet.bottom - f.y }

// put places strips in order. Strips that are kept together move to the next page together.
func (f *flow) put(ctx context.Context, parts []*strip) error {
	for i, part := range parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		switch {
		case part.fresh || len(f.bare) == 0:
			if f.opened || len(f.bare) == 0 || f.bare[len(f.bare)-1] != part.bare {
				f.newPage(part.bare)
			}
		case f.opened && (i == 0 || !parts[i-1].keep) && part.gap+startOf(parts[i:]) > f.room()+slack:
			f.turn(part.head)
		}
		f.place(part)
		if f.passed != nil {
			f.passed(i + 1)
		}
	}
	return nil
}

// turn opens the next page and repeats the head of the table that goes on there.
func (f *flow) turn(head *strip) {
	f.newPage(false)
	if head != nil {
		f.draw(head)
		f.opened = false // a head alone is no reason to turn the page again
	}
}

func (f *flow) draw(s *strip) {
	s.draw(f.pen, f.sheet.left, f.y)
	f.y += s.height
	f.opened = true
}

func (f *flow) place(s *strip) {
	for s != nil {
		if f.opened {
			f.y += s.gap
		}
		if s.bare || s.height <= f.room()+slack {
			f.draw(s)
			return
		}
		if s.split != nil {
			if above, below := s.split(f.room()); above != nil {
				f.draw(above)
				if below != nil {
					below.head, below.gap = s.head, 0
					f.turn(s.head)
				}
				s = below
				continue
			}
		}
		if !f.opened { // nothing smaller can be made of it
			f.draw(s)
			return
		}
		f.turn(s.head)
	}
}
