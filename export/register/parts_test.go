package register

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// TestOneFilePerOwnerComesBackTogether writes a file for each owner, lets each of them change their own, and takes all back in one plan.
func TestOneFilePerOwnerComesBackTogether(t *testing.T) {
	s := plant(t)
	in := input(workshop.Team, s, second(t))
	parts := ByOwner(in)
	var owners []string
	seen := map[workshop.ID]int{}
	for _, p := range parts {
		owners = append(owners, p.Owner)
		n := 0
		for _, v := range p.Input.Views {
			for _, a := range v.Actions {
				seen[v.ID+"/"+a.ID]++
				n++
			}
		}
		if n != p.Actions || p.Open > n {
			t.Errorf("%s: %d actions, says %d, %d of them open", p.Owner, n, p.Actions, p.Open)
		}
	}
	if want := []string{"Aiko Sato", "Maria Keller (Logistics)", "Maria Keller (Quality)", "Tom Rivera", ""}; !slices.Equal(owners, want) {
		t.Fatalf("owners %q, want %q", owners, want)
	}
	for _, v := range in.Views {
		for _, a := range v.Actions {
			if seen[v.ID+"/"+a.ID] != 1 {
				t.Errorf("%s of %s is in %d files", a.Label(), v.ID, seen[v.ID+"/"+a.ID])
			}
		}
	}
	folder := t.TempDir()
	paths, err := WriteParts(context.Background(), filepath.Join(folder, "Norvik Pumps, 2026-11-22.xlsx"), parts, nil)
	must(t, err)
	changed := map[string]string{} // the progress that each file brings, by title
	for i, path := range paths {
		name := filepath.Base(path)
		for _, word := range []string{"Maria", "Tom", "Aiko", "Keller", "P-"} {
			if strings.Contains(name, word) {
				t.Errorf("the name %q names somebody", name)
			}
		}
		f, err := excelize.OpenFile(path)
		must(t, err)
		rows, err := f.GetRows("Actions")
		must(t, err)
		for _, r := range rows[1:] {
			if len(parts[i].Owner) > 0 && !slices.Contains(r, parts[i].Owner) {
				t.Errorf("%s holds a row of somebody else: %q", name, r)
			}
		}
		if len(rows) != parts[i].Actions+1 {
			t.Errorf("%s has %d rows, want %d", name, len(rows)-1, parts[i].Actions)
		}
		if parts[i].Owner != "Aiko Sato" {
			for _, sheet := range f.GetSheetList() {
				all, err := f.GetRows(sheet)
				must(t, err)
				for _, r := range all {
					if slices.ContainsFunc(r, func(c string) bool { return strings.Contains(c, "Aiko Sato") }) {
						t.Errorf("%s, %s names somebody of a workshop that the owner has no part in", name, sheet)
					}
				}
			}
		}
		column, title := slices.Index(rows[0], "Latest update"), slices.Index(rows[0], "Action")
		at, err := excelize.CoordinatesToCellName(column+1, 2)
		must(t, err)
		must(t, f.SetCellValue("Actions", at, "changed by "+parts[i].Owner))
		changed[rows[1][title]] = "changed by " + parts[i].Owner
		must(t, f.Save())
		must(t, f.Close())
	}
	slices.Reverse(paths) // in whatever order they come back
	var copies []*exchange.Copy
	for _, path := range paths {
		c, err := Read(context.Background(), path)
		must(t, err)
		copies = append(copies, c)
	}
	var plan *exchange.Plan
	s.Read(func(w *workshop.Workshop) { plan = exchange.NewPlan(w, copies...) })
	n := plan.Counts()
	if n != (exchange.Counts{Values: len(paths) - 1}) { // one of them is of the other workshop
		t.Fatalf("the plan: %+v", n)
	}
	must(t, exchange.ApplyAll([]*workshop.Session{s}, []*exchange.Plan{plan}, "Take back", today))
	s.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if want, ok := changed[a.Title]; ok && a.Update != want {
				t.Errorf("%s: %q, want %q", a.Label(), a.Update, want)
			}
		}
	})
}

func TestOneFilePerOwnerOfNothing(t *testing.T) {
	in := input(workshop.Team, newWorkshop(t, "empty", func(e *workshop.Edit) { e.Add(&workshop.Charter{Title: "Empty"}) }))
	paths, err := WriteParts(context.Background(), filepath.Join(t.TempDir(), "x.xlsx"), ByOwner(in), nil)
	if !errors.Is(err, ErrNoActions) || len(paths) != 0 {
		t.Errorf("%q, %v", paths, err)
	}
}
