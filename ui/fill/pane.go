package fill

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// pane is at the left: how far one is, aspect by aspect, how long it will take, and who will see the answers.
type pane struct {
	page        *Page
	count, left *widgets.Label
	aspects     []*aspect
	panel       *widgets.Panel
}

type aspect struct {
	id    string
	card  *widgets.Card
	count *widgets.Label
	bars  []*widgets.Panel
}

func newPane(p *Page) *pane {
	n := &pane{page: p, count: widgets.NewLabel("", theme.SubHeading).Keep(), left: widgets.Caption("")}
	rows := []fyne.CanvasObject{widgets.PadSides(widgets.HStack(theme.Gap, n.count, widgets.Spacer(), n.left), 4, 12, 8, 12)}
	for _, a := range p.sheet.Questionnaire.Aspects {
		x := &aspect{id: a.ID, count: widgets.Caption("").Keep()}
		var bars []fyne.CanvasObject
		for range p.sheet.Questionnaire.Of(a.ID) {
			bar := widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Line2, Radius: 3})
			x.bars, bars = append(x.bars, bar), append(bars, widgets.Exactly(bar, 8, 6))
		}
		x.card = widgets.NewCard(widgets.VStack(theme.Gap, widgets.HStack(theme.Gap, widgets.Grow(widgets.NewLabel(a.Title, theme.BodyBold)), x.count), widgets.GridOf(len(bars), 4, bars...)), func() { n.open(x.id) })
		n.aspects, rows = append(n.aspects, x), append(rows, x.card)
	}
	rows = append(rows, widgets.Space(0, theme.PadPage), widgets.NewPanel(widgets.HTop(10, widgets.NewIcon("lock", theme.OK), widgets.Grow(widgets.VStack(0, widgets.NewLabel("Who sees this?", theme.CaptionHd),
		widgets.NewText(WhoSees(p.sheet), theme.Caption).In(theme.Text2)))), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 12, PadY: 12}))
	n.panel = widgets.NewPanel(widgets.NewScroll(widgets.Pad(widgets.VStack(theme.Gap, rows...), theme.PadPage, theme.PadPage)), widgets.PanelStyle{Fill: theme.Rail, LineRight: true})
	return n
}

// WhoSees says plainly who will see what is answered.
func WhoSees(s *assess.Sheet) string {
	if s.By == assess.BySelf {
		return "You and your facilitator. Others see a result of all leaders together."
	}
	return fmt.Sprintf("Your facilitator opens your file and can know that it is yours. After that it is kept without name, time and order: confidential, not anonymous. Others see results of %d people and more, never one person's answers.", s.Least)
}

// open shows the first open statement of an aspect, or its first.
func (n *pane) open(id string) {
	first := -1
	for i, it := range n.page.sheet.Questionnaire.Items {
		if it.Aspect != id {
			continue
		}
		if first < 0 {
			first = i
		}
		if s := n.page.sheet.State(it.ID); s == assess.Unanswered || s == assess.HalfDone {
			first = i
			break
		}
	}
	n.page.turn(first)
}

// minutesEach is how long a statement takes: twenty in ten minutes.
const minutesEach = 0.5

func (n *pane) show() {
	s, p := n.page.sheet, n.page
	total, dealt := len(s.Questionnaire.Items), s.Dealt()
	n.count.SetText(fmt.Sprintf("%d of %d", dealt, total))
	switch left := int(float64(total-dealt)*minutesEach + 0.5); {
	case dealt == total:
		n.left.SetText("all done")
	case left <= 1:
		n.left.SetText("about a minute left")
	default:
		n.left.SetText(fmt.Sprintf("about %d min left", left))
	}
	for _, a := range n.aspects {
		done, here := 0, false
		for i, it := range s.Questionnaire.Of(a.id) {
			st := &a.bars[i].Style
			st.Fill, st.Stroke = theme.Line2, theme.None
			current := p.part == asking && p.item().ID == it.ID
			switch state := s.State(it.ID); {
			case state == assess.Done || state == assess.NotObserved:
				st.Fill = theme.Fill
				done++
			case current:
				st.Fill, st.Stroke = theme.Surface, theme.Accent
			}
			here = here || current
			a.bars[i].Refresh()
		}
		a.count.SetText(fmt.Sprintf("%d of %d", done, len(a.bars)))
		a.card.Select(here)
	}
	n.panel.Refresh()
}

// split puts the pane beside the rest, and away where the rest would become too narrow to read.
type split struct{}

func newSplit(left, center fyne.CanvasObject) *fyne.Container {
	return container.New(split{}, left, center)
}

// narrowest is the least width of the statements at 100 % text.
const narrowest = 620

// MinSize is Fyne's.
func (split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 240) }

// Layout is Fyne's.
func (split) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := theme.Width(264)
	if size.Width-left < theme.Width(narrowest) {
		left = 0
		o[0].Hide()
	} else {
		o[0].Show()
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[1].Move(fyne.NewPos(left, 0))
	o[1].Resize(fyne.NewSize(size.Width-left, size.Height))
}

// newColumn centers what is read, not wider than a form.
func newColumn(o fyne.CanvasObject) *fyne.Container { return container.New(centered{}, o) }

type centered struct{}

func (centered) pads() (x, y float32) {
	return theme.PadDialog, max(theme.Gap, theme.PadDialog-(theme.TextScale()-1)*32)
}

// MinSize is Fyne's.
func (c centered) MinSize(o []fyne.CanvasObject) fyne.Size {
	x, y := c.pads()
	return o[0].MinSize().AddWidthHeight(2*x, 2*y)
}

// Layout is Fyne's.
func (c centered) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, y := c.pads()
	w := min(size.Width-2*x, theme.Width(theme.FormWidest))
	o[0].Move(fyne.NewPos(float32(int((size.Width-w)/2)), y))
	o[0].Resize(fyne.NewSize(w, max(0, size.Height-2*y)))
}
