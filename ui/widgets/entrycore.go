package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entryCore is Fyne's entry with our keys. The frame around it is drawn by Entry.
type entryCore struct {
	widget.Entry
	outer          *Entry
	focused, shift bool
	clicked        bool // the keyboard comes by a click
	stroke         stroke
	caret          caretPlace
	cleared        string // the words that Clear took out
}

// FocusGained draws the frame.
func (c *entryCore) FocusGained() {
	again := c.focused
	c.focused = true
	c.Entry.FocusGained()
	if !again {
		c.takeCaret()
	}
	c.outer.Refresh()
	if c.outer.OnFocus != nil {
		c.outer.OnFocus(true)
	}
}

// FocusLost draws the frame.
func (c *entryCore) FocusLost() {
	c.focused, c.shift = false, false
	c.Entry.FocusLost()
	c.leaveCaret()
	c.outer.Refresh()
	if c.outer.OnFocus != nil {
		c.outer.OnFocus(false)
	}
}

// AcceptsTab takes Tab only for a call-back: several lines are left by Tab as well.
func (c *entryCore) AcceptsTab() bool { return c.outer.OnTab != nil || c.outer.OnShiftTab != nil }

// KeyDown remembers Shift, because a Tab does not tell.
func (c *entryCore) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		c.shift = true
	}
	c.Entry.KeyDown(ev)
}

// KeyUp forgets Shift.
func (c *entryCore) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		c.shift = false
	}
	c.Entry.KeyUp(ev)
}

// TypedKey gives keys to the call-backs, to the text, or on to the canvas.
func (c *entryCore) TypedKey(ev *fyne.KeyEvent) {
	o := c.outer
	if o.OnKey != nil && o.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyTab:
		c.tab()
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case c.MultiLine:
			c.Entry.TypedKey(ev)
		case o.OnSubmit != nil:
			o.OnSubmit(c.Text)
		default:
			forwardKey(c, ev)
		}
	case fyne.KeyEscape:
		if o.OnEscape == nil || !o.OnEscape() {
			forwardKey(c, ev)
		}
	case fyne.KeyUp:
		c.walk(ev, o.OnUp)
	case fyne.KeyDown:
		c.walk(ev, o.OnDown)
	default:
		if functionKey(ev.Name) {
			forwardKey(c, ev)
			return
		}
		if ev.Name == fyne.KeyBackspace {
			c.mendCaret()
		}
		c.stroke = stroke{}
		c.Entry.TypedKey(ev)
	}
}

func (c *entryCore) tab() {
	switch {
	case c.shift && c.outer.OnShiftTab != nil:
		c.outer.OnShiftTab()
	case !c.shift && c.outer.OnTab != nil:
		c.outer.OnTab()
	default:
		if canvas := canvasOf(c); canvas != nil && c.shift {
			canvas.FocusPrevious()
		} else if canvas != nil {
			canvas.FocusNext()
		}
	}
}

func (c *entryCore) walk(ev *fyne.KeyEvent, call func()) {
	switch {
	case c.MultiLine:
		c.Entry.TypedKey(ev)
	case call != nil:
		call()
	default:
		forwardKey(c, ev)
	}
}

func functionKey(name fyne.KeyName) bool {
	return len(name) > 1 && name[0] == 'F' && name[1] >= '1' && name[1] <= '9'
}

// TypedShortcut keeps what edits text and gives the rest to the canvas.
func (c *entryCore) TypedShortcut(s fyne.Shortcut) {
	o := c.outer
	keys := KeysOfShortcut(s)
	if o.OnShortcut != nil && o.OnShortcut(keys) {
		return
	}
	if keys == "Ctrl+Enter" && c.MultiLine && o.OnSubmit != nil {
		o.OnSubmit(c.Text)
		return
	}
	switch s.ShortcutName() {
	case "Undo", "Redo":
		c.undo(s)
		return
	case "Cut", "Copy", "Paste", "SelectAll":
		c.Entry.TypedShortcut(s)
		return
	}
	// On a Mac, Alt with an arrow goes by words; elsewhere it belongs to the page.
	if k, ok := s.(fyne.KeyboardShortcut); ok && (k.Mod()&fyne.KeyModifierAlt == 0 || runtime.GOOS == "darwin") {
		switch k.Key() {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyHome, fyne.KeyEnd:
			c.Entry.TypedShortcut(s)
			return
		}
	}
	if keys == "Ctrl+Shift+Z" {
		c.undo(&fyne.ShortcutRedo{})
		return
	}
	forwardShortcut(c, s)
}

// undo undoes typing while there is any, then what was done before.
func (c *entryCore) undo(s fyne.Shortcut) {
	if c.Text == "" && c.cleared != "" && s.ShortcutName() == "Undo" {
		c.outer.SetText(c.cleared)
		return
	}
	before := c.Text
	if !c.outer.ForwardUndo {
		c.Entry.TypedShortcut(s)
	}
	if c.Text == before {
		forwardShortcut(c, s)
	}
}
