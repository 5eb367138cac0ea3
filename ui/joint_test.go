package ui_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
)

// both is a register of the two workshops of the sample, in which the progress
// of the first action of each was typed over.
func (d *desk) both(progress int) (string, []*workshop.Session) {
	d.Helper()
	all, err := d.lib.Workshops()
	if err != nil {
		d.Fatal(err)
	}
	var sessions []*workshop.Session
	in := register.Input{Today: workshop.DateOf(now), Now: now, ID: "both"}
	for _, x := range all {
		s, err := d.ui.Session(x.ID)
		if err != nil {
			d.Fatal(err)
		}
		if len(registerOf(s)) == 0 {
			continue
		}
		sessions = append(sessions, s)
		in.Views = append(in.Views, s.View(workshop.Team))
	}
	path := filepath.Join(d.TempDir(), "both.xlsx")
	if err := register.WriteFile(context.Background(), path, in); err != nil {
		d.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		d.Fatal(err)
	}
	row := 2
	for _, s := range sessions {
		cell, err := excelize.CoordinatesToCellName(8, row) // No., Workshop, Client, Action, Owner, Due, Status, Progress
		if err != nil {
			d.Fatal(err)
		}
		if err := f.SetCellValue("Actions", cell, progress); err != nil {
			d.Fatal(err)
		}
		row += len(registerOf(s))
	}
	if err := f.Save(); err != nil {
		d.Fatal(err)
	}
	if err := f.Close(); err != nil {
		d.Fatal(err)
	}
	return path, sessions
}

// What one spreadsheet changed in several workshops is one Ctrl+Z, and one
// Ctrl+Y; where more was done since, that is said.
func TestOneUndoForSeveralWorkshops(t *testing.T) {
	d := start(t, withSample)
	path, sessions := d.both(93)
	if len(sessions) < 2 {
		t.Fatalf("%d workshops have actions", len(sessions))
	}
	progress := func() []int {
		var out []int
		for _, s := range sessions {
			out = append(out, registerOf(s)[0].Progress)
		}
		return out
	}
	every := func(want int) {
		t.Helper()
		for i, n := range progress() {
			if n != want {
				t.Errorf("progress %v, want %d in workshop %d", progress(), want, i)
			}
		}
	}
	before := progress()
	d.ui.TakeBack(path)
	d.onPage("takeback")
	d.sees("One Ctrl+Z takes everything back, in all 2 workshops.")
	d.press("Ctrl+Enter")
	d.onPage("actions")
	every(93)
	if !strings.Contains(d.notice(), "Ctrl+Z undoes it, in all 2 workshops.") {
		t.Errorf("notice %q", d.notice())
	}
	d.press("Ctrl+Z")
	for i, n := range progress() {
		if n != before[i] {
			t.Errorf("after undo %v, want %v", progress(), before)
		}
	}
	if !strings.Contains(d.notice(), "Undone in 2 workshops: Take back a spreadsheet") {
		t.Errorf("notice %q", d.notice())
	}
	d.press("Ctrl+Y")
	every(93)

	// The second workshop goes on: it keeps what it has, and that is said.
	first := registerOf(sessions[1])[0].ID
	if err := sessions[1].Do("go on", func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, first)
		if err == nil {
			a.Priority = "low"
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	d.ui.OpenWorkshop(sessions[0].ID())
	d.press("Ctrl+Z")
	if got := progress(); got[0] != before[0] || got[1] != 93 {
		t.Errorf("progress %v", got)
	}
	if !strings.Contains(d.notice(), "Not in “") || !strings.Contains(d.notice(), "more was done there since") {
		t.Errorf("notice %q", d.notice())
	}
	// There, the later work is undone first and then the rest.
	d.ui.OpenWorkshop(sessions[1].ID())
	d.press("Ctrl+Z", "Ctrl+Z")
	if got := progress(); got[1] != before[1] || strings.Contains(d.notice(), "Not in") {
		t.Errorf("progress %v, notice %q", got, d.notice())
	}
}
