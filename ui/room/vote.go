package room

import "nemawashi.app/workshop"

// voting says whether a voting is open on the canvas in front.
func (r *Room) voting() bool {
	v := r.center.voter()
	return v != nil && v.Voting()
}

// vote opens a voting on the canvas in front, or closes it.
func (r *Room) vote() { r.center.voter().Vote() }

// GoToCard brings the card of a canvas to the front, in the step that is open.
func (r *Room) GoToCard(card workshop.ID) bool {
	on := ""
	r.config.Session.Read(func(w *workshop.Workshop) {
		if c := workshop.Find[workshop.Card](w, card); c != nil {
			on = c.Canvas
		}
	})
	return on != "" && r.center.reveal(card, on)
}
