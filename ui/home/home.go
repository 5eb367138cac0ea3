// Package home is the first page: what today asks for, the workshops worked
// on last, and the templates to begin with; before there is any workshop, two
// ways to begin.
//
// The app's wiring makes it and gives it a Desk. What it shows is read off the
// window's goroutine (see Read); a library that cannot be read is told through
// Desk.Trouble.
package home

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// Source is what Home reads of the library.
type Source interface {
	Recent(limit int) ([]library.Summary, error)
	Digest(today workshop.Date) (library.Digest, error)
	Retained(today workshop.Date) ([]library.Retained, error)
	LastBackup() (time.Time, error) // the zero time when there is none
}

// Desk is what Home needs of the app.
type Desk struct {
	Source    Source
	Templates *template.Set
	Now       func() time.Time
	ReadOnly  bool

	Open         func(workshop.ID)
	New          func(*template.Template)
	ShowAll      func()
	ShowOverdue  func()
	ShowChecks   func()            // the actions whose recurring check is due
	ShowRatings  func()            // of the workshop with the oldest ones
	ShowContacts func()            // the map with the oldest next contact that is due
	KeepLonger   func(workshop.ID) // of a workshop whose retention date has come
	EraseMap     func(library.Retained)
	Backup       func()
	Sample       func()
	Library      func() // takes a library that is there already
	Counted      func(library.Digest)
	Find         func()
	Trouble      func(error)
	Copied       func() (at time.Time, kept bool) // of the copy on another disk: the zero time for never
	Hints        func()                           // shows the hints again: they depend on what was read
	WhereItLives string                           // shown at the foot: "On this computer only"
	// First is what was read while the window was made, so that its first frame is
	// Home already; nil: Home reads when it is shown.
	First *Reading
}

// recent is how many workshops Home shows; the others are a click away.
const recent = 6

// Page is Home.
type Page struct {
	desk     Desk
	host     *fyne.Container
	read     Reading
	first    *Reading
	copyAt   time.Time // of the copy on another disk, as shown
	copyKept bool
	cards    []*widgets.Card
	selected int
	built    bool
	shown    bool
	cancel   func()
}

// New returns the page.
func New(desk Desk) *Page { return &Page{desk: desk, host: widgets.Over(), first: desk.First} }

// ID implements shell.Page.
func (p *Page) ID() string { return "home" }

// Title implements shell.Page.
func (p *Page) Title() string { return "Home" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.host }

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	var hints []widgets.Hint
	if !p.desk.ReadOnly {
		hints = append(hints, widgets.Hint{Keys: "N", Label: "new workshop"})
	}
	if len(p.read.list) > 0 {
		hints = append(hints, widgets.Hint{Keys: "Enter", Label: "open"})
	}
	where := widgets.Hint{Icon: "lock", Label: p.desk.WhereItLives, Right: true}
	if p.desk.ReadOnly {
		where.Label = "Open for reading only"
	}
	return append(hints,
		widgets.Hint{Keys: "Ctrl+K", Label: "find or run a command"},
		widgets.Hint{Keys: "F1", Label: "help"}, where)
}

// Shown implements shell.Page: it reads anew what may have changed.
func (p *Page) Shown() {
	p.Hidden()
	p.shown = true
	if first := p.first; first != nil {
		p.first = nil
		p.take(*first)
		return
	}
	var read Reading
	var err error
	p.cancel = run.Go(func(context.Context) { read, err = Read(p.desk.Source, p.desk.Now()) }, func() {
		if !p.shown {
			return // it comes back with a newer reading
		}
		if err != nil {
			p.desk.Trouble(err)
			return
		}
		p.take(read)
	})
}

// take shows what was read, if it is not what is shown.
func (p *Page) take(read Reading) {
	at, kept := p.copied()
	same := p.built && read.same(p.read) && at.Equal(p.copyAt) && kept == p.copyKept
	p.read, p.copyAt, p.copyKept = read, at, kept
	p.desk.Counted(read.digest)
	if !same {
		p.build()
		p.built = true
	}
	p.desk.Hints()
}

// Hidden implements shell.Page.
func (p *Page) Hidden() {
	p.shown = false
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

func (p *Page) build() {
	content := p.welcome()
	if len(p.read.list) > 0 {
		content = p.day()
	}
	p.host.Objects = []fyne.CanvasObject{content}
	p.host.Refresh()
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	return []shell.Command{
		{ID: "home.open", Label: "Open the selected workshop", Group: "Home", Shortcut: "Enter", Quiet: true,
			Enabled: func() bool { return p.selected < len(p.cards) }, Run: func() { p.desk.Open(p.read.list[p.selected].ID) }},
	}
}

// TypedKey implements shell.KeyTaker: arrows move between the cards.
func (p *Page) TypedKey(ev *fyne.KeyEvent) bool {
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -p.columns(), fyne.KeyDown: p.columns()}[ev.Name]
	if step == 0 || len(p.cards) == 0 {
		return false
	}
	p.choose(min(max(0, p.selected+step), len(p.cards)-1))
	return true
}

// TypedRune implements shell.KeyTaker.
func (p *Page) TypedRune(rune) bool { return false }

// columns is how many cards stand beside each other now.
func (p *Page) columns() int {
	n := 0
	for n < len(p.cards) && p.cards[n].Position().Y == p.cards[0].Position().Y {
		n++
	}
	return max(1, n)
}

func (p *Page) choose(i int) {
	p.selected = i
	for j, c := range p.cards {
		c.Select(i == j)
	}
}

// day is Home once there are workshops.
func (p *Page) day() fyne.CanvasObject {
	now := p.desk.Now()
	words := "Search workshops, actions, people"
	if theme.TextScale() > 1.5 {
		words = "Search" // the day needs its room
	}
	find := widgets.NewButton(words, p.desk.Find).WithKey("Ctrl+K").Sized(theme.ButtonTall)
	find.SetIcon("search")
	head := widgets.HStack(theme.PadPage,
		widgets.NewLabel("Today", theme.HomeTitle).Keep(),
		widgets.NewLabel(now.Format("Monday 2 January 2006"), theme.Body).In(theme.Text2),
		widgets.Spacer(), find)
	left := widgets.VStack(12,
		widgets.HStack(theme.Gap, widgets.NewLabel("Recent workshops", theme.SubHeading), widgets.Spacer(), widgets.NewLink(all(p.read.digest.Workshops), p.desk.ShowAll)),
		p.recentGrid())
	right := p.startPanel()
	body := beside(left, right)
	return widgets.NewScroll(widgets.Pad(widgets.VStack(theme.PadPage, append(append([]fyne.CanvasObject{head}, p.retained()...), p.digestStrip(), widgets.Space(0, 0), body)...), theme.PadHome, theme.PadDialog))
}
