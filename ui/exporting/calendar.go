package exporting

import (
	"context"
	"path/filepath"
	"time"

	"nemawashi.app/export/calendar"
	"nemawashi.app/workshop"
)

// Calendar writes the due dates, reviews and recurring checks of a workshop for calendar programs into a folder, and
// returns the file's path. It is work for the background: it only reads the session. The file keeps its name from one
// time to the next and is written anew: its entries have stable ids, so taking it in again changes them.
func Calendar(_ context.Context, s *workshop.Session, folder string, now time.Time) (string, error) {
	view := s.View(workshop.Team)
	path := filepath.Join(folder, FileName(&view.Charter, "calendar", now)+".ics")
	return path, calendar.WriteFile(path, calendar.Input{View: view, Now: now})
}
