// Package document is a workshop as one JSON document, by the field names of
// the data dictionary: [Show] writes it, [Apply] takes one in. The command
// line and scripts speak it.
//
// What Apply takes is all or nothing. Anything it cannot take (an unknown
// kind or field, a wrong type, a value over a limit, a reference that leads
// nowhere, text that is not UTF-8, a document that is too large or too deep)
// is a [*Problem] with the place in the document and the reason, and nothing
// has changed.
//
// An object changes the fields that it names; of cells, gates and answers the
// entries that it names. null empties a field and takes an entry out.
//
// Within one document a new record may carry an id that begins with "#". It
// stands for the record in the references of the same document, and is
// replaced by a real id.
package document

import "fmt"

// Limits on a document from outside.
const (
	MaxBytes = 64 << 20
	MaxDepth = 32
)

// Problem is the reason why a document was refused, and where it is.
type Problem struct {
	Place  string // "actions[3].due", "" for the document as a whole
	Reason string
}

func (p *Problem) Error() string {
	if p.Place == "" {
		return p.Reason
	}
	return fmt.Sprintf("%s: %s", p.Place, p.Reason)
}

func problem(place, format string, args ...any) *Problem {
	return &Problem{Place: place, Reason: fmt.Sprintf(format, args...)}
}
