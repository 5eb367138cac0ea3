package main

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// answersOf is a document's line of one direct report, by a number that decides all answers.
func answersOf(round, unit, about string, n int) string {
	q, err := assess.Builtin()
	if err != nil {
		panic(err)
	}
	var all []string
	for k, it := range q[0].Items {
		all = append(all, fmt.Sprintf(`%q:{"now":%d,"needed":%d,"evidence":"in confidence %d"}`, it.ID, 1+(n*(k+3)+n/5)%5, 1+(n+k)%5, n))
	}
	return fmt.Sprintf(`{"round":%q,"by":"report","unit":%q,"about":%q,"answers":{%s}}`, round, unit, about, strings.Join(all, ","))
}

// TestAttackerWithAllExports has every document, spreadsheet and JSON that the
// command line gives out of two rounds that differ by one response, and of one
// manager's page for each manager. Nothing in them is a comment or an id of a
// response, and no statement has a number in both rounds, whose difference would
// be one answer.
func TestAttackerWithAllExports(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	var made struct{ IDs map[string][]string }
	var responses []string
	for n := range 9 {
		unit := []string{"Day", "Night"}[n/6]
		responses = append(responses, answersOf("#r1", unit, "Lena Vogt", n))
		if n > 0 {
			responses = append(responses, answersOf("#r2", unit, "Lena Vogt", n))
		}
	}
	doc := fmt.Sprintf(`{"people":[{"name":"Lena Vogt"}],"rounds":[{"id":"#r1","title":"One","date":"2026-03-01","status":"closed"},{"id":"#r2","title":"Two","date":"2026-08-01","status":"closed"}],"responses":[%s]}`, strings.Join(responses, ","))
	s.ok(&made, doc, "apply", id, "-", "--json")
	rounds := made.IDs["rounds"]
	var held struct{ Responses []struct{ ID string } }
	s.ok(&held, "", "show", id, "--json")
	if len(held.Responses) != 17 {
		t.Fatalf("%d responses", len(held.Responses))
	}

	var seen [2]assess.Report
	folder := t.TempDir()
	var given []string // all that leaves, as text
	for i, round := range rounds {
		given = append(given, s.ok(&seen[i], "", "assess", round, "--json"))
		code, out, _ := s.try("", "assess", round)
		if code != 0 {
			t.Fatal(out)
		}
		given = append(given, out)
		page := filepath.Join(folder, fmt.Sprint("page", i, ".pdf"))
		s.ok(nil, "", "export", "manager", round, "lena vogt", "-o", page)
		given = append(given, whole(t, page)...)
	}
	for _, a := range workshop.Audiences {
		for _, kind := range []string{"readout", "register"} {
			file := filepath.Join(folder, string(a)+kind)
			s.ok(nil, "", "export", kind, id, "--audience", string(a), "-o", file)
			given = append(given, whole(t, file)...)
		}
	}
	for _, text := range given {
		if strings.Contains(text, "in confidence") {
			t.Errorf("a comment got out: %.200s", text)
		}
		for _, r := range held.Responses {
			if strings.Contains(text, r.ID) {
				t.Errorf("the id of a response got out: %s", r.ID)
			}
		}
	}
	groups := func(r assess.Report) map[string][]assess.Line {
		out := map[string][]assess.Line{"all": r.Others.Items, "aspects": r.Others.Aspects, "roles": r.Others.Roles}
		for _, g := range r.Others.Groups {
			out[string(g.By)+g.Name] = g.Items
		}
		return out
	}
	for name, first := range groups(seen[0]) {
		for k, a := range first {
			for other, second := range groups(seen[1]) {
				if k < len(second) && a.MeanNow != nil && second[k].MeanNow != nil {
					t.Errorf("%s has a number of %s in round one and of %s in round two", a.ID, name, other)
				}
			}
		}
	}
	if seen[1].Trend == nil || len(seen[1].Trend.Items) != 0 || seen[1].Trend.Why == "" {
		t.Errorf("the trend tells: %+v", seen[1].Trend)
	}
	if seen[0].Withheld == "" || seen[1].Withheld == "" {
		t.Errorf("nothing says why: %q %q", seen[0].Withheld, seen[1].Withheld)
	}
}

// whole is what a file says: of a spreadsheet all its parts, hidden sheets and
// notes too, of a document its bytes.
func whole(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{string(data)}
	z, err := zip.OpenReader(file)
	if err != nil {
		return out // no spreadsheet
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f.Name+"\n"+string(part))
	}
	return out
}

func TestAssessSaysTheTrend(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	var rs []string
	for i := range 5 {
		for n, round := range []string{"#a", "#b"} {
			rs = append(rs, fmt.Sprintf(`{"round":%q,"by":"self","about":"leader %d","answers":{"L1":{"now":%d,"needed":5}}}`, round, i, 2+n))
		}
	}
	var made struct{ IDs map[string][]string }
	s.ok(&made, fmt.Sprintf(`{"rounds":[{"id":"#a","title":"Spring","date":"2026-03-01","status":"closed"},{"id":"#b","title":"Autumn","date":"2026-10-01","status":"closed"}],"responses":[%s]}`, strings.Join(rs, ",")), "apply", id, "-", "--json")
	var r assess.Report
	s.ok(&r, "", "assess", made.IDs["rounds"][1], "--json")
	if r.Trend == nil || r.Trend.Title != "Spring" || r.Trend.SamePeople != 5 || len(r.Trend.Items) != 1 || r.Trend.Items[0].Change != 1 {
		t.Errorf("%+v", r.Trend)
	}
	if out := s.ok(nil, "", "assess", made.IDs["rounds"][1]); !strings.Contains(out, "the same 5 leaders since Spring") || !strings.Contains(out, "+1.0") {
		t.Error(out)
	}
	raw := s.ok(nil, "", "assess", made.IDs["rounds"][0], "--json")
	var keys map[string]any
	if err := json.Unmarshal([]byte(raw), &keys); err != nil || keys["trend"] != nil {
		t.Errorf("nothing came before the first round: %v", keys["trend"])
	}
}

func TestManagersPageOnTheCommandLine(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	var made struct{ IDs map[string][]string }
	s.ok(&made, `{"people":[{"id":"#l","name":"Lena Vogt"},{"id":"#o","name":"Ola Ek"}],"rounds":[{"id":"#r","title":"One","status":"closed"}],"responses":[{"round":"#r","by":"self","about":"Lena Vogt","answers":{"L1":{"now":2,"needed":5}}}]}`, "apply", id, "-", "--json")
	round, file := made.IDs["rounds"][0], filepath.Join(t.TempDir(), "page.pdf")
	for args, want := range map[[2]string]string{{round, "Nobody"}: "nobody of that name", {round, "Ola Ek"}: "nobody has answered", {"no-round", "Lena Vogt"}: "no round"} {
		code, _, errs := s.try("", "export", "manager", args[0], args[1], "-o", file)
		if code != 1 || !strings.Contains(errs, want) {
			t.Errorf("%v: %d %s", args, code, errs)
		}
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%v: a file was written", args)
		}
	}
	if code, _, _ := s.try("", "export", "manager", round, "Lena Vogt"); code != 2 {
		t.Errorf("without a file to write: %d", code)
	}
	s.ok(nil, "", "export", "manager", round, "lena vogt", "-o", file)
	if data, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(data), "%PDF") || strings.Contains(string(data), "Vogt") {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
