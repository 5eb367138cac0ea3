package workshop

import (
	"encoding/json"
	"strconv"
)

// Card is one entry on a canvas. Cards serve every canvas: the template says
// which columns and cells it has; Cells maps the cell's id to its value, a
// string, a number or a bool.
type Card struct {
	Base
	Canvas   string         `json:"canvas" nema:"text,required"`
	Column   string         `json:"column,omitempty" nema:"text"`
	Position int            `json:"position,omitempty" nema:"int,min=0,max=1000000"`
	Parent   ID             `json:"parent,omitempty" nema:"ref=card"` // on a tree: the card that this one hangs from
	Cells    map[string]any `json:"cells,omitempty" nema:"cells"`
	Group    ID             `json:"group,omitempty" nema:"ref=step"` // the group that works on its own copy; none for all together
	Author   ID             `json:"author,omitempty" nema:"person,personal"`
	Done     bool           `json:"done,omitempty" nema:"bool"`
	Action   ID             `json:"action,omitempty" nema:"ref=action"`
	Goal     ID             `json:"goal,omitempty" nema:"ref=goal"` // of the catchball: the goal that it is about
}

// Kind implements [Record].
func (*Card) Kind() Kind { return KindCard }

// Text is the cell's value as it is read aloud; empty when there is none.
func (c *Card) Text(cell string) string {
	switch v := c.Cells[cell].(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	case json.Number:
		return v.String()
	case bool:
		if v {
			return "yes"
		}
		return "no"
	}
	return ""
}

// Number is the cell's value as a number, and whether it is one.
func (c *Card) Number(cell string) (float64, bool) {
	switch v := c.Cells[cell].(type) {
	case float64:
		return v, true
	case int:
		return float64(v), true
	}
	return 0, false
}

// Set writes the cell's value; an empty string or nil clears it.
func (c *Card) Set(cell string, v any) {
	if v == nil || v == "" {
		delete(c.Cells, cell)
		return
	}
	if c.Cells == nil {
		c.Cells = map[string]any{}
	}
	if n, ok := v.(int); ok {
		v = float64(n)
	}
	c.Cells[cell] = v
}
