package canvas

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// carried is a card on its way over the board.
type carried struct {
	view     *cardView
	ghost    *widgets.Panel
	mark     *widgets.Panel // where it would come to stand
	grip     fyne.Position  // where in the card the pointer holds it
	to, at   int
	overSome bool
}

// drag carries a card; the columns show where it would come to stand.
func (c *columns) drag(v *cardView, ev *fyne.DragEvent) {
	if c.carried == nil {
		c.editor.close(true)
		c.choose(v.card.ID)
		ghost := widgets.NewPanel(widgets.NewText(v.text.Text, theme.CardText), widgets.PanelStyle{Fill: theme.Raised, Stroke: theme.Accent, Width: theme.StrokeFocus,
			Radius: theme.RadiusCard, PadX: 9, PadY: 7, Shadow: true})
		mark := widgets.NewPanel(nil, widgets.PanelStyle{Fill: theme.Accent, Radius: 1})
		c.carried = &carried{view: v, ghost: ghost, mark: mark, grip: fyne.NewPos(min(max(ev.Position.X, 0), v.Size().Width), min(max(ev.Position.Y, 0), v.Size().Height))}
		ghost.Resize(v.Size())
		c.float.Objects = []fyne.CanvasObject{mark, ghost}
		c.float.Refresh()
	}
	k := c.carried
	here := c.absolute(c)
	k.ghost.Move(ev.AbsolutePosition.Subtract(here).Subtract(k.grip))
	k.to, k.at, k.overSome = c.under(ev.AbsolutePosition)
	k.mark.Hidden = !k.overSome
	if k.overSome {
		col := c.cols[k.to]
		place := c.absolute(col.lane.scroll).Subtract(here)
		y := place.Y + col.lane.body.top(k.at) - col.lane.scroll.Offset.Y - 4
		k.mark.Move(fyne.NewPos(place.X, min(max(y, place.Y), place.Y+col.lane.scroll.Size().Height)))
		k.mark.Resize(fyne.NewSize(col.lane.scroll.Size().Width, 2))
	}
}

func (c *columns) absolute(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// under finds column and place below the pointer.
func (c *columns) under(at fyne.Position) (column, place int, ok bool) {
	for i, col := range c.cols {
		corner, size := c.absolute(col), col.Size()
		if at.X < corner.X || at.Y < corner.Y || at.X > corner.X+size.Width || at.Y > corner.Y+size.Height {
			continue
		}
		return i, col.lane.at(at.Y - c.absolute(col.lane.scroll).Y), true
	}
	return 0, 0, false
}

// drop ends the carrying. Beside all columns nothing happens.
func (c *columns) drop() {
	k := c.carried
	if k == nil {
		return
	}
	c.carried = nil
	c.float.Objects = nil
	c.float.Refresh()
	if !k.overSome {
		return
	}
	from := c.cols[k.to].index(k.view.card.ID)
	at := k.at
	if from >= 0 && from < at {
		at-- // counted without the card itself
	}
	if from == at {
		return
	}
	c.move(k.view.card.ID, k.to, at)
}
