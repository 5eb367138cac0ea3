package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// tableRow is a recycled row of a table.
type tableRow struct {
	widget.BaseWidget
	table   *Table
	index   int
	cells   []*cellView
	heading *cellView
	cursor  *canvas.Rectangle
	tick    *canvas.Image
	box     *box
}

func newTableRow(t *Table) *tableRow {
	r := &tableRow{table: t, index: -1, heading: newCellView(), cursor: canvas.NewRectangle(nil), box: newBox(), tick: canvas.NewImageFromImage(nil)}
	for range t.o.Columns {
		r.cells = append(r.cells, newCellView())
	}
	r.ExtendBaseWidget(r)
	return r
}

// set takes the values of a row; whoever calls it refreshes the row.
func (r *tableRow) set(i int) {
	r.index = i
	if title, is := r.table.heading(i); is {
		r.heading.set(Cell{Text: title, Bold: true, Token: theme.Text2})
		for _, c := range r.cells {
			c.set(Cell{})
		}
	} else {
		r.heading.set(Cell{})
		for col, c := range r.cells {
			c.set(r.table.o.Cell(i, col))
		}
	}
}

// CreateRenderer is Fyne's.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	return &view{size: r.Size, layout: r.layout, min: func() fyne.Size { return fyne.NewSize(0, r.table.rowHeight()) },
		dirty: func() []fyne.CanvasObject {
			objects := []fyne.CanvasObject{r.cursor, r.box.outer, r.box.inner, r.tick}
			for _, c := range r.cells {
				objects = c.objects(objects)
			}
			return r.heading.objects(objects)
		}}
}

func (r *tableRow) layout(s fyne.Size) {
	t := r.table
	_, heading := t.heading(r.index)
	x := t.checkWidth()
	ticked := x > 0 && !heading
	show(r.tick, x > 0 && !heading && t.selected[r.index])
	r.box.setVisible(ticked)
	if ticked {
		side := theme.Scaled(16)
		y := middle(s.Height, side)
		fill, stroke := theme.Surface, theme.Field
		if t.selected[r.index] {
			fill, stroke = theme.Fill, theme.Fill
		}
		r.box.paint(fill, stroke, 1, theme.RadiusCap)
		r.box.place(theme.PadPage, y, side, side)
		place(r.tick, theme.PadPage+2, y+2, side-4, side-4)
		if r.tick.Visible() {
			paintIcon(r.tick, "check", theme.OnFill, side-4)
		}
	}
	on := t.focused && r.index == t.row && (t.editable(t.col) || t.InCell())
	show(r.cursor, on)
	marked := r.index == t.row || t.selected[r.index]
	r.heading.place(x+t.edge(), s.Width, s.Height)
	x += t.edge()
	for col, w := range t.widths() {
		r.cells[col].marked = marked
		r.cells[col].place(x, w, s.Height)
		if on && col == t.col {
			paintBox(r.cursor, theme.None, theme.Accent, 1, theme.RadiusCap)
			place(r.cursor, x+1, 3, w-2, s.Height-7)
		}
		x += w
	}
}
