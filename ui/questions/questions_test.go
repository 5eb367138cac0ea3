package questions

import (
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

// desk is the page on a library.
type desk struct {
	*Page
	t    *testing.T
	lib  *library.Library
	told []string
}

func newDesk(t *testing.T, look snap.Look) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	lib, err := library.Open(filepath.Join(t.TempDir(), "library.nemawashi"), library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	w := snap.Window(look)
	t.Cleanup(w.Close)
	d := &desk{t: t, lib: lib}
	d.Page = New(Desk{Shelf: d.shelf(), Store: lib, Shell: shell.New(shell.Config{Window: w, AppName: "Nemawashi"}), Tell: func(title string, err error) { d.told = append(d.told, title+": "+err.Error()) }})
	d.desk.Shell.Open(d.Page)
	return d
}

func (d *desk) shelf() *assess.Shelf {
	d.t.Helper()
	s, err := assess.NewShelf()
	if err == nil {
		err = s.Open(d.lib)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

func (d *desk) editor() *Editor {
	d.t.Helper()
	e, ok := d.desk.Shell.Page().(*Editor)
	if !ok {
		d.t.Fatalf("no editor is open: %v", d.told)
	}
	return e
}

// typed puts words into a field of the statement in hand.
func (e *Editor) typed(key string, f func(*assess.Questionnaire)) {
	e.draft.do("Change", key, f)
	e.follow()
}

func TestOnesOwnQuestionnaire(t *testing.T) {
	d := newDesk(t, snap.Look{Width: 1280, Height: 800})
	d.desk.Shell.RunCommand("questions.edit") // of the built-in one: a copy
	e := d.editor()
	e.first.SetText("Our own words")
	if e.draft.now.Title != "Our own words" {
		t.Errorf("%q", e.draft.now.Title)
	}
	d.desk.Shell.RunCommand("questions.after")
	e.typed("self.0", func(q *assess.Questionnaire) { q.Items[0].Self.Anchors[0] = "" })
	d.desk.Shell.RunCommand("questions.save")
	if len(d.shelf().Own()) != 0 || !e.hasProblem(0) || e.hasProblem(1) || !strings.Contains(e.missing.Text, "L1: self: anchor 1") {
		t.Fatalf("saved with an anchor missing: %q", e.missing.Text)
	}
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	if drafts := d.desk.drafts(); len(drafts) != 1 {
		t.Fatalf("%d drafts are kept", len(drafts))
	}
	d.desk.Shell.RunCommand("edit.undo")
	if e.draft.now.Items[0].Self.Anchors[0] == "" || len(e.problems) > 0 {
		t.Error("undo did not bring the anchor back")
	}
	d.desk.Shell.RunCommand("questions.save")
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	own := d.shelf().Own()
	if len(own) != 1 || own[0].Title != "Our own words" || own[0].Version != 1 || len(d.desk.drafts()) != 0 || len(d.told) > 0 {
		t.Fatalf("%+v %v", own, d.told)
	}
	e.typed("title", func(q *assess.Questionnaire) { q.Title = "Other words" })
	d.desk.Shell.RunCommand("questions.save")
	d.desk.Shell.Back()
	d.Choose(own[0].ID)
	if d.entry().Version != 2 || !d.entry().own {
		t.Errorf("%+v", d.entry())
	}
	d.desk.Shell.RunCommand("questions.delete")
	if len(d.entries) != 1 {
		t.Error("it is still there")
	}
	d.desk.Shell.RunCommand("edit.undo")
	if len(d.entries) != 2 || d.entry().ID != own[0].ID {
		t.Error("it did not come back")
	}
}

func TestDraftsAreFoundAgain(t *testing.T) {
	d := newDesk(t, snap.Look{Width: 1280, Height: 800})
	d.duplicate()
	d.editor().first.SetText(strings.Repeat("long ", 20))
	d.desk.Shell.Back()
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	d.load()
	if len(d.entries) != 2 || d.entries[1].saved || d.entries[1].draft == nil {
		t.Fatalf("%+v", d.entries)
	}
	d.choose(1)
	d.edit()
	if e := d.editor(); len(e.problems) == 0 || !e.hasProblem(-1) {
		t.Error("a title that is too long is no problem")
	}
}

func TestTheWordsFit(t *testing.T) {
	for _, look := range []snap.Look{{Width: 1280, Height: 800}, {Width: 1024, Height: 700, Text: 1.5}} {
		d := newDesk(t, look)
		if out := snap.Outside(d.desk.Shell.Window()); len(out) > 0 {
			t.Errorf("%+v: %v", look, out)
		}
		d.duplicate()
		e := d.editor()
		e.open(7)
		if out := snap.Outside(d.desk.Shell.Window()); len(out) > 0 {
			t.Errorf("%+v: %v", look, out)
		}
	}
}
