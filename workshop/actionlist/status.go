package actionlist

import "nemawashi.app/workshop"

// SetStatus changes an action's status and what follows from it: an action
// that ends has a closing date, one that is done is complete, one that is open
// again has neither. The action must be one of an edit.
func SetStatus(a *workshop.Action, status string, today workshop.Date) {
	if a.Status == status {
		return
	}
	before := *a
	a.Status = status
	switch {
	case a.Ended() && !before.Ended():
		a.Closed = today
	case !a.Ended() && before.Ended():
		a.Closed = ""
		if before.Status != workshop.ActionDropped {
			a.Progress = 0
		}
	}
	switch status {
	case workshop.ActionDone, workshop.ActionVerified:
		a.Progress = 100
	}
	if status != workshop.ActionVerified {
		a.VerifiedBy = ""
	}
}

// SetProgress changes how far an action is. One that nobody had started is
// started by it, and one that was done is not any more when something is left;
// that it is done is for somebody to say.
func SetProgress(a *workshop.Action, percent int, today workshop.Date) {
	percent = min(max(percent, 0), 100)
	switch a.Status {
	case workshop.ActionDone, workshop.ActionVerified:
		if percent < 100 {
			SetStatus(a, workshop.ActionStarted, today)
		}
	case workshop.ActionOpen, "":
		if percent > 0 {
			SetStatus(a, workshop.ActionStarted, today)
		}
	}
	a.Progress = percent
}
