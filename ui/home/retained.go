package home

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
)

// retained asks, from the day on until which judgements were to be kept, what becomes of them: nothing goes by itself.
func (p *Page) retained() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range p.read.kept {
		words := widgets.VStack(2, widgets.NewText("The time is over for which "+r.Title+" was to be kept", theme.CardTitle),
			widgets.NewText(fmt.Sprintf("It was until %s. On its resistance map %s still.", r.Until.Time().Format("2 January 2006"), workshops.Count(r.Mapped, "entry is", "entries are")), theme.Body).In(theme.Text2))
		row := []fyne.CanvasObject{widgets.NewBubble("clock", widgets.Careful), widgets.Grow(words)}
		if !p.desk.ReadOnly {
			row = append(row, widgets.NewButton("Keep a year longer", func() { p.desk.KeepLonger(r.Workshop) }),
				widgets.NewButton("Erase the map", func() { p.desk.EraseMap(r) }))
		}
		out = append(out, widgets.NewPanel(widgets.HStack(12, row...), widgets.PanelStyle{Fill: theme.WarnTint, Radius: theme.RadiusCard, PadX: theme.PadPage, PadY: 12}))
	}
	return out
}
