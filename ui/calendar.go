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

// calendar writes the due dates, reviews and checks of a workshop, or of all for "", where exports go, and says where that is.
func (a *App) calendar(of workshop.ID) {
	folder, now := a.prefs.Folder(), time.Now()
	if a.config.Now != nil {
		now = a.config.Now()
	}
	var path string
	var err error
	var sessions []*workshop.Session
	run.Go(func(ctx context.Context) {
		if sessions, err = a.sessionsOf(of); err == nil {
			path, err = exporting.Calendar(ctx, sessions, folder, now)
		}
	}, func() {
		if err != nil {
			a.tell("The calendar could not be written", err)
			return
		}
		for _, s := range sessions {
			a.noteExports(s.ID(), "calendar", workshop.Team, path)
		}
		a.shell.Notify(widgets.Notice{Text: "Due dates, reviews and checks are in " + filepath.Base(path), Icon: "cal", Tone: widgets.Good,
			Button: "Open the folder", OnTap: func() { a.reveal(folder) }})
	})
}

// sessionsOf are the session of a workshop, or those of all for "". It may be called in the background.
func (a *App) sessionsOf(id workshop.ID) ([]*workshop.Session, error) {
	ids := []workshop.ID{id}
	if id == "" {
		all, err := a.lib.Workshops()
		if err != nil {
			return nil, err
		}
		ids = nil
		for _, w := range all {
			ids = append(ids, w.ID)
		}
	}
	var out []*workshop.Session
	for _, id := range ids {
		s, err := a.lib.Session(id)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
