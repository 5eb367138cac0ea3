package resistance

import (
	"cmp"
	"slices"

	"nemawashi.app/workshop/figure"
)

// crowded is the scale below which a map with a lane for each arrow can no longer be read.
const crowded = 0.62

// crowd packs stakes side by side within their cells, where lanes for all arrows would make everybody too small to read. Bubbles keep
// their column and their band; only the arrow of who is selected is drawn then.
type crowd struct {
	figure.ResistanceMap
	stakes []figure.Stake
	unit   float64
	cells  [5][5][]shelf // by band, influence 5 first, and column
}

// shelf is a row of bubbles in a cell.
type shelf struct {
	bubbles       []int
	width, height float64
}

// layCrowd starts from the map with lanes, whose sizes and field it keeps.
func layCrowd(lanes figure.ResistanceMap, stakes []figure.Stake, f figure.Frame) figure.ResistanceMap {
	c := &crowd{ResistanceMap: lanes, stakes: stakes, unit: f.Text / 13}
	c.Bubbles = slices.Clone(lanes.Bubbles)
	slices.SortStableFunc(c.Bubbles, func(a, b figure.Bubble) int {
		return cmp.Or(cmp.Compare(stakes[b.Index].Priority, stakes[a.Index].Priority), cmp.Compare(a.Index, b.Index))
	})
	c.grow(1 / lanes.Scale)
	c.Scale = 1
	floor := c.Plot.H * 0.1
	for {
		needs := c.shelve()
		total := 0.0
		for _, n := range needs {
			total += max(n, floor)
		}
		if total <= c.Plot.H || c.Scale < 1e-2 {
			c.settle(needs, floor, total)
			return c.ResistanceMap
		}
		c.Scale *= 0.95
		c.grow(0.95)
	}
}

func (c *crowd) grow(by float64) {
	for i := range c.Bubbles {
		c.Bubbles[i].R *= by
		c.Bubbles[i].Ring *= by
	}
}

func (c *crowd) gap() float64 { return 5 * c.unit * c.Scale }

// side is the room that a bubble takes.
func (c *crowd) side(i int) float64 { return 2*(c.Bubbles[i].R+c.Bubbles[i].Ring) + c.gap() }

// shelve fills each cell row by row and says how high each band has to be.
func (c *crowd) shelve() (needs [5]float64) {
	c.cells = [5][5][]shelf{}
	for i, b := range c.Bubbles {
		s := c.stakes[b.Index]
		cell := &c.cells[5-s.Influence][s.Now+2]
		n, side := len(*cell), c.side(i)
		if n == 0 || (*cell)[n-1].width+side > c.Plot.W/5 {
			*cell = append(*cell, shelf{})
			n++
		}
		last := &(*cell)[n-1]
		last.bubbles = append(last.bubbles, i)
		last.width += side
		last.height = max(last.height, side)
	}
	for band := range c.cells {
		for _, shelves := range c.cells[band] {
			needs[band] = max(needs[band], height(shelves)+c.gap())
		}
	}
	return needs
}

func height(shelves []shelf) float64 {
	total := 0.0
	for _, s := range shelves {
		total += s.height
	}
	return total
}

// settle gives the bands their heights, equal ones where that is enough, and the bubbles their places around the middle of each cell.
func (c *crowd) settle(needs [5]float64, floor, total float64) {
	equal := slices.Max(needs[:]) <= c.Plot.H/5
	column, y := c.Plot.W/5, c.Plot.Y
	for band, need := range needs {
		high := max(need, floor) + max(0, c.Plot.H-total)/5
		if equal {
			high = c.Plot.H / 5
		}
		c.Bands[band] = y
		for col, shelves := range c.cells[band] {
			top := y + (high-height(shelves))/2
			for _, s := range shelves {
				x := c.Plot.X + column*(float64(col)+0.5) - s.width/2
				for _, i := range s.bubbles {
					side := c.side(i)
					c.Bubbles[i].X, c.Bubbles[i].Y = x+side/2, top+s.height/2
					x += side
				}
				top += s.height
			}
		}
		y += high
	}
}
