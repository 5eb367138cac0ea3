package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop/library"
)

func TestMistakeOfTheAppLosesNothing(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("Crashed")
	d.press("Enter")
	d.ui.ShowBoard("actions")
	d.types("Typed just before")
	d.press("Enter")
	d.ui.Guarded(func() { panic("Lena Vogt said something") })
	if s := d.lib.Status().State; s != library.Saved {
		t.Errorf("after the crash the library is %q", s)
	}
	found, err := filepath.Glob(filepath.Join(filepath.Dir(d.path), "nemawashi-crash-*"))
	if err != nil || len(found) != 1 {
		t.Fatalf("reports %q, %v", found, err)
	}
	text, err := os.ReadFile(found[0])
	if err != nil || !strings.Contains(string(text), "crash_test.go") || !strings.Contains(string(text), "has been saved") {
		t.Errorf("the report, %v:\n%s", err, text)
	}
	for _, word := range []string{"Lena", "Crashed", "Typed"} {
		if strings.Contains(string(text), word) {
			t.Errorf("the report says %q:\n%s", word, text)
		}
	}
	if err := d.lib.Close(); err != nil {
		t.Fatal(err)
	}
	again := &desk{T: t, path: d.path, lib: openLibrary(t, d.path)}
	again.begin()
	if !strings.Contains(again.notice(), "mistake of its own") || !strings.Contains(again.notice(), "Nothing that you typed was lost") {
		t.Errorf("the next start says %q", again.notice())
	}
	if len(actionsOf(again, "Crashed")) != 1 {
		t.Error("what was typed is gone")
	}
	if err := again.lib.Close(); err != nil {
		t.Fatal(err)
	}
	third := &desk{T: t, path: d.path, lib: openLibrary(t, d.path)}
	third.begin()
	if strings.Contains(third.notice(), "mistake") {
		t.Errorf("it is told twice: %q", third.notice())
	}
}
