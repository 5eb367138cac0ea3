package ui_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nemawashi.app/export/form"
	"nemawashi.app/ui"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop/assess"
)

// sheetFile writes an assessment file without answers and returns its path.
func sheetFile(t testing.TB, by string) string {
	t.Helper()
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Round 1 - Cedar.nema")
	s := &assess.Sheet{Workshop: "w", Round: "r", Title: "Round 1", Least: 5, By: by, About: "p", Name: "Lena Vogt", Questionnaire: all[0]}
	if err := form.WriteSheet(path, s); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAManagerSeesTheirFileAndNothingElse starts the app as somebody who was sent a file.
func TestAManagerSeesTheirFileAndNothingElse(t *testing.T) {
	defer run.Inline()()
	path := sheetFile(t, assess.BySelf)
	app := test.NewApp()
	w := ui.NewWindow(app)
	f := ui.NewFilling(app, w, path, func(string) {})
	window := []string{"app.quit", "app.fullscreen", "edit.undo", "edit.redo"} // the last two of their own answers
	for _, c := range f.Shell().Commands() {
		if !strings.HasPrefix(c.ID, "fill.") && !strings.HasPrefix(c.ID, "shell.") && !slices.Contains(window, c.ID) {
			t.Errorf("there is a command %s", c.ID)
		}
	}
	if words := snap.Words(w); !strings.Contains(words, "I link every unit") || strings.Contains(words, "Workshops") || strings.Contains(words, "Settings") {
		t.Errorf("the window shows %s", words)
	}
	if strings.Contains(w.Title(), "Lena") {
		t.Errorf("the title of the window is %q", w.Title())
	}
	for range 20 {
		for _, id := range []string{"fill.level.3", "fill.level.5", "fill.next"} {
			f.Shell().RunCommand(id)
		}
	}
	f.Shell().RunCommand("fill.next")
	answers, err := form.ReadSheet(filepath.Join(filepath.Dir(path), "Round 1 - Cedar - answers.nema"))
	if err != nil || !answers.Finished || answers.Dealt() != 20 || answers.Copy == "" {
		t.Fatalf("%v %+v", err, answers)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 2 {
		t.Errorf("%v %v is in the folder", left, err)
	}
}

// TestAnswersOfAnotherAreNotOverwritten: two people may have got a file of the same name.
func TestAnswersOfAnotherAreNotOverwritten(t *testing.T) {
	defer run.Inline()()
	path := sheetFile(t, assess.ByReport)
	theirs, err := form.ReadSheet(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs.Copy, theirs.Finished = "theirs", true
	there := filepath.Join(filepath.Dir(path), "Round 1 - Cedar - answers.nema")
	if err := form.WriteSheet(there, theirs); err != nil {
		t.Fatal(err)
	}
	app := test.NewApp()
	f := ui.NewFilling(app, ui.NewWindow(app), path, func(string) {})
	for _, id := range []string{"fill.level.3", "fill.all", "fill.finish"} {
		f.Shell().RunCommand(id)
	}
	if kept, err := form.ReadSheet(there); err != nil || kept.Copy != "theirs" {
		t.Errorf("%v %+v", err, kept)
	}
	if mine, err := form.ReadSheet(filepath.Join(filepath.Dir(path), "Round 1 - Cedar - answers 2.nema")); err != nil || len(mine.Answers) != 1 {
		t.Errorf("%v %+v", err, mine)
	}
}

func TestAFileThatIsNoneIsExplained(t *testing.T) {
	defer run.Inline()()
	broken := filepath.Join(t.TempDir(), "letter.nema")
	if err := os.WriteFile(broken, []byte("Dear colleagues,"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{broken: "is not an assessment file", filepath.Join(t.TempDir(), "gone.nema"): "is not there"} {
		app := test.NewApp()
		w := ui.NewWindow(app)
		ui.NewFilling(app, w, path, func(string) {})
		if words := snap.Words(w); !strings.Contains(words, want) || !strings.Contains(words, "Nothing was changed") {
			t.Errorf("%s: %s", filepath.Base(path), words)
		}
	}
}
