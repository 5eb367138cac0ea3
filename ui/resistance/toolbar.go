package resistance

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// toolbar stands above the map: who is looked at, arrows, the day, and adding.
type toolbar struct {
	page   *Page
	kind   *widgets.Segmented
	unit   *widgets.Select
	units  []string
	arrows *widgets.Check
	day    *widgets.Select
	days   []workshop.Date
	fold   *widgets.Button
	past   *widgets.Button
	dated  *fyne.Container // with the day
	trial  *widgets.Button // ends the what-if; there only while that lasts
	object *fyne.Container
	known  struct { // of what the choices were made
		units []string
		dates []workshop.Date
		today workshop.Date
	}
}

func newToolbar(p *Page) *toolbar {
	b := &toolbar{page: p}
	b.kind = widgets.NewSegmented([]string{"All", "People", "Groups"}, 0, func(i int) {
		f := p.filter
		f.kind = i
		p.setFilter(f)
	})
	b.unit = widgets.NewSelect([]string{"All units"}, 0, func(i int) {
		f := p.filter
		f.unit = b.units[i]
		p.setFilter(f)
	})
	b.unit.Button = true
	b.arrows = widgets.NewCheck("Arrows", true, p.field.setArrows)
	b.day = widgets.NewSelect([]string{"As of today"}, 0, func(i int) { p.lookAt(b.days[i]) })
	b.day.Button, b.day.Icon = true, "clock"
	b.fold = widgets.NewIconButton("sideclose", "Details (Enter)", func() {
		if !p.desk.closeDrawer() {
			p.openDetails()
		}
	})
	add := widgets.NewPrimary("Add", "plus", p.add).WithKey("N")
	left := widgets.HStack(12, b.kind, natural(b.unit), natural(b.arrows))
	b.trial = widgets.NewButtonKind(widgets.Secondary, "End what if", "bulb", p.endTrial).WithKey("W").WithTip("Everybody goes back to where they are: nothing was saved")
	b.past = widgets.NewIconButton("measure", "History: the index over time, and the map as it was (H)", p.showPast)
	b.dated = natural(b.day)
	right := widgets.HStack(theme.Gap, b.trial, b.dated, b.past, add, b.fold)
	b.object = container.New(&twoEnds{gap: theme.Gap}, left, right)
	return b
}

// show takes up units and days that have come up.
func (b *toolbar) show() {
	m := b.page.model
	if units := m.units(); !slices.Equal(units, b.known.units) || !slices.Equal(m.dates, b.known.dates) || m.today() != b.known.today {
		b.known.units, b.known.dates, b.known.today = units, slices.Clone(m.dates), m.today()
		b.choices()
	}
	b.unit.Set(max(0, slices.Index(b.units, b.page.filter.unit)))
	b.day.Set(max(0, slices.Index(b.days, m.asOf)))
	b.kind.Set(b.page.filter.kind)
	show(b.trial, m.trial != nil)
	show(b.past, len(m.trend) > 1 && m.trial == nil)
	show(b.dated, m.trial == nil)
	b.object.Refresh()
}

// choices takes up other units and days.
func (b *toolbar) choices() {
	m := b.page.model
	b.units = append([]string{""}, m.units()...)
	choices, at := make([]widgets.Choice, len(b.units)), 0
	for i, u := range b.units {
		choices[i].Label = u
		if u == b.page.filter.unit {
			at = i
		}
	}
	choices[0].Label = "All units"
	b.unit.SetChoices(choices, at)
	b.days = append([]workshop.Date{""}, m.dates...)
	choices, at = make([]widgets.Choice, len(b.days)), 0
	for i, d := range b.days {
		choices[i].Label = "As of " + shortDay(d, m.today())
		if d == m.asOf {
			at = i
		}
	}
	choices[0].Label = "As of today"
	b.day.SetChoices(choices, at)
}

// natural gives a thing the width that its words want, as its least.
func natural(o interface {
	fyne.CanvasObject
	Wide() float32
}) *fyne.Container {
	return container.New(least(func() float32 { return min(o.Wide(), theme.Width(180)) }), o)
}

// least is a layout whose least width is asked for, and is a whole one: a border on half a pixel is lost.
type least func() float32

// Layout is Fyne's.
func (l least) Layout(objects []fyne.CanvasObject, s fyne.Size) { objects[0].Resize(s) }

// MinSize is Fyne's.
func (l least) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(math.Ceil(float64(l()))), objects[0].MinSize().Height)
}

// twoEnds puts one group at the left and one at the right; where they have no room beside each other, the second goes below.
type twoEnds struct{ gap, width float32 }

func (l *twoEnds) folds(objects []fyne.CanvasObject) bool {
	return l.width > 0 && objects[0].MinSize().Width+objects[1].MinSize().Width+16 > l.width
}

// Layout is Fyne's.
func (l *twoEnds) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	a, b := objects[0].MinSize(), objects[1].MinSize()
	put(objects[0], 0, 0, min(a.Width, s.Width), a.Height)
	if l.folds(objects) {
		put(objects[1], 0, a.Height+l.gap, min(b.Width, s.Width), b.Height)
		return
	}
	put(objects[1], s.Width-b.Width, 0, b.Width, b.Height)
}

// MinSize is Fyne's.
func (l *twoEnds) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if l.folds(objects) {
		return fyne.NewSize(0, a.Height+l.gap+b.Height)
	}
	return fyne.NewSize(0, max(a.Height, b.Height))
}
