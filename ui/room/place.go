package room

import (
	"nemawashi.app/ui/boards"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/template"
)

// Place is what the room has in front, for the wall that shows the same.
type Place struct {
	Step, Group workshop.ID      // "" for none
	Canvas      *template.Canvas // nil while a board or the notes are in front
	Board       string           // the board in front, "" for none
	Question    string           // of the template
	Talk        *assess.Card     // what the room is led through; nil where it is not
}

// Place says what is in front.
func (r *Room) Place() Place {
	p := Place{Step: r.step, Group: r.group, Canvas: r.center.inFront()}
	if p.Canvas == nil {
		p.Board = r.center.pane().id
		if b := r.talk(); b != nil {
			p.Talk = b.Talk()
		}
	}
	if s := r.current(); s != nil {
		if t := r.agenda.source(s); t != nil {
			p.Question = t.Question
		}
	}
	if p.Canvas != nil && p.Canvas.Question != "" {
		p.Question = p.Canvas.Question
	}
	if p.Talk != nil {
		p.Question = boards.WhereApart
	}
	return p
}

func (r *Room) moved() {
	if r.config.Moved != nil && r.center != nil {
		r.config.Moved()
	}
}
