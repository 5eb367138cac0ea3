package canvas

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// column is one column of a board: its title with the count, its cards, and the quick-add entry, which stays in sight.
type column struct {
	widget.BaseWidget
	owner *columns
	def   template.Column

	panel *widgets.Panel
	head  *fyne.Container
	icon  *widgets.Icon
	title *widgets.Label
	count *widgets.Label
	hint  *widgets.Label
	lane  *lane
	entry *widgets.Entry
	cards []*cardView
}

func newColumn(owner *columns, def template.Column) *column {
	c := &column{owner: owner, def: def, lane: newLane(6, 1)}
	c.icon = widgets.NewIcon(def.Icon, theme.Text2)
	c.title = widgets.NewLabel(def.Title, theme.BodyBold)
	c.count = widgets.Caption("").Keep()
	c.hint = widgets.NewText(def.Hint, theme.Caption).In(theme.Text3)
	c.head = container.New(&columnHead{icon: def.Icon != ""}, c.icon, c.title, c.count)
	c.entry = widgets.NewEntry("Add")
	c.entry.Icon = "plus"
	body := widgets.Over(widgets.Pad(c.hint, 4, 4), c.lane.scroll)
	c.panel = widgets.NewPanel(widgets.VStack(theme.GapSmall, widgets.Tall(c.head, 28), widgets.Grow(small{body}.object()),
		c.entry), widgets.PanelStyle{Fill: theme.Sunken, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 8, PadY: 6})
	c.listen()
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is Fyne's.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.panel) }

// MinSize leaves room for one card at least, so that a low window scrolls the board instead of hiding the cards.
func (c *column) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(theme.Width(120), theme.Height(28)+theme.Height(72)+theme.Height(theme.ButtonPlain)+theme.Scaled(18)+24)
}

// set shows the column's cards.
func (c *column) set(cards []*cardView) {
	c.cards = cards
	items := make([]fyne.CanvasObject, len(cards))
	for i, card := range cards {
		items[i] = card
	}
	c.lane.set(items)
	c.counted()
}

// index is where the card stands, -1 when it is elsewhere.
func (c *column) index(id workshop.ID) int {
	return slices.IndexFunc(c.cards, func(v *cardView) bool { return v.card.ID == id })
}

// insert puts a card where its position says.
func (c *column) insert(v *cardView) {
	i, _ := slices.BinarySearchFunc(c.cards, v, func(a, b *cardView) int {
		return cmp.Or(cmp.Compare(a.card.Position, b.card.Position), cmp.Compare(a.card.ID, b.card.ID))
	})
	c.cards = slices.Insert(c.cards, i, v)
	c.lane.insert(i, v)
	c.counted()
}

func (c *column) remove(i int) {
	c.cards = slices.Delete(c.cards, i, i+1)
	c.lane.remove(i)
	c.counted()
}

// changed shows a card of another height.
func (c *column) changed(id workshop.ID) {
	c.lane.changed(c.index(id))
	c.counted()
}

// counted shows the sum of the column, or how many cards it has while nothing is summed.
func (c *column) counted() {
	words := strconv.Itoa(len(c.cards))
	if f, total := c.total(); total != 0 {
		words = c.owner.desk.sum(f, total)
	} else if len(c.cards) == 0 {
		words = ""
	}
	c.count.SetText(words)
	c.head.Refresh()
	c.hint.Hidden = len(c.cards) > 0
	c.panel.Refresh()
}

func (c *column) total() (Field, float64) {
	f, ok := firstOf(c.owner.rows.fields, func(f Field) bool { return f.Sum })
	total := 0.0
	for _, v := range c.cards {
		if n, is := v.card.Number(f.ID); ok && is {
			total += n
		}
	}
	return f, total
}

// activate marks the column that the keyboard is in.
func (c *column) activate(on bool) {
	token, stroke, sign := theme.Text, theme.Line, theme.Text2
	if on {
		token, stroke, sign = theme.Accent, theme.Accent, theme.Accent
	}
	c.title.SetToken(token)
	c.icon.Set(c.def.Icon, sign)
	if c.panel.Style.Stroke != stroke {
		c.panel.Style.Stroke = stroke
		c.panel.Refresh()
	}
}

// small lets what scrolls give way: its least size is nothing.
type small struct{ content fyne.CanvasObject }

func (s small) object() *fyne.Container { return container.New(s, s.content) }

func (small) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (small) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// columnHead is icon, title and count on one line. The icon goes where the title would otherwise be cut.
type columnHead struct{ icon bool }

func (h *columnHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[2].MinSize().Width, objects[1].MinSize().Height)
}

func (h *columnHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	icon, title, count := objects[0], objects[1].(*widgets.Label), objects[2]
	end := count.MinSize().Width
	side := icon.MinSize().Width + theme.Gap
	fits := h.icon && side+title.Wide()+theme.Gap+end <= size.Width
	if !fits {
		side = 0
	}
	if icon.Visible() != fits {
		icon.(*widgets.Icon).Hidden = !fits
	}
	middle := func(o fyne.CanvasObject, x, w float32) {
		h := o.MinSize().Height
		put(o, x, (size.Height-h)/2, w, h)
	}
	middle(icon, 0, icon.MinSize().Width)
	middle(title, side, max(0, size.Width-side-end-theme.Gap))
	middle(count, size.Width-end, end)
}
