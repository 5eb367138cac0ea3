package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/theme"
)

// At some width every space falls on the end of a line.
func TestWrappedTextKeepsItsOrder(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(t, container.NewWithoutLayout())
	const text = "Bring the die cart to the press before the last piece, brakes on, so that it is warm"
	for width := float32(120); width < 260; width += 5 {
		e := NewTextArea("", 1)
		w.SetContent(container.NewWithoutLayout(e))
		e.Resize(fyne.NewSize(width, 200))
		test.Type(e.Input(), text)
		if e.Text() != text {
			t.Fatalf("%v wide: typed %q, got %q", width, text, e.Text())
		}
		test.Type(e.Input(), " ")
		e.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		if e.Text() != text {
			t.Fatalf("%v wide: Backspace on a space left %q", width, e.Text())
		}
	}
}
