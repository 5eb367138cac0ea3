package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Divider is a line of one pixel across.
type Divider struct {
	widget.BaseWidget
	upright bool
	line    *canvas.Rectangle
}

// NewDivider returns a line from left to right.
func NewDivider() *Divider { return newDivider(false) }

// NewUpright returns a line from top to bottom, for bars.
func NewUpright() *Divider { return newDivider(true) }

func newDivider(upright bool) *Divider {
	d := &Divider{upright: upright}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is Fyne's.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer {
	d.line = canvas.NewRectangle(theme.Color(theme.Line))
	return &view{objects: []fyne.CanvasObject{d.line}, layout: d.line.Resize, size: d.Size,
		paint: func() { d.line.FillColor = theme.Color(theme.Line) },
		min: func() fyne.Size {
			if d.upright {
				return fyne.NewSize(1, theme.Height(theme.ButtonPlain))
			}
			return fyne.NewSize(1, 1)
		}}
}
