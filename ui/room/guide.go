package room

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// guidePane is the facilitator's guide at the right: what the step is for, what to say and do, what should have come out, notes, and what
// comes next.
type guidePane struct {
	room   *Room
	panel  *widgets.Panel
	scroll *widgets.Scroll
	box    *fyne.Container
	wish   *bool // the user's own wish; nil: open where there is room
	open_  bool

	made    string // the words that the sections were made of
	outputs []*widgets.Check
	words   []string
	count   *widgets.Label
	entry   *widgets.Entry
	notes   *stepNotes
	next    *fyne.Container
	after   *widgets.Label
	minutes *widgets.Label
}

func newGuidePane(r *Room) *guidePane {
	g := &guidePane{room: r, box: widgets.VStack(theme.PadCard), count: widgets.Caption("").Keep()}
	g.scroll = widgets.NewScroll(widgets.PadSides(g.box, 12, theme.PadPage, 12, theme.PadPage))
	g.entry = widgets.NewTextArea("What was said, decided, promised", 3)
	g.notes = newStepNotes(r, g.entry)
	title := widgets.HStack(theme.Gap, widgets.NewIcon("book", theme.Accent), widgets.Grow(widgets.NewLabel("Facilitator guide", theme.CardTitle)),
		widgets.NewQuietIcon("sideclose", "Fold the guide (Ctrl+G)", g.toggle))
	g.minutes, g.after = widgets.Caption(""), widgets.NewLabel("", theme.BodyBold)
	arrow := widgets.NewIconButton("next", "Next step (Ctrl+PgDn)", func() { r.NextStep(1) })
	g.next = widgets.VStack(0, widgets.Pad(widgets.NewDivider(), theme.PadPage, 0),
		widgets.Pad(widgets.HStack(theme.Gap, widgets.Grow(widgets.VStack(0, g.minutes, g.after)), arrow), theme.PadPage, 8))
	g.panel = widgets.NewPanel(widgets.VStack(0, widgets.Pad(widgets.Tall(title, 48), theme.PadPage, 0), widgets.Pad(widgets.NewDivider(), theme.PadPage, 0),
		widgets.Grow(g.scroll), g.next), widgets.PanelStyle{Fill: theme.Surface, LineLeft: true})
	return g
}

// fits says whether the guide is to be open: as the user wishes, else where there is room. A board has no guide.
func (g *guidePane) fits(roomy bool) bool {
	g.open_ = roomy
	if g.wish != nil {
		g.open_ = *g.wish
	}
	g.open_ = g.open_ && g.room.board == "" && g.room.step != ""
	return g.open_
}

func (g *guidePane) toggle() {
	wish := !g.open_
	g.wish = &wish
	g.room.body.Refresh()
}

// writeNotes opens the guide and puts the keyboard into the notes.
func (g *guidePane) writeNotes() {
	if !g.open_ {
		g.toggle()
	}
	g.scroll.Reveal(g.entry)
	g.entry.Focus()
}

// leave keeps what is being typed.
func (g *guidePane) leave() { g.room.config.Session.EndTyping() }

// open shows another step from its beginning.
func (g *guidePane) open() {
	g.scroll.ScrollToTop()
	g.refresh()
}

// refresh shows the guide of the step in hand. Sections are made anew only when their words have changed.
func (g *guidePane) refresh() {
	s := g.room.current()
	if s == nil {
		return
	}
	words := g.room.agenda.guide(s)
	if made := fmt.Sprint(s.ID, words); made != g.made {
		g.made = made
		g.sections(words)
	}
	done := 0
	for i, c := range g.outputs {
		on := slices.Contains(s.OutputsDone, g.words[i])
		c.Set(on)
		if on {
			done++
		}
	}
	g.count.SetText(fmt.Sprintf("%d of %d", done, len(g.outputs)))
	g.notes.open(s)
	g.upcoming(s)
}

func (g *guidePane) upcoming(s *workshop.Step) {
	next := g.room.agenda.beside(s.ID, 1)
	toggle(g.next, next != nil)
	if next == nil {
		return
	}
	words := "Next"
	if next.Minutes > 0 {
		words += fmt.Sprintf(", %d min", next.Minutes)
	}
	g.minutes.SetText(words)
	g.after.SetText(next.Title)
}

func (g *guidePane) sections(words guide) {
	var rows []fyne.CanvasObject
	section := func(title string, right fyne.CanvasObject, content ...fyne.CanvasObject) {
		if len(rows) > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		head := widgets.SectionHeading(title)
		if right != nil {
			head = widgets.SectionHeading(title, right)
		}
		rows = append(rows, widgets.VStack(theme.Gap, append([]fyne.CanvasObject{head}, content...)...))
	}
	if words.purpose != "" {
		section("Purpose", nil, widgets.NewText(words.purpose, theme.Body))
	}
	if len(words.say) > 0 {
		var said []fyne.CanvasObject
		for _, s := range words.say {
			said = append(said, widgets.NewPanel(widgets.NewText(s, theme.Body), widgets.PanelStyle{Fill: theme.Tint, Bar: theme.Accent, PadX: 14, PadY: 8}))
		}
		section("Say", nil, said...)
	}
	if len(words.do) > 0 {
		var lines []fyne.CanvasObject
		for i, d := range words.do {
			lines = append(lines, widgets.HTop(theme.Gap, widgets.Wide(widgets.NewLabel(strconv.Itoa(i+1), theme.BodyBold).In(theme.Text2), 12), widgets.Grow(widgets.NewText(d, theme.Body))))
		}
		section("Do", nil, widgets.VStack(theme.GapSmall, lines...))
	}
	g.outputs, g.words = nil, words.outputs
	if len(words.outputs) > 0 {
		var checks []fyne.CanvasObject
		for _, o := range words.outputs {
			c := widgets.NewCheck("", false, func(on bool) { g.room.tick(o, on) })
			g.outputs = append(g.outputs, c)
			checks = append(checks, widgets.HTop(theme.Gap, c, widgets.Grow(widgets.PadSides(widgets.NewText(o, theme.Body), 2, 0, 0, 0))))
		}
		section("Outputs", g.count, widgets.VStack(0, checks...))
	}
	section("Notes", nil, g.entry)
	g.box.Objects = rows
	g.scroll.Refresh()
}
