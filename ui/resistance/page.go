package resistance

import (
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// Names is the shield over the names of people. The app has one for all pages; it is closed when a workshop opens.
type Names interface {
	Shown() bool
	Show(on bool)
	// Watch calls changed after each change, on the window's goroutine, until stop is called.
	Watch(changed func()) (stop func())
}

// Options are what the map works on and whom it asks.
type Options struct {
	Session *workshop.Session
	Shell   *shell.Shell
	Names   Names
	Saves   shell.SaveWatch          // nil: no word on saving
	Boards  fyne.CanvasObject        // the room's narrow list of boards at the left; nil for none
	Export  func()                   // nil: no such button
	Open    func(action workshop.ID) // shows an action in the register; nil: action numbers lead nowhere
	Now     func() time.Time         // nil: the clock
	// Give writes what is held on somebody for them to read, Erase takes them out for good: by the id of an entry that is no group. Nil: not from here.
	Give, Erase func(entry workshop.ID)
}

// Page is the resistance map of one workshop.
type Page struct {
	options  Options
	model    *model
	filter   filter
	selected workshop.ID
	follow   *follow

	desk    *desk
	list    *listPane
	field   *field
	bar     *toolbar
	details *details
	ask     *ask
	top     *top
	history *history
	strip   *widgets.Panel  // with the history; opened by who wants to see it, from the second day of ratings on
	opened  bool            // the strip is
	blank   *fyne.Container // instead of the field, while there is nobody
	tip     func()          // takes the wait for a tooltip back

	unwatch func()
	loaded  bool
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Topper    = (*Page)(nil)
	_ shell.Railer    = (*Page)(nil)
	_ shell.Backer    = (*Page)(nil)
)

// New returns the map of a session's workshop.
func New(o Options) *Page {
	p := &Page{options: o}
	p.model = newModel(o.Session, o.Now, o.Names.Shown)
	p.follow = &follow{take: p.take}
	p.field = newField()
	p.field.onSelect = p.choose
	p.field.onOpen = func(workshop.ID) { p.openDetails() }
	p.field.onPlace = p.place
	p.field.onNeed = p.need
	p.field.onHover = p.hover
	p.ask = newAsk(p)
	p.list = newListPane(p)
	p.details = newDetails(p)
	p.bar = newToolbar(p)
	p.top = newTop(p)
	p.blank = widgets.NewEmptyState(widgets.EmptyState{Icon: "map", Title: "Who will feel this change?",
		Text:   "Add the people and groups who decide it, carry it or bear it. Then drag each to where they stand now, and their arrow to where you need them.",
		Button: "Add somebody", ButtonIcon: "plus", Key: "N", OnTap: p.add})
	p.desk = newDesk(p)
	return p
}

// ID tells the maps of two workshops apart.
func (p *Page) ID() string { return "resistance/" + string(p.options.Session.ID()) }

// Title names the page, and nobody on it.
func (p *Page) Title() string { return "Resistance map" }

// Rail hides the app's rail: the room's boards stand in its place.
func (p *Page) Rail() shell.RailMode { return shell.RailHidden }

// Content is the page below its top bar.
func (p *Page) Content() fyne.CanvasObject { return p.desk.object }

// TopBar is the index, the shield and the way out.
func (p *Page) TopBar() fyne.CanvasObject { return p.top.object }

// Shown follows the session and takes up what has changed since.
func (p *Page) Shown() {
	p.follow.start(p.options.Session)
	if p.unwatch == nil {
		p.unwatch = p.options.Names.Watch(p.refresh)
	}
	p.top.start()
	p.reload()
}

// Hidden ends what is being typed and hears no more.
func (p *Page) Hidden() {
	p.hover(nil, "")
	p.ask.close()
	p.model.trial = nil
	p.options.Session.EndTyping()
	p.follow.stop()
	if p.unwatch != nil {
		p.unwatch()
		p.unwatch = nil
	}
	p.top.stop()
	p.history.halt()
}

// Select brings somebody into view: who comes from an action of the register. A filter that hides them is taken away.
func (p *Page) Select(id workshop.ID) {
	s := p.model.stakes[id]
	if s == nil {
		return
	}
	if !p.filter.takes(p.model, s) {
		p.setFilter(filter{retired: s.now.Retired})
	}
	p.choose(id)
}

// Selected is who is in hand, "" for nobody.
func (p *Page) Selected() workshop.ID { return p.selected }

// reload reads everything anew.
func (p *Page) reload() {
	p.report(p.model.load())
	p.loaded = true
	p.refresh()
}

// take takes up what has changed in the session.
func (p *Page) take(records []workshop.Touched) {
	t, err := p.model.take(records)
	p.report(err)
	switch {
	case t.people:
		p.refresh()
	case t.stakes:
		p.showStakes(t.ids)
	case t.actions, t.charter:
		p.showSelected()
		p.top.show()
	}
}

// refresh shows everything, such as after the shield was opened.
func (p *Page) refresh() {
	if p.loaded {
		p.showStakes(nil)
	}
}

// showStakes shows the map, the list and the index; of the list only the rows given are drawn anew where no more is needed.
func (p *Page) showStakes(changed []workshop.ID) {
	rows := p.model.rows(p.filter)
	p.reselect(rows)
	p.list.show(rows, changed)
	p.field.set(p.spots(rows), p.model.asOf != "")
	p.field.choose(p.selected)
	show(p.blank, len(p.model.stakes) == 0)
	show(p.field, len(p.model.stakes) > 0)
	p.bar.show()
	p.top.show()
	p.showHistory()
	p.showSelected()
}

// showHistory brings the strip up to date.
func (p *Page) showHistory() {
	was := p.strip.Visible()
	show(p.strip, (p.opened || p.model.asOf != "") && len(p.model.trend) > 1)
	if p.strip.Visible() != was {
		p.desk.center.Refresh()
	}
	p.history.set(p.model.trend, p.model.asOf, p.model.today())
}

// reselect keeps the selection among those who are shown.
func (p *Page) reselect(rows []row) {
	first := workshop.ID("")
	for _, r := range rows {
		if r.id == p.selected && r.id != "" {
			return
		}
		if first == "" {
			first = r.id
		}
	}
	p.selected = first
}

func (p *Page) showSelected() {
	s := p.model.stakes[p.selected]
	p.details.show(s)
	p.ask.show(p.model.stakes[p.ask.id])
}

// spots is what the field shows of the rows.
func (p *Page) spots(rows []row) []spot {
	var all []spot
	for _, r := range rows {
		s := p.model.stakes[r.id]
		if s == nil {
			continue
		}
		e := s.entry
		sp := spot{id: r.id, short: p.model.short(s), rated: e.Rated, influence: e.Influence, priority: e.Priority, wants: e.Needed != nil}
		if s.group() {
			sp.people = s.now.Size
		}
		if e.Now != nil {
			sp.now = *e.Now
		}
		if e.Needed != nil {
			sp.needed = *e.Needed
		}
		sp.tip = p.model.label(s) + ": " + account(e)
		all = append(all, sp)
	}
	return all
}

// choose selects somebody.
func (p *Page) choose(id workshop.ID) {
	if p.selected == id || p.loaded && p.model.stakes[id] == nil {
		return
	}
	p.selected = id
	if p.ask.open() && p.ask.id != id {
		p.ask.close()
	}
	p.field.choose(id)
	p.list.mark()
	p.showSelected()
}

// step selects the next in the list, or the one before.
func (p *Page) step(by int) { p.list.list.Step(by) }

// setFilter shows others.
func (p *Page) setFilter(f filter) {
	p.filter = f
	p.refresh()
}

// lookAt shows the map as of a day; "" is today.
func (p *Page) lookAt(day workshop.Date) {
	p.model.asOf = day
	p.ask.close()
	p.model.judge()
	p.refresh()
}

// hover waits a moment and says who is pointed at.
func (p *Page) hover(anchor fyne.CanvasObject, tip string) {
	if p.tip != nil {
		p.tip()
		p.tip = nil
	}
	tips := p.options.Shell.Tips()
	tips.Clear()
	if anchor != nil {
		p.tip = run.After(400*time.Millisecond, func() { tips.Point(anchor, tip) })
	}
}

// Back takes a step back inside the page: a drag, the small panel, the details over the map.
func (p *Page) Back() bool {
	switch {
	case p.field.giveUp():
	case p.ask.open():
		p.ask.words.SetProblem("")
		p.ask.close()
	case p.desk.closeDrawer():
	default:
		return false
	}
	return true
}

// layout lays the page out after something came or went.
func (p *Page) layout() { p.desk.refresh() }

func (p *Page) unfocus() { p.options.Shell.Window().Canvas().Unfocus() }

// openDetails brings the details up where they are folded, and the keyboard into them.
func (p *Page) openDetails() {
	if p.model.stakes[p.selected] == nil {
		return
	}
	p.desk.openDrawer()
	p.options.Shell.Window().Canvas().Focus(p.details.now)
}
