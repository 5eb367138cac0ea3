package ui

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/tour"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/sample"
)

// tourCommands are for who leads through the app by keyboard.
func (a *App) tourCommands() []shell.Command {
	on := func() bool { return a.tour.On() }
	return []shell.Command{
		{ID: "tour.start", Label: "Take the five-minute tour", Group: "Help", Icon: "flag", Enabled: func() bool { return !on() }, Run: a.startTour},
		{ID: "tour.next", Label: "Next stop of the tour", Group: "Help", Icon: "right", Shortcut: "Alt+PgDn", Quiet: true, Enabled: on, Run: func() { a.tour.Next() }},
		{ID: "tour.back", Label: "Stop before on the tour", Group: "Help", Icon: "back", Shortcut: "Alt+PgUp", Quiet: true, Enabled: on, Run: func() { a.tour.Back() }},
		{ID: "tour.end", Label: "End the tour", Group: "Help", Icon: "x", Shortcut: "Alt+End", Quiet: true, Enabled: on, Run: func() { a.tour.End() }},
	}
}

// startTour leads through the sample, with names hidden. Where there is no
// sample it offers to add it first.
func (a *App) startTour() {
	list, err := a.lib.Workshops()
	if err != nil {
		a.tell("The library could not be read", err)
		return
	}
	kickoff, changeover := sample.Titles()
	var kaikaku, kaizen workshop.ID
	for _, s := range list {
		switch s.Title {
		case kickoff:
			kaikaku = s.ID
		case changeover:
			kaizen = s.ID
		}
	}
	if kaikaku == "" || kaizen == "" {
		q := shell.Question{Title: "Add the sample for the tour?", Yes: "Add the sample",
			Text:  "The tour leads through a kickoff and a kaizen workshop that are made up. You can delete them later.",
			OnYes: func() { a.addSampleThen(func(sample.Made) { a.startTour() }) }}
		if a.lib.ReadOnly() {
			q.Yes, q.Text, q.OnYes = "Close", "The tour needs the sample, and this library is open for reading only.", nil
		}
		a.shell.Ask(q)
		return
	}
	a.tour = tour.Start(tour.Options{Stops: a.stops(kaikaku, kaizen), Window: a.window, Layer: a.shell.SetLayer})
}

// stops are the places of the tour. None of them shows anybody by name.
func (a *App) stops(kaikaku, kaizen workshop.ID) []tour.Stop {
	page := func() fyne.CanvasObject { return a.shell.Page().Content() }
	home := func() {
		a.shield.Show(false)
		a.goHome()
	}
	in := func(id workshop.ID, f func()) func() {
		return func() {
			a.OpenWorkshop(id)
			f()
		}
	}
	spot := func(name string) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			if o := a.front(); o != nil {
				return o.page.Spot(name)
			}
			return nil
		}
	}
	walk := in(kaizen, func() { a.ShowStep("gemba-walk") })
	stop := func(title, text string, to func(), at func() fyne.CanvasObject) tour.Stop {
		return tour.Stop{Title: title, Text: text, Go: to, At: at}
	}
	return []tour.Stop{
		stop("What wants attention", "Home counts what is overdue, due this week and gone stale over all workshops. Below are the workshops that you worked on last.", home, page),
		stop("Every place is one click away", "Workshops, the actions of all of them, people, templates, settings. Ctrl+K finds anything by typing, also single cards.", home, a.shell.RailObject),
		stop("The day, step by step", "A workshop follows a template: what comes before, each day, and the reviews after 30, 60 and 90 days. Below the steps are the boards.", walk, spot("list")),
		stop("The clock keeps the day honest", "Start a step with Ctrl+D and its clock runs. When you finish late, all later steps show their new times.", walk, spot("bar")),
		stop("Capture while people talk", "Type, Enter, next card. A number with an m at the end, such as 25m, sets the minutes. Ctrl+Enter makes the marked card an action.", walk, spot("center")),
		stop("Show it to the room", "Ctrl+P, or this button, puts the step on the projector: its question, the canvas as it grows, the clock, in type for the last row. You type on here; names and ratings stay here too.", walk, spot("wall")),
		stop("What to say and what to do", "The guide of each step: its purpose, sentences to say, things to do, and what must be there at the end. Ctrl+G folds it.", walk, spot("guide")),
		stop("Causes need evidence", "Five whys, fields, tables, forms: every method is a canvas, worked by keyboard or mouse, and every one of them goes into the readout.", in(kaizen, func() { a.ShowStep("root-cause") }), spot("center")),
		stop("Does it hold?", "Measures have a baseline, a target and readings. The reviews ask for them again, so that a gain is proved and not remembered.", in(kaizen, func() { a.ShowBoard("measures") }), spot("center")),
		stop("The ground before the change", "The resistance map: where people stand, where they are needed, how much it matters. Everybody goes by a code name, and the map is in no presentation.", in(kaikaku, func() { a.ShowBoard("resistance") }), page),
		stop("Hand it out", "Ctrl+E makes a PDF readout and an Excel register for the sponsor, the team or yourself. What a reader may not see is not in the file. F1 helps wherever you are.", walk, spot("export")),
	}
}
