package library

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// titled is a closed library in which one goal was titled four times. The changes
// in between decide nothing any more: the records are the same without them.
func titled(t *testing.T) string {
	t.Helper()
	path := placeFor(t)
	l, err := Open(path, Options{Author: "facilitator"})
	must(t, err)
	s, err := l.Session(sample(t, l))
	must(t, err)
	var goal workshop.ID
	must(t, s.Do("add", func(e *workshop.Edit) error { goal = e.Add(&workshop.Goal{Title: "First"}); return nil }))
	for i := range 4 {
		must(t, s.Do("title", func(e *workshop.Edit) error { return e.SetField(goal, "title", fmt.Appendf(nil, `"Title %d"`, i)) }))
		add(t, l, s.ID(), "in between")
	}
	clean(t, l)
	must(t, l.Close())
	return path
}

// What nobody would see on the screen is found in the log itself.
func TestCheckFindsInTheLog(t *testing.T) {
	const second = "(SELECT seq FROM change WHERE field='title' ORDER BY seq LIMIT 1 OFFSET 1)"
	const third = "(SELECT seq FROM change WHERE field='title' ORDER BY seq LIMIT 1 OFFSET 2)"
	for name, c := range map[string]struct{ sql, what string }{
		"a change gone":                 {`DELETE FROM change WHERE seq=` + second, "A change is missing in the log: number "},
		"the one it came after gone":    {`DELETE FROM change WHERE seq=` + second, "came after one that is missing in the log: number "},
		"several changes gone":          {`DELETE FROM change WHERE kind='goal' AND seq<` + third, "changes are missing in the log: numbers "},
		"the first changes gone":        {`DELETE FROM change WHERE seq<3`, "2 changes are missing in the log: numbers 1 to 2"},
		"its causes gone":               {`UPDATE change SET parents=NULL WHERE seq=` + third, "does not say which one it came after"},
		"a cause that never was":        {`UPDATE change SET parents=json_replace(parents, '$[0].n', 900) WHERE seq=` + third, "missing in the log: number 900"},
		"a cause of another device":     {`UPDATE change SET parents=json_replace(parents, '$[0].d', 'ABCDEFGHIJKLM') WHERE seq=` + third, "of device ABCDEFGHIJKLM"},
		"a cause in another record":     {`UPDATE change SET parents=json_replace(parents, '$[0].n', 1) WHERE seq=` + third, "came after one of another record"},
		"a cause that came later":       {`UPDATE change SET stamp=(SELECT value FROM meta WHERE name='stamp') WHERE seq=` + second, "came after one that was made later"},
		"the note of what is not there": {`INSERT INTO meta VALUES('absent', '[')`, "The note on what this library was never given"},
	} {
		t.Run(name, func(t *testing.T) {
			path := titled(t)
			w, err := connect(path, writing, "")
			must(t, err)
			must(t, w.Exec(c.sql))
			must(t, w.close())
			problems, err := openWith(t, path, Options{ReadOnly: true}).Check()
			must(t, err)
			found := false
			for _, p := range problems {
				found = found || strings.Contains(p.What, c.what)
				if p.Do == "" || strings.Contains(p.What+p.Where, "Title") {
					t.Errorf("not fit to be shown: %+v", p)
				}
			}
			if !found {
				t.Errorf("found %v, want %q", problems, c.what)
			}
		})
	}
}

// A copy that was made without the answers that are being gathered may lack
// these, and nothing else.
func TestWhatACopyLacks(t *testing.T) {
	l := open(t, placeFor(t))
	id := sample(t, l)
	round := begunRound(t, l, id)
	collect(t, l, id, round, "one", "two", "three")
	add(t, l, id, "afterwards")
	must(t, l.BackupBefore("test"))
	backup, _ := NewestBackup(l.path)
	c, err := connect(backup, writing, "")
	must(t, err)
	gaps, err := c.gaps()
	must(t, err)
	absent, err := c.absent()
	must(t, err)
	if len(gaps) != 1 || fmt.Sprint(gaps) != fmt.Sprint(absent) {
		t.Fatalf("it lacks %v and says %v", gaps, absent)
	}
	must(t, c.Exec("DELETE FROM change WHERE seq=2"))
	must(t, c.close())
	b := openWith(t, backup, Options{ReadOnly: true})
	problems, err := b.Check()
	must(t, err)
	if !strings.Contains(fmt.Sprint(problems), "A change is missing in the log: number 2 ") {
		t.Errorf("it finds %v", problems)
	}
}

// Runs hold what was put in, whatever the order.
func TestSpans(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		s, want := spans{}, map[int64]bool{}
		for range r.IntN(12) {
			from := 1 + r.Int64N(30)
			to := from + r.Int64N(4)
			s.add("A", from, to)
			for i := from; i <= to; i++ {
				want[i] = true
			}
		}
		if n := s.count("A"); n != int64(len(want)) {
			t.Fatalf("%v counts %d, not %d", s, n, len(want))
		}
		for i := int64(1); i < 40; i++ {
			to, in := s.from("A", i)
			if in != want[i] || to < i || to < 40 && want[to] != in || want[to+1] == in && to < 40 {
				t.Fatalf("%v from %d: %d %v", s, i, to, in)
			}
		}
		if b, err := json.Marshal(s); err != nil || strings.Contains(string(b), "null") {
			t.Errorf("%s %v", b, err)
		}
	}
}
