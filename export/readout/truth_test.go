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
