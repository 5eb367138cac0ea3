//go:build faults && linux

package library

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// smallDisk is a disk that can be filled and freed: a real one of 8 MB, or,
// where none can be mounted, one that only says that it is full.
func smallDisk(t *testing.T) (folder string, o Options, fill, free func()) {
	t.Helper()
	at := t.TempDir()
	if err := syscall.Mount("none", at, "tmpfs", 0, "size=8m"); err != nil {
		t.Logf("no disk can be mounted here (%v), so one that says it is full stands in for it", err)
		disk, o := newBadDisk(t)
		return at, o, func() { disk.set("-wal", nil, vfs.SystemError(syscall.ENOSPC, sqlite3.FULL)) }, func() { disk.set("", nil, nil) }
	}
	t.Log("the disk is a real one of 8 MB")
	t.Cleanup(func() {
		if err := syscall.Unmount(at, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	ballast := filepath.Join(at, "ballast")
	return at, Options{Author: "facilitator"}, func() { fillUp(t, ballast) }, func() { must(t, os.Remove(ballast)) }
}

// A real disk is filled by somebody else, freed, and filled again: nothing is
// said to be saved that is not, and saving goes on by itself.
func TestFullDisk(t *testing.T) {
	at, o, fill, free := smallDisk(t)
	path := filepath.Join(at, "library.nemawashi")
	l := openWith(t, path, o)
	id := sample(t, l)
	for range 3 {
		fill()
		refusedAt := 0
		for i := range 400 {
			add(t, l, id, "What was said while the disk was full, and more than the log has room for")
			if err := l.Flush(); err != nil {
				if !errors.Is(err, &Error{Code: NoSpace}) {
					t.Fatalf("a full disk gives %v", err)
				}
				refusedAt = i + 1
				break
			}
		}
		if refusedAt == 0 {
			t.Fatal("a full disk took everything")
		}
		if s := l.Status(); s.State != Waiting || s.Err == nil {
			t.Errorf("with the disk full the state is %+v", s)
		}
		free()
		eventually(t, "saving by itself", func() bool { return l.Status().State == Saved })
	}
	want := picture(t, l, id)
	must(t, l.Close())
	again := open(t, path)
	clean(t, again)
	if got := picture(t, again, id); got != want {
		t.Error("what was written in need is not there")
	}
}

func fillUp(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	must(t, err)
	b := make([]byte, 4096)
	for err == nil {
		_, err = f.Write(b)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	must(t, f.Close())
}
