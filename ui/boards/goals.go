package boards

import (
	"fmt"
	"strconv"
	"strings"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/align"
)

// goals is the board of goals: the three rounds of the catchball, and what serves what.
type goals struct {
	Board
	fit      align.Report
	owners   map[workshop.ID]string
	rows     []served
	goals    []*workshop.Goal // those that an action can serve
	table    *widgets.Table
	all, yes *fact
	unserved *fact
	loose    *fact
}

// served is a line of the alignment: the heading of a goal, an action, or the word that there is none.
type served struct {
	heading string
	action  *workshop.Action
	words   string
	short   string // the same where there is little room
}

// Goals returns the board of goals.
func Goals(desk *canvas.Desk) *Board { return &newGoals(desk).Board }

func newGoals(desk *canvas.Desk) *goals {
	b := &goals{Board: Board{desk: desk}}
	b.all, b.yes, b.unserved, b.loose = newFact("Goals"), newFact("Agreed"), newFact("Without an action"), newFact("Actions without a goal")
	fields := canvas.RecordFields(workshop.KindGoal, "title", "owner", "measure", "proposed", "answered", "conditions", "agreed", "parent", "level", "dropped")
	for i, words := range map[int][2]string{0: {"Goal", ""}, 2: {"Measure, base to target", ""}, 3: {"Round 1: proposed", ""}, 4: {"Round 2: what must be true", ""},
		5: {"Round 3: conditions of both", ""}, 7: {"Serves", ""}} {
		fields[i] = fields[i].Titled(words[0], words[1])
	}
	rounds := canvas.NewTable(canvas.RecordRows("goal", fields, nil, func() workshop.Record { return &workshop.Goal{} }), desk)
	b.part = func(id string) {
		b.turn(0)
		rounds.Reveal(workshop.ID(id))
	}
	b.makeTable()
	empty := widgets.NewEmptyState(widgets.EmptyState{Icon: "flag", Title: "Nothing to align yet", Text: "Write the goals first; then every action can say which one it serves."})
	body := widgets.Over(card(b.table), empty)
	b.build(func() {
		b.read()
		show(b.table, len(b.rows) > 0)
		show(empty, len(b.rows) == 0)
	}, []workshop.Kind{workshop.KindGoal, workshop.KindAction, workshop.KindPerson}, b.strip([]*fact{b.all, b.yes, b.unserved, b.loose}),
		typed("Catchball", rounds, "What the work is for: proposed, answered with what must be true, agreed. What is agreed on the catchball canvas stands here, and the other way round."),
		face{title: "Alignment", object: body, focus: b.focus, hints: b.keys, commands: b.commands})
	return b
}

func (b *goals) makeTable() {
	b.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "number", Title: "No.", Width: 72, Tight: 60, NoSort: true}, {ID: "title", Title: "Action", Width: 200, Tight: 120, Grow: 2, NoSort: true},
			{ID: "owner", Title: "Owner", Width: 120, Tight: 84, Grow: 0.3, NoSort: true}, {ID: "due", Title: "Due", Width: 128, Tight: 92, NoSort: true}, {ID: "status", Title: "Status", Width: 100, Tight: 96, NoSort: true},
			{ID: "goal", Title: "Serves", Width: 150, Tight: 100, Grow: 1, NoSort: true, Choices: b.choices}},
		Rows:    func() int { return len(b.rows) },
		Cell:    func(row, col int) widgets.Cell { return b.cell(b.rows[row], col) },
		Heading: func(row int) (string, bool) { return b.rows[row].heading, b.rows[row].heading != "" },
		OnRune:  func(r rune) bool { return b.letter(r) },
		OnPick:  func(row, _, choice int) { b.serve(b.rows[row].action, choice) },
		OnOpen: func(row int) {
			if a := b.rows[row].action; a != nil && b.desk.OpenAction != nil {
				b.desk.OpenAction(a.ID)
			}
		},
	})
}

// read takes up goals and actions as they are.
func (b *goals) read() {
	var list []*workshop.Goal
	var actions []*workshop.Action
	b.desk.Session.Read(func(w *workshop.Workshop) {
		list, actions = workshop.All[workshop.Goal](w), workshop.All[workshop.Action](w)
	})
	b.owners = b.names()
	b.fit = align.Of(list, actions, b.today())
	b.rows, b.goals = b.rows[:0], b.goals[:0]
	for _, l := range b.fit.Lines {
		if !l.Goal.Dropped {
			b.goals = append(b.goals, l.Goal)
		}
		b.rows = append(b.rows, served{heading: heading(l)})
		for _, a := range l.Actions {
			b.rows = append(b.rows, served{action: a})
		}
		switch {
		case len(l.Actions) > 0 || l.Goal.Dropped:
		case l.Served:
			b.rows = append(b.rows, served{words: "Served by the goals below", short: "By goals below"})
		default:
			b.rows = append(b.rows, served{words: "No action serves this goal yet", short: "No action yet"})
		}
	}
	if n := len(b.fit.Loose); n > 0 {
		b.rows = append(b.rows, served{heading: fmt.Sprintf("Actions without a goal: %d of %d", n, b.fit.Live)})
		for _, a := range b.fit.Loose {
			b.rows = append(b.rows, served{action: a})
		}
	}
	b.all.set(strconv.Itoa(b.fit.Goals), theme.Text)
	b.yes.set(strconv.Itoa(b.fit.Agreed), theme.Text)
	b.unserved.set(strconv.Itoa(len(b.fit.Unserved)), alarm(len(b.fit.Unserved)))
	b.loose.set(strconv.Itoa(len(b.fit.Loose)), alarm(len(b.fit.Loose)))
	b.table.Refresh()
}

// stateWords are how far the catchball about a goal has come.
var stateWords = map[string]string{workshop.GoalProposed: "Proposed", workshop.GoalAnswered: "Answered", workshop.GoalAgreed: "Agreed", workshop.GoalDropped: "Dropped"}

// heading says how a goal stands before its words, which may be long.
func heading(l align.Line) string {
	words := stateWords[l.Goal.State()]
	if n := len(l.Actions); n > 0 {
		words += fmt.Sprintf(", %d of %d done", l.Done, n)
	}
	if l.Late > 0 {
		words += fmt.Sprintf(", %d overdue", l.Late)
	}
	return strings.Repeat("      ", min(l.Depth, 4)) + words + ":  " + l.Goal.Title
}

var statusWords = map[string]string{workshop.ActionOpen: "Open", workshop.ActionStarted: "In progress", workshop.ActionBlocked: "Blocked",
	workshop.ActionDone: "Done", workshop.ActionVerified: "Verified", workshop.ActionDropped: "Dropped"}

var statusTones = map[string]widgets.Tone{workshop.ActionStarted: widgets.Accented, workshop.ActionBlocked: widgets.Bad, workshop.ActionDone: widgets.Good, workshop.ActionVerified: widgets.Good}

func (b *goals) cell(s served, col int) widgets.Cell {
	a := s.action
	if a == nil {
		if col == 1 {
			return widgets.Cell{Text: s.words, Short: s.short, Token: theme.Text3}
		}
		return widgets.Cell{}
	}
	switch col {
	case 0:
		return widgets.Cell{Text: a.Label(), Token: theme.Text2}
	case 1:
		return widgets.Cell{Text: a.Title}
	case 2:
		return widgets.Cell{Text: b.owners[a.Owner], Token: theme.Text2}
	case 3:
		c := dateCell(a.Due, b.today())
		if a.Overdue(b.today()) {
			c.Token, c.Icon = theme.Danger, "alert"
		}
		return c
	case 4:
		return widgets.Cell{Text: statusWords[a.Status], Pill: true, Tone: statusTones[a.Status]}
	}
	if i := b.served(a); i >= 0 {
		return widgets.Cell{Text: b.goals[i].Title, Token: theme.Text2}
	}
	return widgets.Cell{Text: "Choose a goal", Token: theme.Text3}
}

// served is the place of the action's goal among those that can be chosen, -1 for none.
func (b *goals) served(a *workshop.Action) int {
	for i, g := range b.goals {
		if a.Goal == g.ID {
			return i
		}
	}
	return -1
}

func (b *goals) choices(row int) ([]widgets.Choice, int) {
	a := b.rows[row].action
	if a == nil {
		return nil, -1
	}
	choices := []widgets.Choice{{Label: "No goal"}}
	for _, g := range b.goals {
		choices = append(choices, widgets.Choice{Label: g.Title, Icon: "flag"})
	}
	return choices, b.served(a) + 1
}

// serve lets an action serve another goal, 0 for none.
func (b *goals) serve(a *workshop.Action, choice int) {
	if a == nil || choice > len(b.goals) {
		return
	}
	var goal workshop.ID
	if choice > 0 {
		goal = b.goals[choice-1].ID
	}
	err := b.do("Choose goal", func(e *workshop.Edit) error {
		own, err := workshop.Modify[workshop.Action](e, a.ID)
		if err == nil {
			own.Goal = goal
		}
		return err
	})
	b.told(err)
	for i, r := range b.rows { // the cursor goes with the action
		if r.action != nil && r.action.ID == a.ID {
			b.table.SetCursor(i, goalColumn)
		}
	}
}

const goalColumn = 5

func (b *goals) focus() {
	if b.table.Row() < 0 {
		b.table.Step(1)
	}
	b.table.Focus()
}

func (b *goals) choose() { b.table.Edit(b.table.Row(), goalColumn) }

func (b *goals) keys() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "row"}, {Keys: "F2", Label: "choose the goal"}, {Keys: "Enter", Label: "open the action"}, {Keys: "Ctrl+Z", Label: "undo"}}
}

func (b *goals) commands() []shell.Command {
	some := func() bool {
		row := b.table.Row()
		return row >= 0 && row < len(b.rows) && b.rows[row].action != nil
	}
	return []shell.Command{{ID: "goals.choose", Label: "Choose the goal of the action", Group: "Boards", Icon: "flag", Shortcut: "G", Enabled: some, Run: b.choose}}
}
