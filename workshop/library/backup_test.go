package library

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

func TestBackup(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	must(t, l.Synth(3, 3000)) // more than the page cache holds
	add(t, l, id, "Not saved yet when the backup began")
	want := picture(t, l, id)
	out := filepath.Join(t.TempDir(), "copy.nemawashi")
	must(t, l.Backup(out))
	add(t, l, id, "After the backup")

	for _, suffix := range []string{"-wal", "-shm", "-journal", ".part"} {
		if found, _ := exists(out + suffix); found {
			t.Errorf("the backup left %s behind", suffix)
		}
	}
	b := open(t, out)
	if got := picture(t, b, id); got != want {
		t.Errorf("the backup reads\n%s\nwant\n%s", got, want)
	}
	clean(t, b)
	must(t, b.Close())

	before := hashFile(t, out)
	err := l.Backup(out)
	if !errors.Is(err, &Error{Code: Exists}) || hashFile(t, out) != before {
		t.Errorf("a backup onto a backup gives %v", err)
	}
	sentence(t, strings.Replace(err.Error(), "and no backup was made", "", 1))
	if err := l.Backup(filepath.Join(t.TempDir(), "gone", "copy.nemawashi")); !errors.Is(err, &Error{Code: MissingFolder}) {
		t.Errorf("a backup into a missing folder gives %v", err)
	}
}

func TestBackupOfADamagedLibraryIsNotMade(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	must(t, l.Synth(2, 200))
	must(t, l.Close())
	damage(t, path, 9)
	l = openWith(t, path, Options{ReadOnly: true})
	out := filepath.Join(t.TempDir(), "copy.nemawashi")
	if err := l.Backup(out); !errors.Is(err, &Error{Code: Damaged}) {
		t.Errorf("it gives %v", err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(out)); len(entries) != 0 {
		t.Errorf("it left %v", entries)
	}
	_ = id
}

// damage changes one byte of a page.
func damage(t *testing.T, path string, page int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	b := make([]byte, 1)
	at := (page-1)*pageSize + 2000
	_, err = f.ReadAt(b, at)
	must(t, err)
	b[0] ^= 0x10
	_, err = f.WriteAt(b, at)
	must(t, err)
	must(t, f.Close())
}

func TestRestore(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	device := l.device
	out := filepath.Join(t.TempDir(), "copy.nemawashi")
	must(t, l.Backup(out))
	want := picture(t, l, id)
	add(t, l, id, "After the backup")
	later := picture(t, l, id)

	if _, err := Restore(out, path); !errors.Is(err, &Error{Code: InUse}) {
		t.Fatalf("restoring over an open library gives %v", err)
	}
	must(t, l.Close())

	kept, err := Restore(out, path)
	must(t, err)
	l = open(t, path)
	if got := picture(t, l, id); got != want {
		t.Errorf("the restored library reads\n%s\nwant\n%s", got, want)
	}
	if l.device == device {
		t.Error("the restored library would use its numbers again")
	}
	add(t, l, id, "After restoring")
	clean(t, l)
	if k := open(t, kept); picture(t, k, id) != later {
		t.Error("the library that was there is not kept as it was")
	}
	if filepath.Dir(kept) != filepath.Dir(path) || !strings.Contains(kept, "before-restore-20") {
		t.Errorf("it is kept as %s", kept)
	}
	must(t, l.Close())
	if again, err := Restore(out, path); err != nil || again == kept {
		t.Errorf("restoring twice in a second: %s %v", again, err)
	}
}

// What was there is kept with its log, even when it is damaged.
func TestRestoreOverDamage(t *testing.T) {
	backup, id := closed(t)
	from := placeFor(t)
	l := open(t, from)
	sample(t, l)
	path, err := snapshot(from, t.TempDir())
	must(t, err)
	must(t, os.WriteFile(path, []byte("ruined"), 0o600))
	log, err := os.ReadFile(path + "-wal")
	must(t, err)
	kept, err := Restore(backup, path)
	must(t, err)
	b, err := os.ReadFile(kept)
	must(t, err)
	keptLog, err := os.ReadFile(kept + "-wal")
	must(t, err)
	if string(b) != "ruined" || !bytes.Equal(keptLog, log) {
		t.Error("the damaged library is not kept as it was")
	}
	r := open(t, path)
	clean(t, r)
	if !strings.Contains(picture(t, r, id), "Shadow board") {
		t.Error("it was not restored")
	}
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	path, id := closed(t)
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter")
	must(t, os.WriteFile(letter, []byte(strings.Repeat("Dear Lena, ", 50)), 0o600))
	damaged := filepath.Join(folder, "damaged")
	must(t, copyFile(path, damaged))
	damage(t, damaged, 9)
	before := hashFile(t, path)
	for from, code := range map[string]Code{letter: NotALibrary, damaged: Damaged, filepath.Join(folder, "gone"): NotFound} {
		if _, err := Restore(from, path); !errors.Is(err, &Error{Code: code}) {
			t.Errorf("%s gives %v", from, err)
		} else {
			sentence(t, err.Error())
		}
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(path) && e.Name() != filepath.Base(path)+".lock" {
			t.Errorf("%s was left behind", e.Name())
		}
	}
	if hashFile(t, path) != before {
		t.Error("the library was changed")
	}
	if got := picture(t, open(t, path), id); !strings.Contains(got, "Shadow board") {
		t.Error("the library was changed")
	}
}

func TestDailyBackups(t *testing.T) {
	now := time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
	l := openWith(t, placeFor(t), Options{Now: func() time.Time { return now }})
	sample(t, l)
	if last, err := l.LastBackup(); err != nil || !last.IsZero() {
		t.Errorf("before the first: %v %v", last, err)
	}
	note := filepath.Join(l.BackupFolder(), "daily-notes.txt")
	for i := range 60 {
		made, err := l.DailyBackup()
		must(t, err)
		if !made {
			t.Fatalf("no backup on day %d", i)
		}
		if i == 0 {
			must(t, os.WriteFile(note, []byte("mine"), 0o600))
		}
		if again, err := l.DailyBackup(); err != nil || again {
			t.Fatalf("two backups on one day: %v", err)
		}
		now = now.AddDate(0, 0, 1)
	}
	days, err := dailies(l.BackupFolder(), now)
	must(t, err)
	var got []string
	for _, d := range days {
		got = append(got, d.Format("01-02 Mon"))
	}
	want := []string{"10-30 Fri", "10-29 Thu", "10-28 Wed", "10-27 Tue", "10-26 Mon", "10-25 Sun", "10-24 Sat", "10-18 Sun", "10-11 Sun"}
	if !slices.Equal(got, want) {
		t.Errorf("kept %q, want %q", got, want)
	}
	if found, _ := exists(note); !found {
		t.Error("a file of the user's was deleted")
	}
	last, err := l.LastBackup()
	must(t, err)
	if time.Since(last) > time.Minute {
		t.Errorf("the last backup is of %v", last)
	}
	entries, err := os.ReadDir(l.BackupFolder())
	must(t, err)
	b := open(t, filepath.Join(l.BackupFolder(), entries[0].Name()))
	clean(t, b)
}

func TestBlobs(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	picture := bytes.Repeat([]byte("wall"), 100_000)
	sum, err := l.PutBlob(picture)
	must(t, err)
	again, err := l.PutBlob(picture)
	must(t, err)
	if sum != again || len(sum) != 64 {
		t.Errorf("%q and %q", sum, again)
	}
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("photo", func(e *workshop.Edit) error { e.Add(&workshop.Photo{Blob: sum}); return nil }))
	got, err := l.Blob(sum)
	must(t, err)
	if !bytes.Equal(got, picture) {
		t.Error("the picture is another one")
	}
	clean(t, l)
	must(t, l.Close())
	l = open(t, path)
	if got, err = l.Blob(sum); err != nil || !bytes.Equal(got, picture) {
		t.Errorf("after opening again: %v", err)
	}
	if _, err := l.Blob(strings.Repeat("0", 64)); !errors.Is(err, &Error{Code: NotFound}) {
		t.Errorf("an unknown picture gives %v", err)
	}
	for _, n := range []int{0, MaxBlob + 1} {
		if _, err := l.PutBlob(make([]byte, n)); err == nil {
			t.Errorf("%d bytes were taken", n)
		}
	}
}
