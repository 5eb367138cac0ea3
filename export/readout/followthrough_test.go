package readout

import (
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// followed is a workshop with an action that has three updates, and with one rule of checks in each state.
func followed(t *testing.T) *desk {
	d := newDesk(t)
	var moved workshop.ID
	d.now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Line 3"})
		moved = e.Add(&workshop.Action{Title: "Build the trolley", Update: "Drawing is with the shop"})
		e.Add(&workshop.Action{Title: "Paint the floor"})
		for _, a := range []workshop.Action{
			{Title: "Look at the board", CheckEvery: workshop.EveryWeek, CheckFrom: "2026-11-27", CheckUntil: "2027-01-29", Checked: "2026-12-04"},
			{Title: "Count the tools", CheckEvery: workshop.EveryDay, CheckFrom: "2026-12-01"},
			{Title: "Walk the line", CheckEvery: workshop.EveryMonth},
			{Title: "Ask the late shift", CheckEvery: workshop.EveryTwoWeeks, CheckFrom: "2026-11-20", CheckUntil: "2026-12-04", Checked: "2026-12-04"},
		} {
			e.Add(&a)
		}
		return nil
	})
	for i, text := range []string{"Frame is welded", "Trolley is on the early shift"} {
		d.now = d.now.AddDate(0, 0, 5+i)
		d.do(t, func(e *workshop.Edit) error {
			a, err := workshop.Modify[workshop.Action](e, moved)
			if err == nil {
				a.Update = text
			}
			return err
		})
	}
	return d
}

func TestChecksAreToldToEverybody(t *testing.T) {
	d := followed(t)
	for _, a := range workshop.Audiences {
		text := printed(t, input(d, a, "a4"))
		_, text, _ = strings.Cut(text, squeezed("4 actions are checked again, 1 check is late"))
		at := 0
		for _, want := range []string{"Count the tools", "Every day from 1 Dec 2026", "– 1 Dec 2026 9 days late", "Look at the board", "Every week 27 Nov 2026 to 29 Jan 2027", "4 Dec 2026 11 Dec 2026", "Walk the line", "no first day", "Ask the late shift", "✓ all done"} {
			i := strings.Index(text[at:], squeezed(want))
			if i < 0 {
				t.Fatalf("%s: %q does not stand where it should in %q", a, want, text)
			}
			at += i
		}
	}
}

func TestTheLogOfUpdatesIsForThoseWhoWorkOnIt(t *testing.T) {
	d := followed(t)
	for _, a := range workshop.Audiences {
		text := printed(t, input(d, a, "letter"))
		_, log, has := strings.Cut(text, squeezed("Updates of actions 3 updates"))
		if !strings.Contains(text, squeezed("Latest: Trolley is on the early shift")) {
			t.Errorf("%s: the register does not say how the action goes on", a)
		}
		if has == (a == workshop.Sponsor) || a == workshop.Sponsor && strings.Contains(text, squeezed("Frame is welded")) {
			t.Errorf("%s: the log is there: %v", a, has)
		}
		at := 0
		for _, want := range []string{"A-001 Build the trolley", "1 Dec 2026", "Trolley is on the early shift", "25 Nov 2026", "Frame is welded", "20 Nov 2026", "Drawing is with the shop"} {
			i := strings.Index(log[at:], squeezed(want))
			if has && i < 0 {
				t.Fatalf("%s: %q does not stand where it should in %q", a, want, log)
			}
			at += max(i, 0)
		}
		if strings.Contains(log, squeezed("Paint the floor")) {
			t.Errorf("%s: an action without an update is in the log", a)
		}
	}
}
