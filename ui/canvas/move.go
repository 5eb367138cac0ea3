package canvas

import (
	"slices"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Mover is a canvas whose selected card can go to another canvas.
type Mover interface {
	// MoveAway asks to which canvas the selected card goes, and moves it there.
	MoveAway()
}

// MoveAway implements Mover.
func (v *voted) MoveAway() {
	id := v.inner.Selected()
	if id == "" {
		v.desk.tell(Told{Text: "Select the card that is to go to another canvas"})
		return
	}
	var choices []widgets.Choice
	for _, to := range v.desk.targets(v.def) {
		choices = append(choices, widgets.Choice{Label: to.Title, Icon: "board", Run: func() { v.desk.moveCard(id, v.def, to) }})
	}
	if len(choices) == 0 {
		v.desk.tell(Told{Text: "This workshop has no other canvas for it"})
		return
	}
	widgets.ShowMenu(v.content, choices)
}

// targets are the canvases that a card can go to: those whose cards begin with a text, but for forms, which are one card.
func (d *Desk) targets(from template.Canvas) []template.Canvas {
	if d.Canvases == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(d.Canvases()), func(c template.Canvas) bool {
		text := len(c.Cells) > 0 && (c.Cells[0].Type == template.TypeText || c.Cells[0].Type == template.TypeNote)
		return c.ID == from.ID || c.Shape == template.ShapeForm || !text
	})
}

// moveCard takes a card to the end of another canvas. Its first text is the first there too; cells that the other canvas does not show are
// kept and are there again when the card comes back. What hung from it hangs one higher.
func (d *Desk) moveCard(id workshop.ID, from, to template.Canvas) {
	label := "Move to " + to.Title
	done := d.do(label, func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, id)
		if err != nil {
			return err
		}
		for _, child := range workshop.All[workshop.Card](e.Workshop()) {
			if child.Parent != id {
				continue
			}
			m, err := workshop.Modify[workshop.Card](e, child.ID)
			if err != nil {
				return err
			}
			m.Parent = card.Parent
		}
		if first, there := from.Cells[0].ID, to.Cells[0].ID; first != there {
			text := card.Text(first)
			card.Set(first, nil)
			card.Set(there, text)
		}
		card.Canvas, card.Parent = to.ID, ""
		column := ""
		if len(to.Columns) > 0 {
			column = to.Columns[0].ID
		}
		return newCardRows(to, card.Group).position(e, id, column, -1)
	})
	if done {
		d.undone(label, "Moved to "+to.Title)
	}
}
