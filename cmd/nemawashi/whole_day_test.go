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

// TestEveryStepIsRun runs the kickoffs and the workshops from their first step
// to their last in the real window, by keyboard alone: each step is started,
// something is captured on its canvas, and it is finished.
func TestEveryStepIsRun(t *testing.T) {
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"kaikaku-kickoff-1", "kaikaku-kickoff-2", "kaizen-workshop-1", "kaizen-workshop-3", "kaizen-workshop-5"} {
		t.Run(id, func(t *testing.T) {
			plan, ok := set.ByID(id)
			if !ok {
				t.Fatalf("there is no template %s", id)
			}
			home := t.TempDir()
			planned(t, filepath.Join(home, "library.nemawashi"), plan)
			s := launch(t, home)
			s.openOnly()
			typed := 0
			for p := range plan.Phases {
				for i := range plan.Phases[p].Steps {
					if s.runStep(plan, &plan.Phases[p].Steps[i]) {
						typed++
					}
				}
			}
			s.picture(id + ".png")
			s.stop(syscall.SIGTERM)
			look(t, s.file, func(w *workshop.Workshop) { checkWholeDay(t, w, typed) })
		})
	}
}

// planned makes a library with one workshop.
func planned(t *testing.T, path string, plan *template.Template) {
	t.Helper()
	lib, err := library.Open(path, library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Create(func(e *workshop.Edit) error {
		return template.Instantiate(e, plan, template.Options{Title: plan.Title, Start: "2026-11-17"})
	}); err != nil {
		t.Fatal(err)
	}
}

// openOnly opens the one workshop that there is from the list.
func (s *screen) openOnly() {
	s.keys("ctrl+o")
	s.until("the room", func() bool {
		if s.heard("room") {
			return true
		}
		s.keys("Return") // the list may not have been read yet
		return false
	})
}

// runStep starts the step in hand, captures a line where its canvas begins with
// text, and finishes it, which leads to the next. It says whether it captured.
func (s *screen) runStep(plan *template.Template, step *template.Step) bool {
	s.t.Helper()
	s.quiet()
	s.keys("ctrl+d")
	s.wait("did")
	captured := false
	if len(step.Canvases) > 0 {
		if c, ok := plan.Canvas(step.Canvases[0]); ok && (c.Shape == template.ShapeColumns || c.Shape == template.ShapeTable && c.Cells[0].Type == template.TypeText) {
			s.quiet()
			s.types("said in " + step.ID)
			s.keys("Return")
			s.wait("did")
			captured = true
		}
	}
	s.quiet()
	s.keys("ctrl+d")
	s.wait("did")
	return captured
}

func checkWholeDay(t *testing.T, w *workshop.Workshop, typed int) {
	t.Helper()
	steps := w.Agenda()
	for _, s := range steps {
		if s.Status != workshop.StepDone || s.Started == "" || s.Ended == "" {
			t.Errorf("%s is %q, %s to %s", s.TemplateStep, s.Status, s.Started, s.Ended)
		}
	}
	said := map[string]bool{}
	for _, c := range workshop.All[workshop.Card](w) {
		for cell := range c.Cells {
			said[c.Text(cell)] = true
		}
	}
	found := 0
	for _, s := range steps {
		if said["said in "+s.TemplateStep] {
			found++
		}
	}
	if found != typed || typed == 0 {
		t.Errorf("%d of %d lines were kept", found, typed)
	}
	if c := w.Charter(); c.Status != workshop.StatusRunning {
		t.Errorf("the workshop is %s", c.Status)
	}
}
