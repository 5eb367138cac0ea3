package theme

import "fyne.io/fyne/v2"

// Warm reads the product's two fonts and has Fyne shape a word in each, which it
// keeps. It may run on any goroutine while the window is made, which takes no
// text, and has to be over before the window gets its content: Fyne's own
// store of fonts has no lock.
func Warm() {
	driver := fyne.CurrentApp().Driver()
	for _, bold := range []bool{false, true} {
		driver.RenderedTextSize(warmWords, Body.Size, fyne.TextStyle{Bold: bold}, Face(warmWords, bold))
	}
}

const warmWords = "Nemawashi, 1 of 2"
