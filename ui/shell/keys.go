package shell

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// typedKey gets keys that no focused widget has taken.
func (s *Shell) typedKey(ev *fyne.KeyEvent) {
	k := widgets.KeysOf(ev)
	overlay := s.window.Canvas().Overlays().Top() != nil
	if k.Plain() && k != "Space" {
		return // comes again as a rune, in the user's layout
	}
	if s.Press(k) || overlay {
		return
	}
	if taker, ok := s.Page().(KeyTaker); ok && taker.TypedKey(ev) {
		return
	}
	if k == "Esc" {
		s.escape()
	}
}

// typedRune gets letters, digits and signs that no entry has taken.
func (s *Shell) typedRune(r rune) {
	if r == ' ' {
		return // came as a key
	}
	overlay := s.window.Canvas().Overlays().Top() != nil
	if s.Press(widgets.KeysOfRune(r)) || overlay {
		return
	}
	if taker, ok := s.Page().(KeyTaker); ok {
		taker.TypedRune(r)
	}
}

// TypedShortcut gets combinations that the focused widget has not taken.
func (s *Shell) TypedShortcut(shortcut fyne.Shortcut) { s.Press(widgets.KeysOfShortcut(shortcut)) }

// escape goes one step back: along a link that was followed; out of the entry, so that letters act again; then inside the page; then to the page before.
func (s *Shell) escape() {
	focused := s.window.Canvas().Focused()
	_, typing := focused.(interface{ SelectedText() string }) // what one types into keeps its Esc
	if r, ok := s.Page().(Returner); ok && !typing && r.Return() {
		return
	}
	if focused != nil {
		s.window.Canvas().Unfocus()
		return
	}
	if b, ok := s.Page().(Backer); ok && b.Back() {
		return
	}
	s.RunCommand("shell.back") // which the app may widen
}
