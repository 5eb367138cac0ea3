package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// tableHead is the header of a table: a click sorts, dragging an edge makes a column wider.
type tableHead struct {
	widget.BaseWidget
	table    *Table
	back     *canvas.Rectangle
	line     *canvas.Rectangle
	texts    []*canvas.Text
	arrows   []*canvas.Image
	tick     *canvas.Image
	box      *box
	dragging int
	atEdge   bool
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t, back: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), box: newBox(),
		tick: canvas.NewImageFromImage(nil), dragging: -1}
	for range t.o.Columns {
		h.texts = append(h.texts, canvas.NewText("", nil))
		h.arrows = append(h.arrows, canvas.NewImageFromImage(nil))
	}
	h.ExtendBaseWidget(h)
	return h
}

// column returns the column at x and, if x is on the edge between two, the one at its left.
func (h *tableHead) column(x float32) (col, edge int) {
	col, edge = -1, -1
	left := h.table.checkWidth() + h.table.edge()
	for i, w := range h.table.widths() {
		if x >= left && x < left+w {
			col = i
		}
		if x > left+w-5 && x < left+w+5 {
			edge = i
		}
		left += w
	}
	return col, edge
}

// Tapped sorts, or takes all rows at the check box.
func (h *tableHead) Tapped(ev *fyne.PointEvent) {
	if ev.Position.X < h.table.checkWidth() {
		h.table.SelectAll(len(h.table.selected) == 0)
		return
	}
	if col, edge := h.column(ev.Position.X); edge < 0 && col >= 0 {
		h.table.sortBy(col)
	}
}

// Dragged makes a column wider or narrower.
func (h *tableHead) Dragged(ev *fyne.DragEvent) {
	if h.dragging < 0 {
		_, h.dragging = h.column(ev.Position.X - ev.Dragged.DX)
	}
	if h.dragging >= 0 {
		h.table.widen(h.dragging, ev.Dragged.DX)
	}
}

// DragEnd ends it.
func (h *tableHead) DragEnd() { h.dragging = -1 }

// MouseIn is part of desktop.Hoverable.
func (h *tableHead) MouseIn(*desktop.MouseEvent) {}

// MouseMoved shows where a column can be made wider.
func (h *tableHead) MouseMoved(ev *desktop.MouseEvent) {
	_, edge := h.column(ev.Position.X)
	h.atEdge = edge >= 0
}

// MouseOut is part of desktop.Hoverable.
func (h *tableHead) MouseOut() { h.atEdge = false }

// Cursor shows where a column can be made wider.
func (h *tableHead) Cursor() desktop.Cursor {
	if h.atEdge || h.dragging >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is Fyne's.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.back, h.line, h.box.outer, h.box.inner, h.tick}
	for i := range h.texts {
		objects = append(objects, h.texts[i], h.arrows[i])
	}
	return &view{objects: objects, size: h.Size, layout: h.layout,
		min: func() fyne.Size { return fyne.NewSize(0, theme.Height(theme.Row)) }}
}

func (h *tableHead) layout(s fyne.Size) {
	t := h.table
	h.back.FillColor, h.line.FillColor = theme.Color(theme.Sunken), theme.Color(theme.Line)
	place(h.back, 0, 0, s.Width, s.Height)
	place(h.line, 0, s.Height-1, s.Width, 1)
	x := t.checkWidth()
	h.box.setVisible(x > 0)
	show(h.tick, x > 0 && len(t.selected) > 0)
	if x > 0 {
		side := theme.Scaled(16)
		h.box.paint(theme.Surface, theme.Field, 1, theme.RadiusCap)
		h.box.place(theme.PadPage, middle(s.Height, side), side, side)
		place(h.tick, theme.PadPage+2, middle(s.Height, side)+2, side-4, side-4)
		if h.tick.Visible() {
			paintIcon(h.tick, "minus", theme.Accent, side-4)
		}
	}
	x += t.edge()
	for i, w := range t.widths() {
		c := t.o.Columns[i]
		text, arrow := h.texts[i], h.arrows[i]
		side, ink := theme.Scaled(14), theme.Text2
		room := w - 2*cellPad
		sorted := t.sortCol == i
		show(arrow, sorted)
		if sorted {
			ink = theme.Text
			room -= side + 4
			icon := "up"
			if t.sortDown {
				icon = "down"
			}
			paintIcon(arrow, icon, theme.Text2, side)
		}
		Write(text, ellipsis(c.Title, max(0, room), theme.CaptionHd), theme.CaptionHd)
		text.Color = theme.Color(ink)
		m := text.MinSize()
		at := x + cellPad
		if c.Right {
			at = max(at, x+w-cellPad-m.Width)
		}
		place(text, at, middle(s.Height, m.Height), m.Width, m.Height)
		place(arrow, at+m.Width+4, middle(s.Height, side), side, side)
		x += w
	}
}
