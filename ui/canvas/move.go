package canvas

import (
	"slices"

	"fyne.io/fyne/v2"

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
	if len(v.desk.targets(v.def)) == 0 {
		v.desk.tell(Told{Text: "This workshop has no other canvas for it"})
		return
	}
	v.desk.askWhere(id, v.def, v.content)
}

// askWhere asks beside the anchor to which canvas a card goes.
func (d *Desk) askWhere(id workshop.ID, from template.Canvas, anchor fyne.CanvasObject) {
	var choices []widgets.Choice
	for _, to := range d.targets(from) {
		choices = append(choices, widgets.Choice{Label: to.Title, Icon: "board", Run: func() { d.moveCard(id, from, to) }})
	}
	widgets.ShowMenu(anchor, choices)
}

// elsewhere is the line of a card's menu that takes it to another canvas; none where there is no other.
func (d *Desk) elsewhere(id workshop.ID, from template.Canvas, anchor fyne.CanvasObject) []widgets.Choice {
	if len(d.targets(from)) == 0 {
		return nil
	}
	return []widgets.Choice{{Label: "Move to another canvas", Icon: "right", Keys: "Ctrl+Shift+X", Run: func() { d.askWhere(id, from, anchor) }}}
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
		if err := raiseBelow(e, card); err != nil {
			return err
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
