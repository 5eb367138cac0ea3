package room

import (
	"fmt"

	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/canvas"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// ownBoards are the boards that the room makes itself; what belongs to the start of the work comes first.
func (r *Room) ownBoards() (first, last []BoardEntry) {
	entry := func(id, title, icon string, kind workshop.Kind, count func(*workshop.Workshop) string, make func(*canvas.Desk) *boards.Board) BoardEntry {
		return BoardEntry{ID: id, Title: title, Icon: icon, Kind: kind, Count: count, Make: func() Board {
			b := make(r.desk())
			b.Turned = func() { r.config.Frame.RefreshHints(); r.moved() }
			return b
		}}
	}
	first = []BoardEntry{
		{ID: agendaID, Title: "Agenda", Icon: "clock", Kind: workshop.KindStep, Count: progress, Make: func() Board { return newAgendaBoard(r) }},
		{ID: "charter", Title: "Charter", Icon: "charter", Kind: workshop.KindCharter, Make: func() Board { return newCharterBoard(r) }},
		entry("gates", "Four gates", "shield", workshop.KindCharter, gatesMet, boards.Gates),
	}
	last = []BoardEntry{
		entry("goals", "Goals", "flag", workshop.KindGoal, count(func(g *workshop.Goal) bool { return !g.Dropped }), boards.Goals),
		entry("measures", "Measures", "measure", workshop.KindMeasure, count[workshop.Measure](nil), boards.Measures),
		entry("commitments", "Commitments", "hand", workshop.KindCommitment, count[workshop.Commitment](nil), boards.Commitments),
		entry("assessment", "Self-assessment", "assess", workshop.KindRound, count[workshop.Round](nil), r.roundsBoard).private(),
		entry("reviews", "Reviews", "cal", workshop.KindReview, count(func(v *workshop.Review) bool { return v.Held == "" }), boards.Reviews),
	}
	for _, k := range []struct {
		id, icon string
		make     func(template.Canvas, *canvas.Desk) *boards.Board
	}{{"ideas", "bulb", boards.Ideas}, {"communication", "ear", boards.Communication}, {"technology", "cube", boards.Technology}} {
		if def, ok := r.agenda.canvas(boardCanvases[k.id]); ok {
			last = append(last, entry(k.id, def.Title, k.icon, workshop.KindCard, cardsOf(def.ID), func(d *canvas.Desk) *boards.Board { return k.make(def, d) }))
		}
	}
	return first, last
}

// private is the entry of a board that is not for everybody.
func (b BoardEntry) private() BoardEntry {
	b.Private = true
	return b
}

// roundsBoard is the board of self-assessments.
func (r *Room) roundsBoard(d *canvas.Desk) *boards.Board {
	return boards.Rounds(d, boards.Around{RoundDesk: r.config.Rounds, Dialog: r.config.Frame.ShowDialog, OwnPage: r.config.OwnPage})
}

// talk is the board in front that the room may be talking about, nil where there is none.
func (r *Room) talk() *boards.Board {
	b, _ := r.center.board().(*boards.Board)
	return b
}

// TalkOn goes on in what the board in front leads the room through, or back. It says whether there is such a thing and it went anywhere.
func (r *Room) TalkOn(by int) bool {
	b := r.talk()
	return b != nil && b.TalkOn(by)
}

// boardCanvases are the canvases of the boards that work on one.
var boardCanvases = map[string]string{"ideas": "ideas", "communication": "communication-plan", "technology": "technology-candidates"}

// cardsOf counts the cards of a canvas.
func cardsOf(id string) func(*workshop.Workshop) string {
	return count(func(c *workshop.Card) bool { return c.Canvas == id })
}

// count counts the records of a type, "" for none.
func count[T any, P interface {
	*T
	workshop.Record
}](keep func(P) bool) func(*workshop.Workshop) string {
	return func(w *workshop.Workshop) string {
		n := 0
		for _, x := range w.Records(P(new(T)).Kind()) {
			if x, ok := x.(P); ok && (keep == nil || keep(x)) {
				n++
			}
		}
		if n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
}

// progress counts the steps of the event that are done, without breaks.
func progress(w *workshop.Workshop) string {
	done, all := 0, 0
	for _, s := range w.Agenda() {
		if s.Day < 1 || s.Break {
			continue
		}
		all++
		if s.Status == workshop.StepDone || s.Status == workshop.StepSkipped {
			done++
		}
	}
	if all == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", done, all)
}

func gatesMet(w *workshop.Workshop) string {
	met := 0
	if c := w.Charter(); c != nil {
		for _, id := range workshop.Gates {
			if c.Gates[id].Met {
				met++
			}
		}
	}
	if met == len(workshop.Gates) {
		return doneMark
	}
	return fmt.Sprintf("%d of %d", met, len(workshop.Gates))
}
