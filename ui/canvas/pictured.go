package canvas

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/sketch"
	"nemawashi.app/workshop/template"
)

// pictured is what the canvases have in common that are pictures: a surface with the figure, one line that says more, and the quick-add
// entry, which keeps the keyboard. Typing changes that line and the entry, and nothing of the figure.
type pictured struct {
	widget.BaseWidget
	worked
	shape shape
	cards []*workshop.Card // in the order of the figure

	surface *surface
	told    *widgets.Label
	entry   *widgets.Entry
	content *fyne.Container
	stirred bool
	width   fyne.Size // that the figure was laid out for
	stale   bool
	shown   bool
}

// shape is what one kind of picture does in its own way.
type shape interface {
	draw(size fyne.Size)                             // lays the figure out and puts p.cards into its order
	box(i int) figure.Box                            // of the card with this number in the order
	add(e *workshop.Edit, card *workshop.Card) error // puts a new card into its place
	stand(card *workshop.Card)                       // says where a card that is being typed would come to stand
	about() string                                   // the line above the entry while nothing is typed
	chosen()                                         // another card is selected
	key(*fyne.KeyEvent) bool                         // with the keyboard in the empty entry
	shortcut(widgets.Keys) bool
	choices(*workshop.Card) []widgets.Choice // of the menu
}

func (p *pictured) begin(def template.Canvas, desk *Desk, s shape, picture fyne.CanvasObject) {
	p.worked, p.shape = newWorked(newCardRows(def, desk.Group), desk, NewWatch(p.touched, p.settled)), s
	p.told = widgets.Caption("").In(theme.Text2)
	p.entry = widgets.NewEntry("Add " + p.rows.One())
	p.entry.Icon = "plus"
	p.entry.OnSubmit = func(string) { p.enter(false) }
	p.entry.OnChanged = func(string) { p.tell() }
	p.entry.OnUp = func() { p.walk(-1) }
	p.entry.OnDown = func() { p.walk(1) }
	p.entry.OnEscape = p.escape
	p.entry.OnKey = func(ev *fyne.KeyEvent) bool {
		return p.entry.Text() == "" && p.key(ev) || ev.Name == fyne.KeyF2 && p.edit(p.selected)
	}
	p.entry.OnShortcut = p.shortcut
	p.surface.tap = func(card int, again bool) { p.tapped(card, again) }
	p.surface.menu = func(card int) { p.menu(card) }
	p.surface.words = func(card int) string { return p.words(p.cards[card]) }
	p.surface.lay = p.lay
	p.surface.letter = func(r rune) {
		p.entry.Focus()
		p.entry.Input().TypedRune(r)
	}
	line := widgets.Tall(p.told, theme.Caption.Line+4)
	panel := widgets.NewPanel(picture, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 8, PadY: 8})
	p.content = widgets.Over(widgets.VStack(theme.GapSmall, widgets.Grow(small{panel}.object()), line, p.entry), p.float)
}

// source is what the figure is made of.
func (p *pictured) source() sketch.Source {
	s := sketch.Source{Canvas: &p.rows.def, Words: sketch.English(), Value: func(cell *template.Cell, c *workshop.Card) string {
		f, _ := firstOf(p.rows.fields, func(f Field) bool { return f.ID == cell.ID })
		return p.desk.show(f, p.rows.Value(c, cell.ID))
	}}
	labels := map[workshop.ID]string{}
	p.desk.Session.Read(func(w *workshop.Workshop) {
		s.Cards, s.Dots = p.rows.cards(w), w.Dots()
		if c := w.Charter(); c != nil {
			s.Effect = c.Problem
		}
		for _, c := range s.Cards {
			if a := workshop.Find[workshop.Action](w, c.Action); a != nil {
				labels[c.ID] = a.Label()
			}
		}
	})
	slices.SortStableFunc(s.Cards, func(a, b *workshop.Card) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	s.Action = func(c *workshop.Card) string { return labels[c.ID] }
	s.Group = p.desk.groupOf
	return s
}

// lay draws the figure where its room or its cards are others. Before it is shown it is empty, as all canvases are: it would be drawn twice.
func (p *pictured) lay(size fyne.Size) {
	if size.Width <= 0 || !p.shown || size == p.width && !p.stale {
		return
	}
	p.width, p.stale = size, false
	p.shape.draw(size)
	p.frame()
}

// again draws after a change.
func (p *pictured) again() {
	p.stale = true
	p.surface.room()
	p.tell()
}

// frame marks the selected card.
func (p *pictured) frame() {
	if i := p.index(p.selected); i >= 0 {
		p.surface.mark(p.shape.box(i))
		return
	}
	p.surface.mark(figure.Box{})
}

func (p *pictured) index(id workshop.ID) int {
	return slices.IndexFunc(p.cards, func(c *workshop.Card) bool { return c.ID == id })
}

func (p *pictured) card(id workshop.ID) *workshop.Card {
	if i := p.index(id); i >= 0 {
		return p.cards[i]
	}
	return nil
}

// tell shows what Enter would make of the line, or more about the selected card.
func (p *pictured) tell() {
	if p.entry.Problem != "" {
		p.entry.SetProblem("")
		p.content.Refresh() // its room goes to the picture again
	}
	text := p.shape.about()
	if typed := p.entry.Text(); strings.TrimSpace(typed) != "" {
		l := p.desk.readLine(p.rows.fields, typed)
		if len(l.told) > 0 {
			text = strings.Join(l.told, ", ")
		}
		p.growing(l, p.shape.stand)
	} else if p.editor == nil {
		p.desk.drafted(nil)
	}
	if p.told.Text != text {
		p.told.SetText(text)
	}
}

// touched notes what concerns this canvas; settled draws once for all of it.
func (p *pictured) touched(t workshop.Touched) {
	switch t.Kind {
	case workshop.KindCard:
		p.stirred = p.stirred || p.index(t.ID) >= 0 || p.rows.Has(t, false)
	case workshop.KindStep:
		p.stirred = p.stirred || slices.ContainsFunc(p.cards, func(c *workshop.Card) bool { return c.Group == t.ID })
	case workshop.KindAction, workshop.KindPerson, workshop.KindVoting, workshop.KindVote, workshop.KindCharter:
		p.stirred = true
	}
}

func (p *pictured) settled() {
	if p.stirred {
		p.stirred = false
		p.again()
		p.desk.changed()
	}
}

// CreateRenderer is Fyne's.
func (p *pictured) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }

// Refresh draws everything anew: after another theme or text size.
func (p *pictured) Refresh() {
	p.again()
	p.BaseWidget.Refresh()
}

func (p *pictured) Fixed() bool { return true }

func (p *pictured) Shown() {
	p.shown = true
	p.again()
	p.watch.Start(p.desk.Session)
}

func (p *pictured) Hidden() {
	p.editor.close(true)
	p.desk.drafted(nil)
	p.watch.Stop()
	p.shown = false
}

func (p *pictured) Focus() { p.entry.Focus() }
