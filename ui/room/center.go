package room

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// pane is what stands in the middle: a canvas, a board, or notes.
type pane struct {
	id       string // of a canvas or a board
	title    string
	question string
	object   fyne.CanvasObject
	canvas   canvas.Canvas // nil for a board
	shape    string        // of the canvas
	board    Board         // nil for a canvas
	link     func()        // opens a page of its own instead
	fills    bool          // scrolls by itself
}

// center is the middle of the room: the head of the step and its canvases, one of them in front.
type center struct {
	room  *Room
	panel *widgets.Panel

	title, question *widgets.Label
	counts          *fyne.Container
	numbers         [2]*widgets.Label
	undo, main      *widgets.Button
	guide           *widgets.Button
	tabs            *widgets.Segmented
	groups          *widgets.Segmented // the groups of a step that is split
	parts           *widgets.Flex      // groups in the row, hidden for a step that is not
	head            *fyne.Container
	body            *fyne.Container

	panes  []pane
	at     int
	active bool
	made   map[string]Board
}

func newCenter(r *Room) *center {
	c := &center{room: r, title: widgets.NewLabel("", theme.PageTitle), question: widgets.NewLabel("", theme.Body).In(theme.Text2), made: map[string]Board{}}
	c.numbers = [2]*widgets.Label{widgets.NewLabel("", theme.BodyBold).Right().Keep(), widgets.Caption("").Right().Keep()}
	c.counts = widgets.VStack(0, c.numbers[0], c.numbers[1])
	c.undo = widgets.NewIconButton("undo", "Undo (Ctrl+Z)", r.undo)
	c.guide = widgets.NewIconButton("book", "Show the guide (Ctrl+G)", r.guideToggle)
	c.main = widgets.NewPrimary("Start", "play", r.main)
	c.tabs = widgets.NewSegmented(nil, 0, func(i int) { c.to(i) })
	c.groups = widgets.NewSegmented(nil, 0, func(i int) { r.toGroup(i) })
	c.parts = widgets.Grow(c.groups)
	c.head = widgets.HStack(theme.PadPage, widgets.Grow(widgets.VStack(0, c.title, c.question)), c.counts, widgets.HStack(theme.Gap, c.guide, c.undo, c.main))
	c.body = widgets.Over()
	c.panel = widgets.NewPanel(widgets.VStack(theme.Gap, c.head, widgets.HStack(theme.PadPage, c.tabs, c.parts), widgets.Grow(c.body)), widgets.PanelStyle{Fill: theme.Bg, PadX: theme.PadPage, PadY: 7})
	return c
}

func (r *Room) guideToggle() { r.guide.toggle() }

// open makes the panes of the step in hand, or of the board in front.
func (c *center) open() {
	c.panes, c.at = nil, 0
	if b := c.room.boardEntry(c.room.board); c.room.board != "" && b != nil {
		c.panes = []pane{c.boardPane(b)}
	} else if s := c.room.current(); s != nil {
		c.panes = c.stepPanes(s)
	}
	var titles []string
	for _, p := range c.panes {
		titles = append(titles, p.title)
	}
	c.tabs.Options, c.tabs.Selected = titles, 0
	toggle(c.tabs, len(titles) > 1)
	c.tabs.Refresh()
	c.openGroups()
	c.show()
	c.refresh()
}

// stepPanes are the canvases of a step and the board that it works on. A step that has neither gets its notes.
func (c *center) stepPanes(s *workshop.Step) []pane {
	var out []pane
	t := c.room.agenda.source(s)
	if t != nil {
		for _, id := range t.Canvases {
			if def, ok := c.room.agenda.canvas(id); ok {
				out = append(out, c.canvasPane(def))
			}
		}
		if b := c.room.boardEntry(t.Board); t.Board != "" && b != nil {
			p := c.boardPane(b)
			if led, ok := p.board.(*boards.Board); ok && s.Day > 0 {
				led.InRoom()
			}
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		out = []pane{c.notesPane(s)}
	}
	return out
}

func (c *center) canvasPane(def template.Canvas) pane {
	v := canvas.New(def, c.room.desk())
	p := pane{id: def.ID, title: def.Title, question: def.Question, canvas: v, shape: def.Shape, object: v, fills: v.Fixed()}
	return p
}

func (c *center) boardPane(b *BoardEntry) pane {
	if b.Open != nil {
		return pane{id: b.ID, title: b.Title, link: b.Open, fills: true, object: widgets.NewEmptyState(widgets.EmptyState{Icon: b.Icon, Title: "This step works on the " + lower(b.Title),
			Text: "It opens as a page of its own; Esc brings you back to the step.", Button: "Open the " + lower(b.Title), OnTap: b.Open})}
	}
	board := c.made[b.ID]
	if board == nil {
		board = b.Make()
		c.made[b.ID] = board
	}
	return pane{id: b.ID, title: b.Title, board: board, object: board.Content(), fills: true}
}

func (c *center) notesPane(s *workshop.Step) pane {
	e := widgets.NewTextArea("What was said, decided, promised", 6)
	e.Tall = true
	n := newStepNotes(c.room, e)
	n.open(s)
	return pane{title: "Notes", object: e, board: n, fills: true}
}

// show puts the pane in front into the middle.
func (c *center) show() {
	c.body.Objects = nil
	if len(c.panes) == 0 {
		c.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(widgets.EmptyState{Icon: "list", Title: "No steps yet",
			Text: "This workshop follows no template. The boards at the left are ready to be filled."})}
	} else if p := c.panes[c.at]; p.fills {
		c.body.Objects = []fyne.CanvasObject{p.object}
	} else {
		c.body.Objects = []fyne.CanvasObject{widgets.NewScroll(widgets.Limit(widgets.PadSides(p.object, 2, 12, 16, 2), theme.FormWidest))}
	}
	c.body.Refresh()
}

// to brings another pane to the front.
func (c *center) to(i int) {
	if i < 0 || i >= len(c.panes) || i == c.at {
		return
	}
	was := c.active
	c.hidden()
	c.at = i
	c.tabs.Set(i)
	c.show()
	if was {
		c.shown()
		c.focus()
	}
	c.refresh()
	c.room.moved()
	c.room.config.Frame.RefreshHints()
}

// inFront is the template of the canvas in front, nil where there is none.
func (c *center) inFront() *template.Canvas {
	if p := c.pane(); p.canvas != nil {
		if def, ok := c.room.agenda.canvas(p.id); ok {
			return &def
		}
	}
	return nil
}

func (c *center) several() bool { return len(c.panes) > 1 }

func (c *center) turn(by int) {
	if n := len(c.panes); n > 1 {
		c.to((c.at + by + n) % n)
	}
}

func (c *center) pane() pane {
	if c.at < len(c.panes) {
		return c.panes[c.at]
	}
	return pane{}
}

// topic is what help has a page on: the board in front, or the shape of the canvas.
func (c *center) topic() string {
	switch p := c.pane(); {
	case c.room.board != "":
		return c.room.board
	case p.canvas != nil:
		return p.shape
	}
	return "step"
}

// board is the board in front, nil while a canvas is.
func (c *center) board() Board { return c.pane().board }

func (c *center) shown() {
	if c.active {
		return
	}
	c.active = true
	switch p := c.pane(); {
	case p.canvas != nil:
		p.canvas.Shown()
	case p.board != nil:
		p.board.Shown()
	}
	c.counted()
}

func (c *center) hidden() {
	if !c.active {
		return
	}
	c.active = false
	switch p := c.pane(); {
	case p.canvas != nil:
		p.canvas.Hidden()
	case p.board != nil:
		p.board.Hidden()
	}
}

func (c *center) focus() {
	switch p := c.pane(); {
	case p.canvas != nil:
		p.canvas.Focus()
	case p.board != nil:
		p.board.FocusFirst()
	}
}

func (c *center) goColumn(i int) {
	if p := c.pane(); p.canvas != nil {
		p.canvas.Go(i)
	}
}

func (c *center) acts() bool { return c.pane().canvas != nil }

func (c *center) makeAction() {
	if p := c.pane(); p.canvas != nil {
		p.canvas.MakeAction()
	}
}

// voter is the canvas in front, nil where nobody votes.
func (c *center) voter() canvas.Voter {
	v, _ := c.pane().canvas.(canvas.Voter)
	return v
}

// mover is the canvas in front, nil where a card cannot go elsewhere.
func (c *center) mover() canvas.Mover {
	m, _ := c.pane().canvas.(canvas.Mover)
	return m
}

// reveal brings a card to the front that was found; false when no canvas here has it.
func (c *center) reveal(card workshop.ID, on string) bool {
	for i, p := range c.panes {
		if p.canvas != nil && p.id == on {
			c.to(i)
			return p.canvas.Reveal(card)
		}
	}
	return false
}

func (c *center) key(ev *fyne.KeyEvent) bool {
	p := c.pane()
	if p.canvas != nil {
		return p.canvas.Key(ev)
	}
	taker, ok := p.board.(interface{ TypedKey(*fyne.KeyEvent) bool })
	return ok && taker.TypedKey(ev)
}

func (c *center) letter(r rune) bool {
	taker, ok := c.pane().board.(interface{ TypedRune(rune) bool })
	return ok && taker.TypedRune(r)
}

func (c *center) hints() []widgets.Hint {
	p := c.pane()
	if p.canvas != nil {
		return p.canvas.Hints()
	}
	if h, ok := p.board.(interface{ Hints() []widgets.Hint }); ok {
		return h.Hints()
	}
	return nil
}
