//go:build e2e

package main

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// overhead is how many keys an action may take beside what it says: its words, the first letters of its owner, and its day.
const overhead = 10

// TestTenActionsByKeyboard types ten actions into the register and then works in its cells, by keyboard alone.
func TestTenActionsByKeyboard(t *testing.T) {
	home := t.TempDir()
	staffed(t, filepath.Join(home, "library.nemawashi"))
	s := launch(t, home)
	s.openOnly()
	s.command("Open Actions")
	said := []struct{ title, owner, day string }{
		{"Label kanban lanes", "mar", "fri"}, {"Move the torque tool", "len", "+2w"}, {"Print the setup standard", "sam", "22 dec"},
		{"Name a deputy", "mar", "mon"}, {"Stop two reports", "len", "tomorrow"}, {"Film the changeover", "sam", "fri"}, {"Train the night shift", "mar", "+1w"},
		{"Weld the guard", "len", "fri"}, {"Order spray nozzles", "sam", "+3w"}, {"Publish board times", "mar", "fri"},
	}
	for _, a := range said {
		more := utf8.RuneCountInString(" @due ") + len([]string{"Tab", "Return"})
		if more >= overhead {
			t.Fatalf("%d keys beside what is said", more)
		}
		s.quiet()
		s.types(a.title + " @" + a.owner)
		s.keys("Tab") // takes the name
		s.types("due " + a.day)
		s.keys("Return")
		s.wait("did")
	}
	s.picture("register-ten.png")

	// In the cells: the words of the last action are typed over, and its owner is copied to the row below by way of the clipboard.
	s.keys("Escape")
	s.command("Sort by a column")
	s.types("no.")
	s.keys("Return", "Home", "Right")
	s.quiet()
	s.types("Label all lanes")
	s.keys("Return")
	s.wait("did")
	s.keys("Up", "Tab", "ctrl+c", "Down")
	s.quiet()
	s.keys("ctrl+v")
	s.wait("did")
	s.picture("register-cells.png")
	s.stop(syscall.SIGTERM)

	look(t, s.file, func(w *workshop.Workshop) {
		actions := workshop.All[workshop.Action](w)
		if len(actions) != len(said) {
			t.Errorf("%d actions", len(actions))
		}
		for _, a := range actions {
			if a.Number < 1 || a.Number > len(said) {
				t.Fatalf("number %d", a.Number)
			}
			owner, title := said[a.Number-1].owner, said[a.Number-1].title
			switch a.Number {
			case 1:
				title = "Label all lanes"
			case 2:
				owner = said[0].owner
			}
			p := workshop.Find[workshop.Person](w, a.Owner)
			if a.Title != title || a.Due == "" || p == nil || !strings.HasPrefix(strings.ToLower(p.Name), owner) {
				t.Errorf("%s: %q of %+v due %q", a.Label(), a.Title, p, a.Due)
			}
		}
	})
}

// staffed makes a library with one workshop and three people.
func staffed(t *testing.T, path string) {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaizen-workshop-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	lib, err := library.Open(path, library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Create(func(e *workshop.Edit) error {
		for _, name := range []string{"Maria Keller", "Lena Vogt", "Sam Okafor"} {
			e.Add(&workshop.Person{Name: name})
		}
		return template.Instantiate(e, plan, template.Options{Title: "Pump line", Start: "2026-11-17"})
	}); err != nil {
		t.Fatal(err)
	}
}
