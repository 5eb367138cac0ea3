package boards

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/figure"
)

// answersFace lists all statements, and shows how the answers to the one under the cursor lie.
type answersFace struct {
	b       *rounds
	table   *widgets.Table
	picture *widgets.Figure
	title   *widgets.Label
	content fyne.CanvasObject
}

func newAnswersFace(b *rounds) *answersFace {
	f := &answersFace{b: b, title: widgets.NewText("", theme.BodyBold)}
	right := func(id, title string) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: 70, Right: true, NoSort: true}
	}
	f.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "statement", Title: "Statement", Width: 190, Grow: 1, NoSort: true}, right("now", "Now"), right("needed", "Needed"), {ID: "views", Title: "Views", Width: 84, NoSort: true}},
		Rows:    func() int { return f.count() },
		Cell:    f.cell, OnCursor: func(int) { f.turn() }, OnRune: b.letter,
	})
	f.picture = b.figure(fyne.NewSize(330, 150), func(fr figure.Frame) figure.Figure {
		return b.result.Statement(b.lens, b.trend, f.item(), assess.EnglishPictures(), fr)
	})
	f.content = widgets.Board(func(width float32) int {
		if width < theme.Scaled(760) {
			return 1
		}
		return 2
	}, theme.Gap, card(f.table), card(widgets.Pad(widgets.VStack(theme.GapSmall, f.title, widgets.Grow(f.picture)), 12, 10)))
	return f
}

func (f *answersFace) count() int {
	if f.b.result == nil {
		return 0
	}
	return len(f.b.result.Questionnaire.Items)
}

// item is the statement under the cursor, the first one while there is none.
func (f *answersFace) item() string {
	items := f.b.result.Questionnaire.Items
	return items[min(max(f.table.Row(), 0), len(items)-1)].ID
}

func (f *answersFace) cell(row, col int) widgets.Cell {
	it := f.b.result.Questionnaire.Items[row]
	c := f.b.result.Front(f.b.lens).Item(it.ID)
	none := widgets.Cell{Text: "–", Right: col < 3, Token: theme.Text3}
	if c != nil && c.Hidden && c.N > 0 {
		none.Text = "hidden"
	}
	switch {
	case col == 0:
		return widgets.Cell{Text: it.ID + "  " + it.Title, Bold: true}
	case c == nil:
		return none
	case col == 1 && c.Now != nil:
		return widgets.Cell{Text: fmt.Sprintf("%.1f", c.Now.Mean), Right: true}
	case col == 2 && c.Needed != nil:
		return widgets.Cell{Text: fmt.Sprintf("%.1f", c.Needed.Mean), Right: true}
	case col == 3 && c.Word != "":
		return widgets.Cell{Text: string(c.Word), Pill: true, Tone: viewTones[c.Word]}
	case col == 3:
		return widgets.Cell{}
	}
	return none
}

var viewTones = map[assess.Agreement]widgets.Tone{assess.Agree: widgets.Good, assess.Mixed: widgets.Neutral, assess.Split: widgets.Careful}

func (f *answersFace) turn() {
	if f.b.result != nil {
		it, _ := f.b.result.Questionnaire.Item(f.item())
		f.title.SetText(it.ID + "  " + it.Self.Statement)
	}
	f.picture.Refresh()
}

func (f *answersFace) refresh() {
	f.table.Refresh()
	f.turn()
}

func (f *answersFace) focus() {
	if f.table.Row() < 0 {
		f.table.Step(1)
	}
	f.table.Focus()
}

func (b *rounds) answerKeys() []widgets.Hint {
	return append([]widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "statement"}}, b.resultKeys()...)
}
