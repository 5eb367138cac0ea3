package workshop

// Voting asks the room which cards of a canvas weigh most: everybody has so
// many dots to give. Nobody sees a tally before it is closed.
type Voting struct {
	Base
	Canvas string `json:"canvas" nema:"text,required"`
	Dots   int    `json:"dots" nema:"int,required,min=1,max=100"` // that each person may give
	Closed bool   `json:"closed,omitempty" nema:"bool"`
}

// Kind implements [Record].
func (*Voting) Kind() Kind { return KindVoting }

// Vote is what one person gave to one card. Without a person it is what was
// counted on the wall, of many together; that has no limit but its own.
type Vote struct {
	Base
	Voting ID  `json:"voting" nema:"ref=voting,required"`
	Card   ID  `json:"card" nema:"ref=card,required"`
	Person ID  `json:"person,omitempty" nema:"person,personal"`
	Dots   int `json:"dots" nema:"int,required,min=1,max=10000"`
}

// Kind implements [Record].
func (*Vote) Kind() Kind { return KindVote }

// VotingOf is the canvas's newest voting, nil when there was none.
func (w *Workshop) VotingOf(canvas string) *Voting {
	var last *Voting
	for _, v := range All[Voting](w) {
		if v.Canvas == canvas && (last == nil || v.ID > last.ID) {
			last = v
		}
	}
	return last
}

// Dots counts what cards got, each in the newest voting of its canvas. A voting
// that is still open counts nothing: who sees a tally follows it.
func (w *Workshop) Dots() map[ID]int {
	votes := All[Vote](w)
	if len(votes) == 0 {
		return nil
	}
	newest := map[string]*Voting{}
	for _, v := range All[Voting](w) {
		if last := newest[v.Canvas]; last == nil || v.ID > last.ID {
			newest[v.Canvas] = v
		}
	}
	out := map[ID]int{}
	for _, v := range votes {
		if g := Find[Voting](w, v.Voting); g != nil && g.Closed && newest[g.Canvas] == g {
			out[v.Card] += v.Dots
		}
	}
	return out
}

// Spent is how many dots the person has given in the voting.
func (w *Workshop) Spent(voting, person ID) int {
	n := 0
	for _, v := range All[Vote](w) {
		if v.Voting == voting && v.Person == person {
			n += v.Dots
		}
	}
	return n
}

// Give adds dots of a person, or of the wall, to a card, or takes them back.
// More than the person has left, or fewer than none, is an [*Invalid].
func (e *Edit) Give(voting, card, person ID, dots int) error {
	g, _ := e.Find(voting).(*Voting)
	if g == nil {
		return ErrNotFound
	}
	if g.Closed {
		return &Invalid{Kind: KindVoting, ID: voting, Reason: "the voting is closed"}
	}
	if person != "" && dots > 0 && e.w.Spent(voting, person)+dots > g.Dots {
		return &Invalid{Kind: KindVote, Field: "dots", Reason: "all dots are given"}
	}
	for _, v := range All[Vote](e.w) {
		if v.Voting != voting || v.Card != card || v.Person != person {
			continue
		}
		if v.Dots+dots <= 0 {
			return e.Delete(v.ID)
		}
		m, err := Modify[Vote](e, v.ID)
		if err == nil {
			m.Dots += dots
		}
		return err
	}
	if dots > 0 {
		e.Add(&Vote{Voting: voting, Card: card, Person: person, Dots: dots})
	}
	return nil
}
