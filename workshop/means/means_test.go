package means

import (
	"reflect"
	"testing"

	"nemawashi.app/workshop"
)

func TestOf(t *testing.T) {
	goal := func(id, parent, owner string) *workshop.Goal {
		g := &workshop.Goal{Title: id, Parent: workshop.ID(parent), Owner: workshop.ID(owner)}
		g.ID = workshop.ID(id)
		return g
	}
	got := Of(Input{Currency: "EUR", Today: "2026-11-22",
		Commitments: []*workshop.Commitment{
			{Who: "ana", Resource: "time", Promised: 2, Unit: "days", Delivered: 1, ReleasedBy: "2026-11-21"},    // 16 h, 8 came, 8 late
			{Who: "ana", Resource: "time", Promised: 10, Unit: "h", Delivered: 12, ReleasedBy: "2026-11-01"},     // nothing open
			{Who: "ben", Resource: "people", Promised: 3, Unit: "People", ReleasedBy: "2026-12-01"},              // open, not late
			{Who: "ben", Resource: "budget", Promised: 40, Unit: "EUR", Delivered: 15, ReleasedBy: "2026-11-22"}, // today is not late
			{Who: "ben", Resource: "budget", Promised: 40, Unit: "USD"},
			{Who: "ana", Resource: "time", Promised: 1, Unit: "moons"},
			{Who: "ana", Personal: true, Resource: "time", Promised: 99, CheckDate: "2026-11-22"},
			{Who: "ana", Personal: true, CheckDate: "2026-11-22", Evidence: "seen"},
			{Who: "ana", Personal: true, CheckDate: "2026-11-23"},
			{Who: "cy", Promised: 5},
		},
		Goals: []*workshop.Goal{goal("top", "", "ana"), goal("lot", "top", ""), goal("free", "", ""), goal("loop", "loop", "")},
		Actions: []*workshop.Action{
			{Goal: "lot", Hours: 30, Cost: 1000}, // asked of ana, the owner above
			{Goal: "free", Hours: 5, People: 4},  // asked of nobody
			{Goal: "loop", Hours: 1},             // a circle ends
			{Goal: "top", Hours: 500, Status: "dropped"},
			{Goal: "top", Status: "done", People: 1},
		},
	})
	want := Report{
		Total: Line{{Promised: 26, Delivered: 20, Asked: 36, Open: 8, Late: 8}, {Promised: 3, Asked: 5, Open: 3}, {Promised: 4000, Delivered: 1500, Asked: 1000, Open: 2500}},
		Sponsors: []Sponsor{
			{Who: "ana", Line: Line{{Promised: 26, Delivered: 20, Asked: 30, Open: 8, Late: 8}, {Asked: 1}, {Asked: 1000}}},
			{Who: "ben", Line: Line{{}, {Promised: 3, Open: 3}, {Promised: 4000, Delivered: 1500, Open: 2500}}},
		},
		Uncounted: 2, Personal: 3, Due: 1,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want\n%+v", got, want)
	}
	if a := got.Total[Hours]; a.Short() != 10 || a.Missing() != 16 {
		t.Errorf("36 asked, 26 promised, 20 came: short %d, missing %d", a.Short(), a.Missing())
	}
	if k, known := got.Total[Hours].Kept(); !known || k != 18.0/26 {
		t.Errorf("18 of 26 promised hours came: %v %v", k, known)
	}
	if _, known := (Amount{}).Kept(); known {
		t.Error("nothing was promised")
	}
	if w := got.Worst(); w[0].Who != "ana" || w[1].Who != "ben" {
		t.Errorf("ana is late and short, ben is neither: %+v", w)
	}
}

func TestSum(t *testing.T) {
	r := Sum([]*workshop.Commitment{{Resource: "budget", Promised: 40, Unit: "JPY"}}, Asked{Hours: 1, People: 2, Cost: 3}, "JPY", "2026-11-22")
	if r.Total != (Line{{Asked: 1}, {Asked: 2}, {Promised: 40, Open: 40, Asked: 3}}) || !r.Promised() {
		t.Errorf("a yen has no smaller unit: %+v", r)
	}
}
