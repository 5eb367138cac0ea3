package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestWhatAPlanSaysToPeople reads the plan as somebody at a terminal does: nothing to do, two copies with the same trouble, texts without end.
func TestWhatAPlanSaysToPeople(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	s.ok(nil, facts, "apply", id, "-")
	folder := t.TempDir()
	copyOf := func(name string, cells map[string]any) string {
		t.Helper()
		path := filepath.Join(folder, name)
		s.ok(nil, "", "export", "register", id, "--audience", "team", "-o", path)
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
		return path
	}
	same := copyOf("same.xlsx", nil)
	if out := s.ok(nil, "", "import", "register", same, "--dry-run"); !strings.HasPrefix(out, "Nothing in it differs") {
		t.Errorf("of nothing: %q", out)
	}
	one, two := copyOf("one.xlsx", map[string]any{"D2": "soonish"}), copyOf("two.xlsx", map[string]any{"D3": "later", "B4": strings.Repeat("word ", 90)})
	out := s.ok(nil, "", "import", "register", one, two, "--dry-run")
	for _, want := range []string{"one.xlsx D2", "two.xlsx D3", "two.xlsx row 4", "word…"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	for _, line := range strings.Split(out, "\n") {
		if len([]rune(line)) > 250 {
			t.Errorf("a line of %d: %s", len(line), line)
		}
	}
}
