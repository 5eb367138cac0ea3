package resistance

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// note is a text of several lines that reads as text and becomes an entry when it is pressed. What is typed goes to changed with every
// stroke; a refusal is shown below it, with the words left standing.
type note struct {
	widgets.Press
	placeholder string
	changed     func(text string) error
	left        func() // the entry was left

	panel *widgets.Panel
	label *widgets.Label
	entry *widgets.Entry
	open  bool
	off   bool
}

func newNote(placeholder string, changed func(string) error, left func()) *note {
	n := &note{placeholder: placeholder, changed: changed, left: left, label: widgets.NewText("", theme.CardText)}
	n.entry = widgets.NewTextArea(placeholder, 3)
	n.entry.ForwardUndo = true
	n.entry.OnChanged = func(text string) {
		if !n.open {
			return
		}
		n.entry.SetProblem("")
		if err := n.changed(text); err != nil {
			n.entry.SetProblem(refusal(err))
		}
	}
	n.entry.OnFocus = func(focused bool) {
		if !focused {
			n.close()
		}
	}
	n.panel = widgets.NewPanel(n.label, widgets.PanelStyle{Radius: theme.RadiusCap})
	n.OnTap = n.edit
	n.Extend(n)
	return n
}

// edit opens the entry.
func (n *note) edit() {
	if n.off || n.open {
		return
	}
	n.open = true
	n.panel.SetContent(n.entry)
	n.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(n); c != nil {
		c.Focus(n.entry.Input())
	}
	n.entry.CaretToEnd()
}

func (n *note) close() {
	if !n.open || n.entry.Problem != "" {
		return
	}
	n.open = false
	n.panel.SetContent(n.label)
	n.set(n.entry.Text())
	n.Refresh()
	n.left()
}

// set shows a text, unless that is what is being typed.
func (n *note) set(text string) {
	n.entry.SetText(text)
	shown, token := text, theme.Text
	if text == "" {
		shown, token = n.placeholder, theme.Text3
	}
	if n.label.Text != shown || n.label.Token != token {
		n.label.Text, n.label.Token = shown, token
		n.Refresh()
	}
}

// reset closes the entry without a word, for somebody else's text.
func (n *note) reset() {
	if n.open {
		n.entry.SetProblem("")
		n.close()
	}
}

// AccessibilityLabel is the text.
func (n *note) AccessibilityLabel() string { return n.label.Text }

// CreateRenderer is Fyne's.
func (n *note) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{objects: func() []fyne.CanvasObject { return []fyne.CanvasObject{n.panel} }, size: n.Size, min: n.panel.MinSize, layout: n.panel.Resize,
		paint: func() {
			st := &n.panel.Style
			st.Fill, st.Stroke = theme.None, theme.None
			switch {
			case n.FocusShown():
				st.Stroke = theme.Accent
			case n.Hovered() && !n.open && !n.off:
				st.Fill = theme.Hover
			}
		}}
}
