package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/theme"
)

// A face that comes to the front again is laid out in the size that it had.
func TestContentFillsItsScroll(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(t, container.NewWithoutLayout())
	content := Space(10, 30)
	s := NewScroll(content)
	w.SetContent(container.NewWithoutLayout(s))
	for _, size := range []fyne.Size{{Width: 200, Height: 300}, {Width: 200, Height: 300}, {Width: 120, Height: 20}, {Width: 120, Height: 20}} {
		s.Resize(size)
		if got, want := content.Size(), fyne.NewSize(size.Width, max(size.Height, 30)); got != want {
			t.Errorf("in a scroll of %v the content is %v", size, got)
		}
		s.Refresh()
		if got, want := content.Size(), fyne.NewSize(size.Width, max(size.Height, 30)); got != want {
			t.Errorf("after a refresh in a scroll of %v the content is %v", size, got)
		}
	}
}
