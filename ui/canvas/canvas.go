package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// Canvas is what the room puts in the middle.
type Canvas interface {
	fyne.CanvasObject
	// Shown reads the session and begins to listen; before, a canvas is empty. Hidden ends it and keeps what is still being typed.
	Shown()
	Hidden()
	// Focus brings the keyboard to where one types.
	Focus()
	// Key takes keys while no entry has focus.
	Key(*fyne.KeyEvent) bool
	// Go goes to the column of that number, from 1; false when there is none.
	Go(column int) bool
	// Totals are the counts and sums for the head of the page: "16 findings", "3 h 09 lost per day".
	Totals() []string
	// Hints are the keys.
	Hints() []widgets.Hint
	// MakeAction makes the selected row an action; false when nothing is selected or it cannot be one.
	MakeAction() bool
	// Selected is the card that keys speak of, "" for none; Reveal selects one and brings it into sight, false when it is not here.
	Selected() workshop.ID
	Reveal(workshop.ID) bool
	// Fixed says that the canvas fills the height it gets and scrolls by itself; others are as high as their content.
	Fixed() bool
}

// New returns the canvas of a shape.
func New(def template.Canvas, desk *Desk) Canvas {
	switch def.Shape {
	case template.ShapeForm:
		return newCardForm(def, desk)
	case template.ShapeColumns:
		if sketch.Opposed(&def) {
			return withVoting(newForces(def, desk), def, desk)
		}
		return withVoting(newColumns(def, desk), def, desk)
	case template.ShapeField:
		return withVoting(newPlane(def, desk), def, desk)
	case template.ShapeTree:
		return withVoting(newTree(def, desk), def, desk)
	}
	return withVoting(NewTable(newCardRows(def, desk.Group), desk), def, desk)
}
