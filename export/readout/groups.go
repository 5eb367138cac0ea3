package readout

import "nemawashi.app/workshop"

// groupCopy is what one group wrote on a canvas.
type groupCopy struct {
	group workshop.ID // "" for what all wrote
	title string
	board
}

// copies takes a canvas apart by the groups that worked on it in parallel: what
// all wrote together first, then the groups in their order. A canvas on which no
// group worked is one copy.
func (r *report) copies(b board) []groupCopy {
	of := map[workshop.ID][]*workshop.Card{}
	known := map[workshop.ID]bool{}
	for _, g := range r.v.Groups {
		known[g.ID] = true
	}
	for _, c := range b.cards {
		group := c.Group
		if !known[group] {
			group = ""
		}
		of[group] = append(of[group], c)
	}
	var out []groupCopy
	add := func(id workshop.ID, title string) {
		if len(of[id]) > 0 {
			out = append(out, groupCopy{id, title, board{canvas: b.canvas, cards: of[id]}})
		}
	}
	add("", r.w.say("handout.all"))
	for _, g := range r.v.Groups {
		add(g.ID, g.Title)
	}
	return out
}
