package actions

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/figure"
)

// pick shows the actions by effort and impact: the PICK chart of the canvases, drawn by the same figure. Actions that nobody has rated wait in
// a row below it.
type pick struct {
	board   *Board
	surface *canvas.Surface
	told    *widgets.Label
	panel   fyne.CanvasObject
	laid    figure.Plane
	tray    []figure.Box
	rows    []*actionlist.Row
	size    fyne.Size
}

// levels are the ends of both scales.
const lowest, highest = 1, 5

func newPick(b *Board) *pick {
	p := &pick{board: b, told: widgets.Caption("").In(theme.Text2)}
	p.surface = canvas.NewSurface(canvas.Hands{At: p.at, Tap: p.tap, Menu: func(i int) { b.menu(p.surface) }, Drop: p.drop, Lay: p.lay, Key: p.key, Letter: b.typed,
		Words: func(i int) string { return p.rows[i].Action.Title },
		Over: func(i int, _, to fyne.Position) string {
			if effort, impact, ok := p.laid.Values(float64(to.X), float64(to.Y)); ok {
				return fmt.Sprintf("%s: effort %d, impact %d, %s", p.rows[i].Action.Label(), effort, impact, quadrant(effort, impact))
			}
			return p.rows[i].Action.Title
		}})
	p.panel = widgets.NewPanel(widgets.VStack(theme.GapSmall, widgets.Grow(canvas.Within(p.surface)), widgets.Tall(p.told, theme.Caption.Line+4)),
		widgets.PanelStyle{Fill: theme.Surface, PadX: theme.PadPage, PadY: 8})
	return p
}

func (p *pick) object() fyne.CanvasObject { return p.panel }

func (p *pick) focus() { widgets.FocusOn(p.surface) }

func (p *pick) hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Tab", Label: "next action"}, {Keys: "Left", Label: ""}, {Keys: "Right", Label: "effort"}, {Keys: "Up", Label: ""}, {Keys: "Down", Label: "impact"},
		{Keys: "Space", Label: "done"}, {Keys: "V", Label: "next view"}}
}

// show draws the rows as they are now.
func (p *pick) show() {
	p.size = fyne.Size{}
	p.surface.Again()
}

// field is the figure's input.
func (p *pick) field() figure.PlaneInput {
	in := figure.PlaneInput{Across: figure.PlaneAxis{Title: "Effort", Low: "Easy", High: "Hard", Min: lowest, Max: highest},
		Up: figure.PlaneAxis{Title: "Impact", Low: "Little", High: "Much", Min: lowest, Max: highest}, Alt: "PICK chart of %d actions by effort and impact."}
	for _, q := range quadrants {
		in.Corners = append(in.Corners, figure.PlaneCorner{Title: q[0], Hint: q[1]})
	}
	for _, r := range p.rows {
		a := r.Action
		note := p.board.ownerText(r)
		if a.Status != workshop.ActionOpen {
			note = strings.Trim(note+", "+statusWords[a.Status], ", ")
		}
		in.Cards = append(in.Cards, figure.PlaneCard{Number: a.Number, Text: a.Title, Note: note, Across: a.Effort, Up: a.Impact, Placed: a.Effort > 0 && a.Impact > 0})
	}
	return in
}

// quadrants are those of the PICK chart: upper left, upper right, lower left, lower right.
var quadrants = [4][2]string{{"Implement", "Much for little: begin"}, {"Challenge", "Worth the effort? Look closer"}, {"Possible", "Easy: when there is time"}, {"Kill", "Say no, and say why"}}

// quadrant is the name of the one in which a pair of levels lies: the middle belongs to little effort and to much impact.
func quadrant(effort, impact int) string {
	i := 0
	if effort > (lowest+highest)/2 {
		i++
	}
	if impact < (lowest+highest)/2 {
		i += 2
	}
	return quadrants[i][0]
}

func (p *pick) lay(size fyne.Size) {
	if size.Width <= 0 || size.Height <= 0 || size == p.size {
		return
	}
	p.size = size
	p.rows = p.board.list.Shown()
	in := p.field()
	text := theme.Scaled(13)
	waiting := 0
	for i := range in.Cards {
		if !in.Cards[i].Placed {
			waiting++
		}
	}
	row := 0.0
	if waiting > 0 {
		row = float64(text) * 2.6
	}
	frame := drawing.Frame(size.Width, max(1, size.Height-float32(row)), text)
	p.laid = figure.LayPlane(in, frame)
	fig := p.laid.Figure()
	fig.H = float64(size.Height)
	p.tray = figure.Tray(&fig, in.Cards, fmt.Sprintf("Not rated yet (%d):", waiting), float64(size.Height)-row, frame)
	p.surface.Set(fig)
	p.mark()
}

// mark frames the action of the cursor and says it in full.
func (p *pick) mark() {
	i := p.index(p.board.current)
	if i < 0 {
		p.surface.Mark(figure.Box{})
		p.told.SetText("")
		return
	}
	p.surface.Mark(p.box(i))
	a := p.rows[i].Action
	words := a.Label() + "  " + a.Title
	if a.Effort > 0 && a.Impact > 0 {
		words += fmt.Sprintf("  ·  effort %d, impact %d  ·  %s", a.Effort, a.Impact, quadrant(a.Effort, a.Impact))
	}
	p.told.SetText(words)
}

func (p *pick) index(id workshop.ID) int {
	for i, r := range p.rows {
		if r.ID() == id {
			return i
		}
	}
	return -1
}

func (p *pick) box(i int) figure.Box {
	if b, ok := p.laid.BoxOf(i); ok {
		return b
	}
	return p.tray[i]
}

func (p *pick) at(pos fyne.Position) int {
	x, y := float64(pos.X), float64(pos.Y)
	if i := p.laid.At(x, y); i >= 0 {
		return i
	}
	for i, b := range p.tray {
		if b.W > 0 && x >= b.X && x <= b.X+b.W && y >= b.Y && y <= b.Y+b.H {
			return i
		}
	}
	return -1
}

func (p *pick) tap(i int, _ bool) {
	if i >= 0 {
		p.board.cursorOn(p.rows[i].ID())
		p.mark()
	}
	p.focus()
}

func (p *pick) drop(i int, _, to fyne.Position) {
	effort, impact, ok := p.laid.Values(float64(to.X), float64(to.Y))
	if i >= 0 && i < len(p.rows) && ok {
		p.place(p.rows[i], effort, impact)
	}
	p.focus()
}

// place rates an action. Steps along one axis that follow quickly are one step of undo.
func (p *pick) place(r *actionlist.Row, effort, impact int) {
	effort, impact = min(max(effort, lowest), highest), min(max(impact, lowest), highest)
	if !p.board.editable() || r.Action.Effort == effort && r.Action.Impact == impact {
		return
	}
	p.board.cursorOn(r.ID())
	p.board.told(p.board.edit(r, "Rate effort and impact", true, func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, r.ID())
		if err == nil {
			a.Effort, a.Impact = effort, impact
		}
		return err
	}))
}

func (p *pick) key(ev *fyne.KeyEvent, shift bool) {
	across, up := 0, 0
	switch ev.Name {
	case fyne.KeyLeft:
		across = -1
	case fyne.KeyRight:
		across = 1
	case fyne.KeyUp:
		up = 1
	case fyne.KeyDown:
		up = -1
	case fyne.KeyTab:
		by := 1
		if shift {
			by = -1
		}
		p.walk(by)
		return
	default:
		p.board.tableKey(ev)
		return
	}
	r := p.board.row()
	if r == nil {
		p.walk(1)
		return
	}
	effort, impact := r.Action.Effort, r.Action.Impact
	if effort == 0 || impact == 0 { // one that nobody has rated comes to the middle first
		effort, impact = (lowest+highest)/2, (lowest+highest)/2
	}
	p.place(r, effort+across, impact+up)
}

// walk goes to another action, round at the end.
func (p *pick) walk(by int) {
	if n := len(p.rows); n > 0 {
		i := p.index(p.board.current)
		if i < 0 && by < 0 {
			i = 0
		}
		p.board.cursorOn(p.rows[(i+by+n)%n].ID())
		p.mark()
	}
}
