//go:build unix

package library

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func absent(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		if found, err := exists(path); err != nil || found {
			t.Errorf("there is a file %s, %v", path, err)
		}
	}
}

// A library that is opened by a link is the one that it leads to, also for
// whoever opens it by its own name at the same time.
func TestLinkToALibrary(t *testing.T) {
	path, id := closed(t)
	link := filepath.Join(t.TempDir(), "link.nemawashi")
	must(t, os.Symlink(path, link))
	l, err := Open(link, Options{Author: "facilitator"})
	must(t, err)
	if other := open(t, path); !other.ReadOnly() || other.Notice() == "" {
		t.Error("two write to one library, by two names")
	}
	add(t, l, id, "by the link")
	must(t, l.Flush())
	if l.Path() != path || l.BackupFolder() != BackupsOf(link) || filepath.Dir(l.BackupFolder()) != filepath.Dir(path) {
		t.Errorf("the library is %s, its backups are in %s, or %s", l.Path(), l.BackupFolder(), BackupsOf(link))
	}
	must(t, l.BackupBefore("test"))
	must(t, l.Close())
	absent(t, link+".lock", link+"-wal", link+"-shm")

	backup, _ := NewestBackup(link)
	_, err = Restore(backup, link)
	must(t, err)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	clean(t, open(t, link))
}

func TestLinkToNothing(t *testing.T) {
	folder := t.TempDir()
	link := filepath.Join(folder, "link.nemawashi")
	must(t, os.Symlink(filepath.Join(folder, "gone.nemawashi"), link))
	refused(t, link, Options{}, NotFound)
	round := filepath.Join(folder, "round.nemawashi")
	must(t, os.Symlink(round, round))
	refused(t, round, Options{}, NotFound)
	absent(t, link+".lock", round+".lock", filepath.Join(folder, "gone.nemawashi"))
}

// To open a pipe would wait for somebody who writes to it.
func TestPipeIsNoLibrary(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.nemawashi")
	must(t, syscall.Mkfifo(pipe, 0o600))
	for _, path := range []string{pipe, os.DevNull} {
		_, err := Open(path, Options{})
		if err == nil {
			t.Fatalf("%s was opened", path)
		}
		sentence(t, err.Error())
		absent(t, path+".lock")
	}
}
