package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Icon shows one of the product's icons in a token's color, growing with the text.
type Icon struct {
	widget.BaseWidget

	Name  string
	Token theme.Token
	Side  float32
	image *canvas.Image
}

// NewIcon returns an icon of 16 in the given color.
func NewIcon(name string, token theme.Token) *Icon { return NewIconSized(name, token, theme.IconSize) }

// NewIconSized returns an icon of any size.
func NewIconSized(name string, token theme.Token, size float32) *Icon {
	i := &Icon{Name: name, Token: token, Side: size}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes picture and color.
func (i *Icon) Set(name string, token theme.Token) {
	if i.Name == name && i.Token == token {
		return
	}
	i.Name, i.Token = name, token
	i.Refresh()
}

// CreateRenderer is Fyne's.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.image = canvas.NewImageFromImage(nil)
	v := &view{
		objects: []fyne.CanvasObject{i.image},
		size:    i.Size,
		min:     func() fyne.Size { return fyne.NewSquareSize(theme.Scaled(i.Side)) },
		layout: func(s fyne.Size) {
			side := theme.Scaled(i.Side)
			place(i.image, middle(s.Width, side), middle(s.Height, side), side, side)
		},
		paint: func() { paintIcon(i.image, i.Name, i.Token, theme.Scaled(i.Side)) },
	}
	v.paint()
	return v
}

// paintIcon sets an image to an icon, or hides it for no name. The side is that on the screen.
func paintIcon(image *canvas.Image, name string, token theme.Token, side float32) {
	if name == "" {
		image.Hide()
		return
	}
	if p := theme.Picture(name, token, side); image.Image != p {
		image.Image, image.FillMode = p, canvas.ImageFillContain
		image.Refresh()
	}
	image.Show()
}
