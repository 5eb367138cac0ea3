package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Entry is the product's text entry. What Fyne's entry swallows (function keys, Esc, unknown shortcuts) goes on to the canvas; Tab leaves
// it, also from several lines; what was understood of the text can be shown above it before Enter.
type Entry struct {
	widget.BaseWidget

	OnChanged  func(text string)
	OnSubmit   func(text string) // Enter; in several lines Ctrl+Enter
	OnTab      func()            // nil: the keyboard goes to the next widget
	OnShiftTab func()
	OnUp       func() // one line only
	OnDown     func()
	OnEscape   func() bool // false: Esc goes on to the shell
	OnFocus    func(focused bool)
	OnKey      func(*fyne.KeyEvent) bool // gets every special key first; true: dealt with
	OnShortcut func(Keys) bool           // gets every combination first; true: dealt with
	// ForwardUndo gives Ctrl+Z and Ctrl+Y to the shell at once, for text that goes into the session with every stroke. Otherwise
	// the entry undoes its own typing first.
	ForwardUndo bool

	Icon       string // at the left
	Key        Keys   // a cap at the right while it is empty: how to come here, or what Enter does
	Height     float32
	Problem    string // shown below in the danger color
	Borderless bool   // inside another frame
	Tall       bool   // fills the height it gets: several lines

	core     *entryCore
	back     *box
	image    *canvas.Image
	caps     *KeyCaps
	hint     *Label
	problem  *Label
	trailing fyne.CanvasObject
}

// NewEntry returns an entry of one line.
func NewEntry(placeholder string) *Entry { return newEntry(placeholder, false, 1) }

// NewTextArea returns an entry of several lines, at least this many in sight.
func NewTextArea(placeholder string, rows int) *Entry { return newEntry(placeholder, true, rows) }

// NewPassword returns an entry that hides what is typed, with an eye to show it.
func NewPassword(placeholder string) *Entry {
	e := newEntry(placeholder, false, 1)
	e.core.Password = true
	e.core.ActionItem = Space(0, 0) // Fyne's own eye stays away
	var eye *Button
	eye = NewQuietIcon("eyeoff", "Show what is typed", func() {
		e.core.Password = !e.core.Password
		e.core.Refresh()
		eye.Tip = map[bool]string{true: "Show what is typed", false: "Hide what is typed"}[e.core.Password]
	}).Sized(theme.ButtonSmall)
	e.SetTrailing(eye)
	return e
}

func newEntry(placeholder string, multi bool, rows int) *Entry {
	e := &Entry{Height: theme.ButtonPlain, core: &entryCore{}}
	e.hint, e.problem = Caption("").Right(), NewText("", theme.Caption).In(theme.Danger)
	e.core.outer = e
	e.core.PlaceHolder = placeholder
	e.core.MultiLine = multi
	e.core.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multi {
		e.core.Wrapping = fyne.TextWrapWord
		e.core.SetMinRowsVisible(rows)
	}
	e.core.OnChanged = func(text string) {
		if text != "" {
			e.core.cleared = ""
		}
		e.Refresh()
		if e.OnChanged != nil {
			e.OnChanged(text)
		}
	}
	e.core.ExtendBaseWidget(e.core)
	e.ExtendBaseWidget(e)
	return e
}

// Input is what takes the keyboard, for Canvas.Focus and for tests.
func (e *Entry) Input() fyne.Focusable { return e.core }

// Focus brings the keyboard here.
func (e *Entry) Focus() {
	if c := canvasOf(e.core); c != nil {
		c.Focus(e.core)
	}
}

// Focused says whether the keyboard is here.
func (e *Entry) Focused() bool { return e.core.focused }

// Text returns what is typed.
func (e *Entry) Text() string { return e.core.Text }

// SetText exchanges the text and puts the caret at its end; it tells OnChanged only if the text is another.
func (e *Entry) SetText(text string) {
	if e.core.Text == text {
		return
	}
	e.core.SetText(text)
	if e.core.focused {
		e.CaretToEnd()
	} else {
		e.core.CursorRow, e.core.CursorColumn = 0, 0
	}
	e.Refresh()
}

// Clear takes all words out, as Esc does; Ctrl+Z brings them back as long as no others have been typed.
func (e *Entry) Clear() {
	text := e.core.Text
	e.SetText("")
	e.SetProblem("")
	e.core.cleared = text
}

// CaretToEnd puts the caret behind the last letter.
func (e *Entry) CaretToEnd() {
	e.core.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// SelectAll marks the whole text, so that typing replaces it.
func (e *Entry) SelectAll() { e.core.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// SetPlaceholder changes the words shown while it is empty.
func (e *Entry) SetPlaceholder(text string) {
	if e.core.PlaceHolder != text {
		e.core.SetPlaceHolder(text)
	}
}

// SetHint shows, right-aligned above the entry, what was understood of the text; "" takes it away.
func (e *Entry) SetHint(text string) {
	if e.hint.Text != text {
		e.hint.Text = text
		e.Refresh()
	}
}

// Hint returns what is shown above.
func (e *Entry) Hint() string { return e.hint.Text }

// SetProblem shows below the entry why its text cannot be taken; "" takes it away.
func (e *Entry) SetProblem(text string) {
	if e.Problem != text {
		e.Problem = text
		e.Refresh()
	}
}

// SetTrailing puts a small widget at the right end, inside the frame.
func (e *Entry) SetTrailing(o fyne.CanvasObject) {
	e.trailing = o
	e.Refresh()
}

// SetEnabled lets it be typed into or not.
func (e *Entry) SetEnabled(on bool) {
	if on != e.core.Disabled() {
		return // it is so already
	}
	if on {
		e.core.Enable()
	} else {
		e.core.Disable()
	}
	e.Refresh()
}

// entryPad is the inner padding of Fyne's entry in our theme.
const entryPad = 6

func (e *Entry) hintHeight() float32 {
	if e.hint.Text == "" {
		return 0
	}
	return theme.Scaled(theme.Caption.Line) + 2
}

func (e *Entry) problemHeight() float32 {
	if e.Problem == "" {
		return 0
	}
	return e.problem.MinSize().Height + 2
}

func (e *Entry) frameHeight() float32 {
	if e.core.MultiLine {
		return max(theme.Height(e.Height), e.core.MinSize().Height+4)
	}
	return theme.Height(e.Height)
}

func (e *Entry) min() fyne.Size {
	return fyne.NewSize(theme.Scaled(60), e.frameHeight()+e.hintHeight()+e.problemHeight())
}

// CreateRenderer is Fyne's.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.back = newBox()
	e.image, e.caps = canvas.NewImageFromImage(nil), NewKeyCaps("")
	v := &view{min: e.min, layout: e.layout, paint: e.paint, size: e.Size, dirty: func() []fyne.CanvasObject {
		objects := e.back.objects(e.image, e.core, e.caps, e.hint, e.problem)
		if e.trailing != nil {
			objects = append(objects, e.trailing)
		}
		return objects
	}}
	e.paint()
	return v
}

func (e *Entry) layout(s fyne.Size) {
	top := e.hintHeight()
	place(e.hint, 0, 0, s.Width, theme.Scaled(theme.Caption.Line))
	h := e.frameHeight()
	if e.Tall {
		h = max(h, s.Height-top-e.problemHeight())
	}
	e.back.place(0, top, s.Width, h)
	place(e.problem, 0, top+h+2, s.Width, e.problem.MinSize().Height)
	left, right := float32(2), s.Width-2
	side := theme.Scaled(theme.IconSize)
	if e.Icon != "" {
		place(e.image, 9, top+middle(min(h, theme.Height(e.Height)), side), side, side)
		left = 11 + side
	}
	if e.trailing != nil {
		m := e.trailing.MinSize()
		right -= m.Width + 4
		place(e.trailing, right, top+middle(min(h, theme.Height(e.Height)), m.Height), m.Width, m.Height)
	}
	if e.caps.Visible() {
		m := e.caps.MinSize()
		if words := measure(e.core.PlaceHolder, theme.Body); left+words+2*entryPad > right-m.Width-7 {
			e.caps.Hide() // the words are worth more
		} else {
			right -= m.Width + 7
			place(e.caps, right, top+middle(h, m.Height), m.Width, m.Height)
		}
	}
	// The core paints its own ground, so it stays inside the border; its text stands entryPad below its top.
	tall := Measure("M", theme.Body).Height + 2*entryPad
	y := top + middle(h, tall)
	if e.core.MultiLine {
		y, tall = top+2, h-4
	}
	place(e.core, left, y, max(0, right-left), tall)
}

func (e *Entry) paint() {
	stroke, width := theme.Field, theme.Stroke
	switch {
	case e.core.Disabled():
		stroke = theme.Line2
	case e.core.focused:
		stroke, width = theme.Accent, theme.StrokeFocus
	case e.Problem != "":
		stroke = theme.Danger
	}
	if e.Borderless {
		stroke = theme.None
	}
	e.back.paint(theme.Surface, stroke, width, theme.RadiusEntry)
	ink := theme.Text2
	if e.core.focused {
		ink = theme.Accent
	}
	paintIcon(e.image, e.Icon, ink, theme.Scaled(theme.IconSize))
	e.caps.Keys = e.Key
	show(e.caps, e.Key != "" && e.core.Text == "")
	e.caps.Refresh()
	show(e.hint, e.hint.Text != "")
	e.problem.Text = e.Problem
	show(e.problem, e.Problem != "")
}
