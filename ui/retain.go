package ui

import (
	"context"
	"strings"

	"nemawashi.app/ui/home"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// keepLonger sets the retention date of a workshop to a year from today.
func (a *App) keepLonger(id workshop.ID) {
	s, err := a.session(id)
	until := workshop.DateOf(a.today().Time().AddDate(1, 0, 0))
	if err == nil {
		err = s.Do("Keep a year longer", func(e *workshop.Edit) error {
			c, err := workshop.Modify[workshop.Charter](e, id)
			if err != nil {
				return err
			}
			c.RetainUntil = until
			return nil
		})
	}
	if err != nil {
		a.tell("The date was not changed", err)
		return
	}
	a.shell.Notify(widgets.Notice{Icon: "clock", Text: "It is kept until " + until.Time().Format("2 January 2006")})
	a.homeAgain()
}

// homeAgain reads Home anew, where that is in front.
func (a *App) homeAgain() {
	if _, home := a.shell.Page().(*home.Page); home {
		a.goHome()
	}
}

// eraseMap asks, and erases the map of a workshop with all who are on nothing but that.
func (a *App) eraseMap(r library.Retained) {
	a.shell.Ask(shell.Question{Title: "Erase the resistance map of " + r.Title + "?", Yes: "Erase", Danger: true,
		Text: "Every entry goes with all its ratings, and so does everybody who is only on the map, with the name in every text. Actions stay, without what they came from. This cannot be undone, and neither can what was done before in this workshop. Earlier backups hold it still.",
		OnYes: func() {
			var what workshop.Erased
			var err error
			progress := a.shell.ShowProgress("Erasing", nil)
			progress.Set(0.5, "The whole library is written anew")
			run.Go(func(context.Context) { what, err = a.lib.EraseMap(r.Workshop) }, func() {
				progress.Close()
				a.config.Log("erased a map")
				if err != nil {
					a.tell("The map may not be erased everywhere", err)
					return
				}
				goes, _ := library.Said(what)
				a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: "Erased: " + strings.Join(goes, ", ")})
				a.homeAgain()
			})
		}})
}

// goContacts shows the map with the oldest next contact that is due.
func (a *App) goContacts() {
	in, entry, err := a.lib.ContactDue(a.today())
	if err != nil {
		a.tell("The library could not be read", err)
		return
	}
	a.OpenWorkshop(in)
	if o := a.rooms[in]; o != nil {
		a.openMap(o, entry)
	}
}
