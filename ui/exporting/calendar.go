package exporting

import (
	"context"
	"path/filepath"
	"time"

	"nemawashi.app/export/calendar"
	"nemawashi.app/workshop"
)

// Calendar writes the due dates, reviews and recurring checks of workshops as one calendar into a folder, and returns the
// file's path. It is work for the background: it only reads the sessions. The file keeps its name through the day and is
// written anew: its entries have stable ids, so taking it in again changes them.
func Calendar(ctx context.Context, sessions []*workshop.Session, folder string, now time.Time) (string, error) {
	in := calendar.Input{Now: now}
	named := &workshop.Charter{Title: "All workshops"}
	for _, s := range sessions {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		in.Views = append(in.Views, s.View(workshop.Team))
	}
	if len(in.Views) == 1 {
		named = &in.Views[0].Charter
	}
	path := filepath.Join(folder, FileName(named, "calendar", now)+".ics")
	return path, calendar.WriteFile(path, in)
}
