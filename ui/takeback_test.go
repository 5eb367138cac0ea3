package ui_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/storage"
	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
)

// copyOf is the register of a workshop after somebody has typed into it.
func (d *desk) copyOf(s *workshop.Session, name string, cells map[string]any) string {
	d.Helper()
	path := filepath.Join(d.TempDir(), name)
	in := register.Input{Views: []*workshop.View{s.View(workshop.Team)}, Today: workshop.DateOf(now), Now: now, ID: "one"}
	if err := register.WriteFile(context.Background(), path, in); err != nil {
		d.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		d.Fatal(err)
	}
	for cell, v := range cells {
		if err := f.SetCellValue("Actions", cell, v); err != nil {
			d.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		d.Fatal(err)
	}
	if err := f.Close(); err != nil {
		d.Fatal(err)
	}
	return path
}

func (d *desk) kaizen() *workshop.Session {
	d.Helper()
	all, err := d.lib.Workshops()
	if err != nil {
		d.Fatal(err)
	}
	for _, x := range all {
		if x.Title == "Pump line changeover" {
			s, err := d.ui.Session(x.ID)
			if err != nil {
				d.Fatal(err)
			}
			return s
		}
	}
	d.Fatal("there is no Pump line changeover in the sample")
	return nil
}

func registerOf(s *workshop.Session) []*workshop.Action {
	var all []*workshop.Action
	s.Read(func(w *workshop.Workshop) { all = workshop.All[workshop.Action](w) })
	return all
}

// A copy with a change, a conflict, a problem and a new row is reviewed by
// keyboard alone and applied; one undo takes all of it back.
func TestTakingBackByKeyboard(t *testing.T) {
	d := start(t, withSample)
	s := d.kaizen()
	before := registerOf(s)
	path := d.copyOf(s, "Register back.xlsx", map[string]any{"F2": 91, "F3": 77, "D4": "soon", "B90": "Label bins", "C90": "S. Okafor"})
	if err := s.Do("go on", func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, before[1].ID)
		if err == nil {
			a.Progress = 13
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	d.ui.TakeBack(path)
	d.onPage("takeback")
	d.sees("Register back.xlsx", "Conflicts", "1 still to choose", "13 %", "77 %", "soon", "D4: is not a date", "Label bins", "S. Okafor (new)", "91 %", "Before you can apply: 1 open choice")
	if got := registerOf(s); got[0].Progress != before[0].Progress || len(got) != len(before) {
		t.Error("something was changed before it was applied")
	}
	d.press("Ctrl+Enter") // nothing yet: a choice is open
	d.onPage("takeback")
	d.press("F8")
	d.press("Right")
	d.sees("When you apply: 2 values change, 1 action is added, 1 person is new, 1 entry is skipped.", "Apply 3 changes")
	d.press("Ctrl+Enter")
	d.onPage("room")
	got := registerOf(s)
	last := got[len(got)-1]
	if got[0].Progress != 91 || got[1].Progress != 77 || len(got) != len(before)+1 || last.Title != "Label bins" {
		t.Errorf("applied: %d, %d, %d actions, the last %q", got[0].Progress, got[1].Progress, len(got), last.Title)
	}
	if !strings.Contains(d.notice(), "2 values changed, 1 actions added") {
		t.Errorf("notice %q", d.notice())
	}
	d.press("Ctrl+Z")
	if got := registerOf(s); got[0].Progress != before[0].Progress || got[1].Progress != 13 || len(got) != len(before) {
		t.Errorf("after undo: %d, %d, %d actions", got[0].Progress, got[1].Progress, len(got))
	}
}

// Files that are dropped on the window are taken back; two owners' copies that
// differ are a conflict with both values.
func TestDroppedCopiesAreReviewed(t *testing.T) {
	d := start(t, withSample)
	s := d.kaizen()
	maria := d.copyOf(s, "maria.xlsx", map[string]any{"F2": 91})
	tom := d.copyOf(s, "tom.xlsx", map[string]any{"F2": 92})
	d.ui.Drop(storage.NewFileURI(maria), storage.NewFileURI(tom))
	d.onPage("takeback")
	d.sees("2 files", "91 %", " | ", "92 %", "Copy 1", "Copy 2")
}

func TestAFileThatIsNoRegisterIsExplained(t *testing.T) {
	d := start(t, withSample)
	d.ui.TakeBack(d.path)
	d.sees("This file cannot be taken back", "is not an Excel workbook", "Nothing was changed.")
}
