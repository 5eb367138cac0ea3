package figure

import "strconv"

// field is the ground of the map: two tinted corners, the lines between bands and columns.
func (m ResistanceMap) field(f *Figure) {
	p, column := m.Plot, m.Plot.W/5
	strong := m.Bands[2] - p.Y
	f.add(Rect{X: p.X, Y: p.Y, W: p.W, H: p.H, Fill: Surface},
		Rect{X: p.X, Y: p.Y, W: 2 * column, H: strong, Fill: WineTint},
		Rect{X: p.X + 3*column, Y: p.Y, W: 2 * column, H: strong, Fill: OKTint})
	for i := 1; i < 5; i++ {
		x := p.X + float64(i)*column
		f.add(Line{X1: x, Y1: p.Y, X2: x, Y2: p.Y + p.H, Width: 0.6, Color: Rule},
			Line{X1: p.X, Y1: m.Bands[i], X2: p.X + p.W, Y2: m.Bands[i], Width: 0.6, Color: Rule})
	}
	f.add(Rect{X: p.X, Y: p.Y, W: p.W, H: p.H, Radius: m.frame.Text * 0.4, Stroke: Rule2, Width: 0.8})
}

func (m ResistanceMap) labels(f *Figure, w MapWords) {
	p, size := m.Plot, m.frame.Text
	left := p.X - size*0.6
	for i := range 5 {
		end := p.Y + p.H
		if i < 4 {
			end = m.Bands[i+1]
		}
		y := (m.Bands[i] + end) / 2
		f.add(Text{X: left, Y: y, Size: size, Text: strconv.Itoa(5 - i), Color: Ink2, Bold: true, Anchor: End, Max: left})
		switch i {
		case 0:
			f.add(Text{X: left, Y: y - size*1.4, Size: size, Text: w.Influence, Color: Ink2, Bold: true, Anchor: End, Max: left},
				Text{X: left, Y: y + size*1.3, Size: size * 0.95, Text: w.Decides, Color: Ink3, Anchor: End, Max: left})
		case 4:
			f.add(Text{X: left, Y: y + size*1.3, Size: size * 0.95, Text: w.Little, Color: Ink3, Anchor: End, Max: left})
		}
	}
	m.corner(f, p.Y-size, w.StrongAgainst, w.StrongAgainstNote, w.StrongFor, w.StrongForNote, Wine, OK)
	m.corner(f, p.Y+p.H+size, w.WeakAgainst, w.WeakAgainstNote, w.WeakFor, w.WeakForNote, Ink2, Ink2)
}

// corner writes what to do with the stakeholders of the left and of the right corner.
func (m ResistanceMap) corner(f *Figure, y float64, left, leftNote, right, rightNote string, leftInk, rightInk Color) {
	p, size := m.Plot, m.frame.Text
	half := p.W/2 - size
	words := min(wide(left, size)*0.96+size*0.3, half/2)
	f.add(Text{X: p.X, Y: y, Size: size, Text: left, Color: leftInk, Bold: true, Max: words},
		Text{X: p.X + words, Y: y, Size: size, Text: leftNote, Color: Ink2, Max: half - words})
	note := min(wide(rightNote, size)*0.88, half/2)
	f.add(Text{X: p.X + p.W, Y: y, Size: size, Text: rightNote, Color: Ink2, Anchor: End, Max: note},
		Text{X: p.X + p.W - note - size*0.5, Y: y, Size: size, Text: right, Color: rightInk, Bold: true, Anchor: End, Max: half - note})
}

// legend names the degrees of support under their columns, and the rings.
func (m ResistanceMap) legend(f *Figure, w MapWords) {
	p, size := m.Plot, m.frame.Text
	column, chip := p.W/5, size*1.7
	y := p.Y + p.H + size*3.4
	for i, name := range w.Degrees {
		fill, ink := Support(i - 2)
		x := p.X + float64(i)*column
		f.add(Rect{X: x, Y: y - chip*0.42, W: chip, H: chip * 0.84, Radius: size * 0.25, Fill: fill},
			Text{X: x + chip/2, Y: y, Size: size * 0.9, Text: Sign(i - 2), Color: ink, Bold: true, Anchor: Middle, Max: chip},
			Text{X: x + chip + size*0.4, Y: y, Size: size, Text: name, Color: Ink2, Max: column - chip - size*0.8})
	}
	y += size * 2.4
	x, room := p.X, p.W/4
	for i, name := range []string{w.ActNow, w.Plan, w.Watch, w.NeededMark} {
		r := size * 0.58
		color, width := ring([]int{12, 6, 1, 1}[i])
		if i == 3 {
			color = Ink2
			f.add(Circle{X: x + r, Y: y, R: r * 0.4, Fill: color})
		}
		f.add(Circle{X: x + r, Y: y, R: r, Stroke: color, Width: width * size / 16},
			Text{X: x + 2*r + size*0.5, Y: y, Size: size, Text: name, Color: Ink2, Max: room - 2*r - size})
		x += room
	}
}
