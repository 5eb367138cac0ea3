package resistance

import (
	"fmt"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// ground is what lies under the bubbles: tinted corners, lines, words and the legend.
type ground struct {
	sheet, against, forIt, frame *canvas.Rectangle
	columns, bands               [4]*canvas.Rectangle
	levels                       [5]*canvas.Text
	head, decides, little        *canvas.Text
	corner                       [4][2]*canvas.Text // what stands in each corner, and what to do
	chips                        [5]*canvas.Rectangle
	signs, degrees               [5]*canvas.Text
	rings                        [4]*canvas.Circle
	ringDot                      *canvas.Circle
	ringWords                    [4]*canvas.Text
	sizes                        *canvas.Text
	waiting, rest                *canvas.Text
	cell, wordsBack              *canvas.Rectangle // where a dragged bubble would land
	words                        *canvas.Text

	trayEnd float32
	all     []fyne.CanvasObject
}

func newGround() *ground {
	g := &ground{}
	rectangle := func() *canvas.Rectangle {
		r := canvas.NewRectangle(color.Transparent)
		g.all = append(g.all, r)
		return r
	}
	text := func() *canvas.Text {
		t := canvas.NewText("", color.Transparent)
		g.all = append(g.all, t)
		return t
	}
	circle := func() *canvas.Circle {
		c := canvas.NewCircle(color.Transparent)
		g.all = append(g.all, c)
		return c
	}
	g.frame, g.sheet, g.against, g.forIt = rectangle(), rectangle(), rectangle(), rectangle()
	for i := range g.columns {
		g.columns[i], g.bands[i] = rectangle(), rectangle()
	}
	g.cell = rectangle()
	for i := range g.levels {
		g.levels[i] = text()
	}
	g.head, g.decides, g.little = text(), text(), text()
	for i := range g.corner {
		g.corner[i] = [2]*canvas.Text{text(), text()}
	}
	for i := range g.chips {
		g.chips[i], g.signs[i], g.degrees[i] = rectangle(), text(), text()
	}
	for i := range g.rings {
		g.rings[i], g.ringWords[i] = circle(), text()
	}
	g.ringDot = circle()
	g.sizes, g.waiting, g.rest = text(), text(), text()
	g.wordsBack, g.words = canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Transparent)
	g.cell.Hide()
	g.wordsBack.Hide()
	g.words.Hide()
	return g
}

func (g *ground) objects() []fyne.CanvasObject { return append([]fyne.CanvasObject{}, g.all...) }

func (g *ground) paint() {
	body, small := theme.Scaled(13), theme.Scaled(12)
	g.sheet.FillColor, g.sheet.CornerRadius = theme.Color(theme.Surface), theme.RadiusCard
	g.against.FillColor, g.against.TopLeftCornerRadius = faint(theme.WineTint), theme.RadiusCard
	g.forIt.FillColor, g.forIt.TopRightCornerRadius = faint(theme.OKTint), theme.RadiusCard
	for i := range g.columns {
		g.columns[i].FillColor, g.bands[i].FillColor = theme.Color(theme.Line), theme.Color(theme.Line)
	}
	g.frame.FillColor, g.frame.CornerRadius = theme.Color(theme.Line2), theme.RadiusCard+1
	g.cell.FillColor, g.cell.StrokeColor, g.cell.StrokeWidth, g.cell.CornerRadius = theme.Color(theme.Tint), theme.Color(theme.Accent), 2, theme.RadiusCap
	g.wordsBack.FillColor, g.wordsBack.CornerRadius = theme.Color(theme.Text), theme.RadiusCap
	write(g.words, g.words.Text, small, true, theme.Surface)
	for i, t := range g.levels {
		write(t, strconv.Itoa(5-i), body, true, theme.Text2)
	}
	write(g.head, words.Influence, body, true, theme.Text2)
	write(g.decides, words.Decides, small, false, theme.Text3)
	write(g.little, words.Little, small, false, theme.Text3)
	for i, c := range [4][2]string{{words.StrongAgainst, words.StrongAgainstNote}, {words.StrongFor, words.StrongForNote},
		{words.WeakAgainst, words.WeakAgainstNote}, {words.WeakFor, words.WeakForNote}} {
		write(g.corner[i][0], c[0], small, true, [4]theme.Token{theme.Wine, theme.OK, theme.Text2, theme.Text2}[i])
		write(g.corner[i][1], c[1], small, false, theme.Text2)
	}
	for i := range g.chips {
		fill, ink := theme.Support(i - 2)
		g.chips[i].FillColor, g.chips[i].CornerRadius = fill, theme.RadiusCap
		write(g.signs[i], widgets.SupportSign(i-2), small, true, theme.Text)
		g.signs[i].Color = ink
		write(g.degrees[i], words.Degrees[i], small, false, theme.Text2)
	}
	for i, r := range g.rings {
		token, width := [4]theme.Band{theme.ActNow, theme.Plan, theme.Watch, theme.Watch}[i].Ring()
		if i == 3 {
			token, width = theme.Text2, 1.5
		}
		r.FillColor, r.StrokeColor, r.StrokeWidth = theme.Color(theme.Surface), theme.Color(token), width
		write(g.ringWords[i], [4]string{words.ActNow, words.Plan, words.Watch, words.NeededMark}[i], small, false, theme.Text2)
	}
	g.ringDot.FillColor = theme.Color(theme.Text2)
	write(g.sizes, "size = people", small, false, theme.Text2)
	write(g.waiting, g.waiting.Text, small, true, theme.Text2)
	write(g.rest, g.rest.Text, small, false, theme.Text2)
}

// faint is a tint that bubbles stand out from.
func faint(token theme.Token) color.Color {
	c := color.NRGBAModel.Convert(theme.Color(token)).(color.NRGBA)
	c.A = 150
	return c
}

func (g *ground) lay(f *field, waiting bool) {
	p, u := f.laid.Plot, f.unit
	x, y, w, h := float32(p.X), float32(p.Y)+f.tray, float32(p.W), float32(p.H)
	put(g.sheet, x, y, w, h)
	put(g.frame, x-1, y-1, w+2, h+2) // a border of its own shape stays sharp in both of Fyne's painters
	strong := float32(f.laid.Bands[2]) + f.tray - y
	put(g.against, x, y, w/5*2, strong)
	put(g.forIt, x+w/5*3, y, w/5*2, strong)
	for i := range g.columns {
		put(g.columns[i], x+w/5*float32(i+1), y, 1, h)
		put(g.bands[i], x, float32(f.laid.Bands[i+1])+f.tray, w, 1)
	}
	g.layLevels(f, x-8*u, y, u)
	g.layCorners(x, w, y-13*u, y+h+13*u, u)
	g.layDegrees(x, w, y+h+38*u, u)
	g.layRings(f.crowded, x, w, y+h+68*u, u)
	show(g.waiting, waiting)
	say(g.waiting, "Not rated yet: drag onto the map")
	if f.locked {
		say(g.waiting, "Not rated then")
	}
	g.trayEnd = startAt(g.waiting, x, f.tray/2-2*u)
}

// layLevels names the bands. Where they are too low for that, the words go and the numbers stay.
func (g *ground) layLevels(f *field, x, top, u float32) {
	low := false
	for i, t := range g.levels {
		_, y, _, high := f.box(0, 5-i)
		endAt(t, x, y+high/2)
		low = low || high < 54*u && (i == 0 || i == 4)
		switch i {
		case 0:
			endAt(g.head, x, y+high/2-19*u)
			endAt(g.decides, x, y+high/2+17*u)
		case 4:
			endAt(g.little, x, y+high/2+17*u)
		}
	}
	show(g.decides, !low)
	show(g.little, !low)
	if low {
		endAt(g.head, x, top-13*u)
	}
}

// layCorners writes what to do with those in each corner; where there is no room for that, only who they are.
func (g *ground) layCorners(x, w, above, below, u float32) {
	for i, y := range []float32{above, below} {
		left, right := g.corner[2*i], g.corner[2*i+1]
		full := left[0].MinSize().Width + left[1].MinSize().Width + right[0].MinSize().Width + right[1].MinSize().Width + 40*u
		end := startAt(left[0], x, y)
		start := x + w
		show(left[1], full <= w)
		show(right[1], full <= w)
		if full <= w {
			startAt(left[1], end+5*u, y)
			start = endAt(right[1], x+w, y) - 5*u
		}
		endAt(right[0], start, y)
	}
}

// layDegrees names the columns. Where a column is too narrow for its words, one word at each end says which way is which, and the signs
// speak for the rest.
func (g *ground) layDegrees(x, w, y, u float32) {
	side, high := 22*u, 19*u
	first, last := words.Degrees[0], words.Degrees[4]
	fits := max(wide(first), wide(last))+side+8*u <= w/5
	if !fits {
		first, last = words.Degrees[1], words.Degrees[3]
	}
	say(g.degrees[0], first)
	say(g.degrees[4], last)
	for i := range g.chips {
		at := x + w/5*float32(i)
		put(g.chips[i], at, y-high/2, side, high)
		middleAt(g.signs[i], at+side/2, y)
		show(g.degrees[i], fits || i == 0 || i == 4)
		startAt(g.degrees[i], at+side+4*u, y)
	}
}

// wide is the width of words in the legend.
func wide(text string) float32 {
	return widgets.Measure(text, theme.Caption).Width
}

// layRings explains the rings, as many as there is room for.
func (g *ground) layRings(crowded bool, x, w, y, u float32) {
	r, at := 8*u, x
	for i, c := range g.rings {
		t := g.ringWords[i]
		fits := at+2*r+6*u+t.MinSize().Width <= x+w
		show(c, fits)
		show(t, fits)
		if i == 3 {
			show(g.ringDot, fits)
		}
		if !fits {
			continue
		}
		size := r
		if i == 3 {
			size = 6 * u
			disc(g.ringDot, at+r, y, 2.2*u)
		}
		disc(c, at+r, y, size)
		at = startAt(t, at+2*r+6*u, y) + 16*u
	}
	say(g.sizes, "size = people")
	if crowded {
		say(g.sizes, "many: only the selected arrow")
	}
	show(g.sizes, at+g.sizes.MinSize().Width <= x+w)
	endAt(g.sizes, x+w, y)
}

// more says how many in the tray have found no room.
func (g *ground) more(f *field, n int, x float32) {
	show(g.rest, n > 0)
	if n > 0 {
		say(g.rest, fmt.Sprintf("+%d", n))
		startAt(g.rest, x, f.tray/2-2*f.unit)
	}
}

// land shows where a dragged bubble would come to rest, in a frame and in words.
func (g *ground) land(f *field, text string, x, y, w, h float32) {
	put(g.cell, x, y, w, h)
	g.cell.Show()
	say(g.words, text)
	m := g.words.MinSize()
	left := min(max(0, x+(w-m.Width)/2), max(0, f.Size().Width-m.Width-12))
	put(g.wordsBack, left-6, y+3, m.Width+12, m.Height+4)
	put(g.words, left, y+5, m.Width, m.Height)
	g.wordsBack.Show()
	g.words.Show()
}

func (g *ground) lift() {
	g.cell.Hide()
	g.wordsBack.Hide()
	g.words.Hide()
}
