package ui_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/storage"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// deletion is how a record of a kind is deleted in the window.
type deletion struct {
	// never says why nothing in the window deletes one; the rest is empty then.
	never string
	// make adds a record, with what hangs from it, where the sample has none that can be deleted.
	make func(e *workshop.Edit)
	// goes leads to the record; then keys, or the words of a command in the palette, delete it.
	goes    func(d *desk)
	keys    []widgets.Keys
	command string
	// asked says that the window asks before, since it is final: answers that were thrown away do not come back.
	asked bool
}

// deletions has every kind of the schema; a new one has no line here, and the test says so.
var deletions = map[workshop.Kind]deletion{
	workshop.KindCharter: {never: "a workshop is not deleted in the window"},
	workshop.KindPerson: {make: func(e *workshop.Edit) { e.Add(&workshop.Person{Name: "Aaron Aal"}) }, goes: func(d *desk) {
		d.press("Ctrl+Shift+H") // while names are hidden nobody is found by one
		d.find("Aaron Aal")
	}, keys: []widgets.Keys{"Del"}},
	workshop.KindStep: {make: func(e *workshop.Edit) {
		for _, x := range e.Workshop().Agenda() {
			if x.TemplateStep == "gemba-walk" {
				e.Add(&workshop.Step{Title: "Early shift", Within: x.ID, Day: x.Day, Minutes: 60})
			}
		}
	}, goes: func(d *desk) {
		d.ui.ShowStep("gemba-walk")
	}, command: "Take the step in hand out"},
	workshop.KindCard:        {goes: func(d *desk) { d.ui.ShowStep("gemba-walk"); d.press("Down") }, keys: []widgets.Keys{"Del"}},
	workshop.KindStakeholder: {goes: func(d *desk) { d.ui.ShowBoard("resistance") }, command: "Remove a stakeholder"},
	workshop.KindAction:      {goes: func(d *desk) { d.ui.ShowBoard("actions") }, keys: []widgets.Keys{"Esc", "Down", "Del"}},
	workshop.KindGoal:        {goes: func(d *desk) { d.ui.ShowBoard("goals") }, keys: []widgets.Keys{"Up", "Del"}},
	workshop.KindCommitment:  {goes: func(d *desk) { d.ui.ShowBoard("commitments") }, keys: []widgets.Keys{"Up", "Del"}},
	workshop.KindMeasure:     {goes: func(d *desk) { d.ui.ShowBoard("measures") }, keys: []widgets.Keys{"Esc", "N", "Down", "Del"}},
	workshop.KindReading:     {goes: func(d *desk) { d.ui.ShowBoard("measures") }, keys: []widgets.Keys{"Down", "Del"}},
	workshop.KindReview:      {goes: func(d *desk) { d.ui.ShowBoard("reviews") }, keys: []widgets.Keys{"Del"}},
	workshop.KindRound:       {asked: true, goes: func(d *desk) { d.ui.ShowBoard("assessment") }, keys: []widgets.Keys{"Del"}},
	workshop.KindResponse:    {asked: true, goes: func(d *desk) { d.ui.ShowBoard("assessment") }, keys: []widgets.Keys{"Del"}},
	workshop.KindPhoto:       {goes: func(d *desk) { d.ui.ShowBoard("photos") }, keys: []widgets.Keys{"Del"}},
	workshop.KindVoting:      {never: "a voting is closed, and its dots stay as they were counted"},
	workshop.KindVote: {make: func(e *workshop.Edit) { e.Add(&workshop.Voting{Canvas: "wastes", Dots: 3}) }, goes: func(d *desk) {
		d.ui.ShowStep("gemba-walk")
		d.press("Down", "Ctrl+U")
	}, keys: []widgets.Keys{"Ctrl+Shift+U"}},
	workshop.KindReturn: {never: "what was decided of a spreadsheet goes with undoing that it was taken back"},
}

// everything is all that the library has, field by field.
func (d *desk) everything() string {
	d.Helper()
	all := map[string]map[workshop.Kind][]workshop.Record{}
	for _, x := range d.workshops() {
		kinds := map[workshop.Kind][]workshop.Record{}
		d.session(x.Title).Read(func(w *workshop.Workshop) {
			for _, k := range workshop.Kinds {
				kinds[k] = w.Records(k)
			}
		})
		all[string(x.ID)] = kinds
	}
	out, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		d.Fatal(err)
	}
	return string(out)
}

// TestADeletionOfAnyKindIsTakenBack deletes a record of every kind that there is, where the window lets one, by its keys, and undoes it by Ctrl+Z:
// everything is as it was, twice.
func TestADeletionOfAnyKindIsTakenBack(t *testing.T) {
	d := start(t, withSample)
	kinds := slices.Clone(workshop.Kinds)
	slices.SortStableFunc(kinds, func(a, b workshop.Kind) int { // what does not come back goes last
		return cmp.Compare(fmt.Sprint(deletions[a].asked), fmt.Sprint(deletions[b].asked))
	})
	for _, k := range kinds {
		t.Run(string(k), func(t *testing.T) {
			x, known := deletions[k]
			switch {
			case !known:
				t.Fatal("nobody has said how one is deleted in the window")
			case x.never != "":
				return
			}
			d.ui.Shell().RunCommand("app.home")
			s := d.with(k)
			d.ui.OpenWorkshop(s.ID())
			if x.make != nil {
				if err := s.Do("Make", func(e *workshop.Edit) error { x.make(e); return nil }); err != nil {
					t.Fatal(err)
				}
			}
			count := func() (n int) {
				s.Read(func(w *workshop.Workshop) { n = len(w.Records(k)) })
				return n
			}
			x.goes(d)
			before, had := d.everything(), count()
			d.press(x.keys...)
			if x.command != "" {
				d.find(x.command)
			}
			if x.asked {
				d.sees("This cannot be undone.")
				d.tap("Delete")
			}
			if n := count(); n >= had {
				t.Fatalf("%d of %d are left: %s", n, had, d.words())
			}
			if x.asked {
				left := count()
				d.press("Ctrl+Z") // undoes what was done before it
				if n := count(); n != left {
					t.Errorf("what is said to be final has come back: %d, %d before", n, left)
				}
				return
			}
			for range 2 {
				d.press("Ctrl+Z")
				if after := d.everything(); after != before {
					t.Fatalf("it has not come back as it was: %s", differing(before, after))
				}
				d.press("Ctrl+Y")
				if count() >= had {
					t.Fatal("it cannot be deleted again")
				}
			}
			d.press("Ctrl+Z")
			if d.everything() != before {
				t.Error("it has not come back the last time")
			}
		})
	}
}

// with is a workshop of the sample that has a record of a kind: the kaizen workshop where it has.
func (d *desk) with(k workshop.Kind) *workshop.Session {
	d.Helper()
	all := d.workshops()
	slices.SortFunc(all, func(a, b library.Summary) int { return strings.Compare(b.Title, a.Title) })
	for _, x := range all {
		s := d.session(x.Title)
		if last(s, k, nil) != "" {
			return s
		}
	}
	return d.kaizen()
}

// differing are the first lines that differ.
func differing(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return strings.Join(x[max(0, i-3):min(i+4, len(x))], " ") + " | " + strings.Join(y[max(0, min(i-3, len(y))):min(i+4, len(y))], " ")
		}
	}
	return ""
}

// shelves is all that the library has of one's own methods: templates and questionnaires with their drafts.
func (d *desk) shelves() string {
	d.Helper()
	templates, err := d.lib.Templates()
	if err != nil {
		d.Fatal(err)
	}
	drafts, err := d.lib.Drafts()
	if err != nil {
		d.Fatal(err)
	}
	out, err := json.Marshal([]any{templates, drafts})
	if err != nil {
		d.Fatal(err)
	}
	return string(out)
}

// TestADeletionOfAMethodIsTakenBack deletes a template of one's own, a step and a canvas in its editor, and one's own questionnaire.
func TestADeletionOfAMethodIsTakenBack(t *testing.T) {
	d := start(t, nil)
	plan, ok := templates(t).ByID("kaizen-workshop-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	ours := plan.Clone()
	ours.ID, ours.Title = "ours", "Our way"
	path := filepath.Join(d.folder, "ours.nematemplate")
	if err := os.WriteFile(path, template.Write(ours), 0o600); err != nil {
		t.Fatal(err)
	}
	d.ui.Drop(storage.NewFileURI(path))
	before := d.shelves()
	d.press("Del")
	if d.shelves() == before {
		t.Fatalf("it was not deleted: %s", d.words())
	}
	d.press("Ctrl+Z")
	if got := d.shelves(); got != before {
		t.Errorf("the template has not come back: %s", got)
	}
	for _, part := range []string{plan.Phases[0].Steps[0].ID, plan.Canvases[0].ID} {
		d.ui.ShowEditor("ours", part)
		d.press("Alt+Down") // there is a draft
		before = d.shelves()
		if !d.ui.Shell().RunCommand("editor.remove") || d.shelves() == before {
			t.Fatalf("%s was not removed: %s", part, d.words())
		}
		d.press("Ctrl+Z")
		if got := d.shelves(); got != before {
			t.Errorf("%s has not come back", part)
		}
	}
	run := func(commands ...string) {
		for _, id := range commands {
			if !d.ui.Shell().RunCommand(id) {
				t.Fatalf("%s did not run: %s", id, d.words())
			}
		}
	}
	run("app.questionnaires", "questions.duplicate", "questions.save", "shell.back")
	d.press("Down") // from the built-in one
	before = d.shelves()
	run("questions.delete")
	if d.shelves() == before {
		t.Fatalf("the questionnaire was not deleted: %s", d.words())
	}
	d.press("Ctrl+Z")
	if got := d.shelves(); got != before {
		t.Errorf("the questionnaire has not come back: %s", got)
	}
}
