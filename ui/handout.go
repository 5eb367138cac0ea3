package ui

import (
	"context"
	"path/filepath"
	"time"

	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// handout writes the agenda for participants where exports go, and says where
// that is.
func (a *App) handout(o *opened) {
	folder, now := a.prefs.Folder(), time.Now()
	if a.config.Now != nil {
		now = a.config.Now()
	}
	var path string
	var err error
	run.Go(func(ctx context.Context) {
		path, err = exporting.Handout(ctx, o.session, a.config.Templates, folder, now)
	}, func() {
		if err != nil {
			a.tell("The agenda could not be written", err)
			return
		}
		a.noteExports(o.session.ID(), "agenda", workshop.Team, path)
		a.shell.Notify(widgets.Notice{Text: "The agenda for participants is in " + filepath.Base(path), Icon: "check", Tone: widgets.Good,
			Button: "Open the folder", OnTap: func() { a.reveal(folder) }})
	})
}

// ownPage writes the page of one manager about a round where exports go, and says where that is, without a name.
func (a *App) ownPage(o *opened, round, manager workshop.ID) {
	folder, now := a.prefs.Folder(), time.Now()
	if a.config.Now != nil {
		now = a.config.Now()
	}
	var path string
	var err error
	run.Go(func(ctx context.Context) {
		path, err = exporting.OwnPage(ctx, o.session, round, manager, folder, now)
	}, func() {
		if err != nil {
			a.tell("The manager's page could not be written", err)
			return
		}
		a.config.Log("own page")
		a.noteExports(o.session.ID(), "manager's page", workshop.Team, path)
		a.shell.Notify(widgets.Notice{Text: "The manager's own page is in " + filepath.Base(path), Icon: "check", Tone: widgets.Good,
			Button: "Open the folder", OnTap: func() { a.reveal(folder) }})
	})
}
