package boards

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// fact is a number with its word below; a number that needs somebody stands in its tone.
type fact struct {
	number, word *widgets.Label
	box          *fyne.Container
	shape        *factLayout
	row          *fyne.Container // the strip that it stands in, laid out anew for other numbers
}

func newFact(word string) *fact {
	f := &fact{number: widgets.NewLabel("0", theme.Style{Size: 20, Line: 24, Bold: true}).Keep(), word: widgets.Caption(word).Keep()}
	f.shape = &factLayout{}
	f.box = container.New(f.shape, f.number, f.word)
	return f
}

func (f *fact) set(number string, token theme.Token) {
	f.number.SetText(number)
	f.number.SetToken(token)
	if f.row != nil {
		f.row.Refresh()
	}
}

// strip lays facts beside each other on a surface of their own, with something at its right.
func strip(facts []*fact, right ...fyne.CanvasObject) fyne.CanvasObject {
	var row []fyne.CanvasObject
	for _, f := range facts {
		row = append(row, f.box, widgets.Space(16, 0))
	}
	content := widgets.HStack(theme.Gap, append(append(row, widgets.Spacer()), right...)...)
	for _, f := range facts {
		f.row = content
	}
	return widgets.NewPanel(content, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadPage, PadY: 8})
}

// card puts a table on a surface with a stroke around it.
func card(o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPanel(o, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 2, PadY: 2})
}

// alarm is the token of a number that should be zero.
func alarm(n int) theme.Token {
	if n > 0 {
		return theme.Warn
	}
	return theme.Text
}
