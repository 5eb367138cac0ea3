package actions

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// PageOptions are what the page over all workshops shows beside its board.
type PageOptions struct {
	Board Options
	Back  func() // to the workshop that the page was opened from; nil: no arrow
	// Right stands at the end of the top bar: the saved state, the export.
	Right []fyne.CanvasObject
}

// Page is the board as a page of the rail.
type Page struct {
	*Board
	o PageOptions
}

// PageID is the id of the page over all workshops, which its item in the rail has too.
const PageID = "actions"

// NewPage returns the page.
func NewPage(o PageOptions) *Page { return &Page{Board: NewBoard(o.Board), o: o} }

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Focuser   = (*Page)(nil)
	_ shell.Topper    = (*Page)(nil)
	_ shell.Backer    = (*Page)(nil)
	_ shell.Railer    = (*Page)(nil)
)

// ID implements shell.Page. The page of one workshop is another than that of all.
func (p *Page) ID() string {
	if s := p.Board.o.Session; s != nil {
		return PageID + "/" + string(s.ID())
	}
	return PageID
}

// Title implements shell.Page.
func (p *Page) Title() string { return "Actions" }

// Rail leaves the table the room that it needs.
func (p *Page) Rail() shell.RailMode { return shell.RailNarrow }

// TopBar implements shell.Topper.
func (p *Page) TopBar() fyne.CanvasObject {
	what := "all workshops"
	if !p.Board.o.all() {
		p.Board.o.Session.Read(func(w *workshop.Workshop) {
			if c := w.Charter(); c != nil {
				what = c.Title
			}
		})
	}
	var row []fyne.CanvasObject
	if p.o.Back != nil {
		row = append(row, widgets.NewQuietIcon("back", "Back (Alt+Left)", p.o.Back))
	}
	row = append(row, widgets.NewLabel("Actions", theme.PageTitle).Keep(), widgets.Space(4, 0), widgets.NewLabel(what, theme.Body).In(theme.Text2), widgets.Spacer())
	return widgets.HStack(theme.Gap, append(row, p.o.Right...)...)
}
