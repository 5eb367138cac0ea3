package widgets

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// Card is a raised surface with content. With OnTap set it can be pressed and selected.
type Card struct {
	Press
	Content  fyne.CanvasObject
	Selected bool
	Fill     theme.Token // theme.Surface; theme.Raised on a board column
	Tinted   bool        // selected cards get the tint too, as in choices
	OnDouble func()
	panel    *Panel
}

// NewCard returns a card; tap may be nil.
func NewCard(content fyne.CanvasObject, tap func()) *Card {
	c := &Card{Content: content, Fill: theme.Surface}
	c.panel = NewPanel(content, PanelStyle{Fill: theme.Surface, Stroke: theme.Line2, Radius: theme.RadiusCard, PadX: theme.PadCard, PadY: theme.PadCard, Shadow: true})
	c.OnTap = tap
	c.Extend(c)
	return c
}

// PadBy sets the room inside and returns the card.
func (c *Card) PadBy(x, y float32) *Card {
	c.panel.Style.PadX, c.panel.Style.PadY = x, y
	return c
}

// Select shows the card as selected or not.
func (c *Card) Select(on bool) {
	if c.Selected != on {
		c.Selected = on
		c.Refresh()
	}
}

// SetContent exchanges what is inside.
func (c *Card) SetContent(content fyne.CanvasObject) {
	c.Content = content
	c.panel.SetContent(content)
	c.Refresh()
}

// CreateRenderer is Fyne's.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	v := &view{objects: []fyne.CanvasObject{c.panel}, min: c.panel.MinSize, layout: c.panel.Resize, paint: c.paint}
	c.paint()
	return v
}

func (c *Card) paint() {
	st := &c.panel.Style
	st.Fill, st.Stroke, st.Width = c.Fill, theme.Line, 1
	if c.Fill == theme.Surface && c.OnTap != nil {
		st.Stroke = theme.Line2
	}
	if c.Hovered() && c.OnTap != nil {
		st.Stroke = theme.Field
	}
	if c.Selected || c.FocusShown() {
		st.Stroke, st.Width = theme.Accent, theme.StrokeFocus
	}
	if c.Selected && c.Tinted {
		st.Fill = theme.Tint
	}
	c.panel.Refresh()
}
