package fill

import "nemawashi.app/workshop/assess"

// step is how the answers were before one of them was changed.
type step struct {
	sheet *assess.Sheet
	at    int  // the statement that was changed
	typed bool // by typing evidence: letters that follow each other are one step
}

// before remembers the answers as they are, for undo.
func (p *Page) before(typed bool) {
	if n := len(p.past); typed && n > 0 && p.past[n-1].typed && p.past[n-1].at == p.at && len(p.ahead) == 0 {
		return
	}
	p.past, p.ahead = append(p.past, step{p.sheet.Clone(), p.at, typed}), nil
}

// undo takes the last answer back, and redo gives it again; both show the statement.
func (p *Page) undo() { p.step(&p.past, &p.ahead) }

func (p *Page) redo() { p.step(&p.ahead, &p.past) }

func (p *Page) step(from, to *[]step) {
	last := (*from)[len(*from)-1]
	*from, *to = (*from)[:len(*from)-1], append(*to, step{p.sheet.Clone(), last.at, last.typed})
	p.sheet.Answers, p.sheet.Unseen = last.sheet.Answers, last.sheet.Unseen
	p.ask.shown = "" // the line of evidence may be another one now
	p.at = last.at
	p.changed()
	p.turn(last.at)
}
