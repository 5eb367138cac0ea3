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
	Canvas      *template.Canvas // that the cards in front are on; nil while there are none
	Board       string           // the board in front, "" for none
	Title       string           // of the board, "" for one that a step works on
	Question    string           // of the template
	Talk        *assess.Card     // what the room is led through; nil where it is not
	Draft       *workshop.Draft  // what is being typed, nil for nothing
}

// Place says what is in front for everybody: while the scribe looks something up on a board that is not for everybody, what was there before.
func (r *Room) Place() Place {
	p := r.place()
	if b := r.boardEntry(r.board); b != nil && b.Private && p.Talk == nil {
		if p = r.seen; p.Step != r.step {
			p = Place{Step: r.step}
		}
		p.Draft = nil
	}
	r.seen = p
	return p
}

func (r *Room) place() Place {
	p := Place{Step: r.step, Group: r.group, Canvas: r.center.inFront(), Draft: r.draft}
	if p.Canvas == nil {
		p.Board = r.center.pane().id
		if b := r.talk(); b != nil {
			p.Talk = b.Talk()
		}
		if r.board != "" && p.Talk == nil {
			p.Title = r.center.pane().title
		}
		if id, ok := boardCanvases[p.Board]; ok {
			if def, known := r.agenda.canvas(id); known {
				p.Canvas, p.Question, p.Group = &def, def.Question, ""
				return p
			}
		}
		if p.Title != "" {
			return p // the step behind it has a question of its own
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

// drafted takes up what is being typed. While only the word grows that is not finished, which nobody sees, nothing is told.
func (r *Room) drafted(d *workshop.Draft) {
	if !d.Same(r.draft) {
		r.draft = d
		r.moved()
	}
}
