package boards

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// panesWide is from which width on, at 100 % text, the list of reviews stands above the two halves of the review in hand: its measures and its
// form. In less room the list is as narrow as its names, and beside it the form comes first: it is what one fills in.
const panesWide = 840

// reviewPanes lays out the list and what the review in hand asks.
type reviewPanes struct{ board *reviews }

// Layout is Fyne's.
func (p *reviewPanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.board.arrange(size.Width >= theme.Scaled(panesWide))
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

// MinSize is Fyne's.
func (p *reviewPanes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Scaled(300), 6*theme.Height(theme.Row))
}

// rowsTall is the height of a table with so many rows, at least one and at most so many.
func rowsTall(rows, most int) float32 { return float32(min(max(rows, 1), most)+1)*theme.Row + 8 }

// arrange puts the parts where there is room for them.
func (b *reviews) arrange(wide bool) {
	if b.wide == wide && len(b.panes.Objects) > 0 {
		return
	}
	b.wide = wide
	b.rearrange()
}

// rearrange puts the parts in place anew: the number of reviews or measures is another.
func (b *reviews) rearrange() {
	scrolled := func(o fyne.CanvasObject) fyne.CanvasObject {
		return widgets.Grow(widgets.NewScroll(widgets.PadSides(o, 0, 12, 16, 2)))
	}
	measures := widgets.NewLabel("Measures against their targets", theme.CaptionHd).In(theme.Text2)
	title := widgets.VStack(2, b.heading, b.closed)
	show(b.table, b.wide)
	show(b.brief, !b.wide)
	var o fyne.CanvasObject
	if b.wide {
		left := widgets.VStack(theme.Gap, title, measures, widgets.Grow(card(b.measured)))
		o = widgets.VStack(theme.Gap, widgets.Tall(card(b.table), rowsTall(len(b.report.Columns), 4)),
			widgets.Grow(widgets.HFill(theme.PadPage, widgets.Grow(left), widgets.Grow(widgets.VStack(0, scrolled(b.form))))))
	} else {
		detail := widgets.VStack(theme.Gap, title, b.form, measures, widgets.Tall(card(b.measured), rowsTall(len(b.report.Rows), 8)))
		o = widgets.HFill(theme.Gap, widgets.GrowBy(card(b.brief), 1), widgets.GrowBy(widgets.VStack(0, scrolled(detail)), 2.4))
	}
	b.panes.Objects = []fyne.CanvasObject{o}
	b.panes.Refresh()
}

// makeBrief makes the list for where there is little room: each review with the one thing to know of it.
func (b *reviews) makeBrief() {
	o := b.tableOptions()
	o.Columns = []widgets.TableColumn{{ID: "review", Title: "Review", Width: 96, Tight: 60, Grow: 1, NoSort: true}, {ID: "held", Title: "Held", Width: 92, Tight: 60, NoSort: true}}
	o.Cell = func(row, col int) widgets.Cell {
		c := b.report.Columns[row]
		cell := b.cell(c, 2*col)
		if col == 0 {
			cell.Short = canvas.Words(strings.TrimPrefix(b.reviewName(c.Review), "after "))
		}
		if col == 1 && c.Held {
			cell.Short = shortDate(c.Review.Held, b.today())
		}
		return cell
	}
	b.brief = widgets.NewTable(o)
}

// list is the table of reviews in sight.
func (b *reviews) list() *widgets.Table {
	if b.wide {
		return b.table
	}
	return b.brief
}
