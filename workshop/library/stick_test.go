package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// Two generations are on the stick, each whole.
func TestCopyOnAStick(t *testing.T) {
	l := open(t, placeFor(t))
	id := sample(t, l)
	stick := t.TempDir()
	must(t, os.WriteFile(filepath.Join(stick, "holiday.jpg"), []byte("mine"), 0o600))
	var states []string
	for _, title := range []string{"first", "second", "third"} {
		add(t, l, id, title)
		states = append(states, picture(t, l, id))
		path, err := l.BackupTo(stick)
		must(t, err)
		if filepath.Base(path) != "library copy.nemawashi" {
			t.Errorf("it is called %s", path)
		}
	}
	if got, want := namesIn(t, stick), []string{"holiday.jpg", "library copy before.nemawashi", "library copy.nemawashi"}; !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}
	for name, want := range map[string]string{"library copy.nemawashi": states[2], "library copy before.nemawashi": states[1]} {
		to := placeFor(t)
		if _, err := Restore(filepath.Join(stick, name), to); err != nil {
			t.Fatal(err)
		}
		r := open(t, to)
		if got := picture(t, r, id); got != want {
			t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
		}
		clean(t, r)
	}
}

// Where an earlier copy was stopped at any of its moments, the next goes through.
func TestCopyOnAStickAfterItWasPulledOut(t *testing.T) {
	l := open(t, placeFor(t))
	id := sample(t, l)
	for name, left := range map[string]func(newest, before string){
		"while it was written":  func(newest, _ string) { must(t, os.WriteFile(newest+".part", []byte("half"), 0o600)) },
		"between the two names": func(newest, before string) { must(t, os.Rename(newest, before)) },
		"with the newest ruined": func(newest, _ string) {
			must(t, os.Truncate(newest, 5000))
		},
	} {
		t.Run(name, func(t *testing.T) {
			stick := t.TempDir()
			_, err := l.BackupTo(stick)
			must(t, err)
			newest, err := l.BackupTo(stick)
			must(t, err)
			before := strings.Replace(newest, " copy", " copy before", 1)
			left(newest, before)
			add(t, l, id, "later")
			again, err := l.BackupTo(stick)
			must(t, err)
			if again != newest || len(namesIn(t, stick)) != 2 {
				t.Errorf("there are %q", namesIn(t, stick))
			}
			for _, path := range []string{newest, before} {
				must(t, verify(path))
			}
		})
	}
}

// Two libraries of one name, of two computers, do not push each other out.
func TestOneStickForTwoLibraries(t *testing.T) {
	stick := t.TempDir()
	a, b := open(t, placeFor(t)), open(t, placeFor(t))
	sample(t, a)
	for range 2 {
		path, err := a.BackupTo(stick)
		must(t, err)
		if filepath.Base(path) != "library copy.nemawashi" {
			t.Errorf("it is called %s", path)
		}
		path, err = b.BackupTo(stick)
		must(t, err)
		if filepath.Base(path) != "library 2 copy.nemawashi" {
			t.Errorf("it is called %s", path)
		}
	}
	if got := namesIn(t, stick); len(got) != 4 {
		t.Errorf("there are %q", got)
	}
}

func TestCopyOnAStickInTrouble(t *testing.T) {
	disk, o := newBadDisk(t)
	l := openWith(t, placeFor(t), o)
	sample(t, l)
	stick := t.TempDir()
	newest, err := l.BackupTo(stick)
	must(t, err)
	want := hashFile(t, newest)
	refusals := map[Code]func() string{
		NoSpace: func() string {
			disk.set(".part", nil, vfs.SystemError(syscall.ENOSPC, sqlite3.FULL))
			return stick
		},
		Damaged: func() string {
			disk.set(".part", nil, nil)
			disk.flip = true
			return stick
		},
		MissingFolder: func() string { return filepath.Join(stick, "gone") },
		Failed:        func() string { return filepath.Dir(l.path) },
	}
	for code, where := range refusals {
		_, err := l.BackupTo(where())
		disk.set("", nil, nil)
		disk.flip = false
		if !errors.Is(err, &Error{Code: code}) {
			t.Errorf("it gives %v, want %q", err, code)
		} else if s := err.Error(); !strings.HasSuffix(s, ".") || strings.Contains(s, "sqlite") {
			t.Errorf("not a sentence for a user: %s", s)
		}
		if got := namesIn(t, stick); len(got) != 1 || hashFile(t, newest) != want {
			t.Errorf("there are %q", got)
		}
	}
}

// Of the backups before imports the last five are kept, and never is the one
// deleted that was just made, wherever the clock goes.
func TestBackupsBeforeAreRotated(t *testing.T) {
	now := time.Date(2026, 11, 28, 8, 0, 0, 0, time.UTC)
	l := openWith(t, placeFor(t), Options{Now: func() time.Time { return now }})
	sample(t, l)
	note := filepath.Join(l.BackupFolder(), "before-import-notes.nemawashi")
	for i := range 9 {
		must(t, l.BackupBefore("import"))
		made := "before-import-" + now.Format(stampForm) + extension
		if names := namesIn(t, l.BackupFolder()); !slices.Contains(names, made) {
			t.Fatalf("%s is not among %q", made, names)
		}
		if i == 0 {
			must(t, os.WriteFile(note, []byte("mine"), 0o600))
			must(t, l.BackupBefore("version-1"))
		}
		if i == 6 {
			now = now.AddDate(0, 0, -30)
		}
		now = now.Add(time.Minute)
	}
	names := namesIn(t, l.BackupFolder())
	imports := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasPrefix(n, "before-import-20") })
	if len(imports) != 5 || !slices.Contains(names, filepath.Base(note)) || len(names) != 7 {
		t.Errorf("kept %q", names)
	}
}

// A clock that ran ahead for a day makes no backup look fresh ever after, and
// pushes none out.
func TestBackupsAndTheClock(t *testing.T) {
	now := time.Date(2026, 10, 20, 8, 0, 0, 0, time.UTC)
	l := openWith(t, placeFor(t), Options{Now: func() time.Time { return now }})
	sample(t, l)
	daily := func() {
		t.Helper()
		if made, err := l.DailyBackup(); err != nil || !made {
			t.Fatalf("on %v: %v %v", now, made, err)
		}
		at := filepath.Join(l.BackupFolder(), dailyName(now))
		must(t, os.Chtimes(at, now, now))
		last, err := l.LastBackup()
		must(t, err)
		if !last.Equal(now) {
			t.Errorf("on %v the last backup is of %v", now, last)
		}
	}
	for range 10 {
		daily()
		now = now.AddDate(0, 0, 1)
	}
	back := now
	now = now.AddDate(0, 0, 400)
	daily()
	now = back
	for range 3 {
		daily()
		now = now.AddDate(0, 0, 1)
	}
	now = now.AddDate(0, 0, -12) // a day whose backup was deleted long ago
	if _, err := l.DailyBackup(); err != nil {
		t.Fatal(err)
	}
	if found, err := exists(filepath.Join(l.BackupFolder(), dailyName(now))); err != nil || !found {
		t.Errorf("the backup of %v is not there: %v", now, err)
	}
}
