package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/theme"
)

const tipDelay = 600 * time.Millisecond

// TipLayer lies over a window's or a dialog's content and shows one tooltip at a time. It takes no clicks, which is why
// tooltips are not canvas overlays: those take all.
type TipLayer struct {
	widget.BaseWidget
	panel *Panel
	label *Label
}

// TipHost is what roots of a window and of an overlay implement so that their widgets find the layer.
type TipHost interface{ Tips() *TipLayer }

// NewTipLayer returns an empty layer; put it last in a stack.
func NewTipLayer() *TipLayer {
	t := &TipLayer{label: NewLabel("", theme.Caption).Keep()}
	t.panel = NewPanel(t.label, PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusEntry, PadX: 8, PadY: 5, Shadow: true})
	t.panel.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// Point shows text under (or, at the window's foot, over) the anchor.
func (t *TipLayer) Point(anchor fyne.CanvasObject, text string) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(anchor).Subtract(driver.AbsolutePositionForObject(t))
	t.label.SetText(text)
	min := t.panel.MinSize()
	x := at.X + (anchor.Size().Width-min.Width)/2
	y := at.Y + anchor.Size().Height + 4
	if y+min.Height > t.Size().Height {
		y = at.Y - min.Height - 4
	}
	x = max(4, fyne.Min(x, t.Size().Width-min.Width-4))
	place(t.panel, x, y, min.Width, min.Height)
	t.panel.Show()
	t.panel.Refresh()
}

// Clear takes the tooltip away.
func (t *TipLayer) Clear() { t.panel.Hide() }

// CreateRenderer is Fyne's.
func (t *TipLayer) CreateRenderer() fyne.WidgetRenderer {
	return &view{objects: []fyne.CanvasObject{t.panel}, min: func() fyne.Size { return fyne.Size{} }}
}

// tooltip waits for the pointer to rest.
type tooltip struct {
	cancel func()
	layer  *TipLayer
}

func (t *tooltip) wait(anchor fyne.CanvasObject, text string) {
	t.hide()
	if text == "" {
		return
	}
	t.cancel = run.After(tipDelay, func() {
		if t.layer = tipLayer(anchor); t.layer != nil {
			t.layer.Point(anchor, text)
		}
	})
}

func (t *tooltip) hide() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	if t.layer != nil {
		t.layer.Clear()
		t.layer = nil
	}
}

func tipLayer(o fyne.CanvasObject) *TipLayer {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	if host, ok := root.(TipHost); ok {
		return host.Tips()
	}
	return nil
}
