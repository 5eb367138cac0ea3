package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// overlay is a veil over the whole window with a panel in its middle.
type overlay struct {
	widget.BaseWidget
	veil       *widgets.Panel
	panel      *widgets.Panel
	tips       *widgets.TipLayer
	canvas     fyne.Canvas
	key        func(widgets.Keys) bool
	wide, high float32
	top        bool // near the top of the window instead of its middle

	onTapOutside func()
}

func newOverlay(panel *widgets.Panel, key func(widgets.Keys) bool) *overlay {
	o := &overlay{veil: widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Veil}), panel: panel, tips: widgets.NewTipLayer(), key: key}
	o.ExtendBaseWidget(o)
	return o
}

func (o *overlay) show(c fyne.Canvas) {
	o.canvas = c
	c.Overlays().Add(o)
	o.Resize(c.Size())
}

// hide takes the overlay away; it says whether it was there.
func (o *overlay) hide() bool {
	if o.canvas == nil {
		return false
	}
	c := o.canvas
	o.canvas = nil
	c.Overlays().Remove(o)
	return true
}

// OverlayKey is asked by the shell.
func (o *overlay) OverlayKey(k widgets.Keys) bool { return o.key(k) }

// Tips is where the dialog's tooltips are shown.
func (o *overlay) Tips() *widgets.TipLayer { return o.tips }

// Tapped keeps clicks from what lies below.
func (o *overlay) Tapped(ev *fyne.PointEvent) {
	at, size := o.panel.Position(), o.panel.Size()
	inside := ev.Position.X >= at.X && ev.Position.Y >= at.Y && ev.Position.X <= at.X+size.Width && ev.Position.Y <= at.Y+size.Height
	if !inside && o.onTapOutside != nil {
		o.onTapOutside()
	}
}

// CreateRenderer is Fyne's.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer { return &overlayFrame{o} }

type overlayFrame struct{ o *overlay }

func (f *overlayFrame) Destroy() {}
func (f *overlayFrame) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.o.veil, f.o.panel, f.o.tips}
}
func (f *overlayFrame) MinSize() fyne.Size { return fyne.Size{} }

func (f *overlayFrame) Refresh() {
	f.Layout(f.o.Size())
	for _, o := range f.Objects() {
		o.Refresh()
	}
}

func (f *overlayFrame) Layout(s fyne.Size) {
	o := f.o
	o.veil.Resize(s)
	o.tips.Resize(s)
	w := min(theme.Width(o.wide), s.Width-48)
	o.panel.Resize(fyne.NewSize(w, o.panel.MinSize().Height))
	h := o.panel.MinSize().Height
	if o.high > 0 {
		h = max(theme.Width(o.high), 0)
	}
	h = min(h, s.Height-48)
	y := (s.Height - h) / 2
	if o.top {
		y = min(96, y)
	}
	o.panel.Resize(fyne.NewSize(w, h))
	o.panel.Move(fyne.NewPos(float32(int((s.Width-w)/2)), float32(int(y))))
}
