package widgets

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// Column is a column of a board: a title with its count, cards that scroll, and a foot that stays in sight (the quick-add entry).
type Column struct {
	Title, Icon, Count string
	Active             bool
	panel              *Panel
	icon               *Icon
	title, count       *Label
	cards              *fyne.Container
	scroll             *Scroll
	foot               fyne.CanvasObject
}

// NewColumn returns a column; foot may be nil. Put Object on the board.
func NewColumn(title, icon string, foot fyne.CanvasObject) *Column {
	c := &Column{Title: title, Icon: icon, foot: foot}
	c.icon = NewIcon(icon, theme.Text2)
	c.title = NewLabel(title, theme.BodyBold)
	c.count = Caption("").Keep()
	var head []fyne.CanvasObject
	if icon != "" {
		head = append(head, c.icon)
	}
	head = append(head, Grow(c.title), c.count)
	c.cards = VStack(6)
	c.scroll = NewScroll(PadSides(c.cards, 1, 1, 3, 1))
	rows := []fyne.CanvasObject{Tall(Pad(HStack(theme.Gap, head...), 3, 0), 26), Grow(c.scroll)}
	if foot != nil {
		rows = append(rows, foot)
	}
	c.panel = NewPanel(VStack(theme.GapSmall, rows...), PanelStyle{Fill: theme.Sunken, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 8, PadY: 8})
	c.panel.Style.PadY = 6
	return c
}

// Object is what goes on the board.
func (c *Column) Object() fyne.CanvasObject { return c.panel }

// SetCards shows these cards, top to bottom.
func (c *Column) SetCards(cards []fyne.CanvasObject) {
	c.cards.Objects = cards
	c.cards.Refresh()
	c.scroll.Refresh()
}

// Cards returns what is shown.
func (c *Column) Cards() []fyne.CanvasObject { return c.cards.Objects }

// Reveal scrolls to a card.
func (c *Column) Reveal(card fyne.CanvasObject) { c.scroll.Reveal(card) }

// SetCount changes the words at the right of the title.
func (c *Column) SetCount(count string) {
	c.Count = count
	c.count.SetText(count)
	c.panel.Refresh()
}

// SetTitle changes the title.
func (c *Column) SetTitle(title string) {
	c.Title = title
	c.title.SetText(title)
}

// SetActive marks the column that the keyboard is in.
func (c *Column) SetActive(on bool) {
	if c.Active == on {
		return
	}
	c.Active = on
	token, stroke := theme.Text, theme.Line
	sign := theme.Text2
	if on {
		token, stroke, sign = theme.Accent, theme.Accent, theme.Accent
	}
	c.title.SetToken(token)
	c.icon.Set(c.Icon, sign)
	c.panel.Style.Stroke = stroke
	c.panel.Refresh()
}
