package actionlist

import (
	"testing"

	"nemawashi.app/workshop"
)

func TestLetters(t *testing.T) {
	row := func(n int, who, place string, a workshop.Action) *Row {
		a.Number = n
		return &Row{Action: &a, Workshop: workshop.ID(place), Place: place, Owner: who, Who: who, Source: Source{Label: "secret"}}
	}
	got := Letters([]*Row{
		row(1, "Lena", "Pump line", workshop.Action{Title: "Weld the guard", Due: "2026-11-20"}),
		row(2, "Sam", "Pump line", workshop.Action{Title: "Print the standard", Due: "2026-11-10", Status: workshop.ActionBlocked, Blocker: "no\npaper"}),
		row(3, "Sam", "Pump line", workshop.Action{Title: "Count the spanners"}),
		row(4, "Sam", "Pump line", workshop.Action{Title: "Stop the report", Due: "2026-11-01", Status: workshop.ActionDone}),
		row(5, "", "Pump line", workshop.Action{Title: "Nobody's", Due: "2026-11-01"}),
		row(6, "Lena", "Paint shop", workshop.Action{Title: "Clean the booth", Due: "2026-12-24"}),
	}, "2026-11-17", func(d workshop.Date) string { return string(d) })
	want := []Letter{
		{"Sam", "Sam", `Hello Sam,

these are your open actions as of 2026-11-17 from Pump line.

Overdue
- A-002 Print the standard, due 2026-11-10. Blocked: no paper
Please finish these, or answer with the day on which they will be done.

Without a date
- A-003 Count the spanners
Please answer with a day for each.
`, 2, 1},
		{"Lena", "Lena", `Hello Lena,

these are your open actions as of 2026-11-17.

Due within a week
- A-001 Weld the guard, due 2026-11-20 (Pump line)
Please say now if one of them will not be done in time, and what would help.

Later
- A-006 Clean the booth, due 2026-12-24 (Paint shop)
`, 2, 0},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v", got)
	}
}
