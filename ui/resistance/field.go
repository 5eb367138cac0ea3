package resistance

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

// spot is what the field shows of one stakeholder.
type spot struct {
	id                     workshop.ID
	short, tip             string
	people                 int // of a group; 0 and 1 are a person
	rated                  bool
	now, needed, influence int
	wants                  bool // needed is known
	priority               int
}

// field is the map itself: support from left to right, influence from the foot up, an arrow from now to needed. It is one widget: its
// objects are moved, never made anew. Those nobody has rated wait in a tray above it, from where they can be dragged onto it.
type field struct {
	widget.BaseWidget

	onSelect func(workshop.ID)
	onOpen   func(workshop.ID)
	onPlace  func(id workshop.ID, now, influence int)
	onNeed   func(id workshop.ID, needed int)
	onHover  func(anchor fyne.CanvasObject, tip string) // nil anchor: nothing is pointed at
	locked   bool                                       // nothing can be moved: a day of the past is looked at

	spots    []spot
	selected workshop.ID
	arrows   bool

	laid    figure.ResistanceMap
	unit    float32 // size of a pixel of the pictures at the text size in use
	tray    float32 // height of the tray
	crowded bool    // too many for an arrow each
	ground  *ground
	nodes   map[workshop.ID]*node
	order   []*node // as the spots
	drawn   []fyne.CanvasObject

	pressed  *desktop.MouseEvent
	drag     *drag
	pointed  *node
	lastTap  workshop.ID
	lastTime int64
}

func newField() *field {
	f := &field{arrows: true, ground: newGround(), nodes: map[workshop.ID]*node{}}
	f.ExtendBaseWidget(f)
	return f
}

// set shows these people, where they stand; locked, nobody can be moved.
func (f *field) set(spots []spot, locked bool) {
	if slices.Equal(f.spots, spots) && f.locked == locked {
		return
	}
	if f.move(spots, locked) {
		return
	}
	f.spots, f.locked = spots, locked
	f.order = f.order[:0]
	seen := map[workshop.ID]bool{}
	for i := range spots {
		s := spots[i]
		seen[s.id] = true
		n := f.nodes[s.id]
		if n == nil {
			n = newNode()
			f.nodes[s.id] = n
		}
		n.spot = s
		f.order = append(f.order, n)
	}
	for id := range f.nodes {
		if !seen[id] {
			delete(f.nodes, id)
		}
	}
	f.collect()
	f.Refresh()
}

// move shows the same people at other places, as while the history is replayed; false where others are shown than before. What has not
// changed of them is not painted anew.
func (f *field) move(spots []spot, locked bool) bool {
	if len(spots) != len(f.order) || f.locked != locked {
		return false
	}
	for i := range spots {
		if f.nodes[spots[i].id] == nil {
			return false
		}
	}
	f.order = f.order[:0]
	for _, s := range spots {
		n := f.nodes[s.id]
		if n.spot != s {
			n.spot = s
			n.paint(f)
			for _, t := range []*canvas.Text{n.label, n.count, n.number} {
				t.Refresh()
			}
		}
		f.order = append(f.order, n)
	}
	f.spots = spots
	f.collect()
	f.lay(f.Size())
	canvas.Refresh(f)
	return true
}

// collect lists the objects: the ground, all arrows, then all bubbles, so that no arrow lies over a bubble. Who is selected lies over
// all, with the end of the arrow but not its shaft.
func (f *field) collect() {
	all := f.ground.objects()
	chosen := f.nodes[f.selected]
	for _, n := range f.order {
		all = append(all, n.shaft)
		if n != chosen {
			all = append(all, n.tip()...)
		}
	}
	for _, n := range f.order {
		if n != chosen {
			all = append(all, n.bubble()...)
		}
	}
	if chosen != nil {
		all = append(append(all, chosen.tip()...), chosen.bubble()...)
	}
	f.drawn = append(all, f.ground.wordsBack, f.ground.words)
}

// choose marks somebody.
func (f *field) choose(id workshop.ID) {
	if f.selected == id {
		return
	}
	before := f.nodes[f.selected]
	f.selected = id
	f.collect()
	for _, n := range []*node{before, f.nodes[id]} {
		if n != nil {
			n.paint(f)
			n.settle(f)
		}
	}
	canvas.Refresh(f)
}

// setArrows shows or hides the ways to go.
func (f *field) setArrows(on bool) {
	f.arrows = on
	f.Refresh()
}

// CreateRenderer is Fyne's.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	f.collect()
	d := &drawn{objects: func() []fyne.CanvasObject { return f.drawn }, size: f.Size, layout: f.lay, paint: f.paint,
		min: func() fyne.Size { return fyne.NewSize(theme.Scaled(280), theme.Scaled(240)) }}
	f.paint()
	return d
}

func (f *field) paint() {
	f.unit = theme.Scaled(1)
	f.ground.paint()
	for _, n := range f.order {
		n.paint(f)
	}
}

// lay places everything. Lanes and sizes are those of the figure that goes on paper, so that both show the same map.
func (f *field) lay(size fyne.Size) {
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	f.unit = theme.Scaled(1)
	var stakes []figure.Stake
	var rated, waiting []*node
	for _, n := range f.order {
		s := n.spot
		if !s.rated {
			waiting = append(waiting, n)
			continue
		}
		st := figure.Stake{Short: s.short, People: s.people, Now: s.now, Needed: s.now, Influence: s.influence, Priority: s.priority}
		if s.wants && f.arrows {
			st.Needed = s.needed
		}
		stakes = append(stakes, st)
		rated = append(rated, n)
	}
	f.tray = 0
	if len(waiting) > 0 {
		f.tray = 46 * f.unit
	}
	frame := figure.Frame{W: float64(size.Width), H: float64(max(1, size.Height-f.tray)), Text: float64(theme.Scaled(13))}
	f.laid = figure.LayMap(stakes, frame)
	if f.crowded = f.laid.Scale < crowded; f.crowded {
		f.laid = layCrowd(f.laid, stakes, frame)
	}
	f.ground.lay(f, len(waiting) > 0)
	for _, b := range f.laid.Bubbles {
		n := rated[b.Index]
		n.x, n.y, n.r, n.ring = float32(b.X), float32(b.Y)+f.tray, float32(b.R), float32(b.Ring)
		n.scale, n.hidden = float32(f.laid.Scale), false
		n.end = f.column(n.spot.needed)
	}
	f.layTray(waiting, size.Width)
	for _, n := range f.order {
		if f.drag == nil || f.drag.node != n {
			n.fit(f)
			n.settle(f)
		}
	}
}

// layTray sets those nobody has rated side by side; who finds no room there is in the list all the same.
func (f *field) layTray(waiting []*node, width float32) {
	x := f.ground.trayEnd + 14*f.unit
	for i, n := range waiting {
		n.r, n.ring, n.scale = 17*f.unit, 0, 1
		n.x, n.y = x+n.r, f.tray/2-2*f.unit
		x += 2*n.r + 6*f.unit
		n.hidden = x > width-50*f.unit && i < len(waiting)-1 || x > width
		if n.hidden {
			for _, rest := range waiting[i:] {
				rest.hidden = true
			}
			f.ground.more(f, len(waiting)-i, n.x-n.r)
			return
		}
	}
	f.ground.more(f, 0, 0)
}

// column is the middle of a column of support.
func (f *field) column(support int) float32 {
	p := f.laid.Plot
	return float32(p.X + p.W/5*(float64(support+2)+0.5))
}

// cell is the support and the influence at a place of the plot; false outside of it.
func (f *field) cell(at fyne.Position) (support, influence int, inside bool) {
	p := f.laid.Plot
	x, y := float64(at.X), float64(at.Y-f.tray)
	const slack = 20
	if x < p.X-slack || x > p.X+p.W+slack || y < p.Y-slack || y > p.Y+p.H+slack {
		return 0, 0, false
	}
	support = min(max(int((x-p.X)/(p.W/5)), 0), 4) - 2
	influence = 5
	for band := 1; band < 5; band++ {
		if y >= f.laid.Bands[band] {
			influence = 5 - band
		}
	}
	return support, influence, true
}

// box is the rectangle of a cell.
func (f *field) box(support, influence int) (x, y, w, h float32) {
	p, band := f.laid.Plot, 5-influence
	foot := p.Y + p.H
	if band < 4 {
		foot = f.laid.Bands[band+1]
	}
	top := f.laid.Bands[band]
	return float32(p.X + p.W/5*float64(support+2)), float32(top) + f.tray, float32(p.W / 5), float32(foot - top)
}
