package readout

import (
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

func TestSignOffNamesCommitmentsOnlyWhereTheyStand(t *testing.T) {
	in := input(plant(t), workshop.Sponsor, "a4")
	if !strings.Contains(printed(t, in), squeezed(english["sign.released"])) {
		t.Error("the sponsor is not told what is released")
	}
	in.Leave = map[string]bool{"commitments": true}
	if text := printed(t, in); !strings.Contains(text, squeezed(english["sign.text"])) || strings.Contains(text, squeezed("under Commitments")) {
		t.Error("the sign-off points to commitments that are left out")
	}
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "Nothing promised"}); return nil })
	if strings.Contains(printed(t, input(d, workshop.Sponsor, "a4")), squeezed("under Commitments")) {
		t.Error("the sign-off points to commitments that nobody made")
	}
}

func TestAxisSaysTheYearWhereItIsNeeded(t *testing.T) {
	r := &report{w: english}
	day := func(d workshop.Date) string {
		return r.axisDate(workshop.Date("2026-10-04").Time(), d.Time())(d.Time())
	}
	for d, want := range map[workshop.Date]string{"2026-12-01": "1 Dec", "2027-10-04": "4 Oct", "2027-10-05": "5 Oct 2027", "2031-06-01": "1 Jun 2031"} {
		if got := day(d); got != want {
			t.Errorf("below a chart from 4 Oct 2026 to %s stands %q, want %q", d, got, want)
		}
	}
}

// TestSummaryPutsTheOldestOverdueActionFirst: a priority does not stand before what should have been done years ago.
func TestSummaryPutsTheOldestOverdueActionFirst(t *testing.T) {
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Late"})
		e.Add(&workshop.Action{Title: "Comes soon", Priority: "high", Due: "2027-01-10"})
		e.Add(&workshop.Action{Title: "Late by a month", Priority: "high", Due: "2026-11-01"})
		e.Add(&workshop.Action{Title: "Late for years", Priority: "low", Due: "2004-06-01"})
		return nil
	})
	in := input(d, workshop.Sponsor, "a4")
	in.Leave = map[string]bool{}
	for _, s := range Sections(in) {
		in.Leave[s.ID] = s.ID != "summary"
	}
	text, last := printed(t, in), -1
	for _, title := range []string{"Late for years", "Late by a month", "Comes soon"} {
		at := strings.Index(text, squeezed(title))
		if at <= last {
			t.Errorf("%q stands at %d, what should stand before it at %d", title, at, last)
		}
		last = at
	}
}

func TestPromisesSayWhatIsMissingAndEmptyOnesAreNoPromises(t *testing.T) {
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Promises"})
		e.Add(&workshop.Commitment{})
		e.Add(&workshop.Commitment{Resource: "time", FromWhat: "the night shift"})
		return nil
	})
	r := mustOpen(t, input(d, workshop.Team, "a4"))
	if got := r.countCommitments(); got != 1 {
		t.Errorf("%d promises, want the one in which something is written", got)
	}
	text := printed(t, input(d, workshop.Team, "a4"))
	if !strings.Contains(text, squeezed(english["promised.missing"])) {
		t.Error("nobody reads that the amount is missing")
	}
}

// TestResistanceAnnouncesOnlyWhatFollows: with an index and no theme the sponsor is not promised what worries people.
func TestResistanceAnnouncesOnlyWhatFollows(t *testing.T) {
	in := input(plant(t), workshop.Sponsor, "a4")
	promise := squeezed("what worries people")
	if !strings.Contains(printed(t, in), promise) {
		t.Fatal("the themes are not announced")
	}
	in.View.Resistance.Themes = nil
	if strings.Contains(printed(t, in), promise) {
		t.Error("what worries people is announced, and nothing follows")
	}
}
