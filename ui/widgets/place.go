package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
)

// Pad puts room around content: x at the sides, y above and below.
func Pad(content fyne.CanvasObject, x, y float32) *fyne.Container {
	return PadSides(content, y, x, y, x)
}

// PadSides puts different room at each side, clockwise from the top.
func PadSides(content fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(&padded{top, right, bottom, left}, content)
}

type padded struct{ top, right, bottom, left float32 }

func (p *padded) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		place(o, p.left, p.top, max(0, s.Width-p.left-p.right), max(0, s.Height-p.top-p.bottom))
	}
}

func (p *padded) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		if o.Visible() {
			s = s.Max(o.MinSize())
		}
	}
	return s.AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

// Over lays objects over each other, each at the full size; the first is the lowest.
func Over(objects ...fyne.CanvasObject) *fyne.Container { return container.New(&stacked{}, objects...) }

type stacked struct{}

func (*stacked) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, s.Width, s.Height)
	}
}

func (*stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range visible(objects) {
		s = s.Max(o.MinSize())
	}
	return s
}

// Wide gives content at least this width, growing with the text size.
func Wide(content fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(&sized{w: width, scaled: true}, content)
}

// Tall gives content at least this height, growing with the text size.
func Tall(content fyne.CanvasObject, height float32) *fyne.Container {
	return container.New(&sized{h: height, scaled: true}, content)
}

// Exactly gives content this size as its minimum, whatever the text size; 0 keeps the content's own.
func Exactly(content fyne.CanvasObject, w, h float32) *fyne.Container {
	return container.New(&sized{w: w, h: h, exact: true}, content)
}

type sized struct {
	w, h          float32
	scaled, exact bool
}

func (l *sized) Layout(objects []fyne.CanvasObject, s fyne.Size) { (*stacked)(nil).Layout(objects, s) }

func (l *sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := (*stacked)(nil).MinSize(objects)
	w, h := l.w, l.h
	if l.scaled && w > 0 {
		w = theme.Width(w)
	}
	if l.scaled && h > 0 {
		h = theme.Height(h)
	}
	if l.exact {
		if w > 0 {
			s.Width = w
		}
		if h > 0 {
			s.Height = h
		}
		return s
	}
	return s.Max(fyne.NewSize(w, h))
}

// Center keeps content at its natural size in the middle.
func Center(content fyne.CanvasObject) *fyne.Container {
	return container.New(&anchored{x: 0.5, y: 0.5}, content)
}

// Anchor keeps content at its natural size; x and y from 0 (left, top) to 1 (right, bottom).
func Anchor(content fyne.CanvasObject, x, y float32) *fyne.Container {
	return container.New(&anchored{x: x, y: y}, content)
}

// Limit stops content from growing wider than this (grows with the text size); it stays at the left. Forms use theme.FormWidest.
func Limit(content fyne.CanvasObject, widest float32) *fyne.Container {
	return container.New(&anchored{widest: widest, tall: true}, content)
}

type anchored struct {
	x, y, widest float32
	tall         bool
}

func (a *anchored) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		w := min(natural(o), s.Width)
		if a.widest > 0 {
			w = min(theme.Width(a.widest), s.Width)
		}
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		if a.tall {
			h = s.Height
		}
		place(o, float32(int((s.Width-w)*a.x)), float32(int((s.Height-h)*a.y)), w, h)
	}
}

func (a *anchored) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return (*stacked)(nil).MinSize(objects)
}

// Sides is a center with panes of fixed width beside it; a hidden or nil pane takes no room. Widths grow with the text size.
type Sides struct {
	Left, Center, Right   fyne.CanvasObject
	LeftWidth, RightWidth float32
}

// NewSides returns the container; hide and show the panes and call its Refresh.
func NewSides(s Sides) *fyne.Container {
	objects := []fyne.CanvasObject{}
	for _, o := range []fyne.CanvasObject{s.Center, s.Left, s.Right} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(&s, objects...)
}

// Layout is Fyne's.
func (s *Sides) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	left, right := s.widths()
	if s.Left != nil {
		place(s.Left, 0, 0, left, size.Height)
	}
	if s.Right != nil {
		place(s.Right, size.Width-right, 0, right, size.Height)
	}
	if s.Center != nil {
		place(s.Center, left, 0, max(0, size.Width-left-right), size.Height)
	}
}

// MinSize is Fyne's.
func (s *Sides) MinSize([]fyne.CanvasObject) fyne.Size {
	left, right := s.widths()
	size := fyne.NewSize(left+right, 0)
	for _, o := range []fyne.CanvasObject{s.Left, s.Right, s.Center} {
		if o != nil && o.Visible() {
			size.Height = max(size.Height, o.MinSize().Height)
		}
	}
	if s.Center != nil {
		size.Width += s.Center.MinSize().Width
	}
	return size
}

func (s *Sides) widths() (left, right float32) {
	if s.Left != nil && s.Left.Visible() {
		left = theme.Width(s.LeftWidth)
	}
	if s.Right != nil && s.Right.Visible() {
		right = theme.Width(s.RightWidth)
	}
	return left, right
}

func newAnchored(content fyne.CanvasObject, a *anchored) *fyne.Container {
	return container.New(a, content)
}
