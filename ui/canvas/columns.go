package canvas

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// narrowest is the least width of a column, at 100 % text.
const narrowest = 128

// columns is the canvas of cards in columns.
type columns struct {
	widget.BaseWidget
	worked

	cols    []*column
	views   map[workshop.ID]*cardView
	at      int                 // the column that the keyboard is in
	dots    map[workshop.ID]int // of a closed voting
	stirred bool                // something has come, gone or changed
	carried *carried
	content *fyne.Container
}

func newColumns(def template.Canvas, desk *Desk) *columns {
	c := &columns{views: map[workshop.ID]*cardView{}}
	c.worked = newWorked(newCardRows(def, desk.Group), desk, NewWatch(c.touched, c.settled))
	board := make([]fyne.CanvasObject, len(def.Columns))
	for i, col := range def.Columns {
		column := newColumn(c, col)
		c.cols = append(c.cols, column)
		board[i] = column
	}
	count := func(width float32) int { return perRow(len(def.Columns), width) }
	c.content = widgets.Over(NewFill(widgets.PadSides(widgets.Board(count, theme.Gap, board...), 0, 1, 0, 0)), c.float)
	c.ExtendBaseWidget(c)
	return c
}

// perRow is how many columns stand beside each other: as many as fit, then as even as possible, so that eight make two rows of four.
func perRow(n int, width float32) int {
	fits := max(1, int((width+theme.Gap)/(theme.Width(narrowest)+theme.Gap)))
	rows := (n + fits - 1) / max(1, fits)
	return (n + rows - 1) / max(1, rows)
}

// load reads all cards.
func (c *columns) load() {
	c.views = map[workshop.ID]*cardView{}
	var cards []*workshop.Card
	c.desk.Session.Read(func(w *workshop.Workshop) { cards, c.dots = c.rows.cards(w), w.Dots() })
	lists := make([][]*cardView, len(c.cols))
	for _, card := range cards {
		i := c.place(card)
		v := newCardView(c, card)
		c.views[card.ID] = v
		lists[i] = append(lists[i], v)
	}
	for i, col := range c.cols {
		col.set(lists[i])
	}
	if c.views[c.selected] == nil {
		c.selected = ""
	} else {
		c.views[c.selected].mark(true)
	}
}

// place is the number of the card's column; a card of a column that the template does not have is shown in the first.
func (c *columns) place(card *workshop.Card) int {
	for i, col := range c.cols {
		if col.def.ID == card.Column {
			return i
		}
	}
	return 0
}

// touched brings one record up to date.
func (c *columns) touched(t workshop.Touched) {
	switch t.Kind {
	case workshop.KindCard:
		c.update(t.ID)
	case workshop.KindVoting:
		c.counted()
	case workshop.KindAction, workshop.KindPerson, workshop.KindStep:
		for id, v := range c.views {
			if v.card.Action == t.ID || v.card.Group == t.ID || t.Kind == workshop.KindPerson && c.names(v, t.ID) {
				v.show(v.card)
				c.cols[c.place(v.card)].changed(id)
			}
		}
	}
}

// counted shows the tally of a voting that was closed, or hides it while a new one is open.
func (c *columns) counted() {
	c.desk.Session.Read(func(w *workshop.Workshop) { c.dots = w.Dots() })
	for id, v := range c.views {
		v.show(v.card)
		c.cols[c.place(v.card)].changed(id)
	}
}

func (c *columns) names(v *cardView, person workshop.ID) bool {
	for _, value := range v.card.Cells {
		if value == string(person) {
			return true
		}
	}
	return false
}

// update shows what has become of a card.
func (c *columns) update(id workshop.ID) {
	var card *workshop.Card
	c.desk.Session.Read(func(w *workshop.Workshop) { card = workshop.Find[workshop.Card](w, id) })
	v := c.views[id]
	here := card != nil && c.rows.holds(card)
	switch {
	case v == nil && !here:
		return
	case v == nil:
		v = newCardView(c, card)
		c.views[id] = v
		c.cols[c.place(card)].insert(v)
	case !here:
		c.take(v)
		delete(c.views, id)
	case v.card.Position != card.Position || v.card.Column != card.Column:
		c.take(v)
		v.show(card)
		c.cols[c.place(card)].insert(v)
	default:
		v.show(card)
		c.cols[c.place(card)].changed(id)
	}
	if c.selected == id && !here {
		c.selected = ""
	}
	c.stirred = true
}

// settled tells that the sums are others.
func (c *columns) settled() {
	if c.stirred {
		c.stirred = false
		c.desk.changed()
	}
}

// take lifts a card out of its column.
func (c *columns) take(v *cardView) {
	col := c.cols[c.place(v.card)]
	if i := col.index(v.card.ID); i >= 0 {
		col.remove(i)
	}
}

// CreateRenderer is Fyne's.
func (c *columns) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// Refresh measures everything anew: after another theme or text size.
func (c *columns) Refresh() {
	for _, col := range c.cols {
		col.lane.all()
	}
	c.BaseWidget.Refresh()
}

func (c *columns) Fixed() bool { return true }

func (c *columns) Shown() {
	c.load()
	c.watch.Start(c.desk.Session)
}

func (c *columns) Hidden() {
	c.editor.close(true)
	c.desk.drafted(nil)
	c.watch.Stop()
}

func (c *columns) Focus() { c.to(c.at) }

func (c *columns) Go(number int) bool {
	if number < 1 || number > len(c.cols) {
		return false
	}
	c.to(number - 1)
	return true
}

// to brings the keyboard to a column, round at the ends.
func (c *columns) to(i int) {
	c.at = (i + len(c.cols)) % len(c.cols)
	c.cols[c.at].entry.Focus()
}

func (c *columns) Totals() []string {
	out := []string{plural(len(c.views), c.rows.One())}
	for _, f := range c.rows.fields {
		if !f.Sum || f.Unit == "" && f.Type != template.TypeMoney {
			continue
		}
		total := 0.0
		for _, v := range c.views {
			if n, ok := v.card.Number(f.ID); ok {
				total += n
			}
		}
		if total != 0 {
			out = append(out, fmt.Sprintf("%s %s", c.desk.sum(f, total), lower(f.Title)))
		}
	}
	return out
}

func (c *columns) Hints() []widgets.Hint {
	hints := []widgets.Hint{
		{Keys: "Enter", Label: "add card"}, {Keys: "Tab", Label: "next column"},
		{Keys: "Ctrl+1", To: widgets.Keys(fmt.Sprint(min(len(c.cols), 8))), Label: "go to column"},
	}
	if words := syntax(c.rows.fields); words == "25m" {
		hints = append(hints, widgets.Hint{Bold: "25m", Label: "at the end sets minutes"})
	} else if words != "" {
		hints = append(hints, widgets.Hint{Bold: words})
	}
	return append(hints, widgets.Hint{Keys: "F2", Label: "edit"}, widgets.Hint{Keys: "Ctrl+Enter", Label: "action"}, widgets.Hint{Keys: "Ctrl+Z", Label: "undo"})
}
