package room

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// gateList is the four gates in the list at the left, above the boards: each with its evidence, one click away from its place on the board.
// While one of them is missing all four stand there; once all are met, the line of the board with its tick is enough.
type gateList struct {
	lines map[string]*row
	whole *fyne.Container
	short *widgets.Label // how many are met, where the list is folded to its icons
}

func newGateList(l *stepList) *gateList {
	g := &gateList{lines: map[string]*row{}, short: widgets.Caption("").Keep()}
	var rows []fyne.CanvasObject
	for _, id := range workshop.Gates {
		line := newRow("", true, func() { l.room.GoToPart("gates", id) })
		line.twoLines()
		line.set(boards.GateName(id), "", theme.Text2)
		l.walks(line)
		g.lines[id] = line
		rows = append(rows, line)
	}
	g.whole = widgets.VStack(0, rows...)
	return g
}

// refresh shows which gates are met and what they rest on, and says whether the list has become another length.
func (g *gateList) refresh(c *workshop.Charter) (moved bool) {
	met := 0
	for _, id := range workshop.Gates {
		line, now := g.lines[id], c.Gates[id]
		state := widgets.StepToDo
		if now.Met {
			state, met = widgets.StepDone, met+1
		}
		if line.dot.State != state {
			line.dot.Set(state)
		}
		evidence, token := strings.Join(strings.Fields(now.Evidence), " "), theme.Text2
		if evidence == "" {
			evidence, token = "No evidence yet", theme.Text3
			if now.Met {
				evidence, token = "Ticked without evidence", theme.Warn
			}
		}
		line.sayUnder(evidence, token)
	}
	g.short.SetText(fmt.Sprintf("%d/%d", met, len(workshop.Gates)))
	open := met < len(workshop.Gates)
	moved = g.whole.Visible() != open
	toggle(g.whole, open)
	return moved
}
