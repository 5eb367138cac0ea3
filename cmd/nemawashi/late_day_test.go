//go:build e2e

package main

import (
	bytesOf "encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// tenOClock gives the app a time zone in which it is ten in the morning now, whatever the hour of the machine, so that no day ends while a test
// runs.
func tenOClock(t *testing.T) *time.Location {
	t.Helper()
	now := time.Now().UTC()
	offset := (10*60 - now.Hour()*60 - now.Minute()) * 60
	file := bytesOf.BigEndian.AppendUint32(append([]byte("TZif"), make([]byte, 32)...), 1) // nothing but one zone,
	file = bytesOf.BigEndian.AppendUint32(file, 4)                                         // whose name has four bytes
	file = bytesOf.BigEndian.AppendUint32(file, uint32(int32(offset)))
	file = append(file, 0, 0, 'D', 'A', 'Y', 0)
	path := filepath.Join(t.TempDir(), "zone")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TZ", ":"+path)
	return time.FixedZone("DAY", offset)
}

// TestADayThatRunsLate runs a day whose first step took an hour instead of twenty minutes, in the real window by keyboard: every later step of the
// day shows its right time, over a break that is put in and into the next day. The times are those that the window copies and those of the agenda
// for participants that it writes.
func TestADayThatRunsLate(t *testing.T) {
	zone := tenOClock(t)
	home := t.TempDir()
	docs := filepath.Join(home, "Documents")
	if err := os.MkdirAll(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	today := time.Now().In(zone)
	nine := time.Date(today.Year(), today.Month(), today.Day(), 9, 0, 0, 0, zone)
	late(t, filepath.Join(home, "library.nemawashi"), nine)
	s := launch(t, home)
	s.openOnly()
	does := func(key string) {
		t.Helper()
		s.quiet()
		s.keys(key)
		s.wait("did")
	}
	does("ctrl+d")          // the opening is over,
	does("ctrl+d")          // the rules begin
	s.keys("ctrl+Next")     // the primer,
	does("ctrl+shift+i")    // and a break after it
	s.keys("Escape")        // which is called so
	s.picture("late-1.png") // the agenda
	s.keys("p")
	s.until("the agenda for participants", func() bool {
		found, _ := filepath.Glob(filepath.Join(docs, "*.pdf"))
		return len(found) == 1
	})
	s.keys("ctrl+c", "ctrl+Prior", "ctrl+shift+n")
	does("ctrl+v")
	s.picture("late-2.png")
	s.stop(syscall.SIGTERM)

	var copied string
	var began time.Time // the rules, about an hour after nine
	look(t, s.file, func(w *workshop.Workshop) {
		for _, step := range w.Agenda() {
			copied += step.Notes
			if step.Status == workshop.StepRunning {
				at, err := time.Parse(time.RFC3339, step.Started)
				if err != nil {
					t.Fatal(err)
				}
				began = at.In(zone)
			}
		}
	})
	if behind := began.Sub(nine.Add(20 * time.Minute)); behind < 40*time.Minute || behind > 60*time.Minute {
		t.Fatalf("the second step begins %v late", behind)
	}
	checkLate(t, copied, docs, nine, began)
}

// late makes a library with a workshop of three days whose first step runs since nine. The room closes at 14:45 on the first day.
func late(t *testing.T, path string, nine time.Time) {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaizen-workshop-3")
	if !ok {
		t.Fatal("the template is gone")
	}
	lib, err := library.Open(path, library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	id, err := lib.Create(func(e *workshop.Edit) error {
		return template.Instantiate(e, plan, template.Options{Title: "Pump line", Start: workshop.DateOf(nine)})
	})
	if err != nil {
		t.Fatal(err)
	}
	session, err := lib.Session(id)
	if err != nil {
		t.Fatal(err)
	}
	if err := session.Do("begin", func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Charter](e, id)
		if err != nil {
			return err
		}
		c.Hours, c.Status = []string{"09:00-14:45", "09:00-17:00"}, workshop.StatusRunning
		for _, s := range e.Workshop().Agenda() {
			if s.Day != 1 {
				continue
			}
			first, err := workshop.Modify[workshop.Step](e, s.ID)
			if err != nil {
				return err
			}
			agenda.Start(first, nine)
			return nil
		}
		return fmt.Errorf("the template has no day")
	}); err != nil {
		t.Fatal(err)
	}
}

// checkLate compares what the window told with times that are worked out here by hand: minutes after nine in the plan, and minutes after the
// second step began as it is held. What would end after 14:45 is the next day's.
func checkLate(t *testing.T, copied, docs string, nine, began time.Time) {
	t.Helper()
	tomorrow := nine.AddDate(0, 0, 1)
	span := func(from time.Time, a, b int) string {
		return from.Add(time.Duration(a)*time.Minute).Format("15:04") + "–" + from.Add(time.Duration(b)*time.Minute).Format("15:04")
	}
	behind := fmt.Sprintf("%d min later", int(began.Sub(nine.Add(20*time.Minute))/time.Minute))
	rows := []struct{ title, minutes, planned, held, word string }{
		{"Rules, roles, goals", "20", span(nine, 20, 40), span(began, 0, 20), behind},
		{"Waste primer", "30", span(nine, 40, 70), span(began, 20, 50), behind},
		{"Break", "15", span(nine, 70, 85), span(began, 50, 65), behind},
		{"Gemba walk", "90", span(nine, 85, 175), span(began, 65, 155), behind},
		{"Current-state map", "90", span(nine, 175, 265), span(began, 155, 245), behind},
		{"Voice of people", "30", span(nine, 265, 295), span(began, 245, 275), behind},
		{"Leaders' brief", "20", nine.Format("Mon ") + span(nine, 295, 315), span(tomorrow, 0, 20), "next day"},
		{"Root cause", "75", span(tomorrow, 0, 75), span(tomorrow, 20, 95), "20 min later"},
		{"Countermeasures", "60", span(tomorrow, 75, 135), span(tomorrow, 95, 155), "20 min later"},
		{"Try-storm", "150", span(tomorrow, 195, 345), span(tomorrow, 215, 365), "20 min later"},
		{"Standard work", "90", span(tomorrow, 0, 90), span(tomorrow, 0, 90), ""},
	}
	at := 0
	for _, r := range rows {
		line := strings.TrimRight(strings.Join([]string{r.title, "", r.minutes, r.planned, r.held, r.word}, "\t"), "\t") + "\n"
		i := strings.Index(copied[at:], "\n"+line)
		if i < 0 {
			t.Errorf("after the first %d characters the window does not say %q", at, line)
			continue
		}
		at += i
	}
	if t.Failed() {
		t.Logf("it says\n%s", copied)
	}
	found, err := filepath.Glob(filepath.Join(docs, "*.pdf"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%q, %v", found, err)
	}
	out, err := exec.Command("pdftotext", "-layout", found[0], "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	printed := strings.Split(string(out), "\n")
	next := 0
	for _, r := range rows {
		for ; next < len(printed) && !(strings.Contains(printed[next], r.title) && strings.Contains(printed[next], r.held)); next++ {
		}
		if next == len(printed) {
			t.Errorf("the agenda for participants does not say %s %s in its place:\n%s", r.held, r.title, out)
			return
		}
	}
}
