package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Popup lays a panel over the window, beside its anchor: choices, a calendar. A click elsewhere and Esc close it.
type Popup struct {
	widget.BaseWidget
	OnClosed func()

	content fyne.CanvasObject
	panel   *Panel
	anchor  fyne.CanvasObject
	canvas  fyne.Canvas
	tips    *TipLayer
	narrow  float32
	spot    func() (fyne.Position, fyne.Size)
	end     bool
	open    bool
}

// PopupOptions are where and how a popup stands.
type PopupOptions struct {
	MinWidth float32                                   // 0: as wide as the anchor
	AtEnd    bool                                      // right edges aligned
	Spot     func() (at fyne.Position, size fyne.Size) // stands beside this part of the anchor
	Focus    fyne.Focusable
	OnClosed func()
}

// ShowPopup shows content beside the anchor and gives it the keyboard. It returns nil while the anchor is not on a canvas.
func ShowPopup(anchor, content fyne.CanvasObject, o PopupOptions) *Popup {
	c := canvasOf(anchor)
	if c == nil {
		return nil
	}
	p := &Popup{content: content, anchor: anchor, canvas: c, OnClosed: o.OnClosed, tips: NewTipLayer(), narrow: o.MinWidth, end: o.AtEnd, spot: o.Spot, open: true}
	p.panel = NewPanel(content, PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusCard, PadX: 4, PadY: 4, Shadow: true})
	p.ExtendBaseWidget(p)
	c.Overlays().Add(p)
	p.Resize(c.Size())
	if o.Focus != nil {
		c.Focus(o.Focus)
	}
	return p
}

// Close takes the popup away; the keyboard goes back to where it was.
func (p *Popup) Close() {
	if !p.open {
		return
	}
	p.open = false
	p.canvas.Overlays().Remove(p)
	if p.OnClosed != nil {
		p.OnClosed()
	}
}

// Tapped closes on a click elsewhere.
func (p *Popup) Tapped(ev *fyne.PointEvent) {
	at, size := p.panel.Position(), p.panel.Size()
	inside := ev.Position.X >= at.X && ev.Position.Y >= at.Y && ev.Position.X <= at.X+size.Width && ev.Position.Y <= at.Y+size.Height
	if !inside {
		p.Close()
	}
}

// OverlayKey is asked by the shell for keys that nobody has taken: Esc closes.
func (p *Popup) OverlayKey(k Keys) bool {
	if k == "Esc" {
		p.Close()
		return true
	}
	return false
}

// Tips is the layer of tooltips over the popup.
func (p *Popup) Tips() *TipLayer { return p.tips }

// CreateRenderer is Fyne's.
func (p *Popup) CreateRenderer() fyne.WidgetRenderer {
	return &view{objects: []fyne.CanvasObject{p.panel, p.tips}, layout: p.layout, size: p.Size,
		min: func() fyne.Size { return fyne.Size{} }}
}

func (p *Popup) layout(s fyne.Size) {
	place(p.tips, 0, 0, s.Width, s.Height)
	at, beside := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.anchor), p.anchor.Size()
	if p.spot != nil {
		part, size := p.spot()
		at, beside = at.Add(part), size
	}
	w := p.narrow
	if w == 0 {
		w = beside.Width
	}
	w = max(w, p.panel.MinSize().Width)
	w = min(w, s.Width-16)
	p.panel.Resize(fyne.NewSize(w, p.panel.MinSize().Height))
	h := min(p.panel.MinSize().Height, s.Height-16)
	x, y := at.X, at.Y+beside.Height+4
	if p.end {
		x = at.X + beside.Width - w
	}
	if y+h > s.Height-8 && at.Y-4-h >= 8 {
		y = at.Y - 4 - h
	}
	x = max(8, min(x, s.Width-8-w))
	y = max(8, min(y, s.Height-8-h))
	place(p.panel, x, y, w, h)
}
