package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"nemawashi.app/workshop/assess"
)

// roundOf is a document with a round and so many answers by a kind.
func roundOf(status, by string, n int) string {
	var rs []string
	for i := range n {
		rs = append(rs, fmt.Sprintf(`{"round":"#r","by":%q,"answers":{"L1":{"now":%d,"needed":5,"evidence":"evidence %d"}}}`, by, 1+i%3, i))
	}
	return fmt.Sprintf(`{"rounds":[{"id":"#r","title":"Round 1","status":%q}],"responses":[%s]}`, status, strings.Join(rs, ","))
}

func (s *shell) assessed(status, by string, n int) (assess.Report, string) {
	s.t.Helper()
	id := s.begin()
	var made struct{ IDs map[string][]string }
	s.ok(&made, roundOf(status, by, n), "apply", id, "-", "--json")
	var r assess.Report
	return r, s.ok(&r, "", "assess", made.IDs["rounds"][0], "--json")
}

func TestAssessHidesWhatIsFewOrOpen(t *testing.T) {
	for _, c := range []struct {
		status, by string
		n          int
		hidden     bool
	}{{"closed", "report", 5, false}, {"closed", "report", 4, true}, {"open", "report", 9, true}, {"", "peer", 9, true}, {"", "", 9, true}, {"", "self", 3, false}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			_, out := newShell(t).assessed(c.status, c.by, c.n)
			var r assess.Report
			if err := json.Unmarshal([]byte(out), &r); err != nil {
				t.Fatal(err)
			}
			if r.Items[0].Hidden != c.hidden || r.N != c.n || (r.Items[0].MeanNow == nil) != c.hidden {
				t.Errorf("%+v", r.Items[0])
			}
			if strings.Contains(out, "evidence") {
				t.Error("evidence stands in the numbers")
			}
		})
	}
}

// TestApplyIsNoWayAroundTheSeal: what apply prints and show lists does not tell
// which answer stood where in the document.
func TestApplyIsNoWayAroundTheSeal(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	var made struct{ IDs map[string][]string }
	s.ok(&made, roundOf("open", "report", 12), "apply", id, "-", "--json")
	for _, given := range made.IDs["responses"] {
		if given != "" {
			t.Errorf("apply says under which id an answer is kept: %s", given)
		}
	}
	var all struct {
		Responses []struct {
			ID      string
			Answers map[string]struct{ Evidence string }
		}
	}
	s.ok(&all, "", "show", id, "--json")
	same := len(all.Responses) == 12
	for i, r := range all.Responses {
		same = same && r.Answers["L1"].Evidence == fmt.Sprint("evidence ", i)
	}
	if len(all.Responses) != 12 || same {
		t.Errorf("answers are kept in the order of the document: %+v", all.Responses)
	}
	code, _, errs := s.try(fmt.Sprintf(`{"responses":[{"id":%q,"answers":{"L1":{"now":5}}}]}`, all.Responses[0].ID), "apply", id, "-")
	if code != 1 || !strings.Contains(errs, "responses[0]") {
		t.Errorf("a kept answer was changed: %d %s", code, errs)
	}
	var found struct{ OK bool }
	s.ok(&found, "", "check", "--json")
	if !found.OK {
		t.Error("the library does not hold together")
	}
}
