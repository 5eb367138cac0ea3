package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// Cell is what one cell of a table shows.
type Cell struct {
	Text      string
	Short     string // instead of Text where there is no room for it
	Icon      string
	IconToken theme.Token // Token unless set
	IconRoom  bool        // keeps an icon's room without one, so that texts stand under each other
	Token     theme.Token // theme.Text unless set
	Bold      bool
	Right     bool // aligned to the right
	Pill      bool // the text as a pill in Tone
	Tone      Tone
	Bar       bool // a progress bar of Share before the text ("20 %" unless Text is set)
	Share     float64
	Strike    bool
}

// cellView paints a Cell; its objects are made when first needed and reused.
type cellView struct {
	text        *canvas.Text
	icon        *canvas.Image
	pill        *canvas.Rectangle
	track, fill *canvas.Rectangle
	strike      *canvas.Line
	cell        Cell
	marked      bool // in a row that has the color of its cursor
}

func newCellView() *cellView { return &cellView{text: canvas.NewText("", nil)} }

func (v *cellView) objects(all []fyne.CanvasObject) []fyne.CanvasObject {
	if v.pill != nil {
		all = append(all, v.pill)
	}
	if v.track != nil {
		all = append(all, v.track, v.fill)
	}
	if v.icon != nil {
		all = append(all, v.icon)
	}
	all = append(all, v.text)
	if v.strike != nil {
		all = append(all, v.strike)
	}
	return all
}

func (v *cellView) style() theme.Style {
	switch {
	case v.cell.Pill:
		return theme.Caption
	case v.cell.Bold:
		return theme.BodyBold
	}
	return theme.Body
}

// set takes a new value and makes what it needs.
func (v *cellView) set(c Cell) {
	if c.Token == "" {
		c.Token = theme.Text
	}
	if c.IconToken == "" {
		c.IconToken = c.Token
	}
	if c.Bar && c.Text == "" {
		c.Text = fmt.Sprintf("%.0f %%", c.Share*100)
	}
	v.cell = c
	if c.Icon != "" && v.icon == nil {
		v.icon = canvas.NewImageFromImage(nil)
	}
	if c.Pill && v.pill == nil {
		v.pill = canvas.NewRectangle(nil)
	}
	if c.Bar && v.track == nil {
		v.track, v.fill = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	}
	if c.Strike && v.strike == nil {
		v.strike = canvas.NewLine(nil)
	}
}

const (
	cellPad = 8
	barWide = 28
)

// place paints the cell into its room.
func (v *cellView) place(x, width, height float32) {
	c := v.cell
	left, room := x+cellPad, max(0, width-2*cellPad)
	ink := c.Token
	if v.pill != nil {
		show(v.pill, c.Pill && c.Text != "")
	}
	if v.track != nil {
		show(v.track, c.Bar)
		show(v.fill, c.Bar && c.Share > 0)
	}
	if v.icon != nil {
		show(v.icon, c.Icon != "")
	}
	if c.Bar {
		y := middle(height, 6)
		place(v.track, left, y, barWide, 6)
		place(v.fill, left, y, max(6, barWide*float32(min(c.Share, 1))), 6)
		paintBox(v.track, theme.Line, theme.None, 0, 3)
		paintBox(v.fill, theme.Accent, theme.None, 0, 3)
		left, room = left+barWide+6, room-barWide-6
	}
	if c.Icon != "" {
		side := theme.Scaled(13)
		place(v.icon, left, middle(height, side), side, side)
		paintIcon(v.icon, c.Icon, c.IconToken, side)
	}
	if c.Icon != "" || c.IconRoom {
		side := theme.Scaled(13)
		left, room = left+side+4, room-side-4
	}
	st := v.style()
	if c.Pill {
		room -= 16
	}
	words := c.Text
	if c.Short != "" && measure(words, st) > room {
		words = c.Short
	}
	text := ellipsis(words, max(0, room), st)
	if room <= 0 {
		text = ""
	}
	Write(v.text, text, st)
	m := v.text.MinSize()
	if c.Pill && c.Text != "" {
		var fill, stroke theme.Token
		fill, stroke, ink = c.Tone.on(v.marked)
		tall := theme.Height(theme.PillHeight)
		paintBox(v.pill, fill, stroke, 1, tall/2)
		place(v.pill, left, middle(height, tall), m.Width+16, tall)
		left += 8
	}
	if c.Right && room > m.Width {
		left += room - m.Width
	}
	v.text.Color = theme.Color(ink)
	place(v.text, left, middle(height, m.Height), m.Width, m.Height)
	if v.strike != nil {
		show(v.strike, c.Strike)
		y := middle(height, 1)
		v.strike.StrokeColor = theme.Color(ink)
		v.strike.Position1, v.strike.Position2 = fyne.NewPos(left, y), fyne.NewPos(left+m.Width, y)
	}
}
