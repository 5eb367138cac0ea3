package main

import (
	"fmt"

	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// answerCounts are with how many leaders and as many of their people results are looked at: one, one too few, just enough, some and many.
var answerCounts = []int{1, 4, 5, 12, 500}

// roundFaces are the views of the board of self-assessments, and the keys that go to what is not in front at first.
var roundFaces = []struct {
	name string
	view int
	then []string
}{{"results", 1, nil}, {"others", 1, []string{"rounds.who", "rounds.axes", "rounds.before"}}, {"answers", 2, nil}, {"gaps", 3, nil}, {"discuss", 4, nil}, {"revealed", 4, []string{"rounds.reveal"}}}

// manyRounds are results of so many answers: "many-results-12" and so on. The readout of the same workshops is written with the command line
// tool, from the library that -library keeps.
func manyRounds(lib *library.Library, plan *template.Template) ([]screen, error) {
	var out []screen
	for _, n := range answerCounts {
		id, err := answeredBy(lib, plan, n)
		if err != nil {
			return nil, err
		}
		for _, f := range roundFaces {
			out = append(out, screen{name: fmt.Sprintf("many-%s-%d", f.name, n), crowd: true, show: func(a *ui.App) {
				a.OpenWorkshop(id)
				a.ShowBoard("assessment")
				for range f.view {
					a.Shell().RunCommand("board.view")
				}
				for _, c := range f.then {
					a.Shell().RunCommand(c)
				}
			}})
		}
	}
	return out, nil
}

// answeredBy is a workshop with two closed rounds, each answered by so many leaders and as many of their people in units of very different size.
func answeredBy(lib *library.Library, plan *template.Template, n int) (workshop.ID, error) {
	all, err := assess.Builtin()
	if err != nil {
		return "", err
	}
	units := []string{"Early shift", "Late shift", "夜勤の検査と出荷を担う班"}
	return lib.Create(func(e *workshop.Edit) error {
		if err := template.Instantiate(e, plan, template.Options{Title: fmt.Sprintf("Answers of %d", n), Start: "2026-11-17"}); err != nil {
			return err
		}
		for round, date := range []workshop.Date{"2026-05-04", "2026-11-02"} {
			r := &workshop.Round{Title: fmt.Sprintf("Leader engagement, round %d", round+1), Date: date, Status: workshop.RoundClosed}
			all[0].Keep(r)
			id := e.Add(r)
			answer := func(by, about, unit string, i, shift int) {
				x := &workshop.Response{Round: id, By: by, About: about, Unit: unit, Answers: map[string]workshop.Answer{}}
				for k, it := range all[0].Items {
					now := 1 + (i*(3+k%4)+k*k+shift)%(2+k%4)
					x.Answers[it.ID] = workshop.Answer{Now: now, Needed: min(5, 3+k%3+(i+k)%2)}
				}
				e.Add(x)
			}
			for i := range n {
				answer(assess.BySelf, fmt.Sprint("leader ", i), "", i, round+1)
				answer(assess.ByReport, "", units[min(i*i/max(1, n), 2)], i, round)
			}
		}
		return nil
	})
}
