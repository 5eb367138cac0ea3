package library

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A library is moved with all that is in it, its log included, whoever had it last.
func TestMove(t *testing.T) {
	from, log, lock := crashed(t)
	path := again(t, from, log, lock)
	before := hashFile(t, path)
	to := placeFor(t)
	must(t, Move(path, to))
	if hashFile(t, path) != before || len(namesIn(t, filepath.Dir(to))) != 1 {
		t.Errorf("the old file was changed, or there are %q", namesIn(t, filepath.Dir(to)))
	}
	l := open(t, to)
	clean(t, l)
	actions, err := l.Actions(Filter{})
	must(t, err)
	if len(actions) != 9 {
		t.Errorf("%d of 9 actions are there", len(actions))
	}
	old := open(t, path) // still what it was
	clean(t, old)
	if l.device == old.device {
		t.Error("both would number their changes alike")
	}
	if err := Move(path, placeFor(t)); !errors.Is(err, &Error{Code: InUse}) {
		t.Errorf("a library that is open gives %v", err)
	} else {
		sentence(t, err.Error())
	}
	inside := placeFor(t)
	must(t, old.Move(inside))
	clean(t, open(t, inside))
}

func TestMoveRefuses(t *testing.T) {
	path, _ := closed(t)
	cloudy := filepath.Join(t.TempDir(), "OneDrive - Waldner")
	must(t, os.Mkdir(cloudy, 0o700))
	other, _ := closed(t)
	for to, code := range map[string]Code{
		other: Exists, filepath.Join(cloudy, "library.nemawashi"): Synced, filepath.Join(t.TempDir(), "gone", "library.nemawashi"): MissingFolder,
	} {
		if err := Move(path, to); !errors.Is(err, &Error{Code: code}) {
			t.Errorf("to %s it gives %v", to, err)
		}
	}
	if err := Move(filepath.Join(cloudy, "none.nemawashi"), placeFor(t)); !errors.Is(err, &Error{Code: NotFound}) {
		t.Errorf("of nothing it gives %v", err)
	}
}

// Folders that are synced are known by what their programs leave in them, too.
func TestSyncedFoldersOfAnyName(t *testing.T) {
	for mark, isFolder := range map[string]bool{".dropbox": false, ".stfolder": true, ".sync_5b1e7d2c.db": false, "._sync_9e.db": false,
		".owncloudsync.log": false, ".tmp.drivedownload": true, ".849C9593-D756-4E56-8D6E-42412F2A707B": false} {
		root := filepath.Join(t.TempDir(), "Team [1]")
		dir := filepath.Join(root, "a", "b")
		must(t, os.MkdirAll(dir, 0o700))
		if got := cloud(dir); got != "" {
			t.Fatalf("%s is taken for the folder of a sync client: %q", dir, got)
		}
		if isFolder {
			must(t, os.Mkdir(filepath.Join(root, mark), 0o700))
		} else {
			must(t, os.WriteFile(filepath.Join(root, mark), nil, 0o600))
		}
		if got := cloud(dir); got != "Team [1]" {
			t.Errorf("with %s it is %q", mark, got)
		}
		refused(t, filepath.Join(dir, "library.nemawashi"), Options{}, Synced)
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("OneDrive", filepath.Join(home, "Documents at work"))
	must(t, os.MkdirAll(filepath.Join(home, ".dropbox"), 0o700)) // in every home with that client
	must(t, os.WriteFile(filepath.Join(home, ".dropbox", "info.json"), []byte(`{"business": {"path": "`+filepath.ToSlash(home)+`/Firma", "host": 1}}`), 0o600))
	for dir, want := range map[string]string{"Firma/x": "Firma", "Documents at work": "Documents at work", "own": ""} {
		if got := cloud(filepath.Join(home, dir)); got != want {
			t.Errorf("%s is %q, want %q", dir, got, want)
		}
	}
}
