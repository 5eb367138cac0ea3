package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/theme"
)

// A large panel is painted in bands; nobody may see where one ends: what is
// painted is what a small one shows, edges and corners included.
func TestLargeSurfaceLooksLikeOne(t *testing.T) {
	test.NewTempApp(t)
	for _, stroke := range []theme.Token{theme.None, theme.Line2} {
		p := NewPanel(nil, PanelStyle{Fill: theme.Tint, Stroke: stroke, Width: 2, Radius: 8})
		w := test.NewTempWindow(t, p)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(200, 120))
		if !p.back.large() {
			t.Fatal("200 by 120 is not large")
		}
		banded := w.Canvas().Capture()
		for _, o := range p.back.bands.all() {
			o.Hide()
		}
		p.back.small.paint(theme.Tint, stroke, 2, 8)
		p.back.small.outer.Show()
		p.back.small.place(0, 0, 200, 120)
		whole := w.Canvas().Capture()
		for y := range 120 {
			for x := range 200 {
				if a, b := banded.At(x, y), whole.At(x, y); far(a, b) {
					t.Fatalf("stroke %q: %d,%d is %v in bands and %v in one piece", stroke, x, y, a, b)
				}
			}
		}
		// A panel that shrinks is one piece again.
		w.Resize(fyne.NewSize(200, 30))
		for _, o := range p.back.bands.all() {
			if o.Visible() {
				t.Error("a small panel still has bands")
			}
		}
	}
}

// far says that two colors differ by more than the rounding of an edge.
func far(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	for _, d := range []int{int(ar) - int(br), int(ag) - int(bg), int(ab) - int(bb)} {
		if d > 0x1800 || d < -0x1800 {
			return true
		}
	}
	return false
}
