package snap

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Outside lists the words that reach over the left or right edge of a window: text that a user could not read. What a table or list scrolls sideways
// is not looked at.
func Outside(w fyne.Window) []string {
	var found []string
	var walk func(o fyne.CanvasObject, x float32)
	walk = func(o fyne.CanvasObject, x float32) {
		if o == nil || !o.Visible() {
			return
		}
		x += o.Position().X
		switch v := o.(type) {
		case *canvas.Text:
			left := x
			wide := v.MinSize().Width
			switch v.Alignment {
			case fyne.TextAlignCenter:
				left += (v.Size().Width - wide) / 2
			case fyne.TextAlignTrailing:
				left += v.Size().Width - wide
			}
			if v.Text != "" && (left < -1 || left+wide > w.Canvas().Size().Width+1) {
				found = append(found, fmt.Sprintf("%q at %.0f, %.0f wide", v.Text, left, wide))
			}
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child, x)
			}
		case interface{ ScrollToOffset(fyne.Position) }, *container.Clip:
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child, x)
			}
		}
	}
	for _, root := range append([]fyne.CanvasObject{w.Content()}, w.Canvas().Overlays().List()...) {
		walk(root, 0)
	}
	return found
}
