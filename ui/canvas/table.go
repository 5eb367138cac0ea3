package canvas

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Table is a canvas of rows with typed cells. Unlike the table of the action register its rows are as high as their text, because what a room
// says is read in whole sentences; it is made for hundreds of rows, not for thousands.
type Table struct {
	widget.BaseWidget
	desk *Desk
	rows Rows

	head    *tableHead
	lane    *lane
	wide    *container.Scroll
	float   *fyne.Container
	content *fyne.Container

	lines    []*rowView // the last is the empty one, in which a new row begins
	row, col int        // the cell that keys speak of
	visited  bool
	focused  bool
	shift    bool
	editor   *cellEditor
	watch    *Watch
	dots     map[workshop.ID]int // of a closed voting
	stirred  bool                // something has come, gone or changed
}

// NewTable returns a table over rows.
func NewTable(rows Rows, desk *Desk) *Table {
	t := &Table{desk: desk, rows: rows, lane: newLane(0, 0), float: container.NewWithoutLayout()}
	t.watch = NewWatch(t.touched, t.settled)
	t.head = newTableHead(t)
	body := container.New(&headed{t}, t.head, t.lane.scroll)
	t.wide = container.NewHScroll(body)
	t.content = widgets.Over(widgets.NewPanel(t.wide, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 1, PadY: 1}), t.float)
	t.ExtendBaseWidget(t)
	return t
}

func (t *Table) fields() []Field { return t.rows.Fields() }

// load reads all rows.
func (t *Table) load() {
	var records []workshop.Record
	t.desk.Session.Read(func(w *workshop.Workshop) { records, t.dots = t.rows.List(w), w.Dots() })
	t.lines = t.lines[:0]
	for _, r := range append(records, nil) {
		t.lines = append(t.lines, newRowView(t, r))
	}
	t.relist()
	t.row, t.col = min(t.row, len(t.lines)-1), min(t.col, len(t.fields())-1)
	t.mark()
}

func (t *Table) relist() {
	items := make([]fyne.CanvasObject, len(t.lines))
	for i, l := range t.lines {
		items[i] = l
	}
	t.lane.set(items)
}

// touched brings one record up to date.
func (t *Table) touched(e workshop.Touched) {
	at := t.index(e.ID)
	switch {
	case t.rows.Has(e, at >= 0):
		t.update(e.ID, at)
	case e.Kind == workshop.KindPerson || e.Kind == workshop.KindVoting || e.Kind == workshop.KindAction || e.Kind == workshop.KindMeasure || e.Kind == workshop.KindGoal || e.Kind == workshop.KindStep:
		t.desk.Session.Read(func(w *workshop.Workshop) { t.dots = w.Dots() })
		for i, l := range t.lines {
			if l.show(l.record) {
				t.lane.changed(i)
			}
		}
	}
}

func (t *Table) update(id workshop.ID, at int) {
	var list []workshop.Record
	t.desk.Session.Read(func(w *workshop.Workshop) { list = t.rows.List(w) })
	to := slices.IndexFunc(list, func(r workshop.Record) bool { return workshop.IDOf(r) == id })
	switch {
	case at < 0 && to < 0:
		return
	case at == to:
		if t.lines[at].show(list[to]) {
			t.lane.changed(at)
		}
	default:
		if at >= 0 {
			t.lines = slices.Delete(t.lines, at, at+1)
			t.lane.remove(at)
		}
		if to >= 0 {
			to = min(to, len(t.lines)-1)
			line := newRowView(t, list[to])
			t.lines = slices.Insert(t.lines, to, line)
			t.lane.insert(to, line)
		}
		t.row = min(t.row, len(t.lines)-1)
		t.mark()
	}
	t.stirred = true
}

// settled tells that the sums are others.
func (t *Table) settled() {
	if t.stirred {
		t.stirred = false
		t.desk.changed()
	}
}

// CreateRenderer is Fyne's.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// MinSize leaves room for the head and some rows.
func (t *Table) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(theme.Width(200), 5*theme.Height(theme.Row))
}

// Refresh measures everything anew: after another theme or text size.
func (t *Table) Refresh() {
	t.lane.all()
	t.BaseWidget.Refresh()
}

// leasts are the least widths of the columns by type, at 100 % text.
var leasts = map[string]float32{template.TypeText: 110, template.TypeNote: 150, template.TypeInt: 64, typeNumber: 72, template.TypeMoney: 92,
	template.TypeDate: 96, template.TypeChoice: 100, template.TypePerson: 104, template.TypeBool: 60, typePeople: 130, typeRef: 120}

// least is the least width of a column: that of its type, and no word of its title is broken.
func (t *Table) least(f Field) float32 {
	w := theme.Scaled(leasts[f.Type])
	for _, word := range strings.Fields(headTitle(f)) {
		wide := widgets.Measure(word, theme.CaptionHd).Width
		w = max(w, wide+2*cellPadX+1)
	}
	return w
}

func (t *Table) leastWidth() float32 {
	w := float32(0)
	for _, f := range t.fields() {
		w += t.least(f)
	}
	return w
}

// widths shares the room: every column has its least width, what is left goes to the wide ones.
func (t *Table) widths(room float32) []float32 {
	fields := t.fields()
	out := make([]float32, len(fields))
	rest, weight := room, float32(0)
	for i, f := range fields {
		out[i] = t.least(f)
		rest -= out[i]
		if f.Type == template.TypeText || f.Type == template.TypeNote {
			weight += float32(f.Width)
		}
	}
	if rest <= 0 {
		return out
	}
	for i, f := range fields {
		switch {
		case weight == 0:
			out[i] += rest / float32(len(fields))
		case f.Type == template.TypeText || f.Type == template.TypeNote:
			out[i] += rest * float32(f.Width) / weight
		}
	}
	return out
}

func (t *Table) Fixed() bool { return true }

func (t *Table) Shown() {
	t.load()
	t.watch.Start(t.desk.Session)
}

func (t *Table) Hidden() {
	t.closeEditor(true)
	t.watch.Stop()
}

// Focus puts the cursor on the cell where it was left, at first on the empty row: that is where one types.
func (t *Table) Focus() {
	if !t.visited {
		t.visited = true
		t.to(len(t.lines)-1, 0)
	}
	widgets.FocusOn(t)
}

func (t *Table) Go(int) bool { return false }

func (t *Table) Totals() []string {
	out := []string{plural(len(t.lines)-1, t.rows.One())}
	for _, f := range t.fields() {
		if !f.Sum {
			continue
		}
		total := 0.0
		for _, l := range t.lines {
			if l.record == nil {
				continue
			}
			if n, ok := t.rows.Value(l.record, f.ID).(float64); ok {
				total += n
			}
		}
		if total != 0 {
			out = append(out, fmt.Sprintf("%s: %s", f.Title, t.desk.sum(f, total)))
		}
	}
	return out
}

func (t *Table) Hints() []widgets.Hint {
	hints := []widgets.Hint{{Keys: "Enter", Label: "edit, then down"}, {Keys: "Tab", Label: "next cell"}, {Keys: "Del", Label: "delete row"}, {Keys: "Backspace", Label: "clear cell"}}
	if _, cards := t.rows.(*cardRows); cards {
		hints = append(hints, widgets.Hint{Keys: "Ctrl+Enter", Label: "action"}, widgets.Hint{Keys: "Alt+Up", Label: "move row"})
	}
	return append(hints, widgets.Hint{Keys: "Ctrl+Z", Label: "undo"})
}

// headed puts the head over the rows, both at the width that all columns need.
type headed struct{ t *Table }

func (h *headed) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(h.t.leastWidth(), 3*theme.Height(theme.Row))
}

func (h *headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := h.t.head.height(size.Width)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-top)))
	h.t.lane.again()
}
