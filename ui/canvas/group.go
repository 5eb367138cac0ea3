package canvas

import "nemawashi.app/workshop"

// groupOf names the group that wrote a card, for those who see the cards of all groups together; "" where all wrote it, where one sees that
// group's alone, and where the group is gone.
func (d *Desk) groupOf(c *workshop.Card) string {
	if d.Group != "" || c.Group == "" {
		return ""
	}
	name := ""
	d.Session.Read(func(w *workshop.Workshop) {
		if g := workshop.Find[workshop.Step](w, c.Group); g != nil {
			name = g.Title
		}
	})
	return name
}
