package resistance

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// listRow shows one stakeholder: the ring of priority, who it is, from where to where, what the priority is made of and what wants
// attention. A heading has the row to itself.
type listRow struct {
	widget.BaseWidget
	ring              *widgets.Ring
	name, size, parts *widgets.Label
	kind, arrow       *widgets.Icon
	now, needed       *widgets.SupportChip
	pill              *widgets.Pill
	heading           *widgets.Label
	body, head        *fyne.Container
}

func newListRow() *listRow {
	r := &listRow{ring: widgets.NewPriorityRing(0), name: widgets.NewLabel("", theme.BodyBold), size: widgets.Caption("").Keep(), parts: widgets.Caption("").Keep(),
		kind: widgets.NewIconSized("user", theme.Text3, 12), arrow: widgets.NewIconSized("right", theme.Text3, 10), now: widgets.NewSupportChip(0), needed: widgets.NewSupportChip(0),
		pill: widgets.NewPill("", widgets.Neutral), heading: widgets.NewLabel("", theme.CaptionHd).In(theme.Text2)}
	lines := widgets.VStack(2,
		widgets.Tall(widgets.HStack(4, r.name, r.kind, r.size, widgets.Spacer(), r.now, r.arrow, r.needed), 20),
		widgets.Tall(widgets.HStack(6, r.parts, widgets.Spacer(), r.pill), 20))
	r.body = widgets.Pad(widgets.HStack(10, r.ring, widgets.Grow(lines)), 12, 0)
	r.head = widgets.PadSides(widgets.VStack(0, widgets.Spacer(), r.heading), 0, 12, 8, 12)
	r.ExtendBaseWidget(r)
	return r
}

func rowHeight() float32 { return theme.Scaled(44) + 12 }

// title makes the row a heading.
func (r *listRow) title(text string) {
	r.heading.Text = text
	r.head.Show()
	r.body.Hide()
	r.Refresh()
}

// set shows somebody.
func (r *listRow) set(m *model, s *stake) {
	r.head.Hide()
	r.body.Show()
	e := s.entry
	r.ring.SetPriority(e.Priority)
	r.name.Text = m.label(s)
	r.kind.Name, r.size.Text = "user", ""
	if s.group() {
		r.kind.Name = "people"
		if s.now.Size > 0 {
			r.size.Text = strconv.Itoa(s.now.Size)
		}
	}
	show(r.size, r.size.Text != "")
	r.parts.Text = "no rating"
	if e.Rated {
		r.parts.Text = parts(e)
	}
	show(r.now, e.Now != nil)
	show(r.needed, e.Needed != nil)
	show(r.arrow, e.Needed != nil)
	if e.Now != nil {
		r.now.Rating = *e.Now
	}
	if e.Needed != nil {
		r.needed.Rating = *e.Needed
	}
	large := theme.TextScale() > 1.2
	if large || m.names() { // names are longer than code names
		r.arrow.Hide()
	}
	show(r.kind, s.group() || !m.names())
	all := marks(e, m.day())
	show(r.pill, len(all) > 0)
	if len(all) > 0 {
		r.pill.Text, r.pill.Icon, r.pill.Tone = all[0].text, all[0].icon, all[0].tone
		if large && all[0].short != "" {
			r.pill.Text = all[0].short
		}
		if len(all) > 1 {
			r.pill.Text += more(len(all)-1, large || len(r.pill.Text) > shortMark)
		}
	}
	r.Refresh()
}

// shortMark is how many letters a mark has at most when the number of the others is said in words behind it.
const shortMark = 12

// more says how many other marks there are; where there is little room, by the number alone.
func more(n int, narrow bool) string {
	if narrow {
		return " +" + strconv.Itoa(n)
	}
	return ", " + strconv.Itoa(n) + " more"
}

// CreateRenderer is Fyne's.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	all := []fyne.CanvasObject{r.head, r.body}
	return &drawn{objects: func() []fyne.CanvasObject { return all }, size: r.Size, paint: func() {},
		min: func() fyne.Size { return fyne.NewSize(0, rowHeight()) },
		layout: func(s fyne.Size) {
			for _, o := range all {
				o.Resize(s)
			}
			r.body.Refresh()
		}}
}
