package boards

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
)

// lensBar is the switches above the results: whose answers come first, of which unit, over what the radar is, and with the round before or not.
type lensBar struct {
	b          *rounds
	who, axes  *widgets.Segmented
	unit       *widgets.Select
	units      []string // in the order of the choices; "" for all
	before     *widgets.Check
	exportPage *widgets.Button
}

func newLensBar(b *rounds) *lensBar {
	l := &lensBar{b: b, units: []string{""}}
	l.who = widgets.NewSegmented([]string{"Leaders", "Others"}, 0, func(i int) { b.look(func() { b.lens.Others = i == 1 }) })
	l.axes = widgets.NewSegmented([]string{"Roles", "Aspects"}, 0, func(i int) { b.look(func() { b.lens.Aspects = i == 1 }) })
	l.unit = widgets.NewSelect([]string{"All units"}, 0, func(i int) { b.look(func() { b.lens.Unit = l.units[i] }) })
	l.unit.Button = true
	l.before = widgets.NewCheck("Last round", false, func(on bool) { b.look(func() { b.lens.Before = on }) })
	l.exportPage = widgets.NewButtonKind(widgets.Secondary, "Manager's page", "export", b.ownPage)
	return l
}

// objects stand beside the names of the faces.
func (l *lensBar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.who, l.axes, l.unit, l.before, l.exportPage}
}

// look looks at the results in another way.
func (b *rounds) look(change func()) {
	change()
	if b.result != nil {
		b.show()
	}
	b.stir()
}

// stir tells that other things are in front than before.
func (b *rounds) stir() {
	if b.Turned != nil && b.active {
		b.Turned()
	}
}

// fit brings the switches to the round in hand and the face in front.
func (l *lensBar) fit() {
	r := l.b.result
	face := l.b.face().title
	show(l.b.head, face != "Answers" && face != "Discuss") // which need the room
	if r == nil || face == "Rounds" || face == "Discuss" {
		for _, o := range l.objects() {
			o.Hide()
		}
		l.b.content.Refresh()
		return
	}
	choices, units := []widgets.Choice{{Label: "All units"}}, []string{""}
	at := 0
	for _, g := range r.Units() {
		c := widgets.Choice{Label: g.Name, Detail: fmt.Sprintf("%d answers", g.N)}
		if !g.Shows() {
			c.Detail += ", hidden"
		}
		if g.Name == l.b.lens.Unit {
			at = len(units)
		}
		choices, units = append(choices, c), append(units, g.Name)
	}
	l.units, l.b.lens.Unit = units, units[at]
	l.unit.Choices = choices
	l.unit.Set(at)
	l.unit.Refresh()
	both := r.Self.N > 0 && r.Others.N > 0
	if !both {
		l.b.lens.Others = r.Self.N == 0
	}
	index := map[bool]int{true: 1}
	l.who.Set(index[l.b.lens.Others])
	l.axes.Set(index[l.b.lens.Aspects])
	if l.b.trend == nil {
		l.b.lens.Before = false
	}
	l.before.Set(l.b.lens.Before)
	show(l.who, both)
	show(l.unit, len(units) > 1)
	show(l.before, l.b.trend != nil)
	show(l.axes, face == "Results")
	show(l.exportPage, l.b.canOwn())
	l.b.content.Refresh()
}

func (b *rounds) resultCommands() []shell.Command {
	there := func() bool { return b.result != nil }
	return []shell.Command{
		{ID: "rounds.who", Label: "Leaders' own answers or those of others", Group: "Boards", Icon: "people", Shortcut: "S",
			Enabled: func() bool { return there() && b.result.Self.N > 0 && b.result.Others.N > 0 },
			Run:     func() { b.look(func() { b.lens.Others = !b.lens.Others }) }},
		{ID: "rounds.axes", Label: "Radar over roles or aspects", Group: "Boards", Icon: "assess", Shortcut: "T", Enabled: func() bool { return there() && b.face().title == "Results" },
			Run: func() { b.look(func() { b.lens.Aspects = !b.lens.Aspects }) }},
		{ID: "rounds.unit", Label: "Results of another unit", Group: "Boards", Icon: "filter", Shortcut: "U",
			Enabled: func() bool { return there() && len(b.bar.units) > 1 }, Run: b.nextUnit},
		{ID: "rounds.before", Label: "Compare with the last round", Group: "Boards", Icon: "back", Shortcut: "L",
			Enabled: func() bool { return there() && b.trend != nil }, Run: func() { b.look(func() { b.lens.Before = !b.lens.Before }) }},
		{ID: "rounds.other", Label: "Results of another round", Group: "Boards", Icon: "assess", Shortcut: "R", Enabled: b.several, Run: b.other},
		{ID: "rounds.own", Label: "One manager's own page as PDF", Group: "Boards", Icon: "export", Shortcut: "M", Enabled: b.canOwn, Run: b.ownPage},
	}
}

func (b *rounds) nextUnit() {
	for i, u := range b.bar.units {
		if u == b.lens.Unit {
			b.look(func() { b.lens.Unit = b.bar.units[(i+1)%len(b.bar.units)] })
			return
		}
	}
}

// resultKeys are the keys of the switches that there are.
func (b *rounds) resultKeys() []widgets.Hint {
	var out []widgets.Hint
	for _, c := range b.resultCommands() {
		if words := hintWords[c.ID]; words != "" && c.On() {
			out = append(out, widgets.Hint{Keys: c.Shortcut, Label: words})
		}
	}
	return out
}

var hintWords = map[string]string{"rounds.who": "leaders or others", "rounds.axes": "roles or aspects", "rounds.unit": "unit", "rounds.before": "last round", "rounds.other": "other round"}
