package boards

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/figure"
)

// Around is what the board of self-assessments needs of the app around it.
type Around struct {
	RoundDesk
}

// rounds is the board of self-assessments: the rounds, what the newest adds up to, and which gaps to work on.
type rounds struct {
	Board
	list      *roundList
	questions *assess.Questionnaire
	all       []*workshop.Round // oldest first
	current   workshop.ID       // the round whose results are shown
	result    *assess.Result    // nil while there is none
	ranked    []assess.Ranked

	self, others, least *fact
	state               *widgets.Pill
	said                *widgets.Label
	radar, heat         *widgets.Figure
	table               *widgets.Table
	full, empty         []fyne.CanvasObject // of the faces with results: one of the two is shown
}

// Rounds returns the board of self-assessments.
func Rounds(desk *canvas.Desk, around Around) *Board { return &newRounds(desk, around).Board }

func newRounds(desk *canvas.Desk, around Around) *rounds {
	b := &rounds{Board: Board{desk: desk}, state: widgets.NewPill("", widgets.Neutral), said: widgets.NewText("", theme.Body).In(theme.Text2)}
	if all, err := assess.Builtin(); err == nil {
		b.questions = all[0] // a test makes sure that there is one
	}
	b.self, b.others, b.least = newFact("Leaders' own answers"), newFact("Answers of others"), newFact("Smallest group")
	b.list = newRoundList(&b.Board, around.RoundDesk)
	b.radar = widgets.NewFigure(fyne.NewSize(240, 160), func(f figure.Frame) figure.Figure {
		if b.result == nil {
			return figure.Figure{W: f.W, H: f.H}
		}
		return b.result.Radar(assess.EnglishPictures(), f)
	})
	b.heat = widgets.NewFigure(fyne.NewSize(420, 170), func(f figure.Frame) figure.Figure {
		if b.result == nil {
			return figure.Figure{W: f.W, H: f.H}
		}
		return b.result.Heat(assess.EnglishPictures(), f)
	})
	b.makeTable()
	over := func(content fyne.CanvasObject) fyne.CanvasObject {
		none := widgets.NewEmptyState(widgets.EmptyState{Icon: "assess", Title: "Nothing to show yet", Text: "Results stand here once leaders have answered, and those of others once the round is closed and enough of them have."})
		b.full, b.empty = append(b.full, content), append(b.empty, none)
		return widgets.Over(content, none)
	}
	b.build(b.read, []workshop.Kind{workshop.KindRound, workshop.KindResponse, workshop.KindAction, workshop.KindPerson},
		widgets.VStack(theme.GapSmall, strip([]*fact{b.self, b.others, b.least}, b.state), b.said),
		face{title: "Rounds", object: b.list.content, commands: b.list.commands, hints: b.list.hints},
		face{title: "Statements", object: over(card(widgets.Pad(b.heat, 10, 10))), commands: b.commands, hints: b.roundKeys},
		face{title: "Roles", object: over(card(widgets.Pad(b.radar, 10, 10))), commands: b.commands, hints: b.roundKeys},
		face{title: "Gaps", object: over(card(b.table)), focus: b.focus, hints: b.gapKeys, commands: b.gapCommands})
	return b
}

func (b *rounds) makeTable() {
	plain := func(id, title string, width, grow float32) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: width, Grow: grow, NoSort: true}
	}
	right := func(id, title string) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: 76, Right: true, NoSort: true}
	}
	b.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{plain("place", "", 40, 0), plain("statement", "Statement", 200, 1), right("now", "Now"), right("needed", "Needed"), right("gap", "Gap"),
			right("spread", "Spread"), plain("views", "Views", 90, 0), plain("try", "Try", 200, 1)},
		Rows:   func() int { return len(b.ranked) },
		Cell:   func(row, col int) widgets.Cell { return b.cell(row, col) },
		OnOpen: func(int) { b.act() }, OnRune: b.letter,
	})
}

func (b *rounds) read() {
	b.result, b.ranked = nil, nil
	b.desk.Session.Read(func(w *workshop.Workshop) {
		b.all = workshop.All[workshop.Round](w)
		slices.SortStableFunc(b.all, func(x, y *workshop.Round) int {
			if x.Date < y.Date {
				return -1
			} else if x.Date > y.Date {
				return 1
			}
			return 0
		})
		b.list.read(w, b.all)
		if len(b.all) == 0 {
			return
		}
		if !slices.ContainsFunc(b.all, func(r *workshop.Round) bool { return r.ID == b.current }) {
			b.current = b.all[len(b.all)-1].ID
		}
		held, err := assess.Held(workshop.Find[workshop.Round](w, b.current))
		if err != nil {
			return
		}
		res, err := assess.Of(w, b.current, held, assess.Options{})
		if err == nil {
			b.result, b.questions = res, held
		}
	})
	b.show()
}

// show puts the numbers of the round in hand on the screen.
func (b *rounds) show() {
	some := false
	b.list.show()
	if r := b.result; r != nil {
		b.ranked = assess.Rank(r.Main().Items)
		some = slices.ContainsFunc(r.Main().Items, func(c assess.Cell) bool { return !c.Hidden })
		b.self.set(strconv.Itoa(r.Self.N), theme.Text)
		b.others.set(strconv.Itoa(r.Others.N), theme.Text)
		b.least.set(strconv.Itoa(r.Least), theme.Text)
		words := r.Title + ". This file is confidential, not anonymous: whoever keeps it can open single answers."
		if r.Withheld != "" {
			words += " " + r.Withheld
		}
		b.said.SetText(words)
		state, tone := "Open", widgets.Accented
		if r.Closed {
			state, tone = "Closed", widgets.Good
		}
		b.state.Set(state, tone)
	} else {
		words := ""
		if len(b.all) > 0 {
			words = "The statements of this round are not in this version of the app, so its results cannot be shown. Its answers are kept."
		}
		for _, f := range []*fact{b.self, b.others, b.least} {
			f.set("–", theme.Text)
		}
		b.said.SetText(words)
	}
	show(b.said, b.said.Text != "")
	show(b.state, b.result != nil)
	for i := range b.full {
		there := some && (i < len(b.full)-1 || len(b.ranked) > 0)
		show(b.full[i], there)
		show(b.empty[i], !there)
	}
	b.self.row.Refresh()
	b.radar.Refresh()
	b.heat.Refresh()
	b.table.Refresh()
}

var viewTones = map[assess.Agreement]widgets.Tone{assess.Agree: widgets.Good, assess.Mixed: widgets.Neutral, assess.Split: widgets.Careful}

func (b *rounds) cell(row, col int) widgets.Cell {
	g := b.ranked[row]
	it, _ := b.questions.Item(g.ID)
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
		if g.Now.HasSD() {
			return number(g.Now.SD, false)
		}
		return widgets.Cell{Text: "–", Right: true, Token: theme.Text3}
	case 6:
		if g.Word == "" {
			return widgets.Cell{}
		}
		return widgets.Cell{Text: string(g.Word), Pill: true, Tone: viewTones[g.Word]}
	}
	return widgets.Cell{Text: it.Experiment, Token: theme.Text2}
}

// act makes an experiment of the gap under the cursor.
func (b *rounds) act() {
	row := b.table.Row()
	if row < 0 || row >= len(b.ranked) {
		return
	}
	item := b.ranked[row].ID
	label := "Make " + item + " an action"
	var made workshop.ID
	err := b.do(label, func(e *workshop.Edit) (err error) {
		made, err = assess.Experiment(e, b.questions, assess.Try{Item: item, Round: b.current, Promise: true}, b.today())
		return err
	})
	if !b.told(err) {
		return
	}
	var action *workshop.Action
	b.desk.Session.Read(func(w *workshop.Workshop) { action = workshop.Find[workshop.Action](w, made) })
	if action != nil {
		b.undone(label, action.Label()+": tried until "+canvas.ShowDate(action.Due, b.today())+"; measured again after 90 days. Name an owner in the register")
	}
}

// other shows the next round's results.
func (b *rounds) other() {
	i := slices.IndexFunc(b.all, func(r *workshop.Round) bool { return r.ID == b.current })
	b.current = b.all[(i+1)%len(b.all)].ID
	b.read()
}

func (b *rounds) focus() {
	if b.table.Row() < 0 {
		b.table.Step(1)
	}
	b.table.Focus()
}

func (b *rounds) several() bool { return len(b.all) > 1 }

func (b *rounds) roundKeys() []widgets.Hint {
	if !b.several() {
		return nil
	}
	return []widgets.Hint{{Keys: "R", Label: "other round"}}
}

func (b *rounds) gapKeys() []widgets.Hint {
	return append([]widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "gap"}, {Keys: "A", Label: "make it an action"}, {Keys: "Ctrl+Z", Label: "undo"}}, b.roundKeys()...)
}

func (b *rounds) commands() []shell.Command {
	return []shell.Command{{ID: "rounds.other", Label: "Results of another round", Group: "Boards", Icon: "assess", Shortcut: "R", Enabled: b.several, Run: b.other}}
}

func (b *rounds) gapCommands() []shell.Command {
	return append(b.commands(), shell.Command{ID: "rounds.action", Label: "Make the gap an action", Group: "Boards", Icon: "action", Shortcut: "A",
		Enabled: func() bool { return b.table.Row() >= 0 && b.table.Row() < len(b.ranked) }, Run: b.act})
}
