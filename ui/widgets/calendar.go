package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Calendar shows a month. Arrows move by day and week, PgUp and PgDn by month, Enter and a click choose.
type Calendar struct {
	widget.BaseWidget
	OnEscape func()

	day, today time.Time
	chosen     func(time.Time)
	title      *Label
	head       *fyne.Container
	names      [7]*canvas.Text
	backs      [42]*box
	days       [42]*canvas.Text
}

// NewCalendar returns the month of a day.
func NewCalendar(day, today time.Time, chosen func(time.Time)) *Calendar {
	c := &Calendar{day: midnight(day), today: midnight(today), chosen: chosen, title: NewLabel("", theme.BodyBold)}
	c.head = HStack(0, Space(8, 0), Grow(c.title),
		NewQuietIcon("up", "Month before", func() { c.move(0, -1) }).Sized(theme.ButtonSmall),
		NewQuietIcon("down", "Month after", func() { c.move(0, 1) }).Sized(theme.ButtonSmall))
	c.ExtendBaseWidget(c)
	return c
}

// Day returns the day that the cursor is on.
func (c *Calendar) Day() time.Time { return c.day }

func (c *Calendar) move(days, months int) {
	if months != 0 {
		first := time.Date(c.day.Year(), c.day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		c.day = first.AddDate(0, 0, min(c.day.Day(), last)-1)
	}
	c.day = c.day.AddDate(0, 0, days)
	c.Refresh()
}

// first is the Monday that the month's sheet begins with.
func (c *Calendar) first() time.Time {
	first := time.Date(c.day.Year(), c.day.Month(), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, -((int(first.Weekday()) + 6) % 7))
}

func (c *Calendar) cell() float32 { return theme.Scaled(32) }

// FocusGained is told by the canvas.
func (c *Calendar) FocusGained() {}

// FocusLost is told by the canvas.
func (c *Calendar) FocusLost() {}

// TypedRune hands on letters.
func (c *Calendar) TypedRune(r rune) { forwardRune(c, r) }

// TypedKey moves and chooses.
func (c *Calendar) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		c.move(-1, 0)
	case fyne.KeyRight:
		c.move(1, 0)
	case fyne.KeyUp:
		c.move(-7, 0)
	case fyne.KeyDown:
		c.move(7, 0)
	case fyne.KeyPageUp:
		c.move(0, -1)
	case fyne.KeyPageDown:
		c.move(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.chosen(c.day)
	case fyne.KeyEscape:
		if c.OnEscape != nil {
			c.OnEscape()
			return
		}
		forwardKey(c, ev)
	default:
		forwardKey(c, ev)
	}
}

// Tapped chooses the day under the pointer.
func (c *Calendar) Tapped(ev *fyne.PointEvent) {
	top := theme.Height(theme.ButtonPlain) + theme.Scaled(20)
	col, row := int(ev.Position.X/c.cell()), int((ev.Position.Y-top)/c.cell())
	if ev.Position.Y < top || col < 0 || col > 6 || row < 0 || row > 5 {
		return
	}
	c.day = c.first().AddDate(0, 0, row*7+col)
	c.Refresh()
	c.chosen(c.day)
}

// CreateRenderer is Fyne's.
func (c *Calendar) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{c.head}
	for i := range c.names {
		c.names[i] = canvas.NewText("", nil)
		objects = append(objects, c.names[i])
	}
	for i := range c.days {
		c.backs[i], c.days[i] = newBox(), canvas.NewText("", nil)
		objects = append(objects, c.backs[i].outer, c.backs[i].inner, c.days[i])
	}
	v := &view{objects: objects, size: c.Size, paint: c.paint, layout: c.layout, min: func() fyne.Size {
		return fyne.NewSize(7*c.cell(), theme.Height(theme.ButtonPlain)+theme.Scaled(20)+6*c.cell())
	}}
	c.paint()
	return v
}

func (c *Calendar) layout(s fyne.Size) {
	head, name, cell := theme.Height(theme.ButtonPlain), theme.Scaled(20), c.cell()
	place(c.head, 0, 0, s.Width, head)
	for i, t := range c.names {
		place(t, float32(i)*cell, head, cell, t.MinSize().Height)
	}
	for i, t := range c.days {
		x, y := float32(i%7)*cell, head+name+float32(i/7)*cell
		c.backs[i].place(x+1, y+1, cell-2, cell-2)
		h := t.MinSize().Height
		place(t, x, y+middle(cell, h), cell, h)
	}
}

func (c *Calendar) paint() {
	c.title.Text = c.day.Format("January 2006")
	c.title.Refresh()
	first := c.first()
	for i, t := range c.names {
		t.Text, t.TextSize, t.Color, t.Alignment = first.AddDate(0, 0, i).Format("Mon")[:2], theme.Scaled(12), theme.Color(theme.Text3), fyne.TextAlignCenter
	}
	for i, t := range c.days {
		d := first.AddDate(0, 0, i)
		fill, stroke, ink, bold := theme.None, theme.None, theme.Text, false
		if d.Month() != c.day.Month() {
			ink = theme.Text3
		}
		if d.Equal(c.today) {
			fill, stroke, ink, bold = theme.Surface, theme.Accent, theme.Accent, true
		}
		if d.Equal(c.day) {
			fill, stroke, ink, bold = theme.Fill, theme.None, theme.OnFill, true
		}
		c.backs[i].paint(fill, stroke, 1, theme.RadiusEntry)
		Write(t, strconv.Itoa(d.Day()), theme.Style{Size: 13, Bold: bold})
		t.Color, t.Alignment = theme.Color(ink), fyne.TextAlignCenter
	}
}
