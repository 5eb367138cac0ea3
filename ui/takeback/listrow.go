package takeback

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// mapRow is one line of the mapping.
type mapRow struct {
	widget.BaseWidget
	page    *ListPage
	line    mapLine
	at      int
	heading *widgets.Label
	item    *fyne.Container
	letters *widgets.Label
	name    *widgets.Label
	sample  *widgets.Label
	pick    *widgets.Select
	all     fyne.CanvasObject
}

func newMapRow(p *ListPage) *mapRow {
	r := &mapRow{page: p, at: -1}
	r.heading = widgets.NewLabel("", theme.BodyBold)
	r.letters = widgets.NewLabel("", theme.Caption).In(theme.Text3)
	r.name, r.sample = widgets.NewLabel("", theme.BodyBold), widgets.NewLabel("", theme.Caption).In(theme.Text2)
	r.pick = widgets.NewSelectOf(nil, 0, func(i int) { p.pick(r.line, i); p.list.Focus() })
	r.item = widgets.HStack(theme.Gap, widgets.Wide(r.letters, 30), widgets.Grow(widgets.VStack(0, r.name, r.sample)), widgets.Wide(r.pick, 160))
	r.all = widgets.PadSides(widgets.Over(r.heading, r.item), 6, theme.PadPage, 6, theme.PadDialog)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is Fyne's.
func (r *mapRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }

func (r *mapRow) fill(i int, l mapLine) {
	if r.page.rows[r.at] == r {
		delete(r.page.rows, r.at)
	}
	r.line, r.at = l, i
	r.page.rows[i] = r
	show(r.heading, l.heading != "")
	show(r.item, l.heading == "")
	if l.heading != "" {
		r.heading.SetText(l.heading)
		return
	}
	if l.column >= 0 {
		m := r.page.now.List.Columns[l.column]
		r.letters.SetText(m.Column)
		r.name.SetText(m.Header)
		if m.Header == "" {
			r.name.SetText("Column " + m.Column)
		}
		r.sample.SetText(strings.Join(m.Samples, "  ·  "))
	} else {
		field, _, _ := strings.Cut(l.key, " ")
		r.letters.SetText("")
		r.name.SetText("“" + l.word.Text + "”")
		r.sample.SetText(fmt.Sprintf("%s, in %s", fieldWord(field), plural(l.word.Times, "cell")))
	}
	values, at := r.page.choices(l)
	var words []widgets.Choice
	for _, v := range values {
		words = append(words, widgets.Choice{Label: choiceWord(l, v)})
	}
	r.pick.SetChoices(words, at)
	r.item.Refresh()
}

// choices are what a line can be, and which of them it is: fields for a column,
// values for a word.
func (p *ListPage) choices(l mapLine) ([]string, int) {
	if l.column >= 0 {
		return fields, slices.Index(fields, p.now.List.Columns[l.column].Field)
	}
	field, _, _ := strings.Cut(l.key, " ")
	f, _ := workshop.FieldOf(workshop.KindAction, field)
	values := append([]string{""}, f.Choices...)
	return values, slices.Index(values, p.now.List.Words[l.key])
}

func choiceWord(l mapLine, value string) string {
	switch {
	case value == "" && l.column >= 0:
		return "Not taken"
	case value == "":
		return "Cannot be used"
	case l.column >= 0:
		return fieldWord(value)
	case value == workshop.ActionStarted:
		return "In progress"
	}
	return strings.ToUpper(value[:1]) + value[1:]
}

// previewLine is a line of what comes of a list: a heading, a cell that cannot
// be used, or an action.
type previewLine struct {
	heading, icon      string
	token              theme.Token
	where, said, rests string
	bad                bool
}

// previewOf lists the problems by cell, and then the actions.
func previewOf(r *Reading) []previewLine {
	if r.Part.Plan == nil {
		return nil
	}
	var out []previewLine
	w := words{session: r.Part.Session}
	for _, k := range []exchange.Kind{exchange.Problem, exchange.New} {
		items := r.Part.Plan.Of(k)
		if len(items) == 0 {
			continue
		}
		t := titles[k]
		out = append(out, previewLine{heading: fmt.Sprintf("%s (%d)", map[exchange.Kind]string{exchange.Problem: "Cells that cannot be used", exchange.New: "Actions that are new"}[k], len(items)), icon: t.icon, token: t.token})
		for _, it := range items {
			said, why := w.offers(&entry{Item: it})
			if k == exchange.Problem {
				out = append(out, previewLine{where: it.Offers[0].Cell, said: fieldWord(it.Field) + " “" + said + "”", rests: it.Reason, bad: true})
				continue
			}
			if said == it.Title {
				said = ""
			}
			if why != "" {
				said = strings.TrimPrefix(said+"; "+why, "; ")
			}
			out = append(out, previewLine{where: strings.TrimPrefix(it.Offers[0].Cell, "row "), said: it.Title, rests: said})
		}
	}
	return out
}

// previewRow shows a previewLine.
type previewRow struct {
	widget.BaseWidget
	icon               *widgets.Icon
	heading            *widgets.Label
	head, item         *fyne.Container
	where, said, rests *widgets.Label
	all                fyne.CanvasObject
}

func newPreviewRow() *previewRow {
	r := &previewRow{icon: widgets.NewIcon("plus", theme.Accent), heading: widgets.NewLabel("", theme.BodyBold)}
	r.where, r.said, r.rests = widgets.NewLabel("", theme.Caption).In(theme.Text3), widgets.NewLabel("", theme.Body), widgets.NewLabel("", theme.Caption).In(theme.Text2)
	r.head = widgets.HStack(theme.Gap, r.icon, widgets.Grow(r.heading))
	r.item = widgets.HStack(theme.Gap, widgets.Wide(r.where, 40), widgets.GrowBy(r.said, 1), widgets.GrowBy(r.rests, 1))
	r.all = widgets.PadSides(widgets.Over(r.head, r.item), 2, theme.PadPage, 2, theme.PadPage)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is Fyne's.
func (r *previewRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }

func (r *previewRow) fill(l previewLine) {
	show(r.head, l.heading != "")
	show(r.item, l.heading == "")
	if l.heading != "" {
		r.icon.Set(l.icon, l.token)
		r.heading.SetText(l.heading)
		return
	}
	r.where.SetText(l.where)
	r.said.SetText(l.said)
	r.rests.SetText(l.rests)
	ink := theme.Text2
	if l.bad {
		ink = theme.Danger
	}
	r.rests.SetToken(ink)
	r.item.Refresh()
}
