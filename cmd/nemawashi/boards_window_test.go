//go:build e2e

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// TestBoardsByKeyboard writes the charter, carries a goal through the three rounds of the catchball, writes down what was promised and what has come
// of it, a measure with its readings, an idea with its answer and a review with its decision, in the real window by keyboard alone, and finds in the
// readout what the sponsor gets of that.
func TestBoardsByKeyboard(t *testing.T) {
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaikaku-kickoff-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	home := t.TempDir()
	docs := filepath.Join(home, "Documents")
	if err := os.MkdirAll(docs, 0o755); err != nil {
		t.Fatal(err)
	}
	planned(t, filepath.Join(home, "library.nemawashi"), plan)
	s := launch(t, home)
	s.openOnly()

	s.command("Open Charter") // its title is there; the next field is the problem
	s.types("Lots of sixty hide every fault")
	s.keys("Tab")
	s.types("From 34 days to 15, by June")
	s.picture("charter.png")

	s.command("Open Goals")
	s.cells("Lots of twelve", "Maria", "34 to 15 days", "Ready before summer", "Two trained setters on each shift", "Nights come last")
	s.does("space")
	s.picture("goals.png")

	s.command("Open Commitments")
	s.cells("Maria", "time", "1200", "h", "the monthly audit", "2026-01-15", "300")
	s.picture("commitments.png")
	s.command("Open Actions")
	s.types("Train the setters 1500h due fri")
	s.does("Return")
	s.keys("Escape")

	s.command("Open Measures")
	s.types("Changeover of line 3 94 > 54 min by 30 jun")
	s.does("Return")
	s.keys("Escape", "r")
	s.types("74 2026-01-05 first week")
	s.does("Return")
	s.types("61 2026-01-12 with the cart")
	s.does("Return")
	s.picture("measures.png")

	s.command("Open Ideas")
	s.cells("A lamp at the press", "Nobody sees the scale", "", "Adopted", "Costs less than one wrong part")
	s.keys("Escape")
	s.picture("ideas.png")

	s.quiet()
	s.command("Close the event")
	s.wait("did")
	s.keys("Return") // the first review's form begins with the day it was held
	s.types("today")
	s.does("Tab")
	s.keys("Tab", "Tab", "Tab") // past the calendar of this day, the day it was planned for, and its calendar
	s.picture("review-form.png")
	s.does("4")
	s.keys("Tab")
	s.types("adj")
	s.does("Return")
	s.picture("reviews.png")

	s.keys("Escape", "ctrl+e")
	s.picture("export.png")
	s.keys("ctrl+Return")
	pdf := ""
	s.until("the readout", func() bool {
		found, _ := filepath.Glob(filepath.Join(docs, "*.pdf"))
		if len(found) > 0 {
			pdf = found[0]
		}
		return pdf != ""
	})
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) { checkBoards(t, w) })
	out, err := exec.Command("pdftotext", "-raw", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{"Lots of sixty hide every fault", "From 34 days to 15, by June", "Lots of twelve", "Ready before summer", "Two trained setters on each shift", "Nights come last", "the monthly audit", "1,200", "300", "1,500",
		"Changeover of line 3", "61", "Adjust"} {
		if !strings.Contains(text, want) {
			t.Errorf("the readout lacks %q: %s", want, text)
		}
	}
}

// does presses a key that changes something, and waits until it has.
func (s *screen) does(key string) {
	s.t.Helper()
	s.quiet()
	s.keys(key)
	s.wait("did")
}

// cells fills the cells of a new row from the first on; Tab leads to the next, Enter takes a choice. The cursor is left behind the last.
func (s *screen) cells(values ...string) {
	s.t.Helper()
	for _, v := range values {
		if v != "" {
			s.types(v)
			s.quiet()
			s.keys("Return")
			s.wait("did")
			if !s.picks(v) {
				s.keys("Up") // Enter has gone down
			}
		}
		s.keys("Tab")
	}
}

// picks says whether a value is one of a list, from which Enter takes it without going down.
func (s *screen) picks(v string) bool { return v == "Maria" || v == "time" || v == "Adopted" }

func checkBoards(t *testing.T, w *workshop.Workshop) {
	t.Helper()
	if c := w.Charter(); c.Problem != "Lots of sixty hide every fault" || c.Objective != "From 34 days to 15, by June" || c.Status != workshop.StatusFollowingUp {
		t.Errorf("the charter is %+v", c)
	}
	goals, promises, measures, readings, reviews := workshop.All[workshop.Goal](w), workshop.All[workshop.Commitment](w), workshop.All[workshop.Measure](w), workshop.All[workshop.Reading](w), workshop.All[workshop.Review](w)
	if len(goals) != 1 || len(promises) != 1 || len(measures) != 1 || len(readings) != 2 || len(reviews) == 0 {
		t.Fatalf("%d goals, %d promises, %d measures, %d readings, %d reviews", len(goals), len(promises), len(measures), len(readings), len(reviews))
	}
	if g := goals[0]; g.Answered != "Two trained setters on each shift" || g.Conditions != "Nights come last" || !g.Agreed || g.Owner == "" {
		t.Errorf("the goal is %+v", g)
	}
	if p := promises[0]; p.Promised != 1200 || p.Delivered != 300 || p.Resource != "time" || p.Who != goals[0].Owner || p.ReleasedBy != "2026-01-15" {
		t.Errorf("the promise is %+v", p)
	}
	if m := measures[0]; *m.Baseline != 94 || *m.Target != 54 || m.Unit != "min" || *readings[1].Value != 61 || readings[1].Measure != m.ID {
		t.Errorf("the measure is %+v, read %+v", m, readings[1])
	}
	var idea *workshop.Card
	for _, c := range workshop.All[workshop.Card](w) {
		if c.Canvas == "ideas" {
			idea = c
		}
	}
	if idea == nil || idea.Text("answer") != "adopted" || idea.Text("reason") != "Costs less than one wrong part" {
		t.Errorf("the idea is %+v", idea)
	}
	held := 0
	for _, r := range reviews {
		if r.Held != "" {
			held++
			if r.StandardFollowed == nil || *r.StandardFollowed != 4 || r.Decision != "adjust" {
				t.Errorf("the review is %+v", r)
			}
		}
	}
	if held != 1 {
		t.Errorf("%d reviews were held", held)
	}
}
