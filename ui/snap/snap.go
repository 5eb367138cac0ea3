// Package snap renders screens without a display: for the pictures in the documentation and for looking at widgets in all variants.
//
// The shots command and tests call it; the app does not, because it brings Fyne's test driver along. Nothing returns an error but Write.
package snap

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/theme"
)

// begun is when the process began, for [Spent].
var begun = time.Now()

// Look is how a screen is rendered.
type Look struct {
	Width, Height float32
	Dark          bool
	Text          float32 // text size factor; 0 is 1
	Density       float32 // pixels for each unit; 0 is 1
}

// Window returns a window without a display in this look, with a new app around it. Put a shell or any content into it.
func Window(l Look) fyne.Window {
	app := test.NewApp()
	Apply(app, l)
	w := app.NewWindow("")
	w.SetPadded(false)
	w.Resize(fyne.NewSize(l.Width, l.Height))
	return w
}

// Apply sets the look of an app.
func Apply(app fyne.App, l Look) {
	mode := theme.Light
	if l.Dark {
		mode = theme.Dark
	}
	app.Settings().SetTheme(theme.New(mode, max(l.Text, 1)))
}

// Image renders a window as it is now, with its overlays.
func Image(w fyne.Window, l Look) image.Image {
	if c, ok := w.Canvas().(interface{ SetScale(float32) }); ok && l.Density > 0 {
		c.SetScale(l.Density)
	}
	w.Resize(fyne.NewSize(l.Width, l.Height))
	return w.Canvas().Capture()
}

// Object renders a single object in this look.
func Object(build func() fyne.CanvasObject, l Look) image.Image {
	w := Window(l)
	defer w.Close()
	w.SetContent(build())
	return Image(w, l)
}

// Write stores a picture as PNG.
func Write(path string, picture image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write picture: %w", err)
	}
	if err := png.Encode(f, picture); err != nil {
		_ = f.Close()
		return fmt.Errorf("write picture %s: %w", path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write picture %s: %w", path, err)
	}
	return nil
}
