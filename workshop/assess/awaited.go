package assess

import (
	"slices"

	"nemawashi.app/workshop"
)

// Awaited is who has answered a round and who is missing. Leaders who rate
// themselves are known by name. Of direct reports and peers there is only how
// many have answered and how many were asked: their answers do not say whose
// they are, so nobody can tell who of them is missing, and that is the promise.
type Awaited struct {
	Missing      []workshop.ID // leaders who were asked and have not answered
	Leaders      int           // leaders' own answers
	LeadersAsked int
	Reports      int
	ReportsAsked int // 0: nobody has said how many
	Peers        int
	PeersAsked   int
	Facilitators int
}

// Await counts the answers of a round.
func Await(w *workshop.Workshop, round *workshop.Round) Awaited {
	out := Awaited{LeadersAsked: len(round.Managers), ReportsAsked: round.ReportsAsked, PeersAsked: round.PeersAsked}
	var answered []workshop.ID
	for _, r := range workshop.All[workshop.Response](w) {
		if r.Round != round.ID {
			continue
		}
		switch {
		case r.By == BySelf:
			out.Leaders++
			answered = append(answered, workshop.ID(r.About))
		case r.By == ByPeer:
			out.Peers++
		case r.Protected():
			out.Reports++
		default:
			out.Facilitators++
		}
	}
	for _, id := range round.Managers {
		if !slices.Contains(answered, id) {
			out.Missing = append(out.Missing, id)
		}
	}
	return out
}
