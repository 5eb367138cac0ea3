package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Tone is a pair of tint and ink.
type Tone int

// The tones of pills, badges, icon bubbles and notices.
const (
	Neutral Tone = iota
	Accented
	Good
	Careful
	Bad
	Secret   // wine: confidential, act now
	Outlined // no tint, outline only
)

// Tokens returns tint, outline and ink of a tone. A tint alone is hard to tell from the ground, in the dark above all: the outline, which
// is seen on every ground, says that the word stands in a pill.
func (t Tone) Tokens() (fill, stroke, ink theme.Token) {
	switch t {
	case Accented:
		return theme.Tint, theme.Edge, theme.Accent
	case Good:
		return theme.OKTint, theme.OKEdge, theme.OK
	case Careful:
		return theme.WarnTint, theme.WarnEdge, theme.Warn
	case Bad:
		return theme.DangerTint, theme.DangerEdge, theme.Danger
	case Secret:
		return theme.WineTint, theme.WineEdge, theme.Wine
	case Outlined:
		return theme.Surface, theme.Field, theme.Text2
	}
	return theme.Sunken, theme.Field, theme.Text2
}

// on is Tokens on the ground of a marked row, where the tints that are nearly its own would look like holes.
func (t Tone) on(marked bool) (fill, stroke, ink theme.Token) {
	fill, stroke, ink = t.Tokens()
	if marked && (fill == theme.Tint || fill == theme.Sunken) {
		fill = theme.Surface
	}
	return fill, stroke, ink
}

// Pill is a word on a tint, 20 high.
type Pill struct {
	widget.BaseWidget
	Text, Icon string
	Tone       Tone
	Bold       bool
	Marked     bool // in a row that has the color of its cursor
	back       *box
	image      *canvas.Image
	label      *canvas.Text
}

// NewPill returns a pill.
func NewPill(text string, tone Tone) *Pill {
	p := &Pill{Text: text, Tone: tone}
	p.ExtendBaseWidget(p)
	return p
}

// NewIconPill returns a pill with a sign before the word.
func NewIconPill(text, icon string, tone Tone) *Pill {
	p := NewPill(text, tone)
	p.Icon = icon
	return p
}

// Set changes word and tone.
func (p *Pill) Set(text string, tone Tone) {
	p.Text, p.Tone = text, tone
	p.Refresh()
}

func (p *Pill) style() theme.Style {
	if p.Bold {
		return theme.CaptionHd
	}
	return theme.Caption
}

func (p *Pill) iconRoom() float32 {
	if p.Icon == "" {
		return 0
	}
	return theme.Scaled(13) + 4
}

// CreateRenderer is Fyne's.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	p.back, p.image, p.label = newBox(), canvas.NewImageFromImage(nil), canvas.NewText("", nil)
	v := &view{objects: p.back.objects(p.image, p.label), size: p.Size, layout: p.layout, paint: p.paint,
		min: func() fyne.Size {
			return fyne.NewSize(measure(p.Text, p.style())+p.iconRoom()+16, theme.Height(theme.PillHeight))
		}}
	p.paint()
	return v
}

func (p *Pill) layout(s fyne.Size) {
	tall := min(s.Height, theme.Height(theme.PillHeight))
	top := middle(s.Height, tall)
	p.back.place(0, top, s.Width, tall)
	side := theme.Scaled(13)
	place(p.image, 8, top+middle(tall, side), side, side)
	h := p.label.MinSize().Height
	place(p.label, 8+p.iconRoom(), top+middle(tall, h), max(0, s.Width-16-p.iconRoom()), h)
}

func (p *Pill) paint() {
	fill, stroke, ink := p.Tone.on(p.Marked)
	p.back.paint(fill, stroke, 1, theme.Height(theme.PillHeight)/2)
	paintIcon(p.image, p.Icon, ink, theme.Scaled(13))
	st := p.style()
	Write(p.label, p.Text, st)
	p.label.Color = theme.Color(ink)
}
