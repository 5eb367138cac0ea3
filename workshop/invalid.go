package workshop

import (
	"errors"
	"fmt"
)

// ErrNotFound is returned where a record is asked for that is not there.
var ErrNotFound = errors.New("no such record")

// ErrReadOnly is returned by a session that may not change its workshop.
var ErrReadOnly = errors.New("this workshop is open for reading only; nothing was changed")

// Invalid says which field of which record was refused and why. Nothing of the
// edit that it stopped was kept.
type Invalid struct {
	Kind   Kind
	ID     ID
	Field  string
	Reason string
}

func (e *Invalid) Error() string {
	if e.Field == "" {
		return fmt.Sprintf("%s: %s", e.Kind, e.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", e.Kind, e.Field, e.Reason)
}
