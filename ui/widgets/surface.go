package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// surface is a box that may be large. Painting round corners asks for the distance to the edge at every pixel of a shape, which takes a graphics card's
// place on a machine without one; so only a band at the top and one at the bottom are round, and what lies between is a plain rectangle over both.
type surface struct {
	small *box
	// The bands, below to top; nil until the surface is large for the first time.
	bands         *bands
	fill, stroke  theme.Token
	width, radius float32
	size          fyne.Size
}

type bands struct {
	rimTop, rimBottom, rimLeft, rimRight *canvas.Rectangle // of the border
	top, bottom, middle                  *canvas.Rectangle // of the fill
}

func newSurface() *surface { return &surface{small: newBox()} }

func (s *surface) objects() []fyne.CanvasObject {
	if s.bands == nil {
		return s.small.objects()
	}
	return s.small.objects(s.bands.all()...)
}

func (b *bands) all() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.rimTop, b.rimBottom, b.rimLeft, b.rimRight, b.top, b.bottom, b.middle}
}

func (s *surface) paint(fill, stroke theme.Token, width, radius float32) {
	if width == 0 {
		width = theme.Stroke
	}
	s.fill, s.stroke, s.width, s.radius = fill, stroke, width, radius
	s.arrange()
}

func (s *surface) resize(size fyne.Size) {
	s.size = size
	s.arrange()
}

// large says that bands save more than they cost.
func (s *surface) large() bool {
	solid := s.fill != "" && s.fill != theme.None && s.fill != theme.Hover
	return solid && s.radius > 0 && s.size.Height > 5*s.radius && s.size.Width > 5*s.radius
}

func (s *surface) arrange() {
	if !s.large() {
		if s.bands != nil {
			for _, o := range s.bands.all() {
				o.Hide()
			}
		}
		s.small.paint(s.fill, s.stroke, s.width, s.radius)
		s.small.outer.Show()
		s.small.place(0, 0, s.size.Width, s.size.Height)
		return
	}
	s.small.setVisible(false)
	if s.bands == nil {
		s.bands = &bands{}
		for _, r := range []**canvas.Rectangle{&s.bands.rimTop, &s.bands.rimBottom, &s.bands.rimLeft, &s.bands.rimRight, &s.bands.top, &s.bands.bottom, &s.bands.middle} {
			*r = canvas.NewRectangle(nil)
		}
	}
	b, width := s.bands, float32(0)
	bordered := s.stroke != "" && s.stroke != theme.None
	if bordered {
		width = s.width
	}
	w, h, r := s.size.Width, s.size.Height, s.radius
	caps(b.rimTop, b.rimBottom, s.stroke, 0, w, h, r)
	line := theme.Color(s.stroke)
	b.rimLeft.FillColor, b.rimRight.FillColor = line, line
	place(b.rimLeft, 0, r, width, h-2*r)
	place(b.rimRight, w-width, r, width, h-2*r)
	for _, o := range []*canvas.Rectangle{b.rimTop, b.rimBottom, b.rimLeft, b.rimRight} {
		show(o, bordered)
	}
	caps(b.top, b.bottom, s.fill, width, w, h, r)
	b.middle.FillColor = theme.Color(s.fill)
	place(b.middle, width, r, w-2*width, h-2*r)
	for _, o := range []*canvas.Rectangle{b.top, b.bottom, b.middle} {
		o.Show()
	}
}

// caps shapes the two round bands of a surface that is inset by in. They reach below the middle, which hides their soft straight edges.
func caps(top, bottom *canvas.Rectangle, color theme.Token, in, w, h, radius float32) {
	const under = 2
	round := max(0, radius-in)
	top.FillColor, bottom.FillColor = theme.Color(color), theme.Color(color)
	top.TopLeftCornerRadius, top.TopRightCornerRadius = round, round
	bottom.BottomLeftCornerRadius, bottom.BottomRightCornerRadius = round, round
	place(top, in, in, w-2*in, round+under)
	place(bottom, in, h-in-round-under, w-2*in, round+under)
}
