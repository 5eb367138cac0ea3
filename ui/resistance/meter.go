package resistance

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// meter is a level of 1 to 5 as five blocks, with the number and what it means in words. A click, a digit, Left and Right set it.
type meter struct {
	widgets.Press
	level   int // 0: none yet
	words   [6]string
	changed func(int)
	blocks  [5]*canvas.Rectangle
	pointed int
	label   *widgets.Label
	halo    *canvas.Rectangle
}

func newMeter(meaning [6]string, changed func(int)) *meter {
	m := &meter{words: meaning, changed: changed, label: widgets.NewLabel("", theme.Caption).Right()}
	m.OnKey = m.key
	m.OnTap = func() {}
	m.Extend(m)
	return m
}

// set shows a level without telling.
func (m *meter) set(level int) {
	if m.level != level {
		m.level = level
		m.Refresh()
	}
}

func (m *meter) choose(level int) {
	if m.Disabled() || level < 1 || level > 5 || level == m.level {
		return
	}
	m.level = level
	m.Refresh()
	m.changed(level)
}

func (m *meter) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		m.choose(m.level - 1)
	case fyne.KeyRight:
		m.choose(m.level + 1)
	default:
		return false
	}
	return true
}

// TypedRune takes digits: while the meter has the keyboard they are meant for it.
func (m *meter) TypedRune(r rune) {
	if r >= '1' && r <= '5' {
		m.choose(int(r - '0'))
		return
	}
	m.Press.TypedRune(r)
}

// Tapped sets the block that was hit.
func (m *meter) Tapped(ev *fyne.PointEvent) {
	for i, b := range m.blocks {
		if ev.Position.X < b.Position().X+b.Size().Width+1 {
			m.choose(i + 1)
			return
		}
	}
}

// MouseMoved shows which block is meant.
func (m *meter) MouseMoved(ev *desktop.MouseEvent) {
	at := 0
	for i, b := range m.blocks {
		if ev.Position.X >= b.Position().X && ev.Position.X < b.Position().X+b.Size().Width+2 {
			at = i + 1
		}
	}
	if at != m.pointed {
		m.pointed = at
		m.Refresh()
	}
}

// MouseOut ends that.
func (m *meter) MouseOut() {
	m.pointed = 0
	m.Press.MouseOut()
}

func (m *meter) text() string {
	if m.level == 0 {
		return m.words[0]
	}
	return strconv.Itoa(m.level) + ", " + m.words[m.level]
}

// AccessibilityLabel is the level in words.
func (m *meter) AccessibilityLabel() string { return m.text() }

// CreateRenderer is Fyne's.
func (m *meter) CreateRenderer() fyne.WidgetRenderer {
	m.halo = canvas.NewRectangle(theme.Color(theme.None))
	all := []fyne.CanvasObject{m.halo}
	for i := range m.blocks {
		m.blocks[i] = canvas.NewRectangle(theme.Color(theme.None))
		all = append(all, m.blocks[i])
	}
	all = append(all, m.label)
	d := &drawn{objects: func() []fyne.CanvasObject { return all }, size: m.Size, paint: m.paint, layout: m.lay,
		min: func() fyne.Size { return fyne.NewSize(theme.Scaled(90), theme.Scaled(22)) }}
	m.paint()
	return d
}

func (m *meter) lay(s fyne.Size) {
	w, h := theme.Width(15), theme.Scaled(7)
	y := float32(int((s.Height - h) / 2))
	x := float32(0)
	for _, b := range m.blocks {
		put(b, x, y, w, h)
		x += w + 2
	}
	put(m.halo, -3, y-4, x+4, h+8)
	put(m.label, x+4, 0, max(0, s.Width-x-4), s.Height)
}

func (m *meter) paint() {
	for i, b := range m.blocks {
		token := theme.Line
		if i < m.level {
			token = theme.Fill
		}
		b.FillColor, b.StrokeColor, b.StrokeWidth, b.CornerRadius = theme.Color(token), theme.Color(theme.None), 0, 2
		if i < m.pointed && !m.Disabled() {
			b.StrokeColor, b.StrokeWidth = theme.Color(theme.Accent), 1
		}
	}
	m.halo.StrokeColor, m.halo.StrokeWidth, m.halo.CornerRadius = theme.Color(theme.Accent), theme.StrokeFocus, theme.RadiusCap
	show(m.halo, m.FocusShown())
	m.label.Text, m.label.Token = m.text(), theme.Text2
	m.label.Refresh()
}
