package figure

import "fmt"

// Tray draws below a field the cards that have no place on it yet, as discs with their numbers: as many as there is room
// for, and how many more there are. It returns where each card lies, by its index; the box of one that is not drawn is
// empty.
func Tray(fig *Figure, cards []PlaneCard, words string, y float64, f Frame) []Box {
	boxes := make([]Box, len(cards))
	left := 0
	for i := range cards {
		if !cards[i].Placed {
			left++
		}
	}
	if left == 0 {
		return boxes
	}
	text := f.Text
	side := text * 2
	for i := range cards {
		side = max(side, f.wide(fmt.Sprint(cards[i].Number), text*0.85, true)+text*0.6)
	}
	x := f.wide(words, text*0.92, false) + text
	fig.add(Text{X: 0, Y: y + text*1.4, Size: text * 0.92, Text: words, Color: Ink2, Max: x})
	for i, c := range cards {
		if c.Placed {
			continue
		}
		if x+2*side > fig.W && left > 1 {
			fig.add(Text{X: x, Y: y + text*1.4, Size: text * 0.92, Text: fmt.Sprintf("+%d", left), Color: Ink2, Max: max(0, fig.W-x)})
			return boxes
		}
		boxes[i] = Box{Index: i, X: x, Y: y + text*1.4 - side/2, W: side, H: side}
		fig.add(Circle{X: x + side/2, Y: y + text*1.4, R: side / 2, Fill: Tint, Stroke: TintLine, Width: 1},
			Text{X: x + side/2, Y: y + text*1.4, Size: text * 0.85, Text: fmt.Sprint(c.Number), Color: Accent, Bold: true, Anchor: Middle, Max: side})
		x += side + text*0.3
		left--
	}
	return boxes
}
