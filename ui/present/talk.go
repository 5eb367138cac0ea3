package present

import (
	"fmt"

	"nemawashi.app/ui/drawing"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// drawTalk draws the statement that the room talks about: alone while everybody says what they think, with the answers once they are
// revealed. What it gets holds nothing below the smallest group.
func (w *Show) drawTalk(s *sheet) string {
	c := w.place.Talk
	room := s.right() - margin
	lines, ink := s.fit(c.Statement, inkOf(theme.PresentQuestion, figure.Ink), room, 2, 40, 34, 30)
	y := s.lines(lines, margin, bodyTop, room, ink) + 12
	small := inkOf(theme.PresentBody, figure.Ink2)
	if !c.Open {
		for _, end := range []string{"1: " + c.Lowest, "5: " + c.Highest} {
			y = s.lines(s.wrap(end, small, room, 2), margin, y, room, small) + 8
		}
		s.write("Say your number first. Then we look.", s.w/2, (y+s.foot())/2, room, figureInk(44).to(figure.Middle))
		return fmt.Sprintf("%d of %d · Right reveals", c.At, c.Of)
	}
	if c.Word != "" {
		s.write(c.Word.Says(), margin, y+16, room, figureInk(28).in(figure.Warn))
		y += 44
	}
	high := min(s.foot()-y, figure.DotsHeight(len(c.Rows), 22)*1.3)
	fig := figure.Dots(c.Rows, c.Levels, "How many gave each level.", figure.Frame{W: room * s.unit, H: high * s.unit, Text: 20 * s.unit, Wide: drawing.Wide})
	s.place(fig, margin, y)
	return fmt.Sprintf("%d of %d · Right for the next", c.At, c.Of)
}

func figureInk(size float64) ink { return ink{size: size, color: figure.Ink, bold: true} }
