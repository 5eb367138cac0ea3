package library

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// collect takes answers of direct reports in, which their evidence tells apart.
func collect(t *testing.T, l *Library, id, round workshop.ID, evidence ...string) {
	t.Helper()
	s, err := l.Session(id)
	must(t, err)
	must(t, s.DoFrom("hash-of-the-file", "collect", func(e *workshop.Edit) error {
		for _, text := range evidence {
			e.Add(&workshop.Response{Round: round, By: "report", Answers: map[string]workshop.Answer{"L1": {Now: 3, Evidence: text}}})
		}
		return nil
	}))
	must(t, l.Flush())
}

func begunRound(t *testing.T, l *Library, id workshop.ID) (round workshop.ID) {
	t.Helper()
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("round", func(e *workshop.Edit) error {
		round = e.Add(&workshop.Round{Title: "Round 1", Status: workshop.RoundOpen})
		return nil
	}))
	return round
}

func closeRound(t *testing.T, l *Library, id, round workshop.ID) {
	t.Helper()
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("close", func(e *workshop.Edit) error {
		r, err := workshop.Modify[workshop.Round](e, round)
		r.Status = workshop.RoundClosed
		return err
	}))
	must(t, l.Flush())
}

func lines(t *testing.T, path, sql string) []string {
	t.Helper()
	c, err := connect(path, reading, "")
	must(t, err)
	defer c.close()
	k := checker{conn: c}
	out, err := k.column(sql)
	must(t, err)
	return out
}

// TestAttackerWithTheFile reads the library and its backups as files: neither
// the rows nor the log nor free pages tell which answer came when, and of two
// days' backups the difference is not one answer.
func TestAttackerWithTheFile(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	round := begunRound(t, l, id)
	var texts []string
	for i := range 6 {
		texts = append(texts, fmt.Sprintf("evidence number %d", i))
	}
	first, second := filepath.Join(t.TempDir(), "1.nemawashi"), filepath.Join(t.TempDir(), "2.nemawashi")
	collect(t, l, id, round, texts[:4]...)
	must(t, l.Backup(first))
	collect(t, l, id, round, texts[4])
	collect(t, l, id, round, texts[5])
	must(t, l.Backup(second))
	clean(t, l)

	for _, copied := range []string{first, second} {
		data, err := os.ReadFile(copied)
		must(t, err)
		if bytes.Contains(data, []byte("evidence number")) {
			t.Errorf("%s holds answers of a round that is not closed", filepath.Base(copied))
		}
		b := openWith(t, copied, Options{ReadOnly: true})
		clean(t, b)
	}

	stamps := lines(t, path, "SELECT DISTINCT stamp || author FROM change WHERE kind='response' AND value IS NOT NULL")
	if len(stamps) != 1 || !strings.Contains(stamps[0], "-") || strings.Contains(stamps[0], "facilitator") || strings.Contains(stamps[0], "hash-of") {
		t.Errorf("the log tells the answers apart: %v", stamps)
	}
	ids := lines(t, path, "SELECT record FROM change WHERE kind='response' AND value IS NOT NULL ORDER BY seq")
	if len(ids) != 6 || !slices.IsSorted(ids) {
		t.Errorf("the log keeps another order than that of the random ids: %v", ids)
	}
	if left := lines(t, path, "SELECT id FROM record WHERE kind='response' AND alive=0 AND doc IS NOT NULL"); len(left) > 0 {
		t.Errorf("values of what was erased: %v", left)
	}
	// Every text stands in the file as often as every other: no earlier state
	// is left in free pages or in the log beside the file.
	var file []byte
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + suffix)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		file = append(file, data...)
	}
	count := map[int]bool{}
	for _, text := range texts {
		count[bytes.Count(file, []byte(text))] = true
	}
	if len(count) != 1 || count[0] {
		t.Errorf("the texts stand in the file %v times", count)
	}

	closeRound(t, l, id, round)
	last := filepath.Join(t.TempDir(), "3.nemawashi")
	must(t, l.Backup(last))
	b := openWith(t, last, Options{ReadOnly: true})
	clean(t, b)
	if got, want := picture(t, b, id), picture(t, l, id); got != want || !strings.Contains(got, texts[5]) {
		t.Error("the backup after the round was closed does not hold all of it")
	}
	clean(t, l)
}

// TestOneAtATimeIsNoOrder: however answers come in, what is kept is the same
// kind of thing, and the library opens with all of them.
func TestOneAtATimeIsNoOrder(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	round := begunRound(t, l, id)
	for i := range 12 {
		collect(t, l, id, round, fmt.Sprintf("evidence number %02d", i))
	}
	order := lines(t, path, "SELECT value->'answers'->'L1'->>'evidence' FROM change WHERE kind='response' AND value IS NOT NULL ORDER BY seq")
	if len(order) != 12 || slices.IsSorted(order) {
		t.Errorf("the order of the log is that in which answers came: %v", order)
	}
	must(t, l.Close())
	l = open(t, path)
	clean(t, l)
	s, err := l.Session(id)
	must(t, err)
	s.Read(func(w *workshop.Workshop) {
		if n := len(workshop.All[workshop.Response](w)); n != 12 {
			t.Errorf("%d answers", n)
		}
	})
}
