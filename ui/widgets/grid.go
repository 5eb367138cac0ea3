package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
)

// Grid puts objects in equal columns, as many as have at least the given width (which grows with the text size), rows as high as their highest.
func Grid(narrowest, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&grid{narrowest: narrowest, gap: gap, width: narrowest}, objects...)
}

// GridOf puts objects in this many equal columns.
func GridOf(columns int, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&grid{columns: columns, gap: gap}, objects...)
}

// Board is a grid whose rows share the height: a board of columns that scroll by themselves.
func Board(columns func(width float32) int, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&grid{of: columns, gap: gap, stretch: true}, objects...)
}

type grid struct {
	columns        int
	of             func(width float32) int
	narrowest, gap float32
	stretch        bool
	width          float32 // at the last layout; the height depends on it
}

func (g *grid) count(width float32, n int) int {
	switch {
	case g.columns > 0:
		return g.columns
	case g.of != nil:
		return max(1, g.of(width))
	}
	return min(max(1, int((width+g.gap)/(theme.Width(g.narrowest)+g.gap))), max(1, n))
}

func (g *grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	seen := visible(objects)
	if len(seen) == 0 {
		return
	}
	columns := g.count(size.Width, len(seen))
	w := (size.Width - g.gap*float32(columns-1)) / float32(columns)
	rows := (len(seen) + columns - 1) / columns
	y := float32(0)
	for r := range rows {
		row := seen[r*columns : min((r+1)*columns, len(seen))]
		h := float32(0)
		if g.stretch {
			h = (size.Height - g.gap*float32(rows-1)) / float32(rows)
		} else {
			for _, o := range row {
				if o.Size().Width != w {
					o.Resize(fyne.NewSize(w, o.MinSize().Height))
				}
				h = max(h, o.MinSize().Height)
			}
		}
		for i, o := range row {
			place(o, float32(i)*(w+g.gap), y, w, h)
		}
		y += h + g.gap
	}
}

func (g *grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	seen := visible(objects)
	if len(seen) == 0 {
		return fyne.Size{}
	}
	columns := g.count(g.width, len(seen))
	var s fyne.Size
	for start := 0; start < len(seen); start += columns {
		var row fyne.Size
		for _, o := range seen[start:min(start+columns, len(seen))] {
			row = row.Max(o.MinSize())
		}
		s.Width = max(s.Width, row.Width)
		s.Height += row.Height
		if start > 0 {
			s.Height += g.gap
		}
	}
	if g.columns > 0 {
		s.Width = s.Width*float32(columns) + g.gap*float32(columns-1)
	}
	return s
}

// Flow puts objects beside each other and goes on in the next line when there is no more room.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct{ gap, width float32 }

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.walk(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) { place(o, x, y, w, h) })
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range visible(objects) {
		s.Width = max(s.Width, o.MinSize().Width)
	}
	s.Height = f.walk(objects, f.width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
	return s
}

// walk puts objects line by line, centered on the height of their line, and returns the height of all.
func (f *flow) walk(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	var line []fyne.CanvasObject
	x, y, tall := float32(0), float32(0), float32(0)
	wide := func(o fyne.CanvasObject) float32 {
		if w := natural(o); width <= 0 || w < width {
			return w
		}
		return width
	}
	end := func() {
		at := float32(0)
		for _, o := range line {
			h := o.MinSize().Height
			put(o, at, y+middle(tall, h), wide(o), h)
			at += wide(o) + f.gap
		}
		line = line[:0]
	}
	for _, o := range visible(objects) {
		w := wide(o)
		if x > 0 && width > 0 && x+w > width+0.5 {
			end()
			x, y, tall = 0, y+tall+f.gap, 0
		}
		line = append(line, o)
		x += w + f.gap
		tall = max(tall, o.MinSize().Height)
	}
	end()
	return y + tall
}
