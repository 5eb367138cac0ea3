package fill

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// level is one of the five levels: its number, its name, its words, and the marks of the two answers. A click anywhere on it answers what the next
// key would; a click on a mark answers that.
type level struct {
	widgets.Press
	panel, box   *widgets.Panel
	number       *widgets.Label
	name, anchor *widgets.Label
	marks        [2]*mark
}

func newLevel(n int, q *question) *level {
	l := &level{number: widgets.NewLabel(strconv.Itoa(n), theme.CardTitle).Keep(), name: widgets.NewLabel("", theme.BodyBold).In(theme.Text2), anchor: widgets.NewText("", theme.Body)}
	l.box = widgets.NewPanel(widgets.Center(l.number), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusEntry})
	l.marks[now] = newMark("Now", theme.Fill, theme.OnFill, func() { q.choose(now, n); q.focus() })
	l.marks[needed] = newMark("Needed", theme.OK, theme.Surface, func() { q.choose(needed, n); q.focus() })
	side := theme.Scaled(28)
	pad := float32(14)
	if tight() {
		l.name.Hide() // its word stands before the sentence
		pad = theme.GapSmall
	}
	row := widgets.HStack(0, widgets.Exactly(l.box, side, side), widgets.Space(theme.PadPage, 0), widgets.Grow(widgets.VStack(0, l.name, l.anchor)),
		widgets.Wide(l.marks[now], column), widgets.Wide(l.marks[needed], column))
	l.panel = widgets.NewPanel(row, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusCard, PadX: theme.PadCard, PadY: pad})
	l.OnTap = func() { q.choose(q.field, n); q.focus() }
	l.Extend(l)
	return l
}

// show puts words and marks in.
func (l *level) show(name, anchor string, isNow, isNeeded bool) {
	l.name.SetText(name)
	if tight() {
		anchor = name + ". " + anchor
	}
	l.anchor.SetText(anchor)
	stroke, width, fill, ink := theme.Line2, theme.Stroke, theme.Surface, theme.Text
	switch {
	case isNow:
		stroke, width, fill, ink = theme.Accent, theme.StrokeFocus, theme.Fill, theme.OnFill
	case isNeeded:
		stroke, width, fill, ink = theme.OK, theme.StrokeFocus, theme.OK, theme.Surface
	}
	l.panel.Style.Stroke, l.panel.Style.Width = stroke, width
	l.box.Style.Fill, l.box.Style.Stroke = fill, stroke
	l.number.SetToken(ink)
	l.marks[now].set(isNow)
	l.marks[needed].set(isNeeded)
	l.Refresh()
}

// AccessibilityLabel names the level and what it says.
func (l *level) AccessibilityLabel() string {
	return l.number.Text + " " + l.name.Text + ": " + l.anchor.Text
}

// CreateRenderer is Fyne's.
func (l *level) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.panel) }

// mark is a circle to choose, and the word of the answer once it is chosen: the color alone tells nothing.
type mark struct {
	widget.BaseWidget
	radio *widgets.Check
	word  *widgets.Panel
	body  *fyne.Container
}

func newMark(word string, fill, ink theme.Token, chosen func()) *mark {
	m := &mark{radio: widgets.NewRadio("", false, chosen)}
	m.radio.Tip = word
	m.word = widgets.NewPanel(widgets.NewLabel(word, theme.BodyBold).In(ink).Keep(), widgets.PanelStyle{Fill: fill, Radius: theme.Height(28) / 2, PadX: 12, PadY: 4})
	m.body = widgets.Over(widgets.Center(m.radio), widgets.Center(m.word))
	m.set(false)
	m.ExtendBaseWidget(m)
	return m
}

func (m *mark) set(on bool) {
	m.radio.Set(false)
	if on {
		m.radio.Hide()
		m.word.Show()
	} else {
		m.radio.Show()
		m.word.Hide()
	}
	m.body.Refresh()
}

// CreateRenderer is Fyne's.
func (m *mark) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.body) }
