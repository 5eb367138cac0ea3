package main

import (
	"fmt"

	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/sample"
)

// screen is one picture: how to get there from a fresh start.
type screen struct {
	name  string
	empty bool // on a library without workshops
	crowd bool // on the library with the full canvases
	asked bool // only when it is asked for
	show  func(*ui.App)
}

func screens(made sample.Made) []screen {
	kaikaku, kaizen := made.Workshops[0], made.Workshops[len(made.Workshops)-1]
	in := func(f func(*ui.App)) func(*ui.App) {
		return func(a *ui.App) {
			a.OpenWorkshop(kaizen)
			f(a)
		}
	}
	command := func(id string) func(*ui.App) { return func(a *ui.App) { a.Shell().RunCommand(id) } }
	// round shows a face of the board of self-assessments.
	round := func(face int) func(*ui.App) {
		return func(a *ui.App) {
			a.OpenWorkshop(kaikaku)
			a.ShowBoard("assessment")
			for range face {
				command("board.view")(a)
			}
		}
	}
	return append(append(append(filling(kaikaku), roundScreens(kaikaku)...), questionScreens()...), []screen{
		{name: "welcome", empty: true, show: func(*ui.App) {}},
		{name: "home", show: func(*ui.App) {}},
		{name: "workshops", show: command("app.open")},
		{name: "templates", show: command("app.templates")},
		{name: "template-about", show: func(a *ui.App) { a.ShowEditor("kaizen-workshop-3", "") }},
		{name: "template-step", show: func(a *ui.App) { a.ShowEditor("kaizen-workshop-3", "gemba-walk") }},
		{name: "template-columns", show: func(a *ui.App) { a.ShowEditor("kaizen-workshop-3", "wastes") }},
		{name: "template-table", show: func(a *ui.App) { a.ShowEditor("kaizen-workshop-3", "control-plan") }},
		{name: "template-field", show: func(a *ui.App) { a.ShowEditor("kaizen-workshop-3", "pick") }},
		{name: "template-coverage", show: func(a *ui.App) { a.ShowEditor("kaikaku-kickoff-1", "coverage") }},
		{name: "settings", show: command("app.settings")},
		{name: "all-actions", show: command("app.actions")},
		{name: "all-people", show: command("app.people")},
		{name: "new", show: command("app.new")},
		{name: "palette", show: in(command("shell.palette"))},
		{name: "keys", show: in(command("shell.keys"))},
		{name: "first-steps", show: command("app.help")},
		{name: "tour-home", show: func(a *ui.App) { a.ShowTour(0) }},
		{name: "tour-canvas", show: func(a *ui.App) { a.ShowTour(4) }},
		{name: "tour-wall", show: func(a *ui.App) { a.ShowTour(5) }},
		{name: "tour-map", show: func(a *ui.App) { a.ShowTour(9) }},
		{name: "help", show: in(func(a *ui.App) { a.ShowStep("gemba-walk"); a.Shell().RunCommand("shell.help") })},
		{name: "room-columns", show: in(func(a *ui.App) { a.ShowStep("gemba-walk") })},
		{name: "room-field", show: in(func(a *ui.App) { a.ShowStep("impact-effort") })},
		{name: "room-voting", show: in(func(a *ui.App) { vote(a, kaizen, "pick"); a.ShowStep("impact-effort") })},
		{name: "room-forces", show: in(func(a *ui.App) { a.ShowStep("force-field") })},
		{name: "room-tree", show: in(func(a *ui.App) { a.ShowStep("root-cause") })},
		{name: "room-fishbone", show: in(func(a *ui.App) { a.ShowStep("root-cause"); a.Shell().RunCommand("room.canvas") })},
		{name: "room-table", show: in(func(a *ui.App) { a.ShowStep("control-plan") })},
		{name: "room-form", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowStep("burning-platform") }},
		{name: "wall-columns", show: in(func(a *ui.App) { a.ShowStep("gemba-walk"); command("room.present")(a) })},
		{name: "wall-field", show: in(func(a *ui.App) { a.ShowStep("impact-effort"); command("room.present")(a) })},
		{name: "wall-tree", show: in(func(a *ui.App) { a.ShowStep("root-cause"); command("room.present")(a) })},
		{name: "wall-fishbone", show: in(func(a *ui.App) { a.ShowStep("root-cause"); command("room.canvas")(a); command("room.present")(a) })},
		{name: "wall-forces", show: in(func(a *ui.App) { a.ShowStep("force-field"); command("room.present")(a) })},
		{name: "wall-table", show: in(func(a *ui.App) { a.ShowStep("control-plan"); command("room.present")(a) })},
		{name: "wall-form", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowStep("burning-platform"); command("room.present")(a) }},
		{name: "wall-day", show: in(func(a *ui.App) { a.ShowBoard("agenda"); command("room.present")(a) })},
		{name: "agenda", show: in(func(a *ui.App) { a.ShowBoard("agenda") })},
		{name: "room-groups", show: in(func(a *ui.App) { a.ShowStep("gemba-walk"); a.Shell().RunCommand("groups.split") })},
		{name: "charter", show: in(func(a *ui.App) { a.ShowBoard("charter") })},
		{name: "measures", show: in(func(a *ui.App) { a.ShowBoard("measures") })},
		{name: "room-gates", show: func(a *ui.App) { a.OpenWorkshop(kaikaku) }},
		{name: "gates", show: in(func(a *ui.App) { a.ShowBoard("gates") })},
		{name: "goals", show: in(func(a *ui.App) { a.ShowBoard("goals") })},
		{name: "goals-alignment", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("goals"); command("board.view")(a) }},
		{name: "commitments", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("commitments") }},
		{name: "commitments-leaders", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("commitments"); command("board.view")(a) }},
		{name: "reviews", show: in(func(a *ui.App) { a.ShowBoard("reviews") })},
		{name: "rounds", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("assessment") }},
		{name: "rounds-results", show: round(1)},
		{name: "rounds-results-others", show: func(a *ui.App) {
			round(1)(a)
			for _, id := range []string{"rounds.who", "rounds.axes", "rounds.before"} {
				command(id)(a)
			}
		}},
		{name: "rounds-answers", show: round(2)},
		{name: "rounds-gaps", show: round(3)},
		{name: "rounds-try", show: func(a *ui.App) { round(3)(a); command("rounds.action")(a) }},
		{name: "rounds-discuss", show: func(a *ui.App) { round(4)(a); command("rounds.reveal")(a) }},
		{name: "wall-discuss", show: func(a *ui.App) { round(4)(a); command("rounds.reveal")(a); command("room.present")(a) }},
		{name: "wall-discuss-before", show: func(a *ui.App) { round(4)(a); command("room.present")(a) }},
		{name: "ideas", show: in(func(a *ui.App) { a.ShowBoard("ideas") })},
		{name: "communication", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("communication") }},
		{name: "technology", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("technology") }},
		{name: "ideas-waiting", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("ideas"); command("board.view")(a) }},
		{name: "commitments-personal", show: func(a *ui.App) {
			a.OpenWorkshop(kaikaku)
			a.ShowBoard("commitments")
			command("board.view")(a)
			command("board.view")(a)
		}},
		{name: "actions", show: in(func(a *ui.App) { a.ShowBoard("actions") })},
		{name: "actions-timeline", show: in(func(a *ui.App) { a.ShowBoard("actions"); command("actions.timeline")(a) })},
		{name: "actions-pick", show: in(func(a *ui.App) { a.ShowBoard("actions"); command("actions.pick")(a) })},
		{name: "actions-means", show: in(func(a *ui.App) { a.ShowBoard("actions"); command("actions.means")(a) })},
		{name: "people", show: in(func(a *ui.App) { a.ShowBoard("people") })},
		{name: "people-held", show: in(func(a *ui.App) { a.ShowBoard("people"); command("people.held")(a) })},
		{name: "people-erase", show: in(func(a *ui.App) { a.ShowBoard("people"); command("people.erase")(a) })},
		{name: "photos", show: in(func(a *ui.App) { a.ShowBoard("photos") })},
		{name: "photo-large", show: in(func(a *ui.App) { a.ShowBoard("photos"); command("photos.view")(a) })},
		{name: "resistance", show: func(a *ui.App) { a.OpenWorkshop(kaikaku); a.ShowBoard("resistance") }},
		{name: "resistance-history", show: func(a *ui.App) {
			a.OpenWorkshop(kaikaku)
			a.ShowBoard("resistance")
			command("map.before")(a)
			command("map.before")(a)
		}},
		{name: "resistance-what-if", show: func(a *ui.App) {
			a.OpenWorkshop(kaikaku)
			a.ShowBoard("resistance")
			command("map.whatif")(a)
			command("map.for")(a)
			command("map.for")(a)
		}},
		{name: "export", show: in(command("room.export"))},
		{name: "takeback", show: takeBack(kaizen)},
		{name: "takeback-none", show: takeBackOf(kaizen, 0)},
		{name: "takeback-many", show: takeBackOf(kaizen, 200)},
		{name: "takein", show: takeIn(kaizen)},
	}...)
}

// vote opens a voting on a canvas, once for all pictures.
func vote(a *ui.App, id workshop.ID, canvas string) {
	s, err := a.Session(id)
	if err == nil {
		err = s.Do("Vote", func(e *workshop.Edit) error {
			if v := e.Workshop().VotingOf(canvas); v == nil || v.Closed {
				e.Add(&workshop.Voting{Canvas: canvas, Dots: 3})
			}
			return nil
		})
	}
	if err != nil {
		panic(fmt.Sprintf("shots: no voting can be opened: %v", err))
	}
}
