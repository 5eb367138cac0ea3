package room

import "nemawashi.app/workshop"

// visited is where the room was when a link was followed.
type visited struct {
	step, group workshop.ID
	board       string
	canvas      string      // of the step
	card        workshop.ID // that was in hand there
	page        func()      // opens the page over the room that the link was on; nil where it was on the room itself
	before      *visited    // of the link that had led there
}

// Visit follows a link to another place of the room. From there, Esc leads back to where the link was, with the card in hand that was; a board
// keeps its own cursor. Whoever goes elsewhere from there has left the way. A link on a page over the room, which is closed already, says how that
// page is opened again; nil where the link is on the room itself.
func (r *Room) Visit(link, page func()) {
	was := visited{step: r.step, group: r.group, board: r.board, before: r.came, page: page}
	if p := r.center.pane(); r.board == "" && p.canvas != nil {
		was.canvas, was.card = p.id, p.canvas.Selected()
	}
	link()
	if page != nil || r.step != was.step || r.group != was.group || r.board != was.board {
		r.came = &was
		r.config.Frame.RefreshHints()
	}
}

// Return goes back to where the last link was followed from; false where none was.
func (r *Room) Return() bool {
	at := r.came
	if at == nil || at.board == "" && r.agenda.find(at.step) == nil {
		return false
	}
	r.leave()
	r.step, r.group, r.board = at.step, at.group, at.board
	r.open()
	if at.canvas != "" {
		r.center.reveal(at.card, at.canvas)
	}
	r.came = at.before
	r.config.Frame.RefreshHints()
	if at.page != nil {
		at.page()
	}
	return true
}
