package ui_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"

	"nemawashi.app/export/form"
	"nemawashi.app/ui/fill"
	"nemawashi.app/ui/rounds"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// TestUndoStaysWithTheFileThatIsFilledIn: Ctrl+Z takes answers back one by one, and never what was done in the workshop from which the file was opened.
func TestUndoStaysWithTheFileThatIsFilledIn(t *testing.T) {
	d := start(t, withSample)
	id := d.workshops()[0].ID
	d.ui.OpenWorkshop(id)
	session, err := d.ui.Session(id)
	if err != nil {
		t.Fatal(err)
	}
	if err := session.Do("A goal", func(e *workshop.Edit) error { e.Add(&workshop.Goal{Title: "Stay"}); return nil }); err != nil {
		t.Fatal(err)
	}
	path := sheetFile(t, assess.BySelf)
	d.ui.FillIn(path)
	answers := func() int {
		s, err := form.ReadSheet(path)
		if err != nil {
			t.Fatal(err)
		}
		return len(s.Answers)
	}
	d.press("3", "4")
	if answers() != 1 {
		t.Fatalf("%d statements are answered", answers())
	}
	d.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
	if n := answers(); n != 0 || session.CanUndo() != "A goal" {
		t.Errorf("%d answers are left; the workshop's newest step is %q", n, session.CanUndo())
	}
}

// TestFormsAreDroppedOnTheWindow: a form as it was handed out opens to be filled in, what came back is collected, and Ctrl+Z takes a leader's answers
// out again.
func TestFormsAreDroppedOnTheWindow(t *testing.T) {
	d := start(t, withSample)
	session, err := d.ui.Session(d.workshops()[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	var sheet *assess.Sheet
	count := func() (n int) {
		session.Read(func(w *workshop.Workshop) { n = len(workshop.All[workshop.Response](w)) })
		return n
	}
	if err := session.Do("A round", func(e *workshop.Edit) error {
		e.Add(&workshop.Round{Title: "Dropped", Status: workshop.RoundOpen})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	session.Read(func(w *workshop.Workshop) {
		for _, r := range workshop.All[workshop.Round](w) {
			q, err := assess.Held(r)
			if err != nil {
				t.Fatal(err)
			}
			if r.Title == "Dropped" {
				sheet = assess.NewSheet(w, r, q, assess.BySelf, "somebody", "Somebody", "")
			}
		}
	})
	folder := t.TempDir()
	put := func(name string) string {
		path := filepath.Join(folder, name)
		if err := form.WriteSheet(path, sheet); err != nil {
			t.Fatal(err)
		}
		return path
	}
	blank := put("blank.nema")
	d.ui.Drop(storage.NewFileURI(blank))
	if id := d.ui.Shell().Page().ID(); id != fill.PageID {
		t.Fatalf("a form as it was handed out opens %s", id)
	}
	d.ui.Shell().Back()
	for _, it := range sheet.Questionnaire.Items {
		sheet.Answer(it.ID, workshop.Answer{Now: 2, Needed: 4})
	}
	sheet.Copy, sheet.Finished = "word", true
	before := count()
	d.ui.Drop(storage.NewFileURI(put("answers.nema")), storage.NewFileURI(blank))
	if id := d.ui.Shell().Page().ID(); id != rounds.PageID || count() != before {
		t.Fatalf("what came back opens %s", id)
	}
	d.ui.Shell().RunCommand("collect.take")
	if count() != before+1 {
		t.Fatalf("%d answers, before there were %d", count(), before)
	}
	d.ui.Shell().RunCommand("edit.undo")
	if count() != before {
		t.Error("undo left the leader's answers in")
	}
}
