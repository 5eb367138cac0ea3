package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// ProgressBar is a bar of 6 without words: the number stands beside it.
type ProgressBar struct {
	widget.BaseWidget
	Share       float64
	Token       theme.Token
	track, fill *canvas.Rectangle
}

// NewProgressBar returns a bar.
func NewProgressBar(share float64) *ProgressBar {
	p := &ProgressBar{Share: share, Token: theme.Accent}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes the share, 0 to 1.
func (p *ProgressBar) Set(share float64) {
	p.Share = share
	p.Refresh()
}

// CreateRenderer is Fyne's.
func (p *ProgressBar) CreateRenderer() fyne.WidgetRenderer {
	p.track, p.fill = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	v := &view{objects: []fyne.CanvasObject{p.track, p.fill}, size: p.Size, paint: p.paint,
		min: func() fyne.Size { return fyne.NewSize(24, 6) },
		layout: func(s fyne.Size) {
			y := middle(s.Height, 6)
			place(p.track, 0, y, s.Width, 6)
			share := float32(min(max(p.Share, 0), 1))
			w := s.Width * share
			if share > 0 {
				w = max(6, w)
			}
			place(p.fill, 0, y, w, 6)
		}}
	p.paint()
	return v
}

func (p *ProgressBar) paint() {
	paintBox(p.track, theme.Line, theme.None, 0, 3)
	paintBox(p.fill, p.Token, theme.None, 0, 3)
	show(p.fill, p.Share > 0)
}
