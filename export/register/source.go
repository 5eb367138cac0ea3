package register

import (
	"cmp"
	"slices"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// knownCanvases are the canvases of the templates, by id. Without them, a card
// is told by whatever text it holds.
func knownCanvases(set *template.Set) map[string]*template.Canvas {
	if set == nil {
		var err error
		if set, err = template.Builtin(); err != nil {
			return nil
		}
	}
	out := map[string]*template.Canvas{}
	for _, t := range set.All() {
		for i := range t.Canvases {
			out[t.Canvases[i].ID] = &t.Canvases[i]
		}
	}
	return out
}

// labelSources says in a few words what an action can come from. Entries of
// the resistance map are in the facilitator's view only, and even there a
// register, which is passed around, does not name them.
func labelSources(v *workshop.View, canvases map[string]*template.Canvas, w words) map[workshop.ID]string {
	out := map[workshop.ID]string{}
	for _, s := range v.Steps {
		out[s.ID] = s.Title
	}
	for _, c := range v.Cards {
		out[c.ID] = cardText(c, canvases[c.Canvas])
	}
	for _, s := range v.Stakeholders {
		out[s.ID] = w.say("source.secret")
	}
	for _, r := range v.Reviews {
		parts := []string{w.say("source.review"), r.ReviewKind, string(cmp.Or(r.Held, r.Planned))}
		out[r.ID] = strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
	}
	return out
}

// cardText is what a card says: its first text in the order of its canvas, so
// that a row is told by its subject and not by a date, a choice or the id of a
// person. A form is one card, known by its title.
func cardText(c *workshop.Card, canvas *template.Canvas) string {
	if t := c.Text("text"); t != "" {
		return t
	}
	if canvas != nil {
		if canvas.Shape == template.ShapeForm {
			return canvas.Title
		}
		for _, cell := range canvas.Cells {
			if cell.Confidential || cell.Type != template.TypeText && cell.Type != template.TypeNote {
				continue
			}
			if t := c.Text(cell.ID); t != "" {
				return t
			}
		}
		return canvas.Title
	}
	cells := make([]string, 0, len(c.Cells))
	for id := range c.Cells {
		cells = append(cells, id)
	}
	slices.Sort(cells)
	for _, id := range cells {
		if t, ok := c.Cells[id].(string); ok && t != "" {
			return t
		}
	}
	return ""
}
