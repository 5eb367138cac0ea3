//go:build e2e

package main

import (
	"context"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// handedOut makes a library with two actions, a register of it in which an
// owner has typed, and a change in the app after that.
func handedOut(t *testing.T, path, sheet string) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	lib, err := library.Open(path, library.Options{Author: "test"})
	must(err)
	id, err := lib.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover"})
		p := e.Add(&workshop.Person{Name: "Maria Keller", Team: true})
		e.Add(&workshop.Action{Title: "Move the tool", Owner: p, Due: "2026-12-01", Status: workshop.ActionOpen})
		e.Add(&workshop.Action{Title: "Label lanes", Owner: p, Progress: 20, Status: workshop.ActionStarted})
		return nil
	})
	must(err)
	s, err := lib.Session(id)
	must(err)
	now := time.Now()
	must(register.WriteFile(context.Background(), sheet, register.Input{Views: []*workshop.View{s.View(workshop.Team)}, Today: workshop.DateOf(now), Now: now}))
	f, err := excelize.OpenFile(sheet)
	must(err)
	must(f.SetCellValue("Actions", "D2", "24.12.2026"))
	must(f.SetCellValue("Actions", "F3", 60))
	must(f.SetCellValue("Actions", "B4", "Order labels"))
	must(f.Save())
	must(f.Close())
	must(s.Do("go on", func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, workshop.IDOf(e.Workshop().Records(workshop.KindAction)[1]))
		if err == nil {
			a.Progress = 40
		}
		return err
	}))
	must(lib.Close())
}

// A spreadsheet comes back: chosen by its path, reviewed and applied by keys.
func TestASpreadsheetIsTakenBack(t *testing.T) {
	home := t.TempDir()
	sheet := filepath.Join(home, "back.xlsx")
	handedOut(t, filepath.Join(home, "library.nemawashi"), sheet)
	s := launch(t, home)
	s.wait("home")
	s.keys("ctrl+shift+e")
	s.types(sheet)
	s.keys("Return")
	s.wait("takeback")
	s.titled("Take back a spreadsheet")
	s.picture("8-takeback.png")
	s.keys("Right") // the conflict: take what the sheet has
	s.keys("ctrl+Return")
	s.wait("taken back")
	s.picture("9-taken.png")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		a := workshop.All[workshop.Action](w)
		if len(a) != 3 || a[0].Due != "2026-12-24" || a[1].Progress != 60 || a[2].Title != "Order labels" {
			t.Errorf("%d actions: %+v", len(a), a)
		}
	})
}
