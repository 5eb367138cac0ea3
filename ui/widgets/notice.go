package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/theme"
)

// Notice says in a sentence what has happened and offers one way back, such as Undo.
type Notice struct {
	Text   string
	Icon   string
	Tone   Tone
	Button string // words of the one button; "" for none
	Key    Keys
	OnTap  func()
	Stay   time.Duration // 0: eight seconds; less than 0: until it is closed
}

// NoticeBar shows the newest notice at the foot of a window for a while. It covers nothing but itself.
type NoticeBar struct {
	widget.BaseWidget
	panel  *Panel
	cancel func()
	now    Notice
}

// NewNoticeBar returns an empty bar; lay it over the window's content.
func NewNoticeBar() *NoticeBar {
	b := &NoticeBar{panel: NewPanel(nil, PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusCard, PadX: 12, PadY: 6, Shadow: true})}
	b.panel.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// Post shows a notice in place of the one before.
func (b *NoticeBar) Post(n Notice) {
	b.stop()
	b.now = n
	_, _, ink := n.Tone.Tokens()
	icon := n.Icon
	if icon == "" {
		icon = "info"
	}
	parts := []fyne.CanvasObject{NewIcon(icon, ink), NewText(n.Text, theme.Body)}
	if n.Button != "" {
		parts = append(parts, NewButtonKind(Quiet, n.Button, "", func() {
			b.Clear()
			if n.OnTap != nil {
				n.OnTap()
			}
		}).WithKey(n.Key).colored(theme.Accent))
	}
	parts = append(parts, NewQuietIcon("x", "Close", b.Clear).Sized(theme.ButtonSmall))
	b.panel.SetContent(HStack(theme.Gap, parts...))
	b.panel.Show()
	b.Refresh()
	if n.Stay >= 0 {
		stay := n.Stay
		if stay == 0 {
			stay = 8 * time.Second
		}
		b.cancel = run.After(stay, b.Clear)
	}
}

func (b *Button) colored(token theme.Token) *Button {
	b.Token = token
	return b
}

// Current returns what is shown; Text is "" for nothing.
func (b *NoticeBar) Current() Notice { return b.now }

// Clear takes the notice away.
func (b *NoticeBar) Clear() {
	b.stop()
	b.now = Notice{}
	b.panel.Hide()
}

func (b *NoticeBar) stop() {
	if b.cancel != nil {
		b.cancel()
		b.cancel = nil
	}
}

// CreateRenderer is Fyne's.
func (b *NoticeBar) CreateRenderer() fyne.WidgetRenderer {
	return &view{objects: []fyne.CanvasObject{b.panel}, size: b.Size, min: func() fyne.Size { return fyne.Size{} },
		layout: func(s fyne.Size) {
			w := min(natural(b.panel.contentOr())+24, s.Width-32)
			b.panel.Resize(fyne.NewSize(w, b.panel.Size().Height)) // a sentence may need several lines
			h := b.panel.MinSize().Height
			place(b.panel, middle(s.Width, w), s.Height-h-theme.Height(theme.HintBar)-12, w, h)
		}}
}

func (p *Panel) contentOr() fyne.CanvasObject {
	if p.Content == nil {
		return Space(0, 0)
	}
	return p.Content
}
