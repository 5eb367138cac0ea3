package takeback

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// row is one recycled line of the list.
type row struct {
	widget.BaseWidget
	page *Page
	line line

	all     fyne.CanvasObject
	ground  *widgets.Panel
	heading *fyne.Container
	item    *fyne.Container
	bubble  *widgets.Icon
	name    *widgets.Label
	count   *widgets.Pill
	note    *widgets.Label
	arrow   *widgets.Button

	action, field, before, app *widgets.Label
	sheet, why                 *widgets.Label
	pick                       *widgets.Segmented
	check                      *widgets.Check
	mend                       *widgets.Button
	skip                       *widgets.Label
	open                       *widgets.Label
}

func newRow(p *Page) *row {
	r := &row{page: p}
	r.bubble, r.name, r.count, r.note = widgets.NewIcon("alert", theme.Warn), widgets.NewLabel("", theme.BodyBold).Keep(), widgets.NewPill("", widgets.Careful), widgets.NewLabel("", theme.Caption).In(theme.Text2)
	r.arrow = widgets.NewQuietIcon("down", "Fold or unfold", func() { p.toggle(r.line.kind) })
	r.heading = widgets.HStack(theme.Gap, widgets.Space(theme.Gap, 0), r.arrow, r.bubble, r.name, r.count, widgets.Grow(r.note))
	label := func() *widgets.Label { return widgets.NewLabel("", theme.Body) }
	r.action, r.field, r.before, r.app = label(), label(), label().In(theme.Text2), label()
	r.sheet, r.why = widgets.NewLabel("", theme.BodyBold), widgets.NewLabel("", theme.Caption).In(theme.Danger)
	r.pick = widgets.NewSegmented(nil, -1, func(i int) { p.choose(r.line.entry, r.offer(i)); p.list.Focus() })
	r.check = widgets.NewCheck("Apply", false, func(on bool) {
		chosen := exchange.KeepApp
		if on {
			chosen = 0
		}
		p.choose(r.line.entry, chosen)
		p.list.Focus()
	})
	r.mend = widgets.NewButton("Correct...", func() { p.correct(r.line.entry) })
	r.skip = widgets.NewLabel("Skip", theme.Caption).In(theme.Text2)
	r.open = widgets.NewLabel("choose", theme.CaptionHd).In(theme.Warn)
	value := container.New(&values{r.sheet}, widgets.NewPanel(r.sheet, widgets.PanelStyle{Fill: theme.Tint, Radius: theme.RadiusCap, PadX: 6}), r.why)
	choice := widgets.HStack(theme.Gap, r.pick, r.check, r.mend, r.skip, r.open, widgets.Spacer())
	r.item = container.New(columns{}, r.action, r.field, r.before, r.app, value, choice)
	r.ground = widgets.NewPanel(widgets.Over(r.heading, r.item), widgets.PanelStyle{})
	r.all = widgets.PadSides(r.ground, 0, 0, 1, 3) // beside the mark of the cursor and over the line
	r.ExtendBaseWidget(r)
	return r
}

// values lays out a value on its tint and, in the room that it leaves, what has
// to be said of it.
type values struct{ said *widgets.Label }

func (v *values) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	most := size.Width
	if why, ok := objects[1].(*widgets.Label); ok && why.Text != "" {
		most = max(size.Width*0.4, size.Width-why.Wide()-8)
	}
	w := min(v.said.Wide()+14, most)
	for i, x := range []float32{0, w + 8} {
		h := min(size.Height, objects[i].MinSize().Height)
		objects[i].Move(fyne.NewPos(x, (size.Height-h)/2))
		objects[i].Resize(fyne.NewSize(max(0, []float32{w, size.Width - w - 8}[i]), h))
	}
}

func (v *values) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, theme.Height(24)) }

// CreateRenderer is Fyne's.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }

// offer is what the choice with this number stands for: the first keeps the app.
func (r *row) offer(i int) int { return i - 1 }

// fill shows a line.
func (r *row) fill(l line) {
	r.line = l
	style := widgets.PanelStyle{}
	show(r.heading, l.entry == nil)
	show(r.item, l.entry != nil)
	if l.entry == nil {
		r.fillHeading(l.kind)
	} else {
		r.fillItem(l.entry)
		if l.entry.Chosen == exchange.Undecided {
			style.Fill = theme.WarnTint
		}
	}
	r.ground.SetStyle(style)
}

func (r *row) fillHeading(k exchange.Kind) {
	n := 0
	for _, it := range r.page.items {
		if it.Kind == k {
			n++
		}
	}
	t := titles[k]
	r.bubble.Set(t.icon, t.token)
	r.name.SetText(t.title)
	r.count.Set(number(n), t.tone)
	r.note.SetText(r.page.noteOf(k))
	icon := "down"
	if r.page.fold[k] {
		icon = "next"
	}
	r.arrow.SetIcon(icon)
	r.heading.Refresh()
}

func (r *row) fillItem(it *entry) {
	label := "new"
	if it.Number > 0 {
		label = (&workshop.Action{Number: it.Number}).Label()
	}
	title := it.Title
	if len(r.page.o.Parts) > 1 {
		title += " · " + it.part.Title
	}
	r.action.SetText(label + "  " + title)
	v := words{it.part.Session, workshop.DateOf(r.page.o.Now())}
	r.field.SetText(fieldWord(it.Field))
	r.before.SetText(v.value(it.Field, it.Base))
	r.app.SetText(v.value(it.Field, it.App))
	said, why := v.offers(it)
	r.sheet.SetText(said)
	r.why.SetText(why)
	ink := theme.Danger
	if it.Kind != exchange.Problem {
		ink = theme.Text2
	}
	r.why.SetToken(ink)
	r.fillChoice(it)
	r.item.Refresh()
}

func (r *row) fillChoice(it *entry) {
	show(r.pick, it.Kind == exchange.Conflict || it.Kind == exchange.New || it.Kind == exchange.Settled && len(it.Offers) > 1)
	show(r.check, it.Kind == exchange.Ready || it.Kind == exchange.Settled && len(it.Offers) == 1)
	show(r.mend, it.Kind == exchange.Problem && it.Correctable())
	show(r.skip, it.Kind == exchange.Problem)
	show(r.open, it.Chosen == exchange.Undecided && len(it.Offers) == 1 && !narrow(r.page.list.Size().Width))
	switch it.Kind {
	case exchange.New:
		r.pick.Options = []string{"Leave out", "Add"}
		if it.Likely != "" {
			r.pick.Options = append(r.pick.Options, "Is "+it.Offers[1].Text)
		}
	case exchange.Conflict, exchange.Settled:
		r.pick.Options = []string{"Keep app"}
		for i := range it.Offers {
			word := "Take sheet"
			if len(it.Offers) > 1 {
				word = "Copy " + number(r.page.copyNumber(it.Offers[i].Copies[0]))
			}
			r.pick.Options = append(r.pick.Options, word)
		}
	}
	r.pick.Selected = it.Chosen + 1
	if it.Chosen == exchange.Undecided {
		r.pick.Selected = -1
	}
	r.pick.Refresh()
	r.check.Set(it.Chosen >= 0)
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// copyNumber counts the files as the head of the page lists them.
func (p *Page) copyNumber(c *exchange.Copy) int {
	for i, other := range p.o.Copies {
		if other == c {
			return i + 1
		}
	}
	return 0
}

// offers are the values of the copies, and what has to be said of them.
func (w words) offers(it *entry) (said, why string) {
	switch {
	case it.Kind == exchange.New || it.Kind == exchange.Settled && it.Field == "":
		var parts []string
		for i := range it.Filled {
			if f := &it.Filled[i]; f.Field != "title" {
				parts = append(parts, strings.ToLower(fieldWord(f.Field))+" "+w.offer(f.Field, &f.Offer))
			}
		}
		if len(parts) == 0 {
			parts = []string{it.Title}
		}
		return strings.Join(parts, ", "), it.Reason
	case it.Kind == exchange.Problem:
		o := &it.Offers[0]
		text := o.Text
		if text == "" {
			text = "(empty)"
		}
		return oneLine(text), o.Cell + ": " + it.Reason
	}
	var all []string
	for i := range it.Offers {
		all = append(all, w.offer(it.Field, &it.Offers[i]))
	}
	return strings.Join(all, " | "), it.Reason
}
