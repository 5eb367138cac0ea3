package actions

import (
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// Every date of another year is read whole in the register, at every size of the text, also bold as overdue ones are.
func TestDatesOfAnotherYearFitTheirColumn(t *testing.T) {
	d := newDesk(t)
	for _, scale := range []float32{1, 1.5} {
		snap.Apply(fyne.CurrentApp(), snap.Look{Width: 1024, Height: 700, Text: scale})
		room := float32(0)
		for _, c := range d.page.allColumns() {
			if c.id == actionlist.Due {
				room = theme.Scaled(c.width) - 2*8 - theme.Scaled(13) - 4 // the cell's edges and its sign
			}
		}
		for day := workshop.Date("2027-01-01"); day < "2028"; day = day.AddDays(1) {
			for _, text := range []string{dayText(day, "2026-11-28"), dayText(day, "2027-06-30")} {
				if wide := widgets.NewLabel(text, theme.BodyBold).Wide(); wide > room {
					t.Fatalf("at %v %q is %v wide, the column has %v", scale, text, wide, room)
				}
			}
		}
		if got := dayText("2027-01-01", "2026-11-28"); got != "1 Jan 2027" {
			t.Errorf("written %q", got)
		}
	}
}
