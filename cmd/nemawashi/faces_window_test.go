//go:build e2e

package main

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// tries is how long a drag that met nothing is listened after.
const tries = 400 * time.Millisecond

// dragged takes hold of something that is in one of these places, in a column of the window, and carries it to another place. The place
// depends on fonts and sizes, so it is looked for: a drag that meets nothing does nothing.
func (s *screen) dragged(what string, x, from, to, toX, toY int) {
	s.t.Helper()
	step := 6
	if to < from {
		step = -step
	}
	for y := from; (to-y)*step >= 0; y += step {
		s.quiet()
		end := toY
		if end < 0 {
			end = y // along its row
		}
		s.drag(x, y, toX, end)
		for begun := time.Now(); time.Since(begun) < tries; time.Sleep(20 * time.Millisecond) {
			if s.heard("did") {
				return
			}
		}
	}
	s.picture("not-dragged.png")
	s.t.Fatalf("%s was not met between %d and %d at %d", what, from, to, x)
}

// TestDatesAndRatingsAreMoved moves a bar of the timeline and a card of the PICK chart, by keyboard and by mouse.
func TestDatesAndRatingsAreMoved(t *testing.T) {
	home := t.TempDir()
	today := workshop.DateOf(time.Now())
	lib, err := library.Open(filepath.Join(home, "library.nemawashi"), library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line"})
		p := e.Add(&workshop.Person{Name: "Maria Keller", Team: true})
		e.Add(&workshop.Action{Title: "Move the tool", Owner: p, Start: today.AddDays(-10), Due: today.AddDays(10)})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	s := launch(t, home)
	s.openOnly()
	s.command("Open Actions")
	s.command("Show the actions as a timeline")
	step := func(keys ...string) {
		t.Helper()
		for _, k := range keys {
			s.quiet()
			s.keys(k)
			s.wait("did")
		}
	}
	step("Right", "Right", "shift+Right") // two days later, and its end one day more
	s.picture("timeline-keys.png")
	s.dragged("the bar", 640, 372, 450, 700, -1)
	s.picture("timeline-mouse.png")

	s.command("by effort and impact")
	step("Right", "Up") // from the middle: effort 4, impact 4
	s.picture("pick-keys.png")
	s.dragged("the card", 740, 350, 500, 420, 620)
	s.picture("pick-mouse.png")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		a := workshop.All[workshop.Action](w)[0]
		moved := today.AddDays(-8).DaysUntil(a.Start)
		if moved < 1 || a.Due != today.AddDays(13+moved) {
			t.Errorf("%s to %s: %d days by the mouse", a.Start, a.Due, moved)
		}
		if a.Effort == 0 || a.Impact == 0 || a.Effort > 3 || a.Impact > 3 {
			t.Errorf("effort %d, impact %d", a.Effort, a.Impact)
		}
	})
}
