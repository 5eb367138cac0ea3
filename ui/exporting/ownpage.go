package exporting

import (
	"context"
	"path/filepath"
	"time"

	"nemawashi.app/export/readout"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// OwnPage writes the page of one manager about a round into a folder, under a
// name that is free there and has no person's name in it, and returns its path.
// It is work for the background: it only reads the session.
func OwnPage(ctx context.Context, s *workshop.Session, round, manager workshop.ID, folder string, now time.Time) (string, error) {
	var own *assess.Own
	var name string
	var err error
	s.Read(func(w *workshop.Workshop) {
		r, p := workshop.Find[workshop.Round](w, round), workshop.Find[workshop.Person](w, manager)
		if r == nil || p == nil {
			err = workshop.ErrNotFound
			return
		}
		name = p.Name
		var q *assess.Questionnaire
		if q, err = assess.Held(r); err == nil {
			own, err = assess.OwnOf(w, round, q, assess.AboutOf(w, round, p))
		}
	})
	if err != nil {
		return "", err
	}
	view := s.View(workshop.Team)
	path := Free(filepath.Join(folder, FileName(&view.Charter, "own page", now)+".pdf"))
	return path, readout.WriteOwnFile(ctx, path, readout.Input{View: view, Today: workshop.DateOf(now), Now: now}, own, name)
}
