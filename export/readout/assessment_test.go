package readout

import (
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
		{"closed", 4, 6, workshop.Team, false, false}, // the leaders' own answers are too few for anybody but the facilitator
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
