package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Ring shows a share as a ring with its number inside; a full one is a tick. It also shows a priority: a ring in the band's color with the
// number inside.
type Ring struct {
	widget.BaseWidget
	Share    float64 // 0 to 1
	Token    theme.Token
	Diameter float32
	Text     string // instead of the percentage; " " for none
	Priority bool
	Value    int // of the priority

	track, arc *canvas.Arc
	circle     *canvas.Circle
	label      *canvas.Text
	tick       *canvas.Image
}

// NewRing returns a ring of progress, 44 wide.
func NewRing(share float64) *Ring {
	r := &Ring{Share: share, Token: theme.Accent, Diameter: 44}
	r.ExtendBaseWidget(r)
	return r
}

// NewPriorityRing returns a ring of priority, 34 wide.
func NewPriorityRing(priority int) *Ring {
	r := &Ring{Priority: true, Value: priority, Diameter: 34}
	r.ExtendBaseWidget(r)
	return r
}

// Set changes the share.
func (r *Ring) Set(share float64) {
	r.Share = share
	r.Refresh()
}

// SetPriority changes the priority.
func (r *Ring) SetPriority(priority int) {
	r.Priority, r.Value = true, priority
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	r.track, r.arc, r.circle = canvas.NewArc(0, 360, 0.8, nil), canvas.NewArc(0, 0, 0.8, nil), canvas.NewCircle(nil)
	r.label, r.tick = canvas.NewText("", nil), canvas.NewImageFromImage(nil)
	v := &view{objects: []fyne.CanvasObject{r.track, r.arc, r.circle, r.label, r.tick}, size: r.Size, layout: r.layout, paint: r.paint,
		min: func() fyne.Size { return fyne.NewSquareSize(theme.Scaled(r.Diameter)) }}
	r.paint()
	return v
}

func (r *Ring) layout(s fyne.Size) {
	d := theme.Scaled(r.Diameter)
	x, y := middle(s.Width, d), middle(s.Height, d)
	place(r.track, x, y, d, d)
	place(r.arc, x, y, d, d)
	place(r.circle, x+1, y+1, d-2, d-2)
	h := r.label.MinSize().Height
	place(r.label, x, y+middle(d, h), d, h)
	side := d * 0.5
	place(r.tick, x+(d-side)/2, y+(d-side)/2, side, side)
}

func (r *Ring) paint() {
	full := r.Share >= 1 && !r.Priority
	show(r.track, !r.Priority && !full)
	show(r.arc, !r.Priority && !full && r.Share > 0)
	show(r.circle, r.Priority || full)
	show(r.tick, full)
	show(r.label, !full)
	ink, words, style := theme.Text, r.Text, theme.CaptionHd
	d := theme.Scaled(r.Diameter)
	switch {
	case r.Priority:
		token, width := theme.BandOf(r.Value).Ring()
		if width == 0 {
			width = 1
		}
		r.circle.FillColor, r.circle.StrokeColor, r.circle.StrokeWidth = theme.Color(theme.None), theme.Color(token), min(width, 2.5)
		words = fmt.Sprint(r.Value)
		if ink = token; token == theme.Line || token == theme.Field {
			ink = theme.Text2
		}
		style.Size = 14
	case full:
		r.circle.FillColor, r.circle.StrokeColor, r.circle.StrokeWidth = theme.Color(theme.None), theme.Color(theme.OK), theme.Scaled(4)
		paintIcon(r.tick, "check", theme.OK, d/2)
	default:
		cutout := (d - 2*theme.Scaled(4)) / d
		r.track.FillColor, r.track.CutoutRatio = theme.Color(theme.Line), cutout
		r.arc.FillColor, r.arc.CutoutRatio = theme.Color(r.Token), cutout
		r.arc.StartAngle, r.arc.EndAngle = 0, float32(360*min(max(r.Share, 0), 1))
		if words == "" {
			words = fmt.Sprintf("%.0f%%", r.Share*100)
		}
	}
	Write(r.label, words, style)
	r.label.Alignment, r.label.Color = fyne.TextAlignCenter, theme.Color(ink)
}
