//go:build e2e

package main

import (
	"path/filepath"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// TestPicturedCanvases works the five whys by keyboard and drags a card across the field with the mouse, in the real window.
func TestPicturedCanvases(t *testing.T) {
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaizen-workshop-3")
	if !ok {
		t.Fatal("there is no such template")
	}
	home := t.TempDir()
	path := filepath.Join(home, "library.nemawashi")
	planned(t, path, plan)
	skipUntil(t, path, "Root cause")
	s := launch(t, home)
	s.openOnly()
	line := func(text string) {
		t.Helper()
		s.quiet()
		s.types(text)
		s.keys("Return")
		s.wait("did")
	}
	line("Line 3 stands")
	s.keys("Tab")
	line("The first piece waits | Line sheets #verified")
	line("The oven is cold #not-so | Timed")
	s.keys("Tab")
	line("Nobody tells the assembler")
	s.picture("whys.png")

	s.keys("ctrl+Next", "ctrl+Next")
	line("Preheat the oven =1 =5")
	s.picture("field.png")
	s.keys("Tab")
	s.quiet()
	s.keys("Right")
	s.wait("did")
	s.quiet()
	s.drag(511, 216, 914, 594) // from effort 2, impact 5 to effort 5, impact 1, in a window of 1280 x 800
	s.wait("did")
	s.picture("dragged.png")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		var whys, ideas []*workshop.Card
		for _, c := range workshop.All[workshop.Card](w) {
			switch c.Canvas {
			case "five-whys":
				whys = append(whys, c)
			case "pick":
				ideas = append(ideas, c)
			}
		}
		if len(whys) != 4 || whys[1].Parent != whys[0].ID || whys[2].Parent != whys[0].ID || whys[3].Parent != whys[2].ID ||
			whys[1].Cells["verified"] != true || whys[2].Cells["verified"] != false || whys[1].Text("evidence") != "Line sheets" {
			t.Errorf("the five whys are %+v", whys)
		}
		if len(ideas) != 1 || ideas[0].Text("verdict") != "kill" {
			t.Errorf("the idea that was dragged to the lower right corner is %+v", ideas)
		}
	})
}

// skipUntil skips all steps before the one of this title, so that the room opens there.
func skipUntil(t *testing.T, path, title string) {
	t.Helper()
	lib, err := library.Open(path, library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	all, err := lib.Workshops()
	if err != nil || len(all) != 1 {
		t.Fatalf("workshops %+v, %v", all, err)
	}
	session, err := lib.Session(all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := session.Do("Skip", func(e *workshop.Edit) error {
		for _, step := range e.Workshop().Agenda() {
			if step.Title == title {
				return nil
			}
			m, err := workshop.Modify[workshop.Step](e, step.ID)
			if err != nil {
				return err
			}
			m.Status = workshop.StepSkipped
		}
		t.Errorf("there is no step %q", title)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
