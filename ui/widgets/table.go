package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// TableColumn describes a column.
type TableColumn struct {
	ID, Title string
	Width     float32 // at 100 % text
	Grow      float32 // share of the room left over; such a column is at least Width wide
	Tight     float32 // how narrow it becomes where the table has no room for all columns, with [Cell.Short] in it; 0: not below Width
	Fit       bool    // as wide as the widest of its cells, of figures that must not be cut; for tables of some hundred rows
	Right     bool
	NoSort    bool
	// Text cells are edited in one entry laid over the cell; cells with Choices from a list. Neither: the column cannot be edited here.
	Text    func(row int) string // the text to edit
	Choices func(row int) (choices []Choice, selected int)
	// OnNew, if set, takes what was typed where none of the choices fits; NewLabel names it among them.
	OnNew    func(row int, text string)
	NewLabel func(text string) string
	// Understood says, above the entry, what is understood of the text so far; "" for nothing.
	Understood  func(row int, text string) string
	Placeholder string
}

// TableOptions describe a table. Functions are asked again for every row that comes into sight.
type TableOptions struct {
	Columns []TableColumn
	Rows    func() int
	Cell    func(row, col int) Cell
	// Heading makes a row a group's heading with this title.
	Heading func(row int) (title string, is bool)
	Multi   bool   // check boxes at the left, for working on several rows
	Sheet   *Sheet // a cursor on every cell, with the keys of a spreadsheet; nil: on the cells that can be edited
	OnSort  func(col int, down bool)
	// OnCursor is told which row the keyboard or a click has come to; OnOpen of Enter and a double click; OnSelect of changed check boxes.
	OnCursor func(row int)
	OnOpen   func(row int)
	OnSelect func(rows []int)
	// OnEdit takes the text of an edited cell; its error stands below the entry, which stays open. OnPick takes a choice by its index.
	OnEdit func(row, col int, text string) error
	OnPick func(row, col, choice int)
	OnKey  func(*fyne.KeyEvent) bool // before the table's own keys
	OnRune func(rune) bool
	OnMenu func(row int, anchor fyne.CanvasObject)
}

// Table shows any number of rows in columns, with a cursor on one cell of one row. Arrows move it, F2 edits its cell, Enter opens its row, Shift with
// arrows and Ctrl+A check rows. It reads only the rows in sight, so 10,000 are as quick as 10.
type Table struct {
	widget.BaseWidget
	o        TableOptions
	row, col int
	selected map[int]bool
	sortCol  int
	sortDown bool
	wider    map[int]float32
	fits     []float32 // what columns with Fit need
	rows     *rows
	head     *tableHead
	clip     *container.Clip
	focused  bool
	shift    bool
	edit     *cellEdit
	back     *canvas.Rectangle
}

var _ desktop.Keyable = (*Table)(nil)

// NewTable returns a table with its cursor before the first row (-1).
func NewTable(o TableOptions) *Table {
	t := &Table{o: o, row: -1, sortCol: -1, selected: map[int]bool{}, wider: map[int]float32{}, back: canvas.NewRectangle(nil)}
	t.fits = make([]float32, len(o.Columns))
	if o.Sheet == nil {
		t.col = t.firstEditable()
	}
	t.head = newTableHead(t)
	t.clip = container.NewClip(t.head)
	t.rows = newRows(&rows{length: o.Rows, height: t.rowHeight, width: t.leastWidth, lines: true, bar: true,
		create:   func() fyne.CanvasObject { return newTableRow(t) },
		update:   func(i int, row fyne.CanvasObject) { row.(*tableRow).set(i) },
		marked:   func(i int) bool { return i == t.row || t.selected[i] },
		onTap:    t.tapped,
		onScroll: func(fyne.Position) { t.scrolled() },
		onMenu: func(i int, _ fyne.Position, anchor fyne.CanvasObject) {
			if _, is := t.heading(i); !is && o.OnMenu != nil {
				t.moveTo(i, t.col)
				o.OnMenu(i, anchor)
			}
		},
	})
	t.ExtendBaseWidget(t)
	return t
}

func (t *Table) rowHeight() float32 { return theme.Height(theme.Row) }

// edge is the room before the first column, so that its text stands on the page's edge.
func (t *Table) edge() float32 { return theme.PadPage - cellPad }

func (t *Table) checkWidth() float32 {
	if !t.o.Multi {
		return 0
	}
	if t.o.Sheet != nil && len(t.selected) == 0 {
		return 0 // the boxes come with the first check
	}
	return theme.PadPage + theme.Scaled(16)
}

func (t *Table) heading(row int) (string, bool) {
	if t.o.Heading == nil || row < 0 {
		return "", false
	}
	return t.o.Heading(row)
}

func (t *Table) editable(col int) bool {
	return col >= 0 && col < len(t.o.Columns) && (t.o.Columns[col].Text != nil || t.o.Columns[col].Choices != nil)
}

// measure asks the columns with Fit how wide they have to be.
func (t *Table) measure() {
	for col, c := range t.o.Columns {
		if !c.Fit {
			continue
		}
		t.fits[col] = 0
		for row := range t.o.Rows() {
			if _, heading := t.heading(row); heading {
				continue
			}
			v := cellView{cell: t.o.Cell(row, col)}
			words := v.cell.Text
			if v.cell.Short != "" {
				words = v.cell.Short
			}
			t.fits[col] = max(t.fits[col], measure(words, v.style())+2*cellPad)
		}
	}
}

// tight is how narrow a column can become: no figure and no title is cut.
func (t *Table) tight(col int) float32 {
	c := t.o.Columns[col]
	if c.Tight == 0 {
		return t.least(col)
	}
	return max(theme.Scaled(c.Tight), measure(c.Title, theme.CaptionHd)+2*cellPad, t.fits[col])
}

func (t *Table) least(col int) float32 {
	w := max(theme.Scaled(t.o.Columns[col].Width), t.fits[col]) + t.wider[col]
	if t.o.Sheet != nil && col == t.growing() {
		w -= t.checkWidth() // the boxes of a sheet come and go: the other columns keep their places
	}
	return max(theme.Scaled(24), w)
}

// growing is the first column that takes the room left over, -1 for none.
func (t *Table) growing() int {
	return slices.IndexFunc(t.o.Columns, func(c TableColumn) bool { return c.Grow > 0 })
}

func (t *Table) leastWidth() float32 {
	w := t.checkWidth() + 2*t.edge()
	for i := range t.o.Columns {
		w += t.tight(i)
	}
	return w
}

// fullWidth is what all columns would like.
func (t *Table) fullWidth() float32 {
	w := t.checkWidth() + 2*t.edge()
	for i := range t.o.Columns {
		w += t.least(i)
	}
	return w
}

// widths shares the room: growing columns take what is left; what is missing is taken from those that can become narrower, in equal parts of what they can give.
func (t *Table) widths() []float32 {
	w := make([]float32, len(t.o.Columns))
	grow := float32(0)
	for i, c := range t.o.Columns {
		w[i] = t.least(i)
		grow += c.Grow
	}
	full := t.fullWidth()
	rest := t.Size().Width - full
	switch {
	case rest > 0 && grow > 0:
		for i, c := range t.o.Columns {
			w[i] += rest * c.Grow / grow
		}
	case rest < 0:
		if give := full - t.leastWidth(); give > 0 {
			part := min(1, -rest/give)
			for i := range t.o.Columns {
				w[i] -= (w[i] - t.tight(i)) * part
			}
		}
	}
	return w
}

func (t *Table) widen(col int, by float32) {
	t.wider[col] = max(t.wider[col]+by, theme.Scaled(24)-theme.Scaled(t.o.Columns[col].Width))
	t.Refresh()
}

// Row returns the row that the cursor is on, -1 for none.
func (t *Table) Row() int { return t.row }

// Column returns the column that the cursor is in.
func (t *Table) Column() int { return t.col }

// SetCursor puts the cursor on a cell and scrolls to it, without telling. Row -1 takes it away.
func (t *Table) SetCursor(row, col int) {
	before, column := t.row, t.col
	t.row, t.col = min(row, t.o.Rows()-1), min(max(col, 0), len(t.o.Columns)-1)
	t.rows.refreshRow(before)
	t.rows.refreshRow(t.row)
	t.rows.reveal(t.row)
	t.revealColumn()
	if t.o.Sheet != nil && t.col != column {
		t.o.Sheet.Moved()
	}
}

func (t *Table) moveTo(row, col int) {
	before := t.row
	t.SetCursor(row, col)
	if t.row != before && t.row >= 0 && t.o.OnCursor != nil {
		t.o.OnCursor(t.row)
	}
}

// Step moves the cursor by rows, over headings.
func (t *Table) Step(by int) {
	n := t.o.Rows()
	if n == 0 || by == 0 {
		return
	}
	row, way := min(max(t.row+by, 0), n-1), 1
	if by < 0 {
		way = -1
	}
	for row >= 0 && row < n {
		if _, is := t.heading(row); !is {
			t.moveTo(row, t.col)
			return
		}
		row += way
	}
}

func (t *Table) stepColumn(by int) {
	for col := t.col + by; col >= 0 && col < len(t.o.Columns); col += by {
		if t.o.Sheet != nil || t.editable(col) {
			t.SetCursor(t.row, col)
			return
		}
	}
}

// Selected returns the checked rows, ascending; without any, the row of the cursor.
func (t *Table) Selected() []int {
	var list []int
	for i := range t.o.Rows() {
		if t.selected[i] {
			list = append(list, i)
		}
	}
	if list == nil && t.row >= 0 {
		list = []int{t.row}
	}
	return list
}

// Checked says how many rows are checked.
func (t *Table) Checked() int { return len(t.selected) }

// SelectAll checks all rows or none.
func (t *Table) SelectAll(on bool) {
	clear(t.selected)
	for i := range t.o.Rows() {
		if _, is := t.heading(i); on && !is {
			t.selected[i] = true
		}
	}
	t.selectionChanged()
}

func (t *Table) check(row int, on bool) {
	if on {
		t.selected[row] = true
	} else {
		delete(t.selected, row)
	}
	t.selectionChanged()
}

// ToggleCheck checks the row of the cursor, or unchecks it.
func (t *Table) ToggleCheck() {
	if t.row >= 0 {
		t.check(t.row, !t.selected[t.row])
	}
}

// SetChecked checks exactly these rows, without telling.
func (t *Table) SetChecked(rows []int) {
	clear(t.selected)
	for _, i := range rows {
		t.selected[i] = true
	}
}

func (t *Table) selectionChanged() {
	t.Refresh()
	if t.o.OnSelect != nil {
		t.o.OnSelect(t.Selected())
	}
}

// SetSort shows which column the rows are sorted by, without telling; -1 for none.
func (t *Table) SetSort(col int, down bool) {
	t.sortCol, t.sortDown = col, down
	t.head.Refresh()
}

func (t *Table) sortBy(col int) {
	if t.o.OnSort == nil || t.o.Columns[col].NoSort {
		return
	}
	t.SetSort(col, t.sortCol == col && !t.sortDown)
	t.o.OnSort(col, t.sortDown)
}

// RefreshRow shows one changed row.
func (t *Table) RefreshRow(row int) { t.rows.refreshRow(row) }

// Reset forgets checks, cursor and an open entry, and scrolls to the top: the rows are others now.
func (t *Table) Reset() {
	if t.edit != nil {
		t.edit.done = true
		t.edit.close()
	}
	clear(t.selected)
	t.row = -1
	t.rows.scroll.ScrollToTop()
	t.Refresh()
}

// Refresh shows changed data.
func (t *Table) Refresh() {
	if n := t.o.Rows(); t.row >= n {
		t.row = n - 1
	}
	t.measure()
	t.head.Refresh() // the columns may have come to other widths
	t.rows.fit()
	t.BaseWidget.Refresh()
}

// Focus brings the keyboard here.
func (t *Table) Focus() {
	if c := canvasOf(t); c != nil {
		c.Focus(t)
	}
}

// CreateRenderer is Fyne's.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	t.measure()
	return &view{size: t.Size, layout: t.layout,
		min:   func() fyne.Size { return fyne.NewSize(120, theme.Height(theme.Row)+2*t.rowHeight()) },
		paint: func() { t.back.FillColor = theme.Color(theme.Surface) },
		dirty: func() []fyne.CanvasObject {
			objects := []fyne.CanvasObject{t.back, t.rows.scroll, t.clip}
			if t.edit != nil {
				objects = append(objects, t.edit.frame)
			}
			return objects
		}}
}

func (t *Table) layout(s fyne.Size) {
	top := theme.Height(theme.Row)
	t.back.FillColor = theme.Color(theme.Surface)
	place(t.back, 0, 0, s.Width, s.Height)
	place(t.clip, 0, 0, s.Width, top)
	place(t.rows.scroll, 0, top, s.Width, max(0, s.Height-top))
	t.rows.body.arrange(false)
	t.scrolled()
}

// scrolled keeps header and open entry over their columns.
func (t *Table) scrolled() {
	place(t.head, -t.rows.scroll.Offset.X, 0, max(t.Size().Width, t.leastWidth()), theme.Height(theme.Row))
	if t.edit != nil {
		t.edit.place()
	}
}
