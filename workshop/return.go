package workshop

// Return is a spreadsheet that came back, or several in one go: which files, and
// what was decided of them. It is made in the edit that takes them back, so
// that undoing it forgets the decisions too.
//
// Settled holds marks, not values: what somebody typed may be a name.
type Return struct {
	Base
	Files   []string `json:"files,omitempty" nema:"list,generated"`   // SHA-256, in hexadecimal
	Settled []string `json:"settled,omitempty" nema:"list,generated"` // marks of package exchange, between spaces
}

// Kind implements [Record].
func (*Return) Kind() Kind { return KindReturn }
