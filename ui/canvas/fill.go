package canvas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fill gives content the height it gets itself, and scrolls where the content's least height is more than that.
type Fill struct{ container.Scroll }

// NewFill returns the container.
func NewFill(content fyne.CanvasObject) *Fill {
	f := &Fill{}
	f.Content, f.Direction = content, container.ScrollVerticalOnly
	f.ExtendBaseWidget(f)
	return f
}

// Within gives content the room that there is, however little that is: for a figure that is laid out in whatever room it gets.
func Within(content fyne.CanvasObject) fyne.CanvasObject { return small{content}.object() }

// Resize lays the content out at this width first: how high it must be depends on it.
func (f *Fill) Resize(size fyne.Size) {
	f.Content.Resize(size)
	f.Scroll.Resize(size)
}
