package actions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/means"
)

// Board is the register of one workshop, or of all: counts, the line to type into, filters, the table and the drawer.
type Board struct {
	o     Options
	list  *actionlist.List
	watch *canvas.Watch

	current  workshop.ID // the action that the cursor is on
	checked  map[workshop.ID]bool
	hidden   bool // names, when the rows were made
	loading  bool
	onlyOpen bool // the rows from the library are only the open ones
	short    map[string]string
	stale    bool // all rows have to be made anew
	moved    bool // rows have come or gone
	counts   bool // the counts may be others
	offers   bool // the filters may have others to offer
	hints    string
	facing   int
	face     face // nil: the table
	gantt    *gantt
	pick     *pick
	sums     *sums
	faces    *widgets.Segmented
	// Of the rows, for what is added up: who leads the goals; of all workshops, what was promised and by whom.
	leaders   map[workshop.ID]workshop.ID
	promises  []promised
	promisers map[workshop.ID]string

	strip   *strip
	quick   *quickLine
	filters *filterBar
	columns []column
	table   *widgets.Table
	drawer  *drawer
	empty   *fyne.Container
	body    *fyne.Container // table and what stands there when it is empty
	content *fyne.Container
	layout  *boardLayout
}

// NewBoard returns a board; it reads its rows when it is shown.
func NewBoard(o Options) *Board {
	b := &Board{o: o, list: actionlist.NewList(nil, o.today()), checked: map[workshop.ID]bool{}}
	b.watch = canvas.NewWatch(b.touched, b.settled)
	b.list.SetFilter(actionlist.Filter{State: actionlist.NotDone})
	b.strip, b.filters = newStrip(), newFilterBar(b)
	b.quick = newQuickLine(b)
	b.drawer = newDrawer(b)
	b.empty = widgets.Over()
	b.body = widgets.Over(b.empty)
	b.setColumns(0)
	b.faces = widgets.NewSegmented(faceWords, 0, b.turnTo)
	head := widgets.NewPanel(widgets.VStack(0, widgets.HStack(theme.Gap, widgets.Grow(b.quick.entry), b.faces), widgets.Space(0, theme.Gap), widgets.Over(b.filters.row, b.quick.understood)),
		widgets.PanelStyle{Fill: theme.Surface, PadX: theme.PadPage, PadY: 12, LineBottom: true})
	b.layout = &boardLayout{board: b, head: head}
	b.content = container.New(b.layout, b.strip.panel, head, b.body, b.drawer.panel)
	return b
}

// Content is what the room or the page shows.
func (b *Board) Content() fyne.CanvasObject { return b.content }

// Shown reads what may have changed and listens from now on.
func (b *Board) Shown() {
	if !b.o.all() {
		b.watch.Start(b.o.Session)
	}
	b.reload()
}

// Hidden takes up what is being typed and listens no more.
func (b *Board) Hidden() {
	b.table.StopEditing()
	if !b.o.all() {
		b.o.Session.EndTyping()
	}
	b.watch.Stop()
}

// FocusFirst puts the keyboard into the table, or into the line to type into while there are no actions.
func (b *Board) FocusFirst() {
	if len(b.list.Shown()) == 0 {
		b.quick.entry.Focus()
		return
	}
	if b.face != nil {
		b.face.focus()
		return
	}
	b.table.Focus()
}

// Select puts the cursor on an action, as when the palette found it. A filter that hides it is taken away.
func (b *Board) Select(id workshop.ID) {
	if b.list.Find(id) == nil {
		return
	}
	if b.indexOf(id) < 0 {
		b.filters.clear()
	}
	b.current = id
	b.rearranged()
}

// Overdue is how many actions are overdue, for a badge.
func (b *Board) Overdue() int { return b.list.Totals().Overdue }

// rearranged shows rows that have come, gone or moved; the cursor stays on its action.
func (b *Board) rearranged() {
	row := b.indexOf(b.current)
	if row < 0 && b.table.Row() >= 0 {
		row = b.near(b.table.Row())
	}
	b.showChecks()
	b.table.SetCursor(row, b.table.Column())
	b.table.Refresh()
	b.cursorAt(row)
	b.showCounts()
	b.showEmpty()
	b.showSort()
	b.filters.refresh()
	b.showFace()
}

// cursorAt takes up where the cursor has come to.
func (b *Board) cursorAt(row int) {
	var r *actionlist.Row
	b.current = ""
	if row >= 0 && row < b.rows() {
		if r = b.at(row); r != nil {
			b.current = r.ID()
		}
	}
	b.drawer.fill(r)
	b.refreshHints()
}

// row is the row of the cursor, nil for none.
func (b *Board) row() *actionlist.Row {
	if b.current == "" {
		return nil
	}
	return b.list.Find(b.current)
}

func (b *Board) showCounts() {
	// Where only what is open has been read, nothing can be said of what is done.
	b.strip.done.box.Hidden = b.o.all() && b.onlyOpen
	b.strip.show(b.list.Totals().Counts, b.resources())
	b.refreshHints()
}

// resources are what was promised of what the actions ask for, and what leaders promised to do themselves, nil while there is neither.
func (b *Board) resources() *promises {
	if b.o.all() {
		return nil
	}
	var p promises
	found := false
	b.o.Session.Read(func(w *workshop.Workshop) {
		commitments := workshop.All[workshop.Commitment](w)
		for _, c := range commitments {
			found = found || c.Personal
			p.resources = p.resources || c.Resource != "" && !c.Personal
		}
		if c := w.Charter(); c != nil {
			p.currency = c.Currency
		}
		asked := b.list.Totals().Asked
		p.Report = means.Sum(commitments, means.Asked{Hours: asked.Hours, People: asked.People, Cost: asked.Cost}, p.currency, b.o.today())
	})
	if !found && !p.resources {
		return nil
	}
	return &p
}

// showEmpty says what to do first where there is no row.
func (b *Board) showEmpty() {
	if b.loading || len(b.list.Shown()) > 0 {
		b.empty.Hide()
		return
	}
	switch {
	case len(b.list.All()) == 0 && b.o.all():
		b.empty.Objects = []fyne.CanvasObject{widgets.NewEmptyState(widgets.EmptyState{Icon: "action", Title: "Nothing is open",
			Text: "The open actions of all workshops come together here. Type them in a workshop, where they are agreed."})}
	case len(b.list.All()) == 0:
		b.empty.Objects = []fyne.CanvasObject{widgets.NewEmptyState(widgets.EmptyState{Icon: "action", Title: "No actions yet",
			Text:   "Type the first one in the line above: what, @who, due when. Enter adds it.",
			Button: "Type an action", Key: "N", OnTap: b.quick.entry.Focus})}
	default:
		b.empty.Objects = []fyne.CanvasObject{widgets.NewEmptyState(widgets.EmptyState{Icon: "filter", Title: "No action fits the filter",
			Text:   plural(len(b.list.All()), "action") + " not shown.",
			Button: "Show all", OnTap: func() { b.filters.clear(); b.table.Focus() }})}
	}
	b.empty.Show()
	b.empty.Refresh()
}

// fitHead gives the filters another row, or takes it away, when they have become wider or narrower.
func (b *Board) fitHead() {
	if head := b.layout.head; head.Size().Height > 0 && head.MinSize().Height != head.Size().Height {
		b.content.Refresh()
	}
}

// boardLayout puts the counts over the whole width, and below them the table beside the drawer, or under it where there is no room for both.
type boardLayout struct {
	board *Board
	head  fyne.CanvasObject
}

// roomBeside is the least width of a table that has the drawer beside it, at 100 % text.
const roomBeside = 640

func (l *boardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.board
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(0, w), max(0, h)))
	}
	top := b.strip.panel.MinSize().Height
	put(b.strip.panel, 0, 0, size.Width, top)
	b.drawer.beside = size.Width-theme.Width(theme.Details) >= theme.Width(roomBeside)
	b.drawer.appear()
	width := size.Width
	drawer := min(theme.Width(theme.Details), size.Width)
	if b.drawer.visible() {
		if b.drawer.beside {
			width -= drawer
		}
		put(b.drawer.panel, size.Width-drawer, top, drawer, size.Height-top)
	}
	l.head.Resize(fyne.NewSize(width, l.head.MinSize().Height))
	head := l.head.MinSize().Height
	put(l.head, 0, top, width, head)
	b.setColumns(width)
	put(b.body, 0, top+head, width, size.Height-top-head)
}

func (l *boardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Scaled(320), l.board.strip.panel.MinSize().Height+l.head.MinSize().Height+3*theme.Height(theme.Row))
}
