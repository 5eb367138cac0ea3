package main

import (
	"os"
	"path/filepath"

	"nemawashi.app/export/form"
	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// filling are the screens of somebody who answers a self-assessment: in the middle, at the look over all answers, and at the end.
func filling(of workshop.ID) []screen {
	show := func(name string, by string, answered int, then ...string) screen {
		return screen{name: name, show: func(a *ui.App) {
			a.FillIn(handedOut(a, of, by, answered))
			for _, id := range then {
				a.Shell().RunCommand(id)
			}
		}}
	}
	return []screen{
		show("assess", assess.BySelf, 6, "fill.level.2", "fill.level.4"),
		show("assess-report", assess.ByReport, 12),
		show("assess-overview", assess.BySelf, 14, "fill.all"),
		show("assess-sent", assess.BySelf, 20, "fill.finish"),
	}
}

// handedOut writes an assessment file with so many answers and returns its path.
func handedOut(a *ui.App, of workshop.ID, by string, answered int) string {
	session, err := a.Session(of)
	if err != nil {
		panic(err)
	}
	var s *assess.Sheet
	session.Read(func(w *workshop.Workshop) {
		round := workshop.All[workshop.Round](w)[0]
		q, err := assess.Held(round)
		if err != nil {
			panic(err)
		}
		s = assess.NewSheet(w, round, q, by, "", "Ingrid Solberg", "")
	})
	for i, it := range s.Questionnaire.Items[:answered] {
		if i == 4 {
			s.Unobserve(it.ID, true)
			continue
		}
		s.Answer(it.ID, workshop.Answer{Now: 1 + i%3, Needed: 4, Evidence: map[int]string{1: "Tuesday round, missed for a month"}[i]})
	}
	folder, err := os.MkdirTemp("", "nemawashi-shots")
	if err != nil {
		panic(err)
	}
	path := filepath.Join(folder, "Leader engagement round 1 - Cedar.nema")
	if err := form.WriteSheet(path, s); err != nil {
		panic(err)
	}
	return path
}
