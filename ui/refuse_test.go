package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop/library"
)

// refused shows the window for a library that cannot be opened.
func refused(t *testing.T, path string) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	_, err := library.Open(path, library.Options{Now: ticking()})
	if err == nil {
		t.Fatal("the library was opened")
	}
	d := &desk{T: t, app: test.NewTempApp(t), path: path}
	d.w = snap.Hear(ui.NewWindow(d.app))
	ui.Refuse(d.app, d.w, path, err)
	d.sees("The library cannot be opened")
	return d
}

func TestRefusedLibraryOffersItsBackup(t *testing.T) {
	d := start(t, withSample)
	if _, err := d.lib.DailyBackup(); err != nil {
		t.Fatal(err)
	}
	if err := d.lib.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	damaged := append([]byte{}, whole[:len(whole)/2]...)
	if err := os.WriteFile(d.path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	r := refused(t, d.path)
	if now, err := os.ReadFile(d.path); err != nil || len(now) != len(damaged) {
		t.Fatal("the damaged file was written to")
	}
	r.sees("daily-", "Use another library")
	r.tap("Bring this backup back")
	r.sees("Start Nemawashi again")
	if all, err := openLibrary(t, d.path).Workshops(); err != nil || len(all) != 2 {
		t.Fatalf("%d workshops, %v", len(all), err)
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(d.path), "*before-restore*"))
	if err != nil || len(kept) == 0 {
		t.Error("the damaged file was not kept")
	}
}

func TestRefusedLibraryIsSalvaged(t *testing.T) {
	d := start(t, withSample)
	if err := d.lib.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:4096])
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	r := refused(t, d.path)
	r.seesNot("Bring this backup back")
	r.tap("Save what can be read")
	r.sees("2 workshops with", "Nemawashi opens when you start it again")
	to := settings.Of(r.app).Library()
	if all, err := openLibrary(t, to).Workshops(); err != nil || len(all) != 2 {
		t.Fatalf("%d workshops in %s, %v", len(all), to, err)
	}
	if now, err := os.ReadFile(d.path); err != nil || string(now) != string(b) {
		t.Error("the damaged file was written to")
	}
}

// A library in a folder that is synced, however that is called, is moved out.
func TestRefusedPlaceOffersTheMove(t *testing.T) {
	d := start(t, withSample)
	if err := d.lib.Close(); err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	t.Setenv("XDG_DATA_HOME", data)
	t.Setenv("LocalAppData", data)
	t.Setenv("HOME", data)
	shared := filepath.Join(t.TempDir(), "Shared work", "Kaizen")
	if err := os.MkdirAll(filepath.Join(shared, "..", ".stfolder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(shared, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(shared, "library.nemawashi")
	whole, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	r := refused(t, path)
	r.sees("Shared work", "copied to the cloud", "Move it to this computer", "stays as it is")
	r.tap("Move it to this computer")
	r.sees("Start Nemawashi again", "do not work in it any more")
	to := settings.Of(r.app).Library()
	if !strings.HasPrefix(to, data) {
		t.Fatalf("it is moved to %q", to)
	}
	if all, err := openLibrary(t, to).Workshops(); err != nil || len(all) != 2 {
		t.Errorf("%d workshops there, %v", len(all), err)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(whole) {
		t.Error("the old file was changed")
	}
}

func TestRefusedLibraryLeadsToAnother(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "notes.nemawashi")
	text := strings.Repeat("These are notes and no library. ", 200)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := refused(t, path)
	d.seesNot("Bring this backup back")
	d.tap("Use it") // the same file
	d.sees("notes.nemawashi")
	if settings.Of(d.app).Library() != "" {
		t.Fatal("a file that is no library is taken")
	}
	other := filepath.Join(folder, "fresh.nemawashi")
	d.w.Canvas().FocusNext()
	d.replaces(other)
	d.press("Enter")
	if got := settings.Of(d.app).Library(); got != other {
		t.Fatalf("the next start opens %q: %s", got, d.words())
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != text {
		t.Error("the file was written to")
	}
}

func TestRefusedBecauseTheFolderIsMissing(t *testing.T) {
	d := refused(t, filepath.Join(t.TempDir(), "gone", "library.nemawashi"))
	d.sees("folder", "Use another library")
}
