package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// ButtonKind is how much weight a button has.
type ButtonKind int

// The kinds of button. An area has one primary button.
const (
	Secondary ButtonKind = iota
	Primary
	Quiet // no outline: links, tools in a bar
	Danger
	Link // accent text without padding
)

// Button is the product's button: words, an icon or both, and its key.
type Button struct {
	Press
	Text   string
	Icon   string
	Kind   ButtonKind
	Height float32     // theme.ButtonPlain (32), ButtonTall (40) or ButtonSmall (24)
	Key    Keys        // shown as key caps inside
	Token  theme.Token // another color of words and icon
	// Trailing puts the icon after the words, as in a menu button.
	Trailing bool
	// Start aligns the words to the left of a wide button.
	Start bool

	back  *box
	image *canvas.Image
	label *canvas.Text
	caps  *KeyCaps
}

// NewButton returns a secondary button.
func NewButton(text string, tap func()) *Button { return NewButtonKind(Secondary, text, "", tap) }

// NewPrimary returns a primary button; icon may be "".
func NewPrimary(text, icon string, tap func()) *Button {
	return NewButtonKind(Primary, text, icon, tap)
}

// NewIconButton returns a 32 by 32 button with a tooltip.
func NewIconButton(icon, tip string, tap func()) *Button {
	b := NewButtonKind(Secondary, "", icon, tap)
	b.Tip = tip
	return b
}

// NewQuietIcon returns an icon button without an outline.
func NewQuietIcon(icon, tip string, tap func()) *Button {
	b := NewIconButton(icon, tip, tap)
	b.Kind = Quiet
	return b
}

// NewLink returns words that act like a link.
func NewLink(text string, tap func()) *Button { return NewButtonKind(Link, text, "", tap) }

// NewButtonKind returns any button.
func NewButtonKind(kind ButtonKind, text, icon string, tap func()) *Button {
	b := &Button{Text: text, Icon: icon, Kind: kind, Height: theme.ButtonPlain}
	b.OnTap = tap
	b.Extend(b)
	return b
}

// Sized sets the height and returns the button.
func (b *Button) Sized(height float32) *Button {
	b.Height = height
	return b
}

// WithKey shows a key inside and returns the button.
func (b *Button) WithKey(k Keys) *Button {
	b.Key = k
	return b
}

// WithTip sets the tooltip and returns the button.
func (b *Button) WithTip(tip string) *Button {
	b.Tip = tip
	return b
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	if b.Text != text {
		b.Text = text
		b.Refresh()
	}
}

// SetIcon changes the icon.
func (b *Button) SetIcon(icon string) {
	if b.Icon != icon {
		b.Icon = icon
		b.Refresh()
	}
}

// AccessibilityLabel is the words, or the tooltip of an icon.
func (b *Button) AccessibilityLabel() string {
	if b.Text != "" {
		return b.Text
	}
	return b.Tip
}

func (b *Button) style() theme.Style {
	s := theme.Body
	if b.Kind == Primary || b.Kind == Danger {
		s = theme.BodyBold
	}
	if b.Kind == Link {
		s = theme.CaptionHd
	}
	if b.Height <= theme.ButtonSmall && b.Kind != Link {
		s = theme.Caption
	}
	return s
}

func (b *Button) pad() float32 {
	switch {
	case b.Kind == Link:
		return 0
	case b.Height <= theme.ButtonSmall:
		return 8
	case b.Height >= theme.ButtonTall:
		return 16
	}
	return 13
}

func (b *Button) iconSide() float32 {
	if b.Height <= theme.ButtonSmall {
		return theme.Scaled(14)
	}
	return theme.Scaled(theme.IconSize)
}

// inner returns the width of what is inside.
func (b *Button) inner() float32 {
	w := float32(0)
	if b.Text != "" {
		w = measure(b.Text, b.style())
	}
	if b.Icon != "" {
		w += b.iconSide()
		if b.Text != "" {
			w += theme.Gap
		}
	}
	if b.Key != "" {
		w += theme.Gap + b.caps.MinSize().Width
	}
	return w
}

func (b *Button) min() fyne.Size {
	h := theme.Height(b.Height)
	if b.Kind == Link {
		h = theme.Scaled(20)
	}
	if b.Text == "" && b.Icon != "" && b.Key == "" {
		return fyne.NewSize(h, h)
	}
	return fyne.NewSize(float32(int(b.inner()+2*b.pad()+0.99)), h)
}

// CreateRenderer is Fyne's.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.back, b.image, b.label = newBox(), canvas.NewImageFromImage(nil), canvas.NewText("", nil)
	b.caps = NewKeyCaps(b.Key)
	v := &view{objects: b.back.objects(b.image, b.label, b.caps), min: b.min, layout: b.layout, paint: b.paint, size: b.Size}
	b.paint()
	return v
}

func (b *Button) layout(s fyne.Size) {
	b.back.place(0, 0, s.Width, s.Height)
	side := b.iconSide()
	x := max(b.pad(), (s.Width-b.inner())/2)
	if b.Start {
		x = b.pad()
	}
	if b.Text == "" && b.Key == "" {
		x = (s.Width - side) / 2
	}
	words := min(measure(b.Text, b.style()), max(0, s.Width-2*b.pad()))
	h := b.label.MinSize().Height
	icon := func() {
		if b.Icon != "" {
			place(b.image, float32(int(x+0.5)), middle(s.Height, side), side, side)
			x += side + theme.Gap
		}
	}
	if !b.Trailing {
		icon()
	}
	place(b.label, x, middle(s.Height, h), words, h)
	if b.Text != "" {
		x += words + theme.Gap
	}
	if b.Trailing {
		if b.Start {
			x = s.Width - b.pad() - side
		}
		icon()
	}
	m := b.caps.MinSize()
	place(b.caps, x, middle(s.Height, m.Height), m.Width, m.Height)
}

func (b *Button) paint() {
	fill, stroke, ink := theme.None, theme.None, theme.Text
	switch b.Kind {
	case Secondary:
		fill, stroke = theme.Surface, theme.Line2
	case Primary:
		fill, ink = theme.Fill, theme.OnFill
	case Danger:
		fill, stroke, ink = theme.Surface, theme.Danger, theme.Danger
	case Quiet:
		ink = theme.Text2
	case Link:
		ink = theme.Accent
	}
	if b.Token != "" {
		ink = b.Token
	}
	if b.disabled {
		ink = theme.Text3
		if b.Kind == Primary {
			fill, stroke = theme.Sunken, theme.Line2
		} else if b.Kind == Danger {
			stroke = theme.Line2
		}
	}
	width := theme.Stroke
	radius := theme.RadiusEntry
	if b.FocusShown() {
		stroke, width = theme.Accent, theme.StrokeFocus
		if b.Kind == Primary {
			stroke = theme.Text
		}
	}
	b.back.paint(fill, stroke, width, radius)
	if b.Hovered() {
		b.back.hover(fill)
	}
	paintIcon(b.image, b.Icon, ink, b.iconSide())
	st := b.style()
	Write(b.label, b.Text, st)
	b.label.Color = theme.Color(ink)
	b.caps.Keys, b.caps.OnFill = b.Key, b.Kind == Primary && !b.disabled
	show(b.caps, b.Key != "")
	b.caps.Refresh()
}
