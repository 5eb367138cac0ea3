package widgets_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	. "nemawashi.app/ui/widgets"
)

// TestPillsAreSeenOnEveryGround paints the pills of all tones: the outline has 3 to 1 to whatever they stand on, their word 4.5 to 1 to
// their tint.
func TestPillsAreSeenOnEveryGround(t *testing.T) {
	app := test.NewTempApp(t)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		app.Settings().SetTheme(theme.New(mode, 1))
		for tone := Neutral; tone <= Outlined; tone++ {
			for _, marked := range []bool{false, true} {
				p := NewPill("Open", tone)
				p.Marked = marked
				p.Resize(p.MinSize())
				shapes := test.TempWidgetRenderer(t, p).Objects()
				word, isWord := shapes[len(shapes)-1].(*canvas.Text)
				if !isWord {
					t.Fatalf("the last thing painted of a pill is a %T", shapes[len(shapes)-1])
				}
				outer, inner := filled(shapes)
				for _, ground := range []theme.Token{theme.Bg, theme.Surface, theme.Rail, theme.Sunken, theme.Raised, theme.Tint} {
					if c := snap.Contrast(outer, theme.Color(ground)); c < 3 {
						t.Errorf("mode %d, tone %d, marked %v: the outline on %s has %.2f", mode, tone, marked, ground, c)
					}
				}
				if c := snap.Contrast(word.Color, inner); c < 4.5 {
					t.Errorf("mode %d, tone %d, marked %v: the word has %.2f", mode, tone, marked, c)
				}
			}
		}
	}
}

// filled are the colors of the outer and the inner edge of the box that is painted.
func filled(shapes []fyne.CanvasObject) (outer, inner color.Color) {
	for _, s := range shapes {
		r, ok := s.(*canvas.Rectangle)
		if !ok || !r.Visible() {
			continue
		}
		if outer == nil {
			outer = r.FillColor
			if r.StrokeWidth > 0 {
				outer = r.StrokeColor
			}
		}
		inner = r.FillColor
	}
	return outer, inner
}
