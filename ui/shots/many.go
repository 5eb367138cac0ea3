package main

import (
	"fmt"
	"path"
	"slices"
	"time"

	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/sample"
	"nemawashi.app/workshop/template"
)

// counts are with how many records of each kind boards are looked at.
var counts = []int{0, 1, 12, 200}

// faces are the boards that are filled, and how many views each has.
var faces = []struct {
	board string
	views int
}{{"goals", 2}, {"commitments", 3}, {"measures", 1}, {"reviews", 2}, {"ideas", 2}, {"communication", 1}, {"technology", 1}, {"gates", 1}}

// many are all boards with no record, with one, with some and with many: "many-goals-12", and "many-goals-2-12" of its second view.
func many(lib *library.Library, set *template.Set, now time.Time) ([]screen, error) {
	t, ok := set.ByID("kaikaku-kickoff-2")
	if !ok {
		return nil, fmt.Errorf("there is no template to fill")
	}
	today := workshop.DateOf(now)
	out, err := maps(lib, t, today)
	if err != nil {
		return nil, err
	}
	for _, n := range counts {
		id, err := filled(lib, t, n, today)
		if err != nil {
			return nil, err
		}
		for _, f := range faces {
			for view := range f.views {
				name := fmt.Sprintf("many-%s-%d", f.board, n)
				if view > 0 {
					name = fmt.Sprintf("many-%s-%d-%d", f.board, view+1, n)
				}
				out = append(out, screen{name: name, show: func(a *ui.App) {
					a.OpenWorkshop(id)
					a.ShowBoard(f.board)
					for range view {
						a.Shell().RunCommand("board.view")
					}
				}})
			}
		}
	}
	return out, nil
}

// filled is a workshop with so many records on every board, without the reviews that its template plans.
func filled(lib *library.Library, t *template.Template, n int, today workshop.Date) (workshop.ID, error) {
	id, err := lib.Create(func(e *workshop.Edit) error {
		return template.Instantiate(e, t, template.Options{Title: fmt.Sprintf("With %d records", n), Start: today.AddDays(-2)})
	})
	if err != nil {
		return "", err
	}
	s, err := lib.Session(id)
	if err != nil {
		return "", err
	}
	return id, s.Do("Fill", func(e *workshop.Edit) error {
		for _, r := range workshop.All[workshop.Review](e.Workshop()) {
			if err := e.Delete(r.ID); err != nil {
				return err
			}
		}
		c, err := workshop.Modify[workshop.Charter](e, id)
		if err != nil {
			return err
		}
		c.Currency = "EUR"
		return sample.Boards(e, n, today)
	})
}

// chosen are the screens to draw: all of them, or those of the names given.
func chosen(all []screen, only []string) []screen {
	if len(only) == 0 {
		return slices.DeleteFunc(all, func(s screen) bool { return s.asked })
	}
	fits := func(pattern, name string) bool {
		ok, err := path.Match(pattern, name)
		return ok && err == nil
	}
	return slices.DeleteFunc(all, func(s screen) bool {
		return !slices.ContainsFunc(only, func(pattern string) bool { return fits(pattern, s.name) })
	})
}
