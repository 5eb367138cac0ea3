package resist

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// table reads the lines of a file of hand-computed cases, as the words before the bar and those behind it.
func table(t *testing.T, path string) (cases [][2][]string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		given, want, ok := strings.Cut(line, "|")
		if !ok {
			t.Fatalf("no bar in %q", line)
		}
		cases = append(cases, [2][]string{strings.Fields(given), strings.Fields(want)})
	}
	return cases
}

func said(word string) *int {
	if word == "." {
		return nil
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return &n
}

func value(p *int) int {
	if p == nil {
		return 0
	}
	return *p
}

// marksOf are the overrides and flags of an entry in the letters of the table.
func marksOf(e Entry) string {
	out := ""
	for _, m := range []struct {
		on     bool
		letter string
	}{{e.ActNow, "A"}, {e.ListenFirst, "L"}, {e.Has(NoOwner), "o"}, {e.Has(NoResponse), "r"}, {e.Has(NoNextContact), "n"}, {e.Has(Stale), "s"}, {e.Has(NoEvidence), "e"}} {
		if m.on {
			out += m.letter
		}
	}
	if out == "" {
		return "-"
	}
	return out
}

// TestNumbersByHand compares with cases that were worked out with a pencil.
func TestNumbersByHand(t *testing.T) {
	cases := table(t, "testdata/numbers.txt")
	if len(cases) < 40 {
		t.Fatalf("only %d cases", len(cases))
	}
	for i, c := range cases {
		g, want := c[0], strings.Join(c[1], " ")
		s := &workshop.Stakeholder{SupportNow: said(g[0]), SupportNeeded: said(g[1]), Influence: value(said(g[2])), Confidence: value(said(g[3]))}
		if strings.Contains(g[4], "o") {
			s.RelationshipOwner = "p"
		}
		if strings.Contains(g[4], "r") {
			s.Response = "talk"
		}
		if strings.Contains(g[4], "n") {
			s.NextContact = today
		}
		if strings.Contains(g[4], "e") {
			s.Evidence = "said so"
		}
		var ratings []workshop.Rating
		if age := said(g[5]); age != nil {
			ratings = []workshop.Rating{{Date: "2020-01-01"}, {Date: today.AddDays(-*age)}}
		}
		e := Judge(s, ratings, today)
		got := fmt.Sprintf("%d %d %s %s", e.Gap, e.Priority, strings.ReplaceAll(string(e.Band), " ", "-"), marksOf(e))
		if got != want {
			t.Errorf("case %d, %v: %s, want %s", i+1, g, got, want)
		}
	}
}

// TestIndexesByHand does the same for whole maps, with retired and unrated people on them.
func TestIndexesByHand(t *testing.T) {
	for i, c := range table(t, "testdata/indexes.txt") {
		var all []*workshop.Stakeholder
		for _, word := range c[0] {
			rest, retired := strings.CutPrefix(word, "r")
			now, influence, _ := strings.Cut(rest, "x")
			all = append(all, &workshop.Stakeholder{SupportNow: said(now), Influence: value(said(influence)), Retired: retired})
		}
		r := OfView(&workshop.View{Stakeholders: all}, today)
		got := fmt.Sprintf("%d %d %d %.1f", r.Positive, r.Negative, r.Rated, math.Round(1000*r.Index)/10+0)
		if want := strings.Join(c[1], " "); got != want {
			t.Errorf("map %d, %v: %s, want %s", i+1, c[0], got, want)
		}
	}
}
