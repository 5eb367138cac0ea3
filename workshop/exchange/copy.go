package exchange

import (
	"encoding/json"
	"time"

	"nemawashi.app/workshop"
)

// Copy is one returned spreadsheet: what in it is not as it was exported.
type Copy struct {
	Name    string    // of the file
	Hash    string    // SHA-256 of the file, for the history
	Export  string    // id of the export that it comes from
	Made    time.Time // when that was
	Context           // in which its texts are read; the currency stands with each place
	Places  []Place
	Rows    []Row
	// Compared says that the file does not tell what it was at export. Its rows
	// are then what is not as the app has it, and every difference is a choice.
	Compared bool
	// Seen are the actions that rows of a copy with lost rows were found to be.
	Seen map[workshop.ID]bool
	Read int // rows with an action, those that nobody changed too
}

// Place is a workshop of the export.
type Place struct {
	Workshop workshop.ID
	Label    string
	Currency string
	Digits   int // behind the point of the currency
	// People are the names under which the file knows people, folded by [Fold].
	People map[string]workshop.ID
	// Refs are the labels under which it knows goals and sources: the field, a
	// zero byte and the folded label.
	Refs map[string]workshop.ID
}

// context is the copy's for one workshop of it.
func (c *Copy) context(id workshop.ID) Context {
	out := c.Context
	if p := c.Place(id); p != nil {
		out.Currency, out.Digits = p.Currency, p.Digits
	}
	return out
}

// Place finds a workshop of the export, nil when it is not in it.
func (c *Copy) Place(id workshop.ID) *Place {
	for i := range c.Places {
		if c.Places[i].Workshop == id {
			return &c.Places[i]
		}
	}
	return nil
}

// Row is a row that differs from the export, or that was added.
type Row struct {
	Line     int
	Workshop workshop.ID // "" when nothing tells which
	Action   workshop.ID // "" for a row that was added
	Guessed  bool        // which action it is follows from its title alone
	Lost     bool        // of an added row: nothing in its table tells which rows the actions are
	Twin     int         // line of another row that claims to be the same action, 0 for none
	Title    string      // as the row says it
	Edits    []Edit      // of an added row all that it says
	Problem  string      // why nothing of an added row can be taken
}

// Edit is one cell with its value.
type Edit struct {
	Field string
	Cell  string          // its address, as D7
	Text  string          // as people see it
	Base  json.RawMessage // at export, nil for none
	Value Value
}

// Value is what a cell says.
type Value struct {
	JSON    json.RawMessage // as the record holds it, nil for none
	Names   []string        // of people, in fields of people, instead of JSON
	Ref     string          // what a goal or a source is called, instead of JSON
	Keep    []workshop.ID   // people of the field whom the file does not name
	Problem string          // why it cannot be taken
}
