package library

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

func TestSecondInstanceReads(t *testing.T) {
	path := placeFor(t)
	first := startOther(t, path)

	start := time.Now()
	l := openWith(t, path, Options{})
	if took := time.Since(start); took > time.Second {
		t.Errorf("the answer took %v", took)
	}
	if !l.ReadOnly() || l.Status().State != Static {
		t.Error("two instances may write")
	}
	sentence(t, l.Notice())
	if !strings.Contains(l.Notice(), "process "+strconv.Itoa(first.Process.Pid)) {
		t.Errorf("the notice does not say who has the library: %s", l.Notice())
	}
	if host, err := os.Hostname(); err == nil && !strings.Contains(l.Notice(), host) {
		t.Errorf("the notice does not say where: %s", l.Notice())
	}
	s, err := l.Session(first.id)
	must(t, err)
	if err := s.Do("x", func(e *workshop.Edit) error { e.Add(&workshop.Goal{Title: "x"}); return nil }); !errors.Is(err, workshop.ErrReadOnly) {
		t.Errorf("an edit gives %v", err)
	}
	if _, err := l.Create(func(*workshop.Edit) error { return nil }); !errors.Is(err, workshop.ErrReadOnly) {
		t.Errorf("a new workshop gives %v", err)
	}

	// What the first saves meanwhile is seen, and nothing of it is disturbed.
	for i := range 20 {
		title := "Label lane " + strconv.Itoa(i)
		first.add(t, title)
		hits, err := l.Search(title, 1)
		must(t, err)
		if len(hits) != 1 || !strings.HasSuffix(hits[0].Title, title) {
			t.Fatalf("%q was saved by the first and is not seen by the second: %v", title, hits)
		}
	}
	clean(t, l)
	must(t, l.Backup(filepath.Join(t.TempDir(), "copy.nemawashi")))
}

// The lock of a process that was killed stops nobody, and all that the process
// had reported as saved is there.
func TestLockOfADeadProcess(t *testing.T) {
	path := placeFor(t)
	first := startOther(t, path)
	for i := range 10 {
		first.add(t, "Saved "+strconv.Itoa(i))
	}
	must(t, first.Process.Kill())
	// Wait reports the kill, which is what was asked for.
	_ = first.Wait()

	start := time.Now()
	l := openWith(t, path, Options{})
	if took := time.Since(start); took > time.Second {
		t.Errorf("the answer took %v", took)
	}
	if l.ReadOnly() || l.Notice() != "" {
		t.Fatalf("a dead process keeps the library: %s", l.Notice())
	}
	if !l.Unclean() {
		t.Error("a crash is taken for a normal end")
	}
	actions, err := l.Actions(Filter{})
	must(t, err)
	if len(actions) != 10 {
		t.Errorf("%d of 10 saved actions are there", len(actions))
	}
	add(t, l, first.id, "One more")
	clean(t, l)
}

func TestSameProcessTwice(t *testing.T) {
	path, id := closed(t)
	a := open(t, path)
	b := open(t, path)
	if a.ReadOnly() || !b.ReadOnly() {
		t.Fatalf("read only: first %v, second %v", a.ReadOnly(), b.ReadOnly())
	}
	must(t, b.Close())
	add(t, a, id, "still writing")
	must(t, a.Flush())
	must(t, a.Close())
	if c := open(t, path); c.ReadOnly() {
		t.Error("closing did not give the library back")
	}
}

// Somebody who has the library for a moment only does not make others readers.
func TestLockHeldForAMoment(t *testing.T) {
	path, _ := closed(t)
	a, err := Open(path, Options{})
	must(t, err)
	go func() {
		time.Sleep(100 * time.Millisecond)
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	}()
	if b := open(t, path); b.ReadOnly() {
		t.Errorf("it is open for reading only: %s", b.Notice())
	}
}

// A library is copied whole while it is being written, log and all.
func TestSnapshotOfALibraryInUse(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	stop, done := make(chan struct{}), make(chan struct{})
	s, err := l.Session(id)
	must(t, err)
	go func() {
		defer close(done)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			err := s.Do("add", func(e *workshop.Edit) error {
				for range 20 {
					e.Add(&workshop.Action{Title: strings.Repeat("x", 400)})
				}
				return nil
			})
			if err == nil {
				err = l.Flush()
			}
			if err != nil {
				t.Error(err)
				return
			}
		}
	}()
	before := 0
	for range 8 {
		folder := t.TempDir()
		copied, err := snapshot(path, folder)
		must(t, err)
		c := openWith(t, copied, Options{ReadOnly: true})
		clean(t, c)
		list, err := c.Workshops()
		must(t, err)
		if len(list) != 1 || (list[0].Actions-1)%20 != 0 || list[0].Actions < before {
			t.Errorf("the copy has %+v, the one before had %d actions", list, before)
		}
		before = list[0].Actions
	}
	close(stop)
	<-done
}

// The same, with the library written and its log carried over at the worst
// moment, between the copy of the one and the copy of the other; and with the
// log then begun anew, so that what was carried over is no longer in it.
func TestSnapshotAtTheWorstMoment(t *testing.T) {
	for name, anew := range map[string]bool{"carried over": false, "begun anew": true} {
		t.Run(name, func(t *testing.T) {
			path := placeFor(t)
			l := open(t, path)
			id := sample(t, l)
			some := func(n int) {
				for range n {
					add(t, l, id, strings.Repeat("what somebody wrote ", 20))
				}
				must(t, l.Flush())
			}
			some(10)
			rounds := 0
			copied, err := snapshotWhile(path, t.TempDir(), func() {
				if rounds++; rounds > 1 {
					return
				}
				some(40)
				c, err := connect(path, writing, "")
				must(t, err)
				_, carried, err := c.WALCheckpoint("main", sqlite3.CHECKPOINT_RESTART)
				must(t, errors.Join(err, c.close()))
				if carried == 0 {
					t.Error("nothing was carried over")
				}
				if anew {
					some(1)
				}
			})
			must(t, err)
			if anew != (rounds > 1) {
				t.Errorf("it took %d rounds", rounds)
			}
			c := openWith(t, copied, Options{ReadOnly: true})
			clean(t, c)
			list, err := c.Workshops()
			must(t, err)
			want := 51
			if anew {
				want++
			}
			if list[0].Actions != want {
				t.Errorf("the copy has %d actions, not %d", list[0].Actions, want)
			}
		})
	}
}
