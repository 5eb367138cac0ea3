package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Hint tells what a key does here.
type Hint struct {
	Keys  Keys
	To    Keys // "Ctrl+1" to "8": shown after a dash
	Label string
	Bold  string // words instead of a cap, such as "25m" or "48 rows"
	Icon  string // a sign before the words: a status, not a key
	Right bool   // at the right end
}

// HintBar shows the keys of the page in one line; what has no room is left out, from the middle.
type HintBar struct {
	widget.BaseWidget
	hints []Hint
	panel *Panel
	left  []fyne.CanvasObject
	right []fyne.CanvasObject
}

// NewHintBar returns a bar; Set fills it.
func NewHintBar() *HintBar {
	h := &HintBar{panel: NewPanel(nil, PanelStyle{Fill: theme.Rail, LineTop: true})}
	h.ExtendBaseWidget(h)
	return h
}

// Set shows other hints.
func (h *HintBar) Set(hints []Hint) {
	h.hints, h.left, h.right = hints, nil, nil
	for _, hint := range hints {
		o := hintView(hint)
		if hint.Right {
			h.right = append(h.right, o)
		} else {
			h.left = append(h.left, o)
		}
	}
	h.Refresh()
}

// Hints returns what is shown.
func (h *HintBar) Hints() []Hint { return h.hints }

func hintView(hint Hint) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if hint.Icon != "" {
		parts = append(parts, NewIconSized(hint.Icon, theme.Text2, 14))
	}
	if hint.Bold != "" {
		parts = append(parts, NewLabel(hint.Bold, theme.CaptionHd).In(theme.Text2).Keep())
	}
	if hint.Keys != "" {
		parts = append(parts, NewKeyCaps(hint.Keys))
	}
	if hint.To != "" {
		parts = append(parts, Caption("–").Keep(), NewKeyCaps(hint.To))
	}
	if hint.Label != "" {
		parts = append(parts, Caption(hint.Label).Keep())
	}
	return HStack(6, parts...)
}

// CreateRenderer is Fyne's.
func (h *HintBar) CreateRenderer() fyne.WidgetRenderer {
	return &view{size: h.Size, layout: h.layout, paint: h.panel.Refresh,
		min: func() fyne.Size { return fyne.NewSize(0, theme.Height(theme.HintBar)) },
		dirty: func() []fyne.CanvasObject {
			return append(append([]fyne.CanvasObject{h.panel}, h.left...), h.right...)
		}}
}

func (h *HintBar) layout(s fyne.Size) {
	place(h.panel, 0, 0, s.Width, s.Height)
	end := s.Width - theme.PadPage
	for i := len(h.right) - 1; i >= 0; i-- {
		o := h.right[i]
		m := o.MinSize()
		fits := end-m.Width >= theme.PadPage
		show(o, fits)
		if !fits {
			continue
		}
		end -= m.Width
		place(o, end, middle(s.Height, m.Height), m.Width, m.Height)
		end -= theme.PadPage
	}
	x := theme.PadPage
	full := false
	for _, o := range h.left {
		m := o.MinSize()
		full = full || x+m.Width > end
		show(o, !full)
		if full {
			continue
		}
		place(o, x, middle(s.Height, m.Height), m.Width, m.Height)
		x += m.Width + theme.PadPage
	}
}
