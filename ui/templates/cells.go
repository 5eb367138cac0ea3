package templates

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// typeWords are the types of a cell, in the order of template.Types.
var typeWords = []string{"Text", "Note", "Number", "Money", "Date", "Choice", "Person", "Yes or no"}

func trimmed(s string) string { return strings.TrimSpace(s) }

// cellRows are the cells of a canvas: what each card holds.
func (e *Editor) cellRows(id string, c *template.Canvas) []fyne.CanvasObject {
	title := "What a card holds"
	switch c.Shape {
	case template.ShapeTable:
		title = "Columns of the table"
	case template.ShapeForm:
		title = "Fields of the form"
	}
	rows := []fyne.CanvasObject{widgets.Space(0, 4), e.section(title, "Cell", id, func(c *template.Canvas) {
		c.Cells = append(c.Cells, template.Cell{ID: freeCell(c, fmt.Sprintf("cell-%d", len(c.Cells)+1)), Title: "New cell", Type: template.TypeText})
	})}
	for i := range c.Cells {
		rows = append(rows, e.cellRow(id, c, i))
	}
	return rows
}

// fixed says whether a cell is part of the shape, so that it keeps its type and
// cannot be removed.
func fixed(c *template.Canvas, i int) bool {
	if i == 0 && c.Cells[0].ID == template.TextCell && c.Shape != template.ShapeTable && c.Shape != template.ShapeForm {
		return true
	}
	return slices.ContainsFunc(c.Axes, func(a template.Axis) bool { return a.Cell == c.Cells[i].ID })
}

func (e *Editor) cellRow(id string, c *template.Canvas, i int) fyne.CanvasObject {
	cell := &c.Cells[i]
	key := "cell-" + cell.ID
	change := func(label string, f func(*template.Cell)) {
		e.typed(label, "", on(id, func(c *template.Canvas) { f(&c.Cells[i]) }))
	}
	name := e.word("Title of a cell", "Minutes lost", key, id, cell.Title, func(c *template.Canvas, s string) { c.Cells[i].Title = s })
	kind := e.pick("Type", template.Types(), typeWords, cell.Type, func(t *template.Template, s string) { on(id, func(c *template.Canvas) { retype(&c.Cells[i], s) })(t) })
	var move fyne.CanvasObject = widgets.NewIcon("lock", theme.Text3)
	if fixed(c, i) {
		kind.SetEnabled(false)
	} else {
		move = e.mover("cell", i, len(c.Cells),
			func(t *template.Template, a, b int) {
				on(id, func(c *template.Canvas) {
					if !fixed(c, b) {
						c.Cells[a], c.Cells[b] = c.Cells[b], c.Cells[a]
					}
				})(t)
			},
			func(t *template.Template) {
				on(id, func(c *template.Canvas) { c.Cells = slices.Delete(c.Cells, i, i+1) })(t)
			})
	}
	width := widgets.NewSelect([]string{"Narrow", "Usual", "Wide", "Very wide"}, widthAt(cell.Width), func(n int) {
		change("Change of the width", func(c *template.Cell) { c.Width = widths[n] })
	})
	rows := []fyne.CanvasObject{widgets.HStack(6, widgets.Grow(name), move), widgets.GridOf(2, 6, kind, width),
		e.hint("Hint of a cell", "What stands in the empty field", key+"-hint", id, cell.Hint, func(c *template.Canvas, s string) { c.Cells[i].Hint = s })}
	switch cell.Type {
	case template.TypeChoice:
		titles := make([]string, len(cell.Choices))
		for j, choice := range cell.Choices {
			titles[j] = choice.Title
		}
		rows = append(rows, e.words("Choices, with commas between them", "Adopt, Adapt, Abandon", key+"-choices", id, strings.Join(titles, ", "),
			func(c *template.Canvas, s string) { c.Cells[i].Choices = choices(c.Cells[i].Choices, s) }))
	case template.TypeInt:
		rows = append(rows, widgets.GridOf(3, 6,
			e.words("Unit", "min", key+"-unit", id, cell.Unit, func(c *template.Canvas, s string) { c.Cells[i].Unit = s }),
			e.bound("From", key+"-min", id, cell.Min, func(c *template.Canvas) *int { return &c.Cells[i].Min }),
			e.bound("To", key+"-max", id, cell.Max, func(c *template.Canvas) *int { return &c.Cells[i].Max })))
	}
	checks := []fyne.CanvasObject{
		widgets.NewCheck("Needed", cell.Required, func(on bool) {
			change("Change of what is needed", func(c *template.Cell) { c.Required = on })
		}),
		widgets.NewCheck("Confidential", cell.Confidential, func(on bool) {
			change("Change of what is confidential", func(c *template.Cell) { c.Confidential = on })
		}),
	}
	if cell.Type == template.TypeInt || cell.Type == template.TypeMoney {
		checks = append(checks, widgets.NewCheck("Sum", cell.Sum, func(on bool) { change("Change of the sum", func(c *template.Cell) { c.Sum = on }) }))
	}
	return block(append(rows, widgets.Flow(12, checks...))...)
}

// bound is a number of a cell.
func (e *Editor) bound(label, key, id string, value int, at func(*template.Canvas) *int) fyne.CanvasObject {
	return widgets.Labeled(label, e.number(label, key, value, func(t *template.Template) *int {
		if c, ok := t.Canvas(id); ok {
			return at(c)
		}
		return nil
	}))
}

// widths are the shares of a row that a cell may take.
var widths = []int{1, 2, 3, 5}

func widthAt(w int) int {
	at := 0
	for i, known := range widths {
		if w >= known {
			at = i
		}
	}
	return at
}

// retype gives a cell another type and takes off what that type cannot have.
func retype(c *template.Cell, kind string) {
	c.Type = kind
	if kind != template.TypeInt {
		c.Unit, c.Min, c.Max = "", 0, 0
	}
	if kind != template.TypeInt && kind != template.TypeMoney {
		c.Sum = false
	}
	if kind != template.TypeChoice {
		c.Choices = nil
	} else if len(c.Choices) == 0 {
		c.Choices = choices(nil, "Yes, No")
	}
}

// choices reads titles with commas between them. A title that was there keeps
// its id, and so does the one in the place of a title that was changed: cards
// hold the id.
func choices(was []template.Choice, text string) []template.Choice {
	var out []template.Choice
	taken := map[string]bool{}
	titles := slices.DeleteFunc(strings.Split(text, ","), func(s string) bool { return trimmed(s) == "" })
	id := func(i int, title string) string {
		for _, c := range was {
			if c.Title == title && !taken[c.ID] {
				return c.ID
			}
		}
		if len(was) == len(titles) && !taken[was[i].ID] {
			return was[i].ID
		}
		for n := 1; ; n++ {
			id := fmt.Sprintf("choice-%d", n)
			if !taken[id] && !slices.ContainsFunc(was, func(c template.Choice) bool { return c.ID == id }) {
				return id
			}
		}
	}
	for i, title := range titles {
		title = trimmed(title)
		c := template.Choice{ID: id(i, title), Title: title}
		taken[c.ID] = true
		out = append(out, c)
	}
	return out
}
