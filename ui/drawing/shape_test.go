package drawing

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/workshop/figure"
)

// TestTextStaysInItsRoom: words that are made smaller end where their room ends, whatever the letters.
func TestTextStaysInItsRoom(t *testing.T) {
	test.NewTempApp(t)
	for _, words := range []string{"overdue 8,018 days", "overdue 8,048 days", "waits for the tool room", "日本語の文章はここ"} {
		natural := Wide(words, 12, true)
		for share := 0.80; share < 1.02; share += 0.01 {
			f := New()
			f.Set(figure.Figure{W: 400, H: 20, Shapes: []figure.Shape{figure.Text{X: 400, Y: 10, Size: 12, Text: words, Bold: true, Anchor: figure.End, Max: natural * share}}})
			r := f.CreateRenderer()
			for _, o := range r.Objects() {
				text, ok := o.(*canvas.Text)
				if !ok {
					continue
				}
				if end := text.Position().X + text.MinSize().Width; end > 401 {
					t.Errorf("%q in %.0f %% of its width ends at %.1f", words, share*100, end)
				}
			}
		}
	}
}
