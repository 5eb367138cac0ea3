package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestDialogsFitASmallWindow opens dialogs of the app in a window of 700x500 and in the smallest that a window manager lets it have, up to
// 200 % text: what they are answered with can be pressed.
func TestDialogsFitASmallWindow(t *testing.T) {
	opened := map[string]struct {
		open    func(d *desk)
		buttons []string
	}{
		"export":       {func(d *desk) { d.enter(); d.press("Ctrl+E") }, []string{"Cancel", "Export 2 files"}},
		"new workshop": {func(d *desk) { d.press("Ctrl+N") }, []string{"Cancel", "Begin"}},
	}
	for name, o := range opened {
		for _, text := range []string{"100 %", "200 %"} {
			for _, size := range []fyne.Size{{Width: 700, Height: 500}, {Width: 880, Height: 580}} {
				d := start(t, withSample)
				if text != "100 %" {
					d.press("Ctrl+,")
					d.choose(text)
					d.press("Esc")
				}
				d.w.Resize(size)
				o.open(d)
				for _, words := range o.buttons {
					b := d.button(words)
					at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
					if at.X < 0 || at.Y < 0 || at.X+b.Size().Width > size.Width || at.Y+b.Size().Height > size.Height {
						t.Errorf("%s at %v and %s: %q lies at %v, %v large", name, size, text, words, at, b.Size())
					}
				}
			}
		}
	}
}
