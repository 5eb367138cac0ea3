package means

import (
	"testing"

	"nemawashi.app/workshop"
)

func TestShares(t *testing.T) {
	var s Shares
	for _, a := range []*workshop.Action{
		{Owner: "lena", Hours: 8, People: 2, Cost: 100_00, BenefitExpected: 500_00, BenefitActual: 300_00},
		{Owner: "tom", Hours: 3},
		{Owner: "lena", Hours: 4, BenefitActual: 200_00, BenefitConfirmedBy: "tom"},
		{Owner: "tom", Hours: 100, Status: workshop.ActionDropped},
	} {
		s.Ask(string(a.Owner), a)
	}
	s.Promise("tom", &workshop.Commitment{Resource: "time", Promised: 10, Unit: "h", Delivered: 4, ReleasedBy: "2026-11-01"}, "EUR", "2026-11-17")
	s.Promise("ann", &workshop.Commitment{Personal: true}, "EUR", "2026-11-17")
	s.Promise("ann", &workshop.Commitment{Resource: "time", Promised: 10, Unit: "bushels"}, "EUR", "2026-11-17")
	list := s.List()
	if len(list) != 2 || list[0].Of != "lena" || list[0].Actions != 2 || list[0].Line[Hours].Asked != 12 || list[0].Line[Budget].Asked != 100_00 || list[0].Line[People].Asked != 2 ||
		list[0].Benefit != (Benefit{500_00, 500_00, 200_00}) {
		t.Errorf("%+v", list)
	}
	if tom := list[1]; tom.Actions != 1 || tom.Line[Hours] != (Amount{Promised: 10, Delivered: 4, Asked: 3, Open: 6, Late: 6}) {
		t.Errorf("%+v", tom)
	}
}
