package actionlist

import (
	"errors"

	"nemawashi.app/workshop"
)

// What an action lacks for its status. They are reasons to refuse a change, in words for the screen.
var (
	ErrNoClosing  = errors.New("an action that is done needs the date on which it was closed")
	ErrNoBlocker  = errors.New("an action that is blocked needs what blocks it")
	ErrNoVerifier = errors.New("an action that is verified needs who has verified it")
	ErrOwnWork    = errors.New("an action is verified by somebody other than its owner")
)

// Lacks says what an action lacks for its status, nil for nothing.
func Lacks(a *workshop.Action) error {
	switch a.Status {
	case workshop.ActionBlocked:
		if a.Blocker == "" {
			return ErrNoBlocker
		}
	case workshop.ActionDone:
		if a.Closed == "" {
			return ErrNoClosing
		}
	case workshop.ActionVerified:
		switch {
		case a.Closed == "":
			return ErrNoClosing
		case a.VerifiedBy == "":
			return ErrNoVerifier
		case a.VerifiedBy == a.Owner:
			return ErrOwnWork
		}
	}
	return nil
}

// Check refuses a change after which an action lacks something that it did not lack before. What came incomplete from a spreadsheet or another
// device can so be changed step by step.
func Check(before, after *workshop.Action) error {
	if err := Lacks(after); err != nil && !errors.Is(Lacks(before), err) {
		return err
	}
	return nil
}
