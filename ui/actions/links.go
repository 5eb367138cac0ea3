package actions

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// linksView says what an action came from, what it serves and which cards became it, changes the first two and leads to all of them.
type linksView struct {
	board   *Board
	row     *actionlist.Row
	source  *widgets.Select
	sources []workshop.ID
	goal    *widgets.Select
	goals   []*workshop.Goal
	goes    []*widgets.Button // to the source, and to the goal
	also    *fyne.Container
	box     *fyne.Container
}

func newLinksView(b *Board) *linksView {
	v := &linksView{board: b, also: widgets.VStack(theme.GapSmall)}
	v.source = widgets.NewSelectOf(nil, 0, func(i int) {
		id := v.sources[i]
		b.told(b.change(v.row, "Set source", func(a *workshop.Action) { a.Source = id }))
	})
	v.goal = widgets.NewSelectOf(nil, 0, func(i int) {
		id := workshop.ID("")
		if i > 0 {
			id = v.goals[i-1].ID
		}
		b.told(b.change(v.row, "Set goal", func(a *workshop.Action) { a.Goal = id }))
	})
	line := func(caption string, pick *widgets.Select, tip string, open func()) fyne.CanvasObject {
		parts := []fyne.CanvasObject{widgets.Grow(pick)}
		if b.o.OpenSource != nil {
			v.goes = append(v.goes, widgets.NewQuietIcon("next", tip, open))
			parts = append(parts, v.goes[len(v.goes)-1])
		}
		return widgets.Labeled(caption, widgets.HStack(theme.GapSmall, parts...))
	}
	v.box = widgets.VStack(10, line("Source", v.source, "Go to the source (L)", b.openSource), line("Goal", v.goal, "Go to the goal (J)", b.openGoal), v.also)
	return v
}

// openSource goes to what the action of the cursor came from, and openGoal to what it serves.
func (b *Board) openSource() {
	if r := b.row(); r != nil && r.Action.Source != "" && b.o.OpenSource != nil {
		b.o.OpenSource(r.Action.Source)
	}
}

func (b *Board) openGoal() {
	if r := b.row(); r != nil && r.Action.Goal != "" && b.o.OpenSource != nil {
		b.o.OpenSource(r.Action.Goal)
	}
}

func (v *linksView) fill(w *workshop.Workshop, r *actionlist.Row) {
	v.row = r
	choices, selected := v.offer(w, r)
	v.source.SetChoices(choices, selected)
	v.goals = workshop.All[workshop.Goal](w)
	goals := []widgets.Choice{{Label: "No goal"}}
	for _, g := range v.goals {
		goals = append(goals, widgets.Choice{Label: g.Title, Icon: "target"})
	}
	v.goal.SetChoices(goals, slices.IndexFunc(v.goals, func(g *workshop.Goal) bool { return g.ID == r.Action.Goal })+1)
	for i, there := range []bool{r.Action.Source != "", r.Action.Goal != ""} {
		if i < len(v.goes) {
			shown(v.goes[i], there) // nothing leads nowhere
		}
	}
	v.also.Objects = nil
	for _, c := range workshop.All[workshop.Card](w) {
		if c.Action == r.ID() && c.ID != r.Action.Source {
			v.also.Objects = append(v.also.Objects, v.link("Became this action: "+actionlist.SourceOf(w, c.ID).Label, c.ID))
		}
	}
	shown(v.also, len(v.also.Objects) > 0)
	v.box.Refresh()
}

// link leads to a record.
func (v *linksView) link(text string, id workshop.ID) fyne.CanvasObject {
	b := widgets.NewButtonKind(widgets.Link, clip(text), "link", func() {
		if v.board.o.OpenSource != nil {
			v.board.o.OpenSource(id)
		}
	})
	b.Start, b.Tip = true, text
	return b
}

// offer lists what an action can have come from: steps, cards, reviews, statements of the self-assessment and entries of the map. Those of the map
// go by their code names, and stand at the end.
func (v *linksView) offer(w *workshop.Workshop, r *actionlist.Row) ([]widgets.Choice, int) {
	choices := []widgets.Choice{{Label: "No source"}}
	v.sources = []workshop.ID{""}
	add := func(id workshop.ID, label, detail, icon string) {
		choices, v.sources = append(choices, widgets.Choice{Label: label, Detail: detail, Icon: icon}), append(v.sources, id)
	}
	for _, c := range workshop.All[workshop.Card](w) {
		add(c.ID, clip(actionlist.SourceOf(w, c.ID).Label), "card", "link")
	}
	for _, s := range w.Agenda() {
		add(s.ID, s.Title, "step", "list")
	}
	for _, x := range workshop.All[workshop.Review](w) {
		add(x.ID, actionlist.SourceOf(w, x.ID).Label, "review", "cal")
	}
	if len(workshop.All[workshop.Round](w)) > 0 {
		for _, aspect := range []string{"L", "P", "E", "T"} {
			for n := 1; n <= 5; n++ {
				id := workshop.ID(fmt.Sprint(aspect, n))
				add(id, actionlist.SourceOf(w, id).Label, "self-assessment", "assess")
			}
		}
	}
	for _, s := range workshop.All[workshop.Stakeholder](w) {
		switch {
		case s.ID == r.Action.Source:
			add(s.ID, "Confidential: from the resistance map", "", "lock") // whose entry it is, is told on the map alone
		case !s.Retired:
			add(s.ID, s.Code, "map, confidential", "lock")
		}
	}
	if source := r.Action.Source; source != "" && !slices.Contains(v.sources, source) {
		add(source, r.Source.Label, "", "link")
	}
	return choices, slices.Index(v.sources, r.Action.Source)
}

// linkLength is how much of a source goes into its link; the whole text is in the tooltip.
const linkLength = 60

func clip(s string) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= linkLength {
		return string(r)
	}
	return strings.TrimRight(string(r[:linkLength]), " ") + "…"
}
