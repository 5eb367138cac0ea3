package workshop

import "fmt"

// Action is one line of the register.
type Action struct {
	Base
	Number             int    `json:"number,omitempty" nema:"int,min=1,max=10000000,generated"`
	Title              string `json:"title" nema:"text,required"`
	Detail             string `json:"detail,omitempty" nema:"note"`
	Category           string `json:"category,omitempty" nema:"choice=quick win|countermeasure|response|experiment|commitment|communication|technology|follow-up"`
	Source             ID     `json:"source,omitempty" nema:"ref=step|card|stakeholder|item|review"`
	Goal               ID     `json:"goal,omitempty" nema:"ref=goal"`
	Owner              ID     `json:"owner,omitempty" nema:"person,history"`
	Helpers            []ID   `json:"helpers,omitempty" nema:"people"`
	Start              Date   `json:"start,omitempty" nema:"date"`
	Due                Date   `json:"due,omitempty" nema:"date,history"`
	Status             string `json:"status,omitempty" nema:"choice=open|started|blocked|done|verified|dropped,history"`
	Progress           int    `json:"progress,omitempty" nema:"int,min=0,max=100"`
	Priority           string `json:"priority,omitempty" nema:"choice=high|medium|low"`
	Effort             int    `json:"effort,omitempty" nema:"int,min=1,max=5"`
	Impact             int    `json:"impact,omitempty" nema:"int,min=1,max=5"`
	Hours              int    `json:"hours,omitempty" nema:"int,min=0,max=1000000"`
	Cost               Money  `json:"cost,omitempty" nema:"money"`
	People             int    `json:"people,omitempty" nema:"int,min=0,max=1000000"`
	BenefitExpected    Money  `json:"benefit_expected,omitempty" nema:"money"`
	BenefitActual      Money  `json:"benefit_actual,omitempty" nema:"money"`
	BenefitConfirmedBy ID     `json:"benefit_confirmed_by,omitempty" nema:"person"`
	Blocker            string `json:"blocker,omitempty" nema:"note"`
	Update             string `json:"update,omitempty" nema:"note,history"`
	Closed             Date   `json:"closed,omitempty" nema:"date"`
	VerifiedBy         ID     `json:"verified_by,omitempty" nema:"person"`
	// The rule of recurring checks, see [Action.NextCheck]: how often, from which day to which, and when the last one was.
	CheckEvery string `json:"check_every,omitempty" nema:"choice=day|week|2 weeks|month"`
	CheckFrom  Date   `json:"check_from,omitempty" nema:"date"`
	CheckUntil Date   `json:"check_until,omitempty" nema:"date"`
	Checked    Date   `json:"checked,omitempty" nema:"date,history"`
}

// Money is an amount in minor units (cents) of the workshop's currency.
type Money int64

// Kind implements [Record].
func (*Action) Kind() Kind { return KindAction }

// States of an action.
const (
	ActionOpen     = "open"
	ActionStarted  = "started"
	ActionBlocked  = "blocked"
	ActionDone     = "done"
	ActionVerified = "verified"
	ActionDropped  = "dropped"
)

// Label is the number as people say it, A-001.
func (a *Action) Label() string { return fmt.Sprintf("A-%03d", a.Number) }

// Ended says that nothing more is to be done: done, verified or dropped.
func (a *Action) Ended() bool {
	return a.Status == ActionDone || a.Status == ActionVerified || a.Status == ActionDropped
}

// Overdue says that the action is not ended and was due before today.
func (a *Action) Overdue(today Date) bool {
	return !a.Ended() && a.Due != "" && a.Due < today
}
