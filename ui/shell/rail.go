package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/assets"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// rail is the list of places at the left.
type rail struct {
	widget.BaseWidget
	shell  *Shell
	panel  *widgets.Panel
	items  []*railRow
	narrow bool
}

var appIcon = fyne.NewStaticResource("nemawashi.png", assets.AppIcon)

func newRail(s *Shell, name string, items []RailItem) *rail {
	r := &rail{shell: s}
	r.panel = widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Rail, LineRight: true})
	for _, i := range items {
		r.items = append(r.items, newRailRow(s, i))
	}
	r.build(name)
	r.ExtendBaseWidget(r)
	return r
}

func (r *rail) build(name string) {
	var top, foot []fyne.CanvasObject
	for _, i := range r.items {
		if i.item.Foot {
			foot = append(foot, i)
		} else {
			top = append(top, i)
		}
	}
	logo := newLogo(name, r)
	rows := append([]fyne.CanvasObject{logo, widgets.Space(0, 8)}, top...)
	rows = append(rows, widgets.Spacer())
	rows = append(rows, foot...)
	r.panel.SetContent(widgets.PadSides(widgets.VStack(theme.GapSmall, rows...), 12, 8, 12, 8))
}

func (r *rail) setNarrow(narrow bool) {
	if r.narrow == narrow {
		return
	}
	r.narrow = narrow
	r.refresh()
}

func (r *rail) refresh() {
	id := ""
	if len(r.shell.stack) > 0 {
		id = r.shell.stack[0].page.ID()
	}
	for _, i := range r.items {
		i.current, i.narrow = i.item.ID == id, r.narrow
		i.Refresh()
	}
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *rail) CreateRenderer() fyne.WidgetRenderer {
	return &railFrame{r}
}

type railFrame struct{ r *rail }

func (f *railFrame) Destroy()                     {}
func (f *railFrame) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{f.r.panel} }
func (f *railFrame) Layout(s fyne.Size)           { f.r.panel.Resize(s) }
func (f *railFrame) Refresh()                     { f.r.panel.Refresh() }

func (f *railFrame) MinSize() fyne.Size {
	if f.r.narrow {
		return fyne.NewSize(theme.RailNarrow+20*(theme.TextScale()-1), 0)
	}
	return fyne.NewSize(theme.Width(theme.RailWide), 0)
}

// logo is the app's icon and name; it opens the menu of all commands.
type logo struct {
	widgets.Press
	rail  *rail
	image *canvas.Image
	name  *widgets.Label
	back  *widgets.Panel
}

func newLogo(name string, r *rail) *logo {
	l := &logo{rail: r, image: canvas.NewImageFromResource(appIcon), name: widgets.NewLabel(name, theme.SubHeading)}
	l.back = widgets.NewPanel(nil, widgets.PanelStyle{Radius: theme.RadiusEntry})
	l.image.FillMode = canvas.ImageFillContain
	l.Tip = "All commands"
	l.OnTap = func() { r.shell.ShowMenu(l) }
	l.Extend(l)
	return l
}

// CreateRenderer is Fyne's.
func (l *logo) CreateRenderer() fyne.WidgetRenderer { return &logoFrame{l} }

type logoFrame struct{ l *logo }

func (f *logoFrame) Destroy() {}
func (f *logoFrame) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.l.back, f.l.image, f.l.name}
}
func (f *logoFrame) MinSize() fyne.Size { return fyne.NewSize(40, 40+20*(theme.TextScale()-1)) }
func (f *logoFrame) Refresh() {
	st := widgets.PanelStyle{Radius: theme.RadiusEntry}
	if f.l.Hovered() {
		st.Fill = theme.Hover
	}
	if f.l.FocusShown() {
		st.Stroke, st.Width = theme.Accent, theme.StrokeFocus
	}
	f.l.back.SetStyle(st)
	f.Layout(f.l.Size())
	f.l.name.Refresh()
}

func (f *logoFrame) Layout(s fyne.Size) {
	f.l.back.Resize(s)
	const side = 24
	f.l.image.Resize(fyne.NewSquareSize(side))
	x := float32(8)
	if f.l.rail.narrow {
		x = (s.Width - side) / 2
		f.l.name.Hide()
	} else {
		f.l.name.Show()
	}
	f.l.image.Move(fyne.NewPos(x, (s.Height-side)/2))
	f.l.name.Move(fyne.NewPos(40, 0))
	f.l.name.Resize(fyne.NewSize(max(0, s.Width-40), s.Height))
}
