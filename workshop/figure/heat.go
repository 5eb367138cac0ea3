package figure

// HeatCell is one cell of a heat map. Level 0 to 3 says how strong its color is; the same is said by
// its words, so that it is read without it.
type HeatCell struct {
	Big   string    // the value
	Lines [3]string // beside it
	Level int
}

// heatColors are the ground of a cell and the ink on it, by level.
var heatColors = [4][2]Color{{Sunken, Ink}, {Tint, Ink}, {TintLine, Ink}, {Fill, OnFill}}

// HeatMapHeight is how high a heat map of so many rows has to be for text of a size.
func HeatMapHeight(rows int, text float64) float64 { return text*3 + float64(rows)*text*4.2 }

// HeatMap draws a table of cells with the names of its rows and columns.
func HeatMap(rows, columns []string, cells [][]HeatCell, alt string, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: alt}
	if len(rows) == 0 || len(columns) == 0 {
		return fig
	}
	left, top, gap := f.W*0.19, f.Text*3, f.Text*0.3
	w, h := (f.W-left)/float64(len(columns)), (f.H-top)/float64(len(rows))
	for c, name := range columns {
		fig.name(f, name, left+float64(c)*w+gap, top/2, w-2*gap, Ink2)
	}
	for r, name := range rows {
		y := top + float64(r)*h
		fig.name(f, name, 0, y+h/2, left-2*gap, Ink)
		for c := range columns {
			if r >= len(cells) || c >= len(cells[r]) {
				continue
			}
			cell := cells[r][c]
			ink := heatColors[clamp(cell.Level, 0, 3)]
			x := left + float64(c)*w
			fig.add(Rect{X: x, Y: y + gap/2, W: w - gap, H: h - gap, Radius: f.Text * 0.4, Fill: ink[0]})
			big := min(f.Text*1.5, h*0.4)
			at, room := x+gap*2, w-gap*3
			if cell.Big != "" {
				fig.add(Text{X: at, Y: y + h/2, Size: big, Text: cell.Big, Color: ink[1], Bold: true, Anchor: Start, Max: w * 0.36})
				at, room = at+w*0.36, room-w*0.36
			}
			last := len(cell.Lines) - 1
			for last > 0 && cell.Lines[last] == "" {
				last--
			}
			for i, line := range cell.Lines {
				if line != "" {
					fig.add(Text{X: at, Y: y + h/2 + (float64(i)-float64(last)/2)*f.Text*1.35, Size: f.Text, Text: line, Color: ink[1], Anchor: Start, Max: room})
				}
			}
		}
	}
	fig.within()
	return fig
}

// name writes a heading in at most two lines around its middle.
func (f *Figure) name(frame Frame, text string, x, y, room float64, ink Color) {
	lines := frame.wrap(text, frame.Text, true, room, 2)
	for i, line := range lines {
		at := y + (float64(i)-float64(len(lines)-1)/2)*frame.Text*lineHeight
		f.add(Text{X: x, Y: at, Size: frame.Text, Text: line, Color: ink, Bold: true, Anchor: Start, Max: room})
	}
}
