package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Press is what all pressable widgets share: hover, focus, disabling, tooltip, tap by mouse, Space and Enter. Pages embed it in their
// own pressable widgets: set Self by Extend and paint from Hovered and FocusShown.
type Press struct {
	widget.BaseWidget

	// OnTap is called for a click, Space or Enter.
	OnTap func()
	// OnKey gets every other key first; true means it is dealt with.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus is told when the keyboard comes and goes.
	OnFocus func(focused bool)
	// Tip is shown when the pointer rests on the widget. Widgets without words must have one.
	Tip string

	self                      fyne.Widget
	hovered, focused, byMouse bool
	disabled                  bool
	tooltip                   tooltip
}

var (
	_ fyne.Focusable    = (*Press)(nil)
	_ fyne.Tappable     = (*Press)(nil)
	_ fyne.Shortcutable = (*Press)(nil)
	_ desktop.Hoverable = (*Press)(nil)
)

// Extend ties the embedding widget in; call it in the constructor.
func (p *Press) Extend(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// Hovered says whether the pointer is over the widget.
func (p *Press) Hovered() bool { return p.hovered && !p.disabled }

// Focused says whether keys come here.
func (p *Press) Focused() bool { return p.focused }

// FocusShown says whether to draw the focus ring: only for focus that came from the keyboard.
func (p *Press) FocusShown() bool { return p.focused && !p.byMouse }

// Enable lets the widget be pressed again.
func (p *Press) Enable() { p.SetEnabled(true) }

// Disable takes the widget out of use.
func (p *Press) Disable() { p.SetEnabled(false) }

// Disabled says whether the widget is out of use.
func (p *Press) Disabled() bool { return p.disabled }

// SetEnabled turns the widget on or off.
func (p *Press) SetEnabled(on bool) {
	if p.disabled == !on {
		return
	}
	p.disabled = !on
	p.self.Refresh()
}

// Tapped answers a click.
func (p *Press) Tapped(*fyne.PointEvent) {
	p.tooltip.hide()
	p.press()
}

func (p *Press) press() {
	if p.OnTap != nil && !p.disabled {
		p.OnTap()
	}
}

// MouseIn starts the hover.
func (p *Press) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.tooltip.wait(p.self, p.Tip)
	p.self.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (p *Press) MouseOut() {
	p.hovered = false
	p.tooltip.hide()
	p.self.Refresh()
}

// FocusGained is told by the canvas.
func (p *Press) FocusGained() {
	p.focused, p.byMouse = true, p.hovered
	p.self.Refresh()
	if p.OnFocus != nil {
		p.OnFocus(true)
	}
}

// FocusLost is told by the canvas.
func (p *Press) FocusLost() {
	p.focused, p.byMouse = false, false
	p.tooltip.hide()
	p.self.Refresh()
	if p.OnFocus != nil {
		p.OnFocus(false)
	}
}

// TypedKey presses on Space and Enter and hands on the rest.
func (p *Press) TypedKey(ev *fyne.KeyEvent) {
	if p.byMouse {
		p.byMouse = false
		p.self.Refresh()
	}
	if p.OnKey != nil && p.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if p.OnTap != nil {
			p.press()
			return
		}
	}
	forwardKey(p.self, ev)
}

// TypedRune hands on letters: a button is no entry.
func (p *Press) TypedRune(r rune) {
	if r == ' ' && p.OnTap != nil {
		return // TypedKey has pressed
	}
	forwardRune(p.self, r)
}

// TypedShortcut hands on shortcuts.
func (p *Press) TypedShortcut(s fyne.Shortcut) { forwardShortcut(p.self, s) }

// Cursor shows a hand over what can be pressed.
func (p *Press) Cursor() desktop.Cursor {
	if p.OnTap == nil || p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel names the widget for screen readers.
func (p *Press) AccessibilityLabel() string { return p.Tip }

// AccessibilityRole says what it is.
func (p *Press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
