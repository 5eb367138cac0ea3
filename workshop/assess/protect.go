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
	in     [][]int // by group, then respondent: 1 for its members
	known  map[string][]bool
	piece  []int // of each respondent
	next   []int
	name   []int // of the new pieces, from 1
	counts []int
}

func newGuard(least, respondents int, groups [][]int) *guard {
	g := &guard{least: least, groups: groups, known: map[string][]bool{}, piece: make([]int, respondents), next: make([]int, respondents)}
	for _, members := range groups {
		in := make([]int, respondents)
		for _, r := range members {
			in[r] = 1
		}
		g.in = append(g.in, in)
	}
	return g
}

// release is the groups that may be shown of a cell; answered is 1 for those
// who have given an answer. Cells that the same people answered are alike.
func (g *guard) release(answered []byte) []bool {
	if out, ok := g.known[string(answered)]; ok {
		return out
	}
	out := make([]bool, len(g.groups))
	clear(g.piece)
	pieces := 1
	for i, members := range g.groups {
		size := 0
		for _, r := range members {
			size += int(answered[r])
		}
		if size < g.least {
			continue
		}
		if n := g.cut(g.in[i], answered, pieces); n > 0 {
			out[i], pieces = true, n
			g.piece, g.next = g.next, g.piece
		}
	}
	g.known[string(answered)] = out
	return out
}

// cut puts into next the pieces with one more group in sight and returns how
// many there are, 0 when one of them would be too small.
func (g *guard) cut(in []int, answered []byte, pieces int) int {
	g.name = append(g.name[:0], make([]int, 2*pieces)...)
	g.counts = g.counts[:0]
	for r, p := range g.piece {
		at := 2*p + in[r]
		if g.name[at] == 0 {
			g.counts = append(g.counts, 0)
			g.name[at] = len(g.counts)
		}
		n := g.name[at] - 1
		g.next[r] = n
		g.counts[n] += int(answered[r])
	}
	if smallest(g.counts) < g.least {
		return 0
	}
	return len(g.counts)
}

// smallest is the least of the counts that are not 0.
func smallest(counts []int) int {
	least := int(^uint(0) >> 1)
	for _, n := range counts {
		if n > 0 {
			least = min(least, n)
		}
	}
	return least
}

// tooLike says whether two rounds' answers of others, both shown, would tell
// those of fewer people than the smallest group: they have responses in common,
// word for word, and differ by some but too few. It is the control of overlap
// between queries (Dobkin, Jones and Lipton, "Secure databases: protection
// against user influence", ACM Transactions on Database Systems 4, 1979, 97-106).
func tooLike(least int, now, earlier []string) bool {
	left := map[string]int{}
	for _, k := range earlier {
		left[k]++
	}
	common := 0
	for _, k := range now {
		if left[k] > 0 {
			left[k]--
			common++
		}
	}
	few := func(n int) bool { return n > 0 && n < least }
	return common > 0 && (few(len(now)-common) || few(len(earlier)-common))
}
