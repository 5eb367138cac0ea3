package assess

// The least and the usual size of the smallest group whose answers are shown.
const (
	LeastGroup = 3
	UsualGroup = 5
)

// guard says, cell by cell, which groups of respondents may be shown when all
// of those can be compared with each other.
//
// Whoever has the results of several groups can add and subtract them. What
// they can reach that way is a sum over the smallest pieces that the groups cut
// the respondents into (the atoms of the sets). A group is therefore shown only
// when every piece that it leaves, and that has an answer at all, holds at least
// the smallest group. That covers the second of two units of which the first is
// too small, and groups that overlap (cell suppression with complementary
// suppression: Cox, "Suppression methodology and statistical disclosure
// control", Journal of the American Statistical Association 75, 1980, 377-385).
type guard struct {
	least  int
	groups [][]int // respondents, in the order in which groups are preferred
	known  map[string][]bool
	piece  []int32 // of each respondent
	counts []int32 // how many of each piece have answered
	leave  []int32 // of each piece, how many would go into a new one
	name   []int32 // of the new piece, by the one that it comes out of
}

func newGuard(least, respondents int, groups [][]int) *guard {
	return &guard{least: least, groups: groups, known: map[string][]bool{}, piece: make([]int32, respondents)}
}

// release is the groups that may be shown of a cell; answered is 1 for those
// who have given an answer. Cells that the same people answered are alike.
func (g *guard) release(answered []byte) []bool {
	if out, ok := g.known[string(answered)]; ok {
		return out
	}
	out := make([]bool, len(g.groups))
	clear(g.piece)
	g.counts, g.leave, g.name = append(g.counts[:0], 0), append(g.leave[:0], 0), append(g.name[:0], 0)
	for _, a := range answered {
		g.counts[0] += int32(a)
	}
	for i, members := range g.groups {
		out[i] = g.cut(members, answered)
	}
	g.known[string(answered)] = out
	return out
}

// cut takes one more group in sight, unless it or a piece that it leaves would
// be too small. Only those who have answered are in pieces.
func (g *guard) cut(members []int, answered []byte) bool {
	clear(g.leave)
	size := 0
	for _, r := range members {
		if answered[r] == 1 {
			g.leave[g.piece[r]]++
			size++
		}
	}
	if size < g.least {
		return false
	}
	few := func(n int32) bool { return n > 0 && int(n) < g.least }
	for p, n := range g.leave {
		if few(n) || n > 0 && few(g.counts[p]-n) {
			return false
		}
	}
	for p, n := range g.leave { // grows while it is gone over, by pieces that nobody leaves
		if n == 0 || n == g.counts[p] {
			g.name[p] = int32(p)
			continue
		}
		g.name[p] = int32(len(g.counts))
		g.counts[p] -= n
		g.counts, g.leave, g.name = append(g.counts, n), append(g.leave, 0), append(g.name, 0)
	}
	for _, r := range members {
		if answered[r] == 1 {
			g.piece[r] = g.name[g.piece[r]]
		}
	}
	return true
}
