package help

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// Options are what the window of help works on.
type Options struct {
	Shell *shell.Shell
	Tour  func() // nil: no tour can be taken
}

// view is the open window.
type view struct {
	o      Options
	dialog *shell.Dialog
	all    []Page
	found  []Page
	search *widgets.Entry
	list   *widgets.List
	body   *fyne.Container
	none   *widgets.Label
}

// Show opens help at a topic.
func Show(o Options, topic string) {
	v := &view{o: o, all: Pages(), body: widgets.Over(), search: widgets.NewEntry("Search in help"), none: widgets.NewText("No page holds these words.", theme.Caption).In(theme.Text2)}
	v.found = v.all
	v.search.Icon = "search"
	v.search.OnChanged = v.narrow
	v.search.OnUp, v.search.OnDown = func() { v.step(-1) }, func() { v.step(1) }
	v.list = widgets.NewList(widgets.ListOptions{
		Length:   func() int { return len(v.found) },
		Create:   func() fyne.CanvasObject { return newTitleRow() },
		Update:   func(i int, row fyne.CanvasObject) { row.(*titleRow).set(v.found[i].Title) },
		OnCursor: v.open, OneClick: true, OnOpen: v.open,
	})
	v.none.Hide()
	left := widgets.NewPanel(widgets.VStack(theme.Gap, widgets.Pad(v.search, 12, 12), widgets.Pad(v.none, 12, 0), widgets.Grow(v.list)), widgets.PanelStyle{Fill: theme.Rail, LineRight: true})
	content := widgets.NewSides(widgets.Sides{Left: left, LeftWidth: 232, Center: v.body})
	buttons := []shell.DialogButton{{Label: "All keys", Run: o.Shell.ShowKeys}}
	if o.Tour != nil {
		buttons = append(buttons, shell.DialogButton{Label: "Take the tour", Run: o.Tour})
	}
	v.dialog = &shell.Dialog{Title: "Help", Width: 920, Height: 600, Content: content, Flush: true, Focus: v.search.Input(),
		Buttons: append(buttons, shell.DialogButton{Label: "Close", Kind: widgets.Primary})}
	v.dialog.OnKey = func(k widgets.Keys) bool {
		if k == "F1" {
			v.dialog.Close()
		}
		return k == "F1"
	}
	v.goTo(topic)
	o.Shell.ShowDialog(v.dialog)
}

// goTo opens the page of a topic.
func (v *view) goTo(topic string) {
	at := func() int { return slices.IndexFunc(v.found, func(p Page) bool { return p.Topic == topic }) }
	if at() < 0 {
		v.found = v.all
		v.list.Refresh()
	}
	v.list.SetCursor(max(0, at()))
	v.open(max(0, at()))
}

func (v *view) narrow(query string) {
	v.found = Find(v.all, query)
	if len(v.found) == 0 {
		v.none.Show()
		v.list.SetCursor(-1)
	} else {
		v.none.Hide()
		v.list.SetCursor(0)
		v.open(0)
	}
	v.list.Refresh()
	v.dialog.Refresh()
}

func (v *view) step(by int) {
	if n := len(v.found); n > 0 {
		i := min(max(v.list.Cursor()+by, 0), n-1)
		v.list.SetCursor(i)
		v.open(i)
	}
}

// open shows a page.
func (v *view) open(i int) {
	if i < 0 || i >= len(v.found) {
		return
	}
	p := v.found[i]
	text := widget.NewRichTextFromMarkdown(p.Body)
	text.Wrapping = fyne.TextWrapWord
	v.dress(text.Segments)
	v.body.Objects = []fyne.CanvasObject{widgets.NewScroll(widgets.Pad(widgets.VStack(4, widgets.PadSides(widgets.NewText(p.Title, theme.PageTitle), 0, 0, 0, 6), text), theme.PadDialog, theme.PadPage))}
	v.body.Refresh()
}

// dress shows keys in bold and lets links lead to other pages.
func (v *view) dress(segments []widget.RichTextSegment) {
	for _, s := range segments {
		switch s := s.(type) {
		case *widget.TextSegment:
			switch s.Style.SizeName {
			case widget.RichTextStyleHeading.SizeName, widget.RichTextStyleSubHeading.SizeName:
				s.Style.SizeName = widget.RichTextStyleSubHeading.SizeName
			}
			if s.Style.TextStyle.Monospace {
				s.Style.TextStyle = fyne.TextStyle{Bold: true}
			}
		case *widget.HyperlinkSegment:
			if s.URL != nil && s.URL.Scheme == "help" {
				topic := s.URL.Opaque
				s.OnTapped = func() { v.goTo(topic) }
			}
		case *widget.ParagraphSegment:
			v.dress(s.Texts)
		case *widget.ListSegment:
			v.dress(s.Items)
		}
	}
}

// Links are the topics that a page leads to, Keys the keys that it names.
func (p Page) Links() []string { return between(p.Body, "(help:", ")") }

// Keys are the keys that the page names.
func (p Page) Keys() []widgets.Keys {
	var out []widgets.Keys
	for i, part := range strings.Split(p.Body, "`") {
		if i%2 == 1 {
			out = append(out, widgets.Keys(part))
		}
	}
	return out
}

func between(s, open, end string) []string {
	var out []string
	for _, part := range strings.Split(s, open)[1:] {
		topic, _, _ := strings.Cut(part, end)
		out = append(out, topic)
	}
	return out
}

// titleRow is a line of the list.
type titleRow struct {
	widget.BaseWidget
	label *widgets.Label
}

func newTitleRow() *titleRow {
	r := &titleRow{label: widgets.NewLabel("", theme.Body)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *titleRow) set(title string) { r.label.SetText(title) }

// CreateRenderer is Fyne's.
func (r *titleRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Pad(widgets.HStack(0, widgets.Grow(r.label)), 14, 0))
}
