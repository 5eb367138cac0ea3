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
	ExperimentDays = 30
	remeasureDays  = 90
)

// ErrEnough is returned for a fourth gap.
var ErrEnough = errors.New("three gaps are being worked on already, which is as many as get done; finish or drop one first")

// Try is a gap that is chosen, and what is to come of it.
type Try struct {
	Item  string      // of the questionnaire
	Round workshop.ID // from which it was chosen
	Owner workshop.ID // who tries it; "" while nobody does
	Start workshop.Date
	Due   workshop.Date // when it has been tried long enough; 30 days from its start where nothing is said
	// Promise makes a commitment of a gap in resources, Theme a group without a
	// name on the resistance map of a gap in how resistance is met. Of other
	// gaps neither is made; see [Feeds].
	Promise, Theme bool
}

// Feeds says what a gap is fit for, beside an experiment: those in resources
// (P4, L4, T4) for a commitment, those in meeting resistance (L3, P3, E3, T3)
// for the resistance map.
func (i Item) Feeds() (promise, theme bool) {
	_, theme = themes[i.ID]
	return i.Role == "4" && i.Aspect != "E" && i.Aspect != "", theme
}

// Cause is the cause of resistance that a gap speaks of, "" where it is none.
func (i Item) Cause() string { return themes[i.ID].cause }

// themes are the causes of resistance that gaps speak of, as the resistance map
// names them. They are suggestions for a facilitator to accept and are never
// about a person: what was answered says nothing about one.
var themes = map[string]struct{ cause, level string }{
	"L3": {"distrust of messenger", "don't trust us"},
	"P3": {"loss of control", "don't like it"},
	"E3": {"distrust of messenger", "don't trust us"},
	"T3": {"fear of loss", "don't like it"},
}

// ErrDates is returned for an experiment that ends before it begins.
var ErrDates = errors.New("the experiment would be over before it begins; nothing was made of the gap; give it a later end")

// Experiment makes of a gap an action to try for 30 days, and plans the review
// at which the round is held again, 90 days after it begins. A gap that is being
// worked on already is not begun twice: its action is returned as it is.
func Experiment(e *workshop.Edit, q *Questionnaire, t Try, today workshop.Date) (workshop.ID, error) {
	it, ok := q.Item(t.Item)
	if !ok {
		return "", fmt.Errorf("there is no statement %q", t.Item)
	}
	if t.Start == "" {
		t.Start = today
	}
	if t.Due == "" {
		t.Due = t.Start.AddDays(ExperimentDays)
	}
	if t.Due < t.Start {
		return "", ErrDates
	}
	running := Running(e.Workshop(), q)
	if a := running[t.Item]; a != nil {
		return a.ID, nil
	}
	if len(running) >= MostExperiments {
		return "", ErrEnough
	}
	id := e.Add(&workshop.Action{Title: it.Experiment, Detail: it.Self.Statement, Category: "experiment", Source: workshop.ID(t.Item), Owner: t.Owner,
		Start: t.Start, Due: t.Due, Status: workshop.ActionOpen, Priority: "high"})
	promise, theme := it.Feeds()
	if promise && t.Promise {
		e.Add(&workshop.Commitment{Who: t.Owner, Resource: "time", FromWhat: it.Title, CheckDate: t.Due})
	}
	if theme && t.Theme {
		suggest(e, it, t.Round)
	}
	remeasure(e, t.Start)
	return id, nil
}

// Running are the gaps that are being worked on, by statement.
func Running(w *workshop.Workshop, q *Questionnaire) map[string]*workshop.Action {
	out := map[string]*workshop.Action{}
	for _, a := range workshop.All[workshop.Action](w) {
		if _, ours := q.Item(string(a.Source)); ours && a.Category == "experiment" && !a.Ended() {
			out[string(a.Source)] = a
		}
	}
	return out
}

// suggest puts a theme on the resistance map, as a group without a rating. One
// that is there already stays as it is.
func suggest(e *workshop.Edit, it Item, round workshop.ID) {
	name := "Theme: " + it.Title
	for _, s := range workshop.All[workshop.Stakeholder](e.Workshop()) {
		if s.Name == name && !s.Retired {
			return
		}
	}
	s := &workshop.Stakeholder{Name: name, Cause: it.Cause(), Level: themes[it.ID].level, Response: it.Experiment,
		Evidence: "A gap in the self-assessment. It is about a theme and no person; rate it once you have heard more."}
	if r := workshop.Find[workshop.Round](e.Workshop(), round); r != nil {
		s.EvidenceDate = r.Date
	}
	e.Add(s)
}

// remeasure plans the review at which the round is held again, unless there is
// one already.
func remeasure(e *workshop.Edit, start workshop.Date) {
	for _, v := range workshop.All[workshop.Review](e.Workshop()) {
		if v.Held == "" && v.ReviewKind == strconv.Itoa(remeasureDays) && v.Planned >= start {
			return
		}
	}
	e.Add(&workshop.Review{ReviewKind: strconv.Itoa(remeasureDays), Planned: start.AddDays(remeasureDays), Notes: "Hold the self-assessment again and compare."})
}
