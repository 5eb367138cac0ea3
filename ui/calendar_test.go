package ui_test

import (
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// TestOneCalendarOfAllWorkshops writes it from the list over all workshops, and that of one from its room.
func TestOneCalendarOfAllWorkshops(t *testing.T) {
	d := start(t, withSample)
	d.ui.Shell().RunCommand("app.actions")
	d.ui.Shell().RunCommand("actions.calendar")
	all := strings.ReplaceAll(string(d.content("All workshops, 2026-11-17, calendar.ics")), "\r\n ", "")
	for _, w := range d.workshops() {
		if n := strings.Count(all, "@"+string(w.ID)+".nemawashi"); n < 5 {
			t.Errorf("%d entries of %s", n, w.Title)
		}
	}
	if !strings.Contains(d.notice(), "All workshops, 2026-11-17, calendar.ics") {
		t.Errorf("said %q", d.notice())
	}
	d.ui.OpenWorkshop(d.session("Pump line changeover").ID())
	d.ui.ShowBoard("actions")
	d.ui.Shell().RunCommand("actions.calendar")
	one := string(d.content("Norvik Pumps, Pump line changeover, 2026-11-17, calendar.ics"))
	if n := strings.Count(one, "BEGIN:VEVENT"); n < 5 || n >= strings.Count(all, "BEGIN:VEVENT") {
		t.Errorf("%d entries of one workshop, %d of all", n, strings.Count(all, "BEGIN:VEVENT"))
	}
}

// TestACalendarOfNothingIsNotWritten says what is missing, and leaves no file.
func TestACalendarOfNothingIsNotWritten(t *testing.T) {
	d := start(t, func(d *desk) {
		if _, err := d.lib.Create(func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "Empty"}); return nil }); err != nil {
			d.Fatal(err)
		}
	})
	d.ui.Shell().RunCommand("app.actions")
	d.ui.Shell().RunCommand("actions.calendar")
	d.sees("The calendar could not be written", "set a due date first")
	if got := d.files(); len(got) != 0 {
		t.Errorf("files %q", got)
	}
}
