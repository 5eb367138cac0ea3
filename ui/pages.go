package ui

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/actions"
	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/people"
	"nemawashi.app/ui/resistance"
	"nemawashi.app/ui/room"
	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// goActions shows the actions of all workshops, the overdue ones first.
func (a *App) goActions() {
	a.shell.Go(actions.NewPage(actions.PageOptions{
		Board: actions.Options{
			Lister: a.lib, Sessions: a.session, Now: a.config.Now, Frame: a.shell,
			Open:  func(in, action workshop.ID) { a.open(in, action, workshop.KindAction) },
			Joint: a.rememberJoint, UndoJoint: func(s *workshop.Session) bool { return a.turnJoint(s, undone) }, Calendar: a.calendar,
		},
		Right: []fyne.CanvasObject{a.savedSign()},
	}))
}

// goChecks shows the actions of all workshops whose recurring check is due.
func (a *App) goChecks() {
	a.goActions()
	a.shell.RunCommand("actions.checksdue")
}

// savedSign says in the top bar of a list over all workshops how far saving is.
func (a *App) savedSign() fyne.CanvasObject {
	a.sign = shell.NewSavedIndicator(a.saves, a.notSaved)
	return a.sign
}

// notSaved tells why something is not on the disk.
func (a *App) notSaved(reason string) {
	a.shell.ShowError(shell.Trouble{Title: "Saving", What: reason})
}

// actionBoard is the register of a workshop. Who owns an action stands there by
// name: the shield is for those who are only on the map.
func (a *App) actionBoard(o *opened) room.Board {
	o.actions = actions.NewBoard(actions.Options{
		Session: o.session, Now: a.config.Now, Frame: a.shell,
		OpenSource: func(source workshop.ID) { a.openSource(o, source) }, Calendar: a.calendar,
	})
	return o.actions
}

// openAction shows an action in the register of its workshop; Esc leads back from there.
func (a *App) openAction(o *opened, action workshop.ID) { a.openActionFrom(o, action, nil) }

// openActionFrom is openAction from a page over the room, which is closed and opens again like this.
func (a *App) openActionFrom(o *opened, action workshop.ID, page func()) {
	o.page.Visit(func() { a.show(o, action, workshop.KindAction) }, page)
}

// openSource shows what an action came from, or serves; Esc leads back to the action.
func (a *App) openSource(o *opened, source workshop.ID) {
	var k workshop.Kind
	o.session.Read(func(w *workshop.Workshop) {
		if r := w.Find(source); r != nil {
			k = r.Kind()
		}
	})
	o.page.Visit(func() {
		switch k {
		case workshop.KindStakeholder:
			a.openMap(o, source)
		case "": // a statement of the self-assessment
			o.page.GoToPart("assessment", string(source))
		default:
			a.show(o, source, k)
		}
	}, nil)
}

func (a *App) goPeople() {
	a.shell.Go(people.NewPage(people.PageOptions{
		Board: people.Options{
			Lister: a.lib, Frame: a.shell, NamesHidden: a.shield.hidden,
			Open: func(in, person workshop.ID) { a.open(in, person, workshop.KindPerson) },
			Give: a.giveHeld, Erase: a.erase(),
		},
		Right: []fyne.CanvasObject{a.savedSign()},
	}))
}

func (a *App) peopleBoard(o *opened) room.Board {
	o.people = people.NewBoard(people.Options{Session: o.session, Frame: a.shell, NamesHidden: a.shield.hidden, Give: a.giveHeld, Erase: a.erase()})
	return o.people
}

// openMap opens the resistance map, with somebody in hand; "" for nobody in particular.
func (a *App) openMap(o *opened, somebody workshop.ID) {
	var page *resistance.Page
	give, erase := a.heldOfMap(o)
	page = resistance.New(resistance.Options{
		Give: give, Erase: erase,
		Session: o.session, Shell: a.shell, Names: &a.shield, Saves: a.saves, Export: a.export, Now: a.config.Now,
		Open: func(action workshop.ID) {
			in := page.Selected()
			a.shell.Back()
			a.openActionFrom(o, action, func() { a.openMap(o, in) })
		},
	})
	a.shell.Open(page)
	page.Select(somebody)
}

// export opens the dialog for the room in front.
func (a *App) export() {
	o := a.front()
	if o == nil {
		return
	}
	title := ""
	o.session.Read(func(w *workshop.Workshop) { title = w.Charter().Title })
	exporting.Show(exporting.Options{
		Shell: a.shell, Session: o.session, Title: title, Now: a.config.Now, Folder: a.prefs.Folder(), Chosen: a.prefs.SetFolder,
		Browse: a.browse, Reveal: a.reveal, Blob: a.lib.Blob, Flush: a.flush, Templates: a.config.Templates,
		Written: func(paths []string, audience workshop.Audience) {
			a.noteExports(o.session.ID(), "export", audience, paths...)
		},
	})
}

// noteExports keeps which files were made, for whoever asks later where somebody's data went. That cannot be kept is said nowhere: the files
// are there, which is what was asked for.
func (a *App) noteExports(id workshop.ID, what string, audience workshop.Audience, paths ...string) {
	for _, p := range paths {
		if err := a.lib.NoteExport(library.Export{Workshop: id, Path: p, What: what, Audience: string(audience)}); err != nil {
			a.config.Log("an export was not noted")
		}
	}
}

// flush saves what is typed; a library that is only read has nothing to save.
func (a *App) flush() error {
	if a.lib.ReadOnly() {
		return nil
	}
	return a.lib.Flush()
}
