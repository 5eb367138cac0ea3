package actions

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/figure"
)

// gantt shows the actions as bars over dates, in the groups of the table: the timeline of the readout, drawn by the same figure. Bars are moved by
// the mouse and by the keyboard. Of ten thousand rows those in sight are laid out, and no others.
type gantt struct {
	board   *Board
	surface *canvas.Surface
	dates   *drawing.Figure
	scroll  *container.Scroll
	zoom    *widgets.Segmented
	content *fyne.Container
	panel   fyne.CanvasObject
	hidden  bool // the row of the cursor has to be brought into sight once there is room
	laid    figure.TimelineLaid
	rows    []figure.TimelineRow
	middle  workshop.Date // of the time that is shown, where that is not all of it
	level   int
	width   float32
	stale   bool
}

// zooms are how many days are shown at once; 0 is all.
var zooms = []int{0, 182, 91, 28}

func newGantt(b *Board) *gantt {
	g := &gantt{board: b, dates: drawing.New()}
	g.surface = canvas.NewSurface(canvas.Hands{At: g.at, Tap: g.tap, Menu: func(int) { b.menu(g.scroll) }, Drop: g.drop, Lay: g.lay, Key: g.key, Letter: g.letter,
		Words: func(i int) string { return g.row(i).Action.Title }, Over: g.over})
	g.scroll = container.NewVScroll(g.surface)
	g.scroll.OnScrolled = func(fyne.Position) { g.draw() }
	g.zoom = widgets.NewSegmented([]string{"All", "6 months", "3 months", "4 weeks"}, 0, func(i int) { g.zoomTo(i); g.focus() })
	earlier, later := widgets.NewQuietIcon("back", "Earlier ([)", func() { g.shift(-1) }), widgets.NewQuietIcon("next", "Later (])", func() { g.shift(1) })
	bar := widgets.Pad(widgets.HStack(theme.Gap, widgets.Grow(widgets.Caption("Drag a bar to move it, its end to change the due date")), earlier, g.zoom, later), 0, 4)
	g.content = container.New(&ganttLayout{g}, bar, g.dates, g.scroll)
	g.panel = widgets.NewPanel(g.content, widgets.PanelStyle{Fill: theme.Surface})
	return g
}

// ganttLayout puts the dates above the rows, as wide as they are.
type ganttLayout struct{ g *gantt }

func (l *ganttLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	edge := theme.PadPage
	bar, wide := objects[0], max(0, size.Width-2*edge)
	high := bar.MinSize().Height
	bar.Move(fyne.NewPos(edge, 0))
	bar.Resize(fyne.NewSize(wide, high))
	head := ganttText() * 2.6
	l.g.dates.Move(fyne.NewPos(edge+3, high)) // as far in as the surface's rim
	l.g.dates.Resize(fyne.NewSize(wide-6, head))
	l.g.scroll.Move(fyne.NewPos(edge, high+head))
	l.g.scroll.Resize(fyne.NewSize(wide, max(0, size.Height-high-head)))
	if l.g.hidden {
		l.g.reveal()
	}
	l.g.draw()
}

func (l *ganttLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Scaled(200), objects[0].MinSize().Height+theme.Scaled(120))
}

func ganttText() float32 { return theme.Scaled(12) }

func ganttPitch() float64 { return float64(theme.Scaled(26)) }

func (g *gantt) object() fyne.CanvasObject { return g.panel }

func (g *gantt) focus() { widgets.FocusOn(g.surface) }

func (g *gantt) hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Left", Label: ""}, {Keys: "Right", Label: "move by a day"}, {Keys: "Shift+Right", Label: "due date"}, {Keys: "+", Label: ""}, {Keys: "-", Label: "zoom"},
		{Keys: "[", Label: ""}, {Keys: "]", Label: "earlier, later"}, {Keys: "V", Label: "next view"}}
}

// show takes up the rows as they are now and brings the one of the cursor into sight.
func (g *gantt) show() {
	g.stale = true
	g.surface.Again()
	g.reveal()
}

// row is the action of a row, nil where a heading stands.
func (g *gantt) row(i int) *actionlist.Row {
	if i < 0 || i >= g.board.rows() {
		return nil
	}
	return g.board.at(i)
}

func (g *gantt) lay(size fyne.Size) {
	if size.Width <= 0 || size.Width == g.width && !g.stale {
		return
	}
	g.width, g.stale = size.Width, false
	b := g.board
	today := b.list.Today()
	g.rows = g.rows[:0]
	for i := range b.rows() {
		if title, is := b.heading(i); is {
			g.rows = append(g.rows, figure.TimelineRow{Label: title, Heading: true})
			continue
		}
		g.rows = append(g.rows, g.bar(b.at(i), today))
	}
	in := figure.TimelineInput{Rows: g.rows, Today: today.Time(), Pitch: ganttPitch(), Words: figure.EnglishTimeline()}
	in.First, in.Last = figure.TimelineSpan(g.rows, in.Today)
	if days := zooms[g.level]; days > 0 {
		in.First = g.middle.AddDays(-days / 2).Time()
		in.Last = g.middle.AddDays(days / 2).Time()
	}
	if in.Last.Sub(in.First) > 300*24*time.Hour {
		in.Words.Date = func(t time.Time) string { return t.Format("Jan 2006") }
	}
	g.laid = figure.LayTimeline(in, drawing.Frame(size.Width-theme.Scaled(12), 1, ganttText()))
	g.dates.Set(g.laid.Dates())
	g.draw()
	g.scroll.Refresh()
}

// bar is an action on the timeline, with its state in words beside the color.
func (g *gantt) bar(r *actionlist.Row, today workshop.Date) figure.TimelineRow {
	a := r.Action
	row := figure.TimelineRow{Label: a.Label() + " " + a.Title, Start: a.Start.Time(), Due: a.Due.Time(), Progress: a.Progress, Note: fmt.Sprintf("%d %%", a.Progress)}
	switch {
	case a.Status == workshop.ActionDropped:
		row.Color, row.Note = figure.Ink3, "dropped"
	case a.Ended():
		row.Color, row.Progress, row.Note = figure.OK, 100, "✓ done"
	case a.Overdue(today):
		row.Color, row.Note = figure.Danger, "overdue "+plural(a.Due.DaysUntil(today), "day")
	case a.Status == workshop.ActionBlocked:
		row.Color, row.Note = figure.Danger, "blocked"
	}
	return row
}

// draw draws the rows in sight.
func (g *gantt) draw() {
	if g.laid.Pitch <= 0 {
		return
	}
	top, high := float64(g.scroll.Offset.Y), float64(g.scroll.Size().Height)
	g.surface.Set(g.laid.Lines(int(top/g.laid.Pitch)-2, int((top+high)/g.laid.Pitch)+3))
	g.mark()
}

// mark frames the row of the cursor.
func (g *gantt) mark() {
	i := g.board.indexOf(g.board.current)
	if i < 0 || i >= len(g.rows) {
		g.surface.Mark(figure.Box{})
		return
	}
	g.surface.Mark(figure.Box{Index: i, X: 0, Y: float64(i) * g.laid.Pitch, W: float64(g.width - theme.Scaled(12)), H: g.laid.Pitch})
}

// reveal scrolls as little as is needed to show the row of the cursor.
func (g *gantt) reveal() {
	i := g.board.indexOf(g.board.current)
	g.hidden = g.scroll.Size().Height <= 0
	if i < 0 || g.hidden || g.laid.Pitch <= 0 {
		return
	}
	y, pitch, high := float32(i)*float32(g.laid.Pitch), float32(g.laid.Pitch), g.scroll.Size().Height
	switch {
	case y < g.scroll.Offset.Y:
		g.scroll.ScrollToOffset(fyne.NewPos(0, y))
	case y+2*pitch > g.scroll.Offset.Y+high:
		g.scroll.ScrollToOffset(fyne.NewPos(0, y+2*pitch-high))
	}
	g.draw()
}

// at is the row at a point, a bar or its line; -1 for a heading or none.
func (g *gantt) at(pos fyne.Position) int {
	if i := g.laid.Row(float64(pos.Y)); g.row(i) != nil {
		return i
	}
	return -1
}

func (g *gantt) tap(i int, _ bool) {
	if r := g.row(i); r != nil {
		g.board.cursorOn(r.ID())
		g.mark()
	}
	g.focus()
}

// grip is what part of a bar was taken hold of.
func (g *gantt) grip(i int, from fyne.Position) (whole, ok bool) {
	box, has := g.laid.Bar(i)
	x := float64(from.X)
	if !has || x < box.X-4 || x > box.X+box.W+4 {
		return false, false
	}
	edge := min(float64(theme.Scaled(10)), box.W/3)
	return x < box.X+box.W-edge, true
}

// dragged is what a bar becomes that is carried from one point to another.
func (g *gantt) dragged(i int, from, to fyne.Position) (days int, whole, ok bool) {
	whole, ok = g.grip(i, from)
	return g.laid.Days(float64(to.X - from.X)), whole, ok && to.X >= 0
}

func (g *gantt) over(i int, from, to fyne.Position) string {
	r := g.row(i)
	days, whole, ok := g.dragged(i, from, to)
	if r == nil || !ok {
		return "Take hold of the bar"
	}
	a := *r.Action
	moveBy(&a, days, whole, g.board.list.Today())
	today := g.board.list.Today()
	if a.Start != "" {
		return a.Label() + ": " + dayText(a.Start, today) + " to " + dayText(a.Due, today)
	}
	return a.Label() + ": due " + dayText(a.Due, today)
}

func (g *gantt) drop(i int, from, to fyne.Position) {
	if r := g.row(i); r != nil {
		if days, whole, ok := g.dragged(i, from, to); ok && days != 0 {
			g.board.cursorOn(r.ID())
			g.move(r, days, whole)
		}
	}
	g.focus()
}

// moveBy moves an action by days: all of it, or its due date alone. One without a date is due today first. A due date never comes before the start.
func moveBy(a *workshop.Action, days int, whole bool, today workshop.Date) {
	if a.Due == "" {
		a.Due, days = max(today, a.Start), 0
	}
	a.Due = a.Due.AddDays(days)
	switch {
	case whole:
		a.Start = a.Start.AddDays(days)
	case a.Start > a.Due:
		a.Due = a.Start
	}
}

// move moves a bar. Steps that follow quickly are one step of undo.
func (g *gantt) move(r *actionlist.Row, days int, whole bool) {
	if !g.board.editable() {
		return
	}
	b := g.board
	b.told(b.edit(r, "Move dates", true, func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, r.ID())
		if err == nil {
			moveBy(a, days, whole, b.o.today())
		}
		return err
	}))
}

func (g *gantt) key(ev *fyne.KeyEvent, shift bool) {
	b := g.board
	switch ev.Name {
	case fyne.KeyUp:
		b.step(-1)
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyPageUp:
		b.step(-g.page())
	case fyne.KeyPageDown:
		b.step(g.page())
	case fyne.KeyHome:
		b.step(-b.rows())
	case fyne.KeyEnd:
		b.step(b.rows())
	case fyne.KeyLeft, fyne.KeyRight:
		days := 1
		if ev.Name == fyne.KeyLeft {
			days = -1
		}
		if r := b.row(); r != nil {
			g.move(r, days, !shift)
		}
	case fyne.KeyTab:
		if shift {
			b.step(-1)
		} else {
			b.step(1)
		}
	default:
		b.tableKey(ev)
	}
}

// page is how many rows are in sight.
func (g *gantt) page() int {
	return max(1, int(float64(g.scroll.Size().Height)/max(1, g.laid.Pitch))-1)
}

func (g *gantt) letter(r rune) {
	switch r {
	case '+', '=':
		g.zoomTo(min(g.level+1, len(zooms)-1))
	case '-':
		g.zoomTo(max(g.level-1, 0))
	case '[':
		g.shift(-1)
	case ']':
		g.shift(1)
	default:
		g.board.typed(r)
	}
}

// zoomTo shows more or fewer days, around the action of the cursor.
func (g *gantt) zoomTo(level int) {
	g.level = level
	g.zoom.Set(level)
	g.middle = g.board.list.Today()
	if r := g.board.row(); r != nil && r.Action.Due != "" {
		g.middle = r.Action.Due
	}
	g.show()
}

// shift shows an earlier or a later time, by half of what is shown.
func (g *gantt) shift(way int) {
	if days := zooms[g.level]; days > 0 {
		g.middle = g.middle.AddDays(way * days / 2)
		g.show()
	}
}
