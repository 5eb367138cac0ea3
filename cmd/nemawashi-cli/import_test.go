package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// editSheet types into cells of the sheet Actions.
func editSheet(t *testing.T, path string, cells map[string]any) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range cells {
		if err := f.SetCellValue("Actions", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestARegisterGoesOutAndComesBack(t *testing.T) {
	s := newShell(t)
	var made struct{ ID string }
	s.ok(&made, "", "new", "--template", "blank", "--title", "Pump line", "--json")
	s.ok(nil, `{"actions":[{"title":"Move the tool","owner":"Maria Keller","due":"2026-11-18","status":"open"},{"title":"Label lanes","owner":"Tom Rivera","progress":20,"status":"started"}]}`, "apply", made.ID, "-")
	sheet := filepath.Join(t.TempDir(), "register.xlsx")
	s.ok(nil, "", "export", "register", made.ID, "-o", sheet, "--audience", "team")
	var shown struct {
		Actions []map[string]any
	}
	s.ok(&shown, "", "show", made.ID, "--json")
	id := shown.Actions[1]["id"].(string)
	s.ok(nil, `{"actions":[{"id":"`+id+`","progress":40}]}`, "apply", made.ID, "-")
	// No., Action, Owner, Due, Status, Progress
	editSheet(t, sheet, map[string]any{"C2": "Tom Rivera", "D2": "24.12.2026", "F3": 60, "E2": "nearly", "B4": "A new one", "C4": "Somebody New"})

	var plan struct {
		Apply, Conflicts []struct {
			Number           int
			Field            string
			Base, App, Sheet any
		}
		New      []map[string]any
		Problems []struct{ Cell, Value, Reason string }
		Applied  int
	}
	s.ok(&plan, "", "import", "register", sheet, "--dry-run", "--json")
	if len(plan.Apply) != 2 || plan.Apply[0].Field != "owner" || plan.Apply[0].Base != "Maria Keller" || plan.Apply[0].Sheet != "Tom Rivera" || plan.Apply[1].Sheet != "2026-12-24" {
		t.Errorf("apply: %+v", plan.Apply)
	}
	if len(plan.Conflicts) != 1 || plan.Conflicts[0].Base != 20.0 || plan.Conflicts[0].App != 40.0 || plan.Conflicts[0].Sheet != 60.0 || plan.Conflicts[0].Number != 2 {
		t.Errorf("conflicts: %+v", plan.Conflicts)
	}
	if len(plan.New) != 1 || plan.New[0]["title"] != "A new one" || plan.New[0]["owner"] != "Somebody New" {
		t.Errorf("new: %+v", plan.New)
	}
	if len(plan.Problems) != 1 || plan.Problems[0].Cell != "E2" || plan.Problems[0].Value != "nearly" {
		t.Errorf("problems: %+v", plan.Problems)
	}
	before := s.ok(nil, "", "show", made.ID, "--json")
	code, out, errs := s.try("", "import", "register", sheet)
	if code != 1 || out != "" || !strings.Contains(errs, "nothing was changed") || s.ok(nil, "", "show", made.ID, "--json") != before {
		t.Errorf("a conflict did not stop it: exit %d, %q, %q", code, out, errs)
	}
	s.ok(&plan, "", "import", "register", sheet, "--prefer", "sheet", "--json")
	if plan.Applied != 4 {
		t.Errorf("%d applied, want 4", plan.Applied)
	}
	s.ok(&shown, "", "show", made.ID, "--json")
	if a := shown.Actions; len(a) != 3 || a[0]["due"] != "2026-12-24" || a[1]["progress"] != 60.0 || a[2]["title"] != "A new one" {
		t.Errorf("after it: %+v", a)
	}
	after := s.ok(nil, "", "show", made.ID, "--json")
	s.ok(nil, "", "import", "register", sheet)
	if s.ok(nil, "", "show", made.ID, "--json") != after {
		t.Error("the same file changed something the second time")
	}

	ics := filepath.Join(t.TempDir(), "due.ics")
	s.ok(nil, "", "export", "calendar", made.ID, "-o", ics)
	if b, err := os.ReadFile(ics); err != nil || !strings.Contains(string(b), "DTSTART;VALUE=DATE:20261224\r\n") {
		t.Errorf("the calendar: %v\n%s", err, b)
	}

	other := newShell(t)
	other.begin()
	if code, _, errs := other.try("", "import", "register", sheet); code != 1 || !strings.Contains(errs, "not in this library") {
		t.Errorf("another library: exit %d, %q", code, errs)
	}
	if code, _, errs := s.try("", "import", "register", sheet, "--prefer", "both"); code != 2 || !strings.Contains(errs, "--prefer is app or sheet") {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestAStrangersListIsTakenIn(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("Topic,Who,Due date\nPaint the floor,Somebody New,2026-12-24\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := s.try("", "import", "actions", list, id); code != 1 || !strings.Contains(errs, "--map Topic=title") {
		t.Errorf("exit %d, %q", code, errs)
	}
	var plan struct {
		New     []map[string]any
		Map     []struct{ Column, Header, Field string }
		Applied int
	}
	s.ok(&plan, "", "import", "actions", list, id, "--map", "Topic=title", "--json")
	if plan.Applied != 1 || len(plan.Map) != 3 || plan.Map[1].Field != "owner" || plan.New[0]["due"] != "2026-12-24" {
		t.Errorf("%+v", plan)
	}
	s.ok(&plan, "", "import", "actions", list, id, "--map", "A=title", "--json")
	if plan.Applied != 0 {
		t.Errorf("the same list added %d the second time", plan.Applied)
	}
	if code, _, errs := s.try("", "import", "actions", list, id, "--map", "Topic=number"); code != 2 || !strings.Contains(errs, "COLUMN=FIELD") {
		t.Errorf("exit %d, %q", code, errs)
	}
}

// A register whose hidden sheet is gone is compared with the workshop of its
// ids, or with the one that is named; nothing is taken without a word.
func TestARegisterWithoutItsHiddenSheet(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	s.ok(nil, `{"actions":[{"title":"Move the tool","progress":10,"status":"started"},{"title":"Label lanes","status":"open"}]}`, "apply", id, "-")
	sheet := filepath.Join(t.TempDir(), "register.xlsx")
	s.ok(nil, "", "export", "register", id, "-o", sheet)
	editSheet(t, sheet, map[string]any{"F2": 60})
	strip := func(f func(*excelize.File) error) {
		t.Helper()
		b, err := excelize.OpenFile(sheet)
		if err == nil {
			err = f(b)
		}
		if err == nil {
			err = b.Save()
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	strip(func(f *excelize.File) error { return f.DeleteSheet("_nemawashi") })
	var plan struct {
		Apply, Conflicts, Settled []struct {
			Number           int
			Field, Reason    string
			Base, App, Sheet any
		}
		Applied int
	}
	s.ok(&plan, "", "import", "register", sheet, "--dry-run", "--json")
	if len(plan.Apply) != 0 || len(plan.Conflicts) != 1 || plan.Conflicts[0].App != 10.0 || plan.Conflicts[0].Sheet != 60.0 || plan.Conflicts[0].Base != nil || plan.Conflicts[0].Reason != "unknown at export" {
		t.Errorf("%+v", plan)
	}
	if code, _, errs := s.try("", "import", "register", sheet); code != 1 || !strings.Contains(errs, "nothing was changed") {
		t.Errorf("exit %d, %q", code, errs)
	}
	strip(func(f *excelize.File) error { return f.RemoveCol("Actions", "AD") })
	if code, _, errs := s.try("", "import", "register", sheet); code != 1 || !strings.Contains(errs, "--with WORKSHOP") {
		t.Errorf("exit %d, %q", code, errs)
	}
	s.ok(&plan, "", "import", "register", sheet, "--with", id, "--prefer", "app", "--json")
	if plan.Applied != 0 || len(plan.Conflicts) != 1 {
		t.Errorf("%+v", plan)
	}
	// It was decided for the app, so it is not asked again.
	plan.Conflicts = nil
	s.ok(&plan, "", "import", "register", sheet, "--with", id, "--json")
	if len(plan.Conflicts) != 0 || len(plan.Settled) != 1 || plan.Settled[0].Field != "progress" {
		t.Errorf("%+v", plan)
	}
}

// What was said of a list's columns is remembered for the next with its header.
func TestTheMappingOfAListIsRemembered(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	write := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	s.ok(nil, "", "import", "actions", write("a.csv", "Thing,Chief\nPaint the floor,Maria Keller\n"), id, "--map", "Thing=title,Chief=owner")
	var plan struct {
		New     []map[string]any
		Applied int
	}
	s.ok(&plan, "", "import", "actions", write("b.csv", "Thing,Chief\nLabel bins,Tom Rivera\n"), id, "--json")
	if plan.Applied != 1 || len(plan.New) != 1 || plan.New[0]["title"] != "Label bins" || plan.New[0]["owner"] != "Tom Rivera" {
		t.Errorf("%+v", plan)
	}
}
