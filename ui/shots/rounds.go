package main

import (
	"os"
	"path/filepath"

	"nemawashi.app/export/form"
	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// roundScreens are the screens of a round: its plan, its forms, and what came back.
func roundScreens(of workshop.ID) []screen {
	board := func(then ...string) func(*ui.App) {
		return func(a *ui.App) {
			openRound(a, of)
			a.OpenWorkshop(of)
			a.ShowBoard("assessment")
			for _, id := range then {
				a.Shell().RunCommand(id)
			}
		}
	}
	return []screen{
		{name: "rounds-open", show: board()},
		{name: "round-plan", show: board("rounds.plan")},
		{name: "round-handout", show: board("rounds.handout")},
		{name: "round-close", show: board("rounds.close")},
		{name: "round-collect", show: func(a *ui.App) {
			openRound(a, of)
			a.OpenWorkshop(of)
			a.ShowBoard("assessment")
			a.Collect(cameBack(a, of))
		}},
	}
}

// openRound plans a second round, once for all pictures, and opens it.
func openRound(a *ui.App, of workshop.ID) {
	s, err := a.Session(of)
	if err != nil {
		panic(err)
	}
	err = s.Do("A second round", func(e *workshop.Edit) error {
		for _, r := range workshop.All[workshop.Round](e.Workshop()) {
			if !r.Closed() {
				return nil
			}
		}
		all, err := assess.Builtin()
		if err != nil {
			return err
		}
		r := &workshop.Round{Title: "Leader engagement, round 2", Date: "2027-01-11", Closes: "2027-01-22", Status: workshop.RoundOpen, MinGroup: 5, ReportsAsked: 24, PeersAsked: 9}
		for _, p := range workshop.All[workshop.Person](e.Workshop())[:6] {
			r.Managers = append(r.Managers, p.ID)
		}
		all[0].Keep(r)
		e.Add(r)
		return nil
	})
	if err != nil {
		panic(err)
	}
}

// cameBack is a folder with what came back of the second round.
func cameBack(a *ui.App, of workshop.ID) string {
	folder, err := os.MkdirTemp("", "nemawashi-shots")
	if err != nil {
		panic(err)
	}
	s, err := a.Session(of)
	if err != nil {
		panic(err)
	}
	put := func(name, by, copy string, person, answered int, finished bool) {
		var sheet *assess.Sheet
		s.Read(func(w *workshop.Workshop) {
			var round *workshop.Round
			for _, r := range workshop.All[workshop.Round](w) {
				if !r.Closed() {
					round = r
				}
			}
			q, err := assess.Held(round)
			if err != nil {
				panic(err)
			}
			sheet = assess.NewSheet(w, round, q, by, string(round.Managers[person]), "", "")
		})
		for i, it := range sheet.Questionnaire.Items[:answered] {
			sheet.Answer(it.ID, workshop.Answer{Now: 1 + (i+len(name))%4, Needed: 4})
		}
		sheet.Copy, sheet.Finished = copy, finished
		if err := form.WriteSheet(filepath.Join(folder, name), sheet); err != nil {
			panic(err)
		}
	}
	put("Cedar - answers.nema", assess.BySelf, "a", 0, 20, true)
	put("Alder - answers.nema", assess.BySelf, "b", 1, 20, true)
	put("Alder - answers (1).nema", assess.BySelf, "c", 1, 20, true)
	put("direct reports of Cedar - answers.nema", assess.ByReport, "d", 0, 20, true)
	put("direct reports of Cedar - answers (2).nema", assess.ByReport, "e", 0, 20, true)
	put("direct reports of Cedar.nema", assess.ByReport, "f", 0, 13, false)
	put("peers of Alder.nema", assess.ByPeer, "", 1, 0, false)
	if err := os.WriteFile(filepath.Join(folder, "minutes of the meeting.xlsx"), []byte("Dear colleagues,"), 0o600); err != nil {
		panic(err)
	}
	return folder
}
