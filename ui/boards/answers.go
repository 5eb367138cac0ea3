package boards

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	f.content = container.New(listAndPicture{}, card(f.table), card(widgets.Pad(widgets.VStack(theme.GapSmall, f.title, widgets.Grow(f.picture)), 12, 10)))
	return f
}

// listAndPicture puts a list beside a picture; where that is too narrow, above it, and the picture gets the height that it needs.
type listAndPicture struct{}

func (listAndPicture) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, theme.Scaled(240))
}

func (listAndPicture) Layout(o []fyne.CanvasObject, size fyne.Size) {
	list, picture := fyne.NewSize((size.Width-theme.Gap)/2, size.Height), fyne.NewSize((size.Width-theme.Gap)/2, size.Height)
	at := fyne.NewPos(list.Width+theme.Gap, 0)
	if size.Width < theme.Scaled(760) {
		high := min(max(o[1].MinSize().Height, (size.Height-theme.Gap)/2), size.Height-theme.Gap-theme.Scaled(90))
		list, picture = fyne.NewSize(size.Width, size.Height-theme.Gap-high), fyne.NewSize(size.Width, high)
		at = fyne.NewPos(0, list.Height+theme.Gap)
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(list)
	o[1].Move(at)
	o[1].Resize(picture)
}

func (f *answersFace) count() int {
	if f.b.result == nil {
		return 0
	}
	return len(f.b.result.Questionnaire.Items)
}

// high is the least height of the picture: for now and needed of the leaders and of others, and for the round before.
func (f *answersFace) high() float32 {
	rows := 0
	if r := f.b.result; r != nil {
		for _, n := range []int{r.Self.N, r.Theirs(f.b.lens).N} {
			if n > 0 {
				rows += 2
			}
		}
		if f.b.lens.Before {
			rows++
		}
	}
	return 40 + 28*float32(max(rows, 2))
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
	f.picture.SetLeast(fyne.NewSize(330, f.high()))
	f.content.Refresh()
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
