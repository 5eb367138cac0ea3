package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// rows shows the rows in sight out of any number and recycles them. List and Table are built on it: unlike Fyne's collections it tells where
// it is scrolled to, which a floating entry over a cell needs, and it leaves keys and selection to its owner.
type rows struct {
	scroll   *container.Scroll
	body     *rowsBody
	length   func() int
	create   func() fyne.CanvasObject
	update   func(i int, o fyne.CanvasObject)
	height   func() float32
	width    func() float32 // the least width of a row; nil: that of the view
	marked   func(i int) bool
	bar      bool // the accent bar at the left of marked rows
	lines    bool
	onTap    func(i int, at fyne.Position, again bool)
	onMenu   func(i int, at fyne.Position, anchor fyne.CanvasObject)
	onScroll func(fyne.Position)
}

func newRows(r *rows) *rows {
	r.body = &rowsBody{rows: r}
	r.body.ExtendBaseWidget(r.body)
	r.scroll = container.NewScroll(r.body)
	if r.width == nil {
		r.scroll.Direction = container.ScrollVerticalOnly
	}
	r.scroll.OnScrolled = func(at fyne.Position) {
		r.body.arrange(false)
		if r.onScroll != nil {
			r.onScroll(at)
		}
	}
	return r
}

// fit gives the body room for all rows.
func (r *rows) fit() { r.body.Resize(r.body.MinSize().Max(fyne.NewSize(r.scroll.Size().Width, 0))) }

// refreshRow shows one changed row, if it is in sight.
func (r *rows) refreshRow(i int) {
	if i < 0 || i >= r.length() {
		return // gone; the next refresh takes it away
	}
	for _, row := range r.body.shown {
		if row.index == i {
			r.body.fill(row, i)
		}
	}
}

// reveal scrolls a row into sight. The rows there are put in place at once: the scroll tells of its new offset a frame later only.
func (r *rows) reveal(i int) {
	h := r.height()
	top, view := float32(i)*h, r.scroll.Size().Height
	switch {
	case i < 0 || view <= 0:
		return
	case top < r.scroll.Offset.Y:
		r.scroll.ScrollToOffset(fyne.NewPos(r.scroll.Offset.X, top))
	case top+h > r.scroll.Offset.Y+view:
		r.scroll.ScrollToOffset(fyne.NewPos(r.scroll.Offset.X, top+h-view))
	default:
		return
	}
	r.body.arrange(false)
}

// page is how many rows are in sight.
func (r *rows) page() int { return max(1, int(r.scroll.Size().Height/r.height())) }

type rowsBody struct {
	widget.BaseWidget
	rows  *rows
	shown []*rowHost
	spare []*rowHost
}

func (b *rowsBody) MinSize() fyne.Size {
	w := float32(0)
	if b.rows.width != nil {
		w = b.rows.width()
	}
	return fyne.NewSize(w, float32(b.rows.length())*b.rows.height())
}

func (b *rowsBody) CreateRenderer() fyne.WidgetRenderer {
	return &view{min: b.MinSize, layout: func(fyne.Size) { b.arrange(false) }, size: b.Size,
		paint: func() { b.arrange(true) }, shallow: true,
		dirty: func() []fyne.CanvasObject {
			objects := make([]fyne.CanvasObject, len(b.shown))
			for i, row := range b.shown {
				objects[i] = row
			}
			return objects
		}}
}

// arrange puts the rows in sight in place; with fill it fills all of them anew, without only those that have come into sight.
func (b *rowsBody) arrange(fill bool) {
	r := b.rows
	h, n := r.height(), r.length()
	view := r.scroll.Size()
	first := max(0, int(r.scroll.Offset.Y/h))
	last := min(n-1, int((r.scroll.Offset.Y+view.Height)/h))
	if view.Height <= 0 {
		last = -1
	}
	have := map[int]*rowHost{}
	for _, row := range b.shown {
		if row.index < first || row.index > last {
			row.Hide()
			b.spare = append(b.spare, row)
		} else {
			have[row.index] = row
		}
	}
	b.shown = b.shown[:0]
	width := b.Size().Width
	for i := first; i <= last; i++ {
		row, old := have[i]
		if !old {
			row = b.take()
		}
		if row.Size() != fyne.NewSize(width, h) || row.Position().Y != float32(i)*h || !old {
			place(row, 0, float32(i)*h, width, h)
		}
		if fill || !old {
			b.fill(row, i)
		}
		b.shown = append(b.shown, row)
	}
}

func (b *rowsBody) take() *rowHost {
	if n := len(b.spare); n > 0 {
		row := b.spare[n-1]
		b.spare = b.spare[:n-1]
		row.hovered = false
		row.Show()
		return row
	}
	row := &rowHost{rows: b.rows, content: b.rows.create()}
	row.ExtendBaseWidget(row)
	return row
}

func (b *rowsBody) fill(row *rowHost, i int) {
	row.index = i
	b.rows.update(i, row.content)
	row.Refresh()
}

// rowHost is one recycled row: its ground, its hover and its clicks.
type rowHost struct {
	widget.BaseWidget
	rows            *rows
	index           int
	content         fyne.CanvasObject
	back, bar, line *canvas.Rectangle
	hovered         bool
	tapped          time.Time
	tappedIndex     int
}

const doubleTap = 400 * time.Millisecond

func (h *rowHost) Tapped(ev *fyne.PointEvent) {
	now := time.Now()
	again := h.tappedIndex == h.index && now.Sub(h.tapped) < doubleTap
	h.tapped, h.tappedIndex = now, h.index
	if h.rows.onTap != nil {
		h.rows.onTap(h.index, ev.Position, again)
	}
}

func (h *rowHost) TappedSecondary(ev *fyne.PointEvent) {
	if h.rows.onMenu != nil {
		h.rows.onMenu(h.index, ev.Position, h)
	}
}

func (h *rowHost) MouseIn(*desktop.MouseEvent) {
	h.setHovered(true)
}

func (h *rowHost) MouseMoved(*desktop.MouseEvent) {}

func (h *rowHost) MouseOut() {
	h.setHovered(false)
}

// setHovered paints the ground alone: the content is the same.
func (h *rowHost) setHovered(on bool) {
	h.hovered = on
	if h.back != nil {
		h.paint()
		h.back.Refresh()
	}
}

func (h *rowHost) CreateRenderer() fyne.WidgetRenderer {
	h.back, h.bar, h.line = canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	v := &view{objects: []fyne.CanvasObject{h.back, h.line, h.bar, h.content}, size: h.Size, paint: h.paint,
		min: func() fyne.Size { return fyne.NewSize(0, h.rows.height()) },
		layout: func(s fyne.Size) {
			place(h.back, 0, 0, s.Width, s.Height)
			place(h.bar, 0, 0, 3, s.Height)
			place(h.line, 0, s.Height-1, s.Width, 1)
			place(h.content, 0, 0, s.Width, s.Height)
		}}
	h.paint()
	return v
}

func (h *rowHost) paint() {
	marked := h.rows.marked != nil && h.rows.marked(h.index)
	radius := theme.RadiusEntry
	if h.rows.lines {
		radius = 0
	}
	fill := theme.None
	if marked {
		fill = theme.Tint
	}
	paintBox(h.back, fill, theme.None, 0, radius)
	if h.hovered && !marked {
		h.back.FillColor = theme.Color(theme.Hover)
	}
	show(h.back, marked || h.hovered) // one that is clear costs as much to draw as any other
	h.bar.FillColor = theme.Color(theme.Accent)
	show(h.bar, marked && h.rows.bar)
	h.line.FillColor = theme.Color(theme.Line)
	show(h.line, h.rows.lines)
}
