package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// Check is a check box with words; NewRadio makes it a round one that cannot be taken back by pressing again.
type Check struct {
	Press
	Text      string
	Checked   bool
	OnChanged func(bool)
	Icon      string // before the words
	Style     theme.Style
	radio     bool

	box   *box
	dot   *canvas.Circle
	tick  *canvas.Image
	image *canvas.Image
	label *Label
	halo  *canvas.Rectangle
}

// NewCheck returns a check box.
func NewCheck(text string, checked bool, changed func(bool)) *Check {
	c := &Check{Text: text, Checked: checked, OnChanged: changed, Style: theme.Body, label: NewLabel(text, theme.Body)}
	c.OnTap = c.toggle
	c.Extend(c)
	return c
}

// NewRadio returns one choice of several; the page unchecks the others.
func NewRadio(text string, checked bool, chosen func()) *Check {
	c := NewCheck(text, checked, func(bool) { chosen() })
	c.radio = true
	return c
}

// Set checks or unchecks without telling.
func (c *Check) Set(checked bool) {
	if c.Checked != checked {
		c.Checked = checked
		c.Refresh()
	}
}

func (c *Check) toggle() {
	if c.radio && c.Checked {
		return
	}
	c.Checked = !c.Checked
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(c.Checked)
	}
}

// AccessibilityLabel is the words and the state.
func (c *Check) AccessibilityLabel() string {
	if c.Checked {
		return c.Text + ", checked"
	}
	return c.Text
}

func (c *Check) start() float32 {
	x := theme.Scaled(16)
	if c.Text != "" || c.Icon != "" {
		x += theme.Gap
	}
	if c.Icon != "" {
		x += theme.Scaled(16) + theme.Gap
	}
	return x
}

// Wide is the width with all its words.
func (c *Check) Wide() float32 {
	if c.Text == "" {
		return c.start()
	}
	return c.start() + measure(c.Text, c.Style)
}

// CreateRenderer is Fyne's.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.box, c.dot, c.halo = newBox(), canvas.NewCircle(nil), canvas.NewRectangle(nil)
	c.tick, c.image = canvas.NewImageFromImage(nil), canvas.NewImageFromImage(nil)
	v := &view{objects: []fyne.CanvasObject{c.halo, c.box.outer, c.box.inner, c.dot, c.tick, c.image, c.label}, size: c.Size, paint: c.paint, layout: c.layout,
		min: func() fyne.Size { return fyne.NewSize(c.start(), theme.Scaled(24)) }}
	c.paint()
	return v
}

func (c *Check) layout(s fyne.Size) {
	side := theme.Scaled(16)
	y := middle(s.Height, side)
	place(c.halo, -3, y-3, side+6, side+6)
	c.box.place(0, y, side, side)
	in := side * 0.25
	place(c.dot, in, y+in, side-2*in, side-2*in)
	in = side * 0.12
	place(c.tick, in, y+in, side-2*in, side-2*in)
	place(c.image, side+theme.Gap, y, side, side)
	place(c.label, c.start(), 0, max(0, s.Width-c.start()), s.Height)
}

func (c *Check) paint() {
	radius := theme.RadiusCap
	if c.radio {
		radius = theme.Scaled(8)
	}
	fill, stroke, ink := theme.Surface, theme.Field, theme.Text
	if c.Checked && !c.radio {
		fill, stroke = theme.Fill, theme.Fill
	}
	if c.Checked && c.radio {
		stroke = theme.Accent
	}
	if c.disabled {
		fill, stroke, ink = theme.Sunken, theme.Line2, theme.Text3
	}
	width := float32(1)
	if c.radio && c.Checked {
		width = 1.5
	}
	c.box.paint(fill, stroke, width, radius)
	if c.Hovered() {
		c.box.hover(fill)
	}
	paintBox(c.halo, theme.None, theme.Accent, theme.StrokeFocus, radius+3)
	show(c.halo, c.FocusShown())
	show(c.dot, c.radio && c.Checked)
	c.dot.FillColor = theme.Color(theme.Accent)
	tick := theme.OnFill
	if c.disabled {
		tick = theme.Text3
	}
	paintIcon(c.tick, "check", tick, theme.Scaled(12))
	show(c.tick, c.Checked && !c.radio)
	paintIcon(c.image, c.Icon, ink, theme.Scaled(theme.IconSize))
	c.label.Text, c.label.Token, c.label.Style = c.Text, ink, c.Style
	c.label.Refresh()
}
