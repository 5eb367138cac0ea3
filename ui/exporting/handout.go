package exporting

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"nemawashi.app/export/readout"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Handout writes the agenda for participants into a folder, under a name that is
// free there, and returns its path. It is work for the background: it only reads
// the session.
func Handout(ctx context.Context, s *workshop.Session, set *template.Set, folder string, now time.Time) (string, error) {
	view := s.View(workshop.Team)
	path := Free(filepath.Join(folder, FileName(&view.Charter, "agenda", now)+".pdf"))
	return path, readout.WriteAgendaFile(ctx, path, readout.Input{View: view, Today: workshop.DateOf(now), Now: now, Templates: set})
}

// Free is a path, or the first like it at which there is nothing yet.
func Free(base string) string {
	path := base
	for i := 2; ; i++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = numbered(base, i)
	}
}
