package sample

import (
	"path/filepath"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

func open(t testing.TB) *library.Library {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l, err := library.Open(filepath.Join(t.TempDir(), "l.nemawashi"), library.Options{AnyPlace: true, Confidential: set.Confidential})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func TestLoads(t *testing.T) {
	l := open(t)
	made, err := Add(l, workshop.Date("2026-11-17"))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(made)
}
