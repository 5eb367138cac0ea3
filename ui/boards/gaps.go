package boards

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// gapsFace lists the gaps in the order in which to talk about them.
type gapsFace struct {
	b       *rounds
	table   *widgets.Table
	chosen  *widgets.Label
	content fyne.CanvasObject
}

func newGapsFace(b *rounds) *gapsFace {
	f := &gapsFace{b: b, chosen: widgets.NewText("", theme.Body).In(theme.Text2)}
	plain := func(id, title string, width, grow float32) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: width, Grow: grow, NoSort: true}
	}
	right := func(id, title string) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: 74, Right: true, NoSort: true}
	}
	f.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{plain("place", "", 40, 0), plain("statement", "Statement", 190, 1), right("now", "Now"), right("needed", "Needed"), right("gap", "Gap"),
			plain("views", "Views", 84, 0), right("change", "Change"), plain("try", "Try", 200, 1)},
		Rows: func() int { return len(b.ranked) },
		Cell: f.cell, OnOpen: func(int) { b.act() }, OnRune: b.letter,
	})
	make := widgets.NewPrimary("Make it an action", "action", b.act)
	f.content = widgets.VStack(theme.Gap, widgets.HStack(theme.Gap, widgets.Grow(f.chosen), make), widgets.Grow(card(f.table)))
	return f
}

func (f *gapsFace) cell(row, col int) widgets.Cell {
	g := f.b.ranked[row]
	it, _ := f.b.questions.Item(g.ID)
	number := func(v float64, bold bool) widgets.Cell {
		return widgets.Cell{Text: fmt.Sprintf("%.1f", v), Right: true, Bold: bold}
	}
	switch col {
	case 0:
		return widgets.Cell{Text: strconv.Itoa(row + 1), Token: theme.Text3}
	case 1:
		return widgets.Cell{Text: g.ID + "  " + it.Title, Bold: true}
	case 2:
		return number(g.Now.Mean, false)
	case 3:
		return number(g.Needed.Mean, false)
	case 4:
		return number(*g.Gap, true)
	case 5:
		if g.Word == "" {
			return widgets.Cell{}
		}
		return widgets.Cell{Text: string(g.Word), Pill: true, Tone: viewTones[g.Word]}
	case 6:
		if step := f.b.trend.Item(g.ID); step != nil && step.N == g.N && f.b.compares() {
			return widgets.Cell{Text: assess.EnglishPictures().Change(step.Change), Right: true}
		}
		return widgets.Cell{Text: "–", Right: true, Token: theme.Text3}
	}
	if a := f.b.running[g.ID]; a != nil {
		return widgets.Cell{Text: a.Label() + ", until " + canvas.ShowDate(a.Due, f.b.today()), Icon: "check", IconToken: theme.OK}
	}
	return widgets.Cell{Text: it.Experiment, Token: theme.Text2, IconRoom: true}
}

// compares says whether the trend is about those whose answers are in front.
func (b *rounds) compares() bool {
	front := b.result.Front(b.lens)
	return b.trend != nil && (b.trend.Of == assess.BySelf) == (front == &b.result.Self) && (front == &b.result.Self || front == &b.result.Others)
}

func (f *gapsFace) refresh() {
	f.chosen.SetText(fmt.Sprintf("Split answers count twice. %d of %d chosen; each is tried, then measured again after 90 days.", len(f.b.running), assess.MostExperiments))
	f.table.Refresh()
}

func (f *gapsFace) focus() {
	if f.table.Row() < 0 {
		f.table.Step(1)
	}
	f.table.Focus()
}

// reveal brings a statement to the front: its gap, or its answers where it has no gap above zero. Where the round has no such statement, the board
// stays as it is.
func (b *rounds) reveal(statement string) {
	if b.result == nil {
		return
	}
	title, table := "Gaps", b.gaps.table
	at := slices.IndexFunc(b.ranked, func(r assess.Ranked) bool { return r.ID == statement })
	if at < 0 {
		title, table = "Answers", b.answers.table
		at = slices.IndexFunc(b.result.Questionnaire.Items, func(it assess.Item) bool { return it.ID == statement })
	}
	if at < 0 {
		return
	}
	b.turn(slices.IndexFunc(b.faces, func(f face) bool { return f.title == title }))
	table.SetCursor(at, 0)
	b.FocusFirst()
}

// gap is the gap under the cursor.
func (b *rounds) gap() (assess.Item, bool) {
	row := b.gaps.table.Row()
	if row < 0 || row >= len(b.ranked) {
		return assess.Item{}, false
	}
	return b.questions.Item(b.ranked[row].ID)
}

// act asks who tries it, from when to when, and makes an action of the gap under the cursor.
func (b *rounds) act() {
	it, ok := b.gap()
	switch a := b.running[it.ID]; {
	case !ok:
		return
	case a != nil && b.desk.OpenAction != nil:
		b.desk.OpenAction(a.ID) // it is being worked on already
		return
	case a == nil && len(b.running) >= assess.MostExperiments:
		b.told(assess.ErrEnough)
		return
	}
	promise, theme := it.Feeds()
	t := assess.Try{Item: it.ID, Round: b.current, Promise: promise}
	if b.around.Dialog == nil {
		b.begin(t)
		return
	}
	b.around.Dialog(b.askAbout(it, t, promise, theme))
}

// askAbout is the dialog about a gap that was chosen.
func (b *rounds) askAbout(it assess.Item, t assess.Try, promise, resists bool) *shell.Dialog {
	var people []*workshop.Person
	b.desk.Session.Read(func(w *workshop.Workshop) { people = workshop.All[workshop.Person](w) })
	slices.SortStableFunc(people, func(x, y *workshop.Person) int { return compareNames(b.name(x), b.name(y)) })
	names := []string{"Nobody yet"}
	for _, p := range people {
		names = append(names, b.name(p))
	}
	owner := widgets.NewSelect(names, 0, func(i int) {
		t.Owner = ""
		if i > 0 {
			t.Owner = people[i-1].ID
		}
	})
	t.Start, t.Due = b.today(), b.today().AddDays(assess.ExperimentDays)
	day := func(to *workshop.Date) *widgets.DateEntry {
		return widgets.NewDateEntry(to.Time(), b.today().Time(), func(d time.Time) {
			if *to = ""; !d.IsZero() {
				*to = workshop.DateOf(d)
			}
		})
	}
	start, due := day(&t.Start), day(&t.Due)
	rows := []fyne.CanvasObject{
		widgets.NewText(it.Experiment, theme.BodyBold),
		widgets.Labeled("Who tries it", owner),
		widgets.GridOf(2, theme.Gap, widgets.Labeled("From", start), widgets.Labeled("Until", due)),
	}
	if promise {
		rows = append(rows, widgets.NewCheck("Ask for the time as a commitment", true, func(on bool) { t.Promise = on }))
	}
	if resists {
		rows = append(rows, widgets.NewCheck("Suggest it as a theme on the resistance map", false, func(on bool) { t.Theme = on }),
			widgets.NewText("Cause: "+it.Cause()+". A theme is about no person; you rate it when you have heard more.", theme.Caption).In(theme.Text2))
	}
	rows = append(rows, widgets.NewText("A review 90 days after the start asks to hold the self-assessment again.", theme.Caption).In(theme.Text2))
	var dialog *shell.Dialog
	make := func() {
		for _, d := range []*widgets.DateEntry{start, due} {
			if !d.Commit() {
				d.Entry().Focus()
				return
			}
		}
		dialog.Close()
		b.begin(t)
	}
	start.Entry().OnSubmit, due.Entry().OnSubmit = func(string) { make() }, func(string) { make() }
	dialog = &shell.Dialog{Title: "Try it: " + it.Title, Help: "assessment", Width: 520, Focus: owner, Content: widgets.VStack(theme.Gap, rows...),
		Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: "Make it an action", Icon: "action", Kind: widgets.Primary, Stay: true, Run: make}}}
	return dialog
}

func compareNames(x, y string) int {
	if x < y {
		return -1
	} else if x > y {
		return 1
	}
	return 0
}

// begin makes an experiment of a gap: one step to take back, whatever comes of it.
func (b *rounds) begin(t assess.Try) {
	label := "Make " + t.Item + " an action"
	var made workshop.ID
	err := b.do(label, func(e *workshop.Edit) (err error) {
		made, err = assess.Experiment(e, b.questions, t, b.today())
		return err
	})
	if !b.told(err) {
		return
	}
	var action *workshop.Action
	b.desk.Session.Read(func(w *workshop.Workshop) { action = workshop.Find[workshop.Action](w, made) })
	if action != nil {
		words := action.Label() + ": tried until " + canvas.ShowDate(action.Due, b.today()) + "; measured again after 90 days"
		if action.Owner == "" {
			words += ". Name an owner in the register"
		}
		b.undone(label, words)
	}
}

func (b *rounds) gapKeys() []widgets.Hint {
	return append([]widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "gap"}, {Keys: "A", Label: "make it an action"}, {Keys: "Ctrl+Z", Label: "undo"}}, b.resultKeys()...)
}

func (b *rounds) gapCommands() []shell.Command {
	return append(b.resultCommands(), shell.Command{ID: "rounds.action", Label: "Make the gap an action", Group: "Boards", Icon: "action", Shortcut: "A",
		Enabled: func() bool { _, ok := b.gap(); return ok }, Run: b.act})
}
