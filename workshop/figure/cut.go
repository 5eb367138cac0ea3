package figure

// Cut is the part of a figure between two heights, moved up to its own top: a line of text, a circle or an arrow belongs to the part in
// which its middle lies, and boxes and lines are drawn as far as they reach into it. Parts below each other show every text once.
func (f Figure) Cut(from, to float64) Figure {
	out := Figure{W: f.W, H: to - from, Alt: f.Alt}
	inside := func(y float64) bool { return y >= from && (y < to || to >= f.H && y <= to) }
	for _, shape := range f.Shapes {
		switch s := shape.(type) {
		case Text:
			if inside(s.Y) {
				s.Y -= from
				out.add(s)
			}
		case Circle:
			if inside(s.Y) {
				s.Y -= from
				out.add(s)
			}
		case Polygon:
			if points, ok := s.cut(inside, from); ok {
				s.Points = points
				out.add(s)
			}
		case Rect:
			top, foot := max(s.Y, from), min(s.Y+s.H, to)
			if foot > top {
				s.Y, s.H = top-from, foot-top
				out.add(s)
			}
		case Line:
			if line, ok := s.cut(from, to); ok {
				out.add(line)
			}
		}
	}
	out.within()
	return out
}

func (p Polygon) cut(inside func(float64) bool, from float64) ([]Point, bool) {
	low, high := p.Points[0].Y, p.Points[0].Y
	points := make([]Point, len(p.Points))
	for i, at := range p.Points {
		low, high = min(low, at.Y), max(high, at.Y)
		points[i] = Point{at.X, at.Y - from}
	}
	return points, inside((low + high) / 2)
}

// cut is the part of a line between two heights.
func (l Line) cut(from, to float64) (Line, bool) {
	if max(l.Y1, l.Y2) < from || min(l.Y1, l.Y2) >= to {
		return l, false
	}
	at := func(y float64) float64 { return l.X1 + (l.X2-l.X1)*(y-l.Y1)/(l.Y2-l.Y1) }
	out := l
	for _, end := range []struct{ x, y *float64 }{{&out.X1, &out.Y1}, {&out.X2, &out.Y2}} {
		if y := min(max(*end.y, from), to); y != *end.y {
			*end.x, *end.y = at(y), y
		}
		*end.y -= from
	}
	return out, true
}

// Break is the greatest height up to room at which no line of text would be cut in two, 0 when there is none.
func (f Figure) Break(room float64) float64 {
	at := min(room, f.H)
	for moved := true; moved && at > 0; {
		moved = false
		for _, shape := range f.Shapes {
			if t, ok := shape.(Text); ok {
				if half := t.Size * lineHeight / 2; t.Y-half < at-0.01 && t.Y+half > at+0.01 {
					at, moved = t.Y-half, true
				}
			}
		}
	}
	return max(at, 0)
}
