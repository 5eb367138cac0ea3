package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scroll scrolls content up and down. It gives the content its width before it asks for the height, so wrapped text is never cut.
type Scroll struct{ container.Scroll }

// NewScroll returns a scroll container.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Content = content
	s.Direction = container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Resize gives the content its width first.
func (s *Scroll) Resize(size fyne.Size) {
	s.fit(size)
	s.Scroll.Resize(size)
}

// Refresh takes up content of another height.
func (s *Scroll) Refresh() {
	s.fit(s.Size())
	s.Scroll.Refresh()
}

// fit gives the content its width, and then the height that it needs, or all of the scroll's where that is more: Fyne does that too, but not
// when the size is the one that it had before.
func (s *Scroll) fit(size fyne.Size) {
	if s.Content != nil && size.Width > 0 {
		s.Content.Resize(fyne.NewSize(size.Width, max(s.Content.Size().Height, s.Content.MinSize().Height)))
		s.Content.Resize(fyne.NewSize(size.Width, max(size.Height, s.Content.MinSize().Height)))
	}
}

// Reveal scrolls as little as is needed to show an object inside the content.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.Content).Y
	bottom := top + o.Size().Height
	switch {
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > s.Offset.Y+s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(0, bottom-s.Size().Height))
	}
}
