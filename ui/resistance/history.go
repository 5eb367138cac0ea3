package resistance

import (
	"fmt"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// replayPause is how long each day stands still while the history is replayed.
const replayPause = 700 * time.Millisecond

// history is the strip below the map: the coalition index over time as a line, the influence of those for and of those against apart as bars, and
// a hand that is drawn along it to see the map as it was. It makes no object while it is drawn.
type history struct {
	widget.BaseWidget
	onDay func(workshop.Date) // "" is today

	points []resist.Point
	at     int // the day that is looked at; the last is today
	today  workshop.Date
	most   int // the largest of the sums

	zero, hand  *canvas.Rectangle
	fors, anti  []*canvas.Rectangle
	line        []*canvas.Line
	dots        []*canvas.Circle
	first, last *canvas.Text
	word        *canvas.Text
	stop        func() // of the replay
}

var (
	_ fyne.Draggable     = (*history)(nil)
	_ fyne.Tappable      = (*history)(nil)
	_ desktop.Cursorable = (*history)(nil)
)

func newHistory(onDay func(workshop.Date)) *history {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	h := &history{onDay: onDay, zero: canvas.NewRectangle(color.Transparent), hand: canvas.NewRectangle(color.Transparent), first: text(), last: text(), word: text()}
	h.ExtendBaseWidget(h)
	return h
}

// set shows the points, oldest first, and where the hand stands: asOf "" is today.
func (h *history) set(points []resist.Point, asOf, today workshop.Date) {
	at := len(points) - 1
	if asOf != "" {
		for at = 0; at+1 < len(points) && points[at+1].Date <= asOf; {
			at++
		}
	}
	same := slices.Equal(points, h.points) && today == h.today
	if same && at == h.at {
		return
	}
	h.points, h.at, h.today = points, at, today
	if same {
		h.place(h.Size()) // only the hand moves
		canvas.Refresh(h)
		return
	}
	h.most = 1
	for _, p := range points {
		h.most = max(h.most, p.Positive, -p.Negative)
	}
	h.Refresh()
}

// CreateRenderer is Fyne's.
func (h *history) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{size: h.Size, paint: h.paint, layout: h.lay,
		min: func() fyne.Size { return fyne.NewSize(120, theme.Scaled(64)) },
		objects: func() []fyne.CanvasObject {
			all := []fyne.CanvasObject{h.zero}
			for i := range h.fors {
				all = append(all, h.fors[i], h.anti[i])
			}
			all = append(all, h.hand)
			for _, l := range h.line {
				all = append(all, l)
			}
			for _, c := range h.dots {
				all = append(all, c)
			}
			return append(all, h.first, h.last, h.word)
		}}
	h.paint()
	return d
}

func (h *history) paint() {
	n := len(h.points)
	for len(h.dots) < n {
		h.dots = append(h.dots, canvas.NewCircle(color.Transparent))
		h.line = append(h.line, canvas.NewLine(color.Transparent))
		h.fors, h.anti = append(h.fors, canvas.NewRectangle(color.Transparent)), append(h.anti, canvas.NewRectangle(color.Transparent))
	}
	forIt, _ := theme.Support(1)
	against, _ := theme.Support(-1)
	for i := range h.dots {
		show(h.dots[i], i < n)
		show(h.fors[i], i < n)
		show(h.anti[i], i < n)
		show(h.line[i], i+1 < n)
		h.dots[i].FillColor = theme.Color(theme.Text)
		h.line[i].StrokeColor, h.line[i].StrokeWidth = theme.Color(theme.Text), 1.5
		h.fors[i].FillColor, h.anti[i].FillColor = forIt, against
	}
	h.zero.FillColor, h.hand.FillColor = theme.Color(theme.Line2), theme.Color(theme.Accent)
	small := theme.Scaled(11)
	for _, t := range []*canvas.Text{h.first, h.last} {
		write(t, t.Text, small, false, theme.Text2)
	}
	write(h.word, h.word.Text, small, true, theme.Text)
}

// x is where a day stands: days are as far apart as they were.
func (h *history) x(i int, w float32) float32 {
	side := theme.Scaled(10)
	n := len(h.points)
	if days := h.points[0].Date.DaysUntil(h.points[n-1].Date); days > 0 {
		return side + (w-2*side)*float32(h.points[0].Date.DaysUntil(h.points[i].Date))/float32(days)
	}
	return w / 2
}

func (h *history) lay(s fyne.Size) {
	n := len(h.points)
	if n == 0 || s.Width <= 0 {
		return
	}
	top, foot := theme.Scaled(18), s.Height-theme.Scaled(18)
	middle, half := (top+foot)/2, (foot-top)/2
	put(h.zero, 0, middle, s.Width, 1)
	bar := min(theme.Scaled(6), max(1, (s.Width-theme.Scaled(20))/float32(n)*0.6))
	y := func(p resist.Point) float32 { return middle - half*float32(p.Index) }
	for i, p := range h.points {
		x := h.x(i, s.Width)
		up, down := half*float32(p.Positive)/float32(h.most), half*float32(-p.Negative)/float32(h.most)
		put(h.fors[i], x-bar/2, middle-up, bar, up)
		put(h.anti[i], x-bar/2, middle+1, bar, down)
		disc(h.dots[i], x, y(p), theme.Scaled(2.5))
		if i+1 < n {
			stroke(h.line[i], x, y(p), h.x(i+1, s.Width), y(h.points[i+1]))
		}
	}
	say(h.first, shortDay(h.points[0].Date, h.today))
	say(h.last, shortDay(h.points[n-1].Date, h.today))
	startAt(h.first, 0, s.Height-theme.Scaled(7))
	endAt(h.last, s.Width, s.Height-theme.Scaled(7))
	show(h.last, n > 1)
	h.place(s)
}

// place sets the hand and says what it shows.
func (h *history) place(s fyne.Size) {
	if len(h.points) == 0 || s.Width <= 0 {
		return
	}
	p := h.points[h.at]
	x := h.x(h.at, s.Width)
	put(h.hand, x-1, theme.Scaled(16), 2, s.Height-theme.Scaled(32))
	say(h.word, fmt.Sprintf("%s: %s, for %d, against %d", shortDay(p.Date, h.today), percent(p.Index), p.Positive, -p.Negative))
	w := h.word.MinSize().Width
	middleAt(h.word, min(max(x, w/2), s.Width-w/2), theme.Scaled(7))
}

// near is the day that is nearest to a place.
func (h *history) near(x float32) int {
	best := 0
	for i := range h.points {
		if d, b := h.x(i, h.Size().Width)-x, h.x(best, h.Size().Width)-x; d*d < b*b {
			best = i
		}
	}
	return best
}

// look goes to a day of the strip.
func (h *history) look(i int) {
	n := len(h.points)
	if n == 0 {
		return
	}
	i = min(max(i, 0), n-1)
	if i == h.at {
		return
	}
	day := h.points[i].Date
	if i == n-1 {
		day = ""
	}
	h.onDay(day)
}

// Tapped is Fyne's.
func (h *history) Tapped(ev *fyne.PointEvent) {
	if len(h.points) > 0 {
		h.halt()
		h.look(h.near(ev.Position.X))
	}
}

// Dragged is Fyne's.
func (h *history) Dragged(ev *fyne.DragEvent) {
	if len(h.points) > 0 {
		h.halt()
		h.look(h.near(ev.Position.X))
	}
}

// DragEnd is Fyne's.
func (h *history) DragEnd() {}

// Cursor shows that the hand can be taken.
func (h *history) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// replay plays the days from the first to today, one after the other, or stops.
func (h *history) replay() {
	if h.stop != nil {
		h.halt()
		return
	}
	if len(h.points) < 2 {
		return
	}
	h.look(0)
	h.stop = run.Every(replayPause, func() {
		if h.at >= len(h.points)-1 {
			h.halt()
			return
		}
		h.look(h.at + 1)
	})
}

// halt ends the replay where it is.
func (h *history) halt() {
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// AccessibilityLabel says in words what the hand shows.
func (h *history) AccessibilityLabel() string { return "Coalition index over time. " + h.word.Text }

// showPast opens the strip, or closes it and is back at today.
func (p *Page) showPast() {
	p.opened = !p.strip.Visible()
	p.history.halt()
	if !p.opened && p.model.asOf != "" {
		p.lookAt("")
		return
	}
	p.showHistory()
}

// look goes so many days of ratings on, and opens the strip for that.
func (p *Page) look(by int) {
	p.opened = true
	p.history.halt()
	p.showHistory()
	p.history.look(p.history.at + by)
}

// replay plays the history, or stops.
func (p *Page) replay() {
	p.opened = true
	p.showHistory()
	p.history.replay()
}

// past is the strip with its buttons.
func (p *Page) past() fyne.CanvasObject {
	p.history = newHistory(p.lookAt)
	play := widgets.NewQuietIcon("play", "Replay the history, or stop (P)", p.history.replay)
	p.strip = widgets.NewPanel(widgets.HStack(theme.Gap, play, widgets.Grow(p.history)), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 8, PadY: 4})
	return p.strip
}
