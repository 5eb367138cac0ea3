package boards

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/sustain"
)

// makeOver lays all reviews beside each other: what each asked, and every measure at its day. The table is made anew, since its columns are the reviews.
func (b *reviews) makeOver() {
	held := b.report.Columns[:b.report.Held]
	show(b.none, len(held) == 0)
	show(b.overBox, len(held) > 0)
	if len(held) == 0 {
		b.over = nil
		b.overBox.Objects = nil
		return
	}
	columns := []widgets.TableColumn{{ID: "what", Title: "", Width: 200, Tight: 140, Grow: 1, NoSort: true}, {ID: "target", Title: "Target", Width: 100, Tight: 60, Fit: true, Right: true, NoSort: true}}
	for _, c := range held {
		columns = append(columns, widgets.TableColumn{ID: string(c.Review.ID), Title: canvas.Words(b.reviewName(c.Review)), Width: 150, Tight: 110, Fit: true, Grow: 0.2, NoSort: true})
	}
	report := b.report // the table's own: one that is exchanged may be painted once more
	b.over = widgets.NewTable(widgets.TableOptions{Columns: columns, Rows: func() int { return len(asked) + len(report.Rows) },
		Cell: func(row, col int) widgets.Cell { return b.overCell(report, row, col) }})
	b.overBox.Objects = []fyne.CanvasObject{card(b.over)}
	b.overBox.Refresh()
}

// asked are the rows above the measures.
var asked = []string{"Held", "Decision", "Standard followed", "Actions closed", "Benefit confirmed", "Confirmed by"}

func (b *reviews) overCell(r sustain.Report, row, col int) widgets.Cell {
	if row >= len(asked) {
		return overMeasure(r.Rows[row-len(asked)], col)
	}
	switch col {
	case 0:
		return widgets.Cell{Text: asked[row], Bold: true}
	case 1:
		if row == 2 {
			return widgets.Cell{Text: "4 of 4", Right: true, Token: theme.Text2}
		}
		return widgets.Cell{}
	}
	c := r.Columns[col-2]
	switch row {
	case 0:
		return dateCell(c.Review.Held, b.today())
	case 1:
		return b.cell(c, 6)
	case 2:
		if c.Review.StandardFollowed != nil {
			return widgets.Cell{Bar: true, Share: float64(*c.Review.StandardFollowed) / 4, Text: fmt.Sprintf("%d of 4", *c.Review.StandardFollowed)}
		}
	case 3:
		return widgets.Cell{Bar: true, Share: c.Share(), Text: fmt.Sprintf("%d of %d", c.Closed, c.Total)}
	case 4:
		return b.cell(c, 5)
	case 5:
		return widgets.Cell{Text: b.people[c.Review.BenefitConfirmedBy], Token: theme.Text2}
	}
	return widgets.Cell{}
}

func overMeasure(row sustain.Row, col int) widgets.Cell {
	switch col {
	case 0:
		return widgets.Cell{Text: row.Measure.Name}
	case 1:
		return widgets.Cell{Text: shown(row.Measure.Target), Right: true, Token: theme.Text2}
	}
	v := row.Values[col-2]
	switch {
	case v.Reading == nil:
		return widgets.Cell{Text: "–", Token: theme.Text3, IconRoom: true}
	case v.Stand.Reached:
		return widgets.Cell{Text: shown(v.Reading.Value), Icon: "check", IconToken: theme.OK}
	case v.Slipped:
		return widgets.Cell{Text: shown(v.Reading.Value) + ", slipped", Icon: "alert", IconToken: theme.Warn}
	case v.Stand.Worse:
		return widgets.Cell{Text: shown(v.Reading.Value) + ", worse", Icon: "alert", IconToken: theme.Danger}
	}
	return widgets.Cell{Text: shown(v.Reading.Value), IconRoom: true}
}
