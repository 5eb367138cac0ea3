package actions

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/actionlist"
)

// menu is what can be done with the action of the cursor, or with all that are checked.
func (b *Board) menu(anchor fyne.CanvasObject) {
	if b.row() == nil {
		return
	}
	var choices []widgets.Choice
	if b.editable() {
		choices = []widgets.Choice{
			{Label: "Done, or open again", Icon: "check", Keys: "Space", Run: b.toggleDone},
			{Label: "Edit the words", Icon: "action", Keys: "Enter", Run: func() { b.editColumn(actionlist.Title) }},
			{Label: "Check, or uncheck", Icon: "list", Keys: "X", Run: b.table.ToggleCheck},
			{Label: "Set owner of " + b.naming(b.chosen()), Icon: "user", Run: func() { b.bulk(actionlist.Owner) }},
			{Label: "Set due date of " + b.naming(b.chosen()), Icon: "cal", Run: func() { b.bulk(actionlist.Due) }},
			{Label: "Set status of " + b.naming(b.chosen()), Icon: "refresh", Run: func() { b.bulk(actionlist.Status) }},
			{Label: "Delete " + b.naming(b.chosen()), Icon: "x", Keys: "Del", Run: b.removeAll},
		}
	}
	if b.o.all() {
		choices = append(choices, widgets.Choice{Label: "Open the workshop", Icon: "next", Run: func() { b.open(b.row()) }})
	}
	if len(choices) > 0 {
		widgets.ShowMenu(anchor, choices)
	}
}
