package resistance

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// responses lists what fits the cause, each to be checked: then it is an action in the register. Other actions that came from the same
// stakeholder follow below.
type responses struct {
	page   *Page
	rows   *fyne.Container
	object *fyne.Container
	shown  string // what the rows were made of
}

func newResponses(p *Page) *responses {
	r := &responses{page: p, rows: widgets.VStack(theme.GapSmall)}
	r.object = widgets.VStack(theme.GapSmall, widgets.SectionHeading("Suggested responses"), r.rows)
	return r
}

// taken finds the action that a suggestion has become.
func taken(actions []*workshop.Action, title string) *workshop.Action {
	for _, a := range actions {
		if a.Title == title && a.Status != workshop.ActionDropped {
			return a
		}
	}
	return nil
}

// show lists the suggestions for somebody; rows are made anew only when they have become others.
func (r *responses) show(s *stake) {
	actions := r.page.model.actions[s.now.ID]
	suggestions := resist.Responses(s.now.Cause)
	var key strings.Builder
	key.WriteString(string(s.now.ID) + s.now.Cause)
	for _, a := range actions {
		key.WriteString("|" + a.Label() + a.Title + a.Status)
	}
	if key.String() == r.shown {
		return
	}
	r.shown = key.String()
	r.rows.Objects = nil
	add := func(o fyne.CanvasObject) { r.rows.Objects = append(r.rows.Objects, o) }
	for _, suggestion := range suggestions {
		add(newResponseRow(r.page, suggestion.Title, suggestion.How, taken(actions, suggestion.Title)))
	}
	for _, a := range actions {
		if !slices.ContainsFunc(suggestions, func(s resist.Response) bool { return s.Title == a.Title }) && a.Status != workshop.ActionDropped {
			add(newResponseRow(r.page, a.Title, a.Detail, a))
		}
	}
	if len(suggestions) == 0 {
		add(widgets.NewText("Choose a cause, and what fits it is listed here.", theme.Caption).In(theme.Text3))
	}
	r.rows.Refresh()
}

// responseRow is one suggestion. Pressing it makes the action, or takes a fresh one out of the register again.
type responseRow struct {
	widgets.Press
	box  *widgets.Panel
	row  *fyne.Container
	text *widgets.Label
	back *widgets.Panel
	done bool
}

func newResponseRow(p *Page, title, how string, action *workshop.Action) *responseRow {
	r := &responseRow{text: widgets.NewText(title, theme.Body), done: action != nil}
	r.Tip = how
	var end fyne.CanvasObject
	style := widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Field, Radius: theme.RadiusCap}
	var tick fyne.CanvasObject
	if action == nil {
		end = widgets.NewIconSized("plus", theme.Text2, 14)
		r.OnTap = func() { p.act(title, how) }
	} else {
		style.Fill, style.Stroke = theme.Fill, theme.Fill
		tick = widgets.NewIconSized("check", theme.OnFill, 14)
		end = widgets.NewLink(action.Label(), func() { p.openAction(action.ID) })
		r.OnTap = func() { p.unact(action) }
	}
	r.box = widgets.NewPanel(tick, style)
	side := theme.Scaled(16)
	r.row = widgets.HTop(theme.Gap, widgets.PadSides(widgets.Exactly(r.box, side, side), 2, 0, 0, 0), widgets.Grow(r.text), widgets.PadSides(end, 2, 0, 0, 0))
	r.back = widgets.NewPanel(r.row, widgets.PanelStyle{Radius: theme.RadiusCap, PadY: 1})
	r.Extend(r)
	return r
}

// AccessibilityLabel is the suggestion and whether it is an action.
func (r *responseRow) AccessibilityLabel() string {
	if r.done {
		return r.text.Text + ", checked"
	}
	return r.text.Text
}

// CreateRenderer is Fyne's.
func (r *responseRow) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{objects: func() []fyne.CanvasObject { return []fyne.CanvasObject{r.back} }, size: r.Size, min: r.back.MinSize, layout: r.back.Resize,
		paint: func() {
			r.back.Style.Fill, r.back.Style.Stroke = theme.None, theme.None
			if r.Hovered() {
				r.back.Style.Fill = theme.Hover
			}
			if r.FocusShown() {
				r.back.Style.Stroke = theme.Accent
			}
		}}
}
