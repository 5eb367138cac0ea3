package ui_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/xuri/excelize/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// listOf is a list that somebody made without the app.
func (d *desk) listOf(name, text string) string {
	d.Helper()
	path := filepath.Join(d.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
	return path
}

// selects chooses an option of the select that has it.
func (d *desk) selects(option string) {
	d.Helper()
	var found *widgets.Select
	at := 0
	d.each(func(o fyne.CanvasObject) {
		if s, ok := o.(*widgets.Select); ok && found == nil {
			if i := slices.IndexFunc(s.Choices, func(c widgets.Choice) bool { return c.Label == option }); i >= 0 {
				found, at = s, i
			}
		}
	})
	if found == nil {
		d.Fatalf("nothing offers %q: %s", option, d.words())
	}
	found.Set(at)
	found.OnChanged(at)
}

// A stranger's list is taken in by keyboard alone: its columns are proposed,
// changed, and seen to change what comes of it; its problems are listed by cell;
// it is one undo step; and the next list like it needs no telling.
func TestAStrangersListIsTakenInByKeyboard(t *testing.T) {
	d := start(t, withSample)
	s := d.kaizen()
	d.ui.OpenWorkshop(s.ID())
	before := len(registerOf(s))
	path := d.listOf("Plan of Halle 3.csv", "Plan;;;\n;;;\nNr.;Thema;Verantwortlich;Bis wann;Stand\n1;Halter bauen;Neue Person;24.12.2026;in Arbeit\n2;Boden streichen;;bald;brütet\n")
	d.press("Ctrl+Shift+L")
	d.types(path)
	d.press("Enter")
	d.onPage("takein")
	d.sees("Plan of Halle 3.csv", "2 rows below the header in row 3", "Verantwortlich", "Owner", "Due", "Say which column tells what is to be done")
	d.press("F1")
	d.sees("Somebody else's action list")
	d.press("F1")
	d.press("Ctrl+Enter") // nothing yet: no column is the action
	d.onPage("takein")
	d.press("Down", "Right") // the second column: what is to be done
	d.sees("Halter bauen", "owner Neue Person (new)", "Cells that cannot be used (2)", "D5", "is not a date", "Words that the app does not know", "“brütet”")
	for range 4 {
		d.press("Down")
	}
	d.press("Right", "Right") // the word means in progress
	d.sees("Cells that cannot be used (1)", "2 actions, 1 cell that cannot be used")
	d.press("Ctrl+Enter")
	d.onPage("takeback")
	d.sees("Take in an action list", "Back to its columns", "Halter bauen", "2 actions are added, 1 person is new, 1 entry is skipped")
	if len(registerOf(s)) != before {
		t.Error("something was added before it was applied")
	}
	d.press("Ctrl+Enter")
	d.onPage("room")
	got := registerOf(s)
	if len(got) != before+2 || got[before].Title != "Halter bauen" || got[before].Due != "2026-12-24" || got[before].Status != workshop.ActionStarted || got[before+1].Status != workshop.ActionStarted {
		t.Fatalf("%d actions, the last are %+v and %+v", len(got), got[before], got[len(got)-1])
	}
	d.press("Ctrl+Z")
	if n := len(registerOf(s)); n != before {
		t.Errorf("%d actions after undo", n)
	}
	d.press("Ctrl+Y")

	// The same list again adds nothing; another with the same header is understood.
	d.ui.Drop(storage.NewFileURI(path))
	d.sees("There is nothing to add: all of it is in the workshop already")
	next := d.listOf("next.csv", "Plan;;;\n;;;\nNr.;Thema;Verantwortlich;Bis wann;Stand\n1;Wagen bauen;Neue Person;2027-01-15;Brütet\n")
	d.ui.Drop(storage.NewFileURI(next))
	d.sees("Its columns are named as you named them the last time", "1 action. Nothing is changed yet.", "Wagen bauen", "“Brütet”")
	d.press("Esc")
	if n := len(registerOf(s)); n != before+2 {
		t.Errorf("%d actions after looking at a list", n)
	}
}

// A list whose header is not where the app thinks, or that has none.
func TestTheHeaderOfAListIsChosen(t *testing.T) {
	d := start(t, withSample)
	d.ui.Drop(storage.NewFileURI(d.listOf("bare.txt", "Paint the floor,2026-12-24\nLabel bins,2026-12-25\n")))
	d.onPage("takein")
	d.sees("1 row below the header in row 1")
	d.selects("There is none: the first row is an action")
	d.sees("2 rows.", "Column A", "Column B")
	d.press("Right")
	d.sees("Paint the floor", "Label bins", "2 actions.")
}

// Nothing is lost when a row of a file that was decided on comes again: it asks
// nothing, and the decision stands to be changed.
func TestWhatWasDecidedIsNotAskedAgain(t *testing.T) {
	d := start(t, withSample)
	s := d.kaizen()
	path := d.copyOf(s, "back.xlsx", map[string]any{"F2": 91})
	first := registerOf(s)[0]
	if err := s.Do("go on", func(e *workshop.Edit) error { return e.SetField(first.ID, "progress", []byte("13")) }); err != nil {
		t.Fatal(err)
	}
	d.ui.TakeBack(path)
	d.press("F8", "Left")
	d.sees("nothing changes, and you are not asked for these values again", "Keep what the app has")
	d.press("Ctrl+Enter")
	if !strings.Contains(d.notice(), "Your decisions are kept") {
		t.Errorf("notice %q", d.notice())
	}
	d.ui.TakeBack(path)
	d.onPage("takeback")
	d.sees("Decided before", "There is nothing to apply: the app has all of it already.")
	d.press("Ctrl+Enter")
	d.onPage("takeback")
	d.press("Up", "Right", "Down", "Space") // unfold it and decide otherwise
	d.sees("When you apply: 1 value changes.")
	d.press("Ctrl+Enter")
	if got := registerOf(s)[0].Progress; got != 91 {
		t.Errorf("progress %d", got)
	}
}

// A register without its hidden sheet is compared, and nothing is chosen.
func TestARegisterWithoutItsHiddenSheetIsReviewed(t *testing.T) {
	d := start(t, withSample)
	s := d.kaizen()
	path := d.copyOf(s, "back.xlsx", map[string]any{"F2": 91, "B90": "Label bins"})
	strip := func(ids bool) {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if ids {
			err = f.RemoveCol("Actions", "AD")
		} else {
			err = f.DeleteSheet("_nemawashi")
		}
		if err == nil {
			err = f.Save()
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	strip(false)
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	d.ui.TakeBack(path)
	d.onPage("takeback")
	d.sees("Its hidden sheet is gone", "Different in the app and in the file", "91 %", "unknown at export", "of no known action", "Before you can apply: 2 open choices")
	d.press("Esc")
	strip(true)
	d.ui.TakeBack(path)
	d.sees("What is this file?", "Action list...", "Compare")
	d.selects("Pump line changeover")
	d.tap("Compare")
	d.onPage("takeback")
	d.sees("Its hidden sheet is gone", "91 %", "Before you can apply: 2 open choices")
}
