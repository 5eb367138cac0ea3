package boards

import (
	"strconv"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// kept is a canvas that is kept over the whole event and has an entry of its own: the same cards as in a step that has the canvas.
type kept struct {
	Board
	canvas   canvas.Canvas
	facts    []*fact
	count    func(cards []*workshop.Card) []tally
	canvasID string
}

// tally is a number of the strip; it stands in a tone of its own where it needs somebody.
type tally struct {
	number string
	needs  bool
}

func newKept(def template.Canvas, desk *canvas.Desk, hint string, words []string, count func([]*workshop.Card) []tally, more ...face) *kept {
	b := &kept{Board: Board{desk: desk}, canvas: canvas.New(def, desk), count: count, canvasID: def.ID}
	for _, w := range words {
		b.facts = append(b.facts, newFact(w))
	}
	c := b.canvas
	said := hinted(hint)
	first := face{title: def.Title, object: widgets.VStack(theme.Gap, said, widgets.Grow(c)), hint: said,
		shown: c.Shown, hidden: c.Hidden, focus: c.Focus, hints: c.Hints}
	b.build(b.read, []workshop.Kind{workshop.KindCard, workshop.KindPerson}, b.strip(b.facts), append([]face{first}, more...)...)
	return b
}

func (b *kept) read() {
	var cards []*workshop.Card
	b.desk.Session.Read(func(w *workshop.Workshop) {
		for _, c := range workshop.All[workshop.Card](w) {
			if c.Canvas == b.canvasID {
				cards = append(cards, c)
			}
		}
	})
	for i, t := range b.count(cards) {
		token := theme.Text
		if t.needs {
			token = theme.Warn
		}
		b.facts[i].set(t.number, token)
	}
}

// Communication returns the board of the communication plan.
func Communication(def template.Canvas, desk *canvas.Desk) *Board {
	var b *kept
	b = newKept(def, desk, "Who must hear what, from which leader, by when; and what came back.", []string{"Messages", "Said", "Overdue", "Without a leader"},
		func(cards []*workshop.Card) []tally {
			said, late, nobody := 0, 0, 0
			for _, c := range cards {
				switch day := workshop.Date(c.Text("date")); {
				case c.Cells["said"] == true:
					said++
				case day != "" && day < b.today():
					late++
				}
				if c.Text("leader") == "" {
					nobody++
				}
			}
			return []tally{{number: strconv.Itoa(len(cards))}, {number: strconv.Itoa(said)}, {strconv.Itoa(late), late > 0}, {strconv.Itoa(nobody), nobody > 0}}
		})
	return &b.Board
}

// Technology returns the board of technology candidates.
func Technology(def template.Canvas, desk *canvas.Desk) *Board {
	return &newKept(def, desk, "Evaluate, implement, optimize: each with the need that it serves and the one who makes people at home in it.",
		[]string{"Candidates", "Evaluated", "Implemented", "Optimized", "Without an owner"}, func(cards []*workshop.Card) []tally {
			stages, nobody := map[string]int{}, 0
			for _, c := range cards {
				stages[c.Text("stage")]++
				if c.Text("owner") == "" && c.Text("stage") != "stop" {
					nobody++
				}
			}
			return []tally{{number: strconv.Itoa(len(cards))}, {number: strconv.Itoa(stages["evaluate"])}, {number: strconv.Itoa(stages["implement"])},
				{number: strconv.Itoa(stages["optimize"])}, {strconv.Itoa(nobody), nobody > 0}}
		}).Board
}
