package resistance

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// top is the bar over the page: the coalition index, the shield, what is saved, export.
type top struct {
	page     *Page
	subtitle *widgets.Label
	index    *widgets.Label
	change   *widgets.Label
	way      *widgets.Icon
	since    *fyne.Container
	gauge    *gauge
	shield   *widgets.Panel
	sign     *widgets.Icon
	word     *widgets.Label
	open     *widgets.Switch
	saved    *shell.SavedIndicator
	object   *fyne.Container
}

func newTop(p *Page) *top {
	t := &top{page: p, subtitle: widgets.Caption(""), index: widgets.NewLabel("", theme.Style{Size: 18, Line: 22, Bold: true}).Keep(),
		change: widgets.Caption("").Keep(), way: widgets.NewIconSized("up", theme.OK, 13), gauge: newGauge(), sign: widgets.NewIcon("shield", theme.OK),
		word: widgets.NewLabel("", theme.BodyBold).Keep()}
	t.since = widgets.HStack(theme.GapSmall, t.way, t.change)
	t.open = widgets.NewSwitch(true, func(hidden bool) { p.options.Names.Show(!hidden) })
	t.open.Token, t.open.Tip = theme.OK, "Names hidden: code names only (Ctrl+Shift+H)"
	t.shield = widgets.NewPanel(widgets.HStack(theme.Gap, t.sign, t.word, t.open), widgets.PanelStyle{Fill: theme.OKTint, Radius: theme.RadiusCard, PadX: 12, PadY: 8})
	never := widgets.NewIconPill("Never in Present", "eyeoff", widgets.Secret)
	title := widgets.VStack(0, widgets.NewLabel("Resistance map", theme.CardTitle).Keep(), t.subtitle)
	coalition := widgets.VStack(0, widgets.Caption("Coalition index").Keep(), widgets.HStack(10, t.index, t.since))
	row := []fyne.CanvasObject{widgets.NewQuietIcon("back", "Back (Esc)", p.options.Shell.Back), title, widgets.NewUpright(), widgets.Space(4, 0), coalition, t.gauge,
		widgets.Spacer(), never, t.shield}
	drop := []fyne.CanvasObject{t.gauge, never, t.since}
	if p.options.Saves != nil {
		t.saved = shell.NewSavedIndicator(p.options.Saves, func(reason string) {
			p.options.Shell.ShowError(shell.Trouble{Title: "Not everything is saved", What: reason})
		})
		row = append(row, widgets.Space(0, 0), t.saved)
		drop = append(drop, t.saved)
	}
	if p.options.Export != nil {
		row = append(row, widgets.Space(0, 0), widgets.NewButtonKind(widgets.Secondary, "Export", "export", p.options.Export))
	}
	drop = append(drop, t.word) // its sign, its switch and its color still say it
	t.object = container.New(&dropping{drop: drop}, widgets.HStack(12, row...))
	return t
}

func (t *top) start() {
	if t.saved != nil {
		t.saved.Start()
	}
}

func (t *top) stop() {
	if t.saved != nil {
		t.saved.Stop()
	}
}

// show brings the bar up to date.
func (t *top) show() {
	m := t.page.model
	if m.charter != nil {
		t.subtitle.Text = m.charter.Title
	}
	rated := m.report.Rated > 0
	t.index.Text = "–"
	if rated {
		t.index.Text = percent(m.report.Index)
	}
	before, known := m.before()
	step := int(rounded(m.report.Index) - rounded(before.Index))
	t.way.Name, t.way.Token = "up", theme.OK
	t.change.Text = fmt.Sprintf("%d since %s", step, shortDay(before.Date, m.today()))
	switch {
	case step < 0:
		t.way.Name, t.way.Token = "down", theme.Danger
		t.change.Text = fmt.Sprintf("%d since %s", -step, shortDay(before.Date, m.today()))
	case step == 0:
		t.way.Name, t.way.Token = "right", theme.Text2
		t.change.Text = "as on " + shortDay(before.Date, m.today())
	}
	trying := m.trial != nil
	if trying {
		t.way.Name, t.way.Token = "bulb", theme.Accent
		t.change.Text = "what if; it is " + percent(m.actual())
	}
	t.change.Token = t.way.Token
	for _, o := range []fyne.CanvasObject{t.way, t.change} {
		show(o, rated && (known || trying))
	}
	t.gauge.set(m.report.Index, m.needed(), rated)
	hidden := !m.names()
	t.open.Set(hidden)
	st := t.shield.Style
	t.word.Text, t.sign.Name, t.sign.Token, st.Fill = "Names hidden", "shield", theme.OK, theme.OKTint
	if !hidden {
		t.word.Text, t.sign.Name, t.sign.Token, st.Fill = "Names shown for a minute", "alert", theme.Warn, theme.WarnTint
	}
	t.shield.SetStyle(st)
	t.object.Refresh()
}

// dropping lays out a row and leaves out what there is no room for, in the order given.
type dropping struct{ drop []fyne.CanvasObject }

func (d *dropping) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	row := objects[0]
	for _, o := range d.drop {
		o.Show()
	}
	for _, o := range d.drop {
		if row.MinSize().Width <= s.Width {
			break
		}
		o.Hide()
	}
	row.Resize(s)
	row.Refresh()
}

func (d *dropping) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}
