package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Stake is a stakeholder on the resistance map.
type Stake struct {
	Short     string // stands in the bubble: the first letters of the code name
	People    int    // size of a group; a single person is 0 or 1
	Now       int    // support, -2..+2
	Needed    int    // support, -2..+2
	Influence int    // 1..5
	Priority  int    // influence × gap, 0..20; the ring and the badge show it
}

// Bubble is a stake in its place. Screens use it to find what was clicked.
type Bubble struct {
	Index   int // in the stakes given
	X, Y, R float64
	Ring    float64 // width of the white gap and the ring around it
	Needed  float64 // where its arrow ends; X when there is none
	Lane    int     // within its band
}

// ResistanceMap is the laid out map: five bands of influence, five columns of support.
type ResistanceMap struct {
	Bubbles []Bubble
	Plot    Rect       // the field without its labels
	Bands   [5]float64 // top edges, influence 5 first
	Scale   float64    // of the bubbles, below 1 when the frame is small for them

	frame  Frame
	stakes []Stake
}

// MapWords are the words on the map.
type MapWords struct {
	Influence, Decides, Little       string
	Degrees                          [5]string // from strongly against to strongly for
	StrongAgainst, StrongAgainstNote string
	StrongFor, StrongForNote         string
	WeakAgainst, WeakAgainstNote     string
	WeakFor, WeakForNote             string
	ActNow, Plan, Watch, NeededMark  string
	Alt                              string // with %d for the number of stakeholders
}

// EnglishMap are the map's words in English.
func EnglishMap() MapWords {
	return MapWords{
		Influence: "Influence", Decides: "decides", Little: "little",
		Degrees:       [5]string{"Strongly against", "Against", "Neutral", "For", "Strongly for"},
		StrongAgainst: "Strong and against:", StrongAgainstNote: "meet one to one, this week",
		StrongFor: "Strong and for:", StrongForNote: "ask for a visible act",
		WeakAgainst: "Weak and against:", WeakAgainstNote: "listen, keep informed",
		WeakFor: "Weak and for:", WeakForNote: "ask to spread the word",
		ActNow: "act this week, 12+", Plan: "plan, 6–11", Watch: "watch, 1–5", NeededMark: "needed",
		Alt: "Map of %d stakeholders by influence and support, with arrows to the support needed.",
	}
}

// LayMap places stakes on the map. Within a band, bubbles move to lanes, so that no bubble lies on
// another and no arrow crosses one; when the frame has no room for all lanes, bubbles get smaller.
func LayMap(stakes []Stake, f Frame) ResistanceMap {
	unit := f.Text / 13
	m := ResistanceMap{frame: f, stakes: stakes, Scale: 1}
	left := min(wide("Influence", f.Text)+8*unit, f.W*0.25)
	top, bottom := min(2*f.Text, f.H*0.1), min(7*f.Text, f.H*0.35)
	m.Plot = Rect{X: left, Y: top, W: max(f.W-left-1, 1), H: max(f.H-top-bottom, 1)}
	floor := m.Plot.H * 0.1
	needs := [5]float64{}
	for {
		needs = m.place(unit)
		total := 0.0
		for _, need := range needs {
			total += max(need, floor)
		}
		if total <= m.Plot.H || m.Scale < 1e-3 {
			m.settle(needs, floor, total)
			return m
		}
		m.Scale *= 0.93
	}
}

// place assigns radii, columns and lanes, and returns the height that each band needs.
func (m *ResistanceMap) place(unit float64) (needs [5]float64) {
	m.Bubbles = m.Bubbles[:0]
	order := make([]int, len(m.stakes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(m.stakes[b].Priority, m.stakes[a].Priority)
	})
	column := m.Plot.W / 5
	for band := range 5 {
		var lanes []lane
		for _, i := range order {
			s := m.stakes[i]
			if 5-clamp(s.Influence, 1, 5) != band {
				continue
			}
			b := Bubble{Index: i, R: 17 * unit}
			if s.People > 1 {
				b.R = (15 + 1.85*math.Sqrt(float64(s.People))) * unit
			}
			b.R = min(b.R, column*0.36) * m.Scale
			_, ringWidth := ring(s.Priority)
			b.Ring = min((ringWidth+2)*unit, column*0.06) * m.Scale
			b.X = m.column(s.Now)
			b.Needed = b.X
			if s.Needed > s.Now {
				b.Needed = m.column(s.Needed)
			}
			b.Lane = assign(&lanes, b, 4*unit*m.Scale)
			m.Bubbles = append(m.Bubbles, b)
		}
		for _, l := range lanes {
			needs[band] += l.height
		}
		at, tops := 0.0, make([]float64, len(lanes))
		for i, l := range lanes {
			tops[i] = at
			at += l.height
		}
		for i := range m.Bubbles {
			if b := &m.Bubbles[i]; 5-clamp(m.stakes[b.Index].Influence, 1, 5) == band {
				b.Y = tops[b.Lane] + lanes[b.Lane].height/2 // within the band; settle moves it
			}
		}
	}
	return needs
}

func (m *ResistanceMap) column(degree int) float64 {
	return m.Plot.X + m.Plot.W/5*(float64(clamp(degree, -2, 2)+2)+0.5)
}

// lane is a row within a band: the stretches of it that are taken, and its height.
type lane struct {
	taken  [][2]float64
	height float64
}

// assign finds the first lane in which the bubble and its arrow touch nothing.
func assign(lanes *[]lane, b Bubble, gap float64) int {
	from, to := b.X-b.R-b.Ring-gap, max(b.X+b.R+b.Ring, b.Needed+b.R*0.6)+gap
	height := 2*(b.R+b.Ring) + 2*gap
	for i := range *lanes {
		l := &(*lanes)[i]
		if !slices.ContainsFunc(l.taken, func(t [2]float64) bool { return from < t[1] && t[0] < to }) {
			l.taken = append(l.taken, [2]float64{from, to})
			l.height = max(l.height, height)
			return i
		}
	}
	*lanes = append(*lanes, lane{taken: [][2]float64{{from, to}}, height: height})
	return len(*lanes) - 1
}

// settle gives the bands their heights: equal ones when all lanes fit so, which is calmer, or
// else what each needs and an equal share of the rest.
func (m *ResistanceMap) settle(needs [5]float64, floor, total float64) {
	equal := slices.Max(needs[:]) <= m.Plot.H/5
	y, offsets := m.Plot.Y, [5]float64{}
	for band, need := range needs {
		height := max(need, floor) + max(0, m.Plot.H-total)/5
		if equal {
			height = m.Plot.H / 5
		}
		m.Bands[band] = y
		offsets[band] = y + max(0, height-need)/2
		y += height
	}
	for i := range m.Bubbles {
		b := &m.Bubbles[i]
		b.Y += offsets[5-clamp(m.stakes[b.Index].Influence, 1, 5)]
	}
}

// ring is the color and width of the ring that shows a priority.
func ring(priority int) (Color, float64) {
	switch {
	case priority >= 12:
		return Wine, 4
	case priority >= 6:
		return Accent, 3
	case priority >= 1:
		return Outline, 1.5
	}
	return None, 0
}

// Figure draws the map with its labels and legend.
func (m ResistanceMap) Figure(w MapWords) Figure {
	f := Figure{W: m.frame.W, H: m.frame.H, Alt: fmt.Sprintf(w.Alt, len(m.stakes))}
	m.field(&f)
	m.labels(&f, w)
	m.legend(&f, w)
	for _, b := range m.Bubbles {
		m.arrow(&f, b)
	}
	for _, b := range m.Bubbles {
		m.bubble(&f, b)
	}
	f.within()
	return f
}

func (m ResistanceMap) bubble(f *Figure, b Bubble) {
	s := m.stakes[b.Index]
	fill, ink := Support(s.Now)
	unit := m.frame.Text / 13 * m.Scale
	if color, width := ring(s.Priority); color == None {
		f.add(Circle{X: b.X, Y: b.Y, R: b.R, Fill: fill, Stroke: Outline, Width: max(0.6, unit)})
	} else {
		stroke := min(width*unit, b.Ring)
		f.add(Circle{X: b.X, Y: b.Y, R: b.R + b.Ring - stroke/2, Fill: Surface, Stroke: color, Width: stroke},
			Circle{X: b.X, Y: b.Y, R: b.R, Fill: fill})
	}
	size := min(m.frame.Text, b.R*0.85)
	if s.People > 1 {
		f.add(Text{X: b.X, Y: b.Y - size*0.42, Size: size, Text: s.Short, Color: ink, Bold: true, Anchor: Middle, Max: b.R * 1.7},
			Text{X: b.X, Y: b.Y + size*0.58, Size: size * 0.86, Text: strconv.Itoa(s.People), Color: ink, Anchor: Middle, Max: b.R * 1.5})
	} else {
		f.add(Text{X: b.X, Y: b.Y, Size: size, Text: s.Short, Color: ink, Bold: true, Anchor: Middle, Max: b.R * 1.7})
	}
	if s.Priority >= 6 {
		m.badge(f, b, s.Priority)
	}
}

func (m ResistanceMap) badge(f *Figure, b Bubble, priority int) {
	color, _ := ring(priority)
	size := min(m.frame.Text*0.85, b.R*0.62)
	words := strconv.Itoa(priority)
	w, h := max(wide(words, size)+size*0.7, size*1.35), size*1.35
	x, y := b.X+(b.R+b.Ring)*0.62, b.Y-(b.R+b.Ring)*0.78
	f.add(Rect{X: x - w/2, Y: y - h/2, W: w, H: h, Radius: h / 2, Fill: color},
		Text{X: x, Y: y, Size: size, Text: words, Color: OnFill, Bold: true, Anchor: Middle, Max: w})
}

func (m ResistanceMap) arrow(f *Figure, b Bubble) {
	if b.Needed <= b.X {
		return
	}
	color, _ := ring(m.stakes[b.Index].Priority)
	if color == None {
		color = Outline
	}
	end, head := b.R*0.45, b.R*0.35
	width := min(m.frame.Text/13*1.8, b.R*0.14)
	tip := b.Needed - end - width
	f.add(Line{X1: b.X + b.R + b.Ring + width*2, Y1: b.Y, X2: tip, Y2: b.Y, Width: width, Color: color},
		Line{X1: tip - head, Y1: b.Y - head*0.8, X2: tip, Y2: b.Y, Width: width, Color: color},
		Line{X1: tip - head, Y1: b.Y + head*0.8, X2: tip, Y2: b.Y, Width: width, Color: color},
		Circle{X: b.Needed, Y: b.Y, R: end, Fill: Surface, Stroke: color, Width: width},
		Circle{X: b.Needed, Y: b.Y, R: end * 0.4, Fill: color})
}
