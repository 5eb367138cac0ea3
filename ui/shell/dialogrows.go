package shell

import (
	"fyne.io/fyne/v2"
)

// dialogRows lays a dialog out: head, body and foot, as high as all of it where there is room. Where there is none the body scrolls, and
// head and foot stay: a dialog whose buttons are outside the window cannot be answered.
type dialogRows struct {
	body fyne.CanvasObject // what the scroll in the middle holds
}

func (l *dialogRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := l.body.MinSize()
	for i, o := range objects {
		if m := o.MinSize(); i != 1 {
			s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
		}
	}
	return s
}

func (l *dialogRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects { // some are as high as their width makes them
		if o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		}
	}
	head, foot := objects[0].MinSize().Height, float32(0)
	if len(objects) > 2 {
		foot = objects[2].MinSize().Height
		objects[2].Resize(fyne.NewSize(size.Width, foot))
		objects[2].Move(fyne.NewPos(0, size.Height-foot))
	}
	objects[0].Resize(fyne.NewSize(size.Width, head))
	objects[0].Move(fyne.Position{})
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-head-foot)))
	objects[1].Move(fyne.NewPos(0, head))
}

// dialogFoot puts the buttons at the right and the words, where there are some, at the left of them, or above them where the row is too short;
// buttons that have no room beside each other stand below each other.
type dialogFoot struct {
	words fyne.CanvasObject // nil: none
	width float32           // at the last layout; the height depends on it
}

const footGap = 12

func (l *dialogFoot) buttons(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if l.words != nil {
		return objects[1:]
	}
	return objects
}

// row is how wide and high the buttons are beside each other.
func (l *dialogFoot) row(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, b := range l.buttons(objects) {
		m := b.MinSize()
		s = fyne.NewSize(s.Width+m.Width, max(s.Height, m.Height))
		if i > 0 {
			s.Width += footGap
		}
	}
	return s
}

// beside says that the words have room left of the buttons.
func (l *dialogFoot) beside(row fyne.Size) bool {
	return l.words == nil || row.Width == 0 || l.words.MinSize().Width+footGap+row.Width <= l.width
}

func (l *dialogFoot) MinSize(objects []fyne.CanvasObject) fyne.Size {
	row := l.row(objects)
	if l.width == 0 {
		l.width = row.Width
		defer func() { l.width = 0 }()
	}
	if row.Width > l.width {
		row.Height = 0
		for i, b := range l.buttons(objects) {
			row.Height += b.MinSize().Height
			if i > 0 {
				row.Height += footGap
			}
		}
	}
	switch {
	case l.words == nil:
	case l.beside(l.row(objects)):
		row.Height = max(row.Height, l.words.MinSize().Height)
	default:
		row.Height += footGap + l.words.MinSize().Height
	}
	return fyne.NewSize(0, row.Height)
}

func (l *dialogFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	row, y := l.row(objects), float32(0)
	if l.words != nil {
		wide, high := size.Width, l.words.MinSize().Height
		if l.beside(row) && row.Width > 0 {
			wide = max(0, wide-row.Width-footGap)
			l.words.Move(fyne.NewPos(0, max(0, (size.Height-high)/2)))
		} else {
			l.words.Move(fyne.Position{})
			y = high + footGap
		}
		l.words.Resize(fyne.NewSize(wide, high))
	}
	x := size.Width - row.Width
	for _, b := range l.buttons(objects) {
		m := b.MinSize()
		if row.Width > size.Width {
			b.Resize(fyne.NewSize(size.Width, m.Height))
			b.Move(fyne.NewPos(0, y))
			y += m.Height + footGap
			continue
		}
		b.Resize(m)
		b.Move(fyne.NewPos(x, y+max(0, (size.Height-y-m.Height)/2)))
		x += m.Width + footGap
	}
}
