package shell

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// railAuto is the width from which the rail is wide by itself, at 100 % text.
const railAuto = 1100

// CreateRenderer is Fyne's.
func (s *Shell) CreateRenderer() fyne.WidgetRenderer { return &frame{s} }

// frame lays the window out: the rail beside top bar, page and hint bar.
type frame struct{ s *Shell }

func (f *frame) Destroy() {}

func (f *frame) Objects() []fyne.CanvasObject {
	s := f.s
	return []fyne.CanvasObject{s.host, s.rail, s.top, s.hints, s.layer, s.notices, s.tips}
}

// MinSize is the smallest window in which a table and the panel beside it can be worked with; window managers keep to it.
func (f *frame) MinSize() fyne.Size { return fyne.NewSize(880, 580) }

func (f *frame) Refresh() {
	f.Layout(f.s.Size())
	for _, o := range f.Objects() {
		o.Refresh()
	}
}

func (f *frame) Layout(size fyne.Size) {
	s := f.s
	mode := RailAuto
	if r, ok := s.Page().(Railer); ok {
		mode = r.Rail()
	}
	if mode == RailAuto && size.Width < theme.Width(railAuto) {
		mode = RailNarrow
	}
	left := float32(0)
	s.rail.setNarrow(mode == RailNarrow)
	if mode == RailHidden {
		s.rail.Hide()
	} else {
		s.rail.Show()
		left = s.rail.MinSize().Width
	}
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(0, w), max(0, h)))
	}
	put(s.rail, 0, 0, left, size.Height)
	top := float32(0)
	if s.top.Content != nil {
		top = theme.Height(theme.TopBar)
		s.top.Show()
	} else {
		s.top.Hide()
	}
	foot := s.hints.MinSize().Height
	put(s.top, left, 0, size.Width-left, top)
	put(s.host, left, top, size.Width-left, size.Height-top-foot)
	put(s.hints, left, size.Height-foot, size.Width-left, foot)
	put(s.layer, 0, 0, size.Width, size.Height)
	put(s.notices, left, 0, size.Width-left, size.Height)
	put(s.tips, 0, 0, size.Width, size.Height)
	if f, ok := s.Page().(Focuser); ok && s.unfocused && !size.IsZero() {
		s.unfocused = false
		f.FocusFirst()
	}
}

// TopBar is the usual content of a page's top bar: a way back, a title with a line below it, things in the middle and things at the right.
type TopBar struct {
	Back            func() // nil: no arrow
	Title, Subtitle *widgets.Label
	Middle, Right   []fyne.CanvasObject
}

// NewTopBar lays the top bar out. Middle things follow the title after a gap; right things stand at the end.
func NewTopBar(t TopBar) fyne.CanvasObject {
	var row []fyne.CanvasObject
	if t.Back != nil {
		row = append(row, widgets.NewQuietIcon("back", "Back (Esc)", t.Back))
	}
	if t.Title != nil {
		words := []fyne.CanvasObject{t.Title}
		if t.Subtitle != nil {
			words = append(words, t.Subtitle)
		}
		row = append(row, widgets.VStack(0, words...))
	}
	for _, o := range t.Middle {
		row = append(row, widgets.Space(8, 0), o)
	}
	row = append(row, widgets.Spacer())
	row = append(row, t.Right...)
	return widgets.HStack(theme.Gap, row...)
}
