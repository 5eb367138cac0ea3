package templates

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// shapeWords say what a shape is good for.
var shapeWords = map[string]string{
	template.ShapeColumns: "Cards in columns: losses by waste, plus and delta, forces for and against.",
	template.ShapeTable:   "Rows of cells: a plan, a list with owners and dates.",
	template.ShapeForm:    "One form: a charter, a vision, a promise.",
	template.ShapeField:   "Cards on two axes, such as impact by effort.",
	template.ShapeTree:    "Cards that hang from each other: why, and why again.",
}

// canvasPane is the form of a canvas with the canvas itself beside it, or below
// where there is no room.
func (e *Editor) canvasPane(id string) fyne.CanvasObject {
	c, _ := e.draft.now.Canvas(id)
	e.picture = newPicture(*c, e.desk.Now)
	scroll := widgets.NewScroll(widgets.Pad(widgets.VStack(12, e.canvasForm(id)...), theme.PadPage, theme.PadPage))
	return container.New(&besides{form: scroll, picture: e.picture.panel}, scroll, e.picture.panel)
}

// besides puts the picture at the right of the form, or at its foot.
type besides struct{ form, picture fyne.CanvasObject }

// MinSize is Fyne's.
func (*besides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// Layout is Fyne's.
func (b *besides) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b.form.Move(fyne.NewPos(0, 0))
	if left := theme.Width(400); size.Width >= left+theme.Scaled(360) {
		b.form.Resize(fyne.NewSize(left, size.Height))
		b.picture.Move(fyne.NewPos(left, 0))
		b.picture.Resize(fyne.NewSize(size.Width-left, size.Height))
		return
	}
	high := float32(int(size.Height * 0.55))
	b.form.Resize(fyne.NewSize(size.Width, high))
	b.picture.Move(fyne.NewPos(0, high))
	b.picture.Resize(fyne.NewSize(size.Width, size.Height-high))
}

// on is the canvas of a template, for a change.
func on(id string, f func(*template.Canvas)) func(*template.Template) {
	return func(t *template.Template) {
		if c, ok := t.Canvas(id); ok {
			f(c)
		}
	}
}

// words is a field of one text on a canvas.
func (e *Editor) words(label, hint, key, id, value string, set func(*template.Canvas, string)) fyne.CanvasObject {
	return widgets.Labeled(label, e.word(label, hint, key, id, value, set))
}

// word is such a field without its label.
func (e *Editor) word(label, hint, key, id, value string, set func(*template.Canvas, string)) *widgets.Entry {
	return e.entry(field{label: label, hint: hint, key: key, value: value, set: func(t *template.Template, s string) {
		on(id, func(c *template.Canvas) { set(c, trimmed(s)) })(t)
	}})
}

// hint is a text that wraps, for it is read in a narrow place.
func (e *Editor) hint(label, hint, key, id, value string, set func(*template.Canvas, string)) *widgets.Entry {
	return e.entry(field{label: label, hint: hint, key: key, value: value, rows: 2, set: func(t *template.Template, s string) {
		on(id, func(c *template.Canvas) { set(c, strings.Join(strings.Fields(s), " ")) })(t)
	}})
}

func (e *Editor) canvasForm(id string) []fyne.CanvasObject {
	c, _ := e.draft.now.Canvas(id)
	e.first = nil
	shape := e.pick("Shape", template.Shapes(), []string{"Columns", "Table", "Form", "Field", "Tree"}, c.Shape, func(t *template.Template, s string) { on(id, func(c *template.Canvas) { reshape(c, s) })(t) })
	rows := []fyne.CanvasObject{
		widgets.HStack(theme.Gap, widgets.Grow(widgets.NewText("Canvas", theme.PageTitle)), widgets.NewQuietIcon("stack", "Duplicate (Ctrl+D)", e.duplicate), widgets.NewQuietIcon("x", "Remove (Del)", e.remove)),
		e.words("Title", "8 wastes", "title", id, c.Title, func(c *template.Canvas, s string) { c.Title = s }),
		e.words("Question", "What did you see?", "question", id, c.Question, func(c *template.Canvas, s string) { c.Question = s }),
		widgets.Labeled("Shape", shape),
		widgets.NewText(shapeWords[c.Shape], theme.Caption).In(theme.Text2),
		widgets.NewCheck("The sponsor's readout shows it", c.Key, func(shown bool) {
			e.typed("Change of what the sponsor sees", "", on(id, func(c *template.Canvas) { c.Key = shown }))
		}),
	}
	switch c.Shape {
	case template.ShapeColumns, template.ShapeTree:
		rows = append(rows, e.columnRows(id, c)...)
	case template.ShapeField:
		rows = append(rows, e.axisRows(id, c)...)
	}
	return append(rows, e.cellRows(id, c)...)
}

// reshape gives a canvas another shape, with what that shape cannot do without.
// What only the old shape had is taken off; undo brings it back.
func reshape(c *template.Canvas, shape string) {
	c.Shape = shape
	if shape != template.ShapeTable && shape != template.ShapeForm && (len(c.Cells) == 0 || c.Cells[0].ID != template.TextCell || c.Cells[0].Type != template.TypeText) {
		c.Cells = slices.DeleteFunc(c.Cells, func(cell template.Cell) bool { return cell.ID == template.TextCell })
		c.Cells = slices.Insert(c.Cells, 0, template.Cell{ID: template.TextCell, Title: "Text", Type: template.TypeText, Required: true})
	}
	switch shape {
	case template.ShapeColumns:
		for i := len(c.Columns); i < 2; i++ {
			addColumn(c)
		}
	case template.ShapeTree:
	default:
		c.Columns = nil
	}
	if shape != template.ShapeField {
		c.Axes, c.Quadrants = nil, nil
		return
	}
	for _, axis := range []template.Axis{{Cell: "effort", Title: "Effort", Low: "Easy", High: "Hard", Min: 1, Max: 5}, {Cell: "impact", Title: "Impact", Low: "Little", High: "Much", Min: 1, Max: 5}}[min(2, len(c.Axes)):] {
		axis.Cell = freeCell(c, axis.Cell)
		c.Cells = append(c.Cells, template.Cell{ID: axis.Cell, Title: axis.Title, Type: template.TypeInt, Min: 1, Max: 5})
		c.Axes = append(c.Axes, axis)
	}
}

func addColumn(c *template.Canvas) {
	for n := len(c.Columns) + 1; ; n++ {
		id := fmt.Sprintf("column-%d", n)
		if _, taken := c.Column(id); !taken {
			c.Columns = append(c.Columns, template.Column{ID: id, Title: fmt.Sprintf("Column %d", n)})
			return
		}
	}
}

func freeCell(c *template.Canvas, wanted string) string {
	id := wanted
	for n := 2; ; n++ {
		if _, taken := c.Cell(id); !taken {
			return id
		}
		id = fmt.Sprintf("%s-%d", wanted, n)
	}
}

// section is a heading with a way to add one more.
func (e *Editor) section(title, add string, id string, f func(*template.Canvas)) fyne.CanvasObject {
	return widgets.SubHeading(title, widgets.NewButtonKind(widgets.Secondary, add, "plus", func() { e.did(add, on(id, f)) }).Sized(theme.ButtonSmall))
}

func (e *Editor) columnRows(id string, c *template.Canvas) []fyne.CanvasObject {
	title := "Columns"
	if c.Shape == template.ShapeTree {
		title = "Branches, or none"
	}
	rows := []fyne.CanvasObject{widgets.Space(0, 4), e.section(title, "Column", id, addColumn)}
	for i, col := range c.Columns {
		key := "column-" + col.ID
		name := e.word("Title of a column", "Motion", key, id, col.Title, func(c *template.Canvas, s string) { c.Columns[i].Title = s })
		hint := e.hint("Hint of a column", "What belongs here", key+"-hint", id, col.Hint, func(c *template.Canvas, s string) { c.Columns[i].Hint = s })
		icon := e.icons(col.Icon, func(t *template.Template, s string) { on(id, func(c *template.Canvas) { c.Columns[i].Icon = s })(t) })
		move := e.mover("column", i, len(c.Columns),
			func(t *template.Template, a, b int) {
				on(id, func(c *template.Canvas) { c.Columns[a], c.Columns[b] = c.Columns[b], c.Columns[a] })(t)
			},
			func(t *template.Template) {
				on(id, func(c *template.Canvas) { c.Columns = slices.Delete(c.Columns, i, i+1) })(t)
			})
		rows = append(rows, block(widgets.HStack(6, widgets.Grow(name), widgets.Wide(icon, 116), move), hint))
	}
	return rows
}

// block is one of several things of a canvas.
func block(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPanel(widgets.VStack(theme.Gap, rows...), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 10, PadY: 10})
}

// corners are the quadrants in their order.
var corners = [4]string{"Upper left", "Upper right", "Lower left", "Lower right"}

func (e *Editor) axisRows(id string, c *template.Canvas) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.Space(0, 4), widgets.SubHeading("Axes")}
	for i, axis := range c.Axes {
		side := "Left to right"
		if i == 1 {
			side = "Bottom to top"
		}
		key := fmt.Sprintf("axis-%d", i)
		rows = append(rows, block(
			e.words(side, "Effort", key, id, axis.Title, func(c *template.Canvas, s string) {
				c.Axes[i].Title = s
				if cell, ok := c.Cell(c.Axes[i].Cell); ok && s != "" {
					cell.Title = s
				}
			}),
			widgets.GridOf(2, theme.Gap,
				e.words("Low end", "Easy", key+"-low", id, axis.Low, func(c *template.Canvas, s string) { c.Axes[i].Low = s }),
				e.words("High end", "Hard", key+"-high", id, axis.High, func(c *template.Canvas, s string) { c.Axes[i].High = s }))))
	}
	if len(c.Quadrants) == 0 {
		return append(rows, e.section("Quadrants", "Name the quadrants", id, func(c *template.Canvas) {
			for i, name := range corners {
				c.Quadrants = append(c.Quadrants, template.Quadrant{ID: fmt.Sprintf("quadrant-%d", i+1), Title: name})
			}
		}))
	}
	rows = append(rows, widgets.SubHeading("Quadrants", widgets.NewQuietIcon("x", "Remove the names of the quadrants", func() {
		e.did("Remove the quadrants", on(id, func(c *template.Canvas) { c.Quadrants = nil }))
	})))
	var names []fyne.CanvasObject
	for i, q := range c.Quadrants {
		names = append(names, e.words(corners[i%4], "Do now", fmt.Sprintf("quadrant-%d", i), id, q.Title, func(c *template.Canvas, s string) { c.Quadrants[i].Title = s }))
	}
	return append(rows, widgets.GridOf(2, theme.Gap, names...))
}
