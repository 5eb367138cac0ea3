package room

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
)

// stepList is the agenda at the left, and below it the boards.
type stepList struct {
	room   *Room
	panel  *widgets.Panel
	scroll *widgets.Scroll
	box    *fyne.Container
	strip  *fyne.Container // what stands for the list while it is folded
	wish   *bool           // the user's own wish; nil: folded where there is no room
	folded bool

	shape   string // which steps in which phases the rows were made for
	open    map[string]bool
	current string // the phase in hand
	phases  map[string]*row
	steps   map[workshop.ID]*row
	boards  map[string]*row
	gates   *gateList
	drop    *dropMark
}

func newStepList(r *Room) *stepList {
	l := &stepList{room: r, open: map[string]bool{}, box: widgets.VStack(0)}
	l.drop = newDropMark()
	l.gates = newGateList(l)
	l.scroll = widgets.NewScroll(widgets.Pad(widgets.Over(l.box, l.drop.layer), 8, 8))
	l.strip = l.icons()
	l.panel = widgets.NewPanel(widgets.Over(l.scroll, l.strip), widgets.PanelStyle{Fill: theme.Rail, LineRight: true})
	l.refresh()
	for _, b := range r.config.Boards {
		l.counted(b.Kind)
	}
	return l
}

func key(p *phase) string { return p.id + "/" + strconv.Itoa(p.day) }

// refresh shows the agenda as it is. Rows are made anew only when steps have come, gone or moved, or a phase was folded.
func (l *stepList) refresh() {
	a := l.room.agenda
	shape := ""
	for i := range a.phases {
		p := &a.phases[i]
		shape += key(p) + strconv.FormatBool(l.open[key(p)]) + ":"
		for _, s := range p.steps {
			shape += string(s.ID) + ","
		}
	}
	if shape != l.shape || l.phases == nil {
		l.shape = shape
		l.build()
	}
	if l.gates.refresh(a.charter) {
		l.scroll.Refresh()
	}
	words := false
	for i := range a.phases {
		p := &a.phases[i]
		words = l.phases[key(p)].set(p.title, p.words(), theme.Text) || words
		for _, s := range p.steps {
			words = l.show(s) || words
		}
	}
	if words {
		l.scroll.Refresh()
	}
}

// show shows a step as it is; it says whether its line may have come to another height.
func (l *stepList) show(s *workshop.Step) bool {
	r := l.steps[s.ID]
	if r == nil {
		return false
	}
	token, state := theme.Text2, widgets.StepToDo
	switch s.Status {
	case workshop.StepRunning:
		state, token = widgets.StepNow, theme.Text
	case workshop.StepDone:
		state = widgets.StepDone
	case workshop.StepSkipped:
		state, token = widgets.StepSkipped, theme.Text3
	}
	if s.Break && token == theme.Text2 {
		token = theme.Text3
	}
	if r.dot.State != state {
		r.dot.Set(state)
	}
	return r.set(s.Title, l.end(s), token)
}

// end is what stands behind a step: its minutes, and once its day has begun, or a late day has moved it to another, when it will be.
func (l *stepList) end(s *workshop.Step) string {
	minutes := ""
	if given := int(plan.Given(s).Minutes()); given > 0 {
		minutes = strconv.Itoa(given)
	}
	slot := l.room.times.Slot(s.ID)
	if slot == nil || slot.Held.Zero() || slot.Real || slot.Step.Status != workshop.StepTodo {
		return minutes
	}
	if slot.Day != s.Day {
		return strings.TrimSpace(slot.Held.From.Format("Mon 15:04") + "  " + minutes)
	}
	if day := l.room.times.Day(slot.Day); day == nil || !day.Begun {
		return minutes
	}
	return strings.TrimSpace(slot.Held.From.Format("15:04") + "  " + minutes)
}

// retimed shows times that have moved; lines that say the same are not drawn.
func (l *stepList) retimed() {
	words := false
	for _, s := range l.room.agenda.steps {
		if r := l.steps[s.ID]; r != nil && r.end.Text != l.end(s) {
			words = l.show(s) || words
		}
	}
	if words {
		l.scroll.Refresh()
	}
}

func (l *stepList) build() {
	l.phases, l.steps = map[string]*row{}, map[workshop.ID]*row{}
	boards := l.boards
	l.boards = map[string]*row{}
	var rows []fyne.CanvasObject
	for i := range l.room.agenda.phases {
		p := &l.room.agenda.phases[i]
		id := key(p)
		head := newRow(foldIcon(l.open[id]), false, func() { l.fold(id) })
		head.bold, head.panel.Style.PadX = true, 6
		l.phases[id] = head
		rows = append(rows, head)
		if !l.open[id] {
			continue
		}
		for _, s := range p.steps {
			step := newRow("", true, func() { l.room.GoToStep(s.ID) })
			l.walks(step)
			l.drags(step, s.ID)
			l.steps[s.ID] = step
			rows = append(rows, step)
		}
	}
	rows = append(rows, widgets.Pad(widgets.NewDivider(), 8, 8))
	var lines []fyne.CanvasObject
	for _, b := range l.room.config.Boards {
		line := boards[b.ID]
		if line == nil {
			line = newRow(b.Icon, false, func() { l.room.GoToBoard(b.ID) })
			l.walks(line)
			line.set(b.Title, "", theme.Text2)
			if b.Mark != "" {
				line.marked(b.Mark, theme.Text2)
			}
		}
		l.boards[b.ID] = line
		if b.ID == "gates" { // what the result rests on stands above what is worked on
			rows = append(rows, line, l.gates.whole, widgets.Pad(widgets.NewDivider(), 8, 8))
			continue
		}
		lines = append(lines, line)
	}
	rows = append(rows, widgets.Pad(widgets.NewLabel("Boards", theme.CaptionHd).In(theme.Text2), 8, 8))
	l.box.Objects = append(rows, lines...)
	l.mark()
	l.scroll.Refresh()
}

func foldIcon(open bool) string {
	if open {
		return "down"
	}
	return "right"
}

// walks lets Up and Down go from line to line.
func (l *stepList) walks(r *row) {
	r.OnKey = func(ev *fyne.KeyEvent) bool {
		c := fyne.CurrentApp().Driver().CanvasForObject(r)
		switch {
		case c == nil:
		case ev.Name == fyne.KeyDown:
			c.FocusNext()
			return true
		case ev.Name == fyne.KeyUp:
			c.FocusPrevious()
			return true
		}
		return false
	}
}

// fold opens or closes a phase.
func (l *stepList) fold(id string) {
	l.open[id] = !l.open[id]
	l.refresh()
}

// mark shows which step or board is in the middle, and opens its phase.
func (l *stepList) mark() {
	if p := l.room.agenda.phaseOf(l.room.step); p != nil && key(p) != l.current {
		l.current = key(p)
		l.open = map[string]bool{l.current: true} // the others fold
		l.refresh()
		return
	}
	for id, r := range l.steps {
		on := l.room.board == "" && id == l.room.step
		r.choose(on)
		if on && l.room.shown {
			l.scroll.Reveal(r)
		}
	}
	for id, r := range l.boards {
		r.choose(id == l.room.board)
	}
}

// counted shows the counts of the boards that such a record is on.
func (l *stepList) counted(k workshop.Kind) {
	for _, b := range l.room.config.Boards {
		r := l.boards[b.ID]
		if b.Kind != k || b.Count == nil || r == nil {
			continue
		}
		words := ""
		l.room.config.Session.Read(func(w *workshop.Workshop) { words = b.Count(w) })
		if words == doneMark {
			r.set(b.Title, "", theme.Text2)
			r.marked("check", theme.OK)
			continue
		}
		if r.mark.Visible() && b.Mark == "" {
			r.marked("", theme.OK)
		}
		r.set(b.Title, words, theme.Text2)
	}
}

// doneMark as a count shows a tick: nothing is missing.
const doneMark = "✓"

// icons are the folded list: a way to open it, and the boards.
func (l *stepList) icons() *fyne.Container {
	parts := []fyne.CanvasObject{widgets.NewQuietIcon("list", "Show the steps (Ctrl+B)", l.toggle), widgets.Pad(widgets.NewDivider(), 4, 4)}
	for _, b := range l.room.config.Boards {
		parts = append(parts, widgets.NewQuietIcon(b.Icon, b.Title, func() { l.room.GoToBoard(b.ID) }))
		if b.ID == "gates" {
			parts = append(parts, widgets.HStack(0, widgets.Spacer(), l.gates.short, widgets.Spacer()))
		}
	}
	return widgets.Pad(widgets.VStack(theme.GapSmall, parts...), 11, 10)
}

// width is how much room the list takes: it folds to its icons where the middle would get too narrow.
func (l *stepList) width(roomy bool) float32 {
	l.folded = !roomy
	if l.wish != nil {
		l.folded = !*l.wish
	}
	toggle(l.scroll, !l.folded)
	toggle(l.strip, l.folded)
	if l.folded {
		return theme.Height(theme.ButtonPlain) + 23
	}
	return theme.Width(theme.StepList)
}

// toggle folds the list, or shows it again.
func (l *stepList) toggle() {
	wish := l.folded
	l.wish = &wish
	l.room.body.Refresh()
}
