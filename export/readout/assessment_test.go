package readout

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// roundOf is a workshop with a round of so many leaders' own answers and so many of others.
func roundOf(t testing.TB, status string, self, others int) *desk {
	t.Helper()
	d := newDesk(t)
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Leaders", Client: "Norvik Pumps"})
		round := e.Add(&workshop.Round{Title: "Round one", Status: status})
		for i := range self + others {
			r := &workshop.Response{Round: round, By: "report", Answers: map[string]workshop.Answer{}}
			if i < self {
				r.By, r.About = "self", fmt.Sprint("leader", i)
			}
			for k, it := range all[0].Items {
				r.Answers[it.ID] = workshop.Answer{Now: 1 + (i*i+k)%3, Needed: 4 + (i+k)%2, Evidence: "heard in confidence"}
				if r.By == "self" {
					r.Answers[it.ID] = workshop.Answer{Now: 4 + (i+k)%2, Needed: 5, Evidence: "heard in confidence"}
				}
			}
			e.Add(r)
		}
		return nil
	})
	return d
}

func TestAssessmentByAudience(t *testing.T) {
	for _, c := range []struct {
		status       string
		self, others int
		audience     workshop.Audience
		gaps, pairs  bool
	}{
		{"closed", 6, 6, workshop.Sponsor, true, true},
		{"closed", 6, 6, workshop.Team, true, true},
		{"closed", 4, 6, workshop.Team, true, false}, // the leaders' own answers are too few for anybody but the facilitator: the gaps are those of others
		{"closed", 4, 4, workshop.Team, false, false},
		{"closed", 4, 6, workshop.Facilitator, true, true},
		{"closed", 6, 4, workshop.Facilitator, true, false},
		{"open", 6, 9, workshop.Facilitator, true, false},
		{"closed", 0, 1, workshop.Facilitator, false, false},
		{"closed", 0, 4, workshop.Facilitator, false, false},
		{"closed", 0, 5, workshop.Sponsor, true, false},
		{"closed", 0, 12, workshop.Facilitator, true, false},
		{"closed", 0, 500, workshop.Team, true, false},
	} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			in := input(roundOf(t, c.status, c.self, c.others), c.audience, "a4")
			in.Leave = map[string]bool{"summary": true, "charter": true}
			file := write(t, in)
			if to := os.Getenv("NEMAWASHI_LOOK"); to != "" {
				name := fmt.Sprintf("assess-%s-%d-%d-%s.pdf", c.status, c.self, c.others, c.audience)
				if err := os.WriteFile(filepath.Join(to, name), file, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			text := takeApart(t, file).text()
			if !strings.Contains(text, squeezed("Round one")) || strings.Contains(text, squeezed("heard in confidence")) {
				t.Error("the round is not there, or a comment is")
			}
			if got := strings.Contains(text, squeezed("The largest gaps")); got != c.gaps {
				t.Errorf("gaps are shown: %v", got)
			}
			if got := strings.Contains(text, squeezed("Blind spot")); got != c.pairs {
				t.Errorf("self against others is shown: %v", got)
			}
		})
	}
}

// TestReadoutHoldsTheTrendTheUnitsAndTheDots of two rounds, by audience: the sponsor reads the figures on few pages, and no unit that is hidden.
func TestReadoutHoldsTheTrendTheUnitsAndTheDots(t *testing.T) {
	d := newDesk(t)
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Leaders", Client: "Norvik Pumps"})
		for n, date := range []workshop.Date{"2026-03-02", "2026-11-02"} {
			round := e.Add(&workshop.Round{Title: fmt.Sprint("Round ", n+1), Date: date, Status: workshop.RoundClosed})
			answer := func(by, about, unit string, i int) {
				r := &workshop.Response{Round: round, By: by, About: about, Unit: unit, Answers: map[string]workshop.Answer{}}
				for k, it := range all[0].Items {
					r.Answers[it.ID] = workshop.Answer{Now: 1 + (i*(k+1)+n)%4, Needed: 5, Evidence: "in confidence"}
				}
				e.Add(r)
			}
			for i := range 6 {
				answer("self", fmt.Sprint("leader ", i), "", i)
			}
			for i := range 16 * n {
				answer("report", "", []string{"Day shift", "Offices", "Night shift"}[min(i/6, 2)], i)
			}
		}
		return nil
	})
	for _, a := range workshop.Audiences {
		in := input(d, a, "a4")
		in.Leave = map[string]bool{"summary": true, "charter": true}
		text := takeApart(t, write(t, in)).text()
		for words, want := range map[string]bool{
			"Change: group against group since Round 1": a != workshop.Facilitator,
			"Change: the same 6 leaders since Round 1":  a == workshop.Facilitator,
			"How the answers lie":                       a != workshop.Sponsor,
			"Others by unit":                            a != workshop.Sponsor,
			"in confidence":                             false,
		} {
			if got := strings.Contains(text, squeezed(words)); got != want {
				t.Errorf("%s: %q is there: %v", a, words, got)
			}
		}
	}
}

func TestOwnPageIsForOneManager(t *testing.T) {
	d := newDesk(t)
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var round, lena, ola workshop.ID
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Leaders", Client: "Norvik Pumps"})
		lena, ola = e.Add(&workshop.Person{Name: "Lena Holm"}), e.Add(&workshop.Person{Name: "Ola Ek"})
		round = e.Add(&workshop.Round{Title: "Round one", Date: "2026-11-02", Status: workshop.RoundClosed})
		for i := range 12 {
			r := &workshop.Response{Round: round, By: "report", About: string(lena), Answers: map[string]workshop.Answer{}}
			said := "said by a report"
			if i >= 5 {
				r.About = string(ola)
			}
			if i == 10 || i == 11 {
				r.By, r.About, said = "self", string([]workshop.ID{lena, ola}[i-10]), fmt.Sprint("own words ", i-10)
			}
			for k, it := range all[0].Items {
				r.Answers[it.ID] = workshop.Answer{Now: 1 + (i*i+k)%5, Needed: 5, Evidence: said}
			}
			e.Add(r)
		}
		return nil
	})
	page := func(of workshop.ID, name string) (string, string) {
		var own *assess.Own
		d.Read(func(w *workshop.Workshop) { own, err = assess.OwnOf(w, round, all[0], string(of)) })
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := WriteOwn(t.Context(), &b, input(d, workshop.Team, "letter"), own, name); err != nil {
			t.Fatal(err)
		}
		return takeApart(t, b.Bytes()).text(), b.String()
	}
	for n, of := range []workshop.ID{lena, ola} {
		text, file := page(of, []string{"Lena Holm", "Ola Ek"}[n])
		for words, want := range map[string]bool{
			"For Lena Holm only": n == 0, "For Ola Ek only": n == 1, "own words 0": n == 0, "own words 1": n == 1, "said by a report": false,
			"The largest gaps": true, "Your own answers": true, "Round one": true,
		} {
			if got := strings.Contains(text, squeezed(words)); got != want {
				t.Errorf("page %d: %q is there: %v", n, words, got)
			}
		}
		for _, name := range []string{"Lena", "Holm", "Ola Ek"} {
			if strings.Contains(file, name) {
				t.Errorf("page %d: %q stands in the file's own data", n, name)
			}
		}
	}
}

// TestTwoRoundsThatDifferByOneAnswer: whoever holds the readouts of all audiences finds no number of either.
func TestTwoRoundsThatDifferByOneAnswer(t *testing.T) {
	d := newDesk(t)
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Leaders"})
		for n, title := range []string{"Round one", "Round two"} {
			round := e.Add(&workshop.Round{Title: title, Date: workshop.Date(fmt.Sprintf("2026-0%d-01", n+3)), Status: workshop.RoundClosed})
			for i := n; i < 8; i++ {
				r := &workshop.Response{Round: round, By: "report", Answers: map[string]workshop.Answer{}}
				for k, it := range all[0].Items {
					r.Answers[it.ID] = workshop.Answer{Now: 1 + (i*(k+3)+i/5)%5, Needed: 1 + (i+k)%5}
				}
				e.Add(r)
			}
		}
		return nil
	})
	for _, a := range workshop.Audiences {
		in := input(d, a, "a4")
		in.Leave = map[string]bool{"summary": true, "charter": true}
		text := takeApart(t, write(t, in)).text()
		if !strings.Contains(text, squeezed("Round two")) {
			t.Errorf("%s: the rounds are not there", a)
		}
		for _, words := range []string{"The largest gaps", "How the answers lie", "gap 1", "spread"} {
			if strings.Contains(text, squeezed(words)) {
				t.Errorf("%s: %q is there", a, words)
			}
		}
	}
}
