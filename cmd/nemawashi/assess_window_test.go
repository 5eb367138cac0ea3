//go:build e2e

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"nemawashi.app/export/form"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

// asked makes a library with an open round and the assessment file of one leader, and returns the leader.
func asked(t *testing.T, path, sheet string) workshop.ID {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	all, err := assess.Builtin()
	must(err)
	lib, err := library.Open(path, library.Options{Author: "test"})
	must(err)
	var lena, round workshop.ID
	id, err := lib.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Kickoff", Client: "Norvik Pumps"})
		lena = e.Add(&workshop.Person{Name: "Lena Vogt"})
		r := &workshop.Round{Title: "Leader engagement, round 1", Status: workshop.RoundOpen, Managers: []workshop.ID{lena}}
		all[0].Keep(r)
		round = e.Add(r)
		return nil
	})
	must(err)
	s, err := lib.Session(id)
	must(err)
	var out *assess.Sheet
	s.Read(func(w *workshop.Workshop) {
		r := workshop.Find[workshop.Round](w, round)
		out = assess.NewSheet(w, r, all[0], assess.BySelf, string(lena), "Lena Vogt", "")
	})
	must(form.WriteSheet(sheet, out))
	must(lib.Close())
	return lena
}

// TestALeaderAnswersAndTheFacilitatorCollects fills in a whole questionnaire by the keys 1 to 5 and Enter alone, in the app as somebody starts it who was
// sent a file, and takes the answers in where the round is.
func TestALeaderAnswersAndTheFacilitatorCollects(t *testing.T) {
	facilitator, leader := t.TempDir(), t.TempDir()
	sheet := filepath.Join(leader, "Cedar.nema")
	lena := asked(t, filepath.Join(facilitator, "library.nemawashi"), sheet)

	s := launchWith(t, leader, "--assess", sheet)
	s.wait("assess")
	s.picture("assess-1.png")
	for i := range 20 {
		s.tool("key", "--window", "0", "--delay", "15", fmt.Sprint(1+i%5), fmt.Sprint(5-i%3), "Return")
	}
	s.until("twenty answers on the disk", func() bool {
		kept, err := form.ReadSheet(sheet)
		return err == nil && kept.Dealt() == 20
	})
	s.picture("assess-2.png")
	s.keys("Return")
	s.wait("answers written")
	s.picture("assess-3.png")
	s.keys("Return")
	s.wait("stopped")
	for _, made := range []string{"data/nemawashi", "library.nemawashi"} {
		if _, err := os.Stat(filepath.Join(leader, made)); err == nil {
			t.Errorf("%s was made at the leader's", made)
		}
	}
	answers := filepath.Join(leader, "Cedar - answers.nema")

	s = launch(t, facilitator)
	s.openOnly()
	s.command("Collect answers")
	s.keys("ctrl+a")
	s.types(answers)
	s.keys("Return")
	s.wait("collect")
	s.picture("assess-4.png")
	s.keys("ctrl+Return")
	s.wait("collected")
	s.picture("assess-5.png")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		all := workshop.All[workshop.Response](w)
		if len(all) != 1 || all[0].By != assess.BySelf || all[0].About != string(lena) || len(all[0].Answers) != 20 {
			t.Fatalf("%d responses: %+v", len(all), all)
		}
		for i, it := range []string{"L1", "L2", "L3", "L4", "L5", "P1"} {
			if a := all[0].Answers[it]; a.Now != 1+i%5 || a.Needed != 5-i%3 {
				t.Errorf("%s is %+v", it, a)
			}
		}
	})
}
