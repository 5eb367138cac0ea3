package templates

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// outline is the template at the left: the whole, its steps by phase, its
// canvases.
type outline struct {
	editor *Editor
	panel  *widgets.Panel
	list   *widgets.List
	lines  []line

	dragged part // what is being dragged, none most of the time
	gap     int  // where it would go, -1 for nowhere
}

// line is one row of the outline; a heading has no part. Steps and the headings above them know their phase.
type line struct {
	part
	phase           int
	canvases        bool // the heading above the canvases
	icon, text, end string
	bad             bool
}

func newOutline(e *Editor) *outline {
	o := &outline{editor: e, gap: -1}
	o.list = widgets.NewList(widgets.ListOptions{
		Length:   func() int { return len(o.lines) },
		Create:   func() fyne.CanvasObject { return newLineRow(o) },
		Update:   func(i int, row fyne.CanvasObject) { row.(*lineRow).set(o.lines[i]) },
		Skip:     func(i int) bool { return o.lines[i].kind == "" },
		OnCursor: func(i int) { e.open(o.lines[i].part) },
		OnOpen: func(int) {
			if e.first != nil {
				e.desk.Shell.Window().Canvas().Focus(e.first)
			}
		},
		Lines: true,
	})
	add := func(words, icon, tip string, tap func()) fyne.CanvasObject {
		return widgets.NewButtonKind(widgets.Secondary, words, icon, tap).Sized(theme.ButtonSmall).WithTip(tip)
	}
	var insert *widgets.Button
	insert = widgets.NewButtonKind(widgets.Secondary, "From a template", "template", func() { e.insertStep(insert) }).Sized(theme.ButtonSmall).WithTip("Insert a step from another template (Ctrl+I)")
	buttons := widgets.Flow(6, add("Step", "plus", "New step (Ctrl+Shift+N)", e.addStep), add("Break", "pause", "New break (Ctrl+Shift+B)", e.addBreak),
		insert, add("Canvas", "board", "New canvas (Ctrl+Shift+C)", e.addCanvas))
	o.panel = widgets.NewPanel(widgets.VStack(0, widgets.Grow(o.list), widgets.NewPanel(widgets.Pad(buttons, 10, 10), widgets.PanelStyle{LineTop: true})),
		widgets.PanelStyle{Fill: theme.Rail, LineRight: true})
	return o
}

// refresh shows the template as it is, with the part in hand marked.
func (o *outline) refresh() {
	t := o.editor.draft.now
	bad := map[part]bool{}
	for _, p := range o.editor.problems {
		bad[whereOf(p)] = true
	}
	mark := func(l line) line {
		l.bad = bad[l.part]
		return l
	}
	o.lines = []line{mark(line{part: part{kind: partAbout}, icon: icon(t), text: "About the template"}),
		{part: part{kind: partCoverage}, icon: "check", text: "Covered and missing", end: count(len(o.editor.problems))}}
	for i, p := range t.Phases {
		o.lines = append(o.lines, line{phase: i, text: p.Title, end: duration(p.Minutes())})
		for _, s := range p.Steps {
			sign := "list"
			if s.Break {
				sign = "pause"
			}
			o.lines = append(o.lines, mark(line{part: part{partStep, s.ID}, phase: i, icon: sign, text: s.Title, end: count(s.Minutes)}))
		}
	}
	if len(t.Canvases) > 0 {
		o.lines = append(o.lines, line{canvases: true, text: "Canvases"})
	}
	for _, c := range t.Canvases {
		o.lines = append(o.lines, mark(line{part: part{partCanvas, c.ID}, icon: shapeIcons[c.Shape], text: c.Title}))
	}
	for i, l := range o.lines {
		if l.part == o.editor.at && o.list.Cursor() != i {
			o.list.SetCursor(i)
		}
	}
	o.list.Refresh()
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// shapeIcons tell the shapes of canvases apart.
var shapeIcons = map[string]string{"columns": "board", "table": "list", "form": "file", "field": "target", "tree": "tree"}

// lineRow shows one line.
type lineRow struct {
	widget.BaseWidget
	outline     *outline
	part        part // what it shows
	icon, alert *widgets.Icon
	text, end   *widgets.Label
	head        *widgets.Label
	headEnd     *widgets.Label
	body, top   *fyne.Container
}

func newLineRow(o *outline) *lineRow {
	r := &lineRow{outline: o, icon: widgets.NewIcon("list", theme.Text2), alert: widgets.NewIconSized("alert", theme.Warn, 14), text: widgets.NewLabel("", theme.Body), end: widgets.Caption("").Keep(),
		head: widgets.NewLabel("", theme.CaptionHd).In(theme.Text2), headEnd: widgets.Caption("").Keep()}
	r.body = widgets.Pad(widgets.HStack(theme.Gap, r.icon, widgets.Grow(r.text), r.alert, r.end), 14, 0)
	r.top = widgets.Pad(widgets.HStack(theme.Gap, widgets.Grow(r.head), r.headEnd), 14, 0)
	r.ExtendBaseWidget(r)
	return r
}

func (r *lineRow) set(l line) {
	r.part = l.part
	if l.kind == "" {
		r.head.Text, r.headEnd.Text = l.text, l.end
		r.body.Hide()
		r.top.Show()
		r.Refresh()
		return
	}
	r.icon.Set(l.icon, theme.Text2)
	r.text.Text, r.end.Text = l.text, l.end
	if r.text.Text == "" {
		r.text.Text = "Without a title"
	}
	if l.bad {
		r.alert.Show()
	} else {
		r.alert.Hide()
	}
	r.top.Hide()
	r.body.Show()
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *lineRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Over(r.body, r.top))
}
