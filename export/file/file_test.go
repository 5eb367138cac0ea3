package file

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// expect checks what is in the folder: the files by name, and nothing beside them.
func expect(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := want[e.Name()]; !ok {
			t.Errorf("%s was left behind", e.Name())
		}
	}
	for name, content := range want {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
		} else if string(b) != content {
			t.Errorf("%s holds %q, want %q", name, b, content)
		}
	}
}

func write(t *testing.T, path, content string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		t.Fatal(err)
	}
}

// sentence checks that an error is one for the user.
func sentence(t *testing.T, err error, holds string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v is not an *Error", err)
	}
	if !strings.Contains(err.Error(), holds) || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("the sentence is %q, want one with %q and without the temporary file", err, holds)
	}
}

func TestReplaceWritesAndReplaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "register.xlsx")
	for _, content := range []string{"first", "second, longer", strings.Repeat("third ", 100_000)} {
		if err := Replace(path, text(content)); err != nil {
			t.Fatal(err)
		}
		expect(t, dir, map[string]string{"register.xlsx": content})
	}
}

func TestReplaceKeepsTheMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // no such modes there
	}
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, "old", 0o640)
	if err := Replace(path, text("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, want 0640", info.Mode().Perm())
	}
}

func TestReplaceFollowsALink(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // links need a privilege there
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "real"), "old", 0o644)
	if err := os.Symlink(filepath.Join(dir, "real"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := Replace(filepath.Join(dir, "link"), text("new")); err != nil {
		t.Fatal(err)
	}
	expect(t, dir, map[string]string{"real": "new", "link": "new"})
	if info, err := os.Lstat(filepath.Join(dir, "link")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone (%v)", err)
	}
}

func TestAnErrorOfTheExporterIsPassedOn(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	write(t, path, "old", 0o644)
	broken := errors.New("broken")
	err := Replace(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat("half ", 100_000)); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	expect(t, dir, map[string]string{"a": "old"})
}

func TestRefusedTargets(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "locked"), "old", 0o444)
	write(t, filepath.Join(dir, "plain"), "old", 0o644)
	for path, holds := range map[string]string{
		folder:                                       "is a folder",
		filepath.Join(dir, "locked"):                 "read-only",
		filepath.Join(dir, "none", "a.xlsx"):         "does not exist",
		filepath.Join(dir, strings.Repeat("n", 300)): "",
	} {
		called := false
		err := Replace(path, func(io.Writer) error { called = true; return nil })
		sentence(t, err, holds)
		if called {
			t.Errorf("%s: the export ran although it had nowhere to go", path)
		}
	}
	if runtime.GOOS != "windows" {
		sentence(t, Replace(filepath.Join(dir, "plain", "a.xlsx"), text("x")), "is not a folder")
	}
	if err := os.Remove(folder); err != nil {
		t.Errorf("the folder is not empty any more: %v", err)
	}
	expect(t, dir, map[string]string{"locked": "old", "plain": "old"})
}

func TestAFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // only Linux has a device that is always full
	}
	sentence(t, Replace("/dev/full", text("x")), "disk is full")
	info, err := os.Stat("/dev/full")
	if err != nil || info.Mode()&os.ModeDevice == 0 {
		t.Fatalf("/dev/full is not a device any more: %v, %v", info, err)
	}
	if err := Replace("/dev/null", text("x")); err != nil {
		t.Errorf("a device that takes everything: %v", err)
	}
	if !isFull(&os.PathError{Err: syscall.EDQUOT}) || isFull(syscall.EIO) {
		t.Error("a used-up quota is a full disk, a broken one is not")
	}
}
