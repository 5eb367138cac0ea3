// Package workshops is the page of all workshops: a table to sort, filter and
// open from. The app's wiring makes it; what it lists is read off the window's
// goroutine each time it comes to the front.
package workshops

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// Desk is what the page works on.
type Desk struct {
	List    func() ([]library.Summary, error)
	Open    func(workshop.ID)
	New     func()
	Trouble func(error)
	Hints   func() // shows the hints again: they count what was read
	// ReadOnly takes the button for a new one out of use.
	ReadOnly bool
}

// Page is the page.
type Page struct {
	desk    Desk
	all     []library.Summary
	shown   []library.Summary
	current workshop.ID // the cursor stays on it when the order changes
	column  int
	down    bool
	filter  *widgets.Entry
	table   *widgets.Table
	host    *fyne.Container
	full    fyne.CanvasObject
	none    fyne.CanvasObject // what the table says when the filter leaves nothing
	empty   bool              // the page for no workshops is shown
	front   bool
	cancel  func()
}

// columns are the table's, with how two rows compare in each.
var columns = []struct {
	title   string
	width   float32
	grow    float32
	cell    func(library.Summary) widgets.Cell
	compare func(a, b library.Summary) int
}{
	{"Workshop", 220, 2, func(s library.Summary) widgets.Cell { return widgets.Cell{Text: s.Title, Bold: true} },
		func(a, b library.Summary) int { return byText(a.Title, b.Title) }},
	{"Client", 140, 1, func(s library.Summary) widgets.Cell { return widgets.Cell{Text: s.Client} },
		func(a, b library.Summary) int { return byText(a.Client, b.Client) }},
	{"Kind", 120, 0, func(s library.Summary) widgets.Cell { return pill(Kind(s)) },
		func(a, b library.Summary) int { return cmp.Compare(a.Kind, b.Kind) }},
	{"Status", 110, 0, func(s library.Summary) widgets.Cell { return pill(Status(s)) },
		func(a, b library.Summary) int { return cmp.Compare(order(a), order(b)) }},
	{"Start", 100, 0, func(s library.Summary) widgets.Cell {
		if s.Start == "" {
			return widgets.Cell{}
		}
		return widgets.Cell{Text: s.Start.Time().Format("2 Jan 2006")}
	}, func(a, b library.Summary) int { return cmp.Compare(a.Start, b.Start) }},
	{"Steps", 70, 0, func(s library.Summary) widgets.Cell {
		return widgets.Cell{Text: fmt.Sprintf("%d of %d", s.StepsDone, s.Steps)}
	},
		func(a, b library.Summary) int { return cmp.Compare(a.StepsDone, b.StepsDone) }},
	{"Open", 60, 0, func(s library.Summary) widgets.Cell { return widgets.Cell{Text: fmt.Sprint(s.ActionsOpen)} },
		func(a, b library.Summary) int { return cmp.Compare(a.ActionsOpen, b.ActionsOpen) }},
	{"Overdue", 80, 0, func(s library.Summary) widgets.Cell {
		if s.Overdue == 0 {
			return widgets.Cell{}
		}
		return widgets.Cell{Text: fmt.Sprint(s.Overdue), Token: theme.Danger, Icon: "alert"}
	}, func(a, b library.Summary) int { return cmp.Compare(a.Overdue, b.Overdue) }},
}

func pill(text string, tone widgets.Tone) widgets.Cell {
	return widgets.Cell{Text: text, Pill: true, Tone: tone}
}

// order puts what runs before what is planned, and what is closed last.
func order(s library.Summary) int {
	return slices.Index([]string{workshop.StatusRunning, workshop.StatusPlanned, workshop.StatusFollowingUp, workshop.StatusClosed}, s.Status)
}

func byText(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) }

// New returns the page.
func New(desk Desk) *Page {
	p := &Page{desk: desk, column: -1, host: widgets.Over()}
	cols := make([]widgets.TableColumn, len(columns))
	for i, c := range columns {
		cols[i] = widgets.TableColumn{ID: c.title, Title: c.title, Width: c.width, Grow: c.grow}
	}
	p.table = widgets.NewTable(widgets.TableOptions{
		Columns:  cols,
		Rows:     func() int { return len(p.shown) },
		Cell:     func(row, col int) widgets.Cell { return columns[col].cell(p.shown[row]) },
		OnSort:   func(col int, down bool) { p.column, p.down = col, down; p.show() },
		OnCursor: func(row int) { p.current = p.shown[row].ID },
		OnOpen:   func(row int) { p.desk.Open(p.shown[row].ID) },
	})
	p.filter = widgets.NewEntry("Filter by title or client")
	p.filter.Icon = "filter"
	p.filter.OnChanged = func(string) { p.show() }
	p.filter.OnSubmit = func(string) {
		if len(p.shown) > 0 {
			p.desk.Open(p.shown[0].ID)
		}
	}
	fresh := widgets.NewPrimary("New", "plus", desk.New).WithKey("N")
	fresh.SetEnabled(!desk.ReadOnly)
	head := widgets.HStack(theme.PadPage, widgets.NewLabel("Workshops", theme.HomeTitle).Keep(), widgets.Spacer(), widgets.Wide(p.filter, 260), fresh)
	p.none = widgets.NewEmptyState(widgets.EmptyState{Icon: "filter", Title: "No workshop is called that", Text: "Try fewer letters of its title, client or site."})
	p.full = widgets.VStack(theme.PadPage, widgets.PadSides(head, theme.PadDialog, theme.PadPage, 0, theme.PadPage), widgets.Grow(widgets.Over(p.table, p.none)))
	return p
}

// ID implements shell.Page.
func (p *Page) ID() string { return "workshops" }

// Title implements shell.Page.
func (p *Page) Title() string { return "Workshops" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.host }

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{
		{Keys: "Up"}, {Keys: "Down", Label: "workshop"}, {Keys: "Enter", Label: "open"}, {Keys: "/", Label: "filter"}, {Keys: "N", Label: "new workshop"},
		{Bold: fmt.Sprintf("%d of %d", len(p.shown), len(p.all)), Right: true},
	}
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	return []shell.Command{{ID: "workshops.filter", Label: "Filter the workshops", Group: "Workshops", Icon: "filter", Shortcut: "/", Run: p.filter.Focus}}
}

// FocusFirst implements shell.Focuser.
func (p *Page) FocusFirst() { p.table.Focus() }

// Shown implements shell.Page.
func (p *Page) Shown() {
	p.Hidden()
	p.front = true
	var list []library.Summary
	var err error
	p.cancel = run.Go(func(context.Context) { list, err = p.desk.List() }, func() {
		if !p.front {
			return // it comes back with a newer reading
		}
		if err != nil {
			p.desk.Trouble(err)
			return
		}
		p.all = list
		p.show()
	})
}

// Hidden implements shell.Page.
func (p *Page) Hidden() {
	p.front = false
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// show filters and sorts; without a column the newest stay first.
func (p *Page) show() {
	want := strings.Fields(strings.ToLower(p.filter.Text()))
	p.shown = p.shown[:0]
	for _, s := range p.all {
		text := strings.ToLower(s.Title + " " + s.Client + " " + s.Site)
		if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(text, w) }) {
			p.shown = append(p.shown, s)
		}
	}
	if p.column >= 0 {
		compare := columns[p.column].compare
		slices.SortStableFunc(p.shown, func(a, b library.Summary) int {
			if p.down {
				return compare(b, a)
			}
			return compare(a, b)
		})
	}
	if len(p.all) == 0 && !p.empty {
		p.put(p.nothing())
	} else if len(p.all) > 0 && (p.empty || len(p.host.Objects) == 0) {
		p.put(p.full)
		p.FocusFirst()
	}
	p.empty = len(p.all) == 0
	if len(p.shown) > 0 {
		p.none.Hide()
	} else {
		p.none.Show()
	}
	at := slices.IndexFunc(p.shown, func(s library.Summary) bool { return s.ID == p.current })
	p.table.SetCursor(min(max(0, at), len(p.shown)-1), 0)
	p.table.Refresh()
	p.desk.Hints()
}

func (p *Page) put(content fyne.CanvasObject) {
	p.host.Objects = []fyne.CanvasObject{content}
	p.host.Refresh()
}

// nothing is the page while there are no workshops.
func (p *Page) nothing() fyne.CanvasObject {
	if p.desk.ReadOnly {
		return widgets.NewEmptyState(widgets.EmptyState{Icon: "board", Title: "No workshops yet", Text: "This library is open for reading only."})
	}
	return widgets.NewEmptyState(widgets.EmptyState{Icon: "board", Title: "No workshops yet", Text: "Begin one from a template; its steps, guide and canvases come with it.",
		Button: "New workshop", ButtonIcon: "plus", Key: "N", OnTap: p.desk.New})
}
