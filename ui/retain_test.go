package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// click runs the button of that label on the screen.
func (d *desk) click(label string) {
	d.Helper()
	var found *widgets.Button
	d.each(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == label {
			found = b
		}
	})
	if found == nil {
		d.Fatalf("no button %q: %s", label, d.words())
	}
	found.Tapped(nil)
}

// TestHomeAsksOnTheDayOfRetention keeps, or erases, and asks no more; and it tells of contacts that are due.
func TestHomeAsksOnTheDayOfRetention(t *testing.T) {
	today := workshop.DateOf(now)
	var id workshop.ID
	d := start(t, func(d *desk) {
		var err error
		id, err = d.lib.Create(func(e *workshop.Edit) error {
			e.Add(&workshop.Charter{Title: "Line 3", RetainUntil: today})
			p := e.Add(&workshop.Person{Name: "Quirina Zweifel"})
			one := 1
			e.Add(&workshop.Stakeholder{Person: p, SupportNow: &one, Influence: 3, Evidence: "Came along", EvidenceDate: today, NextContact: today})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	if words := d.words(); !strings.Contains(words, "The time is over for which Line 3") || !strings.Contains(words, "1 contact due") || strings.Contains(words, "Quirina") {
		t.Fatalf("Home says %s", words)
	}
	d.click("Keep a year longer")
	if words := d.words(); strings.Contains(words, "The time is over") || d.session("Line 3").View(workshop.Facilitator).Charter.RetainUntil != "2027-11-17" {
		t.Errorf("kept a year longer, Home says %s", words)
	}
	s := d.session("Line 3")
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	d.ui.Shell().RunCommand("app.people")
	d.ui.Shell().RunCommand("app.home")
	d.click("Erase the map")
	d.click("Erase")
	if words := d.words(); strings.Contains(words, "The time is over") || strings.Contains(words, "contact due") {
		t.Errorf("erased, Home says %s", words)
	}
	s.Read(func(w *workshop.Workshop) {
		if n := len(workshop.All[workshop.Stakeholder](w)) + len(workshop.All[workshop.Person](w)); n != 0 {
			t.Errorf("%d records are left of %s", n, id)
		}
	})
}

// TestContactsLeadToTheMap opens the map with who is to be met.
func TestContactsLeadToTheMap(t *testing.T) {
	today := workshop.DateOf(now)
	d := start(t, func(d *desk) {
		if _, err := d.lib.Create(func(e *workshop.Edit) error {
			e.Add(&workshop.Charter{Title: "Line 3"})
			one := 1
			e.Add(&workshop.Stakeholder{Name: "Setters", Size: 9, SupportNow: &one, Influence: 3, NextContact: today.AddDays(-2)})
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	})
	d.click("Show the map")
	if title := d.ui.Shell().Page().Title(); title != "Resistance map" {
		t.Errorf("the contact leads to %q", title)
	}
}
