package room

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/template"
)

// Frame is what the room asks of the window around it; the shell is one.
type Frame interface {
	Notify(widgets.Notice)
	RefreshHints()
	ShowDialog(*shell.Dialog)
	Back()
}

// Board is a board that is shown in the middle of the room, such as the action register. It may also have Hints, Commands, TypedKey and
// TypedRune as a page of the shell has them; they count while it is in front.
type Board interface {
	Content() fyne.CanvasObject
	Shown()
	Hidden()
	FocusFirst()
}

// BoardEntry is a line under "Boards". Open shows a page of its own; otherwise Make is called once, when the board is first wanted.
type BoardEntry struct {
	ID, Title, Icon string // ID as templates name boards: "resistance", "actions"
	Kind            workshop.Kind
	Count           func(*workshop.Workshop) string // at the end of the line; asked when a record of Kind has changed
	Mark            string                          // an icon instead of a count
	Private         bool                            // not for everybody: while it is in front the wall keeps what it showed before
	Open            func()
	Make            func() Board
}

// Config is what a room works on.
type Config struct {
	Frame     Frame
	Session   *workshop.Session
	Templates *template.Set
	Saved     shell.SaveWatch // nil: no word about saving
	Now       func() time.Time
	Boards    []BoardEntry // those that are made elsewhere
	Export    func()       // nil: no button
	// OpenAction shows an action that a card became; nil while there is no place for that.
	OpenAction func(workshop.ID)
	// Handout writes the agenda for participants; nil: it is not offered.
	Handout func()
	// Rounds is what can be done about rounds of self-assessments.
	Rounds boards.RoundDesk
	// OwnPage writes the page of one manager about a round; nil: it is not offered.
	OwnPage func(round, manager workshop.ID)
	// Present shows the room on the wall; nil: it is not offered. Moved is called when something else is in front than before, or is being typed.
	Present func()
	Moved   func()
	// Joint undoes, or does again, what was done here and in other workshops at once. It says false when the newest step is of this workshop alone; nil: it always is.
	Joint func(redo bool) bool
	// NamesHidden and HideNames are the shield: names of those who are only on the resistance map. Nil: no shield is shown.
	NamesHidden func() bool
	HideNames   func(hidden bool)
}

// Room is the page of one workshop.
type Room struct {
	config  Config
	agenda  *agenda
	step    workshop.ID     // the step in hand
	group   workshop.ID     // the group of it that is in front, "" for all together
	board   string          // the board in front, "" while a step is
	draft   *workshop.Draft // what is being typed, nil for nothing
	seen    Place           // what everybody saw last
	came    *visited        // where a link was followed from, nil for no link
	times   *plan.Schedule
	planner *agendaBoard // nil until it is wanted

	watch   *canvas.Watch
	stirred map[workshop.Kind]bool // kinds of record that have changed
	stop    func()                 // the clock's tick
	shown   bool

	bar    *topBar
	list   *stepList
	center *center
	guide  *guidePane
	layout *roomLayout
	body   *fyne.Container
}

var (
	_ shell.Page      = (*Room)(nil)
	_ shell.Commander = (*Room)(nil)
	_ shell.Focuser   = (*Room)(nil)
	_ shell.KeyTaker  = (*Room)(nil)
	_ shell.Topper    = (*Room)(nil)
	_ shell.Railer    = (*Room)(nil)
	_ shell.Backer    = (*Room)(nil)
	_ shell.Returner  = (*Room)(nil)
)

// New returns the room of a session.
func New(c Config) *Room {
	r := &Room{config: c}
	r.stirred = map[workshop.Kind]bool{}
	r.watch = canvas.NewWatch(r.touched, r.settled)
	r.agenda = readAgenda(c.Session, c.Templates)
	r.times = r.agenda.schedule(r.now())
	first, last := r.ownBoards()
	r.config.Boards = slices.Concat(first, c.Boards, last)
	if s := r.agenda.first(); s != nil {
		r.step = s.ID
	}
	r.bar = newTopBar(r)
	r.list = newStepList(r)
	r.center = newCenter(r)
	r.guide = newGuidePane(r)
	r.layout = &roomLayout{room: r}
	r.body = container.New(r.layout, r.list.panel, r.center.panel, r.guide.panel)
	r.open()
	return r
}

// ID is the same for every page of this workshop, so that it is opened once.
func (r *Room) ID() string { return "room/" + string(r.config.Session.ID()) }

// Title is shown by the window: the workshop's own words, no names.
func (r *Room) Title() string { return r.agenda.charter.Title }

// Content implements shell.Page.
func (r *Room) Content() fyne.CanvasObject { return r.body }

// TopBar implements shell.Topper.
func (r *Room) TopBar() fyne.CanvasObject { return r.bar.content }

// Rail implements shell.Railer: the room has its own list at the left.
func (r *Room) Rail() shell.RailMode { return shell.RailHidden }

// Shown implements shell.Page.
func (r *Room) Shown() {
	r.shown = true
	r.watch.Start(r.config.Session)
	r.reread()
	r.bar.start()
	r.center.shown()
	r.stop = run.Every(time.Second, r.second)
}

// Hidden implements shell.Page: what is being typed is kept, nothing listens any more.
func (r *Room) Hidden() {
	r.shown = false
	r.center.hidden()
	r.guide.leave()
	r.bar.stop()
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
	r.config.Session.EndTyping()
	r.watch.Stop()
}

// FocusFirst puts the keyboard to where one types.
func (r *Room) FocusFirst() { r.center.focus() }

// Back implements shell.Backer: to where a link was followed from, otherwise from a board to the step in hand.
func (r *Room) Back() bool {
	if r.Return() {
		return true
	}
	if r.board == "" {
		return false
	}
	r.GoToStep(r.step)
	return true
}

// GoToStep opens a step.
func (r *Room) GoToStep(id workshop.ID) {
	if r.agenda.find(id) == nil {
		return
	}
	r.leave()
	r.step, r.group, r.board = id, "", ""
	r.open()
}

// GoToBoard opens a board by its ID; a board with a page of its own is opened as that. False when there is no such board.
func (r *Room) GoToBoard(id string) bool {
	b := r.boardEntry(id)
	switch {
	case b == nil:
		return false
	case b.Open != nil:
		b.Open()
		return true
	}
	r.leave()
	r.board = id
	r.open()
	return true
}

// GoToPart opens a board with a part of it in hand: a gate, a goal, a review, a statement. A board without that part is opened as it was left.
func (r *Room) GoToPart(board, part string) bool {
	if !r.GoToBoard(board) {
		return false
	}
	if b, ok := r.center.board().(*boards.Board); ok {
		b.Go(part)
	}
	return true
}

func (r *Room) boardEntry(id string) *BoardEntry {
	for i := range r.config.Boards {
		if r.config.Boards[i].ID == id {
			return &r.config.Boards[i]
		}
	}
	return nil
}

// Step is the step in hand.
func (r *Room) Step() workshop.ID { return r.step }

// leave closes what is in the middle; what is being typed is kept.
func (r *Room) leave() {
	widgets.Unfocus(r.body)
	r.center.hidden()
	r.guide.leave()
	r.config.Session.EndTyping()
	r.came = nil
}

// open shows the step in hand or the board.
func (r *Room) open() {
	r.center.open()
	r.guide.open()
	r.list.mark()
	r.bar.refresh()
	r.body.Refresh()
	r.moved()
	if r.shown {
		r.center.shown()
		r.center.focus()
		r.config.Frame.RefreshHints()
	}
}

// NextStep goes so many steps further.
func (r *Room) NextStep(by int) {
	if s := r.agenda.beside(r.step, by); s != nil {
		r.GoToStep(s.ID)
	}
}

// current is the step in hand, nil in a workshop without steps.
func (r *Room) current() *workshop.Step { return r.agenda.find(r.step) }

// hand is what the main button works on: the group in front, else the step in hand.
func (r *Room) hand() *workshop.Step {
	if g := r.agenda.group(r.step, r.group); g != nil {
		return g
	}
	return r.current()
}

// second goes by: the clock is drawn, and the times of what is to come where they have moved.
func (r *Room) second() {
	r.retime()
	r.bar.tick()
	r.center.ticked()
}

// retime works the times out anew and shows those that have changed.
func (r *Room) retime() {
	r.times = r.agenda.schedule(r.now())
	r.list.retimed()
	if r.planner != nil {
		r.planner.retimed()
	}
}

func (r *Room) now() time.Time {
	if r.config.Now != nil {
		return r.config.Now()
	}
	return time.Now()
}

// touched notes what has changed.
func (r *Room) touched(t workshop.Touched) { r.stirred[t.Kind] = true }

// settled brings what the changed records are shown by up to date.
func (r *Room) settled() {
	if r.stirred[workshop.KindStep] || r.stirred[workshop.KindCharter] {
		r.reread()
	}
	for k := range r.stirred {
		r.list.counted(k)
	}
	if r.stirred[workshop.KindCard] {
		r.center.counted()
	}
	clear(r.stirred)
}

// reread takes up the agenda after a step or the charter has changed. Rows and words that are the same are left alone.
func (r *Room) reread() {
	r.agenda = readAgenda(r.config.Session, r.config.Templates)
	r.times = r.agenda.schedule(r.now())
	if r.group != "" && r.agenda.group(r.step, r.group) == nil {
		r.group = "" // it is gone
		r.open()
	}
	if r.current() == nil {
		r.step = ""
		if s := r.agenda.first(); s != nil {
			r.step = s.ID
		}
		r.open()
	}
	r.list.refresh()
	r.bar.refresh()
	r.center.refresh()
	r.guide.refresh()
	if r.planner != nil {
		r.planner.refresh()
	}
}

// desk is what canvases and boards work on.
func (r *Room) desk() *canvas.Desk {
	return &canvas.Desk{
		Session: r.config.Session, Group: r.group, Now: r.now, Name: r.Called, OpenAction: r.config.OpenAction, Return: r.Return,
		Canvases: func() []template.Canvas { return r.agenda.canvases() },
		Draft:    r.drafted,
		Changed:  func() { r.center.counted() },
		Voted:    r.config.Frame.RefreshHints,
		Fail:     r.refused,
		Notice: func(n canvas.Told) {
			r.config.Frame.Notify(widgets.Notice{Text: n.Text, Icon: "check", Tone: widgets.Good, Button: button(n), Key: keyOf(n), OnTap: n.Run})
		},
	}
}

func button(n canvas.Told) string {
	if n.Run == nil {
		return ""
	}
	return n.Button
}

func keyOf(n canvas.Told) widgets.Keys {
	if n.Run != nil && n.Button == "Undo" {
		return "Ctrl+Z"
	}
	return ""
}

// Called is how a person is called on the screen: while the shield is closed, somebody who is on the map and not in the team goes by the code name.
func (r *Room) Called(p *workshop.Person) string {
	if r.config.NamesHidden == nil || !r.config.NamesHidden() || p.Team || p.Code == "" {
		return p.Name
	}
	name := p.Name
	r.config.Session.Read(func(w *workshop.Workshop) {
		for _, s := range workshop.All[workshop.Stakeholder](w) {
			if s.Person == p.ID {
				name = p.Code
			}
		}
	})
	return name
}

// refusal says in words which field was refused and why.
func refusal(err error) error {
	var bad *workshop.Invalid
	if errors.As(err, &bad) && bad.Field != "" {
		return errors.New(canvas.Words(bad.Field) + " " + bad.Reason)
	}
	return err
}

// refused tells why something was not kept.
func (r *Room) refused(err error) {
	text := "Nothing was changed: " + refusal(err).Error()
	if errors.Is(err, workshop.ErrReadOnly) {
		text = "This workshop is open for reading only; nothing was changed"
	}
	r.config.Frame.Notify(widgets.Notice{Text: text, Icon: "alert", Tone: widgets.Bad})
}
