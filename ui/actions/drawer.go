package actions

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// drawer shows everything about one action, and changes it.
type drawer struct {
	board  *Board
	panel  *widgets.Panel
	beside bool // there is room for it beside the table
	wish   int  // 0: where there is room; 1: shown; -1: not shown

	row     *actionlist.Row
	same    bool // the row is the one that was shown before
	filling bool
	people  []*workshop.Person

	head    *fyne.Container
	number  *widgets.Label
	status  *widgets.Pill
	title   *widgets.Label
	percent *widgets.Label
	slider  *widgets.Slider
	fields  []field
	blocker field
	helpers *fyne.Container
	closed  *widgets.Label
	done    *fyne.Container
	warning *widgets.Label // what an action lacks for its status, or how long nobody has touched it
	links   *linksView
	log     *logView
	again   *checksView
	history *historyView
	scroll  *widgets.Scroll
	none    fyne.CanvasObject // in place of
	some    fyne.CanvasObject // all of the above
}

// newDrawer returns a drawer without its fields: they are made when it is first seen.
func newDrawer(b *Board) *drawer {
	d := &drawer{board: b, panel: widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Surface, LineLeft: true})}
	d.panel.Hide()
	return d
}

func (d *drawer) build() {
	d.number, d.status = widgets.NewLabel("", theme.Body).In(theme.Text2).Keep(), widgets.NewPill("", widgets.Neutral)
	d.title = widgets.NewText("", theme.SubHeading)
	d.links, d.log, d.history = newLinksView(d.board), newLogView(d.board), newHistoryView(d.board)
	d.warning = widgets.NewText("", theme.Caption).In(theme.Warn)
	cross := widgets.NewQuietIcon("x", "Hide details (I)", d.toggle).Sized(theme.ButtonSmall)
	more := widgets.NewQuietIcon("more", "More", nil).Sized(theme.ButtonSmall)
	more.OnTap = func() { d.board.menu(more) }
	d.head = widgets.HStack(theme.Gap, d.number, d.status, widgets.Spacer(), more, cross)
	rows := []fyne.CanvasObject{d.title, d.warning}
	for _, section := range [][]fyne.CanvasObject{d.when(), {d.log.box}, {d.links.box}, d.words(), d.repeats(), d.means(), {d.history.box}} {
		rows = append(rows, widgets.Pad(widgets.NewDivider(), 0, 4))
		rows = append(rows, section...)
	}
	d.scroll = widgets.NewScroll(widgets.PadSides(widgets.VStack(10, rows...), 0, theme.PadPage, theme.PadPage, theme.PadPage))
	d.none = widgets.Center(widgets.Caption("No action chosen").Keep())
	d.some = widgets.VStack(0, widgets.Pad(d.head, theme.PadPage, 6), widgets.Grow(d.scroll))
	d.panel.SetContent(widgets.Over(d.none, d.some))
}

func (d *drawer) add(f field) fyne.CanvasObject {
	d.fields = append(d.fields, f)
	return f.box
}

// when is who, until when and how far.
func (d *drawer) when() []fyne.CanvasObject {
	b := d.board
	d.percent = widgets.NewLabel("100 %", theme.CaptionHd).Keep().Right()
	d.slider = widgets.NewSlider(0, 100, 5, 0, func(v float64) {
		d.percent.SetText(strconv.Itoa(int(v)) + " %")
	})
	d.slider.OnEnd = func(v float64) {
		if d.row != nil && d.row.Action.Progress != int(v) {
			b.told(b.change(d.row, "Set progress", func(a *workshop.Action) { a.SetProgress(int(v), b.o.today()) }))
		}
	}
	var words []string
	for _, s := range actionlist.Statuses() {
		words = append(words, statusWords[s])
	}
	d.closed = widgets.Caption("")
	verified := d.add(d.person("Verified by", "Verify action", "Nobody yet", func(a *workshop.Action) *workshop.ID { return &a.VerifiedBy }, func(a *workshop.Action, id workshop.ID) {
		if id != "" {
			a.SetStatus(workshop.ActionVerified, b.o.today())
		} else if a.Status == workshop.ActionVerified {
			a.SetStatus(workshop.ActionDone, b.o.today())
		}
		a.VerifiedBy = id
	}))
	d.done = widgets.VStack(theme.GapSmall, verified, d.closed)
	d.blocker = d.note("What blocks it", "Edit blocker", 2, func(a *workshop.Action) *string { return &a.Blocker })
	return []fyne.CanvasObject{
		widgets.GridOf(2, theme.Gap,
			d.add(d.person("Owner", "Assign owner", "Nobody", func(a *workshop.Action) *workshop.ID { return &a.Owner }, func(a *workshop.Action, id workshop.ID) { a.Owner = id })),
			d.add(d.date("Due", "Set due date", func(a *workshop.Action) *workshop.Date { return &a.Due })),
			d.add(d.statusField(words)),
			d.add(d.date("Start", "Set start date", func(a *workshop.Action) *workshop.Date { return &a.Start }))),
		d.add(d.blocker), d.done,
		widgets.VStack(0, widgets.HStack(theme.Gap, widgets.Grow(widgets.Caption("Progress")), d.percent), d.slider),
		widgets.Exactly(widgets.GridOf(2, theme.Gap,
			d.add(d.level("Effort", "Set effort", func(a *workshop.Action) *int { return &a.Effort })),
			d.add(d.level("Impact", "Set impact", func(a *workshop.Action) *int { return &a.Impact }))), 1, 0), // as narrow as the pane
	}
}

// words is what it is about, in words.
func (d *drawer) words() []fyne.CanvasObject {
	category, _ := workshop.FieldOf(workshop.KindAction, "category")
	categories, kinds := []string{"None"}, []string{""}
	for _, c := range category.Choices {
		categories, kinds = append(categories, sentence(c)), append(kinds, c)
	}
	d.helpers = widgets.VStack(theme.GapSmall)
	return []fyne.CanvasObject{
		widgets.GridOf(2, theme.Gap,
			d.add(d.choice("Priority", "Set priority", []string{"High", "Medium", "Low", "None"}, append(actionlist.Priorities(), ""),
				func(a *workshop.Action) string { return a.Priority }, func(a *workshop.Action, s string) { a.Priority = s })),
			d.add(d.choice("Category", "Set category", categories, kinds, func(a *workshop.Action) string { return a.Category },
				func(a *workshop.Action, s string) { a.Category = s }))),
		d.add(d.note("Details", "Edit details", 3, func(a *workshop.Action) *string { return &a.Detail })),
		d.helpers,
	}
}

// means is what it takes and what it brings.
func (d *drawer) means() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.SectionHeading("Asked for"),
		widgets.GridOf(3, theme.Gap,
			d.add(d.whole("Hours", "Set hours", func(a *workshop.Action) *int { return &a.Hours })),
			d.add(d.money("Cost", "Set cost", func(a *workshop.Action) *workshop.Money { return &a.Cost })),
			d.add(d.whole("Person-days", "Set person-days", func(a *workshop.Action) *int { return &a.People }))),
		widgets.SectionHeading("Benefit"),
		widgets.GridOf(2, theme.Gap,
			d.add(d.money("Expected", "Set expected benefit", func(a *workshop.Action) *workshop.Money { return &a.BenefitExpected })),
			d.add(d.money("Actual", "Set actual benefit", func(a *workshop.Action) *workshop.Money { return &a.BenefitActual }))),
		d.add(d.person("Confirmed by", "Confirm benefit", "Nobody yet", func(a *workshop.Action) *workshop.ID { return &a.BenefitConfirmedBy },
			func(a *workshop.Action, id workshop.ID) { a.BenefitConfirmedBy = id })),
	}
}

// repeats is when it is checked again.
func (d *drawer) repeats() []fyne.CanvasObject {
	d.again = d.checks()
	return []fyne.CanvasObject{d.again.box}
}

// visible says whether the drawer is there.
func (d *drawer) visible() bool {
	if d.board.o.all() && (d.board.o.Sessions == nil || d.wish == 0) || d.board.facing == faceMeans {
		return false
	}
	return d.wish > 0 || d.wish == 0 && d.beside
}

// toggle shows or hides the drawer.
func (d *drawer) toggle() {
	if d.visible() {
		d.wish = -1
	} else {
		d.wish = 1
	}
	d.board.content.Refresh()
	d.board.table.Focus()
}

// appear shows or hides the pane after the room or the wish has changed.
func (d *drawer) appear() {
	on := d.visible()
	if on == d.panel.Visible() {
		return
	}
	shown(d.panel, on)
	d.fill(d.board.row())
}

// fill shows an action, nil for none.
func (d *drawer) fill(r *actionlist.Row) {
	if !d.visible() {
		d.row = nil
		return
	}
	if d.some == nil {
		d.build()
	}
	d.same = r != nil && d.row != nil && d.row.ID() == r.ID()
	d.row = r
	if r == nil {
		d.none.Show()
		d.some.Hide()
		return
	}
	d.none.Hide()
	d.some.Show()
	s, err := d.board.session(r)
	if err != nil {
		d.wish = -1
		d.board.told(err)
		return
	}
	if !d.same {
		s.EndTyping()
	}
	d.filling = true
	s.Read(func(w *workshop.Workshop) {
		if a := workshop.Find[workshop.Action](w, r.ID()); a != nil && d.board.o.all() {
			whole := *r
			whole.Action, whole.Source = a, actionlist.SourceOf(w, a.Source)
			r, d.row = &whole, &whole
		}
		d.people = workshop.All[workshop.Person](w)
		d.links.fill(w, r)
		d.log.fill(w, r, d.same)
		d.history.fill(w, r)
	})
	d.show(r)
	d.filling = false
}

func (d *drawer) show(r *actionlist.Row) {
	a := r.Action
	d.number.SetText(a.Label())
	d.status.Set(statusWords[a.Status], statusTone(a.Status))
	d.head.Refresh()
	d.title.SetText(a.Title)
	d.percent.SetText(strconv.Itoa(a.Progress) + " %")
	d.slider.Set(float64(a.Progress))
	for _, f := range d.fields {
		f.fill(r)
	}
	shown(d.blocker.box, a.Status == workshop.ActionBlocked || a.Blocker != "")
	shown(d.done, a.Status == workshop.ActionDone || a.Status == workshop.ActionVerified)
	d.closed.SetText("Closed " + dayText(a.Closed, d.board.o.today()))
	d.showHelpers(a)
	d.again.fill(a)
	d.warning.SetText(d.warned(r))
	shown(d.warning, d.warning.Text != "")
	if !d.same {
		d.scroll.ScrollToTop()
	}
	d.scroll.Refresh()
}

// warned says what an action lacks for its status, and that nobody has touched it for long.
func (d *drawer) warned(r *actionlist.Row) string {
	var words []string
	if err := r.Action.Lacks(); err != nil {
		words = append(words, "Incomplete: "+err.Error()+".")
	}
	if today := d.board.o.today(); r.Stale(today) {
		words = append(words, "Stale: open, and nothing has changed for "+plural(r.Quiet(today), "day")+".")
	}
	return strings.Join(words, "\n")
}

func shown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// showHelpers lists the helpers, each with a way to take it out, and offers more.
func (d *drawer) showHelpers(a *workshop.Action) {
	people, names := d.board.called(slices.Clone(d.people))
	d.helpers.Objects = []fyne.CanvasObject{widgets.Caption("Helpers")}
	var rest []widgets.Choice
	var ids []workshop.ID
	for i, p := range people {
		if !slices.Contains(a.Helpers, p.ID) {
			if p.ID != a.Owner {
				rest, ids = append(rest, widgets.Choice{Label: names[i], Detail: p.Role, Icon: "user"}), append(ids, p.ID)
			}
			continue
		}
		out := widgets.NewQuietIcon("x", "Take "+names[i]+" out", func() { d.setHelper(p.ID, false) }).Sized(theme.ButtonSmall)
		d.helpers.Objects = append(d.helpers.Objects, widgets.HStack(theme.Gap, widgets.NewIcon("user", theme.Text2), widgets.Grow(widgets.NewLabel(names[i], theme.Body)), out))
	}
	more := widgets.NewSelectOf(rest, -1, func(i int) { d.setHelper(ids[i], true) })
	more.Placeholder = "Add a helper"
	if len(rest) > 0 {
		d.helpers.Objects = append(d.helpers.Objects, more)
	}
	d.helpers.Refresh()
}

func (d *drawer) setHelper(id workshop.ID, in bool) {
	d.board.told(d.board.change(d.row, "Change helpers", func(a *workshop.Action) {
		a.Helpers = slices.DeleteFunc(a.Helpers, func(x workshop.ID) bool { return x == id })
		if in {
			a.Helpers = append(a.Helpers, id)
		}
	}))
}
