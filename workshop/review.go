package workshop

// Review asks, 30, 60 and 90 days after the event, whether the gain holds.
type Review struct {
	Base
	Planned Date `json:"planned,omitempty" nema:"date"`
	// Held is the day on which it took place: today or before. A day to come is refused.
	Held             Date   `json:"held,omitempty" nema:"date"`
	ReviewKind       string `json:"kind,omitempty" nema:"choice=30|60|90|custom"`
	StandardFollowed *int   `json:"standard_followed,omitempty" nema:"int,min=0,max=4"`
	// ActionsClosed is frozen when the review is held, so that a later change
	// does not rewrite what was decided on.
	ActionsClosed *int `json:"actions_closed,omitempty" nema:"int,min=0,max=1000000,generated"`
	// ActionsTotal is out of how many; dropped actions do not count. It is
	// frozen with ActionsClosed.
	ActionsTotal       *int   `json:"actions_total,omitempty" nema:"int,min=0,max=1000000,generated"`
	BenefitConfirmed   Money  `json:"benefit_confirmed,omitempty" nema:"money"`
	BenefitConfirmedBy ID     `json:"benefit_confirmed_by,omitempty" nema:"person"`
	NewResistance      string `json:"new_resistance,omitempty" nema:"note,confidential"`
	Decision           string `json:"decision,omitempty" nema:"choice=hold|adjust|escalate|close"`
	Notes              string `json:"notes,omitempty" nema:"note"`
}

// Kind implements [Record].
func (*Review) Kind() Kind { return KindReview }
