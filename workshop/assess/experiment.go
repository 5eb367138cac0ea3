package assess

import (
	"errors"
	"fmt"
	"strconv"

	"nemawashi.app/workshop"
)

// MostExperiments is how many gaps are worked on at the same time.
const MostExperiments = 3

// How long an experiment runs, and when what came of it is measured.
const (
	experimentDays = 30
	remeasureDays  = 90
)

// ErrEnough is returned for a fourth gap.
var ErrEnough = errors.New("three gaps are being worked on already, which is as many as get done; finish or drop one first")

// Experiment makes of a gap an action to try for 30 days, and plans the review
// at which the round is held again, 90 days on. A gap in resources (P4, L4, T4)
// becomes a commitment to promise, too. A gap that is being worked on already is
// not begun twice: its action is returned.
func Experiment(e *workshop.Edit, q *Questionnaire, item string, today workshop.Date) (workshop.ID, error) {
	it, ok := q.Item(item)
	if !ok {
		return "", fmt.Errorf("there is no statement %q", item)
	}
	running := 0
	for _, a := range workshop.All[workshop.Action](e.Workshop()) {
		if _, ours := q.Item(string(a.Source)); !ours || a.Category != "experiment" || a.Ended() || a.Status == workshop.ActionDropped {
			continue
		}
		if string(a.Source) == item {
			return a.ID, nil
		}
		running++
	}
	if running >= MostExperiments {
		return "", ErrEnough
	}
	id := e.Add(&workshop.Action{Title: it.Experiment, Detail: it.Self.Statement, Category: "experiment", Source: workshop.ID(item),
		Start: today, Due: today.AddDays(experimentDays), Status: workshop.ActionOpen, Priority: "high"})
	if it.Role == "4" && it.Aspect != "E" {
		e.Add(&workshop.Commitment{Resource: "time", FromWhat: it.Title, CheckDate: today.AddDays(experimentDays)})
	}
	planned := today.AddDays(remeasureDays)
	for _, v := range workshop.All[workshop.Review](e.Workshop()) {
		if v.Held == "" && v.ReviewKind == strconv.Itoa(remeasureDays) && v.Planned >= today {
			return id, nil
		}
	}
	e.Add(&workshop.Review{ReviewKind: strconv.Itoa(remeasureDays), Planned: planned, Notes: "Hold the self-assessment again and compare."})
	return id, nil
}
