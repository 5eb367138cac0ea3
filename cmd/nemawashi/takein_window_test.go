//go:build e2e

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// A list that somebody made without the app is taken in by keys alone: its
// columns are named, what comes of it is reviewed, and one Ctrl+Z takes it back.
func TestAListIsTakenIn(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "library.nemawashi")
	lib, err := library.Open(file, library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover"})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(home, "list.csv")
	if err := os.WriteFile(list, []byte("Plan;;;\nNr.;Thema;Wer;Bis wann\n1;Move the tool;Tom Rivera;24.12.2026\n2;Label lanes;Maria Keller;bald\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := launch(t, home)
	s.wait("home")
	s.keys("ctrl+shift+l")
	s.types(list)
	s.keys("Return")
	s.wait("takein")
	s.titled("Take in an action list")
	s.wait("list read")
	s.keys("Down", "Right") // the second column is the action
	s.wait("list read")
	s.picture("takein.png")
	s.keys("ctrl+Return")
	s.wait("takeback")
	s.keys("ctrl+Return")
	s.wait("taken in")
	s.keys("ctrl+z")
	s.wait("did")
	s.keys("ctrl+y")
	s.wait("did")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		a := workshop.All[workshop.Action](w)
		if len(a) != 2 || a[0].Title != "Move the tool" || a[0].Due != "2026-12-24" || a[1].Title != "Label lanes" || a[1].Due != "" || len(workshop.All[workshop.Person](w)) != 2 {
			t.Errorf("%d actions: %+v", len(a), a)
		}
	})
}
