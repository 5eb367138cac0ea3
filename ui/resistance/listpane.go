package resistance

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// listPane is the list at the left, ranked by priority.
type listPane struct {
	page   *Page
	rows   []row
	list   *widgets.List
	title  *widgets.Label
	below  *widgets.Label
	filter *widgets.Button
	object fyne.CanvasObject
}

func newListPane(p *Page) *listPane {
	l := &listPane{page: p, title: widgets.NewLabel("", theme.CardTitle), below: widgets.Caption("Priority = influence × gap")}
	l.list = widgets.NewList(widgets.ListOptions{
		Length: func() int { return len(l.rows) },
		Create: func() fyne.CanvasObject { return newListRow() },
		Update: func(i int, o fyne.CanvasObject) {
			if r := l.rows[i]; r.heading != "" {
				o.(*listRow).title(r.heading)
			} else if s := p.model.stakes[r.id]; s != nil {
				o.(*listRow).set(p.model, s)
			}
		},
		Height:   rowHeight,
		Lines:    true,
		Skip:     func(i int) bool { return l.rows[i].heading != "" },
		OnCursor: func(i int) { p.choose(l.rows[i].id) },
		OnOpen:   func(int) { p.openDetails() },
	})
	l.filter = widgets.NewIconButton("filter", "Show only some", l.menu)
	head := widgets.NewPanel(widgets.HStack(theme.Gap, widgets.Grow(widgets.VStack(0, l.title, l.below)), l.filter),
		widgets.PanelStyle{PadX: 12, PadY: 8, LineBottom: true})
	l.object = widgets.NewPanel(widgets.VStack(0, head, widgets.Grow(l.list)), widgets.PanelStyle{Fill: theme.Surface, LineRight: true})
	return l
}

// show brings the list up to date; of rows that stay where they are only those given are drawn anew.
func (l *listPane) show(rows []row, changed []workshop.ID) {
	n := 0
	for _, r := range rows {
		if r.heading == "" {
			n++
		}
	}
	title := fmt.Sprintf("%d stakeholders", n)
	if n == 1 {
		title = "1 stakeholder"
	}
	below, token := "Priority = influence × gap", theme.Text2
	if f := l.page.filter; f.on() {
		below, token = "Only: "+l.filterWords(), theme.Accent
	}
	l.title.SetText(title)
	l.below.SetText(below)
	l.below.SetToken(token)
	if slices.Equal(rows, l.rows) && changed != nil {
		for i, r := range rows {
			if slices.Contains(changed, r.id) {
				l.list.RefreshRow(i)
			}
		}
	} else {
		l.rows = rows
		l.list.Refresh()
	}
	l.mark()
}

// mark puts the cursor on who is selected.
func (l *listPane) mark() {
	at := slices.IndexFunc(l.rows, func(r row) bool { return r.id != "" && r.id == l.page.selected })
	if l.list.Cursor() != at {
		l.list.SetCursor(at)
	}
}

func (l *listPane) filterWords() string {
	switch f := l.page.filter; {
	case f.retired:
		return "retired"
	case f.flagged:
		return "wants attention"
	case f.cause != "":
		return f.cause
	default:
		return bandWords(f.band)
	}
}

// menu chooses who is shown.
func (l *listPane) menu() {
	set := func(change func(*filter)) func() {
		return func() {
			f := filter{kind: l.page.filter.kind, unit: l.page.filter.unit}
			change(&f)
			l.page.setFilter(f)
		}
	}
	choices := []widgets.Choice{{Label: "Everybody", Run: set(func(*filter) {})}}
	for _, b := range []resist.Band{resist.Act, resist.Plan, resist.Watch, resist.KeepWarm} {
		choices = append(choices, widgets.Choice{Label: sentence(bandWords(b)), Run: set(func(f *filter) { f.band = b })})
	}
	if causes := l.page.model.causes(); len(causes) > 0 {
		choices = append(choices, widgets.Choice{Label: "Cause", Heading: true})
		for _, c := range causes {
			choices = append(choices, widgets.Choice{Label: sentence(c), Run: set(func(f *filter) { f.cause = c })})
		}
		choices = append(choices, widgets.Choice{Label: "Other", Heading: true})
	}
	choices = append(choices,
		widgets.Choice{Label: "What wants attention", Icon: "flag", Run: set(func(f *filter) { f.flagged = true })},
		widgets.Choice{Label: "Retired", Run: set(func(f *filter) { f.retired = true })})
	widgets.ShowMenu(l.filter, choices)
}
