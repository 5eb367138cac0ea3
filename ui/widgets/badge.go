package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Badge is a small round count. Zero shows nothing.
type Badge struct {
	widget.BaseWidget
	Count int
	Tone  Tone
	Solid bool // white on the full color, over an icon
	back  *canvas.Rectangle
	label *canvas.Text
}

// NewBadge returns a badge.
func NewBadge(count int, tone Tone) *Badge {
	b := &Badge{Count: count, Tone: tone}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the count.
func (b *Badge) Set(count int) {
	b.Count = count
	b.Refresh()
}

func (b *Badge) text() string {
	if b.Count > 999 {
		return "999+"
	}
	return strconv.Itoa(b.Count)
}

func (b *Badge) min() fyne.Size {
	if b.Count == 0 {
		return fyne.Size{}
	}
	h := theme.Height(theme.PillHeight)
	if b.Solid {
		h = theme.Scaled(16)
	}
	return fyne.NewSize(max(h, measure(b.text(), theme.CaptionHd)+10), h)
}

// CreateRenderer is Fyne's.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	b.back, b.label = canvas.NewRectangle(nil), canvas.NewText("", nil)
	v := &view{objects: []fyne.CanvasObject{b.back, b.label}, size: b.Size, min: b.min, paint: b.paint,
		layout: func(s fyne.Size) {
			place(b.back, 0, 0, s.Width, s.Height)
			h := b.label.MinSize().Height
			place(b.label, 0, middle(s.Height, h), s.Width, h)
		}}
	b.paint()
	return v
}

func (b *Badge) paint() {
	fill, stroke, ink := b.Tone.Tokens()
	if b.Solid {
		fill, stroke, ink = ink, theme.None, theme.Surface
	}
	paintBox(b.back, fill, stroke, 1, b.min().Height/2)
	st := theme.CaptionHd
	if b.Solid {
		st = theme.Style{Size: 11, Bold: true}
	}
	Write(b.label, b.text(), st)
	b.label.Color, b.label.Alignment = theme.Color(ink), fyne.TextAlignCenter
	show(b.back, b.Count != 0)
	show(b.label, b.Count != 0)
}
