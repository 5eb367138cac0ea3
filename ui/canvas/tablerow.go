package canvas

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

const (
	cellPadX = 8
	cellPadY = 7
)

// rowView is one row of a table. A row without a record is the empty one at the end.
type rowView struct {
	widget.BaseWidget
	table  *Table
	record workshop.Record
	shown  []string
	cells  []fyne.CanvasObject
	pills  map[int]*widgets.Pill // by column
	action *widgets.Label
	wait   *widgets.Label // how long an idea has waited
	marked bool
	cursor int // the column that the cursor is in, -1 for none
	tapped time.Time

	back, frame *widgets.Panel
	stays       *widgets.Panel // the ground of the first cell while the others are scrolled behind it
}

func newRowView(t *Table, record workshop.Record) *rowView {
	r := &rowView{table: t, cursor: -1, pills: map[int]*widgets.Pill{}, action: widgets.Caption("").In(theme.Accent), wait: widgets.Caption("")}
	r.back = widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Surface, LineBottom: true})
	r.stays = newPin(theme.Surface)
	r.frame = widgets.NewPanel(nil, widgets.PanelStyle{Stroke: theme.Accent, Width: theme.StrokeFocus, Radius: theme.RadiusCap})
	r.shown = make([]string, len(t.fields()))
	r.cells = make([]fyne.CanvasObject, len(t.fields()))
	for i, f := range t.fields() {
		r.cells[i] = r.cell(i, f, "")
	}
	r.ExtendBaseWidget(r)
	r.show(record)
	return r
}

// show takes up another state of the record and says whether anything looks different.
func (r *rowView) show(record workshop.Record) bool {
	r.record = record
	changed := false
	t := r.table
	for i, f := range t.fields() {
		words := ""
		switch {
		case record != nil:
			words = t.desk.show(f, t.rows.Value(record, f.ID))
		case i == 0:
			words = t.addWords()
		}
		if words != r.shown[i] {
			r.shown[i], changed = words, true
			t.figure(i, f, words)
			if record != nil {
				t.wrote(i, f, words)
			}
			r.cells[i] = r.cell(i, f, words)
		}
	}
	var about []string
	if card, ok := record.(*workshop.Card); ok {
		about = append(about, t.desk.groupOf(card), t.desk.actionLabel(card.Action))
	}
	if n := t.dots[idOf(record)]; n > 0 {
		about = append(about, plural(n, "dot"))
	}
	label := strings.Join(slices.DeleteFunc(about, func(s string) bool { return s == "" }), "  ·  ")
	if label != r.action.Text {
		r.action.Text, changed = label, true
	}
	words, token := t.desk.waiting(record)
	if words != r.wait.Text || token != r.wait.Token {
		r.wait.Text, r.wait.Token, changed = words, token, true
	}
	if changed {
		r.Refresh()
	}
	return changed
}

func idOf(r workshop.Record) workshop.ID {
	if r == nil {
		return ""
	}
	return workshop.IDOf(r)
}

// actionLabel is an action's number.
func (d *Desk) actionLabel(id workshop.ID) string {
	label := ""
	d.Session.Read(func(w *workshop.Workshop) {
		if a := workshop.Find[workshop.Action](w, id); a != nil {
			label = a.Label()
		}
	})
	return label
}

// cell is what shows a value.
func (r *rowView) cell(i int, f Field, words string) fyne.CanvasObject {
	delete(r.pills, i)
	switch {
	case r.record == nil:
		return widgets.NewLabel(words, theme.Body).In(theme.Text3)
	case f.Type == template.TypeChoice && words != "":
		return widgets.HStack(0, r.pill(i, words))
	case f.Type == template.TypeBool && words != "":
		return widgets.HStack(0, widgets.NewIcon("check", theme.OK))
	case f.numeric():
		return widgets.NewLabel(words, theme.Body).Right()
	}
	l := widgets.NewText(words, theme.Body)
	l.MaxLines = 8
	return l
}

// pill is a chosen value; on the ground of a marked row it keeps its own.
func (r *rowView) pill(i int, words string) *widgets.Pill {
	p := widgets.NewPill(words, widgets.Neutral)
	p.Marked = r.marked
	r.pills[i] = p
	return p
}

// mark shows whether the cursor is in the row, and in which cell.
func (r *rowView) mark(marked bool, cursor int) {
	if r.marked != marked || r.cursor != cursor {
		r.marked, r.cursor = marked, cursor
		r.Refresh()
	}
}

// MinSize is as high as the highest cell.
func (r *rowView) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	high := theme.Height(theme.Row)
	widths := r.table.widths(r.Size().Width)
	for i, c := range r.cells {
		w := r.inner(i, widths[i])
		if c.Size().Width != w {
			c.Resize(fyne.NewSize(w, c.MinSize().Height))
		}
		h := c.MinSize().Height + 2*cellPadY + 1
		if i == 0 {
			for _, l := range r.below() {
				h += l.MinSize().Height
			}
		}
		high = max(high, h)
	}
	return fyne.NewSize(0, high)
}

// below are the small words below the first cell.
func (r *rowView) below() []*widgets.Label {
	var out []*widgets.Label
	for _, l := range []*widgets.Label{r.action, r.wait} {
		if l.Text != "" {
			out = append(out, l)
		}
	}
	return out
}

// inner is the room for what a cell shows. The words of the empty row run on over its empty cells.
func (r *rowView) inner(i int, width float32) float32 {
	if r.record == nil && i == 0 {
		width = r.Size().Width
	}
	return max(0, width-2*cellPadX)
}

// CreateRenderer is Fyne's.
func (r *rowView) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *rowView }

func (v *rowRenderer) Destroy() {}

func (v *rowRenderer) MinSize() fyne.Size { return v.r.MinSize() }

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	r := v.r
	objects := append([]fyne.CanvasObject{r.back}, r.cells[1:]...)
	if r.cursor > 0 {
		return append(objects, r.frame, r.stays, r.cells[0], r.action, r.wait)
	}
	return append(objects, r.stays, r.cells[0], r.action, r.wait, r.frame)
}

func (v *rowRenderer) Layout(size fyne.Size) {
	r := v.r
	put(r.back, 0, 0, size.Width, size.Height)
	x := float32(0)
	for i, w := range r.table.widths(size.Width) {
		c := r.cells[i]
		inner := r.inner(i, w)
		c.Resize(fyne.NewSize(inner, c.MinSize().Height))
		h := c.MinSize().Height
		y := float32(cellPadY)
		if pill, ok := c.(*fyne.Container); ok {
			y = (theme.Height(theme.Row) - pill.MinSize().Height) / 2
		}
		put(c, x+cellPadX, y, inner, h)
		if i == 0 {
			for _, l := range r.below() {
				put(l, x+cellPadX, y+h, inner, l.MinSize().Height)
				h += l.MinSize().Height
			}
		}
		if i == r.cursor {
			put(r.frame, x+3, 3, w-6, size.Height-7)
		}
		x += w
	}
	r.pin()
}

func (v *rowRenderer) Refresh() {
	r := v.r
	r.back.Style.Fill, r.back.Style.Bar = theme.Surface, ""
	if r.marked {
		r.back.Style.Fill, r.back.Style.Bar = theme.Tint, theme.Accent
	}
	r.stays.Style.Fill, r.stays.Style.Bar = r.back.Style.Fill, r.back.Style.Bar
	for _, p := range r.pills {
		p.Marked = r.marked
	}
	r.frame.Hidden, r.action.Hidden = r.cursor < 0, r.action.Text == ""
	r.wait.Hidden = r.wait.Text == ""
	v.Layout(r.Size())
	for _, o := range v.Objects() {
		o.Refresh()
	}
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// Tapped puts the cursor on the cell; the second click edits it.
func (r *rowView) Tapped(ev *fyne.PointEvent) {
	again := time.Since(r.tapped) < doubleTap
	r.tapped = time.Now()
	t := r.table
	col := t.columnAt(ev.Position.X)
	same := t.at() == r && t.col == col
	t.clicked(r, col)
	if again || same && r.record == nil {
		t.edit("")
	}
}

// TappedSecondary opens what can be done with the row.
func (r *rowView) TappedSecondary(ev *fyne.PointEvent) {
	r.table.clicked(r, r.table.columnAt(ev.Position.X))
	r.table.menu(r)
}
