package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// ListOptions describe a list.
type ListOptions struct {
	Length func() int
	Create func() fyne.CanvasObject
	Update func(i int, o fyne.CanvasObject)
	Height func() float32 // of a row; nil: 32 at 100 % text
	// OnCursor is told which row the keyboard or a click has come to; OnOpen of Enter, Space or a double click (with OneClick of every click).
	OnCursor func(i int)
	OnOpen   func(i int)
	OnKey    func(*fyne.KeyEvent) bool
	OnRune   func(rune) bool
	OnTab    func(back bool) // takes Tab and Shift+Tab, which else go on to the next widget
	OneClick bool
	Lines    bool             // lines between rows and an accent bar at the selected one
	Skip     func(i int) bool // rows that the cursor passes over: headings
	OnMenu   func(i int, at fyne.Position, anchor fyne.CanvasObject)
}

// List is a long list of rows with a cursor; only the rows in sight exist.
type List struct {
	widget.BaseWidget
	o       ListOptions
	cursor  int
	rows    *rows
	gap     *gapMark
	focused bool
	shift   bool
}

// NewList returns a list without a cursor (-1).
func NewList(o ListOptions) *List {
	l := &List{o: o, cursor: -1, gap: newGapMark()}
	if o.Height == nil {
		l.o.Height = func() float32 { return theme.Height(theme.ListRow) }
	}
	l.rows = newRows(&rows{length: o.Length, create: o.Create, update: o.Update, height: l.o.Height, lines: o.Lines, bar: o.Lines,
		marked: func(i int) bool { return i == l.cursor }, onTap: l.tapped, onMenu: o.OnMenu})
	l.ExtendBaseWidget(l)
	return l
}

// Cursor returns the row that is selected, -1 for none.
func (l *List) Cursor() int { return l.cursor }

// SetCursor selects a row and scrolls to it, without telling; -1 selects none.
func (l *List) SetCursor(i int) {
	before := l.cursor
	l.cursor = min(i, l.o.Length()-1)
	l.rows.refreshRow(before)
	l.rows.refreshRow(l.cursor)
	l.rows.reveal(l.cursor)
}

// Focus gives the list the keyboard, also before it was painted for the first time.
func (l *List) Focus() {
	if c := canvasOf(l); c != nil {
		c.Focus(l)
	}
}

// RefreshRow shows one changed row.
func (l *List) RefreshRow(i int) { l.rows.refreshRow(i) }

// Refresh shows changed data.
func (l *List) Refresh() {
	l.cursor = min(l.cursor, l.o.Length()-1)
	l.rows.fit()
	l.BaseWidget.Refresh()
}

func (l *List) tapped(i int, _ fyne.Position, again bool) {
	if l.o.Skip != nil && l.o.Skip(i) {
		return
	}
	if c := canvasOf(l); c != nil {
		c.Focus(l)
	}
	l.moveTo(i)
	if l.o.OnOpen != nil && (again || l.o.OneClick) {
		l.o.OnOpen(i)
	}
}

func (l *List) moveTo(i int) {
	l.SetCursor(i)
	if l.o.OnCursor != nil && l.cursor >= 0 {
		l.o.OnCursor(l.cursor)
	}
}

// Step moves the cursor by so many rows, over headings.
func (l *List) Step(by int) {
	n := l.o.Length()
	if n == 0 {
		return
	}
	i := min(max(l.cursor+by, 0), n-1)
	if l.cursor < 0 && by > 0 {
		i = 0
	}
	way := 1
	if by < 0 {
		way = -1
	}
	for i >= 0 && i < n && l.o.Skip != nil && l.o.Skip(i) {
		i += way
	}
	if i >= 0 && i < n {
		l.moveTo(i)
	}
}

// FocusGained is told by the canvas.
func (l *List) FocusGained() {
	l.focused = true
	if l.cursor < 0 {
		l.Step(1)
	}
	l.BaseWidget.Refresh()
}

// FocusLost is told by the canvas.
func (l *List) FocusLost() {
	l.focused, l.shift = false, false
	l.BaseWidget.Refresh()
}

// AcceptsTab keeps Tab where something is done with it.
func (l *List) AcceptsTab() bool { return l.o.OnTab != nil }

// KeyDown remembers Shift, because a Tab does not tell.
func (l *List) KeyDown(ev *fyne.KeyEvent) { l.shifted(ev, true) }

// KeyUp forgets Shift.
func (l *List) KeyUp(ev *fyne.KeyEvent) { l.shifted(ev, false) }

func (l *List) shifted(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		l.shift = down
	}
}

// TypedKey walks and opens.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	if l.o.OnKey != nil && l.o.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyUp:
		l.Step(-1)
	case fyne.KeyDown:
		l.Step(1)
	case fyne.KeyPageUp:
		l.Step(-l.rows.page())
	case fyne.KeyPageDown:
		l.Step(l.rows.page())
	case fyne.KeyHome:
		l.Step(-l.o.Length())
	case fyne.KeyEnd:
		l.Step(l.o.Length())
	case fyne.KeyTab:
		if l.o.OnTab != nil {
			l.o.OnTab(l.shift)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.o.OnOpen == nil || l.cursor < 0 {
			forwardKey(l, ev)
			return
		}
		l.o.OnOpen(l.cursor)
	default:
		forwardKey(l, ev)
	}
}

// TypedRune gives letters to the owner or on to the canvas.
func (l *List) TypedRune(r rune) {
	if l.o.OnRune != nil && l.o.OnRune(r) {
		return
	}
	forwardRune(l, r)
}

// TypedShortcut hands on shortcuts.
func (l *List) TypedShortcut(s fyne.Shortcut) { forwardShortcut(l, s) }

// CreateRenderer is Fyne's.
func (l *List) CreateRenderer() fyne.WidgetRenderer {

	return &view{objects: []fyne.CanvasObject{l.rows.scroll, l.gap.line}, size: l.Size,
		min: func() fyne.Size { return fyne.NewSize(60, l.o.Height()) },
		layout: func(s fyne.Size) {
			place(l.rows.scroll, 0, 0, s.Width, s.Height)
			l.rows.body.arrange(false)
		}}
}
