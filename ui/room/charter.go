package room

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// charterBoard is the charter as a form.
type charterBoard struct {
	room    *Room
	form    *canvas.Form
	content fyne.CanvasObject
}

func newCharterBoard(r *Room) *charterBoard {
	b := &charterBoard{room: r}
	fields := canvas.RecordFields(workshop.KindCharter, "title", "problem", "objective", "scope_in", "scope_out", "sponsor", "facilitators",
		"client", "site", "programme", "start", "days", "status", "currency", "retain_until", "confidentiality")
	words := map[string][2]string{
		"problem": {"Problem", "With a number: 74 minutes per changeover, median of March to May"}, "objective": {"Objective", "From what to what, by when"},
		"scope_in": {"In scope", "First step in, last step in"}, "scope_out": {"Out of scope", "What nobody touches"},
		"start": {"First day", ""}, "currency": {"Currency", "EUR"}, "retain_until": {"Keep until", ""},
		"confidentiality": {"Confidentiality", "What was agreed with the people in the room"}, "facilitators": {"Facilitators", ""},
	}
	for i, f := range fields {
		if w, ok := words[f.ID]; ok {
			fields[i] = f.Titled(w[0], w[1])
		}
	}
	b.form = canvas.NewForm("Charter", canvas.RecordRows("charter", fields, nil, func() workshop.Record { return &workshop.Charter{} }), r.desk())
	b.content = widgets.NewScroll(widgets.Limit(widgets.PadSides(b.form, 2, 12, 16, 2), theme.FormWidest))
	return b
}

// Content implements Board.
func (b *charterBoard) Content() fyne.CanvasObject { return b.content }

// Shown implements Board.
func (b *charterBoard) Shown() {
	b.form.Shown()
}

// Hidden implements Board.
func (b *charterBoard) Hidden() {
	b.form.Hidden()
}

// FocusFirst implements Board.
func (b *charterBoard) FocusFirst() { b.form.Focus() }

// Hints are the keys of the form.
func (b *charterBoard) Hints() []widgets.Hint { return b.form.Hints() }
