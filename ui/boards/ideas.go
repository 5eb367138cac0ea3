package boards

import (
	"strconv"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/ideas"
	"nemawashi.app/workshop/template"
)

// ideaBoard is the board of ideas: all of them as a table, and those that wait for an answer with the days that they have waited.
type ideaBoard struct {
	*kept
	def     template.Canvas
	waiting []ideas.Wait
	people  map[workshop.ID]string
	table   *widgets.Table
}

// Ideas returns the board of ideas: each gets an answer, and how long those without one have waited is said.
func Ideas(def template.Canvas, desk *canvas.Desk) *Board { return &newIdeas(def, desk).Board }

func newIdeas(def template.Canvas, desk *canvas.Desk) *ideaBoard {
	b := &ideaBoard{def: def}
	b.makeTable()
	none := widgets.NewEmptyState(widgets.EmptyState{Icon: "bulb", Title: "No idea waits", Text: "Every idea that was written down has its answer."})
	b.kept = newKept(def, desk, "Every idea gets an answer, with its reason. What stops ideas is not a no, but silence.",
		[]string{"Ideas", "Answered", "Waiting for an answer", "The oldest waits"}, func(cards []*workshop.Card) []tally {
			r := ideas.Of(cards, b.today())
			b.waiting, b.people = r.Waiting, b.names()
			show(none, len(b.waiting) == 0)
			show(b.table, len(b.waiting) > 0)
			b.table.Refresh()
			n := len(r.Waiting)
			return []tally{{number: strconv.Itoa(r.All)}, {number: strconv.Itoa(r.Answered)}, {strconv.Itoa(n), n > 0}, {age(r.Oldest()), r.Oldest() > ideas.Within}}
		}, face{title: "Waiting", object: widgets.Over(card(b.table), none), focus: b.focus, hints: func() []widgets.Hint {
			return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "idea"}, {Keys: "F2", Label: "answer"}, {Keys: "Ctrl+Z", Label: "undo"}}
		}})
	return b
}

func age(days int) string {
	if days < 0 {
		return "–"
	}
	return counted(days, "day")
}

func (b *ideaBoard) makeTable() {
	b.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "waits", Title: "Waits", Width: 90, NoSort: true}, {ID: "idea", Title: "Idea", Width: 220, Tight: 140, Grow: 1, NoSort: true},
			{ID: "from", Title: "From", Width: 130, Tight: 80, Grow: 0.2, NoSort: true}, {ID: "answer", Title: "Answer", Width: 130, Tight: 80, NoSort: true, Choices: b.answers}},
		Rows:   func() int { return len(b.waiting) },
		Cell:   func(row, col int) widgets.Cell { return b.cell(b.waiting[row], col) },
		OnPick: func(row, _, choice int) { b.answer(b.waiting[row].Card.ID, choice) },
	})
}

func (b *ideaBoard) cell(w ideas.Wait, col int) widgets.Cell {
	switch col {
	case 0:
		c := widgets.Cell{Text: age(w.Days), Token: theme.Text2, IconRoom: true}
		if w.Days > ideas.Within {
			c.Token, c.Icon, c.Bold = theme.Warn, "clock", true
		}
		return c
	case 1:
		return widgets.Cell{Text: w.Card.Text("idea")}
	case 2:
		return widgets.Cell{Text: b.people[workshop.ID(w.Card.Text("from"))], Token: theme.Text2}
	}
	return widgets.Cell{Text: "Answer", Token: theme.Accent}
}

// choices are the answers that an idea can get, as the canvas has them.
func (b *ideaBoard) choices() []template.Choice {
	for _, c := range b.def.Cells {
		if c.ID == "answer" {
			return c.Choices
		}
	}
	return nil
}

func (b *ideaBoard) answers(row int) ([]widgets.Choice, int) {
	var out []widgets.Choice
	selected := -1
	for i, c := range b.choices() {
		out = append(out, widgets.Choice{Label: c.Title})
		if c.ID == b.waiting[row].Card.Text("answer") {
			selected = i
		}
	}
	return out, selected
}

// answer gives an idea its answer, with today as its date.
func (b *ideaBoard) answer(id workshop.ID, choice int) {
	answer := b.choices()[choice].ID
	b.told(b.do("Answer idea", func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Card](e, id)
		if err != nil {
			return err
		}
		c.Set("answer", answer)
		if ideas.Answered(c) && c.Text("answered") == "" {
			c.Set("answered", string(b.today()))
		}
		return nil
	}))
}

func (b *ideaBoard) focus() {
	if b.table.Row() < 0 {
		b.table.Step(1)
	}
	b.table.Focus()
}
