package workshop

import "encoding/json"

// Verb is what a change does.
type Verb string

// The verbs of a change.
const (
	VerbSet    Verb = "set"    // a field has a new value; with field "" the record begins, or is there again
	VerbDelete Verb = "delete" // the record is gone; its values are kept until an erase
	VerbErase  Verb = "erase"  // the record's values are gone from everywhere, for good
)

// Change is one field of one record set to one value, by one author who had
// seen the changes named in Parents. Values are JSON; an absent one is nil.
//
// With Field "" and verb set, New is the record's first document, or nil where
// a deleted record is brought back.
type Change struct {
	Ref
	Workshop ID              `json:"workshop"`
	Record   ID              `json:"record"`
	Kind     Kind            `json:"kind"`
	Field    string          `json:"field,omitempty"`
	Old      json.RawMessage `json:"old,omitempty"`
	New      json.RawMessage `json:"new,omitempty"`
	Parents  []Ref           `json:"parents,omitempty"`
	Stamp    Stamp           `json:"stamp"`
	Author   string          `json:"author,omitempty"`
	Verb     Verb            `json:"verb"`
}
