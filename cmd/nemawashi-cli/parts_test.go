package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOneRegisterForEachOwner writes them, is told whose each is, and takes all of them back at once.
func TestOneRegisterForEachOwner(t *testing.T) {
	s := newShell(t)
	var made struct{ Workshops []string }
	s.ok(&made, "", "demo", "--json")
	folder := t.TempDir()
	var parts []partLine
	s.ok(&parts, "", "export", "register", made.Workshops[1], "--audience", "team", "--by-owner", "-o", filepath.Join(folder, "register.xlsx"), "--json")
	var shown struct{ Actions []map[string]any }
	s.ok(&shown, "", "show", made.Workshops[1], "--json")
	actions, files := 0, []string{}
	for i, p := range parts {
		if p.Owner == "" && i < len(parts)-1 || p.Actions < p.Open || p.Actions == 0 {
			t.Errorf("part %d: %+v", i, p)
		}
		if name := filepath.Base(p.File); p.Owner != "" && strings.Contains(name, p.Owner) || !strings.HasPrefix(name, "register, owner ") {
			t.Errorf("the file of an owner is called %q", name)
		}
		actions, files = actions+p.Actions, append(files, p.File)
	}
	there, err := os.ReadDir(folder)
	if err != nil || len(there) != len(parts) || actions != len(shown.Actions) {
		t.Errorf("%d files of %d parts, %d actions of %d; %v", len(there), len(parts), actions, len(shown.Actions), err)
	}
	var plan mergePlan
	s.ok(&plan, "", append([]string{"import", "register", "--json"}, files...)...)
	if len(plan.Apply)+len(plan.Conflicts)+len(plan.New)+len(plan.Problems) != 0 {
		t.Errorf("what nobody has changed changes something: %+v", plan)
	}
	if out := s.ok(nil, "", "export", "register", made.Workshops[1], "--by-owner", "-o", filepath.Join(folder, "again.xlsx")); !strings.Contains(out, parts[0].Owner) || !strings.HasPrefix(out, "FILE") {
		t.Errorf("for people: %s", out)
	}
	id := s.begin()
	if code, _, errs := s.try("", "export", "register", id, "--by-owner", "-o", filepath.Join(folder, "none.xlsx")); code != 1 || !strings.Contains(errs, "no action") {
		t.Errorf("of nothing: exit %d, %q", code, errs)
	}
}
