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

// calendar writes the due dates, reviews and checks of a workshop where exports go, and says where that is.
func (a *App) calendar(id workshop.ID) {
	s, err := a.session(id)
	if err != nil {
		a.tell("The calendar could not be written", err)
		return
	}
	folder, now := a.prefs.Folder(), time.Now()
	if a.config.Now != nil {
		now = a.config.Now()
	}
	var path string
	run.Go(func(ctx context.Context) { path, err = exporting.Calendar(ctx, s, folder, now) }, func() {
		if err != nil {
			a.tell("The calendar could not be written", err)
			return
		}
		a.noteExports(id, "calendar", workshop.Team, path)
		a.shell.Notify(widgets.Notice{Text: "Due dates, reviews and checks are in " + filepath.Base(path), Icon: "cal", Tone: widgets.Good,
			Button: "Open the folder", OnTap: func() { a.reveal(folder) }})
	})
}
