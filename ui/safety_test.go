package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
)

func TestSettingsApplyAtOnce(t *testing.T) {
	d := start(t, withSample)
	d.press("Ctrl+,")
	d.onPage("settings")
	small := d.button("Check the library").MinSize()
	d.choose("150 %")
	if big := d.button("Check the library").MinSize(); big.Width <= small.Width || theme.TextScale() != 1.5 {
		t.Errorf("text is as small as before: %v, %v", small, big)
	}
	d.choose("Dark")
	dark := theme.Color(theme.Bg)
	d.choose("Light")
	if theme.Color(theme.Bg) == dark {
		t.Error("the colors have not changed")
	}
	if p := settings.Of(d.app); p.Mode() != theme.Light || p.Text() != 150 {
		t.Errorf("kept: %v, %d", p.Mode(), p.Text())
	}
	d.press("Esc")
	d.onPage("home")
}

func TestEscLeadsFromTheSettingsToWhereTheyWereOpened(t *testing.T) {
	d := start(t, withSample)
	d.ui.OpenWorkshop(d.session("Pump line changeover").ID())
	room := d.page()
	d.press("Ctrl+,")
	d.onPage("settings")
	d.press("Ctrl+,", "Esc") // opening them twice is no place of its own
	d.onPage(room)
	d.ui.Shell().RunCommand("shell.back")
	d.onPage("home")
	d.ui.Shell().RunCommand("app.people")
	d.press("Ctrl+,")
	d.ui.Shell().RunCommand("shell.back")
	d.onPage("people")
}

func TestBackup(t *testing.T) {
	d := start(t, withSample)
	d.tap("Back up now")
	d.replaces("no whole path.nemawashi")
	d.press("Enter")
	d.sees("Type the whole path")
	path := filepath.Join(d.folder, "copy.nemawashi")
	d.replaces(path)
	d.press("Enter")
	if d.dialogOpen() || !strings.Contains(d.notice(), "copy.nemawashi") {
		t.Fatalf("notice %q, on the screen %s", d.notice(), d.words())
	}
	copied := openLibrary(t, path)
	if all, err := copied.Workshops(); err != nil || len(all) != 2 {
		t.Fatalf("%d workshops in the backup, %v", len(all), err)
	}
	// The same again: the backup that is there is not touched.
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	d.ui.Shell().RunCommand("app.backup")
	d.replaces(path)
	d.press("Enter")
	d.sees("The backup was not made", "It was left as it is")
	if after, err := os.Stat(path); err != nil || after.Size() != before.Size() {
		t.Error("the backup was written over")
	}
}

func TestMoveTheLibrary(t *testing.T) {
	d := start(t, withSample)
	d.press("Ctrl+,")
	d.tap("Move it...")
	path := filepath.Join(d.folder, "moved.nemawashi")
	d.replaces(path)
	d.press("Enter")
	if got := settings.Of(d.app).Library(); got != path {
		t.Fatalf("the next start opens %q: %s", got, d.words())
	}
	if _, err := os.Stat(d.path); err != nil {
		t.Error("the old library is gone")
	}
	if err := d.lib.Flush(); err != nil {
		t.Error(err)
	}
	if other := openLibrary(t, d.path); other.ReadOnly() {
		t.Error("the app works on in the old library")
	}
	if all, err := openLibrary(t, path).Workshops(); err != nil || len(all) != 2 {
		t.Errorf("%d workshops there, %v", len(all), err)
	}
}

func TestUseAnotherLibrary(t *testing.T) {
	d := start(t, nil)
	bad := filepath.Join(d.folder, "letter.nemawashi")
	if err := os.WriteFile(bad, []byte(strings.Repeat("Dear Sir or Madam. ", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	d.tap("Choose a file")
	d.replaces(bad)
	d.press("Enter")
	d.sees("This library cannot be used", "letter.nemawashi")
	if got := settings.Of(d.app).Library(); got != "" {
		t.Fatalf("the next start opens %q", got)
	}
	d.press("Esc")
	good := filepath.Join(d.folder, "good.nemawashi")
	if err := openLibrary(t, good).Close(); err != nil {
		t.Fatal(err)
	}
	d.ui.Drop(storage.NewFileURI(good))
	d.sees(good)
	d.press("Enter")
	if got := settings.Of(d.app).Library(); got != good {
		t.Fatalf("the next start opens %q: %s", got, d.words())
	}
}

func TestDroppedFileIsExplained(t *testing.T) {
	d := start(t, nil)
	d.ui.Drop(storage.NewFileURI(filepath.Join(d.folder, "holiday.jpg")))
	d.sees("holiday.jpg is no library of Nemawashi", "Nothing was changed", "Drop a file that ends in .nemawashi")
}

func TestCheckTheLibrary(t *testing.T) {
	d := start(t, withSample)
	d.ui.Shell().RunCommand("app.check")
	if d.dialogOpen() || !strings.Contains(d.notice(), "sound") {
		t.Fatalf("notice %q, on the screen %s", d.notice(), d.words())
	}
}

func TestSecondInstanceOnlyReads(t *testing.T) {
	d := start(t, withSample)
	other := &desk{T: t, path: d.path, lib: openLibrary(t, d.path)}
	if !other.lib.ReadOnly() {
		t.Fatal("two instances write to one library")
	}
	other.begin()
	if !strings.Contains(other.notice(), "already open") {
		t.Errorf("notice %q", other.notice())
	}
	other.sees("Pump line changeover")
	if !other.button("New").Disabled() {
		t.Error("a workshop can be begun")
	}
	other.press("N")
	other.press("Ctrl+N")
	if other.dialogOpen() {
		t.Fatalf("asks for a new workshop: %s", other.words())
	}
	other.enter()
	other.ui.ShowBoard("actions")
	before := titles(other)
	other.press("N")
	other.types("Written into a library that is only read")
	other.press("Enter", "Esc", "Space", "Del")
	if after := titles(other); after != before {
		t.Errorf("the actions have changed: %s", after)
	}
	for other.dialogOpen() {
		other.press("Esc")
	}
	other.ui.ShowStep("gemba-walk")
	other.types("A card")
	other.press("Enter")
	other.ui.Shell().RunCommand("room.main")
	other.press("Ctrl+E")
	other.check("Open the folder when ready").OnTap()
	other.tap("Export 2 files")
	if got := other.files(); len(got) != 2 {
		t.Errorf("reading is enough for an export, but there are %q: %s", got, other.words())
	}
	other.w.Close()
}

func titles(d *desk) string {
	var all []string
	d.session("Pump line changeover").Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			all = append(all, a.Title+" "+a.Status)
		}
	})
	return strings.Join(all, "\n")
}

func TestCloseFlushes(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("Kept")
	d.press("Enter")
	d.ui.ShowBoard("actions")
	d.types("Typed just before the end")
	d.press("Enter")
	d.w.Resize(fyne.NewSize(1111, 777))
	d.ui.Shell().RunCommand("app.quit")
	again := &desk{T: t, path: d.path, lib: openLibrary(t, d.path)}
	if again.lib.ReadOnly() {
		t.Fatal("the library was not closed")
	}
	found := false
	again.session("Kept").Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			found = found || a.Title == "Typed just before the end"
		}
	})
	if !found {
		t.Error("what was typed last is gone")
	}
	if got := settings.Of(d.app).Window(); got != fyne.NewSize(1111, 777) {
		t.Errorf("the next window is %v", got)
	}
}

func TestCloseAsksWhenNotAllIsSaved(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("In memory only")
	d.press("Enter")
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	away := d.path + ".away"
	if err := os.Rename(d.path, away); err != nil {
		t.Fatal(err)
	}
	d.ui.ShowBoard("actions")
	d.types("Not on the disk")
	d.press("Enter")
	d.ui.Shell().RunCommand("app.quit")
	d.sees("Not everything is saved", "Quit and lose them", "Wait")
	d.press("Enter") // the safe answer
	if d.dialogOpen() {
		t.Fatal("still asking")
	}
	if err := os.Rename(away, d.path); err != nil {
		t.Fatal(err)
	}
	d.types("And one more")
	d.press("Enter")
	d.sees("And one more") // the page works on
	d.ui.Shell().RunCommand("app.quit")
	if d.dialogOpen() {
		t.Fatalf("still not saved: %s", d.words())
	}
	again := &desk{T: t, path: d.path, lib: openLibrary(t, d.path)}
	count := 0
	again.session("In memory only").Read(func(w *workshop.Workshop) { count = len(workshop.All[workshop.Action](w)) })
	if count != 2 {
		t.Errorf("%d actions on the disk, want 2", count)
	}
}

func TestCloseOffersAnotherPlace(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("Rescued")
	d.press("Enter")
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	away := d.path + ".away"
	if err := os.Rename(d.path, away); err != nil {
		t.Fatal(err)
	}
	d.ui.ShowBoard("actions")
	d.types("Not on the disk")
	d.press("Enter")
	d.ui.Shell().RunCommand("app.quit")
	d.tap("Save elsewhere...")
	d.sees("Save in another place")
	to := filepath.Join(d.folder, "rescued here.nemawashi")
	d.replaces(to)
	d.press("Enter")
	if got := settings.Of(d.app).Library(); got != to {
		t.Fatalf("the next start opens %q: %s", got, d.words())
	}
	again := &desk{T: t, path: to, lib: openLibrary(t, to)}
	if got := actionsOf(again, "Rescued"); len(got) != 1 || got[0].Title != "Not on the disk" {
		t.Errorf("saved there: %+v", got)
	}
	if problems, err := again.lib.Check(); err != nil || len(problems) > 0 {
		t.Errorf("the new library: %v %v", problems, err)
	}
}

func TestErrorsSayWhatWasKept(t *testing.T) {
	d := start(t, nil)
	if err := d.lib.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		t.Fatal(err)
	}
	d.ui.Shell().RunCommand("app.home")
	d.sees("The library could not be read", "closed")
	d.press("Esc")
	if d.dialogOpen() {
		t.Fatal("Esc does not close it")
	}
}

// The copy on another disk is made when that is chosen, and once a day after.
func TestCopyOnAnotherDisk(t *testing.T) {
	d := start(t, withSample)
	stick := t.TempDir()
	d.press("Ctrl+,")
	d.tap("Choose a folder...")
	d.replaces(filepath.Join(stick, "gone"))
	d.press("Enter")
	d.sees("The copy was not made", "is not there")
	d.press("Esc")
	if got := settings.Of(d.app).Stick(); got != "" {
		t.Fatalf("a place that takes no copy is kept: %q", got)
	}
	d.tap("Choose a folder...")
	d.replaces(stick)
	d.press("Enter")
	if d.dialogOpen() || !strings.Contains(d.notice(), stick) {
		t.Fatalf("notice %q, on the screen %s", d.notice(), d.words())
	}
	d.sees(stick, "copied: Today", "Copy now", "No copy there any more")
	copied, err := filepath.Glob(filepath.Join(stick, "*.nemawashi"))
	if err != nil || len(copied) != 1 {
		t.Fatalf("copies %q, %v", copied, err)
	}
	d.tap("Copy now")
	if copied, _ = filepath.Glob(filepath.Join(stick, "*.nemawashi")); len(copied) != 2 {
		t.Fatalf("copies %q", copied)
	}
	d.press("Esc")
	d.sees("Other disk: today", "Backup is fresh")
	for _, path := range copied {
		if all, err := openLibrary(t, path).Workshops(); err != nil || len(all) != 2 {
			t.Errorf("%s has %d workshops, %v", path, len(all), err)
		}
	}
	d.press("Ctrl+,")
	d.tap("No copy there any more")
	d.seesNot("Copy now")
	if got := settings.Of(d.app).Stick(); got != "" {
		t.Errorf("still kept: %q", got)
	}
}
