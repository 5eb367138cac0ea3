package figure

import "math"

// within brings every shape into the figure, so that the promise holds even for a frame that is too
// small for its chart and for numbers that are none.
func (f *Figure) within() {
	x := func(v float64) float64 { return inside(v, f.W) }
	y := func(v float64) float64 { return inside(v, f.H) }
	for i, shape := range f.Shapes {
		switch s := shape.(type) {
		case Line:
			s.X1, s.X2, s.Y1, s.Y2 = x(s.X1), x(s.X2), y(s.Y1), y(s.Y2)
			f.Shapes[i] = s
		case Polygon:
			points := make([]Point, len(s.Points))
			for j, p := range s.Points {
				points[j] = Point{x(p.X), y(p.Y)}
			}
			s.Points = points
			f.Shapes[i] = s
		case Circle:
			s.R = min(inside(s.R, math.Inf(1)), f.W/2, f.H/2)
			s.X = min(max(x(s.X), s.R), f.W-s.R)
			s.Y = min(max(y(s.Y), s.R), f.H-s.R)
			f.Shapes[i] = s
		case Rect:
			right, bottom := x(s.X+s.W), y(s.Y+s.H)
			s.X, s.Y = x(s.X), y(s.Y)
			s.W, s.H = max(0, right-s.X), max(0, bottom-s.Y)
			f.Shapes[i] = s
		case Text:
			f.Shapes[i] = f.textWithin(s)
		}
	}
}

func (f *Figure) textWithin(t Text) Text {
	t.Size = min(inside(t.Size, math.Inf(1)), f.H)
	t.X = inside(t.X, f.W)
	t.Y = min(max(inside(t.Y, f.H), t.Size/2), f.H-t.Size/2)
	room := f.W - t.X
	switch t.Anchor {
	case Middle:
		room = 2 * min(t.X, f.W-t.X)
	case End:
		room = t.X
	}
	if t.Max <= 0 || t.Max > room {
		t.Max = room
	}
	return t
}

// inside clamps to 0..most; what is no number becomes 0.
func inside(v, most float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return min(max(v, 0), most)
}

// wide estimates the width of a text. Only a painter knows the typeface; this is for sharing out
// room, and Text.Max keeps the promise when the estimate is wrong.
func wide(text string, size float64) float64 {
	total := 0.0
	for _, r := range text {
		if r > 0x2E80 {
			total += size
		} else {
			total += size * 0.58
		}
	}
	return total
}
