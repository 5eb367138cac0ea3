//go:build unix

package library

import (
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNobodyElseMayRead looks at every file that holds what somebody wrote,
// under the usual umask. The shared memory beside a library holds page numbers.
func TestNobodyElseMayRead(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o022))
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	backup := filepath.Join(filepath.Dir(path), "copy.nemawashi")
	must(t, l.Backup(backup))
	_, err := l.DailyBackup()
	must(t, err)
	add(t, l, id, "In the log")
	must(t, l.Flush())
	look := func() (seen int) {
		t.Helper()
		must(t, filepath.WalkDir(filepath.Dir(path), func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(p, "-shm") {
				return err
			}
			seen++
			info, err := d.Info()
			if err == nil && info.Mode().Perm() != 0o600 {
				t.Errorf("%s has the mode %v", filepath.Base(p), info.Mode())
			}
			return err
		}))
		return seen
	}
	if n := look(); n != 5 { // library, log, lock, two backups
		t.Errorf("%d files, want 5", n)
	}
	must(t, l.Close())
	_, err = Restore(backup, path)
	must(t, err)
	if n := look(); n != 5 { // library, the one before, lock, two backups
		t.Errorf("%d files after restoring, want 5", n)
	}
}
