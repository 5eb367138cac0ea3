package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// KeyCaps shows a combination of keys as small caps, one for each key.
type KeyCaps struct {
	widget.BaseWidget
	Keys   Keys
	OnFill bool // on a primary button
	backs  []*box
	texts  []*canvas.Text
}

// NewKeyCaps returns the caps of a combination.
func NewKeyCaps(k Keys) *KeyCaps {
	c := &KeyCaps{Keys: k}
	c.ExtendBaseWidget(c)
	return c
}

const capGap = 3

func capSize(text string) fyne.Size {
	h := theme.Scaled(18)
	return fyne.NewSize(max(h+1, measure(text, theme.Cap)+10), h)
}

func (c *KeyCaps) min() fyne.Size {
	var s fyne.Size
	for i, p := range c.Keys.Parts() {
		m := capSize(p)
		s.Width += m.Width
		s.Height = m.Height
		if i > 0 {
			s.Width += capGap
		}
	}
	return s
}

// CreateRenderer is Fyne's.
func (c *KeyCaps) CreateRenderer() fyne.WidgetRenderer {
	v := &view{min: c.min, layout: c.layout, paint: c.paint, size: c.Size, dirty: func() []fyne.CanvasObject {
		objects := []fyne.CanvasObject{}
		for i := range c.backs {
			objects = append(objects, c.backs[i].outer, c.backs[i].inner, c.texts[i])
		}
		return objects
	}}
	c.paint()
	return v
}

func (c *KeyCaps) layout(s fyne.Size) {
	x := float32(0)
	for i, p := range c.Keys.Parts() {
		if i >= len(c.backs) {
			return
		}
		m := capSize(p)
		y := middle(s.Height, m.Height)
		c.backs[i].place(x, y, m.Width, m.Height)
		h := c.texts[i].MinSize().Height
		place(c.texts[i], x, y+middle(m.Height, h), m.Width, h)
		x += m.Width + capGap
	}
}

func (c *KeyCaps) paint() {
	parts := c.Keys.Parts()
	for len(c.backs) < len(parts) {
		c.backs = append(c.backs, newBox())
		c.texts = append(c.texts, canvas.NewText("", nil))
	}
	c.backs, c.texts = c.backs[:len(parts)], c.texts[:len(parts)]
	for i, p := range parts {
		ink := theme.Text2
		if c.OnFill {
			c.backs[i].paint(theme.Fill, theme.OnFill, 1, theme.RadiusCap)
			c.backs[i].outer.FillColor = over(theme.Color(theme.Fill), veiled(theme.Color(theme.OnFill)))
			ink = theme.OnFill
		} else {
			c.backs[i].paint(theme.Surface, theme.Line2, 1, theme.RadiusCap)
		}
		t := c.texts[i]
		Write(t, p, theme.Cap)
		t.Color, t.Alignment = theme.Color(ink), fyne.TextAlignCenter
	}
}
