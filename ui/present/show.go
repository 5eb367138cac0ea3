package present

import (
	"fmt"
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/template"
)

// Place is what the room has in front.
type Place struct {
	Step, Group workshop.ID
	Canvas      *template.Canvas // nil while a board or notes are in front
	Board       string
	Title       string // of the board, "" while a step is in front
	Question    string
	Talk        *assess.Card    // what the room is led through; nil where it is not
	Draft       *workshop.Draft // what the scribe is typing, nil for nothing
}

// Config is what a presentation shows and whom it tells.
type Config struct {
	View  func(workshop.Part) *workshop.View // for the audience of the wall
	Place func() Place
	// Picture gives a photo as soon as it is decoded; nil: photos are shown by their captions.
	Picture func(blob string, show func(image.Image, error))
	Now     func() time.Time
	Step    func(by int) // to the next step, or the one before
	// Talk goes on in what the room is led through, or back, and says whether that went anywhere.
	Talk func(by int) bool
	End  func()
}

// Show is the wall.
type Show struct {
	widget.BaseWidget
	config Config

	view        *workshop.View
	place       Place
	step, group *workshop.Step
	shown       clockFace
	page, pages int  // of what has no room at once, from 0
	onward      bool // the first page comes first, not the newest
	opened      bool // another place than before: it begins where it is best begun
	grown       bool // something is new in it: that is to be in sight
	laid        fyne.Size
	memo        figure.Memo

	ground            *canvas.Rectangle
	head, clock, body *drawing.Figure
	tacked            []*pinned // icons and photos, on the body
}

// New returns a wall that shows what is in front now.
func New(c Config) *Show {
	w := &Show{config: c, ground: canvas.NewRectangle(theme.Color(theme.PresentPage))}
	w.head, w.clock, w.body = drawing.New(), drawing.New(), drawing.New()
	for _, f := range []*drawing.Figure{w.head, w.clock, w.body} {
		f.Paint = paint
	}
	w.ExtendBaseWidget(w)
	w.read()
	return w
}

// read takes what is shown from the workshop.
func (w *Show) read() {
	before, cards := w.place, 0
	if w.view != nil {
		cards = len(w.view.Cards)
	}
	w.place = w.config.Place()
	part := workshop.Part{Draft: w.place.Draft}
	if w.place.Canvas != nil {
		part.Canvases = []string{w.place.Canvas.ID}
	} else {
		part.Kinds = byBoard[w.place.Board].kinds
	}
	w.view = w.config.View(part)
	w.step, w.group = find(w.view.Steps, w.place.Step), find(w.view.Groups, w.place.Group)
	if before.Step != w.place.Step || before.Group != w.place.Group || before.Board != w.place.Board || canvasID(before) != canvasID(w.place) {
		w.page, w.opened, w.grown = 0, true, false
		return
	}
	w.opened, w.grown = false, len(w.view.Cards) > cards || w.place.Draft != nil
	if w.grown && !w.onward {
		w.page = 0 // where the newest are
	}
}

func canvasID(p Place) string {
	if p.Canvas == nil {
		return ""
	}
	return p.Canvas.ID
}

func find(steps []*workshop.Step, id workshop.ID) *workshop.Step {
	for _, s := range steps {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Follow shows what has changed, or another place.
func (w *Show) Follow() {
	w.read()
	w.draw()
}

// Shows says whether a change of a record of this kind can be seen on the wall.
func (w *Show) Shows(k workshop.Kind) bool {
	switch k {
	case workshop.KindCard, workshop.KindStep, workshop.KindCharter, workshop.KindPerson, workshop.KindStakeholder, workshop.KindVoting, workshop.KindVote:
		return true
	}
	return slices.Contains(byBoard[w.place.Board].kinds, k)
}

// Tick shows the time, where it is another than before.
func (w *Show) Tick() {
	if f := w.face(); f != w.shown {
		w.shown = f
		s := w.sheet()
		w.drawClock(s, f)
		w.clock.Set(s.fig)
	}
}

// draw lays everything out.
func (w *Show) draw() {
	if w.laid.Width <= 0 || w.laid.Height <= 0 {
		return
	}
	draw := func(part func(*sheet)) figure.Figure {
		s := w.sheet()
		part(s)
		return s.fig
	}
	w.shown = w.face()
	w.head.Set(draw(w.drawHead))
	w.clock.Set(draw(func(s *sheet) { w.drawClock(s, w.shown) }))
	s := w.sheet()
	w.drawBody(s)
	w.body.Set(s.fig)
	w.pin(s.pins)
}

// drawBody draws what stands in the middle, and its sums below.
func (w *Show) drawBody(s *sheet) {
	w.pages, w.onward = 1, false
	words := ""
	b, known := byBoard[w.place.Board]
	switch {
	case w.place.Talk != nil:
		words = w.drawTalk(s)
	case w.place.Canvas != nil:
		words = w.drawCanvas(s)
	case known:
		words = b.draw(w, s)
	default:
		w.drawDay(s)
	}
	if w.pages > 1 {
		if words != "" {
			words += " · "
		}
		if w.onward {
			words += fmt.Sprintf("page %d of %d, ", w.page+1, w.pages)
		}
		words += "more with Up and Down"
	}
	s.write(words, margin, footLine+s.h-drawnHeight, s.w/2-margin, inkOf(theme.PresentBody, figure.Ink2))
}

// forward says that what is shown has so many pages, of which the first comes first.
func (w *Show) forward(pages int) {
	w.pages, w.onward = max(1, pages), true
	w.page = min(w.page, w.pages-1)
}

// Key does what a key means on the wall: the next step and the one before, more of a full canvas, the end. The keys of a clicker
// are Page Down and Page Up.
//
// While the room is led through the results, the same keys reveal them and go to the next statement; only after the last one, and before the
// first, they lead to another step.
func (w *Show) Key(ev *fyne.KeyEvent) {
	if by := talkKeys[ev.Name]; by != 0 && w.place.Talk != nil && w.config.Talk != nil && w.config.Talk(by) {
		return
	}
	switch ev.Name {
	case fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace:
		w.config.Step(1)
	case fyne.KeyLeft, fyne.KeyPageUp:
		w.config.Step(-1)
	case fyne.KeyUp:
		w.turn(-1)
	case fyne.KeyDown:
		w.turn(1)
	case fyne.KeyEscape:
		w.config.End()
	}
}

var talkKeys = map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyPageDown: 1, fyne.KeySpace: 1, fyne.KeyDown: 1, fyne.KeyLeft: -1, fyne.KeyPageUp: -1, fyne.KeyUp: -1}

// turn shows what is above or below of what has no room at once. Where the newest is in sight first, further pages are above.
func (w *Show) turn(by int) {
	if !w.onward {
		by = -by
	}
	if page := w.page + by; page >= 0 && page < w.pages {
		w.page, w.opened, w.grown = page, false, false
		w.draw()
	}
}

// MinSize is small: the wall takes what the screen has.
func (w *Show) MinSize() fyne.Size {
	w.ExtendBaseWidget(w)
	return fyne.NewSize(320, 200)
}

// CreateRenderer is Fyne's.
func (w *Show) CreateRenderer() fyne.WidgetRenderer { return &renderer{w} }

type renderer struct{ w *Show }

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return r.w.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.w.ground, r.w.head, r.w.body, r.w.clock}
	for _, p := range r.w.tacked {
		out = append(out, p.image)
	}
	return out
}

func (r *renderer) Layout(size fyne.Size) {
	for _, o := range []fyne.CanvasObject{r.w.ground, r.w.head, r.w.body, r.w.clock} {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
	if r.w.laid != size {
		r.w.laid = size
		r.w.draw()
	}
}

func (r *renderer) Refresh() {
	r.w.ground.FillColor = theme.Color(theme.PresentPage)
	r.w.draw()
}
