package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// row is a line of the list at the left: a phase, a step or a board.
type row struct {
	widgets.Press
	panel *widgets.Panel
	dot   *widgets.StepDot
	icon  *widgets.Icon
	label *widgets.Label
	end   *widgets.Label
	under *widgets.Label // a second line, nil for none
	mark  *widgets.Icon

	words    *fyne.Container
	name     string // of the icon
	bold     bool
	selected bool

	onDrag func(y float32) // where the pointer is, in the list
	onDrop func()
}

// newRow returns a line; lead is what stands before the words.
func newRow(icon string, dot bool, tap func()) *row {
	r := &row{name: icon, label: widgets.NewText("", theme.Body), end: widgets.Caption("").Keep(), mark: widgets.NewIcon("check", theme.OK)}
	parts := []fyne.CanvasObject{}
	if dot {
		r.dot = widgets.NewStepDot(widgets.StepToDo)
		parts = append(parts, r.dot)
	} else {
		r.icon = widgets.NewIcon(icon, theme.Text2)
		parts = append(parts, r.icon)
	}
	r.label.MaxLines = 2
	r.mark.Hide()
	r.words = widgets.VStack(0, r.label)
	parts = append(parts, widgets.Grow(r.words), r.end, r.mark)
	r.panel = widgets.NewPanel(widgets.HStack(theme.Gap, parts...), widgets.PanelStyle{Radius: theme.RadiusEntry, PadX: 14})
	r.OnTap = tap
	r.Extend(r)
	return r
}

// twoLines gives the line a second one under it, in small words.
func (r *row) twoLines() {
	r.under = widgets.Caption("")
	r.words.Add(r.under)
}

// sayUnder changes the second line.
func (r *row) sayUnder(text string, token theme.Token) {
	if r.under.Text != text || r.under.Token != token {
		r.under.Text, r.under.Token = text, token
		r.Refresh()
	}
}

// set changes words and marks; lines that stay the same are not drawn. It says whether the line may have come to another height.
func (r *row) set(text, end string, token theme.Token) bool {
	words := r.label.Text != text || r.end.Text != end
	if words || r.label.Token != token {
		r.label.Text, r.label.Token, r.end.Text = text, token, end
		r.Refresh()
	}
	return words
}

// marked puts a sign at the end of the line, "" for none.
func (r *row) marked(icon string, token theme.Token) {
	toggle(r.mark, icon != "")
	if icon != "" {
		r.mark.Set(icon, token)
	}
	r.Refresh()
}

func (r *row) choose(on bool) {
	if r.selected != on {
		r.selected = on
		r.Refresh()
	}
}

// MinSize is one line, or two: a long title is not cut.
func (r *row) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	if r.under != nil {
		return fyne.NewSize(0, r.words.MinSize().Height+8)
	}
	return fyne.NewSize(0, max(theme.Height(theme.ListRow), r.words.MinSize().Height+8))
}

// CreateRenderer is Fyne's.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.panel) }

// Refresh paints selection, hover and focus.
func (r *row) Refresh() {
	st := &r.panel.Style
	st.Fill, st.Stroke, st.Bar = theme.None, theme.None, ""
	if r.Hovered() {
		st.Fill = theme.Hover
	}
	style, token := theme.Body, r.label.Token
	if r.bold {
		style = theme.BodyBold
	}
	endToken, endStyle := theme.Text2, theme.Caption
	if r.selected {
		st.Fill, st.Bar, style, token = theme.Surface, theme.Accent, theme.BodyBold, theme.Accent
		endToken, endStyle = theme.Accent, theme.CaptionHd
	}
	if r.FocusShown() {
		st.Stroke, st.Width = theme.Accent, theme.StrokeFocus
	}
	ink := r.label.Token
	r.label.Style, r.label.Token, r.end.Token, r.end.Style = style, token, endToken, endStyle
	if r.icon != nil {
		r.icon.Set(r.name, iconToken(r.selected))
	}
	r.panel.Refresh()
	r.label.Token = ink // what it is while it is not selected
}

func iconToken(selected bool) theme.Token {
	if selected {
		return theme.Accent
	}
	return theme.Text2
}

// AccessibilityLabel is the words of the line.
func (r *row) AccessibilityLabel() string {
	words := r.label.Text + " " + r.end.Text
	if r.under != nil {
		words += r.under.Text
	}
	return words
}
