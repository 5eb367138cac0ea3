package widgets

import "fyne.io/fyne/v2"

// Keys that the focused widget has no use for go on to the canvas, as if nothing had focus: there the shell runs commands and asks the
// page. Fyne itself would drop them.

// canvasOf returns the canvas that an object is on. Fyne knows it only once the object has been drawn; one that has just been put into a page
// is on the main window, the first.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	app := fyne.CurrentApp()
	if app == nil {
		return nil
	}
	if c := app.Driver().CanvasForObject(o); c != nil {
		return c
	}
	if windows := app.Driver().AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}

func forwardKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := canvasOf(from); c != nil {
		if f := c.OnTypedKey(); f != nil {
			f(ev)
		}
	}
}

func forwardRune(from fyne.CanvasObject, r rune) {
	if c := canvasOf(from); c != nil {
		if f := c.OnTypedRune(); f != nil {
			f(r)
		}
	}
}

// A shortcut goes to the window's content when that takes shortcuts, as the shell does: not every canvas can be handed one.
func forwardShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if content, ok := c.Content().(fyne.Shortcutable); ok {
		content.TypedShortcut(s)
	} else if canvas, ok := c.(fyne.Shortcutable); ok {
		canvas.TypedShortcut(s)
	}
}
