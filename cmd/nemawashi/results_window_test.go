//go:build e2e

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// assessed makes a library with one kickoff, in which a round is closed that six leaders and nine of their people have answered.
func assessed(t *testing.T, path string) {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaikaku-kickoff-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	questions, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open(path, library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	_, err = lib.Create(func(e *workshop.Edit) error {
		if err := template.Instantiate(e, plan, template.Options{Title: plan.Title, Start: "2026-11-17"}); err != nil {
			return err
		}
		e.Add(&workshop.Person{Name: "Lena Vogt", Team: true})
		round := e.Add(&workshop.Round{Title: "Round one", Date: "2026-11-02", Status: workshop.RoundClosed})
		for i := range 15 {
			r := &workshop.Response{Round: round, By: "report", Unit: "Day", Answers: map[string]workshop.Answer{}}
			if i < 6 {
				r.By, r.Unit, r.About = "self", "", fmt.Sprint("leader ", i)
			}
			for k, it := range questions[0].Items {
				r.Answers[it.ID] = workshop.Answer{Now: 1 + (i*(k+1))%3, Needed: 5}
			}
			e.Add(r)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestResultsByKeyboard looks the results of a closed round through, talks about them on the wall, makes actions of three gaps with an
// owner, and takes the last one back.
func TestResultsByKeyboard(t *testing.T) {
	home := t.TempDir()
	assessed(t, filepath.Join(home, "library.nemawashi"))
	s := launch(t, home)
	s.openOnly()
	s.command("Open Self-assessment")

	s.keys("ctrl+shift+v") // results
	for _, key := range []string{"s", "t", "u", "s"} {
		s.keys(key)
	}
	s.picture("results-1.png")
	s.keys("ctrl+shift+v", "Down", "Down") // answers
	s.picture("results-2.png")

	s.keys("ctrl+shift+v") // gaps
	for i := range 3 {
		for range i {
			s.keys("Down")
		}
		s.keys("a")
		s.types("len") // the owner has the keyboard: letters open and narrow
		s.quiet()
		s.keys("Return", "ctrl+Return")
		s.wait("did")
		for range i {
			s.keys("Up")
		}
	}
	s.quiet()
	s.keys("ctrl+z")
	s.wait("did")
	s.picture("results-3.png")

	s.keys("ctrl+shift+v") // discuss
	s.quiet()
	s.keys("ctrl+p")
	s.wait("present")
	wall := ""
	s.until("the window of the wall", func() bool {
		out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(s.cmd.Process.Pid)).Output()
		for _, w := range strings.Fields(string(out)) {
			name, _ := exec.Command("xdotool", "getwindowname", w).Output()
			if w != s.window && strings.Contains(string(name), "on the wall") {
				wall = w
			}
		}
		return wall != ""
	})
	s.tool("windowfocus", "--sync", wall)
	for _, key := range []string{"Right", "Right", "Right", "Left"} { // reveal, next, reveal, hide again
		s.quiet()
		s.keys(key)
		s.wait("wall")
	}
	s.tool("windowfocus", "--sync", s.window)
	s.quiet()
	s.keys("n") // from the room
	s.wait("wall")
	s.tool("windowfocus", "--sync", wall)
	s.keys("Escape")
	s.wait("present ended")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		actions := workshop.All[workshop.Action](w)
		if len(actions) != 2 {
			t.Fatalf("%d actions; three were made and one taken back", len(actions))
		}
		for _, a := range actions {
			owner := workshop.Find[workshop.Person](w, a.Owner)
			if owner == nil || owner.Name != "Lena Vogt" || a.Category != "experiment" || a.Due != a.Start.AddDays(assess.ExperimentDays) {
				t.Errorf("%+v", a)
			}
		}
		again := 0
		for _, v := range workshop.All[workshop.Review](w) {
			if v.ReviewKind == "90" && v.Held == "" && v.Planned >= actions[0].Start.AddDays(60) {
				again++
			}
		}
		if again == 0 {
			t.Error("no review asks to hold the assessment again")
		}
	})
}
