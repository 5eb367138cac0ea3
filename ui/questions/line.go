package questions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// line is a line of the outline: its words, shortened where there is no room, and a sign where something is missing.
type line struct {
	widgets.Press
	panel   *widgets.Panel
	label   *widgets.Label
	alert   *widgets.Icon
	current bool
}

func newLine(words string, tap func()) *line {
	l := &line{label: widgets.NewLabel(words, theme.Body), alert: widgets.NewIcon("alert", theme.Warn)}
	l.panel = widgets.NewPanel(widgets.HStack(theme.Gap, widgets.Grow(l.label), l.alert), widgets.PanelStyle{Radius: theme.RadiusEntry, PadX: theme.Gap, PadY: 5})
	l.OnTap = tap
	l.Extend(l)
	return l
}

// set says whether the line is the one in hand, and whether something is missing there.
func (l *line) set(current, missing bool) {
	l.current = current
	l.alert.Hide()
	if missing {
		l.alert.Show()
	}
	l.Refresh()
}

// Refresh paints the ground of the line.
func (l *line) Refresh() {
	st, bold := &l.panel.Style, theme.Body
	st.Fill, st.Stroke = theme.None, theme.None
	switch {
	case l.current:
		st.Fill, bold = theme.Tint, theme.BodyBold
	case l.Hovered():
		st.Fill = theme.Hover
	}
	if l.FocusShown() {
		st.Stroke, st.Width = theme.Accent, theme.StrokeFocus
	}
	l.label.Style = bold
	l.panel.Refresh()
	l.Press.Refresh()
}

// AccessibilityLabel is the words.
func (l *line) AccessibilityLabel() string { return l.label.Text }

// CreateRenderer is Fyne's.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.panel) }
