package workshop

import "fmt"

// Kind names a kind of record, as JSON and the library spell it.
type Kind string

// The kinds of record, in the order in which JSON lists them.
const (
	KindCharter     Kind = "workshop"
	KindPerson      Kind = "person"
	KindStep        Kind = "step"
	KindCard        Kind = "card"
	KindStakeholder Kind = "stakeholder"
	KindAction      Kind = "action"
	KindGoal        Kind = "goal"
	KindCommitment  Kind = "commitment"
	KindMeasure     Kind = "measure"
	KindReading     Kind = "reading"
	KindReview      Kind = "review"
	KindRound       Kind = "round"
	KindResponse    Kind = "response"
	KindPhoto       Kind = "photo"
	KindVoting      Kind = "voting"
	KindVote        Kind = "vote"
	KindReturn      Kind = "return"
)

// plurals are the keys of the JSON document; the charter alone is an object.
var plurals = map[Kind]string{
	KindCharter: "workshop", KindPerson: "people", KindStep: "steps", KindCard: "cards",
	KindStakeholder: "stakeholders", KindAction: "actions", KindGoal: "goals",
	KindCommitment: "commitments", KindMeasure: "measures", KindReading: "readings",
	KindReview: "reviews", KindRound: "rounds", KindResponse: "responses", KindPhoto: "photos",
	KindVoting: "votings", KindVote: "votes", KindReturn: "returns",
}

// Plural is the key under which JSON lists the records of the kind.
func (k Kind) Plural() string { return plurals[k] }

// Record is one of the typed records of this package, always a pointer.
type Record interface {
	Kind() Kind
	base() *Base
}

// Base is what every record has.
type Base struct {
	ID ID `json:"id"`
}

func (b *Base) base() *Base { return b }

// IDOf is the id of any record.
func IDOf(r Record) ID { return r.base().ID }

// New returns an empty record of the kind, or an error for an unknown kind.
func New(k Kind) (Record, error) {
	switch k {
	case KindCharter:
		return &Charter{}, nil
	case KindPerson:
		return &Person{}, nil
	case KindStep:
		return &Step{}, nil
	case KindCard:
		return &Card{}, nil
	case KindStakeholder:
		return &Stakeholder{}, nil
	case KindAction:
		return &Action{}, nil
	case KindGoal:
		return &Goal{}, nil
	case KindCommitment:
		return &Commitment{}, nil
	case KindMeasure:
		return &Measure{}, nil
	case KindReading:
		return &Reading{}, nil
	case KindReview:
		return &Review{}, nil
	case KindRound:
		return &Round{}, nil
	case KindResponse:
		return &Response{}, nil
	case KindPhoto:
		return &Photo{}, nil
	case KindVoting:
		return &Voting{}, nil
	case KindVote:
		return &Vote{}, nil
	case KindReturn:
		return &Return{}, nil
	}
	return nil, fmt.Errorf("unknown kind of record %q", k)
}
