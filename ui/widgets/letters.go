package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// Write puts words into a text that is drawn, in a style at the text size in use and in the font that has its letters.
func Write(t *canvas.Text, words string, style theme.Style) {
	t.Text, t.TextSize, t.TextStyle = words, theme.Scaled(style.Size), fyne.TextStyle{Bold: style.Bold}
	t.FontSource = theme.Face(words, style.Bold)
}

// Measure returns how wide and high words are as Write puts them.
func Measure(words string, style theme.Style) fyne.Size {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, theme.Scaled(style.Size), fyne.TextStyle{Bold: style.Bold}, theme.Face(words, style.Bold))
	return size
}

func measure(words string, style theme.Style) float32 { return Measure(words, style).Width }
