package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// SupportChip is a rating from -2 to +2 in its color with its sign.
type SupportChip struct {
	widget.BaseWidget
	Rating int
	back   *canvas.Rectangle
	label  *canvas.Text
}

// NewSupportChip returns a chip.
func NewSupportChip(rating int) *SupportChip {
	c := &SupportChip{Rating: rating}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the rating.
func (c *SupportChip) Set(rating int) {
	c.Rating = rating
	c.Refresh()
}

// CreateRenderer is Fyne's.
func (c *SupportChip) CreateRenderer() fyne.WidgetRenderer {
	c.back, c.label = canvas.NewRectangle(nil), canvas.NewText("", nil)
	v := &view{objects: []fyne.CanvasObject{c.back, c.label}, size: c.Size, paint: c.paint,
		min: func() fyne.Size { return fyne.NewSize(theme.Scaled(24), theme.Scaled(20)) },
		layout: func(s fyne.Size) {
			place(c.back, 0, 0, s.Width, s.Height)
			h := c.label.MinSize().Height
			place(c.label, 0, middle(s.Height, h), s.Width, h)
		}}
	c.paint()
	return v
}

func (c *SupportChip) paint() {
	c.back.FillColor, c.label.Color = theme.Support(c.Rating)
	c.back.CornerRadius = theme.RadiusCap
	Write(c.label, SupportSign(c.Rating), theme.CaptionHd)
	c.label.Alignment = fyne.TextAlignCenter
}
