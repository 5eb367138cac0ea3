package snap

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Words are all the texts that a window shows or could show, visible or not, also in widgets that were hidden: what a test looks through for what
// must, or must not, be there.
func Words(w fyne.Window) string {
	var out []string
	for _, root := range append([]fyne.CanvasObject{w.Content()}, w.Canvas().Overlays().List()...) {
		walk(root, func(o fyne.CanvasObject) {
			if t, ok := o.(*canvas.Text); ok && t.Text != "" {
				out = append(out, t.Text)
			}
			if t, ok := o.(interface{ AccessibilityLabel() string }); ok {
				if _, group := o.(*fyne.Container); !group && t.AccessibilityLabel() != "" {
					out = append(out, t.AccessibilityLabel())
				}
			}
		})
	}
	return strings.Join(out, "\n")
}

func walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil {
		return
	}
	f(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, child := range v.Objects {
			walk(child, f)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(v).Objects() {
			walk(child, f)
		}
	}
}
