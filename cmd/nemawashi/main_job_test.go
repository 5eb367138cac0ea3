//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// look opens the library that the app has left and reads its one workshop.
func look(t *testing.T, path string, f func(w *workshop.Workshop)) {
	t.Helper()
	lib, err := library.Open(path, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	all, err := lib.Workshops()
	if err != nil || len(all) != 1 {
		t.Fatalf("workshops %+v, %v", all, err)
	}
	s, err := lib.Session(all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	s.Read(f)
}

// command runs something from the palette by its words.
func (s *screen) command(words string) {
	s.t.Helper()
	s.keys("ctrl+k")
	s.types(words)
	s.keys("Return")
}

func TestMainJob(t *testing.T) {
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "Documents"), 0o755); err != nil {
		t.Fatal(err)
	}
	s := launch(t, home)

	// A new workshop from the template that is offered first.
	s.keys("n")
	s.types("Pump line changeover")
	s.keys("Return")
	s.wait("room")
	s.titled("Pump line changeover")
	s.picture("1-room.png")

	// Three steps: what the first asks for is on the charter; the others are captured on canvases.
	for range 5 {
		s.keys("ctrl+Next") // charter, readiness, opening, rules, primer: the gemba walk
	}
	s.picture("2-gemba.png")
	s.types("Spanner fetched from crib 18m")
	s.keys("Return")
	s.types("Castings cross the hall twice")
	s.keys("Return", "Tab")
	s.types("Eleven days of seals beside cell 2")
	s.keys("Return", "ctrl+Next")
	s.keys("ctrl+Next")
	s.types("Operators fear for the bonus")
	s.quiet()
	s.keys("Return")
	s.wait("did")
	s.picture("3-later-step.png")

	// A stakeholder, dragged to where they stand.
	s.command("Open Resistance map")
	s.titled("Resistance map")
	s.picture("4-map.png")
	s.addStakeholder()

	// Two actions in the register.
	s.until("the way back to the room", func() bool {
		s.keys("Escape") // first the question about evidence, then the map
		time.Sleep(200 * time.Millisecond)
		return strings.HasPrefix(s.title(), "Pump line changeover")
	})
	s.command("Open Actions")
	s.types("Label kanban lanes @Maria due fri !high #quick-win")
	s.keys("Return")
	s.types("Print the setup standard due +2w")
	s.quiet()
	s.keys("Return")
	s.wait("did")
	s.keys("Escape")
	s.picture("5-actions.png")

	// Both exports, to the folder that is offered.
	s.keys("ctrl+e")
	s.picture("6-export.png")
	s.keys("ctrl+Return")
	docs := filepath.Join(home, "Documents")
	var pdf, xlsx string
	s.until("both files", func() bool {
		found, _ := filepath.Glob(filepath.Join(docs, "*"))
		for _, f := range found {
			switch filepath.Ext(f) {
			case ".pdf":
				pdf = f
			case ".xlsx":
				xlsx = f
			}
		}
		return pdf != "" && xlsx != ""
	})
	s.picture("7-exported.png")
	s.stop(syscall.SIGTERM)

	out, err := exec.Command("qpdf", "--check", pdf).CombinedOutput()
	if err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	text, err := exec.Command("pdftotext", pdf, "-").Output()
	if err != nil || !strings.Contains(string(text), "Label kanban lanes") {
		t.Errorf("the readout lacks an action: %v\n%s", err, text)
	}
	if info, err := os.Stat(xlsx); err != nil || info.Size() == 0 {
		t.Errorf("the register: %v", err)
	}
	look(t, s.file, s.checkMainJob)
}

// addStakeholder adds a group by keyboard and drags it with the mouse.
func (s *screen) addStakeholder() {
	s.keys("n")
	s.types("Setters")
	s.quiet()
	s.keys("Return")
	s.wait("did")
	s.picture("4-added.png")
	// Whoever is not rated waits above the map; influence 4, against, is a row and a column of it.
	s.until("the drag to count", func() bool {
		s.drag(551, 129, 520, 326)
		time.Sleep(300 * time.Millisecond)
		return s.heard("did")
	})
	s.picture("4-dragged.png")
}

func (s *screen) checkMainJob(w *workshop.Workshop) {
	t := s.t
	cards := map[string]*workshop.Card{}
	for _, c := range workshop.All[workshop.Card](w) {
		cards[c.Text("text")] = c
	}
	if c := cards["Spanner fetched from crib"]; c == nil || c.Text("minutes") != "18" || c.Column != "transport" {
		t.Errorf("first finding %+v", c)
	}
	if c := cards["Eleven days of seals beside cell 2"]; c == nil || c.Column != "inventory" {
		t.Errorf("finding after Tab %+v", c)
	}
	actions := workshop.All[workshop.Action](w)
	if len(actions) != 2 || actions[0].Title != "Label kanban lanes" || actions[0].Priority != "high" || actions[0].Category != "quick win" || actions[0].Due == "" {
		t.Errorf("actions %+v", actions)
	} else if p := workshop.Find[workshop.Person](w, actions[0].Owner); p == nil || p.Name != "Maria" {
		t.Errorf("owner %+v", p)
	}
	all := workshop.All[workshop.Stakeholder](w)
	if len(all) != 1 || all[0].SupportNow == nil || *all[0].SupportNow != -1 || all[0].Influence != 4 {
		t.Errorf("%d stakeholders, the first %+v", len(all), all[0])
	}
}

func TestSignalKeepsWhatIsTyped(t *testing.T) {
	s := launch(t, t.TempDir())
	s.keys("n")
	s.types("Signal")
	s.keys("Return")
	s.wait("room")
	for range 5 {
		s.keys("ctrl+Next")
	}
	s.types("Typed just before the end")
	s.quiet()
	s.keys("Return")
	s.wait("did")
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) {
		for _, c := range workshop.All[workshop.Card](w) {
			if c.Text("text") == "Typed just before the end" {
				return
			}
		}
		t.Error("the last card is gone")
	})
}

// What was typed in the last moment before the system ends the app is there.
func TestTypedJustBeforeSIGTERM(t *testing.T) {
	home := t.TempDir()
	s := launch(t, home)
	s.keys("n")
	s.types("Ended by the system")
	s.keys("Return")
	s.wait("room")
	s.command("Open Actions")
	s.types("Typed in the last moment")
	s.quiet()
	s.keys("Return")
	s.wait("did") // nothing of it is on the disk for another 300 ms
	s.stop(syscall.SIGTERM)
	// However long the window took to end, by which time all may have been saved
	// by the clock: it was ended in order, and gave the library back.
	if b, err := os.ReadFile(s.file + ".lock"); err != nil || strings.Contains(string(b), fmt.Sprintf(`"pid":%d`, s.cmd.Process.Pid)) {
		t.Errorf("the library was not closed: %s %v", b, err)
	}
	look(t, s.file, func(w *workshop.Workshop) {
		all := workshop.All[workshop.Action](w)
		if len(all) != 1 || all[0].Title != "Typed in the last moment" {
			t.Errorf("there are %+v", all)
		}
	})
}
