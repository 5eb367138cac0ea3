package resistance

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// coursePoints is how many ratings the course shows: the last ones.
const coursePoints = 24

// course draws somebody's support over time: a step for each change of mind, a dot in its color for each rating, a line where it is needed.
type course struct {
	widget.BaseWidget
	ratings []workshop.Rating
	needed  *int
	today   workshop.Date

	rules  [3]*canvas.Rectangle
	signs  [3]*canvas.Text
	goal   *canvas.Rectangle
	dots   []*canvas.Circle
	legs   []*canvas.Line
	dates  []*canvas.Text
	nobody *widgets.Label
}

func newCourse() *course {
	c := &course{goal: canvas.NewRectangle(color.Transparent), nobody: widgets.Caption("No rating yet")}
	for i := range c.rules {
		c.rules[i], c.signs[i] = canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Transparent)
	}
	c.ExtendBaseWidget(c)
	return c
}

// set shows these ratings, oldest first.
func (c *course) set(ratings []workshop.Rating, needed *int, today workshop.Date) {
	c.ratings = c.ratings[:0]
	for _, r := range ratings {
		if r.Now != nil {
			c.ratings = append(c.ratings, r)
		}
	}
	c.ratings = c.ratings[max(0, len(c.ratings)-coursePoints):]
	c.needed, c.today = needed, today
	c.Refresh()
}

// CreateRenderer is Fyne's.
func (c *course) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{size: c.Size, paint: c.paint, layout: c.lay,
		min: func() fyne.Size { return fyne.NewSize(120, theme.Scaled(84)) },
		objects: func() []fyne.CanvasObject {
			all := []fyne.CanvasObject{c.nobody, c.goal}
			for i := range c.rules {
				all = append(all, c.rules[i], c.signs[i])
			}
			for _, l := range c.legs {
				all = append(all, l)
			}
			for i := range c.dots {
				all = append(all, c.dots[i], c.dates[i])
			}
			return all
		}}
	c.paint()
	return d
}

func (c *course) paint() {
	n := len(c.ratings)
	for len(c.dots) < n {
		c.dots, c.dates = append(c.dots, canvas.NewCircle(color.Transparent)), append(c.dates, canvas.NewText("", color.Transparent))
	}
	for len(c.legs) < 2*n {
		c.legs = append(c.legs, canvas.NewLine(color.Transparent))
	}
	for i := range c.dots {
		show(c.dots[i], i < n)
		show(c.dates[i], false)
		if i < n {
			c.dots[i].FillColor, _ = theme.Support(*c.ratings[i].Now)
			c.dots[i].StrokeColor, c.dots[i].StrokeWidth = theme.Color(theme.Field), 1
			write(c.dates[i], shortDay(c.ratings[i].Date, c.today), theme.Scaled(11), false, theme.Text2)
		}
	}
	for i, l := range c.legs {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Text2), 1.5
		show(l, i < 2*(n-1))
	}
	for i := range c.rules {
		c.rules[i].FillColor = theme.Color(theme.Line)
		write(c.signs[i], widgets.SupportSign(2-2*i), theme.Scaled(11), false, theme.Text2)
	}
	c.goal.FillColor = theme.Color(theme.Accent)
	show(c.goal, c.needed != nil)
	show(c.nobody, n == 0)
}

func (c *course) lay(s fyne.Size) {
	left, top := theme.Scaled(24), theme.Scaled(6)
	high := s.Height - top - theme.Scaled(22)
	level := func(support int) float32 { return top + high*float32(2-support)/4 }
	for i := range c.rules {
		y := level(2 - 2*i)
		put(c.rules[i], left, y, s.Width-left, 1)
		startAt(c.signs[i], 0, y)
	}
	if c.needed != nil {
		put(c.goal, left, level(*c.needed), s.Width-left, 1.5)
	}
	put(c.nobody, left+8, level(0)-theme.Scaled(20), s.Width-left-8, theme.Scaled(18))
	n := len(c.ratings)
	if n == 0 {
		return
	}
	room, r := s.Width-left-theme.Scaled(36), theme.Scaled(4)
	x := func(i int) float32 {
		from, to := c.ratings[0].Date, c.ratings[n-1].Date
		if days := from.DaysUntil(to); days > 0 {
			return left + theme.Scaled(18) + room*float32(from.DaysUntil(c.ratings[i].Date))/float32(days)
		}
		return left + theme.Scaled(18)
	}
	free := float32(-1e6)
	for i, rating := range c.ratings {
		y := level(*rating.Now)
		disc(c.dots[i], x(i), y, r)
		if i+1 < n {
			next := level(*c.ratings[i+1].Now)
			stroke(c.legs[2*i], x(i)+r, y, x(i+1), y)
			stroke(c.legs[2*i+1], x(i+1), y, x(i+1), next)
		}
		w := c.dates[i].MinSize().Width
		last := x(n-1) - c.dates[n-1].MinSize().Width/2
		fits := x(i)-w/2 > free+4 && (i == n-1 || x(i)+w/2 < last-4)
		show(c.dates[i], fits)
		if fits {
			middleAt(c.dates[i], min(max(x(i), left+w/2-10), s.Width-w/2), s.Height-theme.Scaled(9))
			free = x(i) + w/2
		}
	}
}
