package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
)

// What the disk refuses is written elsewhere, with its history, and the library
// goes on trying.
func TestRescue(t *testing.T) {
	disk, o := newBadDisk(t)
	l := openWith(t, placeFor(t), o)
	id := sample(t, l)
	disk.set("-wal", syscall.EIO, nil)
	late := add(t, l, id, "Refused by the disk")
	if err := l.Flush(); err == nil {
		t.Fatal("nothing went wrong")
	}
	want := picture(t, l, id)
	to := filepath.Join(t.TempDir(), "with a blank.nemawashi")
	must(t, l.Rescue(to))
	if err := l.Rescue(to); !errors.Is(err, &Error{Code: Exists}) {
		t.Errorf("onto a file it gives %v", err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(to)); len(entries) != 1 {
		t.Errorf("it left %v", entries)
	}
	disk.set("", nil, nil)
	must(t, l.Flush())
	r := open(t, to)
	clean(t, r)
	if got := picture(t, r, id); got != want {
		t.Errorf("it reads\n%s\nwant\n%s", got, want)
	}
	if hits, err := r.Search("Refused", 5); err != nil || len(hits) != 1 || hits[0].ID != late {
		t.Errorf("search finds %v %v", hits, err)
	}
	add(t, r, id, "Works on")
}

// The disk is gone with all that was on it.
func TestRescueWithoutTheFile(t *testing.T) {
	path := placeFor(t)
	l, err := Open(path, Options{})
	must(t, err)
	id := sample(t, l)
	s, err := l.Session(id)
	must(t, err)
	must(t, os.RemoveAll(filepath.Dir(path)))
	must(t, s.Do("x", func(e *workshop.Edit) error { e.Add(&workshop.Goal{Title: "After it was gone"}); return nil }))
	if err := l.Flush(); !errors.Is(err, &Error{Code: Moved}) {
		t.Fatalf("saving gives %v", err)
	}
	l.eye.Lock()
	must(t, l.read.close()) // as if the pages could not be read either
	l.read = nil
	l.eye.Unlock()
	to := placeFor(t)
	must(t, l.Rescue(to))
	r := open(t, to)
	clean(t, r)
	if got := picture(t, r, id); !strings.Contains(got, "After it was gone") || !strings.Contains(got, "Shadow board") {
		t.Errorf("it reads\n%s", got)
	}
}
