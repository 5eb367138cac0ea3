package actions

import (
	"time"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// Frame is what a board asks of the window around it.
type Frame interface {
	Notify(widgets.Notice)
	ShowError(shell.Trouble) *shell.Dialog
	ShowDialog(*shell.Dialog)
	RefreshHints()
}

// Lister lists what all workshops have; the library does.
type Lister interface {
	Actions(library.Filter) ([]library.ActionLine, error)
	People() ([]library.PersonLine, error)
	Promises() ([]library.PromiseLine, error)
}

// Options are what a board works on.
type Options struct {
	// Session is the workshop whose actions are shown. Without one the board shows those of all workshops, from the Lister.
	Session *workshop.Session
	Lister  Lister
	// Sessions opens the workshop of a row, to change an action from the list of all; Open shows it there.
	Sessions func(workshop.ID) (*workshop.Session, error)
	Open     func(in, action workshop.ID)
	// Joint remembers that a step was made in several workshops at once, with their titles, so that one undo takes all of it back; UndoJoint
	// takes back the newest such step of which this session's newest step is a part, and says whether there was one. Without them the list of
	// all workshops changes one at a time.
	Joint     func(label string, sessions []*workshop.Session, titles []string)
	UndoJoint func(*workshop.Session) bool
	// Calendar writes the due dates, reviews and checks of a workshop, or of all for "", for a calendar program; nil while there is no place for that.
	Calendar func(of workshop.ID)
	// OpenSource shows the card, step or map that an action came from; nil while there is no place for that.
	OpenSource func(source workshop.ID)
	// NamesHidden says whether people go by their code names now; nil means never.
	NamesHidden func() bool
	Now         func() time.Time // nil: the clock
	Frame       Frame
}

func (o Options) today() workshop.Date {
	if o.Now == nil {
		return workshop.DateOf(time.Now())
	}
	return workshop.DateOf(o.Now())
}

func (o Options) hidden() bool { return o.NamesHidden != nil && o.NamesHidden() }

// all says that the board shows the actions of all workshops.
func (o Options) all() bool { return o.Session == nil }
