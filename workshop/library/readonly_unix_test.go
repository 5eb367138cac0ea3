//go:build unix

package library

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
)

// asNobody runs the calling test again without the rights of root, whom no
// file mode stops, and says whether it did.
func asNobody(t *testing.T) bool {
	t.Helper()
	if os.Geteuid() != 0 {
		return false
	}
	exe, err := os.Executable()
	must(t, err)
	folder, err := os.MkdirTemp("", "nemawashi-nobody-")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(folder)) })
	must(t, os.Chmod(folder, 0o777))
	copied := filepath.Join(folder, "test")
	must(t, copyFile(exe, copied))
	must(t, os.Chmod(copied, 0o755))
	cmd := exec.Command(copied, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Dir = folder
	cmd.Env = []string{"HOME=" + folder, "TMPDIR=" + folder}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Fatalf("without the rights of root: %v\n%s", err, out)
	}
	return true
}

// readable opens what cannot be written and looks into it.
func readable(t *testing.T, path string, id workshop.ID, want string) {
	t.Helper()
	before := hashFile(t, path)
	l := openWith(t, path, Options{})
	if !l.ReadOnly() {
		t.Error("it was opened for writing")
	}
	sentence(t, l.Notice())
	if got := picture(t, l, id); got != want {
		t.Errorf("it reads\n%s\nwant\n%s", got, want)
	}
	hits, err := l.Search("改善", 1)
	must(t, err)
	if len(hits) != 1 {
		t.Error("search finds nothing")
	}
	clean(t, l)
	out := placeFor(t)
	must(t, l.Backup(out))
	if got := picture(t, open(t, out), id); got != want {
		t.Error("its copy reads otherwise")
	}
	must(t, l.Close())
	if hashFile(t, path) != before {
		t.Error("the file was changed")
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if asNobody(t) {
		return
	}
	path, id := closed(t)
	l, err := Open(path, Options{})
	must(t, err)
	want := picture(t, l, id)
	must(t, l.Close())
	for _, name := range []string{path, path + ".lock", filepath.Dir(path)} {
		must(t, os.Chmod(name, 0o555))
	}
	t.Cleanup(func() { must(t, os.Chmod(filepath.Dir(path), 0o755)) })
	readable(t, path, id, want)
}

// As above, but the last use did not end in the normal way: part of the
// library is in its log only.
func TestReadOnlyFolderWithLog(t *testing.T) {
	if asNobody(t) {
		return
	}
	from := placeFor(t)
	l := open(t, from)
	id := sample(t, l)
	want := picture(t, l, id)
	folder := t.TempDir()
	path, err := snapshot(from, folder)
	must(t, err)
	if !logged(path) {
		t.Fatal("there is no log to test with")
	}
	for _, name := range []string{path, path + "-wal", folder} {
		must(t, os.Chmod(name, 0o555))
	}
	t.Cleanup(func() { must(t, os.Chmod(folder, 0o755)) })
	readable(t, path, id, want)
}

func TestReadOnlyFile(t *testing.T) {
	if asNobody(t) {
		return
	}
	path, id := closed(t)
	l, err := Open(path, Options{})
	must(t, err)
	want := picture(t, l, id)
	must(t, l.Close())
	must(t, os.Chmod(path, 0o444))
	readable(t, path, id, want)
}

func TestNewLibraryInReadOnlyFolder(t *testing.T) {
	if asNobody(t) {
		return
	}
	folder := t.TempDir()
	must(t, os.Chmod(folder, 0o555))
	t.Cleanup(func() { must(t, os.Chmod(folder, 0o755)) })
	refused(t, filepath.Join(folder, "library.nemawashi"), Options{}, NotFound)
}
