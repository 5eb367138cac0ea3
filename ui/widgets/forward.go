package widgets

import "fyne.io/fyne/v2"

// Keys that the focused widget has no use for go on to the canvas, as if nothing had focus: there the shell runs commands and asks the
// page. Fyne itself would drop them.

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if app := fyne.CurrentApp(); app != nil {
		return app.Driver().CanvasForObject(o)
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

func forwardShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
