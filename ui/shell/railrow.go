package shell

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// railRow is one place in the rail.
type railRow struct {
	widgets.Press
	shell           *Shell
	item            RailItem
	current, narrow bool
	back            *widgets.Panel
	icon            *widgets.Icon
	label           *widgets.Label
	badge           *widgets.Badge
	caps            *widgets.KeyCaps
}

func newRailRow(s *Shell, item RailItem) *railRow {
	r := &railRow{shell: s, item: item, icon: widgets.NewIcon(item.Icon, theme.Text2), label: widgets.NewLabel(item.Label, theme.Body),
		badge: widgets.NewBadge(0, item.BadgeTone), caps: widgets.NewKeyCaps(item.Key)}
	r.back = widgets.NewPanel(nil, widgets.PanelStyle{Radius: theme.RadiusEntry})
	r.OnTap = item.Run
	r.Extend(r)
	return r
}

// AccessibilityLabel is the place's name.
func (r *railRow) AccessibilityLabel() string { return r.item.Label }

// CreateRenderer is Fyne's.
func (r *railRow) CreateRenderer() fyne.WidgetRenderer {
	f := &railRowFrame{r}
	f.paint()
	return f
}

type railRowFrame struct{ r *railRow }

func (f *railRowFrame) Destroy() {}

func (f *railRowFrame) Objects() []fyne.CanvasObject {
	r := f.r
	return []fyne.CanvasObject{r.back, r.icon, r.label, r.caps, r.badge}
}

func (f *railRowFrame) MinSize() fyne.Size { return fyne.NewSize(40, theme.Height(theme.Row)) }

func (f *railRowFrame) Refresh() {
	f.paint()
	f.Layout(f.r.Size())
	for _, o := range f.Objects() {
		o.Refresh()
	}
}

func (f *railRowFrame) paint() {
	r := f.r
	st := widgets.PanelStyle{Radius: theme.RadiusEntry}
	ink, style := theme.Text2, theme.Body
	if r.current {
		st.Fill, st.Shadow = theme.Surface, true
		ink, style = theme.Accent, theme.BodyBold
	} else if r.Hovered() {
		st.Fill = theme.Hover
	}
	if r.FocusShown() {
		st.Stroke, st.Width = theme.Accent, theme.StrokeFocus
	}
	r.back.Style = st
	r.icon.Name, r.icon.Token = r.item.Icon, ink
	r.label.Token, r.label.Style = ink, style
	if r.item.Badge != nil {
		r.badge.Count = r.item.Badge()
	}
	r.badge.Solid = r.narrow
	r.Tip = ""
	if r.narrow {
		r.Tip = r.item.Label
	}
}

func (f *railRowFrame) Layout(s fyne.Size) {
	r := f.r
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.back, 0, 0, s.Width, s.Height)
	side := r.icon.MinSize()
	if r.narrow {
		x := (s.Width - side.Width) / 2
		put(r.icon, x, (s.Height-side.Height)/2, side.Width, side.Height)
		b := r.badge.MinSize()
		put(r.badge, min(x+side.Width-6, s.Width-b.Width), (s.Height-side.Height)/2-8, b.Width, b.Height)
		r.label.Hide()
		r.caps.Hide()
		return
	}
	put(r.icon, 14, (s.Height-side.Height)/2, side.Width, side.Height)
	right := s.Width - 12
	if r.badge.Count > 0 {
		b := r.badge.MinSize()
		right -= b.Width
		put(r.badge, right, (s.Height-b.Height)/2, b.Width, b.Height)
		right -= theme.Gap
	}
	r.caps.Hide()
	left := 14 + side.Width + 12
	if m := r.caps.MinSize(); r.item.Key != "" && left+r.label.Wide()+theme.Gap+m.Width <= right {
		right -= m.Width
		r.caps.Show()
		put(r.caps, right, (s.Height-m.Height)/2, m.Width, m.Height)
		right -= theme.Gap
	}
	r.label.Show()
	put(r.label, left, 0, max(0, right-left), s.Height)
}
