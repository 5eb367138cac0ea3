package assess

import (
	"nemawashi.app/workshop"
)

// Who a response is by.
const (
	BySelf        = "self"        // a leader, about themselves
	ByReport      = "report"      // somebody who works for the leader
	ByPeer        = "peer"        // somebody beside the leader
	ByFacilitator = "facilitator" // enters no figure
)

// Least is the smallest group of a round: what was set, the usual size where
// nothing was, and never less than [LeastGroup].
func Least(r *workshop.Round) int {
	if r.MinGroup == 0 {
		return UsualGroup
	}
	return max(r.MinGroup, LeastGroup)
}

// answers is the responses of one kind as a table: by respondent, then by cell.
// The cells are now and needed of each statement, in the questionnaire's order.
type answers struct {
	from   []*workshop.Response
	levels [][]uint8
}

// The two cells of a statement.
const (
	now = iota
	needed
	fields
)

func tabulate(q *Questionnaire, from []*workshop.Response) *answers {
	a := &answers{from: from, levels: make([][]uint8, len(from))}
	room := make([]uint8, len(from)*len(q.Items)*fields)
	for r, resp := range from {
		a.levels[r], room = room[:len(q.Items)*fields], room[len(q.Items)*fields:]
		for i := range q.Items {
			if given, ok := resp.Answers[q.Items[i].ID]; ok {
				a.levels[r][i*fields+now] = level(given.Now)
				a.levels[r][i*fields+needed] = level(given.Needed)
			}
		}
	}
	return a
}

// level takes a value outside the scale, which no way in accepts, as none.
func level(n int) uint8 {
	if n < 1 || n > Levels {
		return 0
	}
	return uint8(n)
}

// dots counts the levels of every cell over some respondents.
func (a *answers) dots(members []int, cells int) [][Levels]int {
	out := make([][Levels]int, cells)
	for _, r := range members {
		for c, l := range a.levels[r] {
			if l > 0 {
				out[c][l-1]++
			}
		}
	}
	return out
}
