package ui

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/templates"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
)

// SetLook sets colors and text size before the window is made: for pictures
// and tests.
func SetLook(app fyne.App, dark bool, text float32) {
	p := settings.Of(app)
	p.SetMode(theme.Light)
	if dark {
		p.SetMode(theme.Dark)
	}
	p.SetText(int(100 * max(text, 1)))
}

// ShowStep goes to the step that came from this step of the template, in the
// room in front.
func (a *App) ShowStep(templateStep string) {
	o := a.front()
	if o == nil {
		return
	}
	var steps []*workshop.Step
	o.session.Read(func(w *workshop.Workshop) { steps = workshop.All[workshop.Step](w) })
	for _, s := range steps {
		if s.TemplateStep == templateStep {
			o.page.GoToStep(s.ID)
			return
		}
	}
}

// ShowBoard goes to a board of the room in front.
func (a *App) ShowBoard(id string) {
	if o := a.front(); o != nil {
		o.page.GoToBoard(id)
	}
}

// ShowEditor opens the editor on a copy of the template of this id, with the
// step or canvas of that id in hand.
func (a *App) ShowEditor(id, part string) {
	p := a.templatePage()
	a.shell.Go(p)
	p.Choose(id)
	a.shell.RunCommand("template.edit")
	if e, ok := a.shell.Page().(*templates.Editor); ok {
		e.Show(part)
	}
}

// Session is an open workshop of the app's library.
func (a *App) Session(id workshop.ID) (*workshop.Session, error) { return a.session(id) }

// ShowTour takes the tour as far as the stop of that number, from 0.
func (a *App) ShowTour(stop int) {
	a.startTour()
	for range stop {
		a.tour.Next()
	}
}
