package snap

import "fyne.io/fyne/v2"

// Hearing is a window whose canvas hears shortcuts as a real one does: one that nobody has asked for does nothing. Fyne's test driver drops them
// all, and a test that hands them to the content would not notice what a user's keyboard cannot reach.
type Hearing struct {
	fyne.Window
	heard *fyne.ShortcutHandler
}

// Hear gives a window ears.
func Hear(w fyne.Window) *Hearing { return &Hearing{w, &fyne.ShortcutHandler{}} }

// Canvas is the window's, for whoever asks for shortcuts.
func (h *Hearing) Canvas() fyne.Canvas { return ears{h.Window.Canvas(), h.heard} }

// Press hands a shortcut to whatever has the keyboard, or else to whoever asked for it.
func (h *Hearing) Press(s fyne.Shortcut) {
	if f, ok := h.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	h.heard.TypedShortcut(s)
}

type ears struct {
	fyne.Canvas
	heard *fyne.ShortcutHandler
}

func (e ears) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) { e.heard.AddShortcut(s, f) }
