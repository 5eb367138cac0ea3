package template

import "slices"

// checkCanvas checks one canvas of a library.
func (l *loader) checkCanvas(p place, c *Canvas) {
	p.needText("title", c.Title)
	p.needText("question", c.Question)
	p.needOne("shape", c.Shape, shapes)
	l.checkColumns(p, c)
	checkCells(p, c)
	checkAxes(p, c)
	checkQuadrants(p, c)
}

func (l *loader) checkColumns(p place, c *Canvas) {
	switch {
	case c.Shape == ShapeColumns && len(c.Columns) < 2:
		p.problem("columns", "a canvas of columns needs at least 2 columns, has %d", len(c.Columns))
	case c.Shape != ShapeColumns && c.Shape != ShapeTree && len(c.Columns) > 0:
		p.problem("columns", "only a canvas of columns or a tree has columns, this is a %s", c.Shape)
	}
	seen := map[string]bool{}
	for i, col := range c.Columns {
		at := p.item("columns", i, "column", col.ID)
		at.needID(col.ID, seen)
		at.needText("title", col.Title)
		l.checkIcon(at, col.Icon)
	}
}

func (l *loader) checkIcon(p place, icon string) {
	if icon != "" && !slices.Contains(l.icons, icon) {
		p.problem("icon", "unknown icon %q", icon)
	}
}

// startsWithText are the shapes whose cards show their text, in words.
var startsWithText = map[string]string{ShapeColumns: "canvas of columns", ShapeField: "field", ShapeTree: "tree"}

func checkCells(p place, c *Canvas) {
	if len(c.Cells) == 0 {
		p.problem("cells", "has no cells")
		return
	}
	if words := startsWithText[c.Shape]; words != "" && (c.Cells[0].ID != TextCell || c.Cells[0].Type != TypeText) {
		p.problem("cells", "the first cell of a %s must be %q of type text", words, TextCell)
	}
	seen := map[string]bool{}
	for i := range c.Cells {
		checkCell(p.item("cells", i, "cell", c.Cells[i].ID), &c.Cells[i], seen)
	}
}

func checkCell(p place, cell *Cell, seen map[string]bool) {
	p.needID(cell.ID, seen)
	p.needText("title", cell.Title)
	p.needOne("type", cell.Type, types)
	number := cell.Type == TypeInt || cell.Type == TypeMoney
	if cell.Sum && !number {
		p.problem("sum", "only numbers and money have a sum, this is of type %q", cell.Type)
	}
	if cell.Unit != "" && cell.Type != TypeInt {
		p.problem("unit", "only a number has a unit, this is of type %q", cell.Type)
	}
	if (cell.Min != 0 || cell.Max != 0) && cell.Type != TypeInt {
		p.problem("max", "only a number has bounds, this is of type %q", cell.Type)
	}
	if cell.Min > cell.Max {
		p.problem("min", "min %d is above max %d", cell.Min, cell.Max)
	}
	if cell.Width < 0 || cell.Width > 20 {
		p.problem("width", "width must be 0 to 20, not %d", cell.Width)
	}
	checkChoices(p, cell)
}

func checkChoices(p place, cell *Cell) {
	switch {
	case cell.Type == TypeChoice && len(cell.Choices) < 2:
		p.problem("choices", "a choice needs at least 2 choices, has %d", len(cell.Choices))
	case cell.Type != TypeChoice && len(cell.Choices) > 0:
		p.problem("choices", "only a choice has choices, this is of type %q", cell.Type)
	}
	seen := map[string]bool{}
	for i, choice := range cell.Choices {
		at := p.item("choices", i, "choice", choice.ID)
		at.needID(choice.ID, seen)
		at.needText("title", choice.Title)
	}
}

func checkAxes(p place, c *Canvas) {
	if c.Shape == ShapeField && len(c.Axes) != 2 {
		p.problem("axes", "a field needs 2 axes, has %d", len(c.Axes))
	}
	if c.Shape != ShapeField && len(c.Axes) > 0 {
		p.problem("axes", "only a field has axes, this is a %s", c.Shape)
	}
	for i, axis := range c.Axes {
		at := p.item("axes", i, "axis", axis.Cell)
		at.needText("title", axis.Title)
		at.needText("low", axis.Low)
		at.needText("high", axis.High)
		if cell, ok := c.Cell(axis.Cell); !ok || cell.Type != TypeInt {
			at.problem("cell", "there is no cell %q with a number", axis.Cell)
		}
		if axis.Min >= axis.Max {
			at.problem("max", "min %d must be below max %d", axis.Min, axis.Max)
		}
	}
}

func checkQuadrants(p place, c *Canvas) {
	switch {
	case len(c.Quadrants) == 0:
	case c.Shape != ShapeField:
		p.problem("quadrants", "only a field has quadrants, this is a %s", c.Shape)
	case len(c.Quadrants) != 4:
		p.problem("quadrants", "a field has no quadrants or 4, not %d", len(c.Quadrants))
	}
	seen := map[string]bool{}
	for i, q := range c.Quadrants {
		at := p.item("quadrants", i, "quadrant", q.ID)
		at.needID(q.ID, seen)
		at.needText("title", q.Title)
	}
}
