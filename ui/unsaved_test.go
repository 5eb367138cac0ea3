package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui"
	"nemawashi.app/ui/run"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// Ended by the system while the disk refuses what was typed: it is in another
// place, and the next start says where.
func TestEndedWhileTheDiskRefuses(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("LocalAppData", filepath.Join(home, "data"))
	own, err := library.DefaultPath()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(run.Inline())
	path := filepath.Join(t.TempDir(), "library.nemawashi")
	lib := openLibrary(t, path)
	if err := lib.Flush(); err != nil {
		t.Fatal(err)
	}
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	app := &stuck{App: test.NewTempApp(t), running: make(chan struct{}), free: make(chan struct{})}
	a := ui.New(ui.Config{App: app, Window: ui.NewWindow(app), Library: lib, Templates: templates(t), Now: clock, Saves: &saves{}})
	if _, err := lib.Create(func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "Typed too late"}); return nil }); err != nil {
		t.Fatal(err)
	}
	back := make(chan struct{})
	go func() { a.Run(); close(back) }()
	<-app.running
	close(app.free) // as after a signal
	select {
	case <-back:
	case <-time.After(time.Minute):
		t.Fatal("the app does not end")
	}
	found, err := filepath.Glob(filepath.Join(filepath.Dir(own), "nemawashi-unsaved-*.nemawashi"))
	if err != nil || len(found) != 1 {
		t.Fatalf("kept elsewhere: %v %v", found, err)
	}
	kept := openLibrary(t, found[0])
	if all, err := kept.Workshops(); err != nil || len(all) != 1 || all[0].Title != "Typed too late" {
		t.Errorf("there are %v, %v", all, err)
	}
	if problems, err := kept.Check(); err != nil || len(problems) > 0 {
		t.Errorf("the library there: %v %v", problems, err)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}

	refused := refused(t, filepath.Join(home, "no such folder", "library.nemawashi"))
	refused.sees("Nemawashi was ended while the disk refused the last changes")
	refused.tap("Use that library")
	refused.sees("Start Nemawashi again")

	d := start(t, nil)
	if got := d.notice(); !strings.Contains(got, found[0]) || !strings.Contains(got, "refused the last changes") {
		t.Errorf("the next start says %q", got)
	}
	d.tap("Use it...")
	d.sees("Use another library")
	d.press("Esc")
	if err := os.Remove(found[0]); err != nil {
		t.Fatal(err)
	}
	if again := start(t, nil); strings.Contains(again.notice(), "refused") {
		t.Errorf("without the file it says %q", again.notice())
	}
}
