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
	"nemawashi.app/workshop/template"
)

// TestTheWallFollowsTheScribe shows a room on the wall by the keyboard, types on beside it, steps on the wall, ends it there, and types
// on without touching the mouse.
func TestTheWallFollowsTheScribe(t *testing.T) {
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaizen-workshop-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	home := t.TempDir()
	planned(t, filepath.Join(home, "library.nemawashi"), plan)
	s := launch(t, home)
	s.openOnly()
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
	focused := func(want string) func() bool {
		return func() bool {
			out, _ := exec.Command("xdotool", "getwindowfocus").Output()
			return strings.TrimSpace(string(out)) == want
		}
	}
	s.until("the keyboard on the wall", focused(wall))
	for _, key := range []string{"Right", "Left"} {
		s.quiet()
		s.keys(key)
		s.wait("wall")
	}

	for range stepsBeforeColumns(t, plan) {
		s.quiet()
		s.keys("Right")
		s.wait("wall")
	}
	s.tool("windowfocus", "--sync", s.window)
	s.quiet()
	s.types("seen on the wall")
	s.keys("Return")
	s.wait("wall")

	s.tool("windowfocus", "--sync", wall)
	s.keys("Escape")
	s.wait("present ended")
	s.until("the keyboard with the scribe", focused(s.window))
	s.quiet()
	s.types("typed on")
	s.keys("Return")
	s.wait("did")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		said := ""
		for _, c := range workshop.All[workshop.Card](w) {
			said += c.Text("text") + "\n"
		}
		for _, want := range []string{"seen on the wall", "typed on"} {
			if !strings.Contains(said, want) {
				t.Errorf("%q was not kept: %s", want, said)
			}
		}
	})
}

// stepsBeforeColumns is how many steps come before the first one with columns.
func stepsBeforeColumns(t *testing.T, plan *template.Template) int {
	t.Helper()
	n := 0
	for i := range plan.Phases {
		for _, step := range plan.Phases[i].Steps {
			if len(step.Canvases) > 0 {
				if c, ok := plan.Canvas(step.Canvases[0]); ok && c.Shape == template.ShapeColumns {
					return n
				}
			}
			n++
		}
	}
	t.Fatal("the template has no canvas of columns")
	return 0
}
