package canvas

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// lane scrolls things of different heights, one below the other. Only those in sight are drawn, and one that changes, comes or goes moves those
// below it and touches nothing else. What is below all that has been in sight is not measured yet: it is taken to be as high as the others
// are, so that a step with hundreds of cards opens as quickly as one with a few.
type lane struct {
	scroll *container.Scroll
	body   *laneBody
	sought int // what was to be in sight last; it stays so at another width, at which all heights are others
}

func newLane(gap, inset float32) *lane {
	l := &lane{body: &laneBody{gap: gap, inset: inset}}
	l.body.ExtendBaseWidget(l.body)
	l.scroll = container.NewVScroll(l.body)
	l.body.scroll = l.scroll
	l.body.rewrapped = func() { l.reveal(l.sought) }
	l.scroll.OnScrolled = func(fyne.Position) { l.body.Refresh() }
	return l
}

// set shows these things.
func (l *lane) set(items []fyne.CanvasObject) {
	l.body.items = slices.Clone(items)
	l.body.heights = make([]float32, len(items))
	l.again()
}

func (l *lane) len() int { return len(l.body.items) }

func (l *lane) insert(i int, o fyne.CanvasObject) {
	l.body.items = slices.Insert(l.body.items, i, o)
	l.body.heights = slices.Insert(l.body.heights, i, 0)
	l.again()
}

func (l *lane) remove(i int) {
	l.body.items = slices.Delete(l.body.items, i, i+1)
	l.body.heights = slices.Delete(l.body.heights, i, i+1)
	l.again()
}

// changed measures one thing anew.
func (l *lane) changed(i int) {
	if i < 0 || i >= l.len() {
		return
	}
	before := l.body.heights[i]
	l.body.heights[i] = 0
	l.body.measure(i)
	if l.body.heights[i] != before {
		l.again()
	}
}

// all measures everything anew: after another text size.
func (l *lane) all() {
	clear(l.body.heights)
	l.again()
}

func (l *lane) again() {
	l.body.measure(-1)
	l.body.Resize(fyne.NewSize(l.scroll.Size().Width, l.body.MinSize().Height))
	l.scroll.Refresh()
}

// reveal scrolls as little as is needed to show a thing.
func (l *lane) reveal(i int) {
	if i < 0 || i >= l.len() {
		return
	}
	l.sought = i
	if l.body.measure(i) {
		l.body.Resize(fyne.NewSize(l.scroll.Size().Width, l.body.MinSize().Height))
		l.scroll.Refresh()
	}
	top, h := l.body.top(i), l.body.heights[i]
	view := l.scroll.Size().Height
	switch {
	case top < l.scroll.Offset.Y, h > view:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+h > l.scroll.Offset.Y+view:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top+h-view))
	default:
		return
	}
	l.body.Refresh() // the scroll tells of its new offset a frame later only
}

// at is where something dropped at this height of the lane comes to stand.
func (l *lane) at(y float32) int {
	y += l.scroll.Offset.Y
	for i := range l.body.items {
		if y < l.body.top(i)+l.body.high(i)/2 {
			return i
		}
	}
	return l.len()
}

// laneBody is what the lane scrolls.
type laneBody struct {
	widget.BaseWidget
	scroll  *container.Scroll
	items   []fyne.CanvasObject
	heights []float32 // 0: not measured at this width
	usual   float32   // the height of those that have been measured, on average
	width   float32
	gap     float32 // between two things
	inset   float32 // around all of them

	rewrapped func() // after all has been measured at another width
}

func (b *laneBody) top(i int) float32 {
	y := b.inset
	for k := range i {
		y += b.high(k) + b.gap
	}
	return y
}

func (b *laneBody) high(i int) float32 {
	if h := b.heights[i]; h > 0 {
		return h
	}
	return b.usual
}

// measure gives each thing down to the foot of what is in sight, and at least up to this one, its width before it asks for the height, so
// that wrapped text is whole. It says whether anything was measured.
func (b *laneBody) measure(least int) bool {
	width := b.scroll.Size().Width
	if width <= 0 {
		return false
	}
	if width != b.width {
		b.width = width
		clear(b.heights)
	}
	foot, y, any := b.scroll.Offset.Y+b.scroll.Size().Height+beyond, b.inset, false
	for i, o := range b.items {
		if y > foot && i > least {
			break
		}
		if b.heights[i] <= 0 {
			o.Resize(fyne.NewSize(width-2*b.inset, max(o.Size().Height, o.MinSize().Height)))
			b.heights[i] = o.MinSize().Height
			o.Resize(fyne.NewSize(width-2*b.inset, b.heights[i]))
			any = true
		}
		y += b.heights[i] + b.gap
	}
	if !any {
		return false
	}
	sum, n := float32(0), float32(0)
	for _, h := range b.heights {
		if h > 0 {
			sum, n = sum+h, n+1
		}
	}
	b.usual = sum / n
	return true
}

// beyond is how far outside of what is in sight things are drawn.
const beyond = 20

func (b *laneBody) MinSize() fyne.Size {
	return fyne.NewSize(0, b.top(len(b.items))+2*b.inset)
}

func (b *laneBody) CreateRenderer() fyne.WidgetRenderer { return &laneRenderer{b: b} }

type laneRenderer struct {
	b     *laneBody
	shown []fyne.CanvasObject
}

func (r *laneRenderer) Destroy() {}

func (r *laneRenderer) MinSize() fyne.Size { return r.b.MinSize() }

func (r *laneRenderer) Objects() []fyne.CanvasObject { return r.shown }

func (r *laneRenderer) Refresh() { r.Layout(r.b.Size()) }

// Layout places what is in sight. A thing out of sight is hidden, so that it takes neither drawing nor clicks.
func (r *laneRenderer) Layout(fyne.Size) {
	b := r.b
	before := b.width
	b.measure(-1)
	if b.Size().Height != b.MinSize().Height {
		b.Resize(fyne.NewSize(b.Size().Width, b.MinSize().Height))
		if b.width != before {
			b.rewrapped()
		}
	}
	from, to := b.scroll.Offset.Y-beyond, b.scroll.Offset.Y+b.scroll.Size().Height+beyond
	r.shown = r.shown[:0]
	y := b.top(0)
	for i, o := range b.items {
		h := b.high(i)
		if y+h >= from && y <= to {
			o.Move(fyne.NewPos(b.inset, y))
			r.shown = append(r.shown, o)
		}
		y += h + b.gap
	}
}
