package ui_test

import (
	"strings"
	"testing"

	"nemawashi.app/ui/shell"
)

// What the disk refuses is told without being asked for, once, with what to do;
// and that it could be saved after all, too.
func TestNotSavedIsTold(t *testing.T) {
	d := start(t, withSample)
	d.saves.state, d.saves.reason = shell.NotSaved, "The disk with the library is full. Nothing that was saved is lost; make room and saving goes on."
	d.saves.tell()
	if got := d.notice(); got != "Not saved: "+d.saves.reason+" What you type is kept in memory meanwhile." {
		t.Fatalf("it says %q", got)
	}
	d.ui.Shell().Notices().Clear()
	d.saves.tell()
	if got := d.notice(); got != "" {
		t.Errorf("it says it again: %q", got)
	}
	d.saves.state, d.saves.reason = shell.Saved, ""
	d.saves.tell()
	if got := d.notice(); !strings.HasPrefix(got, "Saved again") {
		t.Errorf("once it is saved it says %q", got)
	}
	d.saves.state, d.saves.reason = shell.NotSaved, "The library has been moved. What is open here is kept in memory; put the library back."
	d.saves.tell()
	if got := d.notice(); got != "Not saved: "+d.saves.reason {
		t.Errorf("it says %q", got)
	}
	d.tap("Save elsewhere...")
	d.sees("Save in another place")
}
