package library

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// keepPicture keeps a picture and says what it is called.
func keepPicture(t testing.TB, l *Library, what string) string {
	t.Helper()
	sum, err := l.PutBlob([]byte(strings.Repeat(what+" ", 2000)))
	must(t, err)
	return sum
}

// there says whether the library still has a picture.
func there(t testing.TB, l *Library, sum string) bool {
	t.Helper()
	_, err := l.Blob(sum)
	if err != nil && !errors.Is(err, &Error{Code: NotFound}) {
		t.Fatal(err)
	}
	return err == nil
}

func collects(t testing.TB, l *Library, want int) {
	t.Helper()
	got, err := l.Collect()
	must(t, err)
	if got.Pictures != want || (want > 0) != (got.Bytes > 0) {
		t.Errorf("collected %+v, want %d pictures", got, want)
	}
}

func photograph(t testing.TB, s *workshop.Session, sum string) workshop.ID {
	t.Helper()
	var id workshop.ID
	must(t, s.Do("photo", func(e *workshop.Edit) error { id = e.Add(&workshop.Photo{Blob: sum}); return nil }))
	return id
}

func turned(t testing.TB, s *workshop.Session, id workshop.ID, sum string) {
	t.Helper()
	must(t, s.Do("turn", func(e *workshop.Edit) error {
		p, err := workshop.Modify[workshop.Photo](e, id)
		if err == nil {
			p.Blob = sum
		}
		return err
	}))
}

// What nothing needs goes with the next run, not with this one: undo may ask
// for it as long as the library is open.
func TestCollectKeepsWhatUndoMayAskFor(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	s, err := l.Session(id)
	must(t, err)
	first, right, gone, stray := keepPicture(t, l, "first"), keepPicture(t, l, "right"), keepPicture(t, l, "gone"), keepPicture(t, l, "stray")
	photo, other := photograph(t, s, first), photograph(t, s, gone)
	turned(t, s, photo, right)
	must(t, s.Do("delete", func(e *workshop.Edit) error { return e.Delete(other) }))
	collects(t, l, 0)
	for _, sum := range []string{first, right, gone, stray} {
		if !there(t, l, sum) {
			t.Fatal("a picture of this run has gone")
		}
	}
	for range 2 { // the deletion and the turn
		_, err := s.Undo()
		must(t, err)
	}
	for range 2 {
		_, err := s.Redo()
		must(t, err)
	}
	must(t, l.Close())

	l = open(t, path)
	s, err = l.Session(id)
	must(t, err)
	turned(t, s, photo, first) // it is needed again, just before
	_, err = s.Undo()
	must(t, err)
	collects(t, l, 2)
	if there(t, l, gone) || there(t, l, stray) || !there(t, l, right) || !there(t, l, first) {
		t.Error("not the pictures that nothing needs have gone")
	}
	clean(t, l)
	must(t, l.Close())

	l = open(t, path)
	collects(t, l, 1)
	if there(t, l, first) || !there(t, l, right) {
		t.Error("the picture before it was turned is still there")
	}
	collects(t, l, 0)
	clean(t, l)
}

// Two people turned one photo unaware of each other: both pictures stay until somebody has chosen.
func TestCollectKeepsBothSidesOfAConflict(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	s, err := l.Session(id)
	must(t, err)
	before, here, elsewhere := keepPicture(t, l, "before"), keepPicture(t, l, "here"), keepPicture(t, l, "elsewhere")
	photo := photograph(t, s, before)
	var birth workshop.Ref
	must(t, l.look(func(c *conn) error {
		seq, err := c.integer("SELECT seq FROM change WHERE record=?", photo)
		birth = workshop.Ref{Device: l.device, Seq: seq}
		return err
	}))
	turned(t, s, photo, here)
	stamp := workshop.Stamp{Wall: time.Now().UnixMilli() - 1, Device: "elsewhere"}
	must(t, s.Apply("merge", []workshop.Change{{Ref: workshop.Ref{Device: "elsewhere", Seq: 1}, Workshop: id, Record: photo, Kind: workshop.KindPhoto,
		Field: "blob", New: []byte(`"` + elsewhere + `"`), Parents: []workshop.Ref{birth}, Stamp: stamp, Verb: workshop.VerbSet}}))
	must(t, l.Close())
	l = open(t, path)
	collects(t, l, 1)
	if there(t, l, before) || !there(t, l, here) || !there(t, l, elsewhere) {
		t.Error("a side of the conflict has gone, or what both replaced stayed")
	}
	clean(t, l)
}

// The day's backup is made first, and still has what goes after it.
func TestDailyCareBacksUpBeforeItCollects(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	stray := keepPicture(t, l, "stray")
	must(t, l.Close())
	now := time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	l = openWith(t, path, Options{Now: func() time.Time { return now }})
	must(t, l.CareDaily())
	if there(t, l, stray) {
		t.Error("it was not let go of")
	}
	must(t, l.CareDaily()) // nothing on the same day
	b := open(t, filepath.Join(l.BackupFolder(), dailyName(now)))
	if !there(t, b, stray) {
		t.Error("the backup does not have it either")
	}
	again := keepPicture(t, l, "stray")
	if again != stray || !there(t, l, again) {
		t.Error("put again it is not there")
	}
	must(t, l.Flush())
	if !there(t, l, again) {
		t.Error("put again it has not reached the disk")
	}
}

// collector makes, turns and deletes photos and collects, in a library that it opens
// anew each time, until it is killed.
func collector(path string) int {
	for n := 0; ; n++ {
		if err := collectOnce(path, n); err != nil {
			fmt.Println("failed:", err)
			return 1
		}
		fmt.Println("round", n)
	}
}

func collectOnce(path string, n int) error {
	l, err := Open(path, Options{Author: "collector"})
	if err != nil {
		return err
	}
	all, err := l.Workshops()
	if err != nil {
		return err
	}
	s, err := l.Session(all[0].ID)
	if err != nil {
		return err
	}
	var sums []string
	for _, side := range []string{"left", "right"} {
		sum, err := l.PutBlob([]byte(strings.Repeat(fmt.Sprint(os.Getpid(), n, side), 3000)))
		if err != nil {
			return err
		}
		sums = append(sums, sum)
	}
	err = s.Do("photos", func(e *workshop.Edit) error {
		for i, p := range workshop.All[workshop.Photo](e.Workshop()) {
			if i%2 == 0 {
				if err := e.Delete(p.ID); err != nil {
					return err
				}
				continue
			}
			m, err := workshop.Modify[workshop.Photo](e, p.ID)
			if err != nil {
				return err
			}
			m.Blob = sums[1]
		}
		e.Add(&workshop.Photo{Blob: sums[0]})
		return nil
	})
	if err != nil {
		return err
	}
	if _, err := l.Collect(); err != nil {
		return err
	}
	return l.Close()
}

// Killed while it collects, the library has every picture that a photo shows.
func TestKilledWhileCollecting(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	must(t, l.Close())
	exe, err := os.Executable()
	must(t, err)
	for kill := range 8 {
		c := exec.Command(exe, path)
		c.Env = append(os.Environ(), role+"=collector")
		out, err := c.StdoutPipe()
		must(t, err)
		must(t, c.Start())
		lines := bufio.NewScanner(out)
		for seen := 0; seen < 2 && lines.Scan(); seen++ {
			if !strings.HasPrefix(lines.Text(), "round") {
				t.Errorf("it said %s", lines.Text())
			}
		}
		time.Sleep(time.Duration(kill*5) * time.Millisecond) // somewhere in the next round
		must(t, c.Process.Kill())
		_ = c.Wait() // that it was killed is known
		l := open(t, path)
		clean(t, l)
		s, err := l.Session(id)
		must(t, err)
		shown := map[string]bool{}
		s.Read(func(w *workshop.Workshop) {
			for _, p := range workshop.All[workshop.Photo](w) {
				shown[p.Blob] = true
			}
		})
		for sum := range shown {
			if !there(t, l, sum) {
				t.Errorf("kill %d: a picture that is shown has gone", kill)
			}
		}
		_, err = l.Collect()
		must(t, err)
		var kept int64
		must(t, l.look(func(c *conn) error { kept, err = c.integer("SELECT count(*) FROM blob"); return err }))
		if kept != int64(len(shown)) {
			t.Errorf("kill %d: %d pictures are kept, %d are shown", kill, kept, len(shown))
		}
		must(t, l.Close())
	}
}
