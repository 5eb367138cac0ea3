package ui

import (
	"nemawashi.app/assets"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"

	"strings"

	"fyne.io/fyne/v2"
)

// firstSteps opens the page of help for the first five minutes.
func (a *App) firstSteps() {
	var rows []fyne.CanvasObject
	for _, block := range strings.Split(strings.TrimSpace(assets.FirstSteps), "\n\n") {
		text := strings.Join(strings.Fields(block), " ")
		if title, ok := strings.CutPrefix(text, "# "); ok {
			rows = append(rows, widgets.NewText(title, theme.SubHeading))
			continue
		}
		rows = append(rows, widgets.NewText(text, theme.Body).In(theme.Text2))
	}
	a.shell.ShowDialog(&shell.Dialog{
		Title: "First steps", Width: 680, Content: widgets.Exactly(widgets.NewScroll(widgets.PadSides(widgets.VStack(10, rows...), 0, theme.PadPage, 0, 0)), 0, theme.Height(440)),
		Buttons: []shell.DialogButton{{Label: "Show all keys", Run: a.shell.ShowKeys}, {Label: "Close", Kind: widgets.Primary}},
	})
}
