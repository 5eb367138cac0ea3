package canvas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// tableHead shows the titles of the columns; a long title takes several lines.
type tableHead struct {
	widget.BaseWidget
	table  *Table
	panel  *widgets.Panel
	titles []*widgets.Label
	stays  *widgets.Panel // the ground of the first title while the others are scrolled behind it
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t, stays: newPin(theme.Sunken)}
	var objects []fyne.CanvasObject
	for _, f := range t.fields() {
		l := widgets.NewText(headTitle(f), theme.CaptionHd).In(theme.Text2)
		if f.numeric() {
			l.Align = fyne.TextAlignTrailing
		}
		if f.Confidential {
			l.Token = theme.Wine
		}
		h.titles = append(h.titles, l)
		objects = append(objects, l)
	}
	objects = append(objects[1:], h.stays, objects[0])
	h.panel = widgets.NewPanel(container.New(headLayout{h}, objects...), widgets.PanelStyle{Fill: theme.Sunken, LineBottom: true})
	h.ExtendBaseWidget(h)
	return h
}

func headTitle(f Field) string {
	if f.Unit != "" {
		return f.Title + ", " + f.Unit
	}
	return f.Title
}

// CreateRenderer is Fyne's.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.panel) }

// height is what the titles need at this width.
func (h *tableHead) height(width float32) float32 {
	high := theme.Height(theme.Row)
	for i, w := range h.table.widths(width) {
		l := h.titles[i]
		l.Resize(fyne.NewSize(w-2*cellPadX, l.Size().Height))
		high = max(high, l.MinSize().Height+16)
	}
	return high
}

// headLayout puts the titles over their columns.
type headLayout struct{ h *tableHead }

func (h headLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range h.h.table.widths(size.Width) {
		l := h.h.titles[i]
		tall := l.MinSize().Height
		put(l, x+cellPadX, (size.Height-tall)/2, w-2*cellPadX, tall)
		x += w
	}
	h.h.pin()
}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
