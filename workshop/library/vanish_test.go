//go:build faults && linux

package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// pullable is a folder that can be taken away while a library in it is open, as a
// stick is, and be put back: a mount that is let go of lazily, so that who has a
// file open keeps it. Where nothing can be mounted a folder that is renamed stands
// in for it.
func pullable(t *testing.T) (folder string, pull, plug func()) {
	t.Helper()
	behind, at := t.TempDir(), filepath.Join(t.TempDir(), "stick")
	must(t, os.Mkdir(at, 0o700))
	if err := syscall.Mount(behind, at, "", syscall.MS_BIND, ""); err != nil {
		t.Logf("nothing can be mounted here (%v), so a folder that is renamed stands in for a stick", err)
		away := at + ".away"
		return at, func() { must(t, os.Rename(at, away)); must(t, os.Mkdir(at, 0o700)) }, func() { must(t, os.Remove(at)); must(t, os.Rename(away, at)) }
	}
	t.Log("the stick is a mount")
	t.Cleanup(func() {
		if err := syscall.Unmount(at, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return at, func() { must(t, syscall.Unmount(at, syscall.MNT_DETACH)) }, func() { must(t, syscall.Mount(behind, at, "", syscall.MS_BIND, "")) }
}

// A disk is pulled out while somebody writes: nothing is said to be saved, the
// work goes on in memory, and once the disk is back it is saved by itself.
func TestDiskIsPulledOut(t *testing.T) {
	at, pull, plug := pullable(t)
	path := filepath.Join(at, "library.nemawashi")
	l := openWith(t, path, Options{Author: "facilitator"})
	id := sample(t, l)
	for round := range 2 {
		pull()
		for range 3 {
			add(t, l, id, "Said while the disk was out")
		}
		if err := l.Flush(); !errors.Is(err, &Error{Code: Moved}) {
			t.Fatalf("round %d: saving on a disk that was pulled out gives %v", round, err)
		}
		s := l.Status()
		if s.State != Waiting || s.Err == nil || !strings.Contains(s.Err.Error(), "kept in memory") {
			t.Errorf("the state is %+v", s)
		}
		if err := l.Close(); !errors.Is(err, &Error{Code: Unsaved}) {
			t.Errorf("closing without the disk gives %v", err)
		}
		elsewhere := placeFor(t)
		must(t, l.Rescue(elsewhere))
		r := open(t, elsewhere)
		clean(t, r)
		if got := picture(t, r, id); strings.Count(got, "Said while the disk was out") < 3*(round+1) {
			t.Errorf("round %d: what was rescued lacks something", round)
		}
		plug()
		for end := time.Now().Add(2 * time.Minute); l.Status().State != Saved; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("nothing is saved by itself once the disk is back: %+v", l.Status())
			}
		}
	}
	want := picture(t, l, id)
	must(t, l.Close())
	again := open(t, path)
	clean(t, again)
	if got := picture(t, again, id); got != want {
		t.Error("what was written without the disk is not there")
	}
	n := 0
	s, err := again.Session(id)
	must(t, err)
	s.Read(func(w *workshop.Workshop) { n = len(workshop.All[workshop.Action](w)) })
	if n != 7 {
		t.Errorf("%d actions are there, want 7", n)
	}
}
