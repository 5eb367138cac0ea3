package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// byHand reads a file of hand-computed cases of package resist.
func byHand(t *testing.T, name string) (cases [][2][]string) {
	t.Helper()
	data, err := os.ReadFile("../../workshop/resist/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if given, want, ok := strings.Cut(strings.TrimSpace(line), "|"); ok && !strings.HasPrefix(given, "#") {
			cases = append(cases, [2][]string{strings.Fields(given), strings.Fields(want)})
		}
	}
	return cases
}

// put puts a number of a table into an object, unless it is not said.
func put(into map[string]any, field, word string) {
	if n, err := strconv.Atoi(word); err == nil {
		into[field] = n
	}
}

type resisted struct {
	Index              float64
	Positive, Negative int
	Rated              int
	Stakeholders       []struct {
		ID                    string
		Gap, Priority         int
		Band                  string
		Act                   bool `json:"act_now"`
		Listen                bool `json:"listen_first"`
		Flags                 []string
		Now, Needed           *int
		Influence, Confidence int
	}
}

// entries applies stakeholders and gives their ids in the order given.
func (s *shell) entries(title string, objects []map[string]any) (shop string, ids []string) {
	s.t.Helper()
	var made struct{ ID string }
	s.ok(&made, "", "new", "--template", "blank", "--title", title, "--json")
	doc, err := json.Marshal(map[string]any{"people": []map[string]any{{"name": "Olga Owner"}}, "stakeholders": objects})
	if err != nil {
		s.t.Fatal(err)
	}
	var got struct{ IDs map[string][]string }
	s.ok(&got, string(doc), "apply", made.ID, "-", "--json")
	return made.ID, got.IDs["stakeholders"]
}

// TestResistAgreesWithThePencil gives the hand-computed cases in by apply and
// reads them back by resist: the whole way through the library.
func TestResistAgreesWithThePencil(t *testing.T) {
	s := newShell(t)
	today := workshop.DateOf(time.Now())
	cases := byHand(t, "numbers.txt")
	var objects []map[string]any
	for i, c := range cases {
		g := c[0]
		o := map[string]any{"name": fmt.Sprintf("Group %d", i+1), "size": 5}
		put(o, "support_now", g[0])
		put(o, "support_needed", g[1])
		put(o, "influence", g[2])
		put(o, "confidence", g[3])
		for letter, field := range map[string]string{"o": "relationship_owner", "r": "response", "n": "next_contact", "e": "evidence"} {
			if strings.Contains(g[4], letter) {
				o[field] = map[string]any{"o": "Olga Owner", "r": "talk", "n": string(today), "e": "said so"}[letter]
			}
		}
		if age, err := strconv.Atoi(g[5]); err == nil {
			o["evidence_date"] = string(today.AddDays(-age))
		}
		objects = append(objects, o)
	}
	shop, ids := s.entries("Numbers", objects)
	var got resisted
	s.ok(&got, "", "resist", shop, "--json")
	if len(ids) != len(cases) || len(got.Stakeholders) != len(cases) || len(cases) < 40 {
		t.Fatalf("%d cases, %d applied, %d come back", len(cases), len(ids), len(got.Stakeholders))
	}
	for i, c := range cases {
		for _, e := range got.Stakeholders {
			if e.ID != ids[i] {
				continue
			}
			marks := ""
			if e.Act {
				marks += "A"
			}
			if e.Listen {
				marks += "L"
			}
			flags := strings.Join(e.Flags, ",")
			for _, f := range []struct{ flag, letter string }{{"no owner", "o"}, {"no response", "r"}, {"no next contact", "n"}, {"stale", "s"}, {"no evidence", "e"}} {
				if strings.Contains(flags, f.flag) {
					marks += f.letter
				}
			}
			if marks == "" {
				marks = "-"
			}
			if said, want := fmt.Sprintf("%d %d %s %s", e.Gap, e.Priority, strings.ReplaceAll(e.Band, " ", "-"), marks), strings.Join(c[1], " "); said != want {
				t.Errorf("case %d, %v: %s, want %s", i+1, c[0], said, want)
			}
		}
	}
	for i, c := range byHand(t, "indexes.txt") {
		objects = nil
		for n, word := range c[0] {
			rest, retired := strings.CutPrefix(word, "r")
			now, influence, _ := strings.Cut(rest, "x")
			o := map[string]any{"name": fmt.Sprintf("Group %d", n+1), "size": 3, "retired": retired}
			put(o, "support_now", now)
			put(o, "influence", influence)
			objects = append(objects, o)
		}
		shop, _ := s.entries(fmt.Sprintf("Index %d", i+1), objects)
		got = resisted{}
		s.ok(&got, "", "resist", shop, "--json")
		if said, want := fmt.Sprintf("%d %d %d %.1f", got.Positive, got.Negative, got.Rated, math.Round(1000*got.Index)/10+0), strings.Join(c[1], " "); said != want {
			t.Errorf("map %d, %v: %s, want %s", i+1, c[0], said, want)
		}
	}
}
