package workshop

import "errors"

// What an action lacks for its status. They are reasons to refuse a change, in words that people read.
var (
	ErrNoClosing  = errors.New("an action that is done needs the date on which it was closed")
	ErrNoBlocker  = errors.New("an action that is blocked needs what blocks it")
	ErrNoVerifier = errors.New("an action that is verified needs who has verified it")
	ErrOwnWork    = errors.New("an action is verified by somebody other than its owner")
)

// Lacks says what the action lacks for its status, nil for nothing.
func (a *Action) Lacks() error {
	switch a.Status {
	case ActionBlocked:
		if blank(a.Blocker) {
			return ErrNoBlocker
		}
	case ActionDone:
		if a.Closed == "" {
			return ErrNoClosing
		}
	case ActionVerified:
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

// Breaks says which rule of its status an action breaks that it did not break before; before is nil for a new one.
// What came incomplete from another device or an older version can so be opened, shown and mended step by step.
func (a *Action) Breaks(before *Action) error {
	err := a.Lacks()
	if err != nil && before != nil && errors.Is(before.Lacks(), err) {
		return nil
	}
	return err
}

// lackingField is the field in which the reason is to be put right.
var lackingField = map[error]string{ErrNoClosing: "closed", ErrNoBlocker: "blocker", ErrNoVerifier: "verified_by", ErrOwnWork: "verified_by"}

// checkRule refuses an edit after which an action breaks a rule of its status, whoever asks for it: the window, a
// document, a spreadsheet. Undo and what other devices have changed do not come this way.
func checkRule(before, after Record) error {
	a, ok := after.(*Action)
	if !ok {
		return nil
	}
	was, _ := before.(*Action)
	if err := a.Breaks(was); err != nil {
		return &Invalid{Kind: KindAction, ID: a.ID, Field: lackingField[err], Reason: "does not fit the status: " + err.Error()}
	}
	return nil
}

// close gives an action that this edit ends the day on which it was closed, where nobody has said another.
func (e *Edit) close() {
	for _, id := range e.order {
		d := e.drafts[id]
		now, ok := d.after.(*Action)
		if !ok || !now.Ended() || now.Closed != "" {
			continue
		}
		if was, known := d.before.(*Action); !known || !was.Ended() {
			now.Closed = e.today
		}
	}
}

// SetStatus changes the action's status and what follows from it: an action that ends has a closing date, one that is
// done is complete, one that is open again has neither, and only what is verified says by whom. The action must be
// one of an edit.
func (a *Action) SetStatus(status string, today Date) {
	if a.Status == status {
		return
	}
	before := *a
	a.Status = status
	switch {
	case a.Ended() && (!before.Ended() || a.Closed == ""):
		a.Closed = today
	case !a.Ended() && before.Ended():
		a.Closed = ""
		if before.Status != ActionDropped {
			a.Progress = 0
		}
	}
	switch status {
	case ActionDone, ActionVerified:
		a.Progress = 100
	}
	if status != ActionVerified {
		a.VerifiedBy = ""
	}
}

// SetProgress changes how far the action is. One that nobody had started is started by it, and one that was done is
// not any more when something is left; that it is done is for somebody to say.
func (a *Action) SetProgress(percent int, today Date) {
	percent = min(max(percent, 0), 100)
	switch a.Status {
	case ActionDone, ActionVerified:
		if percent < 100 {
			a.SetStatus(ActionStarted, today)
		}
	case ActionOpen, "":
		if percent > 0 {
			a.SetStatus(ActionStarted, today)
		}
	}
	a.Progress = percent
}
