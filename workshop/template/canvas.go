package template

import "slices"

// The shapes of a canvas. They are all that the screens have to know.
const (
	ShapeColumns = "columns" // cards in columns; the cell "text" is what stands on the card
	ShapeTable   = "table"   // rows of typed cells
	ShapeForm    = "form"    // exactly one card, its cells one below the other
	ShapeField   = "field"   // cards on two axes
	ShapeTree    = "tree"    // cards that hang from each other; with columns, a fishbone whose bones these are
)

// The types of a cell.
const (
	TypeText   = "text"
	TypeNote   = "note"
	TypeInt    = "int"
	TypeMoney  = "money"
	TypeDate   = "date"
	TypeChoice = "choice"
	TypePerson = "person"
	TypeBool   = "bool"
)

var (
	shapes = []string{ShapeColumns, ShapeTable, ShapeForm, ShapeField, ShapeTree}
	types  = []string{TypeText, TypeNote, TypeInt, TypeMoney, TypeDate, TypeChoice, TypePerson, TypeBool}
)

// TextCell is the cell that every canvas of columns begins with.
const TextCell = "text"

// Canvas is a surface on which a step collects cards.
type Canvas struct {
	ID       string   `json:"id,omitempty"`
	Title    string   `json:"title,omitempty"`
	Question string   `json:"question,omitempty"`
	Shape    string   `json:"shape,omitempty"`
	Columns  []Column `json:"columns,omitempty"`
	Cells    []Cell   `json:"cells,omitempty"`
	Axes     []Axis   `json:"axes,omitempty"` // of a field: horizontal, vertical
	// Quadrants of a field, none or four: upper left, upper right, lower left, lower
	// right. A card that is moved into one gets its id in every choice that has it.
	Quadrants []Quadrant `json:"quadrants,omitempty"`
	Key       bool       `json:"key,omitempty"` // the sponsor's readout shows it
}

// Column is a column of cards.
type Column struct {
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
	Icon  string `json:"icon,omitempty"`
	Hint  string `json:"hint,omitempty"`
}

// Cell is one typed value of a card.
type Cell struct {
	ID           string   `json:"id,omitempty"`
	Title        string   `json:"title,omitempty"`
	Type         string   `json:"type,omitempty"`
	Unit         string   `json:"unit,omitempty"`
	Choices      []Choice `json:"choices,omitempty"`
	Min          int      `json:"min,omitempty"` // bounds of a number, both included;
	Max          int      `json:"max,omitempty"` // none when both are 0
	Required     bool     `json:"required,omitempty"`
	Sum          bool     `json:"sum,omitempty"`
	Confidential bool     `json:"confidential,omitempty"`
	Hint         string   `json:"hint,omitempty"`
	Width        int      `json:"width,omitempty"` // relative to the other cells, 0 as 1
}

// Choice is one value of a choice: the card keeps its id.
type Choice struct {
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
}

// Axis is a side of a field: it stands for a cell with a number.
type Axis struct {
	Cell  string `json:"cell,omitempty"`
	Title string `json:"title,omitempty"`
	Low   string `json:"low,omitempty"`
	High  string `json:"high,omitempty"`
	Min   int    `json:"min"`
	Max   int    `json:"max"`
}

// Quadrant is a corner of a field. Its id is that of a choice, where one follows it.
type Quadrant struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Hint  string `json:"hint,omitempty"`
}

// Quadrant says in which of the four a card of these values stands, from 0: the
// middle belongs to the left and to the upper half.
func (c *Canvas) Quadrant(across, up float64) int {
	n := 0
	if across > float64(c.Axes[0].Min+c.Axes[0].Max)/2 {
		n++
	}
	if up < float64(c.Axes[1].Min+c.Axes[1].Max)/2 {
		n += 2
	}
	return n
}

// Cell returns the cell, or false.
func (c *Canvas) Cell(id string) (*Cell, bool) {
	i := slices.IndexFunc(c.Cells, func(cell Cell) bool { return cell.ID == id })
	if i < 0 {
		return nil, false
	}
	return &c.Cells[i], true
}

// Column returns the column, or false.
func (c *Canvas) Column(id string) (*Column, bool) {
	i := slices.IndexFunc(c.Columns, func(col Column) bool { return col.ID == id })
	if i < 0 {
		return nil, false
	}
	return &c.Columns[i], true
}

// ChoiceTitle is how a stored choice reads; a value that is none of the
// choices reads as it is stored, so that it is never hidden.
func (c *Cell) ChoiceTitle(id string) string {
	for _, choice := range c.Choices {
		if choice.ID == id {
			return choice.Title
		}
	}
	return id
}
