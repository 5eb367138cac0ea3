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
	figures  map[int]float32     // the widest number of each column of numbers
	written  map[int]*written    // what is written in each column of words
	leasts   []float32           // the least widths of the columns, nil when they have to be worked out anew
	stirred  bool                // something has come, gone or changed
	widened  bool                // a number has come that needs a wider column
}

// NewTable returns a table over rows.
func NewTable(rows Rows, desk *Desk) *Table {
	t := &Table{desk: desk, rows: rows, lane: newLane(0, 0), figures: map[int]float32{}, written: map[int]*written{}, float: container.NewWithoutLayout()}
	t.watch = NewWatch(t.touched, t.settled)
	t.head = newTableHead(t)
	body := container.New(&headed{t}, t.head, t.lane.scroll)
	t.wide = container.NewHScroll(body)
	t.wide.OnScrolled = t.slid
	t.content = widgets.Over(widgets.NewPanel(t.wide, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 1, PadY: 1}), t.float)
	t.ExtendBaseWidget(t)
	return t
}

func (t *Table) fields() []Field { return t.rows.Fields() }

// load reads all rows.
func (t *Table) load() {
	var records []workshop.Record
	t.desk.Session.Read(func(w *workshop.Workshop) { records, t.dots = t.rows.List(w), w.Dots() })
	t.lines, t.leasts = t.lines[:0], nil
	clear(t.figures)
	clear(t.written)
	for _, r := range append(records, nil) {
		t.lines = append(t.lines, newRowView(t, r))
	}
	t.relist()
	t.spread()
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

// spread puts the columns where they belong: they have come to other widths.
func (t *Table) spread() {
	t.widened = false
	t.wide.Content.Refresh()
	t.head.panel.Content.Refresh()
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
			line := newRowView(t, list[to])
			to = t.behind(list[:to])
			t.lines = slices.Insert(t.lines, to, line)
			t.lane.insert(to, line)
		}
		t.row = min(t.row, len(t.lines)-1)
		t.mark()
	}
	t.stirred = true
}

// behind is the place behind those of the records that have a line already: several may come at once, in any order.
func (t *Table) behind(records []workshop.Record) int {
	before := map[workshop.ID]bool{}
	for _, r := range records {
		before[workshop.IDOf(r)] = true
	}
	place := 0
	for i, l := range t.lines {
		if l.record != nil && before[workshop.IDOf(l.record)] {
			place = i + 1
		}
	}
	return place
}

// settled tells that the sums are others.
func (t *Table) settled() {
	if t.stirred {
		t.stirred = false
		if t.widened { // a number needs a wider column
			t.lane.all()
			t.spread()
		}
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
	t.leasts = nil
	clear(t.figures)
	clear(t.written)
	for _, l := range t.lines {
		for i, f := range t.fields() {
			t.figure(i, f, l.shown[i])
			if l.record != nil {
				t.wrote(i, f, l.shown[i])
			}
		}
	}
	t.lane.all()
	t.BaseWidget.Refresh()
}

// pillPad is what a pill adds to its word.
const pillPad = 16

// leasts are the least widths of the columns by type, at 100 % text.
var leasts = map[string]float32{template.TypeText: 96, template.TypeNote: 116, template.TypeInt: 56, typeNumber: 64, template.TypeMoney: 80,
	template.TypeDate: 88, template.TypeChoice: 72, template.TypePerson: 96, template.TypeBool: 52, typePeople: 116, typeRef: 100}

// addWords stand in the empty row.
func (t *Table) addWords() string { return "+ Add " + t.rows.One() }

// figure notes how wide a number is: numbers are neither wrapped nor cut.
func (t *Table) figure(i int, f Field, words string) {
	if !f.numeric() {
		return
	}
	if w := widgets.Measure(words, theme.Body).Width; w > t.figures[i] {
		t.figures[i], t.leasts, t.widened = w, nil, true
	}
}

// least are the least widths of the columns.
func (t *Table) least() []float32 {
	if t.leasts == nil {
		for i, f := range t.fields() {
			t.leasts = append(t.leasts, t.leastOf(i, f))
		}
	}
	return t.leasts
}

// leastOf is the least width of a column: that of its type, and no word of its title, no number and no choice is cut.
func (t *Table) leastOf(i int, f Field) float32 {
	w := max(theme.Scaled(leasts[f.Type]), t.figures[i]+2*cellPadX)
	for _, c := range f.Choices {
		w = max(w, widgets.Measure(c.Title, theme.Caption).Width+pillPad+2*cellPadX)
	}
	if f.Type == template.TypeDate {
		w = max(w, widgets.Measure("Wed 30 Sep", theme.Body).Width+2*cellPadX+1) // the year may go on in the next line
	}
	if i == 0 {
		w = max(w, widgets.Measure(t.addWords(), theme.Body).Width+2*cellPadX+1)
	}
	return max(w, headLeast(f))
}

// headLeast is what the words of a column's title need.
func headLeast(f Field) float32 {
	w := float32(0)
	for _, word := range strings.Fields(headTitle(f)) {
		w = max(w, widgets.Measure(word, theme.CaptionHd).Width+2*cellPadX+1)
	}
	return w
}

func (t *Table) leastWidth() float32 {
	w := float32(0)
	for _, least := range t.least() {
		w += least
	}
	return w
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
