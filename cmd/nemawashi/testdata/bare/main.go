// Command bare is a Fyne window with one label, as large as the app's: what
// the start of the app is measured against.
package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("app.nemawashi.bare")
	w := a.NewWindow("bare")
	w.SetContent(widget.NewLabel("bare"))
	w.Resize(fyne.NewSize(1280, 800))
	a.Lifecycle().SetOnStarted(func() { fmt.Fprintln(os.Stderr, "nemawashi: home") })
	w.ShowAndRun()
}
