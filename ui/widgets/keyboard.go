package widgets

import "fyne.io/fyne/v2"

// FocusOn brings the keyboard to a widget, also to one that has just been put into a page and has not been drawn yet.
func FocusOn(w interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	if c := canvasOf(w); c != nil {
		c.Focus(w)
	}
}

// Unfocus takes the keyboard from whatever has it in the window of an object that is about to be replaced: the
// canvas would go on sending it keys that nobody sees arrive.
func Unfocus(o fyne.CanvasObject) {
	if c := canvasOf(o); c != nil {
		c.Unfocus()
	}
}

// FocusBeside brings the keyboard to the next widget, or to the one before.
func FocusBeside(from fyne.CanvasObject, before bool) {
	c := canvasOf(from)
	switch {
	case c == nil:
	case before:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

// HandKey hands a key on that a page's own focused widget has no use for, as the widgets here do.
func HandKey(from fyne.CanvasObject, ev *fyne.KeyEvent) { forwardKey(from, ev) }

// HandShortcut hands a shortcut on.
func HandShortcut(from fyne.CanvasObject, s fyne.Shortcut) { forwardShortcut(from, s) }
