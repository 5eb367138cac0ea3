package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Bubble is a round or square tint with an icon or two letters in it: the sign of a person, a template, a digest.
type Bubble struct {
	widget.BaseWidget
	Icon, Text string
	Tone       Tone
	Diameter   float32
	Square     bool
	back       *canvas.Rectangle
	image      *canvas.Image
	label      *canvas.Text
}

// NewBubble returns a round bubble with an icon, 40 wide.
func NewBubble(icon string, tone Tone) *Bubble {
	b := &Bubble{Icon: icon, Tone: tone, Diameter: 40}
	b.ExtendBaseWidget(b)
	return b
}

// NewTile returns a square bubble with an icon, 32 wide.
func NewTile(icon string, tone Tone) *Bubble {
	b := NewBubble(icon, tone)
	b.Square, b.Diameter = true, 32
	return b
}

// NewAvatar returns a round bubble with the beginning of a name or code name, 28 wide.
func NewAvatar(name string) *Bubble {
	letters := []rune(name)
	b := &Bubble{Text: string(letters[:min(2, len(letters))]), Tone: Accented, Diameter: 28}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *Bubble) CreateRenderer() fyne.WidgetRenderer {
	b.back, b.image, b.label = canvas.NewRectangle(nil), canvas.NewImageFromImage(nil), canvas.NewText("", nil)
	v := &view{objects: []fyne.CanvasObject{b.back, b.image, b.label}, size: b.Size, paint: b.paint, layout: b.layout,
		min: func() fyne.Size { return fyne.NewSquareSize(theme.Scaled(b.Diameter)) }}
	b.paint()
	return v
}

func (b *Bubble) layout(s fyne.Size) {
	d := theme.Scaled(b.Diameter)
	x, y := middle(s.Width, d), middle(s.Height, d)
	place(b.back, x, y, d, d)
	side := theme.Scaled(b.iconSide())
	place(b.image, x+(d-side)/2, y+(d-side)/2, side, side)
	h := b.label.MinSize().Height
	place(b.label, x, y+middle(d, h), d, h)
}

func (b *Bubble) iconSide() float32 {
	if b.Diameter >= 56 {
		return 28
	}
	if b.Diameter >= 40 {
		return 20
	}
	return 16
}

func (b *Bubble) paint() {
	fill, _, ink := b.Tone.Tokens()
	radius := theme.Scaled(b.Diameter) / 2
	if b.Square {
		radius = theme.RadiusEntry
	}
	paintBox(b.back, fill, theme.None, 0, radius)
	paintIcon(b.image, b.Icon, ink, theme.Scaled(b.iconSide()))
	Write(b.label, b.Text, theme.CaptionHd)
	b.label.Alignment, b.label.Color = fyne.TextAlignCenter, theme.Color(ink)
}
