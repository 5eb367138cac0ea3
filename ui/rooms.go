package ui

import (
	"fmt"

	"nemawashi.app/ui/actions"
	"nemawashi.app/ui/people"
	"nemawashi.app/ui/photos"
	"nemawashi.app/ui/room"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
)

// opened is a workshop's room.
type opened struct {
	session *workshop.Session
	page    *room.Room
	actions *actions.Board // nil until it is wanted
	people  *people.Board  // the same
	photos  *photos.Board  // the same
}

// OpenWorkshop opens the room of a workshop, with names hidden. Back leads to
// the place in the rail that it was opened from.
func (a *App) OpenWorkshop(id workshop.ID) {
	o, err := a.room(id)
	if err != nil {
		a.tell("The workshop could not be opened", err)
		return
	}
	a.shield.Show(false)
	if pages := a.shell.Pages(); len(pages) > 1 {
		a.shell.Open(pages[0])
	}
	a.shell.Open(o.page)
	a.config.Log("room")
}

// room makes the room of a workshop, or finds the one made before.
func (a *App) room(id workshop.ID) (*opened, error) {
	if o := a.rooms[id]; o != nil {
		return o, nil
	}
	s, err := a.session(id)
	if err != nil {
		return nil, err
	}
	o := &opened{session: s}
	o.page = room.New(room.Config{
		Frame: a.shell, Session: s, Templates: a.config.Templates, Saved: a.saves, Now: a.config.Now,
		Boards: a.boards(o), Export: a.export, Handout: func() { a.handout(o) }, OpenAction: func(action workshop.ID) { a.openAction(o, action) },
		Joint: func(redo bool) bool {
			if redo {
				return a.turnJoint(s, doneAgain)
			}
			return a.turnJoint(s, undone)
		},
		OwnPage:     func(round, manager workshop.ID) { a.ownPage(o, round, manager) },
		NamesHidden: a.shield.hidden, HideNames: func(hide bool) { a.shield.Show(!hide) },
		Rounds: a.roundDesk(o), Present: func() { a.present(o) }, Moved: func() { a.presented.follow(o) },
	})
	a.rooms[id] = o
	a.shield.Watch(o.page.NamesChanged)
	s.Subscribe(func(workshop.Event) { a.config.Log("did") })
	return o, nil
}

// session opens a workshop and remembers whether it is the one that was worked
// on last.
func (a *App) session(id workshop.ID) (*workshop.Session, error) {
	s, err := a.lib.Session(id)
	if err == nil && !a.heard[id] {
		a.heard[id] = true
		s.Subscribe(func(workshop.Event) { run.Main(func() { a.changed = s }) })
	}
	return s, err
}

// renamed shows people as they are called now, after the shield was opened or
// closed. The resistance map listens for itself.
func (a *App) renamed() {
	for _, o := range a.rooms {
		o.page.NamesChanged()
	}
	switch p := a.shell.Page(); p.ID() {
	case "actions", "people":
		p.Shown()
	}
}

// boards are the boards of a room that have a package of their own.
func (a *App) boards(o *opened) []room.BoardEntry {
	count := func(k workshop.Kind) func(*workshop.Workshop) string {
		return func(w *workshop.Workshop) string {
			if n := len(w.Records(k)); n > 0 {
				return fmt.Sprint(n)
			}
			return ""
		}
	}
	return []room.BoardEntry{
		{ID: "resistance", Title: "Resistance map", Icon: "map", Kind: workshop.KindStakeholder, Mark: "eyeoff", Open: func() { a.openMap(o, "") }},
		{ID: "actions", Title: "Actions", Icon: "action", Kind: workshop.KindAction, Count: count(workshop.KindAction), Make: func() room.Board { return a.actionBoard(o) }},
		{ID: "people", Title: "People", Icon: "people", Private: true, Kind: workshop.KindPerson, Count: count(workshop.KindPerson), Make: func() room.Board { return a.peopleBoard(o) }},
		{ID: "photos", Title: "Photos", Icon: "camera", Kind: workshop.KindPhoto, Count: photos.Count, Make: func() room.Board { return a.photoBoard(o) }},
	}
}

// rateAgain opens the map of the workshop whose ratings are the most in need.
func (a *App) rateAgain() {
	list, err := a.lib.Workshops()
	if err != nil {
		a.tell("The library could not be read", err)
		return
	}
	var most workshop.ID
	stale := 0
	for _, s := range list {
		if s.Stale > stale {
			most, stale = s.ID, s.Stale
		}
	}
	if most == "" {
		return
	}
	a.OpenWorkshop(most)
	if o := a.rooms[most]; o != nil {
		a.openMap(o, "")
	}
}

var _ room.Frame = (*shell.Shell)(nil)
