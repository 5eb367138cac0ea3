package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// NewSupportPicker returns the choice of support from -2 to +2, each with its sign; the chosen one in its color.
func NewSupportPicker(rating int, changed func(rating int)) *Segmented {
	s := NewSegmented([]string{"−2", "−1", "0", "+1", "+2"}, rating+2, func(i int) { changed(i - 2) })
	s.paintAs = func(i int, fill *canvas.Rectangle, text *canvas.Text) {
		if i == s.Selected {
			fill.FillColor, text.Color = theme.Support(i - 2)
		}
	}
	return s
}

// SupportSign writes a rating with its sign, as it stands everywhere beside its color.
func SupportSign(rating int) string {
	switch {
	case rating > 0:
		return "+" + strconv.Itoa(rating)
	case rating < 0:
		return "−" + strconv.Itoa(-rating)
	}
	return "0"
}

// NewLevelPicker returns the choice of 1 to 5 (value 0: none yet). Digits choose while it has focus.
func NewLevelPicker(level int, changed func(level int)) *Segmented {
	s := NewSegmented([]string{"1", "2", "3", "4", "5"}, level-1, func(i int) { changed(i + 1) })
	s.OnKey = func(ev *fyne.KeyEvent) bool {
		if n, err := strconv.Atoi(string(ev.Name)); err == nil && n >= 1 && n <= 5 {
			s.Choose(n - 1)
			return true
		}
		return s.key(ev)
	}
	return s
}
