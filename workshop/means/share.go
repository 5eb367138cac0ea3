package means

import "nemawashi.app/workshop"

// Share is the part of something that one owner, leader or workshop has: what its actions ask for, what was promised by
// it, and what its actions bring. Actions that were dropped are not in it.
type Share struct {
	Of      string // who or what, as the caller tells them apart
	Actions int
	Line
	Benefit
}

// Benefit is what actions bring, in minor units: what was expected, what came, and how much of that somebody confirmed.
type Benefit struct{ Expected, Actual, Confirmed int64 }

// Shares adds up by whatever the caller says of each action and promise, in the order in which they first come.
type Shares struct {
	list []Share
	at   map[string]int
}

func (s *Shares) of(key string) *Share {
	i, known := s.at[key]
	if !known {
		if s.at == nil {
			s.at = map[string]int{}
		}
		i = len(s.list)
		s.at[key] = i
		s.list = append(s.list, Share{Of: key})
	}
	return &s.list[i]
}

// Ask adds what an action asks for and brings.
func (s *Shares) Ask(key string, a *workshop.Action) {
	if a.Status == workshop.ActionDropped {
		return
	}
	x := s.of(key)
	x.Actions++
	x.Line[Hours].Asked += int64(a.Hours)
	x.Line[People].Asked += int64(a.People)
	x.Line[Budget].Asked += int64(a.Cost)
	x.Expected += int64(a.BenefitExpected)
	x.Actual += int64(a.BenefitActual)
	if a.BenefitConfirmedBy != "" {
		x.Confirmed += int64(a.BenefitActual)
	}
}

// Promise adds what somebody promised, where it counts ([Of]).
func (s *Shares) Promise(key string, c *workshop.Commitment, currency string, today workshop.Date) {
	r := Of(Input{Commitments: []*workshop.Commitment{c}, Currency: currency, Today: today})
	if !r.Promised() && r.Total == (Line{}) {
		return
	}
	x := s.of(key)
	for i := range x.Line {
		x.Line[i].plus(r.Total[i])
	}
}

// List is what was added up.
func (s *Shares) List() []Share { return s.list }

// Leaders says of goals who is asked for what serves them: the owner, or the owner of the next goal above that has one.
func Leaders(goals []*workshop.Goal) map[workshop.ID]workshop.ID { return ownersOf(goals) }
